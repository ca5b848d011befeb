"""What a session's browser is called on the page where its owner looks for it: "Firefox, Windows". Nothing else of what
a browser says about itself is kept.
"""

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""Signs in the order in which they decide: Edge calls itself Chrome too, and Chrome Safari."""
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def browser_name(user_agent: str) -> str:
    """Browser and system by their names, as far as they are known; "" where neither is."""
    found = (next((name for sign, name in kind if sign in user_agent), "") for kind in (BROWSERS, SYSTEMS))
    return ", ".join(name for name in found if name)

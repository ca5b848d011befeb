"""Addresses as people type and read them."""

from urllib.parse import urlsplit


def typed_address(text: str) -> str:
    """What somebody typed as an address: blanks taken away, and https put before it where they left it out."""
    address = "".join(text.split())
    return address if "://" in address or not address else f"https://{address}"


def shown_host(url: str) -> str:
    """The part of an address that people read: the host, without www."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")

"""Where a request came from, as far as that can be believed."""

from starlette.requests import HTTPConnection

from server.settings import Settings


def client_address(connection: HTTPConnection, settings: Settings) -> str:
    """The address of the sender: what a listed proxy says at its end of X-Forwarded-For, else the peer itself.

    It is for budgets and limits in memory; it is never logged or kept as it is.
    """
    peer = connection.client.host if connection.client else ""
    proxies = {proxy.strip() for proxy in settings.web.proxies.split(",") if proxy.strip()}
    if peer not in proxies:
        return peer
    hops = [hop.strip() for hop in connection.headers.get("x-forwarded-for", "").split(",") if hop.strip()]
    return next((hop for hop in reversed(hops) if hop not in proxies), peer)

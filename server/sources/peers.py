"""Which machines may be asked: those of the open internet, by the address that we are really connected to.

Allowed, not denied: what is not on the list is refused. A name says nothing, and text that looks like an address says
little (decimal, octal, mapped and translated spellings lead inwards too), so only the connected peer is judged.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_NOT_V4 = tuple(ip_network(text) for text in ("192.0.0.0/24", "192.88.99.0/24"))
_V6 = ip_network("2000::/3")
_NOT_V6 = tuple(ip_network(text) for text in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))


def may_ask(peer: str, own: str, *, loopback: bool) -> bool:
    """Tell whether the machine at address `peer` may be asked; `own` is our end of the connection.

    Never our own addresses. With `loopback` (for trying and for tests) this very machine may be asked too.
    """
    address = ip_address(peer.partition("%")[0])
    if loopback and address.is_loopback:
        return True
    return is_open(address) and peer != own


def is_open(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether an address belongs to the open internet."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and not any(address in net for net in _NOT_V4)
    return address in _V6 and address.is_global and not any(address in net for net in _NOT_V6)

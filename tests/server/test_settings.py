"""The server's settings: where plain HTTP is allowed, and what addresses are made of."""

import pytest

from server.settings import PlainHttpError, Settings, Web, check_reach, public_url

EVERYWHERE = "0.0.0.0"  # noqa: S104 - only read


@pytest.mark.parametrize(
    ("web", "fits"),
    [
        (Web(), True),
        (Web(host=EVERYWHERE), False),
        (Web(host=EVERYWHERE, url="http://skyltar.alvdala.se"), False),
        (Web(host="127.0.0.1", url="http://skyltar.alvdala.se"), False),
        (Web(host=EVERYWHERE, url="http://10.0.0.5:8080", trying=True), True),
        (Web(host=EVERYWHERE, url="https://skyltar.alvdala.se"), True),
    ],
)
def test_plain_http_is_for_this_machine_only(web: Web, fits: bool) -> None:
    if fits:
        check_reach(Settings(web=web))
    else:
        with pytest.raises(PlainHttpError):
            check_reach(Settings(web=web))


def test_addresses_come_from_the_settings() -> None:
    assert (
        public_url(Settings(web=Web(url="https://skyltar.alvdala.se/")), "/s/7hd") == "https://skyltar.alvdala.se/s/7hd"
    )
    assert public_url(Settings().at_port(4321), "/x") == "http://localhost:4321/x"

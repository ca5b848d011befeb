"""What the glass shows leads a phone to the card's own page, which works without scripts."""

import io
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser
from sqlalchemy import select

from server.storage.models import CardState, ShortAddress, StoredCard, StoredScreen
from tests.browser.conftest import NARROW, WIDE, House, OpenStaff, axe_findings, scrolls_sideways


def linked(house: House) -> tuple[str, str]:
    """A published card with a link, and the address of its page."""
    with house.database.read() as session:
        rows = session.scalars(select(StoredCard).where(StoredCard.state == CardState.PUBLISHED)).all()
        cards = [row for row in rows if row.kind == "news" and row.version(row.published_version).content.link]
        code = session.get_one(ShortAddress, cards[0].id).short_code
        return cards[0].id, f"{house.url}/k/{code}"


def test_the_code_on_the_card_is_the_page_of_our_own_host(open_staff: OpenStaff, house: House) -> None:
    card, address = linked(house)
    staff = open_staff(f"/kort/{card}")
    drawn = Image.open(io.BytesIO(staff.request.get(f"{house.url}/kort/{card}/bild/1.jpg?storlek=stor").body()))
    (code,) = zxingcpp.read_barcodes(drawn)
    assert code.text == address


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("locale", ["sv-SE", "ar"])
def test_the_pages_are_read_without_scripts(
    house: House, chromium: Browser, tmp_path: Path, size: dict[str, int], locale: str
) -> None:
    with house.database.read() as session:
        screen = session.scalars(select(StoredScreen.id)).first()
    for path in (linked(house)[1], f"{house.url}/skarm/{screen}"):
        plain = chromium.new_context(viewport=size, locale=locale, java_script_enabled=False)  # type: ignore[arg-type]
        page = plain.new_page()
        page.goto(path)
        page.screenshot(path=tmp_path / f"{path.rsplit('/')[-2]}.png", full_page=True)
        assert page.get_by_role("heading", level=1).count() == 1
        assert plain.cookies() == []
        plain.close()
        looked_at = chromium.new_context(viewport=size, locale=locale)  # type: ignore[arg-type]
        page = looked_at.new_page()
        page.goto(path)
        assert axe_findings(page) == []
        assert not scrolls_sideways(page)
        looked_at.close()

"""A member of the staff in front of the pages, and the form of an event as it is sent."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from server.storage.models import AccountRole, StoredScreen
from server.storage.session import Database
from tests.server.conftest import NOON, sign_in

SAME_SITE = {"sec-fetch-site": "same-origin"}


@dataclass
class Desk:
    """A signed-in browser."""

    client: TestClient
    csrf: str

    def get(self, path: str) -> Response:
        return self.client.get(path)

    def post(self, path: str, data: dict[str, Any], **more: Any) -> Response:
        return self.client.post(path, data={"csrf": self.csrf} | data, headers=SAME_SITE, **more)


@pytest.fixture
def desk(client: TestClient, town: Database) -> Desk:
    return Desk(client, sign_in(client, town, AccountRole.STAFF))


@pytest.fixture
def second_screen(town: Database) -> str:
    with town.write() as session:
        session.add(StoredScreen(id="hallen", name="Foajén", place="Ishallen", inches=75, distance_m=8, made_at=NOON))
    return "hallen"


@pytest.fixture
def concert() -> Callable[..., dict[str, Any]]:
    def fields(**changed: Any) -> dict[str, Any]:
        return {
            "title": "Höstkonsert",
            "day": "lördag 28 november",
            "starts": "18",
            "ends": "20.00",
            "place": "Folkets Hus",
            "sender": "Älvdala manskör",
            "body": "Fri entré.",
            "link": "",
            "screens": ["bib-entre"],
            "act": "publish",
        } | changed

    return fields

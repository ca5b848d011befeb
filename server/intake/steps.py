"""How far something has come, as steps: what is done, what goes on, what lies ahead."""

from typing import Literal

import msgspec

StepState = Literal["done", "now", "later"]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step, with what is known about it."""

    state: StepState
    name: str
    detail: str = ""


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """What the pages say about something that was handed in.

    `heading` is the news and `text` stands below it; `status` is the few words that a code alone shows.
    """

    heading: str
    text: str
    status: str
    steps: tuple[Step, ...]

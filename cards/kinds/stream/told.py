"""What is said of a meeting that is sent, at each of its stages."""

from datetime import datetime
from typing import NamedTuple

from cards.kinds.phrases import phrase
from cards.kinds.stream.facts import StreamFacts
from cards.words import relative_day, sentence_case, time_text


class Words(NamedTuple):
    """`chip` names the stage, `screen` stands where the picture will, `when` and `point` under the headline.

    `watch` is what the code is for.
    """

    chip: str
    screen: str
    when: str
    point: str
    watch: str


def words_of(facts: StreamFacts, text: str, now: datetime, language: str) -> Words:
    """The words at `now`, in the screen's zone; `text` is what the point is about."""
    stage, start = facts.stage(now), facts.start.astimezone(now.tzinfo)
    day, at = relative_day(now, start.date(), language), time_text(start, language)
    today = start.date() == now.date()

    def own(name: str, **places: object) -> str:
        return phrase("stream", name, language).format(**places)

    when = {
        "before": sentence_case(f"{day} {at}"),
        "live": own("began", time=at) if today else own("began", time=f"{day} {at}"),
        "lost": own("goes_on"),
        "over": sentence_case(f"{day} {at}") if not today else own("was_at", time=at),
    }[stage]
    point = ""
    if stage in ("live", "lost") and facts.point > 0:
        point = own("point", number=facts.point)
        point = own("point_about", point=point, about=text.strip()) if text.strip() else point
    elif text.strip():
        point = text.strip()
    return Words(
        chip=own(f"chip_{stage}"),
        screen=own(f"screen_{stage}", time=at),
        when=when,
        point=point,
        watch=own("watch_later" if stage == "over" else "watch"),
    )

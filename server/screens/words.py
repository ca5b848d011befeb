"""How a screen is, in words: what is wrong, whether people notice, and what to do. Never told by colour alone."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from foundation.errors import N_
from server.curation.moments import count_word, say_clock, say_moment, say_since
from server.screens.overview import Health, ScreenView
from server.words import Words


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """`short` is the news, `rest` the sentences after it; `well` tells whether a hand is needed."""

    short: str
    rest: str
    well: bool


SHORT = {
    Health.WELL: N_("Is well."),
    Health.BEHIND: N_("Does not have the latest yet."),
    Health.REFUSES: N_("Did not take what was sent."),
    Health.OWN_MEMORY: N_("Plays from memory."),
    Health.STUCK: N_("The picture stands still."),
    Health.SILENT: N_("Not heard of since {moment}."),
    Health.NEVER_HEARD: N_("Paired, but not heard of yet."),
    Health.NO_PLAYER: N_("Has no player."),
}
REST = {
    Health.WELL: N_("Heard of {since}."),
    Health.BEHIND: N_("Heard of {since}. It comes by itself as soon as the network manages."),
    Health.REFUSES: N_("The cards from before play on. Tell whoever looks after Torget."),
    Health.OWN_MEMORY: N_("Heard of {since}. It manages by itself meanwhile."),
    Health.STUCK: N_("Pull the player’s plug, count to ten, and put it back."),
    Health.SILENT: N_("The network is gone, or the player is off. With power it plays on from memory."),
    Health.NEVER_HEARD: N_("It usually takes a minute after pairing."),
    Health.NO_PLAYER: N_("Pair one, and it shows its first card within a minute."),
}


def say_health(view: ScreenView, now: datetime, zone: ZoneInfo, words: Words) -> Said:
    """The state of one screen."""
    heard = view.heard_at or view.paired_at or now
    places = {"since": say_since(heard, now, words), "moment": say_moment(heard, now, zone, words)}
    return Said(
        short=words.gettext(SHORT[view.health]).format(**places),
        rest=words.gettext(REST[view.health]).format(**places),
        well=view.health is Health.WELL,
    )


def say_wall(views: list[ScreenView], words: Words) -> tuple[str, str]:
    """The heading over the wall, and a line below it: the news first."""
    if not views:
        return words.gettext("No screen yet"), words.gettext("Pair the first one: it takes five minutes.")
    silent = [view for view in views if view.health in (Health.SILENT, Health.STUCK)]
    bare = [view for view in views if view.health is Health.NO_PLAYER]
    ailing = [view for view in views if view.health is not Health.WELL and view not in silent and view not in bare]
    well = len(views) - len(silent) - len(bare) - len(ailing)
    line = words.ngettext("{n} screen shows everything.", "{n} screens show everything.", well).format(n=well)
    if bare:
        pattern = words.ngettext("{n} has no player.", "{n} have no player.", len(bare))
        line += " " + pattern.format(n=len(bare))
    for group, single, several in (
        (silent, "{count} of {all} screens needs a hand", "{count} of {all} screens need a hand"),
        (ailing, "{count} of {all} screens lags behind", "{count} of {all} screens lag behind"),
    ):
        if group:
            heading = words.ngettext(single, several, len(group))
            return heading.format(count=count_word(len(group), words), all=len(views)), line
    if well == len(views):
        pattern = words.ngettext("The screen shows everything", "All {n} screens show everything", well)
        return pattern.format(n=well), words.gettext("Nothing needs a hand.")
    if well == 0:
        return words.gettext("No screen has a player yet"), words.gettext("Pair the first one: it takes five minutes.")
    pattern = words.ngettext("{count} screen shows everything", "{count} screens show everything", well)
    return pattern.format(count=count_word(well, words)), line


def say_size(view: ScreenView, words: Words) -> str:
    """The size of the glass and from how far it is read: "55 tum, läses på 3 meter"."""
    screen = view.screen
    pattern = (
        words.gettext("{inches} inches standing, read from {metres} metres")
        if screen.portrait
        else words.gettext("{inches} inches, read from {metres} metres")
    )
    return pattern.format(inches=_number(screen.inches), metres=_number(screen.distance_m))


def say_taken(taken_at: datetime, now: datetime, zone: ZoneInfo, words: Words) -> str:
    """When an old picture was taken."""
    local = taken_at.astimezone(zone)
    if local.date() == now.astimezone(zone).date():
        return words.gettext("Picture from {time}").format(time=say_clock(taken_at, zone))
    return words.gettext("Picture from {time}").format(time=say_moment(taken_at, now, zone, words))


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")

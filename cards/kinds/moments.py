"""Moments for samples: "in two days at 18.00", so that no sample ever types a weekday or grows old."""

from datetime import date, datetime, time, timedelta


def day(now: datetime, days: int) -> date:
    """The date `days` after `now`'s own."""
    return now.date() + timedelta(days=days)


def moment(now: datetime, days: int, hour: int, minute: int = 0) -> datetime:
    """The wall time `hour` and `minute`, `days` after `now`, in `now`'s zone."""
    return datetime.combine(day(now, days), time(hour, minute), now.tzinfo)


def monday(now: datetime) -> date:
    """The Monday of the week to show: the coming one on a Sunday or a Saturday."""
    today = now.date()
    start = today - timedelta(days=today.weekday())
    return start + timedelta(days=7) if today.weekday() > 4 else start

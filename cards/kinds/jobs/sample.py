"""Sample posts: what Älvdala kommun looks for."""

from datetime import datetime

import msgspec

from cards.kinds.jobs.facts import Job, JobsFacts
from cards.kinds.moments import day
from cards.model import Card, Link, Text


def _jobs(now: datetime) -> tuple[Job, ...]:
    return (
        Job(
            title="Undersköterska, natt",
            titles={
                "fi": "Lähihoitaja, yötyö",
                "fit": "Lähihoitaja, yötyö",
                "en": "Assistant nurse, nights",
                "ar": "مساعد تمريض، ليلاً",
                "uk": "Медсестра, нічні зміни",
            },
            place="Servicehuset Granen",
            extent="75–100 %",
            last_day=day(now, 2),
        ),
        Job(
            title="Lärare i matematik",
            titles={
                "fi": "Matematiikan opettaja",
                "fit": "Matematiikin opettaja",
                "en": "Mathematics teacher",
                "ar": "معلم رياضيات",
                "uk": "Учитель математики",
            },
            place="Älvskolan",
            extent="heltid",
            last_day=day(now, 16),
        ),
        Job(
            title="Sommarjobb för dig under 18",
            titles={
                "fi": "Kesätyö alle 18-vuotiaille",
                "fit": "Kesätyö alle 18-vuotihaile",
                "en": "Summer jobs for under-18s",
                "ar": "وظائف صيفية لمن دون 18",
                "uk": "Літня робота до 18 років",
            },
            place="Hela kommunen",
            last_day=day(now, 40),
        ),
        Job(
            title="Timvikarie i köket",
            titles={
                "fi": "Keittiön tuntisijainen",
                "fit": "Keitiön tuntisijainen",
                "en": "Kitchen stand-in, by the hour",
                "ar": "عامل مطبخ بالساعة",
                "uk": "Підмінний працівник кухні",
            },
            place="Kostenheten",
        ),
    )


def sample(now: datetime) -> Card:
    """Four posts, one of them urgent; `now` is in the screen's zone."""
    return Card(
        id="sample-jobs",
        version=1,
        facts=JobsFacts(jobs=_jobs(now)),
        texts={language: Text(title="") for language in ("sv", "fi", "fit", "se", "en", "ar", "uk")},
        sender="Älvdala kommun",
        link=Link(url="https://alvdala.example/jobb", short="alvdala.example/jobb"),
    )


def variants(now: datetime) -> dict[str, Card]:
    """One post, whose last day is today; none; and posts without a page to apply on."""
    card, jobs = sample(now), _jobs(now)
    today = msgspec.structs.replace(jobs[0], last_day=day(now, 0))
    return {
        "one": msgspec.structs.replace(card, facts=JobsFacts(jobs=(today,))),
        "none": msgspec.structs.replace(card, facts=JobsFacts()),
        "plain": msgspec.structs.replace(card, link=None),
    }

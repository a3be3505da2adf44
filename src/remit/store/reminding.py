"""Reminders: derived from what is due whenever it is asked, said once, and sent by the ways out that there are.

A tick that was missed is made good by the next: what is due decides, not what was done before. Notices and what they
remind of are written in one transaction; what leaves the house is tried until it has gone, with ever longer pauses.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import Min
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from remit.channels.configuration import Channels, Group, read_channels
from remit.channels.refusal import NotSent
from remit.channels.sending import send_mail, send_to_group
from remit.core.problem import Problem, warning
from remit.core.reminder import Item, Reminder, may_send, remind
from remit.store import load, models
from remit.store.access import CONSOLE
from remit.store.bulk import upsert
from remit.store.load_establishment import unit_names
from remit.store.load_organisation import stretches
from remit.store.reminder_items import (
    Call,
    Subject,
    Wanted,
    calls,
    duty_items,
    matter_items,
    people,
    urgent_calls,
)
from remit.store.transaction import By, Done, Work, action, locked

__all__ = [
    "Sent",
    "channels",
    "deliver",
    "dispatch_problems",
    "fresh_reminders",
    "remind_all",
    "stage_words",
    "urgent_reminders",
]

_MOST = 200  # items that a notice names; it counts them all
_PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 480, 1440))
_KEPT = timedelta(days=800)
_MAIL = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a tick did: new notices and how many items they name; messages that went out, and those that did not."""

    notices: int = 0
    items: int = 0
    gone: int = 0
    failed: int = 0


def channels() -> Channels:
    """Return the ways out of this installation, and when and how often they are used."""
    return read_channels(Path(settings.DATA))


def remind_all(now: datetime) -> Sent:
    """Derive what is to be said at a moment and write it down, once; out of hours only of situations.

    A clock that ran back is Refused, as in every action.
    """
    ways = channels()
    notices = items = 0
    open_now = may_send(now, load.calendar(), ways.hours)
    for urgent in (True, False) if open_now else (True,):
        fresh, subjects = (urgent_reminders if urgent else fresh_reminders)(now, ways)
        if fresh:
            _remind(
                By(viewer=CONSOLE, key=f"remind-{urgent}-{now.isoformat()}", now=now),
                reminders=fresh,
                subjects=subjects,
                by_mail=ways.mail is not None,
                urgent=urgent,
            )
            notices += len({one.person for one in fresh})
            items += len(fresh)
    return Sent(notices=notices, items=items)


Fresh = tuple[tuple[Reminder, ...], dict[str, Subject]]


def urgent_reminders(now: datetime, ways: Channels) -> Fresh:
    """Return what is to be said of situations and has not been said yet, and what it is about."""
    found, subjects = _called(urgent_calls(now, _wanted(ways)))
    fresh = _unsaid(found)
    return fresh, {one.key: subjects[one.key] for one in fresh}


def _wanted(ways: Channels) -> Wanted:
    places = stretches(group.unit for group in ways.groups)
    return Wanted(people(), tuple((g.name, places[g.unit]) for g in ways.groups if g.unit in places))


def _called(calls: Iterable[Call]) -> tuple[list[Reminder], dict[str, Subject]]:
    found: list[Reminder] = []
    subjects: dict[str, Subject] = {}
    for call in calls:
        subjects[call.item.key] = call.subject
        found += (Reminder(one, call.item.key, call.stage, call.item.due) for one in call.item.to)
    return found, subjects


def fresh_reminders(now: datetime, ways: Channels) -> Fresh:
    """Return what else has not been said yet, and what it is about."""
    wanted = _wanted(ways)
    subjects: dict[str, Subject] = {}
    items: list[Item] = []
    for item, subject in (*duty_items(now.date(), ways.pace, wanted), *matter_items(now, wanted)):
        items.append(item)
        subjects[item.key] = subject
    found = list(remind(items, now.date(), ways.pace))
    called, about = _called(calls(now, wanted))
    subjects |= about
    fresh = _unsaid(found + called)
    return fresh, {one.key: subjects[one.key] for one in fresh}


def _unsaid(found: Sequence[Reminder]) -> tuple[Reminder, ...]:
    """Return what was not said to that person at that stage; one query."""
    first = min((one.due for one in found), default=None)
    if first is None:
        return ()
    rows = models.Reminded.objects.filter(due__gte=first)
    said = frozenset(rows.values_list("item", "stage", "person").iterator(chunk_size=10_000))
    return tuple(one for one in found if (_digest(one.key), one.stage, one.person) not in said)


@action
def _remind(
    work: Work,
    *,
    reminders: tuple[Reminder, ...],
    subjects: Mapping[str, Subject],
    by_mail: bool,
    urgent: bool,
) -> Done:
    """Write what is said: a row each so that it is said once, a notice for each person, its ways out."""
    reminders = _unsaid(reminders)  # another process may have said it meanwhile
    upsert(
        models.Reminded,
        ("person", "item", "stage", "due", "day"),
        ((one.person, _digest(one.key), one.stage, one.due, work.today) for one in reminders),
        unique=("item", "stage", "person"),
        updated=("day",),
    )
    mine: dict[str, list[Reminder]] = {}
    for one in reminders:
        mine.setdefault(one.person, []).append(one)
    names = unit_names(subject.unit for subject in subjects.values())
    notices = [_notice(work, person, some, subjects, names) for person, some in mine.items()]
    for notice in notices:
        notice.urgent = urgent
    models.Notice.objects.bulk_create(notices, batch_size=500)
    mails = _mails(mine) if by_mail else {}
    models.Dispatch.objects.bulk_create(
        [
            models.Dispatch(notice=one, channel=one.channel or _MAIL, address=address, next=work.now)
            for one in notices
            for address in ([""] if one.channel else [mails[one.person]] if one.person in mails else [])
        ],
        batch_size=500,
    )
    models.Reminded.objects.filter(due__lt=work.today - _KEPT).delete()
    payload = {"notices": len(notices), "items": len(reminders)}
    return Done(ref=work.today.isoformat(), kind="reminded", payload=payload)


def _notice(
    work: Work,
    person: str,
    some: list[Reminder],
    subjects: Mapping[str, Subject],
    names: Mapping[str, str],
) -> models.Notice:
    ordered = sorted(some, key=lambda one: (one.due, one.key))[:_MOST]
    items = [
        {
            "what": subjects[one.key].what[:300],
            "unit": subjects[one.key].unit,
            "unit_name": names.get(subjects[one.key].unit, ""),
            "kind": subjects[one.key].kind,
            "ref": subjects[one.key].ref,
            "due": one.due.isoformat(),
            "stage": one.stage,
        }
        for one in ordered
    ]
    group = person.removeprefix("#") if person.startswith("#") else ""
    return models.Notice(
        person="" if group else person,
        channel=group,
        day=work.today,
        made=work.now,
        items=items,
        count=len(some),
    )


def _mails(persons: Iterable[str]) -> dict[str, str]:
    rows = models.NoticeAddress.objects.filter(account__is_active=True)
    found = rows.values_list("account__person", "account__username", "mail")
    wanted = set(persons)
    return {p or u: mail for p, u, mail in found if (p or u) in wanted}


@lru_cache(maxsize=1 << 17)
def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def deliver(now: datetime, *, most: int = 500) -> Sent:
    """Send what is waiting to go out, each message by itself; what fails is tried again later, six times.

    Out of hours only what is urgent goes out.
    """
    ways = channels()
    waiting = models.Dispatch.objects.filter(next__lte=now).select_related("notice").order_by("next", "pk")
    if not may_send(now, load.calendar(), ways.hours):
        waiting = waiting.filter(notice__urgent=True)
    gone = failed = 0
    for one in waiting[:most]:
        said = _send(one, ways)
        with locked():
            if said:
                failed += 1
                pause = _PAUSES[one.attempts] if one.attempts < len(_PAUSES) else None
                models.Dispatch.objects.filter(pk=one.pk, next=one.next).update(
                    attempts=one.attempts + 1, next=now + pause if pause else None, error=said
                )
            else:
                gone += 1
                models.Dispatch.objects.filter(pk=one.pk, next=one.next).update(
                    attempts=one.attempts + 1, next=None, sent=now, error=""
                )
    return Sent(gone=gone, failed=failed)


def _send(dispatch: models.Dispatch, ways: Channels) -> str:
    """Send one message; return what went wrong, empty where it has gone."""
    notice = dispatch.notice
    group = ways.group(dispatch.channel)
    try:
        if dispatch.channel == _MAIL and ways.mail is not None:
            with override(_language(notice.person)):
                send_mail(ways.mail, to=dispatch.address, subject=_subject(notice), text=_text(notice))
        elif group is not None:
            _send_group(group, notice)
        else:
            return f"{dispatch.channel}: no longer configured"
    except NotSent as fault:
        return str(fault)
    return ""


def _send_group(group: Group, notice: models.Notice) -> None:
    with override(group.language):
        send_to_group(group, subject=_subject(notice), text=_text(notice), items=notice.items)


def _language(person: str) -> str:
    rows = models.Account.objects.filter(person=person) | models.Account.objects.filter(username=person)
    return rows.values_list("language", flat=True).first() or "zh-hans"


def _subject(notice: models.Notice) -> str:
    words = ngettext("Remit: {count} thing to see to", "Remit: {count} things to see to", notice.count)
    return words.format(count=notice.count)


def _text(notice: models.Notice) -> str:
    lines = [
        _("{due}  {unit}: {what} ({stage})").format(
            due=item["due"], unit=item["unit_name"], what=item["what"], stage=stage_words(item["stage"])
        )
        for item in notice.items
    ]
    if notice.count > len(lines):
        lines.append(_("… and {count} more.").format(count=notice.count - len(lines)))
    return "\n".join(lines)


def stage_words(stage: str) -> str:
    """Return the stage of a reminder in words."""
    name, _dash, number = stage.partition("-")
    words = {
        "before": _("due soon"),
        "due": _("due today"),
        "overdue": _("overdue"),
        "come": _("new on your desk"),
        "urged": _("urged"),
        "unreported": _("not reported in time"),
    }
    return words[name] if name != "urged" else f"{words[name]} ×{number}"


def dispatch_problems() -> tuple[Problem, ...]:
    """Return what keeps messages from going out: faults in the settings, channels that fail or were given up."""
    problems = list(channels().problems)
    failing = models.Dispatch.objects.filter(sent=None, attempts__gt=0).values("channel")
    for row in failing.annotate(first=Min("notice__made")).order_by("channel"):
        last = models.Dispatch.objects.filter(channel=row["channel"], sent=None).exclude(error="").last()
        problems.append(
            warning(
                "channel-failing",
                "Messages through '{channel}' do not go out since {day}: {error}",
                "See that the other side can be reached and the settings in reminders.toml are right.",
                channel=row["channel"],
                day=date.isoformat(row["first"].date()),
                error=last.error if last else "-",
            )
        )
    return tuple(problems)

"""The world of the permission matrix: an organisation in which everything has a canary, and people of every role."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, datetime, timedelta

from django.test import Client

from remit.core.breakdown import BreakdownItem
from remit.core.duty import Degree, Duty, Review, ReviewState
from remit.core.period import Cadence
from remit.core.post import Group, Holder, Organisation, Post, Seat, Unit
from remit.core.regime import Regime, RegimeClause, Role
from remit.core.regime_part import Ground, Parts
from remit.core.workday import WorkCalendar
from remit.store import actions, load, load_token
from remit.store.access import Action, granted
from remit.store.access import Role as AccountRole
from remit.store.models import Account, ApiToken, Notice
from tests.pages import reporting_rules
from tests.pages.conftest import by
from tests.pages.permission_matrix import (
    DRAFT,
    DUTY,
    ISO,
    ISSUED,
    PARENTS,
    PEOPLE,
    UNITS,
    Someone,
    World,
    canary,
)


def build(now: datetime) -> World:
    """Build the world by the store's own actions."""
    world = World()
    _build_organisation(now)
    for day in (ISSUED.day, DRAFT.day):
        actions.import_edition(by(now), _regime(day))
    actions.issue_edition(by(now), ISSUED, version=1)
    actions.adopt(by(now), ISSUED, unit="/1", since=ISSUED.day)
    reporting_rules.settle(now)
    actions.set_calendar(by(now), WorkCalendar(first=date(2025, 1, 1), last=date(2027, 12, 31)))
    for code in UNITS:
        _fill(world, code, now)
        world.reports[code] = reporting_rules.begin_report(code, now, canary(code, "Q"))
        world.situations[code] = reporting_rules.tell_situation(
            code, now, canary(code, "V"), canary(code, "Z")
        )
    world.matters["copied"] = actions.open_task(
        by(now), units=("/1/3",), asker="/1", title="Rig the boom", copies=("/1/20",)
    )
    for someone in PEOPLE[1:]:
        _let_in(world, someone, now)
    _notify(now)
    return world


def _notify(now: datetime) -> None:
    """Tell everybody of their own units, and those who see none of a unit of an earlier post."""
    for someone in PEOPLE[1:]:
        for code in someone.heads or ("/1/3",):
            about = {"what": canary(code, "D"), "unit": code, "unit_name": canary(code, "N"), "kind": "duty"}
            Notice.objects.create(
                person=someone.name,
                day=now.date(),
                made=now,
                items=[{**about, "ref": f"{DUTY}@2026Q2", "due": ISO, "stage": "due"}],
                count=1,
            )


def _build_organisation(now: datetime) -> None:
    spring = date(2026, 5, 1)
    held = [Holder(post=f"{c}/head", person=canary(c, "H"), since=spring) for c in UNITS if c not in _NAMED]
    held += [Holder(post=f"{c}/head", person=name, since=spring) for c, name in _NAMED.items()]
    held += [
        Holder(
            post=f"{c}/head",
            person="former" if c == "/1/2" else canary(c, "J"),
            since=date(2025, 1, 1),
            until=date(2026, 4, 30),
        )
        for c in UNITS
    ]
    deputies = [
        Post(code=f"{c}/deputy", unit=c, title=canary(c, "T"), degree=Degree.LEADERSHIP) for c in UNITS
    ]
    held += [Holder(post=p.code, person=canary(p.unit, "H"), since=ISSUED.day) for p in deputies]
    actions.import_organisation(
        by(now),
        Organisation(
            units=tuple(
                Unit(code=c, name=canary(c, "N"), parent=PARENTS[c], kind="office", tags=(canary(c, "G"),))
                for c in UNITS
            ),
            posts=(
                *(Post(code=f"{c}/head", unit=c, title=canary(c, "T"), degree=Degree.FIRST) for c in UNITS),
                *deputies,
            ),
            holders=tuple(held),
        ),
    )


_NAMED = {"/1/2": "holder", "/1/20": "twin", "/1/3": "standin"}


def _regime(day: date) -> Regime:
    """An edition; the draft has a canary of its own, which only those who review may see."""
    secret = " KanariXD" if day == DRAFT.day else ""
    text = f"Each office shall hold a drill once a quarter.{secret}"
    review = Review(state=ReviewState.ACCEPTED, by="Eve", on=day) if day == ISSUED.day else Review()
    duty = Duty(
        ref="art-2",
        quote=text,
        holders=("each office",),
        actions=("hold a drill",),
        cadence=(Cadence(min=1, period="P3M"),),
        review=review,
    )
    return Regime(
        id="port-fire",
        title=f"Port fire rules{secret}",
        edition=day,
        language="en",
        subject="fire safety",
        roles=(Role(name="each office", units=("office",)),),
        clauses=(RegimeClause(ref=("2",), text=text, start=0, end=len(text), duties=(duty,)),),
        parts=Parts(grounds=(Ground(ref="ground-art-2", clause=("2",), quote=text, review=review),)),
    )


def _fill(world: World, code: str, now: datetime) -> None:
    """Give a unit a record with a file, an excuse, a breakdown, a group, a loan and a handover."""
    data = canary(code, "F").encode()
    world.digests[code] = hashlib.sha256(data).hexdigest()
    world.records[code] = actions.record(
        by(now),
        unit=code,
        day=date(2026, 4, 2),
        kind="drill",
        title=canary(code, "D"),
        meets=[DUTY],
        evidence=((f"{canary(code, 'E')}.txt", data),),
    )
    actions.excuse(
        by(now),
        duty=DUTY,
        unit=code,
        since=date(2026, 1, 1),
        until=date(2026, 3, 31),
        reason=canary(code, "X"),
        decided_by=canary(code, "Y"),
    )
    row = BreakdownItem(duty=DUTY, unit=code, since=ISSUED.day, measures=canary(code, "K"))
    actions.divide(by(now), [row], unit=code)
    group = Group(
        code=f"{code}/group", unit=code, title=canary(code, "U"), seats=((Seat.CHAIR, f"{code}/head"),)
    )
    actions.set_group(by(now), group)
    world.loans[code] = actions.delegate(
        by(now),
        post=f"{code}/deputy",
        person="standin" if code == "/1/2/1" else canary(code, "M"),
        since=now.date(),
        until=now.date() + timedelta(days=9),
        reason=canary(code, "L"),
    )
    world.matters[code] = _task(code, now)
    world.handovers[code] = actions.prepare_handover(by(now), post=f"{code}/head", day=date(2026, 5, 1))


def _task(code: str, now: datetime) -> str:
    """A task of a unit for itself, with a step."""
    ref = actions.open_task(
        by(now), units=(code,), asker=code, title=canary(code, "A"), text=canary(code, "C"), duty=DUTY
    )
    return actions.take_step(by(now), refs=(ref,), move="note", reason=canary(code, "B"))


_ACCOUNT_UNIT = {"clerk": "/1/2", "chief": "/1", "inspector": "/1/2"} | dict.fromkeys(
    ("reviewer", "auditor", "system", "security"), "/1/2"
)


def _let_in(world: World, someone: Someone, now: datetime) -> None:
    """Open an account, and a token for all that its owner may; those who see no unit have one named all the same."""
    actions.create_account(
        by(now),
        username=someone.name,
        person=someone.name,
        unit=_ACCOUNT_UNIT.get(someone.name, ""),
        role=AccountRole(someone.role),
        language="en",
    )
    client = Client(headers={"accept-language": "en"}, raise_request_exception=False)
    client.force_login(
        Account.objects.get(username=someone.name), backend="django.contrib.auth.backends.ModelBackend"
    )
    # As that of somebody who was here a moment ago, so that no request has to note it.
    session = client.session
    session.update({"remit_started": int(now.timestamp()), "remit_seen": int(now.timestamp())})
    session.save()
    world.clients[someone.name] = client
    secret = f"remit_{secrets.token_urlsafe(32)}"
    owner = load.viewer(someone.name, now.date())
    actions.create_token(
        by(now),
        username=someone.name,
        digest=load_token.digest(secret),
        name=f"Program of {someone.name}",
        scope=sorted(granted(owner)),
        expires=now + timedelta(days=9),
    )
    # A token that is for everything: what keeps its owner out is then the rule alone.
    ApiToken.objects.filter(account__username=someone.name).update(scope=sorted(Action))
    world.tokens[someone.name] = secret

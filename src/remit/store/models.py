"""Tables: columns and constraints, nothing else. Rows become core values in `load` and come from them in `save`.

A foreign key without an index of its own leads one of its table's compound indexes.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from remit.store.establishment_models import (
    BreakdownItem,
    Delegation,
    Group,
    GroupSeat,
    Handover,
    Placement,
    UnitChange,
)
from remit.store.identity_models import Guess, Identity, Passkey, Presence, RecoveryCode, Totp, UsedAssertion
from remit.store.matter_models import Extension, Matter, MatterParty, MatterStep, MatterText
from remit.store.package_models import (
    PackageKey,
    PackageSource,
    ReceivedPackage,
    ReportedExcuse,
    ReportedFile,
    ReportedUnit,
    SentPackage,
)
from remit.store.record_models import (
    CalendarFeed,
    Evidence,
    Meeting,
    Record,
    RecordCorrection,
    RecordDetail,
    RecordEvidence,
)
from remit.store.register_models import Budget, RecordAbout, RegisterItem, RegisterKeeper, Spending
from remit.store.reminder_models import Dispatch, Notice, NoticeAddress, Reminded
from remit.store.token_models import ApiToken

__all__ = [
    "Account",
    "Adoption",
    "ApiToken",
    "BreakdownItem",
    "Budget",
    "Calendar",
    "CalendarFeed",
    "Delegation",
    "Dispatch",
    "Edition",
    "Evidence",
    "Excuse",
    "Extension",
    "Group",
    "GroupSeat",
    "Guess",
    "Handover",
    "Holder",
    "IdempotencyKey",
    "Identity",
    "JournalEvent",
    "JournalPayload",
    "Matter",
    "MatterParty",
    "MatterStep",
    "MatterText",
    "Meeting",
    "Notice",
    "NoticeAddress",
    "PackageKey",
    "PackageSource",
    "Passkey",
    "Placement",
    "Post",
    "Presence",
    "ReceivedPackage",
    "Record",
    "RecordAbout",
    "RecordCorrection",
    "RecordDetail",
    "RecordEvidence",
    "RecoveryCode",
    "RegisterItem",
    "RegisterKeeper",
    "Reminded",
    "ReportedExcuse",
    "ReportedFile",
    "ReportedUnit",
    "SentPackage",
    "SignInToken",
    "Spending",
    "Totp",
    "Unit",
    "UnitChange",
    "UsedAssertion",
]


class Unit(models.Model):
    """An institution or a part of one. `lo` and `hi` number the tree in preorder: its subtree is lo <= x < hi.

    The numbers leave room, so that a unit can move without the others being numbered anew. `tags` is a JSON list.
    """

    code = models.CharField(max_length=200, unique=True)
    name = models.TextField()
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    kind = models.TextField(blank=True)
    tags = models.JSONField(default=list)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    lo = models.BigIntegerField(default=0)
    hi = models.BigIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["lo", "hi"], name="unit_interval")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(hi__gte=F("lo")), name="unit_interval_runs_forward")
        ]


class Account(AbstractBaseUser):
    """A way in for one person. `person` is the name under which posts are held; no account is above the rules.

    `unit` is the root of what is seen while the person holds no post. `pseudonym` names the account in the journal,
    `granted_by` that of whoever granted role and unit.
    """

    class Role(models.TextChoices):
        HOLDER = "holder"
        CLERK = "clerk"
        REVIEWER = "reviewer"
        INSPECTOR = "inspector"
        AUDITOR = "auditor"
        SYSTEM_ADMINISTRATOR = "system-administrator"
        SECURITY_ADMINISTRATOR = "security-administrator"

    username = models.CharField(max_length=150, unique=True)
    person = models.TextField(blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="accounts")
    role = models.CharField(max_length=30, choices=Role.choices)
    granted_by = models.CharField(max_length=40, blank=True, default="")
    granted = models.DateTimeField(null=True)
    language = models.CharField(max_length=10, default="zh-hans")
    is_active = models.BooleanField(default=True)
    pseudonym = models.CharField(max_length=40, unique=True)

    objects = BaseUserManager["Account"]()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["role"]

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    role__in=[
                        "holder",
                        "clerk",
                        "reviewer",
                        "inspector",
                        "auditor",
                        "system-administrator",
                        "security-administrator",
                    ]
                ),
                name="account_role_is_known",
            )
        ]

    def get_session_auth_hash(self) -> str:
        """Return what a session is tied to: it ends when password, role, person or unit change."""
        tied = "\0".join((self.password, self.role, self.person, str(self.unit_id)))
        return salted_hmac("remit.store.Account.session", tied, algorithm="sha256").hexdigest()


class SignInToken(models.Model):
    """A way in that works once: only the SHA-256 of the token is kept."""

    hash = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey(Account, models.CASCADE)
    created = models.DateTimeField()
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)


class Post(models.Model):
    """An office that answers. `portfolio` is a JSON list of subjects, `covers` one of unit codes."""

    code = models.CharField(max_length=400, unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")
    title = models.TextField()
    degree = models.CharField(max_length=20)
    portfolio = models.JSONField(default=list)
    covers = models.JSONField(default=list)
    since = models.DateField(null=True)
    until = models.DateField(null=True)


class Holder(models.Model):
    """Who holds a post, from `since` to `until`, both days included."""

    post = models.ForeignKey(Post, models.PROTECT, db_index=False, related_name="holders")
    person = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True)
    acting = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person"], name="holder_person")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["post", "person", "since"], name="holder_once"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="holder_runs_forward"
            ),
        ]


class Edition(models.Model):
    """One edition of a regime: `document` is the JSON of the core value, `version` counts its changes."""

    class State(models.TextChoices):
        DRAFT = "draft"
        ISSUED = "issued"

    regime = models.CharField(max_length=200)
    day = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    title = models.TextField()
    language = models.CharField(max_length=10)
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["regime", "day"], name="edition_once"),
            models.CheckConstraint(condition=Q(state__in=["draft", "issued"]), name="edition_state_is_known"),
        ]


class Adoption(models.Model):
    """An edition in force for a unit and its subordinates, from `since` to `until`, both days included.

    `regime` repeats the edition's, for the constraint.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="adoptions")
    regime = models.CharField(max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, db_index=False, related_name="adoptions")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "regime", "since"], name="adoption_once"),
            models.UniqueConstraint(
                fields=["unit", "regime"], condition=Q(until=None), name="adoption_one_open"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="adoption_runs_forward"
            ),
        ]


class Excuse(models.Model):
    """A decision that a unit need not do a duty in windows due between `since` and `until`."""

    duty = models.CharField(max_length=400)
    unit = models.ForeignKey(Unit, models.PROTECT, db_index=False, related_name="excuses")
    since = models.DateField()
    until = models.DateField()
    reason = models.TextField()
    decided_by = models.TextField()
    decided = models.DateField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["unit", "since", "until"], name="excuse_unit_range")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="excuse_runs_forward"),
            models.CheckConstraint(condition=~Q(reason=""), name="excuse_has_a_reason"),
        ]


class Calendar(models.Model):
    """The installation's working-day calendar: `document` is the JSON of the core value."""

    name = models.CharField(max_length=50, unique=True)
    document = models.TextField()
    sha256 = models.CharField(max_length=64)


class JournalEvent(models.Model):
    """One line of the journal: a header that is never changed, and its leaf hash. Triggers refuse update and delete.

    `commitment` and `leaf` are hexadecimal; how they are made is in `remit.journal`.
    """

    seq = models.BigIntegerField(primary_key=True)
    time = models.DateTimeField()
    actor = models.CharField(max_length=40)
    unit = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=40)
    commitment = models.CharField(max_length=64)
    leaf = models.CharField(max_length=64)


class JournalPayload(models.Model):
    """What an event committed to: erasable, leaving the header and its proof as they were."""

    event = models.OneToOneField(JournalEvent, models.PROTECT, primary_key=True, related_name="payload")
    payload = models.TextField()
    salt = models.CharField(max_length=64)


class IdempotencyKey(models.Model):
    """An action that was done once under a key: the same request again gives the same `ref`, and does nothing."""

    actor = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    action = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64)
    ref = models.TextField()
    time = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["actor", "key"], name="once_is_once")]

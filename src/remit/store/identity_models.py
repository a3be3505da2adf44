"""Tables of signing in: second factors, linked identities, open sessions, guesses. Secrets are sealed or hashed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

__all__ = ["Guess", "Identity", "Passkey", "Presence", "RecoveryCode", "Totp", "UsedAssertion"]


class Totp(models.Model):
    """An authenticator app. `sealed` is the secret, encrypted; `last_step` the last 30-second step that was used."""

    account = models.OneToOneField("store.Account", models.CASCADE, related_name="totp")
    sealed = models.TextField()
    last_step = models.BigIntegerField()
    created = models.DateTimeField()


class Passkey(models.Model):
    """A WebAuthn credential: public key and counter. `handle` is the SHA-256 of the credential's id."""

    account = models.ForeignKey("store.Account", models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=100)
    handle = models.CharField(max_length=64, unique=True)
    credential = models.TextField()
    counter = models.BigIntegerField(default=0)
    created = models.DateTimeField()
    used = models.DateTimeField(null=True)


class RecoveryCode(models.Model):
    """A code that stands in for a lost factor once: only its SHA-256 is kept."""

    account = models.ForeignKey(
        "store.Account", models.CASCADE, db_index=False, related_name="recovery_codes"
    )
    hash = models.CharField(max_length=64)
    used = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "hash"], name="recovery_code_once")
        ]


class Identity(models.Model):
    """Who an account is elsewhere: the subject under which a provider of the configuration knows its person."""

    account = models.ForeignKey("store.Account", models.CASCADE, related_name="identities")
    provider = models.CharField(max_length=50)
    subject = models.CharField(max_length=500)
    created = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["provider", "subject"], name="identity_once"),
            models.UniqueConstraint(fields=["account", "provider"], name="identity_one_each"),
        ]


class Presence(models.Model):
    """A session that an account has open: by which way it came in, and when it was last seen."""

    account = models.ForeignKey("store.Account", models.CASCADE, related_name="presences")
    session = models.CharField(max_length=40, unique=True)
    way = models.CharField(max_length=50)
    browser = models.CharField(max_length=50, blank=True)
    started = models.DateTimeField()
    seen = models.DateTimeField()


class Guess(models.Model):
    """Failed attempts in a row against a name: `key` is a keyed hash of the name and of a browser known to it."""

    key = models.CharField(max_length=64, unique=True)
    failures = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(null=True)
    latest = models.DateTimeField(db_index=True)


class UsedAssertion(models.Model):
    """An assertion or ticket of a provider that has let somebody in: it does so once."""

    hash = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField(db_index=True)

"""`remit token`, as a person calls it: the secret is shown once, and a token goes when it is told to."""

from __future__ import annotations

import json
from datetime import date, timedelta

from tests.cli.installation import call, done


def test_it_makes_lists_and_revokes_a_token(tmp_path):
    done(tmp_path, "migrate")
    done(tmp_path, "account", "watch", "--role", "auditor")
    made = json.loads(
        done(tmp_path, "token", "create", "watch", "--name", "Log", "--scope", "journal", "--json")
    )
    assert made["secret"].startswith("remit_")
    listed = done(tmp_path, "token", "list", "--json")
    (token,) = json.loads(listed)
    assert (token["ref"], token["scope"], token["revoked"]) == (made["ref"], ["journal"], None)
    last = date.fromisoformat(token["expires"][:10])
    created = date.fromisoformat(token["created"][:10])
    assert timedelta(days=89) <= last - created <= timedelta(days=91)
    assert made["secret"] not in listed
    done(tmp_path, "token", "revoke", made["ref"])
    assert "revoked" in done(tmp_path, "token", "list", "watch")


def test_it_refuses_in_words(tmp_path):
    done(tmp_path, "migrate")
    done(tmp_path, "account", "watch", "--role", "auditor")
    beyond = call(tmp_path, "token", "create", "watch", "--name", "Log", "--scope", "see")
    assert (beyond.returncode, "Choose from: journal." in beyond.stderr) == (1, True)
    nameless = call(tmp_path, "token", "create", "watch", "--scope", "journal")
    assert (nameless.returncode, "token-name" in nameless.stderr) == (1, True)
    late = call(
        tmp_path, "token", "create", "watch", "--name", "L", "--scope", "journal", "--until", "2190-01-01"
    )
    assert (late.returncode, "token-expiry" in late.stderr) == (1, True)
    for unknown in (("create", "nobody", "--name", "L", "--scope", "journal"), ("revoke", "T99")):
        missing = call(tmp_path, "token", *unknown)
        assert (missing.returncode, "not-there" in missing.stderr) == (2, True)
    assert call(tmp_path, "token", "list").stdout == "There are no tokens.\n"

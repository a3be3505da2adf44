"""Use cases: one verb, one transaction, one line of the journal each. Refuse first, decide purely, then save.

Each takes `By` first: who asks, under which key, and when. The same request under the same key is done once and
answers with the same reference again. Each returns the public reference of what it made. It raises Denied (not
allowed), NotThere (unknown reference), Refused (with the problems found) or ChangedMeanwhile; then nothing is changed.
"""

from remit.store.actions.accounts import (
    change_account,
    change_password,
    create_account,
    create_sign_in,
    redeem_sign_in,
)
from remit.store.actions.editions import adopt, import_edition, issue_edition, review_duty
from remit.store.actions.organising import Change, import_organisation, plan_import, set_calendar
from remit.store.actions.recording import Deed, excuse, import_records, record
from remit.store.transaction import By

__all__ = [
    "By",
    "Change",
    "Deed",
    "adopt",
    "change_account",
    "change_password",
    "create_account",
    "create_sign_in",
    "excuse",
    "import_edition",
    "import_organisation",
    "import_records",
    "issue_edition",
    "plan_import",
    "record",
    "redeem_sign_in",
    "review_duty",
    "set_calendar",
]

"""One's own notices: looked at, and where else they go."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from remit.core.problem import Place, Problem, error
from remit.store import models
from remit.store.refusal import Denied, Refused
from remit.store.transaction import Done, Work, action

__all__ = ["see_notices", "set_notice_address"]


@action
def see_notices(work: Work, *, last: int) -> Done:
    """Mark one's own notices up to a number as seen. Returns the number."""
    models.Notice.objects.filter(person=work.viewer.person, seen=None, pk__lte=last).update(seen=work.now)
    return Done(ref=str(last), kind="notices-seen", payload={"last": last})


@action
def set_notice_address(work: Work, *, mail: str) -> Done:
    """Have one's notices sent to a mail address too; empty: no longer. Returns nothing."""
    account = models.Account.objects.filter(pseudonym=work.viewer.actor, is_active=True).first()
    if account is None:
        raise Denied
    mail = mail.strip()
    if mail:
        try:
            validate_email(mail)
        except ValidationError as fault:
            raise Refused([_no_address(mail)]) from fault
        models.NoticeAddress.objects.update_or_create(account=account, defaults={"mail": mail})
    else:
        models.NoticeAddress.objects.filter(account=account).delete()
    return Done(ref="", kind="notice-address-set", payload={"set": bool(mail)})


def _no_address(mail: str) -> Problem:
    return error(
        "mail-address",
        "“{mail}” is no mail address.",
        "Write it as in name@example.org, or leave the field empty.",
        at=Place(ref="mail"),
        mail=mail,
    )

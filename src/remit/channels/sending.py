"""Sending one message by one channel, within ten seconds, or saying why not."""

from __future__ import annotations

import hashlib
import hmac
import importlib.util
import json
import smtplib
import ssl
import urllib.error
import urllib.request
from email.message import EmailMessage
from typing import Any

from remit.channels.configuration import Group, Mail
from remit.channels.refusal import NotSent

__all__ = ["chat_available", "send_mail", "send_to_group"]

_SECONDS = 10
_SCHEMES = {"wecom": "wecombot", "dingtalk": "dingtalk", "feishu": "feishu"}


def chat_available() -> bool:
    """Return whether the extra `chat` is installed, without which group chats are not reached."""
    return importlib.util.find_spec("apprise") is not None


def send_mail(mail: Mail, *, to: str, subject: str, text: str) -> None:
    """Send a mail; NotSent where the server does not take it."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = mail.sender, to, " ".join(subject.split())
    message.set_content(text)
    context = ssl.create_default_context(cafile=mail.ca_file or None)
    try:
        if mail.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(mail.host, mail.port, timeout=_SECONDS, context=context)
        else:
            server = smtplib.SMTP(mail.host, mail.port, timeout=_SECONDS)
        with server:
            if mail.security == "starttls":
                server.starttls(context=context)
            if mail.user:
                server.login(mail.user, mail.password)
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as fault:
        raise NotSent(f"{mail.host}: {type(fault).__name__}: {fault}"[:300]) from fault


def send_to_group(group: Group, *, subject: str, text: str, items: list[dict[str, str]]) -> None:
    """Send a message into a group chat, or as JSON to another program; NotSent where it is not taken."""
    if group.kind == "webhook":
        _post(group, {"subject": subject, "text": text, "items": items})
        return
    if not chat_available():
        raise NotSent("the extra 'chat' is not installed")
    import apprise  # noqa: PLC0415 - an optional extra

    robot = apprise.Apprise()
    if not robot.add(f"{_SCHEMES[group.kind]}://{group.token}/"):
        raise NotSent(f"{group.kind}: the token has not the form of one")
    if not robot.notify(title=subject, body=text):
        raise NotSent(f"{group.kind}: the robot did not take it")


def _post(group: Group, content: dict[str, Any]) -> None:
    body = json.dumps(content, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json; charset=utf-8"}
    if group.secret:
        signature = hmac.new(group.secret.encode(), body, hashlib.sha256).hexdigest()
        headers["X-Remit-Signature"] = f"sha256={signature}"
    request = urllib.request.Request(group.address, data=body, headers=headers, method="POST")  # noqa: S310
    context = ssl.create_default_context(cafile=group.ca_file or None)
    opener = urllib.request.build_opener(_NoRedirect, urllib.request.HTTPSHandler(context=context))
    try:
        with opener.open(request, timeout=_SECONDS) as answer:
            answer.read(1024)
    except (OSError, ValueError) as fault:
        raise NotSent(f"{group.name}: {type(fault).__name__}: {fault}"[:300]) from fault


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """What was configured is where it goes, and nowhere else."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None

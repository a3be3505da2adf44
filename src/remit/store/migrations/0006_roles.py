"""The administrator becomes the system administrator; security administrator and inspector are new.

Back, both administrators become one again; an account of a role that there was not is closed, as nothing that there was
is as little.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import Q

_NOW = [
    "holder",
    "clerk",
    "reviewer",
    "inspector",
    "auditor",
    "system-administrator",
    "security-administrator",
]


def divide_administration(apps: Any, _editor: object) -> None:
    """Let whoever kept the accounts go on with that, and with nothing else."""
    apps.get_model("store", "Account").objects.filter(role="administrator").update(
        role="system-administrator"
    )


def join_administration(apps: Any, _editor: object) -> None:
    """Close what the roles before cannot say, and name the administrator as before."""
    accounts = apps.get_model("store", "Account").objects
    accounts.filter(role="security-administrator").update(role="holder", unit=None, is_active=False)
    accounts.filter(role="inspector").update(role="holder", unit=None, is_active=False)
    accounts.filter(role="system-administrator").update(role="administrator")


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0005_api_tokens"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="account", name="account_role_is_known"),
        migrations.AddField(
            model_name="account",
            name="granted_by",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AddField(model_name="account", name="granted", field=models.DateTimeField(null=True)),
        migrations.AlterField(
            model_name="account",
            name="role",
            field=models.CharField(
                choices=[
                    ("holder", "Holder"),
                    ("clerk", "Clerk"),
                    ("reviewer", "Reviewer"),
                    ("inspector", "Inspector"),
                    ("auditor", "Auditor"),
                    ("system-administrator", "System Administrator"),
                    ("security-administrator", "Security Administrator"),
                ],
                max_length=30,
            ),
        ),
        migrations.RunPython(divide_administration, join_administration),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(condition=Q(role__in=_NOW), name="account_role_is_known"),
        ),
    ]

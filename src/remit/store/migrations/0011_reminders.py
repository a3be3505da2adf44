"""What was reminded of, the notices that say it, and how they leave the house."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0010_record_details")]
    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person", models.TextField(blank=True)),
                ("channel", models.CharField(blank=True, max_length=50)),
                ("day", models.DateField()),
                ("made", models.DateTimeField()),
                ("items", models.JSONField()),
                ("count", models.PositiveIntegerField()),
                ("seen", models.DateTimeField(null=True)),
                ("urgent", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [models.Index(fields=["person", "seen", "id"], name="notice_person")],
            },
        ),
        migrations.CreateModel(
            name="NoticeAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mail", models.EmailField(max_length=254)),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_address",
                        to="store.account",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reminded",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person", models.TextField()),
                ("item", models.CharField(max_length=32)),
                ("stage", models.CharField(max_length=20)),
                ("due", models.DateField()),
                ("day", models.DateField()),
            ],
            options={
                "indexes": [models.Index(fields=["due"], name="reminded_due")],
                "constraints": [
                    models.UniqueConstraint(fields=("item", "stage", "person"), name="reminded_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Dispatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("channel", models.CharField(max_length=50)),
                ("address", models.TextField(blank=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("next", models.DateTimeField(null=True)),
                ("sent", models.DateTimeField(null=True)),
                ("error", models.TextField(blank=True)),
                (
                    "notice",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dispatches",
                        to="store.notice",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["next"], name="dispatch_next")],
                "constraints": [
                    models.UniqueConstraint(fields=("notice", "channel", "address"), name="dispatch_once")
                ],
            },
        ),
    ]

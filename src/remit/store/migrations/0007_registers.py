"""Registers of places, channels, systems and assets; training and means; a unit's own breakdown items."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0006_roles")]
    operations = [
        migrations.AddField(
            model_name="breakdownitem",
            name="cascades",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="breakdownitem",
            name="title",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.CreateModel(
            name="Budget",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.CharField(max_length=100, unique=True)),
                ("year", models.PositiveSmallIntegerField()),
                ("regime", models.CharField(blank=True, max_length=200)),
                ("purpose", models.TextField()),
                ("currency", models.CharField(max_length=3)),
                ("amount", models.BigIntegerField()),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="budgets",
                        to="store.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RegisterItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=400, unique=True)),
                ("kind", models.CharField(max_length=10)),
                ("name", models.TextField()),
                ("location", models.TextField(blank=True)),
                ("checks", models.JSONField(default=list)),
                ("tags", models.JSONField(default=list)),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="register",
                        to="store.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RecordAbout",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("check_name", models.TextField(blank=True)),
                (
                    "record",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="about",
                        to="store.record",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="store.registeritem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RegisterKeeper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField()),
                (
                    "item",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keepers",
                        to="store.registeritem",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="kept", to="store.post"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Spending",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("amount", models.BigIntegerField()),
                (
                    "budget",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spendings",
                        to="store.budget",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spendings",
                        to="store.record",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="budget",
            constraint=models.UniqueConstraint(
                fields=("unit", "year", "regime", "purpose", "currency"), name="budget_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="budget",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0)), name="budget_is_no_debt"
            ),
        ),
        migrations.AddIndex(
            model_name="registeritem",
            index=models.Index(fields=["unit", "kind"], name="register_unit_kind"),
        ),
        migrations.AddConstraint(
            model_name="registeritem",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["place", "channel", "system", "asset"])),
                name="register_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="registeritem",
            constraint=models.CheckConstraint(
                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                name="register_runs_forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordabout",
            constraint=models.UniqueConstraint(
                fields=("record", "item", "check_name"), name="record_about_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="registerkeeper",
            constraint=models.UniqueConstraint(fields=("item", "since"), name="register_keeper_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="spending",
            constraint=models.UniqueConstraint(fields=("budget", "record"), name="spending_once"),
        ),
        migrations.AddConstraint(
            model_name="spending",
            constraint=models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="spending_is_some"),
        ),
    ]

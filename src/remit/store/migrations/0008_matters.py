"""Matters with their steps and texts, and extensions of what is due."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0007_registers")]
    operations = [
        migrations.CreateModel(
            name="Matter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.CharField(max_length=100, unique=True)),
                ("flow", models.CharField(max_length=20)),
                ("title", models.TextField()),
                ("text", models.TextField(blank=True)),
                ("kind", models.TextField(blank=True)),
                ("period", models.CharField(blank=True, max_length=40)),
                ("opened", models.DateTimeField()),
                ("opened_by", models.TextField()),
                ("first_due", models.DateField(null=True)),
                ("due", models.DateField(null=True)),
                ("limit", models.DateTimeField(null=True)),
                ("duty", models.CharField(blank=True, max_length=400)),
                ("window", models.CharField(blank=True, max_length=200)),
                ("first_post", models.CharField(blank=True, max_length=400)),
                ("post", models.CharField(blank=True, max_length=400)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("approvals", models.PositiveSmallIntegerField(default=1)),
                ("state", models.CharField(max_length=20)),
                ("with_owner", models.BooleanField(default=True)),
                ("with_asker", models.BooleanField(default=False)),
                ("done", models.DateTimeField(null=True)),
                ("closed", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=0)),
                ("urged", models.PositiveIntegerField(default=0)),
                (
                    "asker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters_asked",
                        to="store.unit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters",
                        to="store.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MatterParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.CharField(choices=[("support", "Support"), ("copy", "Copy")], max_length=10)),
                (
                    "matter",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="store.matter",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matter_parts",
                        to="store.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MatterStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("move", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                ("by", models.TextField()),
                ("hand", models.CharField(max_length=20)),
                ("reason", models.TextField(blank=True)),
                ("day", models.DateField(null=True)),
                ("post", models.CharField(blank=True, max_length=400)),
                ("records", models.JSONField(default=list)),
                (
                    "matter",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="store.matter",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MatterText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("document", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("by", models.TextField()),
                (
                    "matter",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="store.matter",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("duty", models.CharField(max_length=400)),
                ("window", models.CharField(max_length=200)),
                ("until", models.DateField()),
                ("reason", models.TextField()),
                ("decided_by", models.TextField()),
                ("decided", models.DateField()),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="store.unit",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "duty"], name="extension_unit_duty")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="extension_has_a_reason"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(fields=["unit", "closed", "due", "id"], name="matter_owed"),
        ),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(fields=["asker", "closed", "due", "id"], name="matter_asked"),
        ),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(fields=["flow", "period", "unit"], name="matter_period"),
        ),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(fields=["closed", "due"], name="matter_due"),
        ),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(fields=["source"], name="matter_source"),
        ),
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.CheckConstraint(
                condition=models.Q(("flow__in", ["task", "report", "filing", "incident"])),
                name="matter_flow_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("flow", "report"), models.Q(("state", "withdrawn"), _negated=True)),
                fields=("unit", "duty", "period"),
                name="matter_one_report",
            ),
        ),
        migrations.AddConstraint(
            model_name="matterparty",
            constraint=models.UniqueConstraint(fields=("matter", "unit", "part"), name="matter_party_once"),
        ),
        migrations.AddConstraint(
            model_name="matterparty",
            constraint=models.CheckConstraint(
                condition=models.Q(("part__in", ["support", "copy"])), name="matter_part_is_known"
            ),
        ),
        migrations.AddIndex(
            model_name="matterstep",
            index=models.Index(fields=["by", "at"], name="matter_step_by"),
        ),
        migrations.AddConstraint(
            model_name="matterstep",
            constraint=models.UniqueConstraint(fields=("matter", "number"), name="matter_step_once"),
        ),
        migrations.AddConstraint(
            model_name="mattertext",
            constraint=models.UniqueConstraint(fields=("matter", "number"), name="matter_text_once"),
        ),
    ]

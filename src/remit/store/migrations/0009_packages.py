"""Packages that were sent and received."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0008_matters")]
    operations = [
        migrations.CreateModel(
            name="PackageSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, unique=True)),
                ("installation", models.CharField(max_length=16)),
                ("rhythm", models.CharField(blank=True, max_length=10)),
                ("grace", models.PositiveIntegerField(default=0)),
                ("since", models.DateField()),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="package_sources",
                        to="store.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PackageKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fingerprint", models.CharField(max_length=64, unique=True)),
                ("public", models.CharField(max_length=64)),
                ("revoked", models.DateTimeField(null=True)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keys",
                        to="store.packagesource",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReceivedPackage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("previous", models.CharField(blank=True, max_length=64)),
                ("full", models.BooleanField()),
                ("last", models.DateField()),
                ("made", models.DateTimeField()),
                ("received", models.DateTimeField()),
                ("records", models.PositiveIntegerField()),
                ("journal_size", models.BigIntegerField()),
                ("journal_root", models.CharField(max_length=64)),
                ("aside", models.JSONField(default=list)),
                ("content", models.BinaryField()),
                (
                    "source",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="packages",
                        to="store.packagesource",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportedExcuse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.CharField(max_length=80)),
                (
                    "excuse",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reported",
                        to="store.excuse",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="excuses",
                        to="store.packagesource",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportedFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.CharField(max_length=80)),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reported",
                        to="store.evidence",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="store.packagesource",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportedUnit",
            fields=[
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="reported",
                        serialize=False,
                        to="store.unit",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="store.packagesource",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SentPackage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("to", models.CharField(max_length=16)),
                ("sequence", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("last", models.DateField()),
                ("made", models.DateTimeField()),
                ("content", models.BinaryField()),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sent_packages",
                        to="store.unit",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="packagesource",
            constraint=models.CheckConstraint(
                condition=models.Q(("rhythm__in", ["", "month", "quarter", "half-year", "year"])),
                name="package_source_rhythm_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="receivedpackage",
            constraint=models.UniqueConstraint(fields=("source", "sequence"), name="received_package_once"),
        ),
        migrations.AddConstraint(
            model_name="reportedexcuse",
            constraint=models.UniqueConstraint(fields=("source", "ref"), name="reported_excuse_once"),
        ),
        migrations.AddConstraint(
            model_name="reportedfile",
            constraint=models.UniqueConstraint(
                fields=("source", "ref", "evidence"), name="reported_file_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="sentpackage",
            constraint=models.UniqueConstraint(fields=("to", "sequence"), name="sent_package_once"),
        ),
    ]

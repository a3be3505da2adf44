"""Packages that were sent and received."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0008_matters")]
    operations = [
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hash", models.CharField(max_length=64, unique=True)),
                ("created", models.DateTimeField()),
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
            ],
        ),
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
            ],
        ),
        migrations.CreateModel(
            name="RecordCorrection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("time", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="RecordDetail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                ("key", models.CharField(max_length=40)),
                ("text", models.TextField(blank=True)),
                ("person", models.TextField(blank=True)),
                ("unit", models.TextField(blank=True)),
                ("day", models.DateField(null=True)),
                ("number", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
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
            ],
        ),
        migrations.AddField(
            model_name="record",
            name="at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="record",
            name="corrects",
            field=models.CharField(blank=True, db_default="", default="", max_length=100),
        ),
        migrations.AddField(
            model_name="record",
            name="current",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name="recordevidence",
            name="added",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="recordevidence",
            name="day",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="recordevidence",
            name="link",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="recordevidence",
            name="replaces",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="recordevidence",
            name="until",
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name="recordevidence",
            name="evidence",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="records",
                to="store.evidence",
            ),
        ),
        migrations.AddIndex(
            model_name="record",
            index=models.Index(
                condition=models.Q(("corrects", ""), _negated=True),
                fields=["corrects"],
                name="record_corrects",
            ),
        ),
        migrations.AddIndex(
            model_name="recordevidence",
            index=models.Index(
                condition=models.Q(("until__isnull", False)), fields=["until"], name="evidence_until"
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.UniqueConstraint(
                condition=models.Q(("current", True), models.Q(("corrects", ""), _negated=True)),
                fields=("corrects",),
                name="record_one_current",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordevidence",
            constraint=models.UniqueConstraint(
                condition=models.Q(("link", ""), _negated=True), fields=("record", "link"), name="link_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="recordevidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence__isnull", False), ("link", "")),
                    models.Q(("evidence", None), models.Q(("link", ""), _negated=True)),
                    _connector="OR",
                ),
                name="evidence_is_a_file_or_a_link",
            ),
        ),
        migrations.AddField(
            model_name="calendarfeed",
            name="account",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="calendar_feed",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="packagesource",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="package_sources", to="store.unit"
            ),
        ),
        migrations.AddField(
            model_name="packagekey",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="keys", to="store.packagesource"
            ),
        ),
        migrations.AddField(
            model_name="receivedpackage",
            name="source",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="packages",
                to="store.packagesource",
            ),
        ),
        migrations.AddField(
            model_name="recordcorrection",
            name="later",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="correcting",
                to="store.record",
            ),
        ),
        migrations.AddField(
            model_name="recordcorrection",
            name="record",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="correction", to="store.record"
            ),
        ),
        migrations.AddField(
            model_name="recorddetail",
            name="record",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="details",
                to="store.record",
            ),
        ),
        migrations.AddField(
            model_name="reportedexcuse",
            name="excuse",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="reported", to="store.excuse"
            ),
        ),
        migrations.AddField(
            model_name="reportedexcuse",
            name="source",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="excuses",
                to="store.packagesource",
            ),
        ),
        migrations.AddField(
            model_name="reportedfile",
            name="evidence",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reported", to="store.evidence"
            ),
        ),
        migrations.AddField(
            model_name="reportedfile",
            name="source",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="files",
                to="store.packagesource",
            ),
        ),
        migrations.AddField(
            model_name="reportedunit",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="units", to="store.packagesource"
            ),
        ),
        migrations.AddField(
            model_name="sentpackage",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="sent_packages", to="store.unit"
            ),
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
            model_name="recordcorrection",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="correction_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="recorddetail",
            constraint=models.UniqueConstraint(fields=("record", "place"), name="detail_place"),
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

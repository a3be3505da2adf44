"""What a record says beside its title, its versions, and the days and versions of evidence; feeds of what is due."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("store", "0009_packages")]
    operations = [
        migrations.AddField(model_name="record", name="at", field=models.DateTimeField(null=True)),
        migrations.AddField(
            model_name="record",
            name="corrects",
            field=models.CharField(blank=True, db_default="", default="", max_length=100),
        ),
        migrations.AddField(
            model_name="record", name="current", field=models.BooleanField(db_default=True, default=True)
        ),
        migrations.AddIndex(
            model_name="record",
            index=models.Index(condition=~Q(corrects=""), fields=["corrects"], name="record_corrects"),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.UniqueConstraint(
                condition=Q(("current", True), ~Q(corrects="")),
                fields=("corrects",),
                name="record_one_current",
            ),
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
        migrations.AddField(
            model_name="recordevidence",
            name="link",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(model_name="recordevidence", name="day", field=models.DateField(null=True)),
        migrations.AddField(model_name="recordevidence", name="added", field=models.DateField(null=True)),
        migrations.AddField(model_name="recordevidence", name="until", field=models.DateField(null=True)),
        migrations.AddField(
            model_name="recordevidence",
            name="replaces",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddIndex(
            model_name="recordevidence",
            index=models.Index(condition=Q(until__isnull=False), fields=["until"], name="evidence_until"),
        ),
        migrations.AddConstraint(
            model_name="recordevidence",
            constraint=models.UniqueConstraint(
                condition=~Q(link=""), fields=("record", "link"), name="link_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="recordevidence",
            constraint=models.CheckConstraint(
                condition=Q(
                    Q(("evidence__isnull", False), ("link", "")),
                    Q(("evidence", None), ~Q(link="")),
                    _connector="OR",
                ),
                name="evidence_is_a_file_or_a_link",
            ),
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
                (
                    "record",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="details",
                        to="store.record",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="recorddetail",
            constraint=models.UniqueConstraint(fields=("record", "place"), name="detail_place"),
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
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction",
                        to="store.record",
                    ),
                ),
                (
                    "later",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correcting",
                        to="store.record",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="recordcorrection",
            constraint=models.CheckConstraint(condition=~Q(reason=""), name="correction_has_a_reason"),
        ),
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
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calendar_feed",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]

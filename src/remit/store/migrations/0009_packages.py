"""Packages that were sent and received."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("store", "0008_matters")]
    operations = []

"""Reports upward and their versions."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("store", "0011_reminders")]
    operations = []

"""What a record says beside its title, and the days and versions of evidence."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("store", "0009_packages")]
    operations = []

"""What was reminded of, and the channels it goes through."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("store", "0010_record_details")]
    operations = []

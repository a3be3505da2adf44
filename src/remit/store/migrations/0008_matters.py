"""Matters with their steps, and extensions of what is due."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("store", "0007_registers")]
    operations = []

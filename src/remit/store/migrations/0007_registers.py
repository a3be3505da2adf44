"""Registers of places, channels, systems and assets; training and means."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("store", "0006_roles")]
    operations = []

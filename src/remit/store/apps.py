"""The store as a Django app."""

from __future__ import annotations

from django.apps import AppConfig

__all__ = ["StoreConfig"]


class StoreConfig(AppConfig):
    """The app `store`, the only one of ours with tables."""

    name = "remit.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"

"""The roll-up of this installation as a folder of columns, for ClickHouse and whatever else reads Parquet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from remit.files.roll_parquet import Exported, write_folder
from remit.store import models
from remit.store.roll import roll_on
from remit.store.roll_deeds import record_columns

__all__ = ["export_columns"]


def export_columns(folder: Path, day: date, *, shards: int) -> Exported:
    """Write units and records of a day's year, up to the day where later ones exist, cut into so many shards.

    OSError where the folder cannot be written.
    """
    roll = roll_on(day)
    records, named = record_columns(roll)
    codes = list(models.Unit.objects.order_by("lo").values_list("code", flat=True))
    units: dict[str, NDArray[Any] | list[str]] = {
        "ends": roll.ends.astype(np.uint32),
        "lo": roll.los,
        "code": codes,
    }
    return write_folder(folder, roll.state, units, records, named, day=day, shards=min(shards, len(codes)))

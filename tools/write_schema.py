"""Write the JSON Schema of regime files afresh after their values changed: python tools/write_schema.py"""

from __future__ import annotations

import sys
from pathlib import Path

import remit.files
from remit.files.schema import fresh_schema


def main() -> int:
    """Replace the published schema."""
    folder = Path(remit.files.__file__).parent
    (folder / "regime.schema.json").write_text(fresh_schema(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

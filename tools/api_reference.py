"""Write the operations of the API into docs/reference/api.md, a table for each part, as the description has them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "api.md"
HEAD = "## Operations\n\nThe scope is what a token has to be for; where two are named, one of them will do.\n"


def main() -> int:
    """Replace what stands below the heading `Operations`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "remit.web.settings")
    import django  # noqa: PLC0415 - settings first

    django.setup()
    from remit.api.reference import describe  # noqa: PLC0415 - Django has to be ready
    from remit.api.service import api  # noqa: PLC0415

    parts: dict[str, list[str]] = {}
    for path, verbs in describe(api)["paths"].items():
        for verb, one in verbs.items():
            scope = ", ".join(f"`{action}`" for action in one.get("x-remit-scope", ())) or "any"
            short = path.removeprefix("/api/v1")
            row = f"| `{verb.upper()} {short}` | {scope} | {one['summary']} |"
            parts.setdefault(one["tags"][0], []).append(row)
    text = PAGE.read_text("utf-8")
    tables = [
        f"\n### {name[:1].upper()}{name[1:]}\n\n| operation | scope | does |\n| --- | --- | --- |\n"
        + "\n".join(rows)
        + "\n"
        for name, rows in parts.items()
    ]
    PAGE.write_text(text[: text.index("## Operations")] + HEAD + "".join(tables), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Write the calendar of China's working days from the chinesecalendar library: run once a year, review, commit.

    python tools/seed_calendar.py 2024 2026 > src/remit/files/calendars/cn.toml

The file is the truth afterwards: the library is not needed to run Remit, and knows nothing beyond the years whose
holidays have been announced.
"""

from __future__ import annotations

import sys
from datetime import date
from itertools import groupby

from chinese_calendar import constants

SATURDAY = 5
HEAD = """\
# 中国法定工作日历：周一至周五，除去放假的工作日，加上调休上班的周末。可复制修改后用 --calendar 文件 指定。
# 日历到 last 为止：此后不作推测，国务院办公厅公布次年放假安排后请自行增补。
name = "中国"
first = {first}-01-01
last = {last}-12-31
"""
TERMS = """
# 学期（“每学期”的责任按此计算），各地不同，请按本地校历填写，例如：
# [[terms]]
# kind = "学期"
# name = "2026-autumn"
# first = 2026-09-01
# last = 2027-01-22
"""


def main() -> int:
    """Print the calendar for the years from the first argument to the second, both included."""
    first, last = int(sys.argv[1]), int(sys.argv[2])
    years = range(first, last + 1)
    off = {
        day: name
        for day, name in constants.holidays.items()
        if day.weekday() < SATURDAY and day.year in years
    }
    worked = [day for day in constants.workdays if day.weekday() >= SATURDAY and day.year in years]
    missing = [year for year in years if not any(day.year == year for day in off)]
    if missing:
        sys.stderr.write(f"the library knows no holidays of {missing}\n")
        return 1
    lines = [HEAD.format(first=first, last=last), "# 放假的工作日", "holidays = ["]
    for (year, name), days in groupby(sorted(off), key=lambda day: (day.year, off[day])):
        lines.append(f"    {_listed(list(days))},  # {year} {constants.Holiday(name).chinese}")
    lines += ["]", "", "# 调休上班的周末", "workdays = ["]
    lines += [f"    {_listed(list(days))}," for _, days in groupby(sorted(worked), key=lambda day: day.year)]
    lines += ["]", TERMS]
    sys.stdout.write("\n".join(lines))
    return 0


def _listed(days: list[date]) -> str:
    return ", ".join(day.isoformat() for day in days)


if __name__ == "__main__":
    sys.exit(main())

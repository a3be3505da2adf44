"""The rule by which packages come together: any order of them leaves what they say one after another."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from remit.files.package_form import Content, ExcuseLine, GoneLine, RecordLine, UnitLine
from remit.store.package_merge import cut_parts, effect_of, stated_by, take_back_aside

DAY = date(2027, 4, 2)
_REFS = st.sampled_from(["1", "2"])


def record(ref: str, title: str) -> RecordLine:
    return RecordLine(ref=ref, unit="/1", day=DAY, entered=DAY, kind="drill", title=title)


def excuse(ref: str, reason: str) -> ExcuseLine:
    return ExcuseLine(
        ref=ref, unit="/1/1", duty="d/1", since=DAY, until=DAY, reason=reason, decided_by="Head", decided=DAY
    )


@st.composite
def contents(draw) -> tuple[Content, bool]:
    word = st.sampled_from("abc")
    records = draw(st.dictionaries(_REFS, word))
    excuses = draw(st.dictionaries(_REFS, word))
    gone = [GoneLine(kind="record", ref=ref) for ref in sorted(draw(st.sets(_REFS)) - records.keys())]
    gone += [GoneLine(kind="excuse", ref=ref) for ref in sorted(draw(st.sets(_REFS)) - excuses.keys())]
    content = Content(
        units=tuple(
            UnitLine(code=c, name=n, parent="/1") for c, n in draw(st.dictionaries(_REFS, word)).items()
        ),
        records=tuple(record(ref, title) for ref, title in records.items()),
        excuses=tuple(excuse(ref, reason) for ref, reason in excuses.items()),
        withdrawn=tuple(gone),
    )
    return content, draw(st.booleans())


def in_order(packages) -> tuple[dict, dict, dict]:
    """What packages say one after another: records with whether they count, excuses, units."""
    records, excuses, units = {}, {}, {}
    for content, full in packages:
        if full:
            records = {ref: (line, False) for ref, (line, _) in records.items()}
            excuses = {}
        records |= {line.ref: (line, True) for line in content.records}
        excuses |= {line.ref: line for line in content.excuses}
        units |= {line.code: line for line in content.units}
        for line in content.withdrawn:
            if line.kind == "excuse":
                excuses.pop(line.ref, None)
            elif line.ref in records:
                records[line.ref] = (records[line.ref][0], False)
    return records, excuses, units


@given(st.data())
@settings(max_examples=150, deadline=None, database=None)
def test_packages_in_any_order_leave_what_they_say_one_after_another(data):
    packages = data.draw(st.lists(contents(), min_size=1, max_size=5))
    records, excuses, units = {}, {}, {}
    came = {}
    for at in data.draw(st.permutations(range(len(packages)))):
        content, full = packages[at]
        done = effect_of(
            content,
            full=full,
            later=[stated for number, stated in came.items() if number > at],
            records=records.keys(),
            excuses=excuses.keys(),
        )
        came[at] = stated_by(at, content, full=full)
        units |= {line.code: line for line in done.units}
        records |= {line.ref: (line, line.ref in done.standing) for line in done.records}
        records |= {ref: (records[ref][0], False) for ref in done.silenced & records.keys()}
        excuses = {ref: line for ref, line in excuses.items() if ref not in done.gone_excuses}
        excuses |= {line.ref: line for line in done.excuses}
    assert (records, excuses, units) == in_order(packages)


def test_what_is_set_aside_is_taken_back_instead_of_put():
    content = Content(records=(record("2", "b"),))
    aside = [
        ("record", "1", "outside-scope"),
        ("excuse", "3", "excuse-own"),
        ("unit", "/1/7", "text-too-long"),
    ]
    kept = take_back_aside(content, aside)
    assert kept.records == content.records
    assert {(line.kind, line.ref) for line in kept.withdrawn} == {("record", "1"), ("excuse", "3")}
    assert cut_parts(aside) == {"records", "excuses", "units"}
    assert take_back_aside(content, ()) is content

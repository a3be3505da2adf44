import pytest

from remit.core.problem import Level, Place, Problem, error, note, placed, warning, worst


def test_it_fills_in_the_values_after_translation() -> None:
    problem = error("unit-code", "Row {row} has no code.", "Give one.", row=3)
    chinese = {"Row {row} has no code.": "第{row}行没有代码。", "Give one.": "请填写。"}
    assert problem.text() == "Row 3 has no code. Give one."
    assert problem.text(lambda template: chinese[template]) == "第3行没有代码。 请填写。"


def test_a_line_names_file_line_column_level_and_code() -> None:
    problem = warning("term-name", "No name.", "Give one.", at=Place("calendar.toml", 4, 2))
    assert problem.line() == "calendar.toml:4:2: warning term-name: No name. Give one."


def test_an_unknown_file_is_a_dash() -> None:
    assert note("x", "Seen.", "").line() == "-:0:0: note x: Seen."


def test_values_may_be_called_code_message_and_remedy() -> None:
    problem = error("x", "{code} {message}", "{remedy}", code=1, message=2, remedy=3)
    assert problem.text() == "1 2 3"


def test_placed_fills_in_the_file_only_where_it_is_unknown() -> None:
    known, unknown = error("a", "A.", "", at=Place("one")), error("b", "B.", "", at=Place(line=7, ref="r"))
    assert [p.place for p in placed((known, unknown), "two")] == [
        Place("one"),
        Place("two", 7, 0, "r"),
    ]


@pytest.mark.parametrize(
    ("makers", "expected"),
    [
        ((), None),
        ((note,), Level.NOTE),
        ((note, warning), Level.WARNING),
        ((warning, error, note), Level.ERROR),
    ],
)
def test_worst_is_the_gravest_level(makers: tuple, expected: Level | None) -> None:
    problems: list[Problem] = [make("x", "X.", "") for make in makers]
    assert worst(problems) == expected

from remit.core.clause import clauses_above


def test_a_clause_stands_below_the_nearest_one_whose_path_it_continues() -> None:
    refs = [
        ("一",),
        ("一", "(一)"),
        ("一", "(一)", "1"),
        ("一", "(二)"),
        ("二", "(一)"),
        ("二",),
        ("二", "(三)"),
    ]
    assert clauses_above(refs) == (None, 0, 1, 0, None, None, 5)


def test_a_clause_of_the_same_path_is_not_above() -> None:
    assert clauses_above([("一",), ("一",)]) == (None, None)


def test_without_clauses_there_is_nothing() -> None:
    assert clauses_above([]) == ()

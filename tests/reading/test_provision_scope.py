"""What the scope screen puts outside creates nothing, below its lead-in too."""

from remit.reading.provision import provisions
from remit.reading.structure import outline

TEXT = """第一条 对发表不当言论的人员，采取下列措施：
（一）每月走访一次；
（二）登记在册。
第二条 学校应当每月检查一次食堂。
"""


def test_the_items_of_a_lead_in_outside_the_scope_are_outside_with_it() -> None:
    found, _ = provisions(TEXT, outline(TEXT)[0])
    assert [(one.clause.ref[-1], one.screen, len(one.acts)) for one in found] == [
        ("第一条", "out", 0),
        ("(一)", "out", 0),
        ("(二)", "out", 0),
        ("第二条", "in", 1),
    ]


def test_the_words_of_a_clause_outside_stay_where_they_were() -> None:
    found, _ = provisions(TEXT, outline(TEXT)[0])
    assert TEXT[slice(*found[1].out_spans[0])] == "（一）每月走访一次；"

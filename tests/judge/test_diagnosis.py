from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from auditor.judge.diagnosis import diagnose
from auditor.judge.suggest import suggest
from auditor.judge.verdict import judge
from auditor.model.claim import Change
from auditor.model.interval import Interval
from auditor.model.quantity import Unit
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Slip
from auditor.model.relation import Strength
from auditor.model.relation import addition
from tests.judge.conftest import HUNDRED
from tests.judge.conftest import KILOGRAM
from tests.judge.conftest import ONE
from tests.judge.conftest import PERCENT
from tests.judge.conftest import TONNE

#: Three rows and columns with totals; it foots and cross-foots.
GRID = (
    ("1,204", "3,518", "2,077", "6,799"),
    ("5,391", "4,662", "1,345", "11,398"),
    ("2,786", "1,093", "8,254", "12,133"),
    ("9,381", "9,273", "11,676", "30,330"),
)


def grid(**wrong):
    """Return the grid with some cells misprinted: ``r1c2="1,354"``."""
    rows = [list(row) for row in GRID]
    for cell, text in wrong.items():
        rows[int(cell[1])][int(cell[3])] = text
    return rows


def diagnoses(book):
    return diagnose(judge(book.relations, book.claims), book.claims)


def broken(diagnosis):
    return {judgement.relation.id for judgement in diagnosis.failures}


def test_a_table_that_foots_needs_no_diagnosis(book):
    book.table(GRID)
    book.cross_foot(4)
    assert diagnoses(book) == ()


def test_the_wrong_cell_of_a_cross_footed_table_is_found_with_its_value(book):
    book.table(grid(r1c1="4,726"))
    book.cross_foot(4)
    (found,) = diagnoses(book)
    assert found.suspect == "1.1"
    assert broken(found) == {"sum|1.3|1.0|1.1|1.2", "sum|3.1|0.1|1.1|2.1"}
    assert found.repair == Interval(Decimal("4660.5"), Decimal("4663.5"))
    assert found.slip is Slip.NONE


def test_a_transposed_cell_is_named_as_such(book):
    book.table(grid(r1c1="4,726", r2c2="8,524"))
    book.cross_foot(4)
    assert {item.suspect: item.slip for item in diagnoses(book)} == {
        "1.1": Slip.NONE,
        "2.2": Slip.TRANSPOSED_DIGITS,
    }


def test_a_wrong_total_is_told_from_its_parts(book):
    book.table(grid(r0c3="6,979"))
    book.cross_foot(4)
    (found,) = diagnoses(book)
    assert (found.suspect, found.slip) == ("0.3", Slip.TRANSPOSED_DIGITS)
    assert suggest(book.claims["0.3"], found.repair) == "6799"


def test_two_errors_in_one_row_are_two_causes(book):
    book.table(grid(r1c1="4,726", r1c2="9,345"))
    book.cross_foot(4)
    found = {item.suspect: item for item in diagnoses(book)}
    assert sorted(found) == ["1.1", "1.2"]
    assert Decimal(4662) in found["1.1"].repair
    assert Decimal(1345) in found["1.2"].repair
    assert sum(len(item.failures) for item in found.values()) == 3


def test_two_errors_apart_are_two_causes(book):
    book.table(grid(r0c0="1,402", r2c1="1,708"))
    book.cross_foot(4)
    assert [(item.suspect, item.slip) for item in diagnoses(book)] == [
        ("0.0", Slip.TRANSPOSED_DIGITS),
        ("2.1", Slip.NONE),
    ]


def test_what_depends_on_a_wrong_cell_has_the_same_cause(book):
    book.table(grid(r1c1="46,620"))
    book.cross_foot(4)
    for ref, text in (("growth", "-13.5"), ("share", "50.3")):
        book.say(ref, text, PERCENT)
    book.growth("growth", "1.1", "1.0")
    book.share("share", "1.1", "3.1")
    (found,) = diagnoses(book)
    assert (found.suspect, found.slip) == ("1.1", Slip.SCALE)
    assert len(found.failures) == 4


def test_a_wrong_growth_in_prose_is_told_from_cells_that_hold_elsewhere(book):
    book.table(GRID)
    book.cross_foot(4)
    book.growth(book.say("growth", "-31.5", PERCENT), "1.1", "1.0")
    (found,) = diagnoses(book)
    assert found.suspect == "growth"
    assert suggest(book.claims["growth"], found.repair) == "-13.5"


def test_a_rate_in_prose_is_suspected_before_the_table_it_comes_from(book):
    book.table([["2,355,001", "2,237,625"]])
    book.growth(book.say("growth", "-7.7", PERCENT), "0.1", "0.0")
    (found,) = diagnoses(book)
    assert found.suspect == "growth"


def test_a_lone_pair_that_disagrees_accuses_nobody(book):
    book.table([["1,389.7"]])
    book.same(book.say("sentence", "1,387.2"), "0.0")
    (found,) = diagnoses(book)
    assert (found.suspect, found.repair, found.slip) == ("", None, Slip.NONE)
    assert len(found.failures) == 1


def test_of_a_pair_the_one_that_adds_up_is_believed(book):
    book.table([["500.0"], ["889.7"], ["1,389.7"]])
    book.sum("2.0", ("0.0", "1.0"))
    book.same("2.0", book.say("sentence", "1,387.2"))
    (found,) = diagnoses(book)
    assert found.suspect == "sentence"
    assert suggest(book.claims["sentence"], found.repair) == "1389.7"


def test_a_slip_that_either_may_have_made_accuses_nobody_and_names_both(book):
    book.same(book.say("here", "13,249"), book.say("there", "13,549"))
    (found,) = diagnoses(book)
    assert (found.suspect, found.suggested) == ("", "")
    named = {(item.suspect, item.suggested) for item in found.candidates}
    assert named == {("here", "13549"), ("there", "13249")}


def test_a_digit_is_lost_more_often_than_one_comes_from_nowhere(book):
    book.same(book.say("here", "13,249"), book.say("there", "1,349"))
    (found,) = diagnoses(book)
    assert (found.suspect, found.suggested) == ("there", "13249")


def test_of_34_and_344_the_one_with_a_digit_twice_comes_first(book):
    book.same(book.say("short", "34"), book.say("long", "344"))
    (found,) = diagnoses(book)
    assert found.suspect == ""
    assert [(item.suspect, item.suggested) for item in found.candidates] == [("long", "34"), ("short", "344")]


def test_that_a_share_of_a_wrong_whole_is_a_whole_number_too_speaks_for_neither(book):
    book.same(book.say("here", "80"), book.say("there", "10"))
    book.say("share", "60", PERCENT)
    reached = Expression.constant(48) / Expression.claim("here") * Expression.constant(100)
    book.relate(Kind.WHOLE_NUMBER, "share", reached)
    (found,) = diagnoses(book)
    assert {(item.suspect, item.suggested) for item in found.candidates} == {("here", "10"), ("there", "80")}


def test_a_share_that_no_whole_number_gives_and_another_telling_denies_is_wrong_once(book):
    book.same(book.say("here", "6", PERCENT), book.say("there", "60", PERCENT))
    book.say("whole", "10")
    reached = Expression.constant(1) / Expression.claim("whole") * Expression.constant(100)
    book.relate(Kind.WHOLE_NUMBER, "here", reached)
    (found,) = diagnoses(book)
    assert (found.suspect, found.suggested) == ("here", "60")


def test_parts_and_total_of_a_lone_footing_are_all_named_where_a_digit_of_any_may_be_wrong(book):
    book.table([["8,131", "24,957", "52,664", "85,772"]])
    book.sum("0.3", ("0.0", "0.1", "0.2"))
    (found,) = diagnoses(book)
    assert found.suspect == ""
    assert {(item.suspect, item.suggested) for item in found.candidates} >= {
        ("0.2", "52684"),
        ("0.1", "24977"),
        ("0.3", "85752"),
    }


def test_an_open_question_has_no_candidates(book):
    rate = Expression.claim("deaths") / Expression.claim("employees") * Expression.constant(100)
    for ref, text in (("rate", "0.0040"), ("deaths", "3"), ("employees", "118,240")):
        book.say(ref, text, PERCENT if ref == "rate" else book.claims["rate"].quantity.unit)
    book.relate(Kind.DEFINITION, "rate", rate, Strength.QUESTION)
    (found,) = diagnoses(book)
    assert found.candidates == ()


def test_a_question_that_one_repair_answers_speaks_for_it(book):
    book.table([["56,970", "62,316"], ["3,510", "3,600"], ["17.0", "17.3"]])
    book.growth(book.say("growth", "4.4", PERCENT, seat=(0, 2)), "0.1", "0.0")
    assert [found.suspect for found in diagnoses(book)] != ["0.0"]
    each = Expression.claim("0.0") / Expression.claim("1.0")
    book.relate(Kind.RATIO, "2.0", each, Strength.QUESTION)
    (found,) = diagnoses(book)
    assert (found.suspect, found.suggested) == ("0.0", "59670")


def test_a_row_in_another_unit_is_one_cause(book):
    book.table([["4,100", "4,350"]], KILOGRAM)
    for at in range(9):
        book.say(f"tonnes {at}", "12")
    for column, told in (("0", "4,100"), ("1", "4,350")):
        book.same(book.say(f"sentence {column}", told), f"0.{column}")
    book.growth(book.say("growth", "6.1", PERCENT), "0.1", "0.0")
    (found,) = diagnoses(book)
    assert (found.suspect, found.slip, len(found.failures)) == ("0.0", Slip.WRONG_UNIT, 2)
    assert found.suggested == "4100000"


def test_a_row_that_repeats_the_row_above_is_suspected_of_being_its_copy(book):
    book.table([["3,141", "5,926", "5,358"], ["3,141", "5,926", "5,358"], ["9,323", "8,462", "6,433"]])
    book.say("told", "2,718", metric="row1", period="FY2020")
    book.say("beside", "11,208")
    book.sum("beside", ("1.0", "1.1", "1.2", "told"))
    (found,) = diagnoses(book)
    assert (found.suspect, found.slip) == ("1.0", Slip.COPIED_ROW)


def test_what_holds_of_the_row_above_too_says_nothing_of_a_row_that_is_its_copy(book):
    book.say("capital", "36,000")
    for row in (0, 1):
        book.say(f"shares {row}", "3,141", metric=f"holder {row}", seat=(row, 0))
        book.say(f"share {row}", "8.725", PERCENT, metric=f"holding {row}", seat=(row, 1))
        book.share(f"share {row}", f"shares {row}", "capital")
    book.same("shares 1", book.say("told again", "2,718"))
    (found,) = diagnoses(book)
    assert (found.suspect, found.suggested, found.slip) == ("shares 1", "2718", Slip.COPIED_ROW)


@pytest.mark.parametrize("known", [True, False])
def test_a_long_number_of_one_metric_that_is_told_again_is_not_wrong_in_both_places(book, known):
    metric = "cash" if known else "?cash"
    book.say("now", "52,737", metric=metric, period="FY2025", seat=(0, 0))
    book.say("before", "434,960", metric=metric, period="FY2024", seat=(0, 1))
    book.growth(book.say("growth", "21.3", PERCENT, metric="growth", seat=(0, 2)), "now", "before")
    book.growth(book.say("growth again", "21.3", PERCENT), "now", "before")
    book.same(book.say("now again", "52,737", metric=metric), "now", Strength.TIE)
    (found,) = diagnoses(book)
    assert (found.suspect == "before") is known


def test_a_slip_tells_which_number_of_a_lone_footing_is_wrong(book):
    book.table([["4,300", "5,100", "8,500"]])
    book.sum("0.2", ("0.0", "0.1"))
    (found,) = diagnoses(book)
    assert (found.suspect, found.slip) == ("0.0", Slip.TRANSPOSED_DIGITS)


def test_copies_of_a_figure_say_which_is_the_odd_one_out(book):
    for ref, text in (("a", "4,610"), ("b", "4,160"), ("c", "4,610"), ("d", "4,610")):
        book.say(ref, text)
    for one, other in ("ab", "ac", "ad", "bc", "bd", "cd"):
        book.same(one, other)
    (found,) = diagnoses(book)
    assert found.suspect == "b"
    assert len(found.failures) == 3


def test_a_wrong_figure_told_twice_is_one_cause(book):
    book.table(GRID)
    book.cross_foot(4)
    book.same(book.say("growth", "-31.5", PERCENT), book.say("again", "-31.5", PERCENT))
    for ref in ("growth", "again"):
        book.growth(ref, "1.1", "1.0")
    (found,) = diagnoses(book)
    assert found.suspect == "growth"
    assert len(found.failures) == 2
    assert suggest(book.claims["growth"], found.repair) == "-13.5"


def test_a_relation_against_which_every_figure_is_confirmed_accuses_nobody(book):
    book.table(GRID)
    book.cross_foot(4)
    book.sum("3.3", ("0.3", "1.3"))
    (found,) = diagnoses(book)
    assert found.suspect == ""


def test_an_open_question_accuses_nobody(book):
    rate = Expression.claim("deaths") / Expression.claim("employees") * Expression.constant(100)
    for ref, text in (("rate", "0.0040"), ("deaths", "3"), ("employees", "118,240")):
        book.say(ref, text, PERCENT if ref == "rate" else book.claims["rate"].quantity.unit)
    book.relate(Kind.DEFINITION, "rate", rate, Strength.QUESTION)
    (found,) = diagnoses(book)
    assert found.suspect == ""


def test_a_question_answered_by_a_repair_belongs_to_it(book):
    book.table(grid(r1c1="46,620"))
    book.cross_foot(4)
    book.relate(Kind.SAME_FACT, book.say("narrower", "4,662"), Expression.claim("1.1"), Strength.QUESTION)
    (found,) = diagnoses(book)
    assert found.suspect == "1.1"
    assert len(found.failures) == 3


def test_a_restated_comparative_is_no_failure(book):
    book.relate(
        Kind.RESTATEMENT, book.say("new", "11,305,206"), Expression.claim(book.say("old", "14,871,390"))
    )
    assert diagnoses(book) == ()


def test_an_earlier_report_that_kept_the_right_value_is_evidence(book):
    book.table([["4,713", "5,100", "8,500"]])
    book.sum("0.2", ("0.0", "0.1"))
    assert [found.suspect for found in diagnoses(book)] == [""]
    book.relate(Kind.RESTATEMENT, "0.0", Expression.claim(book.say("as first told", "3,400")))
    assert [found.suspect for found in diagnoses(book)] == ["0.0"]


def test_the_unit_of_the_repair_is_that_of_the_suspect(book):
    book.table(GRID)
    book.cross_foot(4)
    book.same(book.say("sentence", "4,662", KILOGRAM), "1.1")
    (found,) = diagnoses(book)
    assert found.suspect == "sentence"
    assert found.repair == Interval(Decimal(4661500), Decimal(4662500))
    assert found.slip is Slip.SCALE
    assert suggest(book.claims["sentence"], found.repair) == "4662000"


def test_the_order_of_relations_changes_no_diagnosis(book):
    book.table(grid(r1c1="4,726", r1c2="9,345", r2c0="7,286"))
    book.cross_foot(4)
    forward = {(item.suspect, item.repair, item.slip) for item in diagnoses(book)}
    book.relations.reverse()
    assert {(item.suspect, item.repair, item.slip) for item in diagnoses(book)} == forward


def test_every_failure_has_one_cause(book):
    book.table(grid(r1c1="4,726", r1c2="9,345", r2c0="7,286", r3c3="30,303"))
    book.cross_foot(4)
    book.growth(book.say("growth", "90.0", PERCENT), "2.1", "2.0")
    flagged = [item for item in judge(book.relations, book.claims) if item.verdict.value == "flagged"]
    explained = [item.relation.id for found in diagnoses(book) for item in found.failures]
    assert sorted(explained) == sorted(item.relation.id for item in flagged)


def test_ratios_that_ask_for_one_other_divisor_are_one_question(book):
    book.table([["400"], ["600"], ["1,000"], ["300"], ["700"], ["150"], ["850"]])
    for parts in (("0.0", "1.0"), ("3.0", "4.0"), ("5.0", "6.0")):
        book.sum("2.0", parts)
    for name, above, rate in (
        ("water", "4,500", "5.00"),
        ("waste", "1,800", "2.00"),
        ("paper", "900", "1.00"),
    ):
        quotient = Expression.claim(book.say(name, above)) / Expression.claim("2.0")
        book.relate(Kind.RATIO, book.say(f"{name} a head", rate), quotient, Strength.QUESTION)
    (found,) = diagnoses(book)
    assert (len(found.failures), found.suspect) == (3, "")


def test_a_sum_whose_wrong_part_is_known_speaks_for_its_other_parts(book):
    figures = {"all": "612,052.5", "a": "399,541.3", "b": "239,588.6", "c": "112,952.3", "d": "75,600.3"}
    for ref, text in (*figures.items(), ("c1", "11,500.7"), ("c2", "101,476.9")):
        book.say(ref, text)
    book.sum("all", ("a", "b", "c", "d"))
    book.sum("c", ("c1", "c2"))
    found = {item.suspect: item.suggested for item in diagnoses(book)}
    assert found["b"] == "23958.6"
    assert "c" not in found


def test_a_share_that_words_work_out_is_itself_the_wrong_number(book):
    book.say("share", "36", PERCENT)
    half = Expression.constant(5) / Expression.constant(8) * Expression.constant(100)
    book.relate(Kind.SHARE, "share", half, Strength.QUESTION)
    (found,) = diagnoses(book)
    assert (found.suspect, found.suggested) == ("share", "63")


def test_a_number_that_its_row_tells_twice_is_not_the_wrong_one(book):
    rows = (("3,300,000.00", "3,300,000.00"), ("2,850,000.00", "2,850,000.00"), ("20,250,000.00", "0.00"))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            book.say(f"{row}.{column}", text, metric=f"held{row}{column}", seat=(row, column))
    for row, text in enumerate(("30.5", "2.63", "18.72")):
        book.say(f"{row}.2", text, PERCENT, metric=f"share{row}", seat=(row, 2))
    for row in (0, 1):
        whole = Expression.claim("2.0") / Expression.claim("2.2")
        book.relate(Kind.SHARED_DENOMINATOR, f"{row}.2", Expression.claim(f"{row}.0") / whole)
    (found,) = diagnoses(book)
    assert (found.suspect, found.suggested) == ("0.2", "3.05")


def share_of_a_proved_part(book, share):
    """Return the diagnosis of a share that may be of another whole; part and whole stand in sums that hold."""
    book.table(GRID)
    book.cross_foot(4)
    book.say("share", share, PERCENT)
    computed = Expression.claim("1.1") / Expression.claim("1.3") * HUNDRED
    book.relate(Kind.SHARE, "share", computed, Strength.QUESTION)
    (found,) = diagnoses(book)
    return found


def test_one_changed_digit_is_a_sign_where_no_other_figure_can_be_wrong(book):
    found = share_of_a_proved_part(book, "46.90")
    assert found.suspect == "share"
    assert Decimal("40.90") in found.repair


def test_a_number_that_is_unlike_in_all_its_digits_shows_no_sign(book):
    assert not share_of_a_proved_part(book, "67.31").suspect


def test_a_short_number_is_one_digit_off_by_chance(book):
    assert not share_of_a_proved_part(book, "91").suspect


def test_the_figure_that_is_not_as_in_the_row_beside_it_is_the_wrong_one(book):
    """Earnings per share, basic and diluted: both rows tell the same but for one figure."""
    for row, now in ((0, "0.72"), (1, "0.62")):
        for column, (text, unit) in enumerate(((now, TONNE), ("0.54", TONNE), ("14.81", PERCENT))):
            book.say(
                f"{row}.{column}",
                text,
                unit,
                metric=f"row{row}",
                seat=(row, column),
                period=f"FY{2025 - column}",
            )
        book.claims[f"{row}.2"] = replace(book.claims[f"{row}.2"], change=Change.YOY_GROWTH)
        grown = (Expression.claim(f"{row}.0") / Expression.claim(f"{row}.1") - ONE) * HUNDRED
        book.relate(Kind.GROWTH, f"{row}.2", grown)
    (found,) = diagnoses(book)
    assert found.suspect == "0.0"
    assert found.repair is not None
    assert Decimal("0.62") in found.repair


def test_a_row_of_percentages_is_in_no_other_unit(book):
    share = Unit("%", "percent")
    for column, text in enumerate(("6.63", "6.63")):
        book.say(f"0.{column}", text, share, metric="row", seat=(0, column), period=f"FY{2025 - column}")
    book.say("points", "0.55", share)
    book.relate(Kind.DIFFERENCE, "points", Expression.claim("0.0") - Expression.claim("0.1"))
    (found,) = diagnoses(book)
    assert found.slip is not Slip.WRONG_UNIT
    assert Slip.WRONG_UNIT not in {item.slip for item in found.candidates}


def test_four_quarters_of_which_any_may_be_wrong_are_all_named(book):
    """The year is told twice, so that two sums fail: each quarter would mend both, and is named once."""
    quarters = ("7,816,548", "4,075,078", "13,533,030", "15,452,632")
    for at, text in enumerate(quarters):
        book.say(f"q{at}", text, metric=f"quarter{at}", seat=(0, at))
    book.say("year", "40,877,388", metric="year", seat=(1, 0))
    book.say("told", "4,087.74", scale="10000", metric="year")
    book.relate(Kind.SAME_FACT, "told", Expression.claim("year"))
    for total in ("year", "told"):
        book.relate(Kind.SUM, total, addition(tuple(f"q{at}" for at in range(4))))
    (found,) = diagnoses(book)
    assert {item.suspect for item in found.candidates} | {found.suspect} == {"q0", "q1", "q2", "q3", ""}


def test_of_a_part_that_is_more_than_its_whole_either_may_be_wrong(book):
    whole, part = book.say("whole", "57"), book.say("part", "71")
    computed = Expression.claim(part) + Expression.rest()
    book.relate(Kind.SUM, whole, computed, strength=Strength.QUESTION)
    (found,) = diagnoses(book)
    assert found.suspect == ""
    assert {(one.suspect, one.suggested) for one in found.candidates} == {("whole", "71.."), ("part", "..57")}


def test_the_other_telling_that_a_number_is_held_against_is_no_further_witness(book):
    one, other = book.say("乡村主播培训", "110,000"), book.say("培训乡村主播", "1,110,000")
    book.claims[one] = replace(book.claims[one], sentence=1)
    book.claims[other] = replace(book.claims[other], sentence=2)
    book.same(one, other, Strength.QUESTION)
    (found,) = diagnoses(book)
    assert found.suspect != one

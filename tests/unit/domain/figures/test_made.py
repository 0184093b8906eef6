"""Figures from visits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.epds import EPDS, REHEARSAL_VERSION
from kiosk.domain.facts import AlertKind, Leaving
from kiosk.domain.figures import ALL, Figure, Month, figures_of
from kiosk.domain.instrument import CutOff, Instrument
from tests.helpers.many_visits import US_FORM, answered, taken_over, together, visits_of

APRIL = datetime(2026, 4, 3, 9, tzinfo=UTC)
READ = (facts.CardShown("newborn", "cord"), facts.CardShown("newborn", "bath"))


def only(visits, **options):
    (figures,) = figures_of(visits, **options)
    return figures


def cells(figures, figure):
    return {cell.key: cell.count for cell in figures.counted(figure).cells}


def shares(figures, figure):
    return {(s.key, s.at_least): (s.part, s.of) for s in figures.shared(figure)}


def test_practice_and_real_visits_are_told_apart():
    both = together(visits_of(6), visits_of(9, mode="rehearsal"))
    clinic, rehearsal = figures_of(both)
    assert (clinic.mode, clinic.visits) == ("clinic", 6)
    assert (rehearsal.mode, rehearsal.visits) == ("rehearsal", 9)
    assert figures_of([]) == ()


def test_visits_are_counted_by_month_and_the_empty_ones_are_none():
    may = datetime(2026, 6, 1, tzinfo=UTC)
    figures = only(together(visits_of(7), visits_of(8, start=APRIL), visits_of(6, start=may)))
    assert cells(figures, Figure.MONTHS) == {
        "2026-03": 7,
        "2026-04": 8,
        "2026-05": 0,
        "2026-06": 6,
    }
    assert figures.counted(Figure.MONTHS).total == figures.visits == 21


def test_only_the_months_that_are_asked_for_count():
    visits = together(visits_of(7), visits_of(8, start=APRIL))
    figures = only(visits, first=Month(2026, 4), last=Month(2026, 5))
    assert cells(figures, Figure.MONTHS) == {"2026-04": 8, "2026-05": 0}
    assert only(visits, last=Month(2026, 3)).visits == 7
    assert figures_of(visits, first=Month(2027, 1)) == ()


def test_a_small_language_hides_another():
    figures = only(
        together(visits_of(20), visits_of(9, language="es"), visits_of(2, language="ar"))
    )
    assert cells(figures, Figure.LANGUAGES) == {"en": 20, "es": None, "ar": None}
    assert figures.counted(Figure.LANGUAGES).total == 31


def test_how_visits_and_questionnaires_ended():
    figures = only(
        together(
            visits_of(8, *answered(7), facts.Finished()),
            visits_of(6, facts.InstrumentDeclined("epds"), facts.Finished()),
            visits_of(5, facts.Left(Leaving.IDLE)),
        )
    )
    ends = {"open": 0, "paused": 0, "finished": 14, "unfinished": 5}
    assert cells(figures, Figure.ENDS) == ends
    forms = cells(figures, Figure.FORMS)
    assert (forms["complete"], forms["declined"], forms["not_started"]) == (8, 6, 5)


def test_topics_are_counted_by_visits():
    figures = only(together(visits_of(6, *READ), visits_of(9)))
    assert cells(figures, Figure.TOPICS) == {"newborn": 6}
    assert figures.counted(Figure.TOPICS).total == 15
    assert cells(only(together(visits_of(6, *READ), visits_of(2))), Figure.TOPICS) == {
        "newborn": None
    }


def check(right):
    return facts.CheckAnswered("newborn", f"cord-{right}", "a", right=right)


def test_check_questions_by_topic():
    figures = only(together(visits_of(6, check(True), check(False)), visits_of(9, check(True))))
    assert shares(figures, Figure.CHECKS) == {("newborn", None): (15, 21)}
    (share,) = figures.shared(Figure.CHECKS)
    assert share.percent == 71


@pytest.mark.parametrize(
    "visits",
    [
        together(visits_of(4, check(True), check(False)), visits_of(9)),
        together(visits_of(9, check(True)), visits_of(2, check(False))),
        together(visits_of(9, check(False)), visits_of(2, check(True))),
    ],
)
def test_what_few_people_answered_is_not_told(visits):
    (share,) = only(visits).shared(Figure.CHECKS)
    assert (share.part, share.of, share.percent) == (None, None, None)


def test_shares_at_or_above_the_cut_offs():
    figures = only(
        together(
            visits_of(20, *answered(9)), visits_of(7, *answered(10)), visits_of(6, *answered(13))
        )
    )
    assert shares(figures, Figure.CUT_OFFS) == {(US_FORM, 10): (13, 33), (US_FORM, 13): (6, 33)}


def test_a_few_between_two_cut_offs_are_not_given_away():
    figures = only(
        together(
            visits_of(20, *answered(9)), visits_of(3, *answered(12)), visits_of(6, *answered(13))
        )
    )
    assert shares(figures, Figure.CUT_OFFS) == {(US_FORM, 10): (9, 29), (US_FORM, 13): (None, None)}


@pytest.mark.parametrize("version", [REHEARSAL_VERSION, "es-unknown-1"])
def test_of_practice_text_and_versions_without_a_cut_off_there_is_no_share(version):
    figures = only(visits_of(30, *answered(20, version)))
    assert figures.shared(Figure.CUT_OFFS) == ()
    assert cells(figures, Figure.FORMS)["complete"] == 30


def test_forms_answered_in_two_versions_have_no_cut_off():
    changed = answered(20)
    changed[5:5] = [facts.InstrumentOpened("epds", "other-1", "es", verified=True)]
    assert only(visits_of(30, *changed)).shared(Figure.CUT_OFFS) == ()


def test_unfinished_forms_count_for_no_share():
    figures = only(together(visits_of(20, *answered(9)), visits_of(30, *answered(20)[:-1])))
    assert cells(figures, Figure.FORMS)["unfinished"] == 30
    assert shares(figures, Figure.CUT_OFFS)[US_FORM, 10] == (None, None)


def test_few_forms_of_another_version_hide_the_number_of_this_one():
    figures = only(together(visits_of(20, *answered(13)), visits_of(2, *answered(5, "other-1"))))
    assert shares(figures, Figure.CUT_OFFS) == {
        (US_FORM, 10): (None, None),
        (US_FORM, 13): (None, None),
    }


def test_few_who_declined_hide_the_number_of_complete_forms_everywhere():
    figures = only(
        together(
            visits_of(12, *answered(13)),
            visits_of(10, *answered(5)),
            visits_of(2, facts.InstrumentDeclined("epds")),
        )
    )
    assert cells(figures, Figure.FORMS)["complete"] is None
    assert shares(figures, Figure.CUT_OFFS)[US_FORM, 10] == (None, None)
    (minutes,) = figures.spread(Figure.FORM_MINUTES)
    assert (minutes.of, minutes.median) == (None, 2.0)


def test_cut_offs_of_a_stage_hold_for_that_stage():
    cuts = (
        CutOff(10, "possible", None, None, "A", stage=Stage.PREGNANT),
        CutOff(12, "possible", None, None, "A", stage=Stage.POSTPARTUM),
    )
    staged = Instrument("epds", EPDS.items, cut_offs={US_FORM: cuts})
    figures = only(
        together(visits_of(9, *answered(11)), visits_of(9, *answered(12))), instrument=staged
    )
    assert shares(figures, Figure.CUT_OFFS) == {(f"{US_FORM} (postpartum)", 12): (9, 18)}


def test_forms_of_another_instrument_are_neither_scored_nor_timed():
    short = Instrument("mood", EPDS.items[:3])
    long = Instrument("mood", (*EPDS.items, *EPDS.items))
    for instrument in (short, long):
        figures = only(visits_of(9, *answered(11)), instrument=instrument)
        assert figures.shared(Figure.CUT_OFFS) == ()
        (minutes,) = figures.spread(Figure.FORM_MINUTES)
        assert (minutes.of, minutes.median) == (None, None)


def test_how_long_the_questionnaire_takes():
    (minutes,) = only(visits_of(5, *answered(11))).spread(Figure.FORM_MINUTES)
    assert (minutes.key, minutes.of) == (ALL, 5)
    assert (minutes.lower, minutes.median, minutes.upper) == (2.0, 2.0, 2.0)
    few_answered = together(visits_of(4, *answered(11)), visits_of(9))
    (few,) = only(few_answered).spread(Figure.FORM_MINUTES)
    assert (few.of, few.median) == (None, None)


SIGN = taken_over(1, AlertKind.WARNING_SIGN)
OPEN = (facts.AlertRaised(1, AlertKind.ITEM_10),)


def test_alerts_by_kind_and_the_minutes_until_somebody_came():
    figures = only(together(visits_of(8, *SIGN), visits_of(6, *OPEN)))
    assert cells(figures, Figure.ALERTS) == {
        "item_10": 6,
        "warning_sign": 8,
        "blood_pressure_high": 0,
        "blood_pressure_severe": 0,
    }
    assert cells(figures, Figure.ACKNOWLEDGED) == {"acknowledged": 8, "open": 6}
    every, sign = figures.spread(Figure.ALERT_MINUTES)
    assert (every.key, every.of, every.median) == (ALL, 8, 1.0)
    assert (sign.key, sign.of, sign.median) == ("warning_sign", None, 1.0)


def test_many_alerts_of_few_people_are_hidden_with_all_that_tells_their_number():
    twice = (*SIGN, *taken_over(2, AlertKind.WARNING_SIGN))
    figures = only(together(visits_of(3, *twice), visits_of(9)))
    assert set(cells(figures, Figure.ALERTS).values()) == {None}
    assert figures.counted(Figure.ALERTS).total is None
    assert figures.counted(Figure.ACKNOWLEDGED).total is None
    assert set(cells(figures, Figure.ACKNOWLEDGED).values()) == {None}
    assert [each.median for each in figures.spread(Figure.ALERT_MINUTES)] == [None, None]


def test_of_a_kind_whose_number_is_hidden_no_time_is_told():
    high = taken_over(1, AlertKind.BLOOD_PRESSURE_HIGH)
    figures = only(together(visits_of(8, *SIGN), visits_of(2, *high)))
    assert cells(figures, Figure.ALERTS)["warning_sign"] is None
    assert [each.median for each in figures.spread(Figure.ALERT_MINUTES)] == [1.0, None, None]


def test_few_open_alerts_are_not_given_away_by_the_others():
    figures = only(together(visits_of(8, *SIGN), visits_of(2, *OPEN), visits_of(9)))
    assert cells(figures, Figure.ACKNOWLEDGED) == {"acknowledged": None, "open": None}
    assert figures.spread(Figure.ALERT_MINUTES)[0].of is None


def test_a_clock_that_was_set_back_makes_no_negative_wait():
    visits = [
        replace(
            visit,
            alerts=tuple(
                replace(alert, acknowledged_at=alert.raised_at - timedelta(hours=1))
                for alert in visit.alerts
            ),
        )
        for visit in visits_of(6, *SIGN)
    ]
    assert only(visits).spread(Figure.ALERT_MINUTES)[0].median == 0


def test_fewer_than_five_visits_tell_nothing():
    figures = only(visits_of(3, *READ, *answered(11), *SIGN))
    assert figures.visits is None
    assert [counts.cells for counts in figures.counts] == [()] * 7
    assert (figures.shares, figures.spreads) == ((), ())
    more = only(visits_of(6))
    assert [each.figure for each in figures.counts] == [each.figure for each in more.counts]


def test_one_visit_in_each_of_many_languages_is_no_list_of_them():
    codes = ("en", "es", "ar", "fr", "ht", "vi")
    figures = only(together(*(visits_of(1, language=code) for code in codes)))
    assert figures.visits == 6
    assert figures.counted(Figure.LANGUAGES).cells == ()


def test_months():
    assert str(Month(2026, 3)) == "2026-03"
    assert Month(2026, 12).after == Month(2027, 1)
    assert Month.parse("2026-03") == Month.of(APRIL - timedelta(days=10)) < Month(2026, 4)
    with pytest.raises(ValueError, match="does not match"):
        Month.parse("March")

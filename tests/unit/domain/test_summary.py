"""What goes on the clinician's page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import facts
from kiosk.domain.blood_pressure import Grade, Reading, grade
from kiosk.domain.content import Stage
from kiosk.domain.epds import CITATION
from kiosk.domain.facts import AlertKind, Leaving, NoteKind, Outcome
from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.domain.replay import replay
from kiosk.domain.summary import summarise, topic_rows
from kiosk.domain.visit import FormState, TextUsed, VisitState
from tests.helpers.epds_texts import made_up_text
from tests.helpers.fakes_visits import small_library, topic
from tests.helpers.stored_visits import NOON, entries_of

US_FORM = "cox-holden-sagovsky-1987-us-form"
LIBRARY = small_library()
MOTHER = facts.StageGiven(Stage.POSTPARTUM)
ZERO = 4


def opened(version="rehearsal", language="en"):
    return facts.InstrumentOpened("epds", version, language, verified=version == US_FORM)


def item(number, position):
    return facts.ItemAnswered("epds", number, position, 2.0)


def answers(*positions):
    return [item(number, position) for number, position in enumerate(positions, start=1)]


def installed(language="en", version=US_FORM, **changes):
    text = replace(made_up_text(language, version), citation=f"Citation {language}")
    permission = Permission("Licence 7", "The owner", date(2026, 1, 2), "this clinic")
    return replace(InstalledText(text, permission, verified=True), **changes)


def page(*happened, texts=(None, None), library=LIBRARY, language="en"):
    return summarise(replay(entries_of(*happened)), library, language, texts)


def test_who_came_and_when():
    told = (
        facts.LanguageChosen("es"),
        MOTHER,
        facts.WeeksGiven(6),
        facts.InterpreterGiven(wanted=True),
        facts.Finished(),
        facts.TakeHomeWanted(),
    )
    found = page(*told)
    assert str(found.code) == "green 42"
    assert (found.mode, found.state, found.language) == ("rehearsal", VisitState.FINISHED, "es")
    assert (found.stage, found.weeks, found.interpreter) == (Stage.POSTPARTUM, 6, True)
    assert found.started_at == NOON
    assert found.ended_at == NOON + timedelta(minutes=5)
    assert not found.forgotten


def test_an_unfinished_visit_ended_with_what_happened_last():
    found = page(MOTHER, facts.Left(Leaving.IDLE))
    assert (found.state, found.ended_at) == (VisitState.UNFINISHED, NOON + timedelta(minutes=2))


def test_an_unfinished_visit_does_not_end_again_when_staff_see_to_it():
    found = page(
        MOTHER,
        facts.AlertRaised(1, AlertKind.ITEM_10),
        facts.Left(Leaving.IDLE),
        facts.AlertAcknowledged(1, "Ann", Outcome.SEEN),
        facts.Reviewed("Ann"),
    )
    assert found.ended_at == NOON + timedelta(minutes=3)


def test_item_10_on_the_page_with_its_points_and_who_saw_to_it():
    found = page(
        opened(),
        item(10, 2),
        facts.AlertRaised(1, AlertKind.ITEM_10),
        facts.AlertAcknowledged(1, "Ann", Outcome.REFERRED),
    )
    (line,) = found.urgent
    assert (line.kind, line.points, line.changed_to_zero) == (AlertKind.ITEM_10, 2, False)
    assert (line.raised_at, line.acknowledged_at) == (
        NOON + timedelta(minutes=3),
        NOON + timedelta(minutes=4),
    )
    assert (line.by, line.outcome) == ("Ann", Outcome.REFERRED)
    assert (line.reading, line.signs) == (None, ())


def test_item_10_changed_to_zero_stays_on_the_page():
    (line,) = page(
        opened(), item(10, 1), facts.AlertRaised(1, AlertKind.ITEM_10), item(10, ZERO)
    ).urgent
    assert (line.points, line.changed_to_zero) == (0, True)


def test_forgotten_answers_leave_the_alert_without_its_points():
    found = page(facts.AlertRaised(1, AlertKind.ITEM_10), facts.Forgotten())
    (line,) = found.urgent
    assert (line.points, line.changed_to_zero) == (None, False)
    assert found.forgotten


def test_a_sign_and_a_reading_on_the_page():
    signs, pressure = page(
        facts.SignsReported(("headache", "fever")),
        facts.AlertRaised(1, AlertKind.WARNING_SIGN),
        facts.PressureEntered(165, 112),
        facts.AlertRaised(2, AlertKind.BLOOD_PRESSURE_SEVERE),
    ).urgent
    assert (signs.signs, signs.reading, signs.points) == (("headache", "fever"), None, None)
    assert (pressure.signs, pressure.reading) == ((), Reading(165, 112))


def test_a_lower_reading_afterwards_is_not_what_the_severe_alert_was_about():
    (line,) = page(
        facts.PressureEntered(165, 112),
        facts.AlertRaised(1, AlertKind.BLOOD_PRESSURE_SEVERE),
        facts.PressureEntered(145, 92),
    ).urgent
    assert line.reading is not None
    assert grade(line.reading, any_sign=False) is Grade.SEVERE


def test_each_alert_has_the_reading_that_it_was_about():
    high, severe = page(
        facts.PressureEntered(145, 92),
        facts.AlertRaised(1, AlertKind.BLOOD_PRESSURE_HIGH),
        facts.SignsReported(("headache",)),
        facts.AlertRaised(2, AlertKind.BLOOD_PRESSURE_SEVERE),
        facts.PressureEntered(120, 80),
    ).urgent
    assert (high.reading, severe.reading) == (Reading(145, 92), Reading(145, 92))


def test_an_alert_without_its_reading_has_none():
    (line,) = page(
        facts.AlertRaised(1, AlertKind.BLOOD_PRESSURE_HIGH), facts.PressureEntered(150, 95)
    ).urgent
    assert line.reading is None


def test_notes_and_readings():
    found = page(
        facts.NoteAdded(NoteKind.HELP),
        facts.PressureEntered(120, 80),
        facts.PressureEntered(90, 60),
    )
    assert found.notes == (NoteKind.HELP,)
    assert found.readings == (Reading(120, 80), Reading(90, 60))


def test_a_complete_form_of_the_version_with_bands():
    text = installed()
    found = page(
        MOTHER,
        opened(US_FORM),
        *answers(1, 1, 2, 4, 2, 3, 4, 4, 4, 4),
        facts.InstrumentFinished("epds"),
        texts=(text, text),
    ).form
    assert found.state is FormState.COMPLETE
    assert (found.score.total, found.highest_total) == (8, 30)
    assert found.score.subscales == {"anxiety": 7}
    assert [cut.total for cut in found.cut_offs] == [10, 11, 13]
    assert (found.text_version, found.text_language, found.verified) == (US_FORM, "en", True)
    assert (found.rehearsal, found.seconds) == (False, 20.0)
    assert (found.citation, found.permission) == ("Citation en", "Licence 7")


def test_the_time_on_each_item_is_kept_and_an_answer_changed_adds_to_it():
    found = page(MOTHER, opened(), item(1, 2), item(2, 1), item(1, 3)).form
    assert [row.seconds for row in found.rows] == [4.0, 2.0, *[None] * 8]
    assert found.seconds == 6.0


@given(st.dictionaries(st.integers(1, 10), st.integers(1, 4), max_size=9))
def test_an_unfinished_form_shows_its_answers_and_no_sum(sheet):
    found = page(MOTHER, opened(), *(item(*pair) for pair in sheet.items())).form
    assert found.state is FormState.UNFINISHED
    assert (found.score.total, found.score.subscales["anxiety"]) == (None, None)
    assert {row.number: row.position for row in found.rows if row.position} == sheet
    assert all((row.points is None) == (row.number not in sheet) for row in found.rows)
    assert [row.number for row in found.rows] == list(range(1, 11))


@pytest.mark.parametrize("version", ["rehearsal", "es-1", "cox-holden-sagovsky-1987"])
def test_no_other_version_has_cut_offs(version):
    assert page(MOTHER, opened(version)).form.cut_offs == ()


def test_an_answer_stands_in_the_clinics_and_in_her_language():
    mine = replace(installed("es", "es-1"), differences=("3", "10/2"), accepted_by="Ann")
    theirs = installed("en")
    found = page(MOTHER, opened("es-1", "es"), item(1, 3), texts=(theirs, mine)).form
    row = found.rows[0]
    assert (row.clinic_answer, row.visitor_answer) == ("Option 1.3", "Option 1.3")
    assert (found.rows[1].clinic_answer, found.rows[1].visitor_answer) == (None, None)
    assert (found.differences, found.accepted_by) == (("3", "10/2"), "Ann")


@pytest.mark.parametrize("visitor", [None, installed("es", "es-2")])
def test_a_wording_she_did_not_see_is_not_shown_as_hers(visitor):
    found = page(MOTHER, opened("es-1", "es"), item(1, 3), texts=(None, visitor)).form
    assert (found.rows[0].clinic_answer, found.rows[0].visitor_answer) == (None, None)
    assert (found.citation, found.permission) == (CITATION, "")
    assert (found.differences, found.accepted_by) == ((), "")


def mixed(*second):
    """Five answers in the version with bands and five in another."""
    first, other = answers(*[1] * 10)[:5], answers(*[1] * 10)[5:]
    return (MOTHER, opened(US_FORM), *first, *second, *other, facts.InstrumentFinished("epds"))


def test_two_versions_have_no_cut_offs_and_are_not_verified():
    found = page(*mixed(opened("es-1", "es")), texts=(installed(), installed("es", "es-1"))).form
    assert found.state is FormState.COMPLETE
    assert (found.score.total, found.cut_offs, found.verified) == (21, (), False)
    assert found.versions == (US_FORM, "es-1")
    assert (found.text_version, found.text_language) == ("es-1", "es")
    assert found.other_texts == (TextUsed(US_FORM, "en", verified=True),)
    hers = [row.visitor_answer for row in found.rows]
    assert hers == [None] * 5 + [f"Option {number}.1" for number in range(6, 11)]
    assert [row.clinic_answer for row in found.rows] == [f"Option {n}.1" for n in range(1, 11)]


def test_practice_answers_among_others_make_a_practice_form():
    practice = installed("es", "rehearsal")
    found = page(*mixed(opened("rehearsal", "es")), texts=(installed(), practice)).form
    assert found.rehearsal
    assert [row.clinic_answer is None for row in found.rows] == [False] * 5 + [True] * 5


def test_a_version_that_was_only_looked_at_changes_nothing():
    form = (*answers(*[1] * 10), opened("es-1", "es"), facts.InstrumentFinished("epds"))
    found = page(MOTHER, opened(US_FORM), *form).form
    assert (found.text_version, found.verified, found.other_texts) == (US_FORM, True, ())
    assert [cut.total for cut in found.cut_offs] == [10, 11, 13]


def test_the_practice_text_cites_the_scale_itself():
    practice = installed(version="rehearsal")
    found = page(MOTHER, opened(), item(1, 3), texts=(practice, practice)).form
    assert found.rehearsal
    assert found.citation == CITATION


READ = (
    facts.CardShown("safe-sleep", "card-0"),
    facts.CardShown("safe-sleep", "card-2"),
    facts.CheckAnswered("safe-sleep", "check-0", "wrong", right=False),
    facts.CheckAnswered("safe-sleep", "check-1", "right", right=True),
    facts.QuestionTicked("safe-sleep", "ask-1", ticked=True),
    facts.CardShown("preeclampsia", "card-0"),
)


def test_what_she_read_and_what_the_check_questions_showed():
    first, second = page(*READ).topics
    assert (first.id, first.cards, first.cards_read, first.asked) == ("preeclampsia", 3, 1, 0)
    assert (second.cards, second.cards_read, second.asked, second.right) == (3, 2, 2, 1)
    assert second.missed == ("Check 0 safe-sleep en?",)


def test_titles_and_questions_stand_in_the_language_of_the_page():
    found = page(facts.LanguageChosen("es"), *READ)
    assert found.topics[1].title == "Title safe-sleep en"
    assert found.questions == ("Ask 1 safe-sleep en?",)
    visit = replay(entries_of(facts.LanguageChosen("es"), *READ))
    assert topic_rows(visit, LIBRARY)[1].title == "Title safe-sleep es"


def test_only_the_cards_of_her_stage_count_and_what_she_was_asked_stays():
    loss = frozenset({Stage.LOSS})
    only = dict.fromkeys(("card-0", "check-0", "ask-1"), loss)
    library = small_library(replace(topic("safe-sleep"), only=only))
    # She corrected her stage after reading.
    found = page(*READ, MOTHER, library=library)
    (row,) = found.topics
    assert row.cards == 2
    assert row.cards_read == 1
    assert (row.asked, row.missed) == (2, ("Check 0 safe-sleep en?",))
    assert found.questions == ("Ask 1 safe-sleep en?",)
    (row,) = page(*READ, facts.StageGiven(Stage.LOSS), library=library).topics
    assert (row.cards, row.cards_read) == (3, 2)


def test_where_the_page_has_no_such_topic_her_own_language_stands():
    library = small_library(topic("safe-sleep", languages=("es",)))
    found = page(facts.LanguageChosen("es"), *READ, library=library)
    assert [row.title for row in found.topics] == ["Title safe-sleep es"]
    assert found.questions == ("Ask 1 safe-sleep es?",)


def test_a_topic_read_before_she_changed_to_a_language_that_lacks_it_still_counts():
    library = small_library(topic("safe-sleep", languages=("en",)))
    visit = replay(entries_of(*READ, facts.LanguageChosen("es")))
    (row,) = topic_rows(visit, library)
    assert (row.id, row.cards, row.cards_read) == ("safe-sleep", 3, 2)


def test_a_topic_read_counts_where_the_page_and_her_new_language_both_lack_it():
    library = small_library(topic("safe-sleep", languages=("ar",)))
    found = page(*READ, facts.LanguageChosen("es"), library=library)
    assert [row.id for row in found.topics] == ["safe-sleep"]
    assert found.questions == ("Ask 1 safe-sleep ar?",)


def test_a_question_that_is_no_longer_in_the_content_is_left_out():
    assert page(facts.QuestionTicked("safe-sleep", "gone", ticked=True)).questions == ()


def test_a_question_is_not_lost_with_a_topic_she_did_not_read_a_card_of():
    found = page(facts.QuestionTicked("feelings", "ask-0", ticked=True))
    assert found.topics == ()
    assert found.questions == ("Ask 0 feelings en?",)


@pytest.mark.parametrize(
    ("approved", "draft"),
    [
        ([], True),
        ([("safe-sleep", "en")], True),
        ([("safe-sleep", "en"), ("preeclampsia", "es")], True),
        ([("safe-sleep", "en"), ("preeclampsia", "en")], False),
    ],
)
def test_the_page_is_a_draft_until_all_she_read_is_approved(approved, draft):
    assert page(*READ, library=small_library(approved=approved)).draft is draft


def test_who_read_nothing_read_no_draft():
    assert not page(MOTHER).draft

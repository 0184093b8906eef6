"""What a reader finds on the page, case by case, on both papers."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.domain.blood_pressure import Reading
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, NoteKind, Outcome
from kiosk.domain.visit import TextUsed, VisitState
from tests.unit.pdf import cases
from tests.unit.pdf.conftest import Read


def assert_in_order(text: str, *parts: str):
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{part!r} not after {at} in {text}"
        at = found + len(part)


def test_a_complete_visit_in_the_order_of_reading(read: Read):
    assert_in_order(
        read(cases.complete()),
        "Visit summary", "green 42", "Riverside Clinic · Nov 23, 2026, 10:42", "kiosk 2",
        "English · 5 weeks after birth",
        "EPDS: 12 of 30", "12", "0 10 possible 13 probable 30",
        "A screen, not a diagnosis.",
        "10 (possible): sensitivity 0.85, specificity 0.84",
        "13 (probable): sensitivity 0.66, specificity 0.95", "Cox 1987; Levis 2020",
        "Anxiety items 3, 4 and 5: 5 of 9",
        "Text cox-holden-sagovsky-1987-us-form (English), verified letter by letter",
        "one statement a screen, 5:10 min.",
        "Seconds per item: 31, 24, 40, 22, 35, 29, 33, 27, 25, 43.", "chart label",
        "Answers", "1 laughing Answer 1 0", "10 thoughts of self-harm Answer 4 0",
        "What she read", "Safe sleep 5 of 7 cards 2 of 3 right",
        "Not yet clear: Where is it safer to feed at night?",
        "She wants to ask", "How do I measure my blood pressure at home?", "Seen by",
        "Cox JL, Holden JM, Sagovsky R.", "Permission: Letter of the publisher, 3 May 2026",
        "green 42 · page 1 of 1",
    )  # fmt: skip


def test_nothing_urgent_is_said_when_nothing_is(read: Read):
    text = read(cases.complete())
    for word in ("REHEARSAL", "DRAFT", "See now", "See today", "acknowledged", "Unfinished"):
        assert word not in text


def test_both_languages_of_a_spanish_visit(read: Read):
    text = read(cases.spanish())
    assert_in_order(
        text, "rose 17", "Spanish · interpreter wanted · 5 weeks after birth", "English", "Spanish",
        "4 worry Answer 3 Respuesta 3, ni más ni menos 2",
    )  # fmt: skip


def test_an_arabic_visit_keeps_brackets_numbers_and_vowel_marks(read: Read):
    text = read(cases.arabic())
    assert_in_order(
        text, "Arabic · interpreter wanted · pregnant, week 30",
        "No cut-off is known for this text version.",
        "1 laughing Answer 1 الجوابُ رقم 1 (كالمُعتاد)", "10 thoughts", "الجوابُ رقم 4 (كالمُعتاد)",
    )  # fmt: skip
    assert "possible" not in text


def test_an_unfinished_form_has_no_total(read: Read):
    text = read(cases.unfinished())
    assert_in_order(
        text, "Asked for help with the screen.", "Unfinished visit",
        "Not complete: no total", "4 of 10 answered", "4 worry Answer 1 0", "5 fear or panic — —",
    )  # fmt: skip
    assert "A screen, not a diagnosis" not in text
    assert "Anxiety" not in text
    assert "Seconds per item: 31, 24, 40, 22, —, —, —, —, —, —." in text


def test_a_declined_form_is_one_line(read: Read):
    text = read(cases.declined())
    assert_in_order(
        text, "Would rather answer the questionnaire with staff.",
        "Did not want to answer the questionnaire.", "EPDS: declined", "No reason is asked.",
    )  # fmt: skip
    assert "Answers" not in text


def test_item_10_and_blood_pressure_come_first(read: Read):
    assert_in_order(
        read(cases.item_10()), "See today, before she leaves",
        "Item 10 (thoughts of self-harm): 2 of 3 points",
        "Raised 10:39", "acknowledged 10:41", "by R. Molina: seen in person",
        "Blood pressure 148/94 (140/90 or more)", "not yet acknowledged", "EPDS: 14 of 30",
        "Blood pressure she entered", "148/94 mm Hg (before: 152/92)",
    )  # fmt: skip


def test_nothing_answered(read: Read):
    text = read(cases.nothing())
    assert_in_order(
        text, "Unfinished visit", "Not complete: no total", "0 of 10 answered",
        "No topic was opened.", "No question was ticked.",
    )  # fmt: skip
    assert "laughing" not in text
    assert "Seconds" not in text


def test_education_for_a_companion(read: Read):
    text = read(cases.education())
    assert_in_order(
        text, "here with someone", "EPDS: not offered", "What was read", "Questions to ask"
    )
    assert "Cox" not in text


def test_a_loss_is_told_kindly_and_item_10_asked_in_person(read: Read):
    assert_in_order(
        read(cases.loss()), "3 weeks after a loss",
        "Has lost a pregnancy or a baby: please choose words with care.",
        "Item 10 (thoughts of self-harm) was not answered: please ask in person.",
        "10 thoughts of self-harm — —",
    )  # fmt: skip


def test_a_loss_is_told_without_a_note_of_its_own(read: Read):
    assert "choose words with care" in read(cases.summary(stage=Stage.LOSS, weeks=None))


def test_rehearsals_and_drafts_are_marked_first(read: Read):
    text = read(cases.rehearsal())
    assert_in_order(
        text, "REHEARSAL, not a clinical result", "DRAFT content", "Visit summary",
        "Practice text (English), not the scale itself",
    )  # fmt: skip


def test_a_page_that_is_printed_once_more_says_so_and_when(read: Read):
    at = datetime(2026, 3, 2, 14, 32, tzinfo=UTC)
    text = read(replace(cases.rehearsal(), reprinted_at=at))
    assert_in_order(text, "DRAFT content", "Reprint, Mar 2, 2026", "Visit summary")
    assert "Reprint" not in read(cases.rehearsal())


def test_practice_text_marks_a_page_in_any_mode(read: Read):
    form = cases.form(cases.MODERATE, version="rehearsal")
    assert "REHEARSAL, not a clinical result" in read(cases.summary(form=form))


def test_differences_and_missing_verification_are_named(read: Read):
    form = cases.complete().form
    differs = replace(form, verified=False, differences=("3", "3/2"), accepted_by="Dr. Vega")
    assert "differs in 3, 3/2, accepted by Dr. Vega" in read(cases.summary(form=differs))
    unknown = replace(form, verified=False)
    assert "(English), not verified" in read(cases.summary(form=unknown))


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ((TextUsed("es-1", "es"),), "Answered in two text versions: no cut-offs."),
        (
            (TextUsed("es-1", "es"), TextUsed("ar-1", "ar")),
            "Answered in several text versions: no cut-offs.",
        ),
    ],
)
def test_answers_in_more_than_one_text_version(read: Read, others, said):
    form = replace(cases.complete().form, other_texts=others, cut_offs=(), verified=False)
    text = read(cases.summary(form=form))
    assert_in_order(
        text, "EPDS: 12 of 30", said, "Texts: es-1 (Spanish)",
        "cox-holden-sagovsky-1987-us-form (English)",
    )  # fmt: skip
    assert "verified" not in text
    assert "possible" not in text


def test_an_answer_without_wording_is_named_by_its_place(read: Read):
    form = cases.form(cases.MODERATE, language="es", clinic=None)
    assert "4 worry option 3 of 4 Respuesta 3, ni más ni menos 2" in read(
        cases.summary(form=form, language="es")
    )


def test_an_answer_that_has_no_letters_here_is_left_out(read: Read):
    form = cases.form(
        cases.MODERATE, language="zh_Hans", answers={**cases.ANSWERS, "zh_Hans": "ក{n}"}
    )
    text = read(cases.summary(form=form, language="zh_Hans"))
    assert "ក" not in text
    assert "4 worry Answer 3 2" in text


@pytest.mark.parametrize(
    ("alert", "said"),
    [
        (cases.alert(AlertKind.ITEM_10, points=0, changed=True), "changed to 0 afterwards"),
        (cases.alert(AlertKind.ITEM_10), "answers forgotten at her wish"),
        (cases.alert(AlertKind.WARNING_SIGN), "Warning sign reported"),
        (
            cases.alert(AlertKind.WARNING_SIGN, signs=["vision-changes", "headache"]),
            "Warning signs: Changes of sight, Severe headache",
        ),
        (cases.alert(AlertKind.BLOOD_PRESSURE_HIGH), "Blood pressure: 140/90 or more"),
        (
            cases.alert(AlertKind.BLOOD_PRESSURE_HIGH, reading=Reading(120, 80)),
            "Blood pressure: 140/90 or more, then 120/80",
        ),
        (
            cases.alert(AlertKind.BLOOD_PRESSURE_SEVERE, reading=Reading(165, 99)),
            "Blood pressure 165/99 (160/110 or more)",
        ),
        (
            cases.alert(AlertKind.BLOOD_PRESSURE_SEVERE, reading=Reading(142, 88)),
            "Blood pressure 142/88 (140/90 or more with a warning sign)",
        ),
        (
            cases.alert(AlertKind.BLOOD_PRESSURE_SEVERE),
            "160/110 or more, or 140/90 or more with a warning sign",
        ),
    ],
)
def test_every_kind_of_alert(read: Read, alert, said):
    assert said in read(cases.summary(urgent=(alert,)))


@pytest.mark.parametrize("outcome", [*Outcome, None])
def test_what_staff_did(read: Read, outcome):
    taken = replace(cases.alert(AlertKind.WARNING_SIGN, by="Ana"), outcome=outcome)
    text = read(cases.summary(urgent=(taken,)))
    assert "Urgent today: staff have taken over" in text
    assert "by Ana" in text


@pytest.mark.parametrize(
    ("kind", "heading"),
    [(AlertKind.WARNING_SIGN, "See now"), (AlertKind.ITEM_10, "See today, before she leaves")],
)
def test_how_soon(read: Read, kind, heading):
    assert heading in read(cases.summary(urgent=(cases.alert(kind, points=1),)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": VisitState.PAUSED}, "The visit has not ended"),
        ({"forgotten": True}, "Her answers were forgotten at her wish"),
        ({"notes": (NoteKind.HELP,)}, "Asked for help with the screen."),
        ({"stage": Stage.PREGNANT, "weeks": None}, "pregnant"),
        ({"stage": Stage.SUPPORTING, "weeks": 3}, "here with someone"),
        ({"stage": None}, "English"),
        ({"weeks": 1}, "1 week after birth"),
        ({"form": cases.form(state=cases.FormState.NOT_STARTED)}, "EPDS: offered, not started"),
    ],
)
def test_notes_and_stages(read: Read, changes, said):
    assert said in read(cases.summary(**changes))


def test_a_page_that_is_too_full_says_what_it_leaves_out(read: Read):
    text = read(cases.worst())
    assert "more on the board" in text
    assert_in_order(
        text, "Item 10", "Warning signs", "172/118 (140/90 or more)", "172/118 (160/110 or more)",
        "EPDS: 15 of 30", "10 thoughts of self-harm", "What she read", "She wants to ask",
        "Blood pressure she entered", "Seen by", "page 1 of 1",
    )  # fmt: skip


def test_few_questions_are_never_cut(read: Read):
    text = read(cases.item_10())
    assert "more on the board" not in text


@pytest.mark.parametrize(("position", "total"), [(1, 21), (4, 9)])
def test_totals_along_the_scale(read: Read, position: int, total: int):
    form = cases.form(dict.fromkeys(range(1, 11), position))
    assert f"EPDS: {total} of 30" in read(cases.summary(form=form))


@pytest.mark.parametrize("positions", [(1, 4), (4, 1)])
def test_the_ends_of_the_scale(read: Read, positions: tuple[int, int]):
    rising, falling = positions
    form = cases.form({n: rising if n in (1, 2, 4) else falling for n in range(1, 11)})
    total = 0 if rising == 1 else 30
    assert_in_order(read(cases.summary(form=form)), f"EPDS: {total} of 30", str(total), "0 10")


def test_a_topic_without_checks_and_a_page_without_a_text(read: Read):
    topic = replace(cases.TOPICS[0], asked=0, right=0)
    text = read(cases.summary(topics=(topic,), form=cases.form(state=cases.FormState.UNFINISHED)))
    assert "8 of 8 cards no checks" in text
    assert "Text " not in text

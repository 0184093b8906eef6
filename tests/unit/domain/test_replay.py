"""A visit is what its facts say, in their order."""

from datetime import timedelta

import pytest

from kiosk.domain import facts
from kiosk.domain.code import VisitCode
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, Entry, Leaving, NoteKind, Outcome
from kiosk.domain.replay import advance, replay
from kiosk.domain.visit import TextUsed, VisitState
from tests.helpers.stored_visits import NOON, entries_of


def visit_of(*happened):
    return replay(entries_of(*happened))


def minute(number):
    return NOON + timedelta(minutes=number)


@pytest.mark.parametrize("entries", [[], [Entry(NOON, facts.Paused())]])
def test_a_visit_begins_with_its_start(entries):
    with pytest.raises(ValueError, match="Started"):
        replay(entries)


def test_the_start():
    visit = visit_of()
    assert visit.code == VisitCode("green", 42)
    assert (visit.mode, visit.language) == ("rehearsal", "en")
    assert visit.started_at == visit.updated_at == NOON
    assert visit.state is VisitState.OPEN


def test_a_second_start_changes_nothing_but_the_time():
    visit = visit_of(facts.Started("blue", 10, "es", "clinic"))
    assert (visit.code, visit.language, visit.updated_at) == (
        VisitCode("green", 42),
        "en",
        minute(1),
    )


def test_fact_by_fact_comes_to_the_same():
    entries = entries_of(facts.StageGiven(Stage.LOSS), facts.NoteAdded(NoteKind.HELP))
    visit = replay(entries[:1])
    for entry in entries[1:]:
        visit = advance(visit, entry)
    assert visit == replay(entries)


def test_what_she_tells_about_herself():
    visit = visit_of(
        facts.LanguageChosen("es"),
        facts.PrivacyAccepted("2026-11"),
        facts.StageGiven(Stage.PREGNANT),
        facts.WeeksGiven(31),
        facts.InterpreterGiven(wanted=True),
        facts.TakeHomeWanted(),
    )
    assert (visit.language, visit.privacy_version) == ("es", "2026-11")
    assert (visit.stage, visit.weeks) == (Stage.PREGNANT, 31)
    assert visit.interpreter
    assert visit.take_home


def test_another_stage_drops_the_weeks_but_the_same_stage_keeps_them():
    pregnant = facts.StageGiven(Stage.PREGNANT)
    assert visit_of(pregnant, facts.WeeksGiven(31), pregnant).weeks == 31
    assert visit_of(pregnant, facts.WeeksGiven(31), facts.StageGiven(Stage.LOSS)).weeks is None


def test_a_loss_is_a_note_and_goes_when_it_was_a_slip():
    loss, pregnant = facts.StageGiven(Stage.LOSS), facts.StageGiven(Stage.PREGNANT)
    helped = facts.NoteAdded(NoteKind.HELP)
    assert visit_of(helped, loss).notes == (NoteKind.HELP, NoteKind.LOSS)
    assert visit_of(loss, loss).notes == (NoteKind.LOSS,)
    assert visit_of(loss, helped, pregnant).notes == (NoteKind.HELP,)


def test_what_she_reads_counts_once():
    card = facts.CardShown("safe-sleep", "back")
    visit = visit_of(card, facts.CardShown("safe-sleep", "room"), card)
    assert visit.cards_read == (("safe-sleep", "back"), ("safe-sleep", "room"))


def test_of_a_check_question_the_first_answer_counts():
    visit = visit_of(
        facts.CheckAnswered("safe-sleep", "doze", "sofa", right=False),
        facts.CheckAnswered("safe-sleep", "doze", "bed", right=True),
        facts.CheckAnswered("feelings", "doze", "bed", right=True),
    )
    assert [(c.topic, c.question, c.right) for c in visit.checks] == [
        ("safe-sleep", "doze", False),
        ("feelings", "doze", True),
    ]


def test_a_question_is_ticked_and_unticked():
    tick = facts.QuestionTicked("safe-sleep", "warmth", ticked=True)
    other = facts.QuestionTicked("safe-sleep", "swaddle", ticked=True)
    untick = facts.QuestionTicked("safe-sleep", "warmth", ticked=False)
    assert visit_of(tick, other, tick).questions == (
        ("safe-sleep", "swaddle"),
        ("safe-sleep", "warmth"),
    )
    assert visit_of(tick, other, untick).questions == (("safe-sleep", "swaddle"),)


def test_signs_gather_without_repeating():
    visit = visit_of(
        facts.SignsReported(("headache", "fever")), facts.SignsReported(("fever", "swelling"))
    )
    assert visit.signs == ("headache", "fever", "swelling")


def test_the_form_keeps_the_version_it_was_opened_in():
    visit = visit_of(
        facts.InstrumentDeclined("epds"),
        facts.InstrumentOpened("epds", "v1", "es", verified=True),
        facts.ItemAnswered("epds", 10, 4, 1.0),
        facts.InstrumentStopped("epds"),
    )
    form = visit.form
    assert (form.text_version, form.text_language, form.verified) == ("v1", "es", True)
    assert (form.opened, form.declined, form.stopped, form.finished) == (True, False, True, False)


def test_each_answer_keeps_the_wording_it_was_given_in():
    before = facts.InstrumentOpened("epds", "v1", "en", verified=True)
    after = facts.InstrumentOpened("epds", "v2", "es", verified=False)
    answer = [facts.ItemAnswered("epds", number, 1, 1.0) for number in (1, 2, 1)]
    first, second = TextUsed("v1", "en", verified=True), TextUsed("v2", "es")
    form = visit_of(before, answer[0], answer[1], after).form
    assert (form.texts, form.versions, form.all_verified) == ((first,), ("v1",), True)
    form = visit_of(before, answer[0], answer[1], after, answer[2]).form
    assert (form.texts, form.versions) == ((second, first), ("v2", "v1"))
    assert not form.all_verified


def test_without_answers_the_wording_is_the_one_that_showed():
    opened = facts.InstrumentOpened("epds", "v1", "es", verified=True)
    assert visit_of(opened).form.texts == (TextUsed("v1", "es", verified=True),)
    assert visit_of().form.texts == (TextUsed(),)


def test_two_verified_versions_are_no_verified_form():
    happened = [
        fact
        for number, version in enumerate(("v1", "v2"), start=1)
        for fact in (
            facts.InstrumentOpened("epds", version, "en", verified=True),
            facts.ItemAnswered("epds", number, 1, 1.0),
        )
    ]
    assert not visit_of(*happened).form.all_verified


def test_a_finished_form_is_no_longer_stopped():
    form = visit_of(facts.InstrumentStopped("epds"), facts.InstrumentFinished("epds")).form
    assert (form.stopped, form.finished) == (False, True)


def test_an_alert_knows_when_and_the_signs_of_then():
    visit = visit_of(
        facts.SignsReported(("headache",)),
        facts.AlertRaised(1, AlertKind.WARNING_SIGN),
        facts.AlertRaised(2, AlertKind.ITEM_10),
        facts.SignsReported(("fever",)),
    )
    first, second = visit.alerts
    assert (first.raised_at, first.signs) == (minute(2), ("headache",))
    assert second.signs == ()


def test_the_first_acknowledgement_stands():
    visit = visit_of(
        facts.AlertRaised(1, AlertKind.ITEM_10),
        facts.AlertAcknowledged(1, "Ann", Outcome.REFERRED),
        facts.AlertAcknowledged(1, "Ben", Outcome.SEEN),
        facts.AlertAcknowledged(7, "Cyd", Outcome.SEEN),
    )
    (alert,) = visit.alerts
    assert (alert.acknowledged_at, alert.by, alert.outcome) == (minute(2), "Ann", Outcome.REFERRED)


@pytest.mark.parametrize(
    ("happened", "state"),
    [
        ([facts.Paused()], VisitState.PAUSED),
        ([facts.Paused(), facts.Reopened("Ann")], VisitState.OPEN),
        ([facts.Finished()], VisitState.FINISHED),
        ([facts.Left(Leaving.IDLE)], VisitState.UNFINISHED),
    ],
)
def test_the_states_of_a_visit(happened, state):
    assert visit_of(*happened).state is state


def test_the_end_of_a_visit():
    assert visit_of(facts.Finished(), facts.TakeHomeWanted()).finished_at == minute(1)
    assert visit_of(facts.Left(Leaving.IDLE)).left is Leaving.IDLE
    assert visit_of(facts.Forgotten()).forgotten
    reviewed = visit_of(facts.Reviewed("Ann"))
    assert (reviewed.reviewed_by, reviewed.reviewed_at) == ("Ann", minute(1))

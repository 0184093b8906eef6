"""Reading aloud: on demand, broken off by any touch, never what nobody may overhear."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.facts import AlertKind, AlertRaised, Leaving, NoteAdded, NoteKind, SignsReported
from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.domain.journey import Step, StepName
from kiosk.services.intents import CalledAway, ChooseLanguage, Leave
from kiosk.settings import Settings, Sound
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.speech.reader import ALONE_MS, VOLUMES
from kiosk.ui.speech.voice import NoVoice, VoiceState
from kiosk.ui.theme.tokens import TextSize
from tests.helpers.epds_texts import made_up_text
from tests.helpers.gui_kiosk import button, has_button, press, touch
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_speech import FakeVoice

CARD = Step(StepName.CARD, "safe-sleep", 1)
CHECK = Step(StepName.CHECK, "safe-sleep", 0)
ITEM = Step(StepName.EPDS_ITEM, index=3)
CORNER = QPoint(4, 4)
SIGNS = (SignsReported(("headache",)), AlertRaised(1, AlertKind.WARNING_SIGN))


@pytest.fixture
def voice():
    return FakeVoice()


@pytest.fixture
def talking(booth, voice):
    """A kiosk with a voice."""
    booth.window.reader.use(voice)
    return booth


def _on(booth):
    """She has chosen to be read to, and what was read then has ended."""
    press(booth.window, "read-to-me")
    booth.window.reader.touched()
    booth.window.reader.released()


def test_without_a_voice_no_page_offers_to_read(booth):
    for step in (CARD, CHECK, StepName.HOME):
        booth.show(step)
        assert not has_button(booth.window, "read")
        assert not has_button(booth.window, "listen")
        assert not has_button(booth.window, "volume")


def test_a_language_without_a_voice_is_not_offered(talking, voice):
    voice.languages = ("es",)
    talking.show(CARD)
    assert not has_button(talking.window, "read")


def test_a_card_is_read_on_demand_and_again(talking, voice):
    talking.show(CARD)
    assert voice.said == []
    press(talking.window, "read")
    (spoken,) = voice.said
    card = talking.journey.topic_text("safe-sleep").cards[1]
    assert spoken.language == "en"
    assert spoken.sentences[0].startswith(card.title)
    voice.end()
    assert button(talking.window, "read").text() == "Read again"
    press(talking.window, "read")
    assert voice.said == [spoken, spoken]


def test_a_recording_comes_before_any_voice(make_booth, library, voice, tmp_path):
    topics = [replace(t, folder=str(tmp_path)) for t in library.topics if t.id == "safe-sleep"]
    card = topics[0].texts["en"].cards[1]
    picture = tmp_path / card.picture.file
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>")
    recorded = tmp_path / "audio" / "en" / f"{card.id}.opus"
    recorded.parent.mkdir(parents=True)
    recorded.touch()
    booth = make_booth(settings=Settings())
    kept = booth.journey.library
    booth.journey._opened = replace(  # noqa: SLF001 - other content than the project's
        booth.journey._backend,  # noqa: SLF001
        library=replace(kept, topics=tuple(topics)),
    )
    voice.languages = ()
    booth.window.reader.use(voice)
    booth.show(CARD)
    press(booth.window, "read")
    assert voice.said[0].recording == str(recorded)
    voice.plays = False
    booth.show(CARD)
    assert not has_button(booth.window, "read")


def test_her_own_button_pauses_and_goes_on(talking, voice):
    talking.show(CARD)
    press(talking.window, "read")
    assert button(talking.window, "read").text() == "Pause"
    press(talking.window, "read")
    assert voice.state is VoiceState.PAUSED
    assert button(talking.window, "read").text() == "Go on reading"
    press(talking.window, "read")
    assert voice.state is VoiceState.SPEAKING
    assert len(voice.said) == 1


def test_assistive_technology_presses_without_a_touch(talking, voice):
    talking.show(CARD)
    pill = button(talking.window, "read")
    pill.click()
    assert voice.state is VoiceState.SPEAKING
    pill.click()
    assert voice.state is VoiceState.PAUSED


@pytest.mark.parametrize("how", ["touch", "key", "finger"])
def test_any_touch_anywhere_interrupts(talking, voice, how):
    talking.show(CARD)
    press(talking.window, "read")
    if how == "touch":
        touch(talking.window, CORNER)
    elif how == "key":
        QTest.keyClick(talking.window, Qt.Key.Key_Shift)
    else:
        talking.window.eventFilter(talking.window, QEvent(QEvent.Type.TouchBegin))
    assert voice.state is not VoiceState.SPEAKING


def test_a_finger_that_comes_as_touch_and_mouse_is_one_touch(talking, voice):
    talking.show(CARD)
    press(talking.window, "listen")
    talking.window.eventFilter(talking.window, QEvent(QEvent.Type.TouchBegin))
    press(talking.window, "listen")
    assert voice.state is VoiceState.SILENT
    assert len(voice.said) == 1


def test_leaving_the_page_interrupts(talking, voice):
    talking.show(CARD)
    button(talking.window, "read").click()
    button(talking.window, "primary").click()
    assert voice.state is VoiceState.SILENT


def test_who_wants_to_be_read_to_hears_every_page(talking, voice):
    _on(talking)
    greeting = voice.said.pop()
    assert greeting.sentences[0] == "Hello."
    press(talking.window, "language-en")
    assert voice.said[-1].sentences[0].startswith("Welcome")
    press(talking.window, "primary")
    assert len(voice.said) == 2
    assert "I am pregnant." in voice.said[-1].sentences
    press(talking.window, "listen")
    assert voice.state is VoiceState.SILENT
    press(talking.window, "stage-pregnant")
    assert len(voice.said) == 2


def test_listen_reads_again_while_it_is_silent(talking, voice):
    talking.show(StepName.HOME)
    press(talking.window, "listen")
    voice.end()
    press(talking.window, "listen")
    assert len(voice.said) == 2
    assert button(talking.window, "listen").text() == "Stop"


def test_an_explanation_is_read_when_it_shows(talking, voice):
    talking.show(CHECK)
    press(talking.window, "listen")
    question = talking.journey.topic_text("safe-sleep").checks[0]
    assert voice.said[0].sentences[1] == question.prompt  # After the topic and her place in it.
    press(talking.window, f"choice-{question.choices[0].id}")
    first = question.choices[0].explanation.split(".")[0]
    assert voice.said[1].sentences[0].startswith(first)


def test_an_explanation_is_not_read_unasked(talking, voice):
    talking.show(CHECK)
    question = talking.journey.topic_text("safe-sleep").checks[0]
    press(talking.window, f"choice-{question.choices[0].id}")
    assert voice.said == []
    press(talking.window, "read")
    assert len(voice.said) == 1


def test_another_language_is_read_in_that_language(talking, voice):
    talking.show(StepName.HOME)
    press(talking.window, "listen")
    talking.window.submit(ChooseLanguage("es"))
    assert [spoken.language for spoken in voice.said] == ["en", "es"]


def test_the_volume_has_three_steps_and_goes_on_with_what_it_interrupts(talking, voice):
    talking.show(CARD)
    assert not has_button(talking.window, "volume")
    press(talking.window, "read")
    assert voice.volumes[-1] == VOLUMES[1]
    press(talking.window, "volume")
    assert voice.volumes[-1] == VOLUMES[2]
    assert voice.state is VoiceState.SPEAKING
    press(talking.window, "volume", "volume")
    assert voice.volumes[-1] == VOLUMES[1]
    assert max(VOLUMES) < 1


def test_the_volume_starts_nothing(talking, voice):
    talking.show(CARD)
    press(talking.window, "read")
    voice.end()
    press(talking.window, "volume")
    assert voice.state is VoiceState.SILENT
    assert len(voice.said) == 1


def test_sound_counts_as_activity(talking, voice):
    talking.show(CARD)
    press(talking.window, "read")
    talking.wait(200)
    assert talking.window.overlay_name == ""
    voice.end()
    talking.wait(59)
    assert talking.window.overlay_name == ""
    talking.wait(1)
    assert talking.window.overlay_name == "idle-warning"


def test_what_is_paused_does_not_count(talking, voice):
    talking.show(CARD)
    press(talking.window, "read", "read")
    talking.wait(60)
    assert talking.window.overlay_name == "idle-warning"


def test_after_a_visit_everything_is_as_before(talking, voice):
    talking.show(CARD)
    press(talking.window, "listen", "volume")
    voice.end()
    talking.wait(200)
    assert talking.journey.step.name is StepName.ATTRACT
    assert voice.renewed == 1
    said = len(voice.said)
    press(talking.window, "language-en")
    assert len(voice.said) == said
    talking.show(CARD)
    press(talking.window, "read")
    assert voice.volumes[-1] == VOLUMES[1]


@pytest.mark.parametrize("leave", [Leave(Leaving.QUIET), CalledAway()])
def test_the_pages_for_who_goes_are_silent(talking, voice, leave):
    talking.show(CARD)
    press(talking.window, "listen")
    said = len(voice.said)
    talking.window.submit(leave)
    assert voice.state is VoiceState.SILENT
    assert len(voice.said) == said


def test_the_first_screen_forgets_who_only_tried_the_button(talking, voice, qtbot):
    press(talking.window, "read-to-me")
    timer = talking.window.reader._alone  # noqa: SLF001 - its time is made to pass
    assert timer.isActive()
    assert timer.interval() == ALONE_MS
    timer.timeout.emit()
    assert voice.state is VoiceState.SILENT
    assert not timer.isActive()
    press(talking.window, "language-en")
    assert len(voice.said) == 1


@pytest.mark.parametrize(
    ("step", "happened"),
    [
        (StepName.EPDS_INTRO, ()),
        (ITEM, ()),
        (StepName.SUPPORT, ()),
        (StepName.STAFF_CALLED, SIGNS),
    ],
)
def test_private_pages_are_never_read_where_others_hear(talking, voice, step, happened):
    talking.show(StepName.HOME)
    press(talking.window, "listen")
    voice.end()
    page = talking.show(step, *happened)
    private = set(page.spoken().sentences)
    assert private
    assert voice.said[-1].sentences[0] == "This page is private, so it is not read aloud here."
    voice.end()
    press(talking.window, "listen", "listen")
    assert len(voice.said) == 3
    assert not private & {line for spoken in voice.said[1:] for line in spoken.sentences}


def test_with_headphones_private_pages_are_read_too(make_booth, voice):
    booth = make_booth(settings=Settings(sound=Sound(headphones=True)))
    booth.window.reader.use(voice)
    booth.show(StepName.HOME)
    press(booth.window, "listen")
    booth.show(StepName.EPDS_INTRO)
    assert len(voice.said) == 2


def test_the_practice_text_may_be_read(make_booth, voice):
    booth = make_booth(settings=Settings(sound=Sound(headphones=True)))
    booth.window.reader.use(voice)
    booth.show(ITEM)
    press(booth.window, "listen")
    assert "Answer 1." in voice.said[0].sentences


@pytest.mark.parametrize("headphones", [False, True])
@pytest.mark.parametrize("scope", ["audio=yes", "audio=no", "as agreed", ""])
def test_a_licensed_text_is_read_only_where_that_was_permitted(
    make_booth, voice, scope, headphones
):
    installed = InstalledText(made_up_text(), Permission("a letter", scope=scope), verified=False)
    settings = Settings(sound=Sound(headphones=headphones))
    booth = make_booth(settings=settings, text_for=lambda language: installed)
    booth.window.reader.use(voice)
    booth.show(ITEM)
    permitted = headphones and scope == "audio=yes"
    assert has_button(booth.window, "listen") is permitted
    booth.window.reader.listen()
    item = installed.text.item(ITEM.index)
    heard = " ".join(line for spoken in voice.said for line in spoken.sentences)
    assert (item.stem in heard) is permitted
    assert any(option in heard for option in item.options) is permitted
    assert permitted or "not" in heard  # It is said why.


@pytest.mark.parametrize(
    ("step", "happened", "heard"),
    [
        (StepName.WELCOME, (), "We keep what you read and answer here, even if you leave early."),
        (StepName.SIGNS, (), "Bad headache that lasts or gets worse."),
        (StepName.HELP, (NoteAdded(NoteKind.HELP),), "violet 58"),
        (StepName.FINISH, (), "violet 58."),
        (StepName.SUPPORT, (), "9 8 8."),
        (Step(StepName.PRESSURE, "preeclampsia"), (), "?"),
    ],
)
def test_pages_are_read_in_their_order(make_booth, voice, step, happened, heard):
    booth = make_booth(settings=Settings(sound=Sound(headphones=True)))
    booth.window.reader.use(voice)
    booth.show(step, *happened)
    booth.window.reader.listen()
    (spoken,) = voice.said
    assert heard in " ".join(spoken.sentences)
    assert "7." not in spoken.sentences  # The keypad's keys.
    assert "Next." not in spoken.sentences
    assert "Stop." not in spoken.sentences


def test_a_voice_that_is_lost_takes_its_buttons_along(talking, voice):
    talking.show(CARD)
    press(talking.window, "read")
    voice.languages = ()
    voice.end()
    assert not has_button(talking.window, "read")
    assert not has_button(talking.window, "listen")


def test_a_voice_is_closed_with_the_window(make_booth, voice):
    booth = make_booth()
    booth.window.reader.use(voice)
    booth.window.may_close = True
    booth.window.close()
    assert voice.closed


def test_a_rehearsal_shows_the_buttons_and_is_silent(booth):
    booth.window.reader.use(NoVoice(("en",)))
    booth.show(CARD)
    press(booth.window, "read", "listen")
    assert button(booth.window, "read").text() == "Read again"


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("size", TextSize, ids=lambda size: size.name.lower())
def test_the_controls_leave_every_page_whole(talking, language, size):
    talking.window.keep_look(size)
    talking.window.context.theme.reset()
    found = []
    for step in (StepName.WELCOME, StepName.HOME, StepName.SIGNS, CARD, CHECK, ITEM):
        talking.show(step, language=language)
        talking.window.reader.listen()
        settle()
        found += layout_faults(talking.window, talking.window.context.theme.scale)
        talking.window.reader.reset()
    assert found == []

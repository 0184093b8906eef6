"""Somebody who sees nothing, with headphones: what is said, and what never is."""

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.domain.facts import AlertKind, AlertRaised, SignsReported
from kiosk.domain.journey import Step, StepName
from kiosk.services.reading import said
from kiosk.settings import Keys, Settings, Sound
from kiosk.ui.guidance.announcer import send
from kiosk.ui.overlays.no_voice import SHOWN_MS
from kiosk.ui.speech.reader import SPEEDS
from kiosk.ui.speech.voice import VoiceState
from tests.helpers.gui_keys import KeyHand
from tests.helpers.gui_kiosk import button, has_button, press, texts, touch
from tests.helpers.gui_speech import FakeVoice
from tests.helpers.gui_transcript import Transcript, visible_choices, visible_texts

DOWN, UP, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return
F1, F2, F3, F4, F5, F6 = (Qt.Key(Qt.Key.Key_F1.value + number) for number in range(6))
CARD = Step(StepName.CARD, "safe-sleep", 1)
CHECK = Step(StepName.CHECK, "safe-sleep", 0)
ITEM = Step(StepName.EPDS_ITEM, index=3)
SIGNS = (SignsReported(("headache",)), AlertRaised(1, AlertKind.WARNING_SIGN))
PRIVATE = "This page is private, so it is not read aloud here."
HEADPHONES = Settings(sound=Sound(headphones=True))


@pytest.fixture
def voice():
    return FakeVoice()


@pytest.fixture
def guided(make_booth, voice, qtbot):
    """Makes a kiosk with the keyboard and a voice, and what was heard at it."""

    def make(**options):
        booth = make_booth(**options)
        booth.window.activateWindow()
        qtbot.waitUntil(booth.window.isActiveWindow)
        return Transcript(booth, voice)

    return make


@pytest.fixture
def with_headphones(guided):
    return guided(settings=HEADPHONES)


@pytest.fixture
def aloud(guided):
    return guided()


def _begin(transcript):
    """The voice key, wherever she is."""
    KeyHand(transcript.booth).press(F3)


def _hear_page(transcript):
    """Every choice of a page, gone to one by one; gives the sentences."""
    page, hand = transcript.booth.page, KeyHand(transcript.booth)
    for _ in [stop for stop in page.targets() if stop.isVisible() and stop.isEnabled()]:
        transcript.voice.end()
        hand.press(DOWN)
    return transcript.lines


def _assert_whole(transcript):
    """Every visible text and every choice was said, in their order."""
    page, lines = transcript.booth.page, _hear_page(transcript)
    transcript.voice.end()  # A button that pauses has its silent name again.
    _assert_in_order([said(text, {}) for text in visible_texts(page)], lines)
    names = [said(name, page.glossary) for name in visible_choices(page)]
    for name in names:
        assert any(name.rstrip(".") in line for line in lines), name
    return lines


def _assert_in_order(wanted, lines):
    left = iter(lines)
    for text in wanted:
        assert any(text == line for line in left), f"{text!r} is not said in its order"


def test_the_voice_key_begins_and_tells_the_keys(aloud):
    _begin(aloud)
    lines = aloud.lines
    assert lines[0] == "Hello."
    assert "There are 7 choices." in lines
    told = lines.index("Down goes on, up goes back, Enter chooses, Escape leaves the page.")
    assert lines[told + 1 :] == [
        "Help: F1.",
        "Hear it again: F2.",
        "Pause: F4.",
        "Faster or slower: F5.",
        "Louder or quieter: F6.",
        "Stop reading aloud: F3.",
    ]


def test_read_to_me_begins_too(aloud, voice):
    press(aloud.booth.window, "read-to-me")
    assert aloud.lines[0] == "Hello."
    voice.end()
    press(aloud.booth.window, "language-en")
    assert aloud.last[:2] == ("Welcome.", "This time is yours.")


def test_a_language_is_named_in_itself(aloud, voice):
    _begin(aloud)
    voice.end()
    KeyHand(aloud.booth).go_to("language-es")
    assert aloud.heard[-1].language == "es"
    assert aloud.last[0].startswith("Español, ")
    voice.languages = ("en",)
    KeyHand(aloud.booth).go_to("language-ar")
    assert aloud.heard[-1].language == "en"
    assert "العربية" in aloud.last[0]


def test_a_whole_visit_is_heard(with_headphones):
    """Page after page, each text and each choice; never a page without a word."""
    transcript, hand = with_headphones, KeyHand(with_headphones.booth)
    booth = transcript.booth
    _begin(transcript)
    transcript.voice.end()
    hand.choose("language-en")
    way = {
        StepName.WELCOME: ["primary"],
        StepName.STAGE: ["stage-pregnant"],
        StepName.WEEKS: ["digit-3", "digit-0", "primary"],
        StepName.INTERPRETER: ["interpreter-yes"],
        StepName.HOME: ["check-in"],
        StepName.EPDS_INTRO: ["primary"],
        StepName.EPDS_ITEM: ["option-1", "primary"],
        StepName.EPDS_AFTER: ["primary"],
        StepName.SUPPORT: ["primary"],
    }
    seen, items = [], 0
    while booth.journey.step.name is not StepName.HOME or items < 10:
        step = booth.journey.step.name
        if step not in seen:
            seen.append(step)
            _assert_whole(transcript)
        items += step is StepName.EPDS_ITEM
        for name in way[step]:
            transcript.forget()
            hand.go_to(name)
            transcript.forget()
            hand.press(ENTER)
            assert transcript.heard
    for last in ("topic-safe-sleep", "primary", "topics", "primary"):
        transcript.forget()
        hand.choose(last)
        _assert_whole(transcript)
    assert booth.journey.step.name is StepName.FINISH
    assert StepName.SUPPORT in seen


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize(
    ("step", "happened"),
    [
        (StepName.WELCOME, ()),
        (StepName.HOME, ()),
        (StepName.SIGNS, ()),
        (CARD, ()),
        (CHECK, ()),
        (StepName.STAFF_CALLED, SIGNS),
        (Step(StepName.PRESSURE, "preeclampsia"), ()),
        (Step(StepName.QUESTIONS, "safe-sleep"), ()),
        (Step(StepName.EPDS_STOP, index=3), ()),
        (StepName.FINISH, ()),
    ],
)
def test_every_page_is_told_whole(with_headphones, language, step, happened):
    with_headphones.booth.show(StepName.HOME, language=language)
    _begin(with_headphones)
    with_headphones.forget()
    with_headphones.booth.show(step, *happened, language=language)
    assert {spoken.language for spoken in with_headphones.heard} == {language}
    lines = _assert_whole(with_headphones)
    assert any("choice" in line for line in lines) or language != "en"


def test_each_choice_says_what_it_is_how_it_stands_and_where(with_headphones, voice):
    booth, hand = with_headphones.booth, KeyHand(with_headphones.booth)
    booth.show(StepName.SIGNS)
    _begin(with_headphones)
    voice.end()
    count = sum(1 for t in booth.page.targets() if t.objectName().startswith("sign-"))
    hand.go_to("sign-fever")
    name = button(booth.window, "sign-fever").text()
    heard = with_headphones.last[0]
    assert heard.startswith(f"{said(name, booth.page.glossary)}, tick box, not ticked, ")
    assert heard.endswith(f" of {count}.")
    hand.press(ENTER)
    assert f"{said(name, booth.page.glossary)}, ticked." in with_headphones.last
    assert "Call staff to me now." in with_headphones.last  # It can be pressed from now on.
    hand.press(DOWN, UP)
    assert ", tick box, ticked, " in with_headphones.last[0]
    booth.show(ITEM)
    voice.end()
    hand.go_to("option-2")
    assert with_headphones.last == ("Answer 2, choice, 2 of 4.",)
    hand.press(ENTER)
    assert "Answer 2, chosen." in with_headphones.last
    hand.press(DOWN, UP)
    assert with_headphones.last == ("Answer 2, choice, chosen, 2 of 4.",)


def test_what_cannot_be_pressed_is_said_so(aloud):
    aloud.booth.show(CHECK)
    _begin(aloud)
    assert "Not available yet: Next." in aloud.lines


def test_typed_digits_are_told_with_what_the_field_holds(aloud, voice):
    booth, hand = aloud.booth, KeyHand(aloud.booth)
    booth.show(StepName.WEEKS, weeks=None)
    _begin(aloud)
    voice.end()
    heard = []
    for key in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace):
        hand.press(key)
        heard.append(aloud.last[0])
    assert heard == ["weeks: 3.", "weeks: 31.", "weeks: 3.", "weeks: empty."]
    press(booth.window, "digit-2")  # By touch, too.
    assert aloud.last[0] == "weeks: 2."


def test_an_answer_a_leaf_and_an_error_are_told(aloud, voice):
    booth, hand = aloud.booth, KeyHand(aloud.booth)
    booth.show(CHECK)
    _begin(aloud)
    voice.end()
    choice = booth.journey.topic_text("safe-sleep").checks[0].choices[1]
    hand.choose(f"choice-{choice.id}")
    assert choice.explanation.split(".")[0] in " ".join(aloud.last)
    booth.show(Step(StepName.PRESSURE, "preeclampsia"))
    voice.end()
    hand.press(*(Qt.Key(ord(digit)) for digit in "120130"))
    hand.choose("primary")
    error = "Please look at the two numbers once more and enter them again."
    assert aloud.last[0] == error


def test_a_leaf_is_told_when_it_is_turned(aloud, voice, make_booth):
    from kiosk.ui.theme.tokens import TextSize

    booth, hand = aloud.booth, KeyHand(aloud.booth)
    booth.window.keep_look(TextSize.LARGEST)
    booth.window.context.theme.reset()
    for topic in booth.journey.library.topics:
        for index in range(len(booth.journey.library.topic(topic.id).texts["en"].cards)):
            booth.show(Step(StepName.CARD, topic.id, index))
            if booth.page._text.count > 1:  # noqa: SLF001 - a card of two leaves is looked for
                break
        else:
            continue
        break
    _begin(aloud)
    aloud.forget()
    hand.choose("primary")
    assert any(line.startswith("Part 2 of ") for line in aloud.last)
    for text in visible_texts(booth.page)[2:]:
        assert text in aloud.last


def test_any_key_or_touch_interrupts(aloud, voice):
    booth, hand = aloud.booth, KeyHand(aloud.booth)
    booth.show(CARD)
    _begin(aloud)
    hand.press(Qt.Key.Key_Shift)
    assert voice.state is not VoiceState.SPEAKING
    hand.press(F2)
    assert voice.state is VoiceState.SPEAKING
    touch(booth.window, QPoint(4, 4))
    assert voice.state is not VoiceState.SPEAKING


def test_keys_repeat_pause_hasten_and_loudness(aloud, voice):
    booth, hand = aloud.booth, KeyHand(aloud.booth)
    booth.show(StepName.HOME)
    _begin(aloud)
    voice.end()
    hand.press(DOWN)
    heard = aloud.last
    hand.press(F2)
    assert aloud.last == heard
    assert len(aloud.heard) == 3
    hand.press(F4)
    assert voice.state is VoiceState.PAUSED
    hand.press(F4)
    assert voice.state is VoiceState.SPEAKING
    hand.press(F5)
    assert voice.speeds[-1] == SPEEDS[2]
    assert voice.state is VoiceState.SPEAKING
    voice.end()
    hand.press(F5)
    assert voice.speeds[-2:] == [SPEEDS[0]] * 2
    assert aloud.last[0] == "Speed: 1 of 3."
    voice.end()
    hand.press(F6)
    assert aloud.last[0] == "Volume: 3 of 3."
    hand.press(F3)
    hand.press(DOWN)
    assert voice.state is not VoiceState.SPEAKING


def test_the_same_by_buttons(aloud, voice):
    booth = aloud.booth
    booth.show(StepName.HOME)
    press(booth.window, "listen")
    press(booth.window, "pause")
    assert voice.state is VoiceState.PAUSED
    assert button(booth.window, "pause").accessibleName() == "Go on reading"
    press(booth.window, "pause")
    assert voice.state is VoiceState.SPEAKING
    press(booth.window, "speed")
    assert voice.speeds[-1] == SPEEDS[2]
    assert voice.state is VoiceState.SPEAKING


def test_everything_is_as_before_after_the_visit(aloud, voice):
    booth = aloud.booth
    booth.show(StepName.HOME)
    press(booth.window, "listen", "speed", "reach")
    voice.end()
    booth.wait(300)
    assert booth.journey.step.name is StepName.ATTRACT
    assert not booth.window.reader.is_on
    assert not booth.window.context.theme.lowered
    booth.show(StepName.HOME)
    press(booth.window, "listen")
    assert voice.speeds[-1] == SPEEDS[1]


@pytest.mark.parametrize(
    ("step", "happened"),
    [
        (StepName.EPDS_INTRO, ()),
        (ITEM, ()),
        (Step(StepName.EPDS_STOP, index=3), ()),
        (StepName.EPDS_AFTER, ()),
        (StepName.SUPPORT, ()),
        (StepName.STAFF_CALLED, SIGNS),
    ],
)
def test_nothing_of_a_private_page_is_heard_without_headphones(aloud, voice, step, happened):
    booth, hand = aloud.booth, KeyHand(aloud.booth)
    booth.show(StepName.HOME)
    _begin(aloud)
    aloud.forget()
    page = booth.show(step, *happened)
    assert aloud.lines == [PRIVATE, "To get help, press F1, or ask at the front desk."]
    for _ in range(12):
        voice.end()
        hand.press(DOWN)
    if step == ITEM:
        hand.choose("option-3")
    foot = [stop.text() for stop in page.footer.targets()]
    own = [name for name in visible_choices(page) if name not in foot]
    heard = " ".join(aloud.lines)
    for text in [*visible_texts(page), *own]:
        assert text.rstrip(".") not in heard
    hand.press(F1)
    assert booth.journey.step.name is StepName.HELP
    assert "We have told staff that you would like help." in aloud.last


def test_without_a_help_key_the_front_desk_helps(guided, voice):
    aloud = guided(settings=Settings(keys=Keys(help="")))
    aloud.booth.show(ITEM)
    aloud.booth.window.reader.listen()
    assert aloud.lines == [PRIVATE, "To get help, ask at the front desk."]


def test_what_a_finger_touches_is_not_told_before_it_is_pressed(aloud, voice):
    booth = aloud.booth
    booth.show(StepName.STAGE)
    press(booth.window, "listen")
    voice.end()
    press(booth.window, "stage-pregnant")
    assert aloud.last[0] == "Which week of pregnancy?"
    assert len(aloud.heard) == 2


def test_the_countdown_is_told_at_intervals_and_shows_nobodys_presence(aloud, voice):
    booth = aloud.booth
    booth.show(StepName.HOME)
    press(booth.window, "listen")
    aloud.forget()
    booth.wait(79)
    assert booth.window.overlay_name == "idle-warning"
    assert "Are you still there?" in aloud.lines
    assert "20 seconds left." in aloud.lines
    assert aloud.lines[-3:] == [
        "Press any key, or touch the screen, to go on.",
        "10 seconds left.",
        "5 seconds left.",
    ]
    booth.wait(1)
    assert booth.journey.step.name is StepName.ATTRACT


def test_an_overlay_is_told(aloud, voice):
    booth, hand = aloud.booth, KeyHand(aloud.booth)
    booth.show(StepName.HOME)
    _begin(aloud)
    voice.end()
    hand.choose("language")
    assert aloud.last[0] == "Choose your language."
    assert aloud.last[-1] == "There are 4 choices."
    voice.end()
    hand.press(DOWN)
    assert aloud.last == ("English, choice, chosen, 1 of 4.",)


def test_the_number_of_choices_follows_a_recording(guided, voice, library, tmp_path):
    aloud = guided()
    reader = aloud.booth.window.reader
    aloud.booth.show(CARD)
    page = aloud.booth.page
    plain = page.spoken()
    page.spoken = lambda: type(plain)(plain.language, plain.sentences, "card.opus")
    reader.listen()
    assert aloud.heard[0].recording == "card.opus"
    assert aloud.heard[0].sentences == plain.sentences
    voice.end()
    place, choices = aloud.heard[1].sentences
    assert place.startswith("Safe sleep, 2 of ")
    assert choices == f"There are {len(visible_choices(page))} choices."
    assert not aloud.heard[1].recording


class TestNoVoice:
    @pytest.mark.parametrize("how", ["key", "button"])
    def test_it_is_said_in_that_language(self, guided, voice, how):
        voice.languages = ()
        aloud = guided(languages=("es",))
        booth = aloud.booth
        if how == "key":
            _begin(aloud)
        else:
            assert has_button(booth.window, "read-to-me")
            press(booth.window, "read-to-me")
        assert booth.window.overlay_name == "no-voice"
        assert "Español" in " ".join(texts(booth.window.overlay))
        assert not booth.window.reader.is_on
        press(booth.window, "close")
        assert booth.window.overlay_name == ""
        assert has_button(booth.window, "read-to-me")

    def test_it_is_said_when_the_next_page_has_no_voice(self, guided, voice):
        voice.languages = ("en",)
        aloud = guided()
        aloud.booth.show(StepName.HOME)
        _begin(aloud)
        aloud.booth.show(StepName.HOME, language="ar")
        assert aloud.booth.window.overlay_name == "no-voice"
        assert aloud.booth.window.overlay.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def test_the_notice_goes_by_itself(self, guided, voice):
        voice.languages = ()
        aloud = guided()
        _begin(aloud)
        timer = aloud.booth.window.overlay._timer  # noqa: SLF001 - its time is made to pass
        assert timer.interval() == SHOWN_MS
        timer.timeout.emit()
        assert aloud.booth.window.overlay_name == ""

    def test_escape_closes_it(self, guided, voice):
        voice.languages = ()
        aloud = guided()
        _begin(aloud)
        KeyHand(aloud.booth).press(Qt.Key.Key_Escape)
        assert aloud.booth.window.overlay_name == ""

    def test_a_clinic_that_wants_none_offers_none(self, guided, voice):
        aloud = guided(settings=Settings(sound=Sound(read_aloud=False)))
        assert not has_button(aloud.booth.window, "read-to-me")


class TestAnnouncements:
    @pytest.fixture
    def told(self, aloud):
        told = []
        aloud.booth.window.aids.guide.announcer.send = lambda *what: told.append(what[1:])
        return told

    def test_headings_politely(self, aloud, told):
        aloud.booth.show(StepName.HOME)
        assert ("What would you like to know?", False) in told
        press(aloud.booth.window, "language")
        assert told[-1] == ("Choose your language", False)

    def test_the_countdown_and_trouble_at_once(self, aloud, told):
        aloud.booth.show(StepName.HOME)
        aloud.booth.wait(76)
        assert [text for text, urgent in told if urgent] == [
            "Are you still there?",
            "20 seconds left",
            "10 seconds left",
            "5 seconds left",
        ]

    def test_errors_at_once_and_other_news_politely(self, aloud, told):
        booth, hand = aloud.booth, KeyHand(aloud.booth)
        booth.show(Step(StepName.PRESSURE, "preeclampsia"))
        hand.press(*(Qt.Key(ord(digit)) for digit in "120130"))
        hand.choose("primary")
        error = "Please look at the two numbers once more and enter them again."
        assert (error, True) in told
        booth.show(CHECK)
        choice = booth.journey.topic_text("safe-sleep").checks[0].choices[0]
        press(booth.window, f"choice-{choice.id}")
        assert (choice.explanation, False) in told

    def test_qt_takes_them(self, aloud, monkeypatch):
        from kiosk.ui.guidance import announcer

        sent = []
        monkeypatch.setattr(
            announcer.QAccessible, "updateAccessibility", lambda event: sent.append(event.type())
        )
        send(aloud.booth.page, "Hello", True)
        kinds = announcer.QAccessible.Event
        assert sent == [kinds.Announcement]
        monkeypatch.delattr(announcer.QtGui, "QAccessibleAnnouncementEvent")
        send(aloud.booth.page, "Hello", False)
        assert sent == [kinds.Announcement, kinds.Alert]

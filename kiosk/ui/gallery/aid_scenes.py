"""What aids show: slips, reading aloud, the keyboard's ring, the lower part, the switch's light."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.domain import facts
from kiosk.domain.journey import Step, StepName
from kiosk.ui.gallery.sample_visits import complete_form
from kiosk.ui.gallery.scenes import Room, Scene, presses, types
from kiosk.ui.overlay_desk import OverlayDesk
from kiosk.ui.rehearsal.hand import settle, tap
from kiosk.ui.speech.voice import NoVoice, VoiceState

SLIP = "4226502"


class SpeakingVoice(NoVoice):
    """Looks as if it spoke: a picture of a page that is being read."""

    state = VoiceState.SPEAKING


def _read(room: Room) -> None:
    window = room.window
    window.reader.use(SpeakingVoice(window.context.languages))
    settle()


def _be_silent(room: Room) -> None:
    window = room.window
    window.reader.use(NoVoice(window.context.languages))
    window.reader.lacking.emit(window.context.theme.language)


def _find_no_room(room: Room) -> None:
    desk = room.window.findChild(OverlayDesk)
    if desk is not None:
        desk.show_too_small(room.window.context)


def _go_by_key(room: Room) -> None:
    for _step in range(7):
        QTest.keyClick(room.window, Qt.Key.Key_Tab)


def _lower(room: Room) -> None:
    if not room.window.context.theme.lowered:
        tap(room.window, "reach", "reach")


def _scan(room: Room) -> None:
    if room.window.context.theme.lowered:
        tap(room.window, "reach", "reach")
    room.window.aids.scanner.start()


def aid_scenes() -> Iterator[Scene]:
    """All of them. What an aid changes stays for the next one: each set needs a window of its own.

    `scenes` may be shown before them in the same window, not after.
    """
    welcome, home = Step(StepName.WELCOME), Step(StepName.HOME)
    card = Step(StepName.CARD, "preeclampsia", 3)
    yield Scene("slip", welcome, stage=None, then=presses("slip"))

    def give(room: Room) -> None:
        presses("slip")(room)
        types(SLIP)(room)

    yield Scene("slip-unknown", welcome, stage=None, then=give)
    taken = (facts.SlipAttached(SLIP),)
    yield Scene("slip-taken", welcome, taken, stage=None)
    yield Scene("too-small", welcome, stage=None, then=_find_no_room)
    yield Scene("key-focus", home, then=_go_by_key)
    yield Scene("reading", card, then=_read)
    yield Scene("no-voice", card, then=_be_silent)
    for name, step in (
        ("welcome", welcome),
        ("home", home),
        ("card", card),
        ("check", Step(StepName.CHECK, "preeclampsia", 0)),
        ("signs", Step(StepName.SIGNS)),
        ("pressure", Step(StepName.PRESSURE, "preeclampsia")),
        ("epds", Step(StepName.EPDS_ITEM, index=3)),
    ):
        opened = tuple(complete_form([2, 2])) if name == "epds" else ()
        yield Scene(f"lowered-{name}", step, opened, then=_lower)
    yield Scene("scanning", home, then=_scan)

"""Drives the real windows without a visitor."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from kiosk.app import make_application, make_window
from kiosk.domain.script import Script
from kiosk.domain.visit import Visit
from kiosk.settings import check_response
from kiosk.ui.idle import IdleWatch
from kiosk.ui.shell import KioskWindow
from kiosk.ui.theme.tokens import Style, TextSize

if TYPE_CHECKING:
    from kiosk.wiring import Services

_HD: Final = QSize(1920, 1080)
_LEAST: Final = QSize(640, 480)


def default_size() -> QSize:
    """The size that the drawings are made for."""
    return QSize(_HD)


@dataclass(frozen=True)
class Look:
    """How a rehearsal looks: window size, text size, theme."""

    size: QSize = field(default_factory=default_size)
    text_size: TextSize = TextSize.NORMAL
    style: Style = Style.DAY


def make_look(size: str, text_size: str, theme: str = "day") -> Look | None:
    """A look from words ("1920x1080", "largest", "dark"); None for a size that no kiosk has."""
    window = window_size(size)
    return Look(window, TextSize[text_size.upper()], style_of(theme)) if window else None


def window_size(words: str) -> QSize | None:
    """A size as commands have it: "1920x1080"; None for one that no kiosk has."""
    width, _, height = words.partition("x")
    if not (width.isdigit() and height.isdigit()):
        return None
    size = QSize(int(width), int(height))
    return size if size.expandedTo(_LEAST) == size else None


def style_of(name: str) -> Style:
    """The theme of a name as commands have it: "large-print"."""
    return Style[name.upper().replace("-", "_")]


@dataclass(frozen=True)
class Rehearsed:
    """What a rehearsal leaves: the visit's id and the screens in order."""

    visit_id: str
    screens: list[str]


def rehearse(services: Services, script: Script, pictures: Path, look: Look) -> Rehearsed:
    """Drive the real windows as the script says.

    With `leave_by = "crash"` this process is killed where the script says so.

    Raises:
        KioskError: REHEARSAL_STUCK, FILE_UNWRITABLE, or what could not be saved.
    """
    from kiosk.ui.rehearsal.album import Album
    from kiosk.ui.rehearsal.hand import UnhurriedClock
    from kiosk.ui.rehearsal.visitor import SteppedClock, Visitor

    check_response(services.settings, services.languages)
    app = make_application()
    clock = SteppedClock()
    idle = IdleWatch(clock=clock)
    window = make_window(
        lambda: services.backend, services.settings, services.languages, idle, UnhurriedClock()
    )
    _silence(window)
    album = Album(pictures)
    visitor = Visitor(window, script, album, clock, _crash)
    try:
        window.start(look.size)
        window.show()
        window.resize(look.size)
        window.context.theme.style = look.style
        window.set_text_size(look.text_size)
        window.keep_look(look.text_size, look.style)
        visit_id = visitor.visit()
        return Rehearsed(visit_id, album.names)
    finally:
        _close(app, window)


def show_after_crash(services: Services, pictures: Path, look: Look) -> list[str]:
    """Start the window again after a crash: it must show the first screen."""
    from kiosk.ui.rehearsal.album import Album, shown_before

    app = make_application()
    window = make_window(lambda: services.backend, services.settings, services.languages)
    _silence(window)
    album = Album(pictures, shown_before(pictures))
    try:
        window.start(look.size)
        window.show()
        album.add(window, "attract")
        return album.names
    finally:
        _close(app, window)


def take_home(services: Services, visit: Visit) -> bytes:
    """The page she takes home, as PDF."""
    from kiosk.ui.take_home import take_home_pdf

    make_application()
    words = services.words(visit.language)
    return take_home_pdf(visit, services.library, words, services.settings)


def _silence(window: KioskWindow) -> None:
    """Offer to read where a voice is installed, and say nothing: a rehearsal is quiet."""
    from kiosk.ui.speech.voice import NoVoice
    from kiosk.ui.speech.voices import installed_languages

    window.reader.use(NoVoice(installed_languages()))


def _close(app: QApplication, window: KioskWindow) -> None:
    window.may_close = True
    window.close()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()


def _crash() -> None:
    """Die as a power cut would: no clean-up, nothing flushed."""
    os.kill(os.getpid(), signal.SIGKILL)

"""Builds the Qt application and runs the windows."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QSize, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.domain.errors import KioskError
from kiosk.domain.facts import Leaving
from kiosk.domain.language import LANGUAGES
from kiosk.domain.script import Script
from kiosk.i18n import Catalogues
from kiosk.services import intents
from kiosk.services.journey import Backend, Journey
from kiosk.settings import Settings, fonts_folder, translations_folder
from kiosk.ui.context import ScreenContext
from kiosk.ui.idle import IdleWatch
from kiosk.ui.rehearsal.album import Album, shown_before
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.rehearsal.visitor import SteppedClock, Visitor
from kiosk.ui.shell import KioskWindow
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TextSize
from kiosk.wiring import Services

_log = logging.getLogger(__name__)
_HD = QSize(1920, 1080)


def use_offscreen_without_display() -> None:
    """Choose Qt's offscreen platform where there is no display."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not shown and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def make_application() -> QApplication:
    """The application object with the project's fonts.

    Raises:
        KioskError: FILE_MISSING, when the fonts were not made at set-up.
    """
    use_offscreen_without_display()
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        app = existing
    else:
        app = QApplication(["kiosk"])
    app.setStyle("Fusion")
    app.setApplicationName("Perinatal Kiosk")
    app.setQuitOnLastWindowClosed(False)
    app.setAttribute(Qt.ApplicationAttribute.AA_SynthesizeTouchForUnhandledMouseEvents, False)
    load_fonts(fonts_folder())
    return app


def offered_languages(settings: Settings, content: Path) -> tuple[str, ...]:
    """The languages to show on the first screen, found without reading any content.

    A language is offered when the interface has it and the content folder has a file for
    it; which topics are whole in it shows when the content is loaded.
    """
    catalogues = Catalogues(translations_folder())
    wanted = settings.languages or tuple(LANGUAGES)
    return tuple(
        code
        for code in wanted
        if catalogues.has(code) and (content / "signs" / f"{code}.toml").is_file()
    )


def make_window(
    backend: Callable[[], Backend],
    settings: Settings,
    languages: tuple[str, ...],
    idle: IdleWatch | None = None,
) -> KioskWindow:
    """The kiosk's window on a journey that opens its backend when it is first needed."""
    context = ScreenContext(
        theme=Theme(),
        journey=Journey(backend),
        catalogues=Catalogues(translations_folder()),
        settings=settings,
        languages=languages,
    )
    return KioskWindow(context, idle)


def show_window(window: KioskWindow, *, windowed: bool) -> None:
    """Show the window, full screen unless `windowed`.

    Without a window manager full screen is only a wish, so the size is set as well.
    """
    screen = window.screen_geometry()
    size = QSize(screen.width() * 3 // 4, screen.height() * 3 // 4) if windowed else screen.size()
    window.start(size)
    if windowed:
        window.show()
    else:
        window.setGeometry(screen)
        window.showFullScreen()


def end_on_signals(app: QApplication, finish: Callable[[], None]) -> QSocketNotifier:
    """End on SIGTERM and SIGINT: Qt's loop is woken through a socket pair."""
    reader, writer = socket.socketpair()
    reader.setblocking(False)
    writer.setblocking(False)
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)

    def remember(number: int, frame: FrameType | None) -> None:
        del number, frame

    signal.signal(signal.SIGTERM, remember)
    signal.signal(signal.SIGINT, remember)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, app)

    def on_signal() -> None:
        notifier.setEnabled(False)
        finish()
        app.quit()

    notifier.activated.connect(on_signal)
    notifier.setProperty("sockets", None)
    _KEPT.extend((reader, writer))
    return notifier


_KEPT: list[socket.socket] = []


def close_visit(window: KioskWindow) -> None:
    """Close an open visit when the kiosk is ended, so that staff see it as unfinished."""
    if window.context.journey.visit is None:
        return
    try:
        window.context.journey.handle(intents.Leave(Leaving.CLOSED))
    except KioskError as error:
        _log.error("visit not closed: %s", error.code)


def after_first_paint(window: KioskWindow, work: Callable[[], None]) -> None:
    """Do slow work once the first screen is there."""
    QTimer.singleShot(0, window, work)


def default_size() -> QSize:
    """The size that the drawings are made for."""
    return QSize(_HD)


@dataclass(frozen=True)
class Look:
    """How a rehearsal looks: window size, text size, contrast."""

    size: QSize = field(default_factory=default_size)
    text_size: TextSize = TextSize.NORMAL
    contrast: bool = False


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
    app = make_application()
    clock = SteppedClock()
    idle = IdleWatch(clock=clock)
    window = make_window(
        lambda: services.backend, services.settings, services.languages, idle
    )
    album = Album(pictures)
    visitor = Visitor(window, script, album, clock, _crash)
    try:
        window.start(look.size)
        window.show()
        window.resize(look.size)
        if look.contrast:
            window.context.theme.toggle_contrast()
        window.set_text_size(look.text_size)
        window.keep_look(look.text_size, contrast=look.contrast)
        visit_id = visitor.visit()
        return Rehearsed(visit_id, album.names)
    finally:
        _close(app, window)


def show_after_crash(services: Services, pictures: Path, look: Look) -> list[str]:
    """Start the window again after a crash: it must show the first screen."""
    app = make_application()
    window = make_window(lambda: services.backend, services.settings, services.languages)
    album = Album(pictures, shown_before(pictures))
    try:
        window.start(look.size)
        window.show()
        album.add(window, "attract")
        return album.names
    finally:
        _close(app, window)


def _close(app: QApplication, window: KioskWindow) -> None:
    window.may_close = True
    window.close()
    window.deleteLater()
    settle()
    app.processEvents()


def _crash() -> None:
    """Die as a power cut would: no clean-up, nothing flushed."""
    os.kill(os.getpid(), signal.SIGKILL)

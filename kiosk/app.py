"""Builds the Qt application and runs the windows."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSize,
    QSocketNotifier,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk.domain.errors import ErrorCode, KioskError, Place
from kiosk.domain.facts import Leaving
from kiosk.domain.language import LANGUAGES
from kiosk.i18n import Catalogues
from kiosk.services import intents
from kiosk.services.journey import Backend, Journey
from kiosk.services.ports import Printer
from kiosk.settings import Settings, check_response, fonts_folder, translations_folder
from kiosk.ui.context import ScreenContext
from kiosk.ui.first_paint import FirstPaint
from kiosk.ui.idle import IdleWatch
from kiosk.ui.runner import Runner
from kiosk.ui.safety import guard, log_to
from kiosk.ui.shell import KioskWindow
from kiosk.ui.theme.fonts import has_face, load_fonts
from kiosk.ui.theme.theme import Theme
from kiosk.ui.tree.install import install as install_tree
from kiosk.ui.watchdog import Watchdog

if TYPE_CHECKING:
    from kiosk.services.wordings import Wordings
    from kiosk.ui.admin_services import AdminServices
    from kiosk.ui.alert_watch import AlertWatch
    from kiosk.ui.content_watch import ContentWatch
    from kiosk.ui.staff_area import StaffArea
    from kiosk.wiring import Services

_log = logging.getLogger(__name__)
_HD = QSize(1920, 1080)
_LEAST = QSize(640, 480)
_OFFSCREEN_NOISE = "This plugin does not support propagateSizeHints()"
_REFRESH_MS = 15_000


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
    app = existing if isinstance(existing, QApplication) else QApplication(["kiosk"])
    app.setStyle("Fusion")
    app.setApplicationName("Perinatal Kiosk")
    QGuiApplication.setQuitOnLastWindowClosed(False)
    load_fonts(fonts_folder())
    install_tree(app)
    return app


def quiet_offscreen() -> None:
    """Drop the one line that Qt's offscreen platform prints for every window."""

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del kind, context
        if message != _OFFSCREEN_NOISE:
            _log.warning("Qt: %s", message)

    qInstallMessageHandler(handle)


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
    clock: Callable[[], float] = time.monotonic,
) -> KioskWindow:
    """The kiosk's window on a journey that opens its backend when it is first needed.

    `clock` tells taps apart, in seconds.
    """
    context = ScreenContext(
        theme=Theme(),
        journey=Journey(backend),
        catalogues=Catalogues(translations_folder()),
        settings=settings,
        languages=tuple(filter(has_face, languages)),
    )
    return KioskWindow(context, idle, clock)


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
    for end in (reader, writer):
        end.settimeout(0)
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)

    def remember(number: int, frame: FrameType | None) -> None:
        del number, frame

    signal.signal(signal.SIGTERM, remember)
    signal.signal(signal.SIGINT, remember)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, app)

    def on_signal() -> None:
        notifier.setEnabled(False)
        finish()

    notifier.activated.connect(on_signal)

    def let_go() -> None:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        reader.close()
        writer.close()

    app.aboutToQuit.connect(let_go)
    return notifier


def close_visit(window: KioskWindow) -> None:
    """Close an open visit when the kiosk is ended, so that staff see it as unfinished."""
    if window.context.journey.visit is None:
        return
    try:
        window.context.journey.handle(intents.Leave(Leaving.CLOSED))
    except KioskError as error:
        _log.error("visit not closed: %s", error.code)


class Kiosk(QObject):
    """The running kiosk: one window, services opened after the first paint, staff area.

    Signals:
        opened: All that it works with is there: it has started.
        use_changed: Whether somebody is in a visit, or staff work; told with every new screen.
    """

    opened = Signal()
    use_changed = Signal(bool)

    def __init__(
        self, data: Path, content: Path, settings: Settings, settings_file: Path | None = None
    ) -> None:
        super().__init__()
        self._settings_file = settings_file
        self._data = data
        self._content = content
        self._settings = settings
        self._services: Services | None = None
        self._runner = Runner(self)
        self._area: StaffArea | None = None
        self.alerts: AlertWatch | None = None
        self.texts: ContentWatch | None = None
        self.error: KioskError | None = None
        languages = offered_languages(settings, content)
        if not languages:
            raise KioskError(ErrorCode.CONTENT_EMPTY, place=Place(str(content)))
        self.window = make_window(self._backend, settings, languages)
        moves = settings.screen.motion and QGuiApplication.platformName() != "offscreen"
        self.window.context.theme.motion = moves
        self.window.staff_requested.connect(self._open_staff_area)
        self.window.visit_ended.connect(self._refresh)
        self.window.visit_left.connect(self._let_page_go)
        self.window.screen_shown.connect(self._tell_use)
        self._every = QTimer(self)
        self._every.setInterval(_REFRESH_MS)
        self._every.timeout.connect(self._refresh)

    @property
    def is_free(self) -> bool:
        """Whether nobody is in a visit, and no staff work."""
        return self.window.is_waiting() and self._area is None

    def start(self, *, windowed: bool) -> None:
        """Show the first screen, then open what it will need."""
        FirstPaint(self.window, self._warm_up)
        show_window(self.window, windowed=windowed)

    def stop(self) -> None:
        """Close everything; an open visit is kept as unfinished."""
        self._every.stop()
        close_visit(self.window)
        if self.alerts is not None:
            self.alerts.stop()
        if self.texts is not None:
            self.texts.stop()
        self._runner.stop()
        self.window.may_close = True
        self.window.close()
        if self._services is not None:
            self._services.store.close()

    def be_safe(self) -> None:
        """After a bug: nothing of anybody stays on the screen."""
        if self._area is not None:
            self._area.lock()
        self.window.go_to_first_screen()

    def _backend(self) -> Backend:
        return self._open().backend

    def _open(self) -> Services:
        if self._services is None:
            # Here, not above: the first screen must not wait for the store and the content.
            from kiosk.ui.alarm_sound import alarm_sound
            from kiosk.wiring import build_services

            self._services = build_services(
                self._data,
                self._content,
                self._settings,
                sound=alarm_sound(self._settings, self),
                without_cups=_qt_printer,
            )
            # Before anybody can begin a visit: what is open now is what a crash left open.
            self._services.visits.recover()
        return self._services

    def _warm_up(self) -> None:
        from kiosk.ui.alert_watch import AlertWatch
        from kiosk.ui.content_watch import watch_content
        from kiosk.ui.speech.process import speech_voice
        from kiosk.ui.warm import warm_up

        if self.window.may_close:
            # It was ended before anybody could see it.
            return
        warm_up()
        try:
            services = self._open()
            check_response(self._settings, services.languages)
        except KioskError as error:
            self.error = error
            QApplication.exit()
            return
        if services.languages:
            self.window.offer(services.languages)
        self._refresh()
        self._every.start()
        self.alerts = AlertWatch(services.alerting, self)
        self.window.reader.use(speech_voice(self._settings, self.window))
        self.window.alert_raised.connect(self.alerts.look)
        self.alerts.start()
        self._see_room()
        files = services.content_files(self._content)
        self.texts = watch_content(self.window, files, services.shelf, services.offered)
        self.opened.emit()

    def _tell_use(self) -> None:
        self.use_changed.emit(not self.is_free)

    def _see_room(self) -> None:
        """Whether the questionnaire has room on this screen, in each wording it is shown in."""
        if (services := self._services) is not None:
            found = [services.text_for(language) for language in services.languages]
            self.window.see_room([each.text for each in found if each is not None])

    def _refresh(self) -> None:
        if self._services is None:
            return
        try:
            self._services.visits.expire_paused(self._settings.idle.paused_minutes)
            self.window.set_waiting(self._services.desk.alerts_waiting())
            self._runner.run(self._services.printing.poll_all, _log_failure)
            if self.is_free:
                self._runner.run(self._services.retention.run_between_visits, _log_failure)
        except KioskError as error:
            _log.error("board not refreshed: %s", error.code)

    def _let_page_go(self, visit_id: str) -> None:
        """Where pages are not held: the clinician's page of a visit that has just ended."""
        printing = self._settings.printing
        services = self._services
        if printing.release == "auto" and services is not None:
            self._runner.run(
                lambda: services.printing.let_go(visit_id, copies=printing.copies), _log_failure
            )

    def _open_staff_area(self) -> None:
        services = self._services
        if services is None or self._area is not None:
            return
        from kiosk.ui.staff_opening import open_staff_area

        self._area = open_staff_area(
            services,
            self._settings,
            self.window,
            self._runner,
            data=self._data,
            wordings=self._wordings(services),
            admin=self._admin_services(services),
        )
        self._area.closed.connect(self._close_staff_area)
        self._area.reopened.connect(self._reopen)
        self.window.cover_with(self._area)
        self._tell_use()

    def _wordings(self, services: Services) -> Wordings | None:
        from kiosk.wiring import open_wordings

        try:
            return open_wordings(services, self._content)
        except KioskError as error:
            _log.error("fingerprints not read: %s", error.code)
            return None

    def _admin_services(self, services: Services) -> AdminServices:
        from kiosk.ui.admin_services import AdminServices
        from kiosk.wiring.admin import open_administration, open_approvals, open_settings
        from kiosk.wiring.offer import open_offer

        where = (services, self._data, self._content, self._settings_file)
        book = open_settings(*where)
        return AdminServices(
            general=open_administration(*where),
            settings=book,
            offer=open_offer(services, self._content, book),
            approvals=open_approvals(services, self._content),
        )

    def _close_staff_area(self) -> None:
        if self._area is not None:
            self.window.cover_with(None)
            self._area.hide()
            self._area.deleteLater()
            self._area = None
            self._tell_use()
        self.window.idle.watch(0, 0)
        self._see_room()
        self._refresh()

    def _reopen(self, visit_id: str, by: str) -> None:
        try:
            self.window.context.journey.reopen(visit_id, by)
        except KioskError as error:
            _log.error("visit not reopened: %s", error.code)
            return
        self.window.show_step()


def _qt_printer(name: str) -> Printer:
    """A printer that Qt knows; imported only where there is no CUPS."""
    from kiosk.ui.qt_printer import QtPrinter

    return QtPrinter(name)


def _log_failure(result: object) -> None:
    """What came of it stands in the store; the board reads it there."""
    if isinstance(result, KioskError):
        _log.error("work between visits failed: %s", result.code)


def settle_memory() -> None:
    """What is loaded by now stays to the end: no later look for garbage goes through it.

    For a process that does nothing but run one kiosk: a tap must not wait for such a look.
    """
    gc.collect()
    gc.freeze()


def run_kiosk(
    data: Path,
    content: Path,
    settings: Settings,
    *,
    windowed: bool,
    settings_file: Path | None = None,
) -> None:
    """Show the kiosk until it is ended by a signal.

    `settings_file` is where the settings come from; administrators change them there.

    Raises:
        KioskError: It could not start.
    """
    app = make_application()
    kiosk = Kiosk(data, content, settings, settings_file)
    log_to(data)
    sys.excepthook = guard(kiosk.be_safe)
    # Not quit(): that asks the window first, and the window never lets itself be closed.
    end_on_signals(app, app.exit)
    watchdog = Watchdog(kiosk)
    kiosk.opened.connect(watchdog.start)
    kiosk.opened.connect(settle_memory)
    kiosk.use_changed.connect(watchdog.show_use)
    kiosk.start(windowed=windowed)
    app.exec()
    watchdog.stop()
    kiosk.stop()
    if kiosk.error is not None:
        raise kiosk.error

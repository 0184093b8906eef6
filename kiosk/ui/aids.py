"""Keys, switch, spoken guidance and announcements, built for one window."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.context import ScreenContext
from kiosk.ui.guidance.announcer import Announcer
from kiosk.ui.guidance.guide import Guide
from kiosk.ui.keys.commands import Command, KeyMap
from kiosk.ui.keys.hands import Hands
from kiosk.ui.keys.navigator import Navigator
from kiosk.ui.keys.scanner import Scanner
from kiosk.ui.keys.stops import Layers, Stops
from kiosk.ui.keys.tap_guard import TapGuard
from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.speech.reader import Reader
from kiosk.ui.widgets.screen import Screen


class AidedWindow(Layers, Protocol):
    """The kiosk's window, as far as it matters here."""

    context: ScreenContext
    reader: Reader


class Aids(QObject):
    """The window tells what shows and hands every key and tap over before a widget gets it.

    Signals:
        help_requested: The help key.
    """

    help_requested = Signal()

    def __init__(self, window: AidedWindow, clock: Callable[[], float]) -> None:
        """`clock` gives seconds that never run backwards."""
        widget = cast("QWidget", window)
        super().__init__(widget)
        self._window = window
        self._shown = 0
        settings, theme = window.context.settings, window.context.theme
        self._keys = KeyMap(settings.keys)
        self.stops = Stops(window)
        self.navigator = Navigator(widget, theme, self.stops)
        self.scanner = Scanner(
            widget,
            theme,
            self.stops,
            self.navigator,
            seconds=settings.access.scan_seconds,
            clock=clock,
        )
        guard = TapGuard(settings.access.tap_guard_ms, clock, self._what_shows)
        self._hands = Hands(
            widget,
            keys=self._keys,
            stops=self.stops,
            navigator=self.navigator,
            scanner=self.scanner,
            guard=guard,
        )
        self.guide = Guide(self._context, window.reader, self.stops, Announcer(), self)
        self.navigator.moved.connect(self.guide.came_to)
        self.scanner.line_lit.connect(self.guide.line_lit)
        self.scanner.busy = window.reader.is_reading
        self._hands.asked.connect(self._on_asked)
        self._commands: dict[Command, Callable[[], None]] = {
            Command.HELP: self._on_help,
            Command.REPEAT: window.reader.repeat,
            Command.VOICE: self._on_voice,
            Command.PAUSE: window.reader.pause,
            Command.SPEED: window.reader.change_speed,
            Command.VOLUME: window.reader.change_volume,
        }

    def swallows(self, watched: QObject, event: QEvent) -> bool:
        """Whether this is a second tap by accident, which nobody may get."""
        return self._hands.swallows(watched, event)

    def takes(self, watched: QObject, event: QEvent) -> bool:
        """Whether this was meant for no widget; then it is done already."""
        return self._hands.takes(watched, event)

    def page_built(self, page: Screen) -> None:
        """Another page stands there: its heading has the focus."""
        self._shown += 1
        page.news.connect(self.guide.news)
        bar = self._window.top_bar
        for before, after in pairwise([*(bar.targets() if bar else ()), *page.targets()[:1]]):
            # Tab goes as she reads: the bar, the page, the foot.
            QWidget.setTabOrder(before, after)
        page.order_focus()
        self.navigator.begin()

    def page_shown(self, page: Screen) -> None:
        """It is laid out, and the reader has been told of it."""
        self.guide.page_shown(page)
        if self._window.context.settings.access.scanning and not self.scanner.is_on:
            self.scanner.start()
        else:
            self.scanner.begin()

    def overlay_coming(self) -> None:
        """Something is about to lie over the page."""
        self.navigator.remember()

    def overlay_shown(self, overlay: Overlay, *, urgent: bool = False) -> None:
        """Something lies over the page."""
        self._shown += 1
        self.navigator.begin()
        self.guide.overlay_shown(overlay, urgent=urgent)
        self.scanner.begin()

    def overlay_gone(self) -> None:
        """The page is on top again."""
        self._shown += 1
        self.navigator.bring_back()
        self.scanner.begin()

    def _what_shows(self) -> int:
        return self._shown

    def _context(self) -> ScreenContext:
        return self._window.context

    def _on_asked(self, command: Command) -> None:
        self._commands[command]()

    def _on_voice(self) -> None:
        self.guide.begin_with_keys(self._keys.names)

    def _on_help(self) -> None:
        if self._window.overlay is None and self._context().journey.visit_is_open:
            self.help_requested.emit()
        else:
            self.guide.explain(self._keys.names)

"""Speaks what a page shows, what the keyboard comes to, and what each key or touch has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.i18n import Words
from kiosk.services.reading import Spoken, sentences
from kiosk.settings import Keys
from kiosk.ui.context import ScreenContext
from kiosk.ui.guidance.announcer import Announcer
from kiosk.ui.guidance.describe import (
    choices_line,
    keys_lines,
    line_of,
    name_of,
    stop_lines,
)
from kiosk.ui.guidance.snapshot import Change, Snapshot
from kiosk.ui.keys.stops import Stops
from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.speech.reader import Reader
from kiosk.ui.widgets.pressable import Pressable
from kiosk.ui.widgets.said import texts_of
from kiosk.ui.widgets.screen import Screen

_EVERY: Final = 10
_LAST: Final = 5
"""Seconds between two words of the countdown, and when its last one comes."""


class Guide(QObject):
    """The window's own; silent until the reader is on."""

    def __init__(
        self,
        context: Callable[[], ScreenContext],
        reader: Reader,
        stops: Stops,
        announcer: Announcer,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._reader = reader
        self._stops = stops
        self.announcer = announcer
        self._before: Snapshot | None = None
        self._came_to: QWidget | None = None
        self._explains = False
        self._counted = 0
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self._on_settled)
        reader.told_of = self.page_speech

    # --- what happens ---

    def touched(self) -> None:
        """A key or touch is about to be dealt with: what changes by it is told."""
        on_top = self._stops.on_top
        if self._before is None and on_top is not None:
            self._before = self._look(on_top)
        self._late.start()

    def came_to(self, stop: QWidget) -> None:
        """The keyboard, or the switch, has come here."""
        self._came_to = stop
        self._late.start()

    def line_lit(self, stops: Sequence[Pressable]) -> None:
        """A line lights up for the switch."""
        open_stops = [stop for stop in stops if self._may_name(stop)]
        if open_stops:
            self._say([line_of(open_stops, self._words)])

    def page_shown(self, page: Screen) -> None:
        """Another page: assistive technology is told; the reader speaks by itself."""
        self._before = None
        heading = self._stops.heading()
        if heading is not None and page is self._stops.on_top:
            self.announcer.tell(heading, name_of(heading))

    def news(self, spoken: Spoken) -> None:
        """The page says itself what has come to stand on it."""
        page = self._stops.on_top
        if isinstance(page, Screen) and not self._is_open(page):
            return
        self._reader.read_news(spoken)

    def overlay_shown(self, overlay: Overlay, *, urgent: bool = False) -> None:
        """Something lies over the page."""
        self._before = None
        self._counted = 0
        heading = self._stops.heading()
        if heading is not None:
            tell = self.announcer.warn if urgent else self.announcer.tell
            tell(heading, name_of(heading))
        lines = texts_of(overlay.column, overlay)
        if not overlay.answers_anything:
            lines.append(choices_line(len(overlay.targets()), self._words))
        else:
            lines.append(self._words.gettext("Press any key, or touch the screen, to go on."))
        self._say(lines)

    def count_down(self, overlay: Overlay, seconds: int) -> None:
        """So many seconds are left: told when it begins, every ten, and when five are left."""
        if self._counted == seconds:
            return
        first, self._counted = not self._counted, seconds
        if not first and seconds % _EVERY and seconds != _LAST:
            return
        text = self._words.ngettext("%(count)s second left", "%(count)s seconds left", seconds)
        text %= {"count": seconds}
        self.announcer.warn(overlay, text)
        if not first:
            self._say([text])

    def explain(self, keys: Keys) -> None:
        """How the keyboard is used."""
        self._say(keys_lines(keys, self._words))

    def begin_with_keys(self, keys: Keys) -> None:
        """The voice key: what is on the screen, and how the keyboard is used."""
        self._explains = not self._reader.is_on
        self._keys = keys
        self._reader.listen()
        self._explains = False

    # --- what is said ---

    def page_speech(self, page: QWidget) -> Spoken | None:
        """A page as it is told: its texts, then how many choices there are."""
        if not isinstance(page, Screen):
            return None
        words = self._words
        more: list[str] = []
        spoken = page.spoken()
        if not self._is_open(page) or spoken is None:
            spoken = Spoken(words.language, ())
            more += self._private(words)
        else:
            place = page.place_said()
            if place and spoken.recording:
                more.append(place)
            elif place:
                first = sentences([place], page.glossary)
                spoken = replace(spoken, sentences=(*first, *spoken.sentences))
            more += self._choices(page, words)
        if self._explains:
            more += keys_lines(self._keys, words)
        return Spoken(
            spoken.language,
            (*spoken.sentences, *sentences(more, page.glossary)),
            spoken.recording,
            len(more) if spoken.recording else 0,
        )

    def _private(self, words: Words) -> Iterable[str]:
        _ = words.gettext
        if self._context().settings.sound.headphones:
            yield _("These questions may not be read aloud.")
        else:
            yield _("This page is private, so it is not read aloud here.")
        key = self._context().settings.keys.help
        if key:
            yield _("To get help, press %(key)s, or ask at the front desk.") % {"key": key}
        else:
            yield _("To get help, ask at the front desk.")

    def _choices(self, page: Screen, words: Words) -> Iterable[str]:
        groups = self._stops.groups() if page is self._stops.on_top else []
        if groups:
            yield choices_line(len(groups[0]), words)
            barred = words.listed(name_of(stop) for stop in self._stops.barred())
            if barred:
                yield words.gettext("Not available yet: %(names)s.") % {"names": barred}

    def _on_settled(self) -> None:
        """Everything that a key or touch does has happened."""
        before, self._before = self._before, None
        stop, self._came_to = self._came_to, None
        on_top = self._stops.on_top
        if on_top is None:
            return
        change = self._look(on_top).change_since(before, self._words) if before else Change()
        for text, is_error in change.texts:
            (self.announcer.warn if is_error else self.announcer.tell)(on_top, text)
        # What speaks now was begun by this very key or touch, such as the next page.
        if not self._reader.is_on or self._reader.is_reading():
            return
        if change.is_nothing and stop is not None:
            self._say_stop(stop)
        elif not change.is_nothing and self._is_open(on_top):
            lines = [*(text for text, _ in change.texts), *change.lines]
            lines += [choices_line(change.more, self._words)] if change.more else []
            self._say(lines)

    def _say_stop(self, stop: QWidget) -> None:
        page = self._stops.on_top
        if stop is self._stops.heading() or not isinstance(stop, Pressable):
            if isinstance(page, Screen):
                self._reader.tell(self.page_speech(page))
            else:
                self._say([name_of(stop)])
            return
        if not self._may_name(stop):
            self._say(list(self._private(self._words)))
            return
        place = self._stops.place(stop)
        own = str(stop.property("language") or "")
        if own:
            # The name of a language is told in that language, where it has a voice.
            words = self._context().catalogues.words(own)
            told = Spoken(own, sentences(stop_lines(stop, place, words), {}))
            if self._reader.can_say(told):
                self._reader.tell(told)
                return
        self._say(stop_lines(stop, place, self._words))

    def _say(self, lines: Sequence[str]) -> None:
        page = self._stops.on_top
        glossary = page.glossary if isinstance(page, Screen) else {}
        self._reader.tell(Spoken(self._words.language, sentences(lines, glossary)))

    @property
    def _words(self) -> Words:
        """In the language of the page: the first one greets in each in turn."""
        context, page = self._context(), self._stops.on_top
        greeting = page.greets_in if isinstance(page, Screen) else ""
        return context.catalogues.words(greeting or context.theme.language)

    def _is_open(self, on_top: QWidget) -> bool:
        """Whether what stands there may be heard."""
        if not isinstance(on_top, Screen):
            return True
        headphones = self._context().settings.sound.headphones
        return (on_top.reads_itself or headphones) and on_top.spoken() is not None

    def _may_name(self, stop: QWidget) -> bool:
        """Whether a thing to press may be named: on a private page, only what every page has."""
        page = self._stops.on_top
        return (
            not isinstance(page, Screen)
            or self._is_open(page)
            or not page.isAncestorOf(stop)
            or page.footer.isAncestorOf(stop)
        )

    def _look(self, on_top: Screen | Overlay) -> Snapshot:
        stops = [stop for group in self._stops.groups() for stop in group]
        return Snapshot(on_top, [*stops, *self._stops.barred()])

"""The kiosk's window on a store in memory, brought to any step without walking there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.app import make_window
from kiosk.domain import facts
from kiosk.domain.code import VisitCode
from kiosk.domain.content import ContentLibrary, Stage
from kiosk.domain.facts import Entry, Fact
from kiosk.domain.instrument_text import InstalledText
from kiosk.domain.journey import Step, StepName
from kiosk.domain.language import BUILT_IN
from kiosk.domain.replay import replay
from kiosk.domain.visit import Visit
from kiosk.i18n import Catalogues
from kiosk.services.journey import Backend, Journey
from kiosk.services.rehearsal_text import rehearsal_text
from kiosk.services.visits import Visits
from kiosk.settings import Access, Settings, translations_folder
from kiosk.ui.gallery.sample_visits import complete_form
from kiosk.ui.idle import IdleWatch
from kiosk.ui.rehearsal.hand import UnhurriedClock, settle
from kiosk.ui.rehearsal.visitor import SteppedClock
from kiosk.ui.runner import Runner
from kiosk.ui.shell import KioskWindow
from kiosk.ui.widgets.screen import Screen
from tests.helpers.fakes_visits import START, MemoryVisits, TickingClock

__all__ = ["complete_form"]

HD = QSize(1920, 1080)
LANGUAGES = ("en", "es", "ar")
"""A sample: the first written, a longer one, and one from right to left."""

QUICK = Access(tap_guard_ms=0)
"""Tests tap quicker than a hand: for windows whose clock is the real one."""

EVERY_LANGUAGE = tuple(BUILT_IN)
CODE = VisitCode("violet", 58)


@dataclass
class WatchedVisits(MemoryVisits):
    """Visits in memory, which tell a test of each change before it is made."""

    before_change: Callable[[], None] = lambda: None

    def _change(self) -> None:
        self.before_change()
        super()._change()


@dataclass
class Booth:
    """A kiosk to test: its window, what it stored, and the clock that the idle watch looks at."""

    window: KioskWindow
    store: WatchedVisits
    seconds: SteppedClock
    catalogues: Catalogues
    size: QSize = HD

    @property
    def journey(self) -> Journey:
        """Where she is."""
        return self.window.context.journey

    @property
    def page(self) -> Screen:
        """The screen that is shown."""
        assert self.window.page is not None
        return self.window.page

    def show(
        self,
        step: Step | StepName,
        *happened: Fact,
        language: str = "en",
        stage: Stage | None = Stage.PREGNANT,
        weeks: int | None = 30,
    ) -> Screen:
        """Show a step as if a visitor had come there; `happened` is what she did before."""
        started = facts.Started(CODE.colour, CODE.number, language, "rehearsal")
        about: list[Fact] = [started, facts.PrivacyAccepted("1")]
        about += [facts.StageGiven(stage)] if stage else []
        about += [facts.WeeksGiven(weeks)] if stage and weeks else []
        visit_id = f"visit-{len(self.store.facts) + 1}"
        self.journey.visit = put_visit(self.store, visit_id, *about, *happened)
        self.journey.visit_id = visit_id
        self.journey.step = step if isinstance(step, Step) else Step(step)
        self.window.show_step()
        settle()
        return self.page

    def refuse_saving(self, *, refused: bool) -> None:
        """Let saving fail from now on, or no more."""
        self.store.failing_after = 0 if refused else None

    def close(self) -> None:
        """Close the window and let everything of it go, once what is under way has ended."""
        for runner in self.window.findChildren(Runner):
            runner.stop()
        self.window.may_close = True
        self.window.close()
        self.window.deleteLater()
        settle()

    def wait(self, seconds: float) -> None:
        """Let time pass at the screen; nobody touches it."""
        whole, rest = divmod(seconds, 1)
        for second in [1.0] * int(whole) + ([rest] if rest else []):
            self.seconds.now += second
            self.window.idle.tick()
        settle()


def open_booth(
    library: ContentLibrary,
    *,
    size: QSize = HD,
    languages: tuple[str, ...] = LANGUAGES,
    settings: Settings | None = None,
    catalogues: Catalogues | None = None,
    text_for: Callable[[str], InstalledText] | None = None,
    clock: Callable[[], float] | None = None,
) -> Booth:
    """A kiosk that shows its first screen."""
    words = catalogues or Catalogues(translations_folder())
    store, seconds = WatchedVisits(), SteppedClock()
    backend = Backend(
        Visits(store, TickingClock(), "rehearsal", lambda free: free[-1]),
        library,
        text_for or (lambda language: rehearsal_text(words.words(language))),
    )
    idle = IdleWatch(clock=seconds)
    window = make_window(
        lambda: backend, settings or Settings(), languages, idle, clock or UnhurriedClock()
    )
    window.context = replace(window.context, catalogues=words)
    idle.setParent(window)
    window.start(size)
    window.show()
    settle()
    return Booth(window, store, seconds, words, size)


def put_visit(store: MemoryVisits, visit_id: str, *happened: Fact, minutes_ago: int = 0) -> Visit:
    """Store a visit whole; each fact a second after the one before."""
    start = START - timedelta(minutes=minutes_ago)
    entries = [Entry(start + timedelta(seconds=n), fact) for n, fact in enumerate(happened)]
    store.facts[visit_id] = entries
    return replay(entries)


def shown(root: QWidget) -> list[QWidget]:
    """Every widget of a window that can be seen."""
    return [widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root)]


def button(root: QWidget, name: str) -> QAbstractButton:
    """The button of this object name that can be seen."""
    found = [b for b in root.findChildren(QAbstractButton, name) if b.isVisible()]
    assert found, f"no {name} on {type(root).__name__}"
    return found[-1]


def has_button(root: QWidget, name: str) -> bool:
    """Whether a button of this object name can be seen and pressed."""
    found = root.findChildren(QAbstractButton, name)
    return any(b.isVisible() and b.isEnabled() for b in found)


def press(root: QWidget, *names: str) -> None:
    """Press buttons one after the other."""
    for name in names:
        target = button(root, name)
        assert target.isEnabled(), f"{name} cannot be pressed"
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        settle()


def touch(window: QWidget, place: QPoint) -> None:
    """Touch a place of a window as the display reports it: Qt finds what lies there."""
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()


def type_digits(root: QWidget, digits: str) -> None:
    """Type on the screen's keypad."""
    press(root, *(f"digit-{digit}" for digit in digits))


def texts(root: QWidget) -> list[str]:
    """Everything that can be read on a window, or is read out from it."""
    found: list[str] = []
    for widget in shown(root):
        found += [widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
    return [text for text in found if text.strip()]


def all_text(root: QWidget) -> str:
    """All of it, a line a text."""
    return "\n".join(texts(root))


def colours(window: QWidget) -> set[int]:
    """The colours of a window's picture as 0xRRGGBB, every second pixel of every second line."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I", (image.height(), image.width()))
    found: set[int] = set()
    for row in range(0, image.height(), 2):
        found.update(pixels[row, column] for column in range(0, image.width(), 2))
    return {colour & 0xFFFFFF for colour in found}

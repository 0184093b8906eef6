"""The staff area over the gallery's window, worked by a simulated hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtTest import QTest

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.services.ports import PrintState
from kiosk.ui.gallery.room import GalleryRoom
from kiosk.ui.rehearsal.hand import can_tap, settle, tap
from kiosk.ui.staff_area import StaffArea
from kiosk.ui.widgets.line_field import LineField

STAFF_PIN: Final = "274951"
ADMIN_PIN: Final = "530618"
GIVEN_PIN: Final = "419027"
"""PINs of the gallery's own people: a nurse, an administrator, and somebody who was just added."""


class AtOnce:
    """Does slow work on the spot: a picture has time. Satisfies `Runs`."""

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run `work`, then `done` with its result or its KioskError."""
        try:
            result: Any = work()
        except KioskError as error:
            result = error
        done(result)

    def aside(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """The same."""
        self.run(work, done)

    def forget(self) -> None:
        """Nothing is ever under way."""


class SamplePrinter:
    """Prints nothing, and tells of each page what it is to tell. Satisfies `Printer`."""

    def __init__(self) -> None:
        self.told = PrintState.PRINTING

    def available(self) -> bool:
        """There is one."""
        return True

    def submit(self, pdf: bytes, *, title: str, copies: int = 1) -> tuple[str, int]:
        """Take a page."""
        del pdf, title, copies
        return "sample", 1

    def state(self, printer: str, job: int) -> PrintState:
        """What is to be told."""
        del printer, job
        return self.told

    def cancel(self, printer: str, job: int) -> PrintState:
        """It never comes out."""
        del printer, job
        return PrintState.CANCELLED


@dataclass
class StaffRoom:
    """A kiosk whose staff area is opened, touched and typed into.

    Attributes:
        room: The window below it.
        open_area: Opens the staff area as the corner does.
        printer: What its pages go to.
    """

    room: GalleryRoom
    open_area: Callable[[], StaffArea]
    printer: SamplePrinter
    _area: StaffArea | None = field(default=None)

    def open(self) -> None:
        """Open the staff area anew: the PIN is asked for."""
        self.leave()
        self._area = self.open_area()
        self.room.window.cover_with(self._area)
        settle()

    def leave(self) -> None:
        """Lock the staff area, wherever it is, and take it away."""
        if self._area is not None:
            self._area.lock()
            self.room.window.cover_with(None)
            self._area.hide()
            self._area.deleteLater()
            self._area = None
            settle()

    def enter(self, pin: str) -> None:
        """Open it anew, and type a PIN."""
        self.open()
        self.digits(pin)
        self.press("enter")

    def press(self, *names: str) -> None:
        """Touch buttons one after the other.

        Raises:
            KioskError: REHEARSAL_STUCK.
        """
        for name in names:
            tap(self.room.window, name, type(self).__name__)

    def digits(self, digits: str) -> None:
        """Type on the screen's own pad."""
        self.press(*(f"digit-{digit}" for digit in digits))

    def type(self, line: str, text: str) -> None:
        """Type into the line of this name, in place of what stands there.

        Raises:
            KioskError: REHEARSAL_STUCK.
        """
        fields = self.room.window.findChildren(LineField, line)
        field = next((each for each in fields if each.isVisible()), None)
        if field is None:
            raise KioskError(ErrorCode.REHEARSAL_STUCK, screen=f"{type(self).__name__} ({line})")
        field.selectAll()
        QTest.keyClicks(field, text)
        settle()

    def find(self, name: str, on: str) -> None:
        """Turn pages by the button `on` until a button is there, and touch it.

        Raises:
            KioskError: REHEARSAL_STUCK.
        """
        while not self.can_press(name) and self.can_press(on):
            self.press(on)
        self.press(name)

    def turned(self, name: str, most: int = 3) -> Iterator[str]:
        """This page and those that "More" leads to, `most` in all, by a name for each."""
        yield name
        for page in range(2, most + 1):
            if not self.can_press("more"):
                return
            self.press("more")
            yield f"{name}-{page}"

    def can_press(self, name: str) -> bool:
        """Whether a button can be seen and touched."""
        return can_tap(self.room.window, name)

    def close(self) -> None:
        """Let everything go."""
        self.leave()
        self.room.close()

"""The administrators' way through languages and topics."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.services.offer import Lack, Offer, Offered, Part, Row
from kiosk.ui.admin_room import AdminRoom, Show
from kiosk.ui.staff.offer import OfferScreen
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.fonts import has_face


class OfferDesk(AdminRoom):
    """Reads the content anew each time: off the GUI thread."""

    def __init__(
        self, context: StaffContext, offer: Offer, who: str, show: Show, parent: QObject
    ) -> None:
        super().__init__(context, who, show, parent)
        self._offer = offer
        self._part = Part.LANGUAGES
        self._page = 0
        self._rows: tuple[Row, ...] = ()

    def start(self) -> None:
        """Show the languages."""
        self._open(Part.LANGUAGES)

    def _open(self, part: str) -> None:
        self._part, self._page, self._rows = Part(part), 0, ()
        self._show()
        self._read()

    def _read(self, message: str = "") -> None:
        part = self._part

        def on_rows(rows: tuple[Row, ...]) -> None:
            self._rows = tuple(Row(_with_face(row.about, part), row.on) for row in rows)
            self._show(message)

        self.work(lambda: self._offer.rows(part), on_rows)

    def _show(self, message: str = "") -> None:
        screen = OfferScreen(
            self.context,
            self.who,
            self._part,
            self._rows,
            page=self._page,
            can_change=self._offer.can_change,
        )
        screen.part_wanted.connect(self._open)
        screen.switched.connect(self._on_switched)
        screen.moved.connect(self._on_moved)
        screen.turned.connect(self._on_turned)
        self.show(screen)
        self.tell(message)

    def _on_turned(self, by: int) -> None:
        self._page += by
        self._show()

    def _on_switched(self, which: str, on: bool) -> None:
        part, who = self._part, self.who
        self._change(lambda: self._offer.switch(part, which, who, on=on))

    def _on_moved(self, which: str, step: int) -> None:
        part, who = self._part, self.who
        self._change(lambda: self._offer.move(part, which, step, who))

    def _change(self, change: Callable[[], None]) -> None:
        _ = self.context.words.gettext
        said = _("Saved. It counts from the kiosk's next start.")

        def on_changed(_nothing: None) -> None:
            self._read(said)

        self.work(change, on_changed)


def _with_face(about: Offered, part: Part) -> Offered:
    """What only the windows know: whether a language can be set in type here."""
    if part is Part.TOPICS or has_face(about.id):
        return about
    return Offered(about.id, about.name, {**about.lacks, Lack.FACE: ""})

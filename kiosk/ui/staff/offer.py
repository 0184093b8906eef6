"""Languages and topics: which are offered, in which order, and what each lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.i18n import N_
from kiosk.services.offer import Lack, Part, Row
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.panel import Panel

ROWS: Final = 6
_PARTS: Final = {Part.LANGUAGES: N_("Languages"), Part.TOPICS: N_("Topics")}
_LACKS: Final = {
    Lack.TEXTS: N_("texts are not whole: %(of)s"),
    Lack.WORDS: N_("the words of the screens are missing"),
    Lack.FACE: N_("this machine has no typeface for it"),
    Lack.FORM: N_("no EPDS text is installed"),
    Lack.DRAFTS: N_("drafts: %(of)s"),
}


class OfferScreen(AdminScreen):
    """One panel a language or a topic.

    Signals:
        part_wanted: The other list.
        switched: An id, and whether it is to be offered.
        moved: An id, and -1 for earlier, 1 for later.
    """

    part_wanted = Signal(str)
    switched = Signal(str, bool)
    moved = Signal(str, int)

    def __init__(
        self,
        context: StaffContext,
        who: str,
        part: Part,
        rows: Sequence[Row],
        *,
        page: int = 0,
        can_change: bool = True,
    ) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("Languages and topics"), _("Back to administration"))
        self.body.setSpacing(self.theme.gap(9))
        self.body.addLayout(self._pills(part))
        shown = sum(row.on for row in rows)
        for place, row in enumerate(rows[page * ROWS : (page + 1) * ROWS], start=page * ROWS):
            ways = (place > 0, place < shown - 1) if row.on else (False, False)
            self.body.addWidget(self._row(row, ways, can_change=can_change))
        if not rows:
            looking = _("Looking at the content…")
            self.body.addWidget(self.label(looking, TypeRole.LEAD, "ink_soft"))
        self.body.addStretch(1)
        self.turns(before=page > 0, more=len(rows) > (page + 1) * ROWS)

    def _pills(self, chosen: Part) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.gap(16))
        for part, text in _PARTS.items():
            kind = Kind.PILL_ON if part is chosen else Kind.PILL
            pill = Button(self.theme, kind, icon="check" if part is chosen else "")
            pill.setText(self.context.words.gettext(text))
            pill.setObjectName(f"part-{part}")
            pill.setProperty("part", str(part))
            pill.clicked.connect(self._on_part)
            row.addWidget(pill)
        row.addStretch(1)
        return row

    def _row(self, row: Row, ways: tuple[bool, bool], *, can_change: bool) -> Panel:
        px, about = self.theme.px, row.about
        _ = self.context.words.gettext
        panel = Panel(self.theme, radius=22, shadow=False)
        panel.setFixedHeight(max(px(108), self.theme.target(80) + px(8)))
        line = QHBoxLayout(panel)
        line.setContentsMargins(px(30), px(2), px(14), px(2))
        line.setSpacing(self.theme.gap(14))
        column = QVBoxLayout()
        column.setSpacing(0)
        strong = TypeRole.LABEL_STRONG if row.on else TypeRole.LABEL
        name = self.own(about.name, strong, "ink" if row.on else "ink_soft")
        name.keep_within(px(58))
        found = (_(_LACKS[lack]) % {"of": of} for lack, of in about.lacks.items())
        lacks = self.context.words.in_row(found)
        said = self.label(lacks or _("whole"), TypeRole.SMALL, "sun_ink" if lacks else "ink_soft")
        said.keep_within(px(40))
        column.addStretch(1)
        column.addWidget(name)
        column.addWidget(said)
        column.addStretch(1)
        line.addLayout(column, 1)
        for step, icon, told in ((-1, "raise", _("Earlier")), (1, "lower", _("Later"))):
            button = self._button("", f"move{step:+d}-{about.id}", about.id, icon)
            button.setAccessibleName(f"{about.name}: {told}")
            button.setProperty("step", step)
            button.setEnabled(can_change and ways[step > 0])
            button.clicked.connect(self._on_move)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        text = _("Do not offer") if row.on else _("Offer")
        switch = self._button(text, f"switch-{about.id}", about.id)
        switch.setAccessibleName(f"{about.name}: {text}")
        switch.setProperty("on", not row.on)
        switch.setFixedWidth(px(330))
        switch.setEnabled(can_change and (row.on or about.is_whole))
        switch.clicked.connect(self._on_switch)
        line.addWidget(switch, 0, Qt.AlignmentFlag.AlignVCenter)
        return panel

    def _button(self, text: str, name: str, which: str, icon: str = "") -> Button:
        button = Button(self.theme, Kind.SECONDARY, icon=icon, height=80, padding=20)
        button.setFixedHeight(self.theme.target(80))
        button.set_role(TypeRole.LABEL_STRONG)
        button.setText(text)
        button.setObjectName(name)
        button.setProperty("which", which)
        return button

    def _on_part(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.part_wanted.emit(str(sender.property("part")))

    def _on_move(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.moved.emit(str(sender.property("which")), int(sender.property("step")))

    def _on_switch(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.switched.emit(str(sender.property("which")), bool(sender.property("on")))

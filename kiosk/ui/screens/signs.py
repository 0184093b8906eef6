"""Warning signs now: pictures with short labels, and one red button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from kiosk.domain.content import Sign, Stage, Subject
from kiosk.services.intents import GoBack, ReportSigns
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.pressable import Part
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.tile import Tile

_COLUMNS = 5
_ROWS = 3
_STANDING_COLUMNS = 3


class SignsScreen(Screen):
    """Her own signs and the baby's, by two large tabs; any number may be chosen."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, Kind.DANGER)
        theme = self.theme
        self.chosen: list[str] = []
        self._subject = Subject.MOTHER
        stage = self.journey.current.stage
        self._signs = [s for s in self.journey.library.signs if stage in s.stages]
        self._heading = self.heading(TypeRole.HEADING)
        policy = QSizePolicy.Policy
        top = theme.across(20)
        top.addWidget(self._heading, 0 if theme.portrait else 1, Qt.AlignmentFlag.AlignVCenter)
        tabs = QHBoxLayout()
        tabs.setSpacing(theme.gap(20))
        top.addLayout(tabs)
        self._tabs: dict[Subject, Button] = {}
        for subject, icon in ((Subject.MOTHER, "person"), (Subject.BABY, "baby-face")):
            tab = Button(theme, Kind.PILL, icon=icon, icon_after=False, height=84)
            tab.setObjectName(f"tab-{subject}")
            tab.setProperty("subject", subject.value)
            tab.clicked.connect(self._on_tab)
            tabs.addWidget(tab)
            self._tabs[subject] = tab
        self._has_baby = any(s.subject is Subject.BABY for s in self._signs)
        self.body.setSpacing(theme.gap(14))
        head = QWidget()
        head.setLayout(top)
        top.setContentsMargins(0, 0, 0, 0)
        head.setSizePolicy(policy.Preferred, policy.Preferred)
        self.body.addWidget(head)
        self._holder = QWidget()
        self._holder.setSizePolicy(policy.Expanding, policy.Expanding)
        self.body.addWidget(self._holder, 1)
        self._tiles: dict[str, Tile] = {}
        self.footer.back.clicked.disconnect()
        self.footer.back.clicked.connect(self._on_none)
        self._build()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        self._heading.setText(_("Do you have any of these right now?"))
        names = {Subject.MOTHER: _("Me"), Subject.BABY: _("My baby")}
        for subject, tab in self._tabs.items():
            tab.setText(names[subject])
            # Translators: the tab that is shown; read aloud after its name.
            tab.setAccessibleDescription(_("chosen") if subject is self._subject else "")
            tab.setVisible(self._has_baby)
            tab.set_kind(Kind.PILL_ON if subject is self._subject else Kind.PILL)
            tab.updateGeometry()
        for sign in self._signs:
            if sign.id in self._tiles:
                self._tiles[sign.id].set_words(self._label(sign))
        self.footer.word(back=_("None of these"), primary=_("Call staff to me now"))
        self.footer.primary.setEnabled(bool(self.chosen))

    def on_primary(self) -> None:
        """Call staff."""
        self.want(ReportSigns(tuple(self.chosen)))

    def entered(self) -> object:
        """Whose signs show, and which were chosen."""
        return self._subject, list(self.chosen)

    def enter(self, what: object) -> None:
        """Show the same again."""
        match what:
            case (Subject() as subject, list(chosen)):
                self.chosen = [str(sign) for sign in chosen]
                self.show_subject(subject)
            case _:
                pass

    def show_subject(self, subject: Subject) -> None:
        """Show her own signs or the baby's."""
        self._subject = subject
        self._build()
        self.order_focus()
        self.retranslate()
        self.update()

    def _label(self, sign: Sign) -> str:
        label = sign.labels[self.theme.language]
        loss = self.journey.current.stage is Stage.LOSS
        return label.label_loss if loss else label.label

    def _build(self) -> None:
        for tile in self._tiles.values():
            tile.deleteLater()
        self._tiles.clear()
        old = self._holder.layout()
        if old is not None:
            QWidget().setLayout(old)
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.theme.gap(16))
        shown = [s for s in self._signs if s.subject in (self._subject, Subject.OTHER)]
        columns = _COLUMNS if len(shown) <= _COLUMNS * _ROWS else _COLUMNS + 1
        if self.theme.portrait:
            columns = _STANDING_COLUMNS
        for index, sign in enumerate(shown):
            tile = Tile(self.theme, picture=sign.picture, turns=True, role=TypeRole.LABEL)
            tile.setCheckable(True)
            tile.part = Part.TICK
            tile.setChecked(sign.id in self.chosen)
            tile.setObjectName(f"sign-{sign.id}")
            tile.setProperty("sign", sign.id)
            tile.clicked.connect(self._on_tile)
            grid.addWidget(tile, index // columns, index % columns)
            self._tiles[sign.id] = tile
        for tile in self._tiles.values():
            if self.theme.is_flat:
                tile.set_peers(list(self._tiles.values()))
            else:
                tile.set_kin(list(self._tiles.values()))

    def _on_tab(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.show_subject(Subject(sender.property("subject")))

    def _on_tile(self) -> None:
        sender = self.sender()
        if not isinstance(sender, Tile):
            return
        sign = str(sender.property("sign"))
        if sender.isChecked():
            self.chosen.append(sign)
        else:
            self.chosen.remove(sign)
        self.footer.primary.setEnabled(bool(self.chosen))

    def _on_none(self) -> None:
        self.want(GoBack())

"""The bar at the foot of a screen: Back, something in the middle, one clear action."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.pressable import Pressable


class Footer(QWidget):
    """Back at the start, the main action at the end; each hidden until it is used."""

    def __init__(self, theme: Theme, primary: Kind = Kind.PRIMARY) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(20))
        row = QHBoxLayout()
        row.setSpacing(theme.px(28))
        self.back = Button(theme, Kind.SECONDARY, icon="back", icon_after=False)
        self.back.setObjectName("back")
        self.middle = Button(theme, Kind.PILL_TEAL, height=96)
        self.middle.setObjectName("middle")
        plain = primary is Kind.PRIMARY
        self.primary = Button(theme, primary, icon="next" if plain else "", icon_after=True)
        self.primary.setObjectName("primary")
        # On a standing screen what is in the middle has a row of its own.
        self._middle = QHBoxLayout() if theme.portrait else row
        self._middle.setSpacing(theme.px(28))
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.primary)
        if theme.portrait:
            column.addLayout(self._middle)
            self._middle.addStretch(1)
            self._middle.addWidget(self.middle)
            self._middle.addStretch(1)
        else:
            row.insertWidget(2, self.middle)
            row.insertStretch(3, 1)
        column.addLayout(row)
        self._row = row
        for button in (self.back, self.middle, self.primary):
            button.hide()

    def insert(self, pill: QWidget) -> None:
        """Add a button to the middle, before the one that is there."""
        self._middle.insertWidget(self._middle.indexOf(self.middle), pill)

    def targets(self) -> list[Pressable]:
        """The buttons in reading order, those that a screen has added among them."""
        rows = dict.fromkeys((self._middle, self._row))
        items = [row.itemAt(index) for row in rows for index in range(row.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, Pressable)]

    def word(self, *, back: str = "", middle: str = "", primary: str = "") -> None:
        """Give the buttons their words; a button without words is hidden."""
        pairs = ((self.back, back), (self.middle, middle), (self.primary, primary))
        for button, text in pairs:
            button.setText(text)
            button.setVisible(bool(text))
            button.updateGeometry()

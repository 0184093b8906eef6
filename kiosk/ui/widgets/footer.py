"""The bar at the foot of a screen: Back, something in the middle, one clear action."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.pressable import Pressable


class Footer(QWidget):
    """Back at the start, the main action at the end; each hidden until it is used."""

    def __init__(self, theme: Theme, primary: Kind = Kind.PRIMARY) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(28))
        self.back = Button(theme, Kind.SECONDARY, icon="back", icon_after=False)
        self.back.setObjectName("back")
        self.middle = Button(theme, Kind.PILL_TEAL, height=96)
        self.middle.setObjectName("middle")
        plain = primary is Kind.PRIMARY
        self.primary = Button(theme, primary, icon="next" if plain else "", icon_after=True)
        self.primary.setObjectName("primary")
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.middle)
        row.addStretch(1)
        row.addWidget(self.primary)
        for button in (self.back, self.middle, self.primary):
            button.hide()

    def insert(self, pill: QWidget) -> None:
        """Add a button to the middle, before the one that is there."""
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(row.indexOf(self.middle), pill)

    def targets(self) -> list[Pressable]:
        """The buttons in reading order, those that a screen has added among them."""
        row = self.layout()
        items = [row.itemAt(index) for index in range(row.count())] if row else []
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, Pressable)]

    def word(self, *, back: str = "", middle: str = "", primary: str = "") -> None:
        """Give the buttons their words; a button without words is hidden."""
        pairs = ((self.back, back), (self.middle, middle), (self.primary, primary))
        for button, text in pairs:
            button.setText(text)
            button.setVisible(bool(text))
            button.updateGeometry()

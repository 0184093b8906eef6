"""Plain text in a named role."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.ui.theme.fit import fitted_font
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole


class TextLabel(QLabel):
    """A wrapped text; always plain, never markup."""

    def __init__(
        self,
        theme: Theme,
        role: TypeRole,
        *,
        colour: str = "ink",
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._colour = colour
        self._fit_height = 0
        self._fit = 1.0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # A label on a button would take the button's colour.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(across | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.restyle()

    def set_colour(self, colour: str) -> None:
        """Use another colour token."""
        self._colour = colour
        self.restyle()

    def keep_within(self, height: int) -> None:
        """Shrink the text so that it is never higher than `height` pixels."""
        self._fit_height = height
        self._refit()

    def set_fit(self, fit: float) -> None:
        """Shrink the text by a factor that its page has found for all its texts."""
        if fit != self._fit:
            self._fit = fit
            self.restyle()

    def restyle(self) -> None:
        """Take font and colour from the theme as it stands."""
        self.setFont(self._theme.font(self._role, fit=self._fit))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._colour))
        self.setPalette(palette)
        self._refit()

    def setText(self, text: str) -> None:
        """Show a text; also the name that assistive technology reads."""
        super().setText(text)
        self._refit()

    def say(self, text: str) -> None:
        """Show a text where room is kept for it; without one nothing stands there for anybody."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setText(text or " ")
        self.setVisible(bool(text))

    def heightForWidth(self, width: int) -> int:
        """The wrapped height; a layout may ask for more width than the label takes."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def sizeHint(self) -> QSize:
        """The wrapped height where the width is fixed; Qt's own hint elsewhere."""
        width = self.minimumWidth()
        if width and width == self.maximumWidth():
            return QSize(width, self.heightForWidth(width))
        return super().sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.restyle()

    def resizeEvent(self, event: QEvent) -> None:
        """Fit again when the width has changed."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._refit()

    def _refit(self) -> None:
        wide = self.contentsRect().width()
        if self._fit_height and wide > 1:
            room = QSizeF(wide, self._fit_height)
            self.setFont(fitted_font(self._theme, self._role, self.text(), room))

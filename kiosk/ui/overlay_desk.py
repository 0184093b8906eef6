"""What lies over the page: one overlay at a time, shown, answered and taken away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.aids import Aids
from kiosk.ui.context import ScreenContext
from kiosk.ui.overlays.idle import IdleOverlay
from kiosk.ui.overlays.language import LanguageOverlay
from kiosk.ui.overlays.no_voice import NoVoiceOverlay
from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.overlays.slip import SlipOverlay
from kiosk.ui.overlays.too_small import TooSmallOverlay
from kiosk.ui.overlays.trouble import TroubleOverlay


class OverlayDesk(QObject):
    """Shows overlays over the window, and tells what she answers.

    Signals:
        language_chosen: A language's code.
        slip_given: The code of a visit slip.
        stayed: She is still there.
        again: Try to save once more.
        given_up: Leave, although it is not saved.

    Attributes:
        current: What lies over the page now, or None.
    """

    language_chosen = Signal(str)
    slip_given = Signal(str)
    stayed = Signal()
    again = Signal()
    given_up = Signal()

    def __init__(self, window: QWidget, aids: Aids) -> None:
        super().__init__(window)
        self._window = window
        self._aids = aids
        self.current: Overlay | None = None

    @property
    def name(self) -> str:
        """Its object name, "idle-warning" or "languages"; empty where nothing lies there."""
        return self.current.objectName() if self.current is not None else ""

    @property
    def warns_of_idleness(self) -> bool:
        """Whether it is asked if she is still there."""
        return isinstance(self.current, IdleOverlay)

    def drop(self) -> None:
        """Take it away."""
        if self.current is not None:
            overlay, self.current = self.current, None
            overlay.hide()
            overlay.deleteLater()
            self._aids.overlay_gone()

    def show_languages(self, context: ScreenContext) -> None:
        """Every language by its own name."""
        overlay = LanguageOverlay(context, self._window)
        overlay.chosen.connect(self.language_chosen)
        overlay.dismissed.connect(self.drop)
        self._show(overlay, urgent=False)

    def show_slip(self, context: ScreenContext) -> None:
        """The code of a visit slip is typed."""
        overlay = SlipOverlay(context, self._window)
        overlay.given.connect(self.slip_given)
        overlay.dismissed.connect(self.drop)
        self._show(overlay)

    def show_slip_unknown(self) -> None:
        """No slip has the code that was typed."""
        if isinstance(self.current, SlipOverlay):
            self.current.show_unknown()

    def show_no_voice(self, context: ScreenContext, language: str) -> None:
        """Nothing can be read in this language."""
        overlay = NoVoiceOverlay(context, self._window, language)
        overlay.dismissed.connect(self.drop)
        self._show(overlay)

    def show_trouble(self, context: ScreenContext) -> None:
        """What she did could not be saved."""
        overlay = TroubleOverlay(context, self._window)
        overlay.again.connect(self.again)
        overlay.left.connect(self.given_up)
        self._show(overlay)

    def show_too_small(self, context: ScreenContext) -> None:
        """The questionnaire has no room on this screen."""
        overlay = TooSmallOverlay(context, self._window)
        overlay.dismissed.connect(self.drop)
        self._show(overlay)

    def warn_of_idleness(self, context: ScreenContext, seconds: int) -> None:
        """Ask whether she is still there; `seconds` are left."""
        if not self.warns_of_idleness:
            overlay = IdleOverlay(context, self._window)
            overlay.stayed.connect(self.stayed)
            overlay.show_seconds(seconds)
            self._show(overlay)
        if isinstance(self.current, IdleOverlay):
            self.current.show_seconds(seconds)
            self._aids.guide.count_down(self.current, seconds)

    def _show(self, overlay: Overlay, *, urgent: bool = True) -> None:
        self.drop()
        self._aids.overlay_coming()
        self.current = overlay
        overlay.show()
        overlay.raise_()
        self._aids.overlay_shown(overlay, urgent=urgent)

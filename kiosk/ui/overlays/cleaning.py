"""While the glass is wiped: nothing that touches it counts; a countdown in words and figures."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTouchEvent
from PySide6.QtWidgets import QWidget

from kiosk.i18n import Words
from kiosk.ui.idle import IdleWatch
from kiosk.ui.theme.fit import fitted_font, paint_text
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole

SECONDS: Final = 30
HOLD_SECONDS: Final = 3
"""A finger that stays on the ring so long ends it early; a cloth moves on."""

ESCAPES_WITHIN: Final = 2.0
"""Seconds between two presses of Escape that end it early."""

_TICK_MS: Final = 100
_INPUT: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Gesture,
        QEvent.Type.ContextMenu,
    }
)
_BEGINS: Final = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
_ENDS: Final = frozenset(
    {QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
)


class CleaningCover(QWidget):
    """Covers its window and takes every touch and key, until the time is over.

    The idle watch stands still meanwhile: wiping is no sign that somebody is there, and the
    time it takes is nobody's absence.

    Signals:
        finished: The glass may be used again.
    """

    finished = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Words,
        idle: IdleWatch,
        parent: QWidget,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._idle = idle
        self.clock = clock
        self._ends = clock() + SECONDS
        self._held_since: float | None = None
        self._escape_at: float | None = None
        self.setObjectName("cleaning")
        self.setGeometry(parent.rect())
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        idle.hold()
        app = QCoreApplication.instance()
        if app is not None:
            # Installed last, so asked first: nothing below hears of a touch.
            app.installEventFilter(self)
        self._say()

    @property
    def left(self) -> int:
        """Whole seconds that are left."""
        return max(0, -int(-(self._ends - self.clock()) // 1))

    def tick(self) -> None:
        """Look at the clock."""
        held = self._held_since is not None and self.clock() - self._held_since >= HOLD_SECONDS
        if held or self.clock() >= self._ends:
            self.end()
        else:
            self._say()

    def end(self) -> None:
        """Let touches through again; may be called again."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._idle.resume()
        self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take every touch and key; look only for what ends it early."""
        if event.type() not in _INPUT:
            return False
        # A display tells its window first; a touch that is taken there becomes no click.
        event.accept()
        self._look(event)
        return True

    def _look(self, event: QEvent) -> None:
        kind = event.type()
        if isinstance(event, QKeyEvent):
            if kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._on_escape()
        elif isinstance(event, QMouseEvent):
            self._follow(event.globalPosition(), begins=kind in _BEGINS, ends=kind in _ENDS)
        elif isinstance(event, QTouchEvent) and event.points():
            # A hand on a cloth is many points.
            place = event.points()[0].globalPosition()
            ends = kind in _ENDS or len(event.points()) > 1
            self._follow(place, begins=kind in _BEGINS, ends=ends)

    def _follow(self, place: QPointF, *, begins: bool, ends: bool) -> None:
        """Count from where a finger comes down on the ring, until it goes up or elsewhere."""
        on_ring = self._ring().contains(self.mapFromGlobal(place))
        if ends or not on_ring:
            self._held_since = None
        elif begins:
            self._held_since = self.clock()

    def _on_escape(self) -> None:
        now = self.clock()
        if self._escape_at is not None and now - self._escape_at <= ESCAPES_WITHIN:
            self.end()
        self._escape_at = now

    def _say(self) -> None:
        left = self.left
        told = self._words.ngettext(
            "The glass can be wiped. %(count)s second left.",
            "The glass can be wiped. %(count)s seconds left.",
            left,
        )
        self.setAccessibleName(told % {"count": left})
        self.update()

    def _ring(self) -> QRectF:
        side = self._theme.px(420)
        middle = QPointF(self.rect().center())
        return QRectF(middle.x() - side / 2, middle.y() - side * 0.62, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, words, a ring that empties, and how to end it early."""
        del event
        theme, _ = self._theme, self._words.gettext
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(self.rect(), theme.colour("paper"))
        ring, px = self._ring(), theme.px
        width, middle = self.width() - 2 * px(96), Qt.AlignmentFlag.AlignCenter
        top = QRectF(px(96), ring.top() - px(200), width, px(150))
        title = self.accessibleName()
        font = fitted_font(theme, TypeRole.TITLE, title, top.size())
        paint_text(painter, top, title, font, theme.colour("ink"), middle)
        pen = QPen(theme.colour("sand"), px(22))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        pen.setColor(theme.colour("teal"))
        painter.setPen(pen)
        share = max(0.0, min(1.0, (self._ends - self.clock()) / SECONDS))
        painter.drawArc(ring, 90 * 16, round(-360 * 16 * share))
        figure = theme.font(TypeRole.CODE, language="en")
        paint_text(painter, ring, str(self.left), figure, theme.colour("ink"), middle)
        below = QRectF(px(96), ring.bottom() + px(40), width, px(190))
        how = _("It ends by itself. Earlier: Escape twice, or a finger on the ring for 3 seconds.")
        font = fitted_font(theme, TypeRole.LEAD, how, below.size())
        paint_text(painter, below, how, font, theme.colour("ink_soft"), middle)
        painter.end()

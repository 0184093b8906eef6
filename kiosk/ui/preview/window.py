"""The preview's window: a card as visitors see it, and what the check says beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kiosk.domain.errors import KioskError
from kiosk.domain.language import LANGUAGES
from kiosk.services.intents import GoBack, GoNext
from kiosk.services.preview import Draft, PreviewVisit
from kiosk.settings import Settings
from kiosk.ui.preview.folder_watch import FolderWatch
from kiosk.ui.preview.remarks import WIDTH, RemarkPanel
from kiosk.ui.runner import Runner
from kiosk.ui.shell import KioskWindow
from kiosk.ui.speech.process import speech_voice
from kiosk.ui.theme.paint import forget_pictures

SHEET: Final = QSize(1920, 1080)
_FIRST: Final = QSize(1200 + WIDTH, 675)
_NEXT: Final = (Qt.Key.Key_PageDown, Qt.Key.Key_Space)
_BACK: Final = (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


class _Stage(QWidget):
    """Keeps the kiosk's window in the shape of a display."""

    def __init__(self, kiosk: KioskWindow) -> None:
        super().__init__()
        self._kiosk = kiosk
        kiosk.setParent(self)
        self.empty = QLabel("This text has an error and cannot be shown yet.", self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as there is room."""
        super().resizeEvent(event)
        size = SHEET.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        self._kiosk.setGeometry(QRect(left, top, size.width(), size.height()))
        self.empty.setGeometry(self.rect())


class PreviewWindow(QWidget):
    """Shows the topic again whenever one of its files was saved.

    Signals:
        closed: The window was closed.
    """

    closed = Signal()

    def __init__(
        self,
        kiosk: KioskWindow,
        visit: PreviewVisit,
        read: Callable[[], Draft],
        take: Callable[[Draft], bool],
        folders: tuple[Path, ...],
    ) -> None:
        """Everything is handed in.

        Args:
            kiosk: The kiosk's window on a visit that is not stored.
            visit: Walks it through the topic.
            read: Reads the content folder; slow, for a thread.
            take: Lets the journey have what was read; false where the text cannot be shown.
            folders: Where files may change.
        """
        super().__init__()
        self.kiosk, self.visit = kiosk, visit
        self._read, self._take = read, take
        self._runner = Runner(self)
        self._begun = self._busy = self._again = False
        self.setWindowTitle("Preview")
        self.resize(_FIRST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._stage = _Stage(kiosk)
        self.remarks = RemarkPanel()
        row.addWidget(self._stage, 1)
        row.addWidget(self.remarks)
        self._watch = FolderWatch(folders, self)
        self._watch.changed.connect(self.read_again)
        # A preview is looked at for as long as it takes.
        kiosk.idle.busy = _always
        self._bind()

    def show_draft(self, draft: Draft, card: str = "") -> bool:
        """Show what was read; false where the text cannot be shown and the last one stays."""
        shown = self._take(draft)
        errors = sum(1 for remark in draft.remarks if remark.is_error)
        self.remarks.show_remarks(draft.remarks, _heading(errors, len(draft.remarks)))
        if shown:
            forget_pictures()
            self._show(card)
        self.kiosk.setVisible(self._begun)
        self._stage.empty.setVisible(not self._begun)
        return shown

    def speak(self, settings: Settings) -> None:
        """Read aloud as a kiosk does."""
        self.kiosk.reader.use(speech_voice(settings, self))

    def end(self) -> None:
        """Close, from outside."""
        self.close()

    def read_again(self) -> None:
        """A file was saved."""
        self._again = self._busy
        if not self._busy:
            self._busy = True
            self._runner.run(self._read, self._on_read)

    def _show(self, card: str) -> None:
        if not self._begun:
            self._begun = True
            self.visit.show(card)
            self.kiosk.start(self.kiosk.size())
        else:
            self.visit.renew()
            self.kiosk.show_step()

    def _on_read(self, draft: Draft | KioskError) -> None:
        self._busy = False
        if isinstance(draft, Draft):
            self.show_draft(draft)
        if self._again:
            self.read_again()

    def _bind(self) -> None:
        """Keys for who looks at many cards: they work whatever has the focus."""
        for keys, slot in ((_NEXT, self.go_on), (_BACK, self.go_back)):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(slot)
        sides = [Qt.Key.Key_Right, Qt.Key.Key_Left]
        if LANGUAGES[self.kiosk.context.languages[0]].right_to_left:
            sides.reverse()
        QShortcut(QKeySequence(sides[0]), self).activated.connect(self.go_on)
        QShortcut(QKeySequence(sides[1]), self).activated.connect(self.go_back)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)

    def go_on(self) -> None:
        """The next card or question; from elsewhere to the first card."""
        self._walk(GoNext())

    def go_back(self) -> None:
        """The one before."""
        self._walk(GoBack())

    def _walk(self, intent: GoNext | GoBack) -> None:
        if not self._begun:
            return
        if self.kiosk.context.journey.step.topic:
            self.kiosk.submit(intent)
        else:
            self.visit.show()
            self.kiosk.show_step()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Unlike the kiosk, this may be closed."""
        self._watch.stop()
        self._runner.stop()
        self.kiosk.may_close = True
        self.kiosk.close()
        super().closeEvent(event)
        self.closed.emit()


def _always() -> bool:
    return True


def _heading(errors: int, remarks: int) -> str:
    if errors:
        return f"{errors} error{'' if errors == 1 else 's'}: the last good text is shown"
    return f"{remarks} remark{'' if remarks == 1 else 's'}" if remarks else "Nothing to mend"

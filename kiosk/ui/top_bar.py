"""The bar on top of a visitor's screen: the same things in the same places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.code import VisitCode
from kiosk.domain.language import LANGUAGES
from kiosk.ui.context import ScreenContext
from kiosk.ui.speech.reader import SPEEDS, VOLUMES, SoundState
from kiosk.ui.speech.voice import VoiceState
from kiosk.ui.theme.tokens import EDGE, TypeRole
from kiosk.ui.widgets.badge import CodeBadge
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.pressable import Pressable
from kiosk.ui.widgets.progress import ProgressBars
from kiosk.ui.widgets.reach_pill import ReachPill

_SQUEEZE: Final = 1.15
"""By so much words may be set smaller before signs stand for the two that need them least."""


class TopBar(QWidget):
    """Language, text size, contrast, sound, progress, code, leave quietly.

    Signals:
        language_requested: Show the languages.
        text_size_requested: Change the text size.
        contrast_requested: Change the contrast.
        listen_requested: Read the page, and those that follow; or no more.
        volume_requested: Change the volume.
        pause_requested: Break off what is read, or go on with it.
        speed_requested: Change how fast it is read.
        reach_requested: Bring everything within reach of who sits, or up again.
        leave_requested: Leave quietly, now.
    """

    language_requested = Signal()
    text_size_requested = Signal()
    contrast_requested = Signal()
    listen_requested = Signal()
    volume_requested = Signal()
    pause_requested = Signal()
    speed_requested = Signal()
    reach_requested = Signal()
    leave_requested = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._rows: tuple[QHBoxLayout, ...] = ()
        self._movable: tuple[QWidget, ...] = ()
        self._code: VisitCode | None = None
        theme = context.theme
        self._language = Button(theme, Kind.PILL, icon="language", icon_after=False)
        self._text_size = Button(theme, Kind.PILL, icon="text-size", icon_after=False)
        self._contrast = Button(theme, Kind.PILL, icon="contrast", icon_after=False)
        self._sound = SoundState()
        self._told: object = None
        self._listen = Button(theme, Kind.PILL, icon="sound", icon_after=False)
        self._volume = Button(theme, Kind.PILL, icon="volume-2", icon_after=False)
        self._pause = Button(theme, Kind.PILL, icon="pause", icon_after=False)
        self._listen.follows_voice = self._pause.follows_voice = True
        self._speed = Button(theme, Kind.PILL, icon="speed-2", icon_after=False)
        self._reach = ReachPill(theme)
        self._leave = Button(theme, Kind.PILL_STRONG, icon="leave", icon_after=True)
        self._progress = ProgressBars(theme)
        self._badge = CodeBadge(theme, TypeRole.SMALL_STRONG)
        for button, name, signal in (
            (self._language, "language", self.language_requested),
            (self._text_size, "text-size", self.text_size_requested),
            (self._contrast, "contrast", self.contrast_requested),
            (self._listen, "listen", self.listen_requested),
            (self._volume, "volume", self.volume_requested),
            (self._pause, "pause", self.pause_requested),
            (self._speed, "speed", self.speed_requested),
            (self._reach, "reach", self.reach_requested),
            (self._leave, "leave-quietly", self.leave_requested),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
        self._lay_out()
        self.retranslate()

    def targets(self) -> list[Pressable]:
        """The buttons in reading order."""
        return self.findChildren(Pressable)

    def _lay_out(self) -> None:
        """Progress on top, below it what is always in reach; more rows on a standing screen."""
        theme = self._context.theme
        column = QVBoxLayout(self)
        edge = theme.px(EDGE)
        column.setContentsMargins(edge, theme.px(20), edge, theme.px(6))
        column.setSpacing(theme.px(14))
        column.addWidget(self._progress)
        sound = (self._listen, self._pause, self._volume, self._speed)
        looks = (self._text_size, self._contrast, self._reach, *sound)
        if theme.portrait:
            first = self._row((self._language,), (self._badge, self._leave))
            column.addLayout(first)
            self._rows = self._row(looks, ()), self._row((), ())
            self._movable = looks[2:]
            column.addLayout(self._rows[0])
            column.addLayout(self._rows[1])
            # A row without anything in it takes no room, not even what rows stand apart.
            column.setSpacing(0)
            for row in (first, self._rows[0]):
                row.setContentsMargins(0, theme.gap(14), 0, 0)
        else:
            column.addLayout(self._row((self._language, *looks), (self._badge, self._leave)))

    def _needed(self) -> int:
        """How wide all that is shown would be in one row."""
        shown = [each for each in (*self.targets(), self._badge) if not each.isHidden()]
        gap = self._context.theme.gap(18)
        return sum(each.sizeHint().width() + gap for each in shown)

    def _arrange(self) -> None:
        """On a standing screen large text leaves no room for all in one row."""
        if not self._rows:
            return
        theme = self._context.theme
        upper, lower = self._rows
        here, there = (upper, lower) if theme.is_large else (lower, upper)
        for widget in self._movable:
            if here.indexOf(widget) >= 0:
                here.removeWidget(widget)
                there.insertWidget(there.count() - 1, widget)
        lower.setContentsMargins(0, theme.gap(14) if theme.is_large else 0, 0, 0)

    def _row(self, first: Sequence[QWidget], last: Sequence[QWidget]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._context.theme.gap(18))
        for widget in first:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in last:
            row.addWidget(widget)
        return row

    def retranslate(self) -> None:
        """Set every text."""
        words = self._context.words
        _ = words.gettext
        self._language.setText(LANGUAGES[words.language].name)
        self._language.setAccessibleName(_("Choose your language"))
        self._leave.setText(_("Leave quietly"))
        self._reach.word(words)
        self._told = None
        self.show_sound(self._sound)
        self._badge.show_code(self._code, words)
        for button in (self._language, self._leave):
            button.updateGeometry()

    def _word_looks(self) -> None:
        """Large text leaves no room for all words beside the sound controls: signs do."""
        self._arrange()
        _ = self._context.words.gettext
        theme = self._context.theme
        beside = theme.is_large and not theme.is_flat and not theme.portrait
        pairs = ((self._text_size, _("Larger text")), (self._contrast, _("Contrast")))
        for button, text in pairs:
            button.setText(text)
            button.setAccessibleName(text)
        room = theme.px(1920 - 2 * EDGE) * _SQUEEZE
        if beside and (not self._speed.isHidden() or self._needed() > room):
            for button, _text in pairs:
                button.setText("")
        for button, _text in pairs:
            button.updateGeometry()
        # Whatever else shrinks: how to leave is always readable.
        self._leave.setMinimumWidth(self._leave.sizeHint().width())

    def show_sound(self, state: SoundState) -> None:
        """Show the sound controls; none where the page cannot be read."""
        theme = self._context.theme
        told = (state, theme.language, theme.text_size, theme.style)
        if told == self._told:
            # Page after page it is the same.
            return
        self._told = told
        self._sound = state
        _ = self._context.words.gettext
        speaking = state.voice is VoiceState.SPEAKING
        self._listen.setText(_("Stop") if speaking else _("Listen"))
        self._listen.set_icon("stop" if speaking else "sound")
        self._listen.set_kind(Kind.PILL_ON if state.on else Kind.PILL)
        self._listen.setVisible(state.can or state.on)
        paused = state.voice is VoiceState.PAUSED
        self._pause.set_icon("play" if paused else "pause")
        self._pause.setAccessibleName(_("Go on reading") if paused else _("Pause"))
        self._volume.set_icon(f"volume-{state.volume}")
        self._volume.setAccessibleName(
            _("Volume: %(step)s of %(count)s") % {"step": state.volume, "count": len(VOLUMES)}
        )
        self._speed.set_icon(f"speed-{state.speed}")
        self._speed.setAccessibleName(
            _("Speed: %(step)s of %(count)s") % {"step": state.speed, "count": len(SPEEDS)}
        )
        for button in (self._pause, self._volume, self._speed):
            button.setVisible((state.can or state.on) and state.used)
        self._word_looks()
        for button in self.targets():
            button.updateGeometry()

    def show_visit(
        self, code: VisitCode | None, progress: tuple[int, int] | None, accent: str
    ) -> None:
        """Show the code, and how far she is in this part."""
        self._code = code
        words = self._context.words
        self._badge.show_code(code, words)
        done, total = progress or (0, 0)
        spoken = ""
        if total:
            spoken = words.gettext("Step %(number)s of %(count)s") % {
                "number": done,
                "count": total,
            }
        self._progress.show_progress(done, total, accent, spoken)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new language's words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            # Larger words divide the rows at once, not with the next page.
            self._word_looks()

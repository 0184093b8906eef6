"""The button that reads one page: read it, pause, go on, read it again."""

from __future__ import annotations

from kiosk.i18n import Words
from kiosk.ui.speech.reader import SoundState
from kiosk.ui.speech.voice import VoiceState
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import Button, Kind


class ReadPill(Button):
    """Hidden where nothing can be read."""

    follows_voice = True

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Kind.PILL_TEAL, icon="sound", icon_after=False, height=96)
        self.setObjectName("read")
        self._state = SoundState()
        self.hide()

    def show_sound(self, state: SoundState, first: str, words: Words) -> None:
        """Show what a touch would do; `first` is said before the page was ever read."""
        self._state = state
        _ = words.gettext
        match state.voice:
            case VoiceState.SPEAKING:
                text, icon = _("Pause"), "pause"
            case VoiceState.PAUSED:
                text, icon = _("Go on reading"), "play"
            case _ if state.again:
                text, icon = _("Read again"), "repeat"
            case _:
                text, icon = first, "sound"
        self.setText(text)
        self.set_icon(icon)
        self.setVisible(state.can)
        self.updateGeometry()

    def word(self, first: str, words: Words) -> None:
        """The same in another language."""
        self.show_sound(self._state, first, words)

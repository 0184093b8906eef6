"""One setting: what it takes, and a way to give it that fits its kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from kiosk.domain.language import LANGUAGES
from kiosk.services.settings_book import Entry
from kiosk.settings.setting import SettingKind
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Kind
from kiosk.ui.widgets.choice import Choice, Mark
from kiosk.ui.widgets.line_field import LineField
from kiosk.ui.widgets.pad import NumberPad
from kiosk.ui.widgets.text_pad import TextPad

_NUMBERS: Final = (SettingKind.NUMBER, SettingKind.DECIMAL)
_CHOSEN: Final = (SettingKind.SWITCH, SettingKind.CHOICE, SettingKind.LANGUAGE)
_BUTTONS: Final = (*_CHOSEN, SettingKind.LANGUAGES)
"""What is chosen from buttons, which say by themselves what can be."""

_IN_ONE_COLUMN: Final = 5


class SettingEditScreen(AdminScreen):
    """Buttons for what can be chosen, a line and a pad for what is written.

    Signals:
        saved: The value as it is written on a command line.
    """

    saved = Signal(str)

    def __init__(
        self, context: StaffContext, who: str, entry: Entry, *, more: bool = False
    ) -> None:
        """`more` where another question follows, of a new row."""
        _ = context.words.gettext
        super().__init__(context, who, entry.key, _("Back"))
        self._entry = entry
        self._choices: dict[str, Choice] = {}
        self._line: LineField | None = None
        about = entry.about
        self.body.addWidget(self.label(_(about.help), TypeRole.STRONG))
        self._takes = ""
        if about.kind not in _BUTTONS and about.most is not None:
            self._takes = _("Takes: %(allowed)s") % {"allowed": self._allowed(about.most)}
            self.body.addWidget(self.label(self._takes, TypeRole.SMALL, "ink_soft"))
        self.body.addStretch(1)
        if about.kind in _CHOSEN:
            self._choose(self._options(), one=True, taken=[entry.written])
        elif about.kind is SettingKind.LANGUAGES:
            names = [(code, language.name) for code, language in LANGUAGES.items()]
            self._choose(names, one=False, taken=entry.written.split(", "))
        else:
            self._write(entry.written)
        self.body.addStretch(2)
        text, icon = (_("Next"), "next") if more else (_("Save"), "check")
        save = self.act(text, "save", Kind.PRIMARY, icon=icon, after=more)
        save.clicked.connect(self._on_save)

    def _allowed(self, most: int) -> str:
        """How large a number, or how long a text may be."""
        _ = self.context.words.gettext
        about = self._entry.about
        said = _("%(least)s to %(most)s characters")
        if about.kind in _NUMBERS:
            said = _("%(least)s to %(most)s")
        return said % {"least": about.least, "most": most}

    def _options(self) -> list[tuple[str, str]]:
        """(value, what is said for it)."""
        _ = self.context.words.gettext
        match self._entry.about.kind:
            case SettingKind.SWITCH:
                return [("true", _("On")), ("false", _("Off"))]
            case SettingKind.LANGUAGE:
                return [(code, language.name) for code, language in LANGUAGES.items()]
            case _:
                return [(value, value) for value in self._entry.about.choices]

    def _choose(
        self, options: Iterable[tuple[str, str]], *, one: bool, taken: Iterable[str]
    ) -> None:
        options, taken = list(options), set(taken)
        wide = 1 if len(options) <= _IN_ONE_COLUMN else 2
        grid = QGridLayout()
        grid.setSpacing(self.theme.gap(16))
        for place, (value, text) in enumerate(options):
            choice = Choice(self.theme, mark=Mark.RADIO if one else Mark.TICK, height=96)
            choice.setText(text)
            choice.setAutoExclusive(one)
            choice.setChecked(value in taken)
            choice.setObjectName(f"value-{value}")
            self._choices[value] = choice
            grid.addWidget(choice, *divmod(place, wide))
        self.body.addLayout(grid)

    def _write(self, written: str) -> None:
        _ = self.context.words.gettext
        middle = Qt.AlignmentFlag.AlignHCenter
        line = LineField(self.theme, self._entry.key)
        line.setText(written)
        line.setFixedWidth(self.theme.px(1300))
        line.setObjectName("value")
        line.returnPressed.connect(self._on_save)
        self.body.addWidget(line, 0, middle)
        if self._entry.about.kind in _NUMBERS:
            pad = NumberPad(self.theme)
            pad.erase.setAccessibleName(_("Delete the last digit"))
            pad.digit_pressed.connect(self._on_digit)
            pad.erase_pressed.connect(line.backspace)
            self.body.addWidget(pad, 0, middle)
        else:
            letters = TextPad(self.theme, self.context.words)
            letters.letter_pressed.connect(line.insert)
            letters.erase_pressed.connect(line.backspace)
            self.body.addWidget(letters, 0, middle)
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line = line

    def _fits(self, written: str) -> bool:
        """Whether it is as large, or as long, as what is taken; all else is told by the file."""
        about = self._entry.about
        if about.most is None or about.kind is SettingKind.TEXTS:
            # Of a list the limits are those of each text in it.
            return True
        size: float = len(written)
        if about.kind in _NUMBERS:
            try:
                size = int(written) if about.kind is SettingKind.NUMBER else float(written)
            except ValueError:
                return False
        return about.least <= size <= about.most

    def _on_digit(self, digit: int) -> None:
        if self._line is not None:
            self._line.insert(str(digit))

    def _on_save(self) -> None:
        if self._line is not None:
            if self._fits(self._line.line):
                self.saved.emit(self._line.line)
            else:
                self.show_message(self._takes)
            return
        taken = [value for value, choice in self._choices.items() if choice.isChecked()]
        self.saved.emit(", ".join(taken))

"""A wording typed from the paper form: an item at a time, each line checked as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from kiosk.domain.epds import EPDS
from kiosk.domain.instrument_text import ItemText, VersionPrint
from kiosk.domain.language import LANGUAGES
from kiosk.services.captions import caption
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Kind
from kiosk.ui.widgets.match_line import MatchLine

_LINES = 5


class EpdsTypingScreen(AdminScreen):
    """Stem and four options of one item; what is typed lives here alone, and goes when left.

    Signals:
        typed: The ten items, a tuple of ItemText.
    """

    typed = Signal(object)

    def __init__(
        self, context: StaffContext, who: str, language: str, expected: VersionPrint | None
    ) -> None:
        _ = context.words.gettext
        name = LANGUAGES[language].name
        super().__init__(
            context, who, _("Type it in: %(language)s") % {"language": name}, _("Stop")
        )
        self._expected = expected
        self._items = [[""] * _LINES for _item in EPDS.items]
        self._at = 0
        self._filling = False
        self._title = self.label("", TypeRole.LABEL_STRONG)
        self._title.setObjectName("item")
        self.body.addWidget(self._title)
        titles = [_("Question")]
        titles += [_("Option %(option)s") % {"option": place} for place in range(1, _LINES)]
        matched = _("matches the published text")
        self._lines = [MatchLine(self.theme, title, matched, language) for title in titles]
        for place, line in enumerate(self._lines):
            line.field.setObjectName(f"line-{place}")
            line.edited.connect(self._on_edited)
            self.body.addWidget(line)
        self.body.addStretch(1)
        self._before = self.act(_("Previous"), "previous", icon="back")
        self._before.clicked.connect(self._on_before)
        self._next = self.act(_("Next"), "next", Kind.PRIMARY, icon="next", after=True)
        self._next.clicked.connect(self._on_next)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first line."""
        super().showEvent(event)
        self._lines[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was typed stays."""
        super().hideEvent(event)
        self.wipe()

    def wipe(self) -> None:
        """Forget everything that was typed."""
        self._items = [[""] * _LINES for _item in EPDS.items]
        self._filling = True
        for line in self._lines:
            line.field.wipe()
        self._filling = False

    def _show(self) -> None:
        _ = self.context.words.gettext
        number = self._at + 1
        self._title.setText(
            _("Item %(item)s of %(most)s: %(subject)s")
            % {
                "item": number,
                "most": len(EPDS.items),
                "subject": caption(number, self.context.words),
            }
        )
        prints = [""] * _LINES
        if self._expected is not None:
            item = self._expected.items[self._at]
            prints = [item.stem, *item.options]
        self._filling = True
        for line, text, expected in zip(self._lines, self._items[self._at], prints, strict=True):
            line.show_line(text, expected)
        self._filling = False
        self._before.setVisible(self._at > 0)
        self._lines[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()

    def _on_edited(self) -> None:
        if self._filling:
            return
        _ = self.context.words.gettext
        self._items[self._at] = [line.field.line for line in self._lines]
        self._next.setEnabled(all(self._items[self._at]))
        if self._expected is None:
            self.show_message(_("Nothing is published for this language to compare with."))
            return
        count = sum(1 for line in self._lines if line.matches)
        self.show_message(_("%(count)s of %(most)s lines match") % {"count": count, "most": _LINES})

    def _on_before(self) -> None:
        self._at -= 1
        self._show()

    def _on_next(self) -> None:
        if self._at + 1 < len(EPDS.items):
            self._at += 1
            self._show()
            return
        items = tuple(
            ItemText(number, stem, tuple(options))
            for number, (stem, *options) in enumerate(self._items, start=1)
        )
        self.typed.emit(items)

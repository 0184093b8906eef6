"""One statement of the questionnaire with its options, in fixed layout."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.services.intents import AnswerItem, GoNext, OpenStop
from kiosk.services.reading import Spoken, may_be_read
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.form import FORM_FITS, FORM_WIDTH, OPTION_GAP, OPTION_HEIGHT, form_fit
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.banner import RehearsalBanner
from kiosk.ui.widgets.button import Kind
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class EpdsItemScreen(Screen):
    """The same layout for all items: one text size, options in printed order."""

    accent = "plum"
    reads_itself = False

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, Kind.PLUM)
        theme = self.theme
        self._clock = QElapsedTimer()
        self._clock.start()
        self._text = self.journey.text.text
        self._number = self.journey.step.index
        self._item = self._text.item(self._number)
        self._banner = RehearsalBanner(theme)
        self.body.setSpacing(theme.px(8))
        self.body.addWidget(self._banner, 0, Qt.AlignmentFlag.AlignHCenter)
        if not self.journey.is_practice:
            self._banner.hide()
        row = QHBoxLayout()
        row.addStretch(1)
        holder = QWidget()
        holder.setFixedWidth(theme.wide(FORM_WIDTH))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(OPTION_GAP))
        self._kicker = TextLabel(theme, TypeRole.SMALL_STRONG, colour="plum")
        self._stem = self.heading(TypeRole.HEADING)
        column.addStretch(1)
        column.addWidget(self._kicker)
        column.addWidget(self._stem)
        column.addSpacing(theme.px(6))
        self._options = [
            self._option(position) for position in range(1, len(self._item.options) + 1)
        ]
        for option in self._options:
            column.addWidget(option)
        column.addStretch(2)
        row.addWidget(holder, 0, Qt.AlignmentFlag(0))
        row.addStretch(1)
        self.body.addLayout(row, 1)
        chosen = self.journey.current.form.positions.get(self._number)
        if chosen is not None:
            self._options[chosen - 1].setChecked(True)
        self.footer.middle.setObjectName("stop")
        self.footer.middle.set_kind(Kind.PILL)
        self.footer.middle.clicked.connect(self._on_stop)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text; the wording is of one language and one version, whole."""
        _ = self.context.words.gettext
        installed = self.journey.text
        self._text = installed.text
        self._item = self._text.item(self._number)
        self._banner.set_text(
            _("Practice only, not your real answers. Tell staff directly how you feel.")
        )
        place = _("%(number)s of %(count)s") % {
            "number": self._number,
            "count": len(self._text.items),
        }
        period = _("In the past 7 days")
        self._kicker.setText(f"{place} · {period}")
        fit = form_fit(self.theme, self._text) or FORM_FITS[-1]
        self._stem.set_fit(fit)
        self._stem.setText(self._item.stem)
        for option, text in zip(self._options, self._item.options, strict=True):
            option.setText(text)
            option.set_fit(fit)
        self.footer.word(back=_("Back"), middle=_("Stop these questions"), primary=_("Next"))
        self.footer.primary.setEnabled(any(option.isChecked() for option in self._options))

    def spoken(self) -> Spoken | None:
        """The practice text; a licensed one where its permission covers audio."""
        headphones = self.context.settings.sound.headphones
        permission = self.journey.text.permission
        if self.journey.is_practice or may_be_read(permission, headphones=headphones):
            return super().spoken()
        return None

    def on_primary(self) -> None:
        """Go on."""
        self.want(GoNext())

    def _option(self, position: int) -> Choice:
        option = Choice(self.theme, accent="plum", height=OPTION_HEIGHT)
        option.setAutoExclusive(True)
        option.setObjectName(f"option-{position}")
        option.setProperty("position", position)
        option.clicked.connect(self._on_option)
        return option

    def _on_option(self) -> None:
        sender = self.sender()
        if isinstance(sender, Choice):
            seconds = self._clock.restart() / 1000
            self.want(AnswerItem(int(sender.property("position")), seconds))
            self.footer.primary.setEnabled(True)

    def _on_stop(self) -> None:
        self.want(OpenStop())

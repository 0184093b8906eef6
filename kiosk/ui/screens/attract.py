"""The first screen: a greeting in every language in turn, and one tile a language."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.language import LANGUAGES
from kiosk.i18n import N_
from kiosk.services.intents import ChooseLanguage
from kiosk.services.reading import Spoken, sentences
from kiosk.ui.context import ScreenContext
from kiosk.ui.speech.reader import SoundState
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import MARGIN, TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.fade import FadeIn
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.reach_pill import ReachPill
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.staff_mark import StaffMark
from kiosk.ui.widgets.text import TextLabel
from kiosk.ui.widgets.tile import Tile

_GREETING = N_("Hello.")
_KICKER = N_("While you wait")
_LEAD = N_("Learn what matters for you. Tell us how you feel. It takes about ten minutes.")
_CHOOSE = N_("Choose your language")
_TURN_MS = 5000
_FADE_MS = 900
"""How long a greeting takes to come up."""
_PILL = 72
_PILL_OF_TWO_LINES = 104


class AttractScreen(Screen):
    """Waits for somebody.

    Signals:
        text_size_requested: Change the text size.
        contrast_requested: Change the contrast.
        reach_requested: Bring everything within reach of who sits, or up again.
        staff_requested: The staff corner was held.
    """

    text_size_requested = Signal()
    contrast_requested = Signal()
    reach_requested = Signal()
    staff_requested = Signal()
    has_top_bar = False
    rebuilds = True

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._turn = 0
        self._can_read = context.settings.sound.read_aloud
        theme = self.theme
        margin = theme.px(MARGIN)
        self.body.setContentsMargins(margin, margin, margin, theme.px(112))
        columns = theme.across(110)
        columns.addLayout(self._greeting_column(), 9)
        columns.addLayout(self._language_column(), 8)
        self.body.addLayout(columns)
        self.footer.hide()
        self.staff_mark = StaffMark(theme, self)
        self.staff_mark.held.connect(self.staff_requested)
        self._reach = ReachPill(theme, self)
        self._reach.clicked.connect(self.reach_requested)
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN_MS)
        self._timer.timeout.connect(self._next_greeting)
        if len(context.languages) > 1:
            self._timer.start()
        self.retranslate()

    def spoken(self) -> Spoken:
        """The greeting as it stands, in its own language."""
        labels = (self._greeting, self._lead, self._choose)
        return Spoken(self.greets_in, sentences([label.text() for label in labels], {}))

    def show_sound(self, state: SoundState) -> None:
        """Show whether she is read to; where there is no voice, the button says so when pressed."""
        self._read_to_me.set_kind(Kind.PILL_ON if state.on else Kind.PILL)

    def set_waiting(self, alerts: int) -> None:
        """Show on the staff mark how many alerts wait."""
        self.staff_mark.set_waiting(alerts)

    def retranslate(self) -> None:
        """Word the greeting in its turn's language, the pills in all languages' first."""
        language = self.greets_in
        words = self.context.catalogues.words(language)
        self.setLocale(QLocale(language))
        _ = words.gettext
        for label, message, role in (
            (self._kicker, _(_KICKER), TypeRole.LABEL_STRONG),
            (self._greeting, _(_GREETING), TypeRole.DISPLAY),
            (self._lead, _(_LEAD), TypeRole.LEAD),
            (self._choose, _(_CHOOSE), TypeRole.TILE),
        ):
            label.setText(message)
            label.setFont(self.theme.font(role, language=language))
        self.staff_mark.setAccessibleName(_("Staff"))
        self._larger.setText(_("Larger text"))
        self._contrast.setText(_("Contrast"))
        self._read_to_me.setText(_("Read to me"))
        for pill in (self._larger, self._contrast, self._read_to_me):
            pill.updateGeometry()
        self._reach.word(words)
        self._picture.set_alternative(_("A mother holds her baby"))

    @property
    def greets_in(self) -> str:
        """The language of the greeting's turn."""
        return self.context.languages[self._turn % len(self.context.languages)]

    def _greeting_column(self) -> QVBoxLayout:
        theme = self.theme
        column = QVBoxLayout()
        column.setSpacing(theme.px(16))
        self._kicker = TextLabel(theme, TypeRole.LABEL_STRONG, colour="teal")
        self._greeting = self.heading(TypeRole.DISPLAY)
        self._lead = TextLabel(theme, TypeRole.LEAD, colour="ink_soft")
        self._lead.setMinimumHeight(theme.px(170))
        self._picture = PictureView(theme, art_path("mother-and-baby"), width=480)
        for widget in (self._kicker, self._greeting, self._lead):
            column.addWidget(widget)
        column.addWidget(self._picture, 1, Qt.AlignmentFlag.AlignLeft)
        return column

    def _language_column(self) -> QVBoxLayout:
        theme = self.theme
        column = QVBoxLayout()
        column.setSpacing(theme.px(26))
        self._choose = TextLabel(theme, TypeRole.TILE)
        column.addWidget(self._choose)
        grid = QGridLayout()
        grid.setSpacing(theme.px(26))
        wide = 1 if len(self.context.languages) <= 4 else 2
        for index, code in enumerate(self.context.languages):
            tile = Tile(theme, centred=True, role=TypeRole.STRONG, language=code)
            tile.set_words(LANGUAGES[code].name)
            tile.setObjectName(f"language-{code}")
            tile.setProperty("language", code)
            tile.setMaximumHeight(theme.px(190))
            tile.clicked.connect(self._on_language)
            grid.addWidget(tile, index // wide, index % wide)
        column.addLayout(grid, 4)
        column.addStretch(1)
        column.addWidget(self._pills())
        return column

    def _pills(self) -> QWidget:
        box = QWidget()
        way = QBoxLayout.Direction
        stacked = self.theme.is_large and not self.theme.portrait
        row = QBoxLayout(way.TopToBottom if stacked else way.LeftToRight, box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(16 if stacked else 24))
        self._larger = self._pill("text-size", "text-size", self.text_size_requested)
        self._contrast = self._pill("contrast", "contrast", self.contrast_requested)
        self._read_to_me = self._pill("sound", "read-to-me", self.listen_requested)
        for pill in (self._larger, self._contrast, self._read_to_me):
            if not stacked:
                # Side by side each gets the same, whatever its words in this turn's language.
                pill.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(pill)
        if not self._can_read:
            self._read_to_me.hide()
        return box

    def _pill(self, icon: str, name: str, requested: SignalInstance) -> Button:
        height = _PILL if self.theme.is_large and not self.theme.portrait else _PILL_OF_TWO_LINES
        pill = Button(self.theme, Kind.PILL, icon=icon, icon_after=False, height=height)
        pill.setObjectName(name)
        pill.clicked.connect(requested)
        return pill

    def _on_language(self) -> None:
        sender = self.sender()
        if isinstance(sender, Tile):
            self.want(ChooseLanguage(str(sender.property("language"))))

    def _next_greeting(self) -> None:
        self._turn += 1
        self.retranslate()
        if self.theme.motion:
            for label in (self._kicker, self._greeting, self._lead):
                FadeIn(label, _FADE_MS).start()

    def resizeEvent(self, event) -> None:  # noqa: ANN001 - QResizeEvent
        """Keep the staff mark, and the button for who sits, in their corners."""
        super().resizeEvent(event)
        size = self.staff_mark.sizeHint()
        self.staff_mark.setGeometry(0, self.height() - size.height(), size.width(), size.height())
        pill = self._reach.sizeHint()
        right = self.width() - self.theme.px(MARGIN) - pill.width()
        top = self.height() - self.theme.px(20) - pill.height()
        self._reach.setGeometry(right, top, pill.width(), pill.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A low sun behind the greeting."""
        if not self.theme.high_contrast:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            middle = QPointF(self.width() * 0.17, self.height() * 0.86)
            for radius, colour in ((0.74, "sun_soft"), (0.5, "sun_glow")):
                painter.setBrush(self.theme.colour(colour))
                reach = self.height() * radius
                painter.drawEllipse(
                    QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
                )
            painter.end()
        super().paintEvent(event)

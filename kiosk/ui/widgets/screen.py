"""The base of every visitor screen."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.services.intents import GoBack, Intent
from kiosk.services.journey import Journey
from kiosk.services.reading import Glossary, Spoken, sentences
from kiosk.ui.context import ScreenContext
from kiosk.ui.speech.reader import SoundState
from kiosk.ui.theme.paint import paint_shadow
from kiosk.ui.theme.tokens import EDGE, MARGIN, TypeRole
from kiosk.ui.widgets.button import Kind
from kiosk.ui.widgets.footer import Footer
from kiosk.ui.widgets.pressable import Pressable
from kiosk.ui.widgets.said import texts_of
from kiosk.ui.widgets.text import TextLabel


class Screen(QWidget):
    """A page that is built when shown and destroyed when left.

    Signals:
        intent: What she wants, one of services.intents.
        read_requested: Read this page.
        listen_requested: Read this page and all that follow.
        news: Something to be read has come to stand here, a `Spoken`.

    Attributes:
        reads_itself: Read as it shows, for who wants that; what nobody should overhear is not.
    """

    intent = Signal(object)
    read_requested = Signal()
    listen_requested = Signal()
    news = Signal(object)
    reads_itself = True
    has_top_bar = True
    rebuilds = False
    accent = "teal"
    ground = "paper"

    def __init__(self, context: ScreenContext, primary: Kind = Kind.PRIMARY) -> None:
        super().__init__()
        self.context = context
        self.theme = context.theme
        theme = self.theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(20))
        middle = QWidget()
        self.body = QVBoxLayout(middle)
        side = theme.px(MARGIN)
        self.body.setContentsMargins(side, theme.gap(8), side, theme.px(8))
        self.body.setSpacing(theme.px(20))
        outer.addWidget(middle, 1)
        self.footer = Footer(theme, primary)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(EDGE), 0, theme.px(EDGE), theme.px(40))
        foot.addWidget(self.footer)
        outer.addLayout(foot)
        self.footer.back.clicked.connect(self.on_back)
        self.footer.primary.clicked.connect(self.on_primary)

    @property
    def journey(self) -> Journey:
        """The journey, to read from."""
        return self.context.journey

    @property
    def greets_in(self) -> str:
        """The language that it speaks, where that is not the visitor's; empty: hers."""
        return ""

    def retranslate(self) -> None:
        """Set every text; called when built and when the language changes."""
        raise NotImplementedError

    def on_primary(self) -> None:
        """The main action was tapped."""

    @property
    def leaves(self) -> int:
        """How many leaves the page is dealt out to."""
        return 1

    def turn_leaf(self) -> None:
        """Show the next leaf; pages that are dealt out do."""

    def on_back(self) -> None:
        """Back was tapped."""
        self.want(GoBack())

    def spoken(self) -> Spoken | None:
        """What the page says, in reading order; None where it must not be read."""
        return Spoken(self.theme.language, sentences(texts_of(self.body, self), self.glossary))

    def place_said(self) -> str:
        """A text that stands on the page and that `spoken` leaves out: where she is in a topic."""
        return ""

    def entered(self) -> object:
        """What was entered here and is not saved yet, for a page that is built anew; or None."""
        return None

    def enter(self, what: object) -> None:
        """Show again what `entered` gave."""

    def show_sound(self, state: SoundState) -> None:
        """Show whether the page can be, or is, read; pages with a button of their own do."""

    @property
    def glossary(self) -> Glossary:
        """How figures are said; before a visit nothing is looked up, as the content may be shut."""
        if self.journey.visit is None:
            return {}
        return self.journey.library.spoken.get(self.theme.language, {})

    def want(self, intent: Intent) -> None:
        """Tell the shell what she wants."""
        self.intent.emit(intent)

    def heading(self, role: TypeRole = TypeRole.TITLE, *, centred: bool = False) -> TextLabel:
        """A heading, which takes the first focus of assistive technology."""
        label = TextLabel(self.theme, role, centred=centred)
        label.setObjectName("heading")
        return label

    def targets(self) -> list[Pressable]:
        """What can be touched on the page, in reading order, then in the foot."""
        foot = self.footer.targets()
        page = [target for target in self.findChildren(Pressable) if target not in foot]
        return [*page, *foot]

    def order_focus(self) -> None:
        """Tab goes as she reads; call it again when the page was built anew."""
        for before, after in pairwise(self.targets()):
            QWidget.setTabOrder(before, after)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new language's words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shadows of raised surfaces, which lie outside their own rectangles."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for child in self.findChildren(QWidget):
            if getattr(child, "casts_shadow", False) and child.isVisibleTo(self):
                corner = child.mapTo(self, QPoint(0, 0))
                rect = QRectF(corner.x(), corner.y(), child.width(), child.height())
                paint_shadow(painter, self.theme, rect, getattr(child, "radius", 0.0))
        painter.end()

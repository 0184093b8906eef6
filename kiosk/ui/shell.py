"""The kiosk's one window: shows the step the journey is at, and hands intents to it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.domain import journey as ways
from kiosk.domain.errors import KioskError
from kiosk.domain.facts import Leaving
from kiosk.domain.instrument_text import InstrumentText
from kiosk.domain.journey import StepName
from kiosk.services import intents
from kiosk.services.intents import Intent
from kiosk.ui.aids import Aids
from kiosk.ui.context import ScreenContext
from kiosk.ui.density import density
from kiosk.ui.entrance import Veil
from kiosk.ui.idle import IdleWatch
from kiosk.ui.idle_limits import idle_limits
from kiosk.ui.keys.hands import OF_HANDS
from kiosk.ui.look import direct, tell_all
from kiosk.ui.neutral import clear_clipboard, neutral_cover
from kiosk.ui.overlay_desk import OverlayDesk
from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.pages import screen_class, screen_name
from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.speech.reader import Reader
from kiosk.ui.theme.fonts import has_face
from kiosk.ui.theme.form import form_fit
from kiosk.ui.theme.tokens import Style, TextSize
from kiosk.ui.top_bar import TopBar
from kiosk.ui.widgets.screen import Screen

_log = logging.getLogger(__name__)

_TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress)
_RELEASES = (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.KeyRelease)


class KioskWindow(QWidget):
    """Shows one screen at a time.

    Signals:
        screen_shown: A screen's name, after it was laid out.
        staff_requested: The staff corner was held.
        visit_ended: The kiosk is free again.
        alert_raised: Staff are to be called, or may have to be: she left.
        visit_left: A visit's id: she went through to the last page, or left and the page on
            which she may still be forgotten is gone.
    """

    screen_shown = Signal(str)
    staff_requested = Signal()
    visit_ended = Signal()
    alert_raised = Signal()
    visit_left = Signal(str)

    def __init__(
        self,
        context: ScreenContext,
        idle: IdleWatch | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`clock` tells taps apart and moves the light of the scanning, in seconds."""
        super().__init__()
        self.context = context
        self.may_close = False
        self.page: Screen | None = None
        self._waiting = 0
        self._look: object = None
        self._fitted = QSize()
        self._directed = False
        self._cover: QWidget | None = None
        self._unsaved: Intent | None = None
        self.failed: KioskError | None = None
        self._left_visit = ""
        self.setObjectName("kiosk")
        self.setWindowTitle("Perinatal Kiosk")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._top_bar: TopBar | None = None
        self.idle = idle or IdleWatch(self)
        self.idle.warned.connect(self._on_idle_warned)
        self.idle.expired.connect(self._on_idle_expired)
        self.reader = Reader(self, headphones=context.settings.sound.headphones)
        self.reader.lacking.connect(self._show_no_voice)
        self.idle.busy = self.reader.shows_presence
        self.aids = Aids(self, clock)
        self.aids.help_requested.connect(self._ask_help)
        self._over = OverlayDesk(self, self.aids)
        self.idle.cleared.connect(self._over.drop)
        self._over.stayed.connect(self.idle.touch)
        self._over.language_chosen.connect(self._on_language_chosen)
        self._over.slip_given.connect(self._on_slip)
        self._over.again.connect(self._on_again)
        self._over.given_up.connect(self._on_give_up)
        if (app := QCoreApplication.instance()) is not None:
            app.installEventFilter(self)

    @property
    def overlay_name(self) -> str:
        """What lies over the screen: "idle-warning", "languages", "trouble" or nothing."""
        return self._over.name

    @property
    def overlay(self) -> Overlay | None:
        """What lies over the screen."""
        return self._over.current

    @property
    def top_bar(self) -> TopBar | None:
        """The bar above the page."""
        return self._top_bar

    @property
    def is_covered(self) -> bool:
        """Whether staff work over the page."""
        return self._cover is not None

    def start(self, size: QSize) -> None:
        """Size the window and show the first screen."""
        self.resize(size)
        self._fitted = size
        self._measure(size)
        self._set_language(self.context.languages[0])
        self.show_step()

    def screen_geometry(self) -> QRect:
        """The whole screen that the window is on."""
        return (QGuiApplication.primaryScreen()).geometry()

    def set_waiting(self, alerts: int) -> None:
        """How many alerts wait; the first screen's staff mark shows it."""
        self._waiting = alerts
        if isinstance(self.page, AttractScreen):
            self.page.set_waiting(alerts)

    def submit(self, intent: Intent) -> None:
        """Do what she wants: saved first, then the next screen."""
        journey = self.context.journey
        before = journey.step
        alerts = journey.visit and len(journey.visit.alerts)  # None: leaving may raise one unseen
        visit_id = journey.visit_id or ""
        try:
            journey.handle(intent)
        except KioskError as error:
            _log.error("intent not saved: %s", error.code)
            self._unsaved, self.failed = intent, error
            self._over.show_trouble(self.context)
            return
        self._unsaved = self.failed = None
        if (journey.visit and len(journey.visit.alerts)) != alerts:
            self.alert_raised.emit()
        self._tell_left(intent, visit_id)
        if journey.step != before or isinstance(intent, intents.Leave | intents.EndPage):
            if journey.step.name is StepName.ATTRACT:
                self._wipe()
            self.show_step()
            self._glide(backwards=isinstance(intent, intents.GoBack))
        elif isinstance(intent, intents.ChooseLanguage):
            self._apply_language(intent.language)

    def _tell_left(self, intent: Intent, visit_id: str) -> None:
        """Tell of a visit that is over, once nobody can still ask for it to be forgotten."""
        if isinstance(intent, intents.Finish | intents.Leave) and visit_id:
            self._left_visit = visit_id
        is_over = isinstance(intent, intents.Finish) or self.is_waiting()
        if self._left_visit and is_over:
            left, self._left_visit = self._left_visit, ""
            self.visit_left.emit(left)

    def show_step(self) -> None:
        """Build the screen of the journey's step; the old one is destroyed."""
        journey = self.context.journey
        self._over.drop()
        if journey.visit is not None:
            self._set_language(journey.visit.language)
        self._build()
        # Only a topic's steps need the content: the first screen must not wait for it.
        library = journey.library if journey.step.topic else None
        stage = journey.visit.stage if journey.visit else None
        self.screen_shown.emit(screen_name(journey.step, library, stage))

    def _build(self) -> None:
        """The page of the step as the look is now."""
        journey = self.context.journey
        old = self.page
        screen = screen_class(journey.step.name)(self.context)
        self.page = screen
        screen.intent.connect(self.submit)
        screen.read_requested.connect(self.reader.read)
        screen.listen_requested.connect(self.reader.listen)
        if isinstance(screen, AttractScreen):
            screen.text_size_requested.connect(self._next_text_size)
            screen.contrast_requested.connect(self._next_style)
            screen.reach_requested.connect(self._next_reach)
            screen.staff_requested.connect(self.staff_requested)
            screen.set_waiting(self._waiting)
        if isinstance(screen, WelcomeScreen):
            screen.slip_wanted.connect(self._show_slip)
        self._place(screen, old)
        self.reader.show(screen, visiting=journey.visit is not None)
        self.aids.page_shown(screen)
        self._watch(screen)

    def _place(self, screen: Screen, old: Screen | None) -> None:
        if self._top_bar is None:
            self._top_bar = self._make_top_bar()
        self._top_bar.setVisible(screen.has_top_bar)
        journey = self.context.journey
        if journey.visit is not None:
            progress = ways.progress(journey.step, journey.shapes, journey.instrument)
            self._top_bar.show_visit(journey.visit.code, progress, screen.accent)
        else:
            self._top_bar.show_visit(None, None, "teal")
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.addWidget(screen, 1)
        screen.setVisible(self._cover is None)
        self.aids.page_built(screen)
        look = (screen.ground, self.context.theme.style, self.context.theme.text_size)
        if look != self._look:
            # Else the page alone is drawn: the bar is as it was.
            self._look = look
            self.update()

    def _glide(self, *, backwards: bool) -> None:
        """Let a page come in, but for the quiet ones: those are there at once."""
        theme, page = self.context.theme, self.page
        quiet = self.context.journey.step.name in (StepName.ATTRACT, StepName.GOODBYE)
        if theme.motion and page is not None and self._cover is None and not quiet:
            self._column.activate()
            Veil(theme, page, backwards=backwards).begin()

    def _make_top_bar(self) -> TopBar:
        bar = TopBar(self.context)
        for requested, slot in (
            (bar.language_requested, self._show_languages),
            (bar.text_size_requested, self._next_text_size),
            (bar.contrast_requested, self._next_style),
            (bar.reach_requested, self._next_reach),
            (bar.leave_requested, self._leave_quietly),
            (bar.listen_requested, self.reader.listen),
            (bar.pause_requested, self.reader.pause),
            (bar.volume_requested, self.reader.change_volume),
            (bar.speed_requested, self.reader.change_speed),
        ):
            requested.connect(slot)
        self.reader.attach(bar)
        self._column.insertWidget(0, bar)
        return bar

    def _watch(self, screen: Screen) -> None:
        step = self.context.journey.step.name
        self.idle.watch(*idle_limits(step, screen, self.context.settings.idle))

    def _wipe(self) -> None:
        """Leave nothing of her: look, clipboard, selection, pages."""
        self.context.theme.reset()
        self._lower(False)
        self.reader.renew()
        self._set_language(self.context.languages[0])
        clear_clipboard()
        self.visit_ended.emit()

    def _set_language(self, language: str) -> None:
        theme = self.context.theme
        if theme.language == language and self._directed:
            return
        self._directed = True
        theme.language = language
        direct(self, language, right_to_left=self.context.words.right_to_left)
        if self._top_bar is not None:
            QCoreApplication.sendEvent(self._top_bar, QEvent(QEvent.Type.LanguageChange))

    def _apply_language(self, language: str) -> None:
        """The same screen in another language, without a restart."""
        self._over.drop()
        self._set_language(language)
        if self.page is not None:
            QCoreApplication.sendEvent(self.page, QEvent(QEvent.Type.LanguageChange))
            self.reader.show(self.page, visiting=True)

    def _next_text_size(self) -> None:
        self.set_text_size(self.context.theme.text_size.following)

    def set_text_size(self, size: TextSize) -> None:
        """Show everything in this text size."""
        self.context.theme.text_size = size
        self._restyle()

    def offer(self, languages: tuple[str, ...]) -> None:
        """Offer these languages from now on, but for those that this machine has no face for."""
        languages = tuple(filter(has_face, languages))
        if languages == self.context.languages:
            return
        self.context = replace(self.context, languages=languages)
        if self.context.journey.step.name is StepName.ATTRACT:
            self.show_step()

    def see_room(self, texts: Iterable[InstrumentText]) -> None:
        """Say it if this screen has no room for the questionnaire: then it is not offered.

        Args:
            texts: Its wordings that may be shown.
        """
        theme, journey = self.context.theme, self.context.journey
        fits = all(form_fit(theme, text) is not None for text in texts)
        if journey.form_fits and not fits:
            self._over.show_too_small(self.context)
        journey.form_fits = fits

    def is_waiting(self) -> bool:
        """Whether nobody is in a visit."""
        return self.context.journey.step.name is StepName.ATTRACT

    def go_to_first_screen(self) -> None:
        """Leave everything as it is and show the first screen."""
        self._on_give_up()

    def cover_with(self, cover: QWidget | None) -> None:
        """Put the staff area over everything; None takes it away. The page below is hidden."""
        self._cover = cover
        if self.page is not None:
            self.page.setVisible(cover is None)
        if cover is not None:
            cover.show()
            cover.raise_()

    def keep_look(self, size: TextSize, style: Style = Style.DAY) -> None:
        """Start every visit with this look instead of the usual one."""
        self.context.theme.keep(size, style)

    def _next_reach(self) -> None:
        """Everything into the lower part of the window, or up again; nothing entered is lost."""
        entered = self.page.entered() if self.page is not None else None
        self._lower(not self.context.theme.lowered)
        self._build()
        if self.page is not None and entered is not None:
            self.page.enter(entered)

    def _lower(self, low: bool) -> None:
        theme = self.context.theme
        if theme.lowered is not low:
            theme.lowered = low
            self._fit(self.size())

    def _fit(self, size: QSize) -> None:
        """Draw for this size from now on; the bar is made anew, the page by whoever calls."""
        self._measure(size)
        self._column.setContentsMargins(0, self.context.theme.above, 0, 0)
        if self._top_bar is not None:
            self._column.removeWidget(self._top_bar)
            self._top_bar.hide()
            self._top_bar.deleteLater()
            self._top_bar = None

    def _measure(self, size: QSize) -> None:
        width = self.context.settings.screen.width_mm
        self.context.theme.fit(size, density(width, size))

    def _next_style(self) -> None:
        self.context.theme.next_style()
        self._restyle()

    def _restyle(self) -> None:
        tell_all(self, QEvent.Type.StyleChange)
        if self.page is not None and self.page.rebuilds:
            self._build()
        elif self.page is not None:
            QCoreApplication.sendEvent(self.page, QEvent(QEvent.Type.LanguageChange))

    def _show_languages(self) -> None:
        self._over.show_languages(self.context)

    def _show_slip(self) -> None:
        self._over.show_slip(self.context)

    def _on_slip(self, code: str) -> None:
        self.submit(intents.GiveSlip(code))
        if isinstance(self.page, WelcomeScreen) and self.page.journey.current.slip == code:
            self._over.drop()
            self.page.show_slip()
        else:
            self._over.show_slip_unknown()

    def _on_language_chosen(self, language: str) -> None:
        if language == self.context.theme.language:
            self._over.drop()
        else:
            self.submit(intents.ChooseLanguage(language))

    def _ask_help(self) -> None:
        self.submit(intents.AskHelp())

    def _show_no_voice(self, language: str) -> None:
        self._over.show_no_voice(self.context, language)

    def _leave_quietly(self) -> None:
        """A neutral page at once, before anything is written."""
        cover = neutral_cover(self, self.context.theme)
        self.submit(intents.Leave(Leaving.QUIET))
        if self.failed is not None:
            self._on_give_up()
        cover.hide()
        cover.deleteLater()

    def _on_idle_warned(self, seconds: int) -> None:
        self._over.warn_of_idleness(self.context, seconds)

    def _on_idle_expired(self) -> None:
        self._over.drop()
        if self.context.journey.visit is None or self.context.journey.step.name is StepName.FINISH:
            self.submit(intents.EndPage())
        else:
            self.submit(intents.Leave(Leaving.IDLE))
        if self.failed is not None:
            self._on_give_up()

    def _on_again(self) -> None:
        self._over.drop()
        if self._unsaved is not None:
            self.submit(self._unsaved)

    def _on_give_up(self) -> None:
        """The store is out of reach: free the screen; the next start closes the visit."""
        self._unsaved = self.failed = None
        self._over.drop()
        self.context.journey.abandon()
        self._wipe()
        self.show_step()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab stays on an overlay while one is there."""
        if self._over.current is not None:
            return self._over.current.focusNextPrevChild(forwards)
        return super().focusNextPrevChild(forwards)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any touch or key shows that somebody is there."""
        kind = event.type()
        if kind not in OF_HANDS:
            # All of Qt's events come by here, thousands with every page.
            return False
        if self.aids.swallows(watched, event):
            return True
        if kind in _RELEASES:
            self.reader.released()
        elif kind in _TOUCHES:
            self.reader.touched()
            self.aids.guide.touched()
            if not self._over.warns_of_idleness:
                self.idle.touch()
            elif kind == QEvent.Type.KeyPress:
                # The key that answers the warning must not press what lies below it.
                self.idle.touch()
                return True
        return self.aids.takes(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything to the new size."""
        super().resizeEvent(event)
        if self.page is not None and event.size() != self._fitted:
            self._fitted = event.size()
            self._fit(event.size())
            QTimer.singleShot(0, self, self.show_step)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing a visitor can do closes the kiosk."""
        if self.may_close:
            self.reader.close()
            if (app := QApplication.instance()) is not None:
                app.removeEventFilter(self)
            event.accept()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        ground = self.page.ground if self.page is not None else "paper"
        painter.fillRect(event.rect(), self.context.theme.colour(ground))
        painter.end()

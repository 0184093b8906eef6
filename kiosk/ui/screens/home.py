"""Home: a tile a topic, the check-in, and what is always in reach."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QGridLayout

from kiosk.domain import journey
from kiosk.domain.content import Stage, Topic
from kiosk.domain.visit import FormState, Visit
from kiosk.i18n import Words
from kiosk.services.intents import AskHelp, CalledAway, Finish, OpenCheckIn, OpenSigns, OpenTopic
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import icon_path
from kiosk.ui.theme.tokens import GAP, TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.pressable import Pressable
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel
from kiosk.ui.widgets.tile import Tile

_TALL_TILES = 3
_FOUR_ACROSS = 2.2
"""What is drawn on must be so wide for its height that four topics stand in a row."""


class HomeScreen(Screen):
    """Topics and check-in in any order."""

    rebuilds = True

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        visit = self.journey.current
        self._chosen, self._others = journey.home_topics(self.journey.library, visit)
        self._show_others = False
        self._heading = self.heading()
        self._sub = TextLabel(theme, TypeRole.LABEL, colour="ink_soft")
        self.body.setSpacing(theme.px(10))
        self.body.addWidget(self._heading)
        self.body.addWidget(self._sub)
        self.body.addSpacing(theme.px(8))
        row = theme.across(GAP)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(GAP))
        self._topic_tiles: dict[str, Tile] = {}
        self._tall = theme.is_large or theme.portrait
        row.addLayout(self._grid, 13 if self._tall and not theme.portrait else 11)
        row.addLayout(self._side(), 5 if self._is_crowded else 7)
        self.body.addLayout(row, 1)
        self._build_topics()
        self._help = self._foot_pill("help", "help-me")
        self._help.clicked.connect(self._on_help)
        self._called = self._foot_pill("called", "called-away")
        self._called.clicked.connect(self._on_called)
        self.footer.insert(self._help)
        self.footer.insert(self._called)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        words = self.context.words
        _ = words.gettext
        visit = self.journey.current
        self._heading.setText(
            _("What would help you today?") if self._grieving else _("What would you like to know?")
        )
        self._sub.setText(self._chosen_for(visit, words))
        for topic in (*self._chosen, *self._others):
            if topic.id in self._topic_tiles:
                self._word_topic(self._topic_tiles[topic.id], topic, words)
        self._word_check_in(visit, words)
        self._signs.set_words(_("I have a warning sign now"), _("We will call staff to you."))
        if self._more is not None:
            self._more.set_words(_("More topics"), _("Everything else we have"))
        self._help.setText(_("Help me with this screen"))
        self._called.setText(_("I am being called"))
        self.footer.word(back=_("Back"), primary=_("I am finished"))

    def on_primary(self) -> None:
        """Go to the last page."""
        self.want(Finish())

    def targets(self) -> list[Pressable]:
        """Topics first, then what stands beside them."""
        more = [self._more] if self._more is not None else []
        side = [self._check_in, self._signs]
        return [*self._topic_tiles.values(), *more, *side, *self.footer.targets()]

    @property
    def _is_crowded(self) -> bool:
        """Whether large words stand on a standing screen."""
        return self.theme.portrait and self.theme.is_large

    @property
    def _grieving(self) -> bool:
        return self.journey.current.stage is Stage.LOSS

    def _side(self) -> QBoxLayout:
        theme = self.theme
        # On a standing screen with large text the topics need the height.
        ways = QBoxLayout.Direction
        column = QBoxLayout(ways.LeftToRight if self._is_crowded else ways.TopToBottom)
        column.setSpacing(theme.px(GAP))
        self._check_in = Tile(theme, role=TypeRole.STRONG, picture=icon_path("heart"))
        self._check_in.set_look("teal", "on_teal")
        self._check_in.setObjectName("check-in")
        self._check_in.clicked.connect(self._on_check_in)
        self._signs = Tile(theme, role=TypeRole.TILE, picture=icon_path("warning"))
        self._signs.set_look("red_tint", "red_deep", "red_deep")
        self._signs.setObjectName("warning-signs")
        self._signs.clicked.connect(self._on_signs)
        column.addWidget(self._check_in, 6)
        column.addWidget(self._signs, 6 if self._is_crowded else 5)
        if not self.journey.offers_form:
            self._check_in.hide()
            column.addStretch(6)
        return column

    def _build_topics(self) -> None:
        theme = self.theme
        self._more: Tile | None = None
        shown = [*self._chosen, *(self._others if self._show_others or not self._grieving else [])]
        offered = len(shown) + int(self._grieving and not self._show_others)
        wide = 2 if offered in (2, 4) or self._tall else 3
        if theme.is_flat:
            wide = 4 if offered > 3 and theme.aspect > _FOUR_ACROSS else 3
        for index, topic in enumerate(shown):
            tile = Tile(theme, picture=icon_path(topic.icon), icon_disc=True)
            tile.set_look(f"tint-{topic.tint}")
            tile.setObjectName(f"topic-{topic.id}")
            if len(shown) <= _TALL_TILES and not self._grieving:
                first = self.journey.topic_text(topic.id, self.theme.language).cards[0]
                tile.set_illustration(topic.picture_path(first.picture))
            tile.setProperty("topic", topic.id)
            tile.clicked.connect(self._on_topic)
            self._grid.addWidget(tile, index // wide, index % wide)
            self._topic_tiles[topic.id] = tile
        if len(shown) > _TALL_TILES:
            for tile in self._topic_tiles.values():
                tile.set_peers(list(self._topic_tiles.values()))
        if self._grieving and self._others and not self._show_others:
            self._more = Tile(theme, picture=icon_path("plus"), icon_disc=True)
            self._more.set_look("card", "ink", "line")
            self._more.setObjectName("more-topics")
            self._more.clicked.connect(self._on_more)
            self._grid.addWidget(self._more, len(shown) // wide, len(shown) % wide)

    def _foot_pill(self, icon: str, name: str) -> Button:
        pill = Button(self.theme, Kind.PILL, icon=icon, icon_after=False, height=96)
        pill.setObjectName(name)
        return pill

    def _chosen_for(self, visit: Visit, words: Words) -> str:
        _ = words.gettext
        if visit.stage is Stage.LOSS:
            return _("Take what is good for you. Nothing here is a must.")
        if visit.stage is Stage.SUPPORTING:
            return _("You can learn how to help.")
        if visit.weeks is None:
            return _("Chosen for you")
        weeks = visit.weeks
        if visit.stage is Stage.PREGNANT:
            text = words.ngettext(
                "Chosen for you: week %(count)s of pregnancy",
                "Chosen for you: week %(count)s of pregnancy",
                weeks,
            )
        else:
            text = words.ngettext(
                "Chosen for you: your baby is %(count)s week old",
                "Chosen for you: your baby is %(count)s weeks old",
                weeks,
            )
        return text % {"count": weeks}

    def _word_topic(self, tile: Tile, topic: Topic, words: Words) -> None:
        visit = self.journey.current
        text = self.journey.topic_text(topic.id)
        cards = len(text.cards)
        read = sum(1 for card in text.cards if (topic.id, card.id) in visit.cards_read)
        count = words.ngettext("%(count)s card", "%(count)s cards", cards) % {"count": cards}
        minutes = words.ngettext("%(count)s min", "%(count)s min", topic.minutes)
        minutes %= {"count": topic.minutes}
        sub = f"{count} · {minutes}" if len(self._topic_tiles) <= _TALL_TILES else count
        if self.theme.is_large and len(self._topic_tiles) > _TALL_TILES:
            # Its words need the room.
            sub = ""
        mark = ""
        if read == cards:
            # Translators: a mark on a tile: she has read this topic.
            mark = words.gettext("Read")
        elif read:
            mark = words.gettext("%(read)s of %(cards)s") % {"read": read, "cards": cards}
        tile.set_words(text.title, sub, mark)

    def _word_check_in(self, visit: Visit, words: Words) -> None:
        _ = words.gettext
        subs = {
            FormState.UNFINISHED: _("You can go on where you stopped."),
            FormState.COMPLETE: _("Done. Thank you."),
            FormState.DECLINED: _("Skipped. That is fine."),
        }
        sub = subs.get(visit.form_state) or words.ngettext(
            "%(count)s short question, just for you and your care team.",
            "%(count)s short questions, just for you and your care team.",
            items := len(self.journey.instrument.items),
        ) % {"count": items}
        self._check_in.set_words(_("How are you feeling?"), sub)
        self._check_in.setEnabled(visit.form_state is not FormState.COMPLETE)

    def entered(self) -> object:
        """Whether she has looked for more topics."""
        return self._show_others

    def enter(self, what: object) -> None:
        """Show them again."""
        if what and not self._show_others:
            self._on_more()

    def _on_topic(self) -> None:
        sender = self.sender()
        if isinstance(sender, Tile):
            self.want(OpenTopic(str(sender.property("topic"))))

    def _on_more(self) -> None:
        if self._more is not None:
            self._more.hide()
            self._more.deleteLater()
        for tile in self._topic_tiles.values():
            tile.deleteLater()
        self._topic_tiles.clear()
        self._show_others = True
        self._build_topics()
        self.order_focus()
        self.retranslate()
        self.update()

    def _on_check_in(self) -> None:
        self.want(OpenCheckIn())

    def _on_signs(self) -> None:
        self.want(OpenSigns())

    def _on_help(self) -> None:
        self.want(AskHelp())

    def _on_called(self) -> None:
        self.want(CalledAway())

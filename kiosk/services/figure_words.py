"""The words of the figures: what each is called, and each of its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from kiosk.domain.facts import AlertKind
from kiosk.domain.figures import ALL, Figure
from kiosk.domain.visit import FormState, VisitState
from kiosk.i18n import N_, Words

TITLES: Final[Mapping[Figure, str]] = {
    Figure.MONTHS: N_("Visits by month"),
    Figure.LANGUAGES: N_("Visits by language"),
    Figure.ENDS: N_("How visits ended"),
    Figure.TOPICS: N_("Visits in which a topic was read"),
    Figure.FORMS: N_("Questionnaires"),
    Figure.FORM_MINUTES: N_("Minutes for a complete questionnaire"),
    Figure.CUT_OFFS: N_("Complete questionnaires at or above a cut-off"),
    Figure.CHECKS: N_("Check questions answered rightly"),
    Figure.ALERTS: N_("Alerts"),
    Figure.ACKNOWLEDGED: N_("Alerts taken over by staff"),
    Figure.ALERT_MINUTES: N_("Minutes until staff took an alert over"),
}

_STATES: Final[Mapping[str, str]] = {
    VisitState.OPEN: N_("still open"),
    VisitState.PAUSED: N_("paused"),
    VisitState.FINISHED: N_("to the last page"),
    VisitState.UNFINISHED: N_("left before"),
}
_FORMS: Final[Mapping[str, str]] = {
    FormState.NOT_OFFERED: N_("not offered"),
    FormState.NOT_STARTED: N_("offered, not opened"),
    FormState.DECLINED: N_("declined"),
    FormState.UNFINISHED: N_("begun, not finished"),
    FormState.COMPLETE: N_("complete"),
}
_ALERTS: Final[Mapping[str, str]] = {
    AlertKind.ITEM_10: N_("thoughts of self-harm (item 10)"),
    AlertKind.WARNING_SIGN: N_("warning signs"),
    AlertKind.BLOOD_PRESSURE_HIGH: N_("high blood pressure"),
    AlertKind.BLOOD_PRESSURE_SEVERE: N_("very high blood pressure"),
}
_TAKEN: Final[Mapping[str, str]] = {"acknowledged": N_("taken over"), "open": N_("still open")}
_KEYS: Final[Mapping[Figure, Mapping[str, str]]] = {
    Figure.ENDS: _STATES,
    Figure.FORMS: _FORMS,
    Figure.ALERTS: _ALERTS,
    Figure.ALERT_MINUTES: _ALERTS,
    Figure.ACKNOWLEDGED: _TAKEN,
}
_TOPICS: Final = frozenset({Figure.TOPICS, Figure.CHECKS})


class FigureWords:
    """Words figures in one language.

    Args:
        words: The language.
        topic: A topic's id -> its title; the id itself where there is no such topic any more.
    """

    def __init__(self, words: Words, topic: Callable[[str], str] = str) -> None:
        self.words = words
        self._topic = topic

    def title(self, figure: Figure) -> str:
        """What is counted or measured."""
        return self.words.gettext(TITLES[figure])

    def key(self, figure: Figure, key: str, at_least: int | None = None) -> str:
        """A month, a language, a topic, a state or a kind, as people say it."""
        _ = self.words.gettext
        if at_least is not None:
            return _("%(total)s or more") % {"total": at_least}
        if key == ALL:
            return _("all together")
        if figure in _TOPICS:
            return self._topic(key)
        if figure is Figure.LANGUAGES:
            return self.words.language_name(key)
        return _(_KEYS.get(figure, {}).get(key, key))

    @property
    def hidden(self) -> str:
        """What stands in the place of a number that is not told."""
        # Translators: a number in a table that is not told, to protect people.
        return self.words.gettext("hidden")

"""Which screen shows which step; this map is all the UI knows of the journey's order."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final, cast

from kiosk.domain.content import ContentLibrary, Stage
from kiosk.domain.journey import Step, StepName
from kiosk.domain.stage_text import text_for
from kiosk.ui.widgets.screen import Screen

_FOLDER: Final = "kiosk.ui.screens"
_SCREENS: Final[Mapping[StepName, tuple[str, str]]] = {
    StepName.ATTRACT: ("attract", "AttractScreen"),
    StepName.WELCOME: ("welcome", "WelcomeScreen"),
    StepName.STAGE: ("about_stage", "StageScreen"),
    StepName.WEEKS: ("about_weeks", "WeeksScreen"),
    StepName.INTERPRETER: ("about_interpreter", "InterpreterScreen"),
    StepName.HOME: ("home", "HomeScreen"),
    StepName.CARD: ("card", "CardScreen"),
    StepName.PRESSURE: ("pressure", "PressureScreen"),
    StepName.PRESSURE_RESULT: ("pressure_result", "PressureResultScreen"),
    StepName.CHECK: ("check", "CheckScreen"),
    StepName.QUESTIONS: ("questions", "QuestionsScreen"),
    StepName.SIGNS: ("signs", "SignsScreen"),
    StepName.STAFF_CALLED: ("staff_called", "StaffCalledScreen"),
    StepName.EPDS_INTRO: ("epds_intro", "EpdsIntroScreen"),
    StepName.EPDS_ITEM: ("epds_item", "EpdsItemScreen"),
    StepName.EPDS_STOP: ("epds_stop", "EpdsStopScreen"),
    StepName.EPDS_AFTER: ("epds_after", "EpdsAfterScreen"),
    StepName.SUPPORT: ("support", "SupportScreen"),
    StepName.HELP: ("help", "HelpScreen"),
    StepName.CALLED: ("called", "CalledScreen"),
    StepName.FINISH: ("finish", "FinishScreen"),
    StepName.GOODBYE: ("goodbye", "GoodbyeScreen"),
}


def screen_class(name: StepName) -> type[Screen]:
    """The screen of a step, imported when it is first shown: the first one shows sooner."""
    module, attribute = _SCREENS[name]
    found = getattr(import_module(f"{_FOLDER}.{module}"), attribute)
    return cast("type[Screen]", found)


def import_screens() -> None:
    """Import every screen, so that no tap has to wait for it."""
    for name in _SCREENS:
        screen_class(name)


def screen_name(step: Step, library: ContentLibrary | None, stage: Stage | None) -> str:
    """A step's name for pictures and visit.json: "card-safe-sleep-back", "epds-6"."""
    if step.name is StepName.EPDS_ITEM:
        return f"epds-{step.index}"
    if not step.topic or library is None:
        return step.name.value
    topic = library.topic(step.topic)
    text = text_for(topic, next(iter(topic.texts)), stage)
    if step.name is StepName.CARD:
        return f"card-{step.topic}-{text.cards[step.index].id}"
    if step.name is StepName.CHECK:
        return f"check-{step.topic}-{text.checks[step.index].id}"
    if step.name is StepName.QUESTIONS:
        return f"questions-{step.topic}"
    return step.name.value

"""Which screen shows which step; this map is all the UI knows of the journey's order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kiosk.domain.content import ContentLibrary
from kiosk.domain.journey import Step, StepName
from kiosk.ui.screens.about_interpreter import InterpreterScreen
from kiosk.ui.screens.about_stage import StageScreen
from kiosk.ui.screens.about_weeks import WeeksScreen
from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.screens.called import CalledScreen
from kiosk.ui.screens.card import CardScreen
from kiosk.ui.screens.check import CheckScreen
from kiosk.ui.screens.epds_after import EpdsAfterScreen
from kiosk.ui.screens.epds_intro import EpdsIntroScreen
from kiosk.ui.screens.epds_item import EpdsItemScreen
from kiosk.ui.screens.epds_stop import EpdsStopScreen
from kiosk.ui.screens.finish import FinishScreen
from kiosk.ui.screens.goodbye import GoodbyeScreen
from kiosk.ui.screens.help import HelpScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.pressure import PressureScreen
from kiosk.ui.screens.pressure_result import PressureResultScreen
from kiosk.ui.screens.questions import QuestionsScreen
from kiosk.ui.screens.signs import SignsScreen
from kiosk.ui.screens.staff_called import StaffCalledScreen
from kiosk.ui.screens.support import SupportScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.widgets.screen import Screen

SCREENS: Final[Mapping[StepName, type[Screen]]] = {
    StepName.ATTRACT: AttractScreen,
    StepName.WELCOME: WelcomeScreen,
    StepName.STAGE: StageScreen,
    StepName.WEEKS: WeeksScreen,
    StepName.INTERPRETER: InterpreterScreen,
    StepName.HOME: HomeScreen,
    StepName.CARD: CardScreen,
    StepName.PRESSURE: PressureScreen,
    StepName.PRESSURE_RESULT: PressureResultScreen,
    StepName.CHECK: CheckScreen,
    StepName.QUESTIONS: QuestionsScreen,
    StepName.SIGNS: SignsScreen,
    StepName.STAFF_CALLED: StaffCalledScreen,
    StepName.EPDS_INTRO: EpdsIntroScreen,
    StepName.EPDS_ITEM: EpdsItemScreen,
    StepName.EPDS_STOP: EpdsStopScreen,
    StepName.EPDS_AFTER: EpdsAfterScreen,
    StepName.SUPPORT: SupportScreen,
    StepName.HELP: HelpScreen,
    StepName.CALLED: CalledScreen,
    StepName.FINISH: FinishScreen,
    StepName.GOODBYE: GoodbyeScreen,
}


def screen_name(step: Step, library: ContentLibrary) -> str:
    """A step's name for pictures and visit.json: "card-safe-sleep-back", "epds-6"."""
    if step.name is StepName.EPDS_ITEM:
        return f"epds-{step.index}"
    if not step.topic:
        return step.name.value
    text = next(iter(library.topic(step.topic).texts.values()))
    if step.name is StepName.CARD:
        return f"card-{step.topic}-{text.cards[step.index].id}"
    if step.name is StepName.CHECK:
        return f"check-{step.topic}-{text.checks[step.index].id}"
    if step.name is StepName.QUESTIONS:
        return f"questions-{step.topic}"
    return step.name.value

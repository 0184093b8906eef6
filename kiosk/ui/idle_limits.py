"""How long each page may stand untouched."""

from __future__ import annotations

from typing import Final

from kiosk.domain.journey import StepName
from kiosk.settings import Idle
from kiosk.ui.widgets.screen import Screen

_QUESTIONNAIRE: Final = (StepName.EPDS_INTRO, StepName.EPDS_ITEM, StepName.EPDS_STOP)


def idle_limits(step: StepName, screen: Screen, idle: Idle) -> tuple[int, int]:
    """(seconds until the warning, seconds of its countdown); (0, 0): for ever."""
    ends_after = getattr(screen, "ends_after_seconds", 0)
    if step is StepName.ATTRACT:
        return 0, 0
    if ends_after:
        return ends_after, 0
    limit = idle.epds_seconds if step in _QUESTIONNAIRE else idle.seconds
    return limit, idle.countdown_seconds

"""What staff screens are handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.i18n import Words
from kiosk.services.desk import Desk
from kiosk.services.health import HealthItem
from kiosk.services.ports import Clock
from kiosk.services.printing import Printing
from kiosk.services.slips import Slips
from kiosk.services.staff import StaffService
from kiosk.services.wordings import Wordings
from kiosk.ui.admin_services import AdminServices
from kiosk.ui.her_pages import HerPages
from kiosk.ui.runner import Runs
from kiosk.ui.theme.theme import Theme


@dataclass(frozen=True)
class StaffContext:
    """Services for staff, and the clinic's language to word them in.

    Attributes:
        page: Visit id -> the clinician's page as PDF; slow, for the runner.
        failing: The names of the alert channels that do not work.
        her_pages: Draws the pages that are for her to keep.
        content_fault: Why texts of the content folder are not shown, on one line.
        wordings: The licensed wordings, for administrators; None where they cannot be handled.
        health: How the kiosk itself is; slow, for the runner.
        logoff_seconds: Without a touch or a key, so long until the screen locks.
        slips: Visit slips; None where none are handed out.
        admin: What administrators do here besides.
        topic_title: A topic's id -> its title in the clinic's language.
        copies: How many of a page are printed unless staff say otherwise.
    """

    theme: Theme
    words: Words
    staff: StaffService
    desk: Desk
    printing: Printing
    page: Callable[[str], bytes]
    runner: Runs
    clock: Clock
    failing: Callable[[], tuple[str, ...]] = tuple
    her_pages: HerPages | None = None
    content_fault: Callable[[], str] = str
    wordings: Wordings | None = None
    health: Callable[[], tuple[HealthItem, ...]] = tuple
    logoff_seconds: int = 120
    copies: int = 1
    slips: Slips | None = None
    admin: AdminServices = field(default_factory=AdminServices)
    topic_title: Callable[[str], str] = str

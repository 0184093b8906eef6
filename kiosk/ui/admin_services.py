"""What the administrators' rooms are handed."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.services.administration import Administration
from kiosk.services.approvals import Approvals
from kiosk.services.offer import Offer
from kiosk.services.settings_book import SettingsBook


@dataclass(frozen=True)
class AdminServices:
    """One service a room; None: the room is not there.

    Attributes:
        general: Audit, figures, backup and the look at the machine.
        settings: kiosk.toml, to be shown and changed.
        offer: Languages and topics.
        approvals: Texts to be read and stood for.
    """

    general: Administration | None = None
    settings: SettingsBook | None = None
    offer: Offer | None = None
    approvals: Approvals | None = None

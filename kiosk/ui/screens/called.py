"""She is being called: her place is kept under her code."""

from __future__ import annotations

from kiosk.services.intents import EndPage
from kiosk.ui.widgets.calm_screen import CalmScreen


class CalledScreen(CalmScreen):
    """Shows no more than that she may go."""

    art = "called"
    has_top_bar = False
    ends_after_seconds = 20

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        self.title.setText(_("Your place is kept."))
        self.text.setText(
            _("Go when you are called. Staff can open it again for you with your code.")
        )
        self.picture.set_alternative(_("An open door with soft light, and a chair beside it"))
        self.footer.word(primary=_("OK"))

    def on_primary(self) -> None:
        """Free the kiosk at once."""
        self.want(EndPage())

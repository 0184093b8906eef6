"""Help with this screen: somebody will come."""

from __future__ import annotations

from kiosk.services.intents import GoNext
from kiosk.ui.colour_words import spoken_code
from kiosk.ui.widgets.calm_screen import CalmScreen


class HelpScreen(CalmScreen):
    """The note is already with staff when this shows."""

    art = "help"

    def retranslate(self) -> None:
        """Set every text."""
        words = self.context.words
        _ = words.gettext
        self.title.setText(_("We have told staff that you would like help."))
        self.text.setText(
            _("You can wait here, or go to the front desk and say %(code)s.")
            % {"code": spoken_code(self.journey.current.code, words)}
        )
        self.picture.set_alternative(_("A member of staff shows a woman something on the screen"))
        self.footer.word(primary=_("Go on"))

    def on_primary(self) -> None:
        """Back to where she was."""
        self.want(GoNext())

"""After the questionnaire: thanks, and who is there for her. No score, ever."""

from __future__ import annotations

from kiosk.domain.facts import NoteKind
from kiosk.services.intents import GoHome
from kiosk.ui.widgets.calm_screen import CalmScreen


class EpdsAfterScreen(CalmScreen):
    """As calm as the questionnaire itself."""

    accent = "plum"
    reads_itself = False
    art = "two-women-talking"

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        with_staff = NoteKind.RATHER_WITH_STAFF in self.journey.current.notes
        self.title.setText(_("Thank you for telling us."))
        if with_staff:
            self.text.setText(
                _("We let your care team know that you would rather do this with them.")
            )
        else:
            self.text.setText(
                _("Your care team will look at your answers and talk with you about them.")
            )
        self.picture.set_alternative(_("Two women sit together and talk"))
        self.footer.word(primary=_("Next"))

    def on_primary(self) -> None:
        """Back home."""
        self.want(GoHome())

"""What somebody who sees nothing has heard, beside what was on the screen."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QLabel

from kiosk.services.reading import Spoken, sentences
from kiosk.ui.widgets.screen import Screen
from tests.helpers.gui_kiosk import Booth, shown
from tests.helpers.gui_speech import FakeVoice


@dataclass
class Transcript:
    """Every sentence in its order, from now on."""

    booth: Booth
    voice: FakeVoice
    heard: list[Spoken] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.booth.window.reader.use(self.voice)
        self.booth.window.reader.said.connect(self.heard.append)

    @property
    def lines(self) -> list[str]:
        """All sentences."""
        return [line for spoken in self.heard for line in spoken.sentences]

    @property
    def last(self) -> tuple[str, ...]:
        """What was said last."""
        return self.heard[-1].sentences if self.heard else ()

    def forget(self) -> None:
        """Listen from here on; what was being said has ended."""
        self.voice.end()
        self.heard.clear()


def visible_texts(page: Screen) -> list[str]:
    """The sentences of every text that shows on a page, in the order of its layout."""
    labels = [label for label in shown(page) if isinstance(label, QLabel) and label.text().strip()]
    labels.sort(key=lambda label: label.mapTo(page, label.rect().topLeft()).y())
    return [line for label in labels for line in sentences([label.text()], page.glossary)]


def visible_choices(page: Screen) -> list[str]:
    """The names of everything that can be pressed on a page."""
    return [stop.accessibleName() or stop.text() for stop in page.targets() if stop.isVisible()]

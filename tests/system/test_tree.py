"""A whole visit by the accessible tree alone, from outside the kiosk's process."""

import re

import pytest

from kiosk.domain.content import Stage
from kiosk.domain.language import LANGUAGES
from kiosk.domain.stage_text import text_for
from kiosk.i18n import Catalogues
from kiosk.library.load import load_content
from kiosk.services.rehearsal_text import rehearsal_text
from kiosk.settings import default_content_folder, translations_folder
from tests.helpers.e2e_display import display
from tests.helpers.e2e_kiosk import Kiosk
from tests.helpers.e2e_running import end, running, wait_for_store
from tests.helpers.e2e_tree import TreeReader, accessibility_bus

pytestmark = pytest.mark.system

LANGUAGE, LOCALE = "es", "es_ES"
TOPIC = "early-labor"


@pytest.fixture(scope="module")
def words():
    return Catalogues(translations_folder()).words(LANGUAGE)


@pytest.fixture(scope="module")
def topic():
    library = load_content(default_content_folder()).library
    return text_for(library.topic(TOPIC), LANGUAGE, Stage.PREGNANT)


def _about_you(reader, words):
    _ = words.gettext
    reader.press(LANGUAGES[LANGUAGE].name)
    reader.page(_("Welcome. This time is yours."))
    reader.press(_("I understand"))
    reader.page(_("Which is true for you today?"))
    reader.press(_("I am pregnant"))
    reader.page(_("Which week of pregnancy?"))
    reader.press("3")
    reader.press("0")
    reader.press(_("Next"))
    reader.page(_("Would you like an interpreter today?"))
    reader.press(_("No, thank you"))


def _parts(lines, heading):
    """What the heading of a card tells on each of its parts: nothing where there is but one."""
    [told] = [line.split("|")[2] for line in lines if line.startswith(f"heading|{heading}|")]
    last = int((re.findall(r"\d+", told) or ["1"])[-1])
    return [re.sub(r"\d+", str(part), told, count=1) for part in range(1, last + 1)]


def _read(reader, words, topic):
    _ = words.gettext
    reader.page(_("What would you like to know?"))
    reader.press(topic.title)
    for card in topic.cards:
        lines = reader.page(card.title)
        for described in _parts(lines, card.title):
            reader.page(card.title, described)
            reader.press(_("Next"))
    for question in topic.checks:
        reader.page(question.prompt)
        right = next(choice for choice in question.choices if choice.right)
        reader.press(right.text)
        reader.press(_("I see"))
    reader.page(_("Would you like to ask one of these?"))
    reader.press(topic.questions[0].text)
    reader.press(_("Done"))


def _answer(reader, words):
    _ = words.gettext
    reader.page(_("What would you like to know?"))
    reader.press(_("How are you feeling?"))
    reader.page(_("How have you been feeling?"))
    reader.press(_("Start"))
    for item in rehearsal_text(words).text.items:
        reader.page(item.stem)
        reader.press(item.options[0])
        reader.press(_("Next"))
    # Her answer to the tenth calls staff, and tells her so.
    reader.page(_("Thank you for telling us. You are not alone."))
    reader.press(_("Next"))


def test_a_whole_visit(tmp_path, words, topic):
    _ = words.gettext
    with display() as shown, accessibility_bus(shown.name) as joined:
        kiosk = Kiosk(tmp_path / "data", environment={**shown.environment, **joined})
        with running(kiosk) as process, TreeReader(joined) as reader:
            wait_for_store(kiosk, process)
            _about_you(reader, words)
            _read(reader, words, topic)
            _answer(reader, words)
            reader.page(_("What would you like to know?"))
            reader.press(_("I am finished"))
            last = reader.page(_("Thank you."))
            reader.press(_("Finish"))
            status, _said = end(process)
            assert status == 0
    [row] = kiosk.visits()
    assert (row["state"], row["language"]) == ("finished", LANGUAGE)
    assert any(row["code"].split()[1] in line for line in last)
    # Everything that was heard is in her language, and each page began at its heading.
    spoken = {line.rsplit("|", 1)[1] for line in reader.heard}
    assert spoken == {LOCALE}
    assert [line for line in reader.heard if line.startswith("heading|") and "focused" in line]

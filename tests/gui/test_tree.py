"""The accessible tree of every screen, in every language."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible

from kiosk.domain.journey import Step, StepName
from kiosk.domain.language import LANGUAGES
from kiosk.ui.gallery.scenes import scenes
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import BoardScreen
from tests.helpers.gui_kiosk import button, press, type_digits
from tests.helpers.gui_staff import PIN, fill_board, open_staff_area
from tests.helpers.gui_tree import Role, tree_faults, walk

# The same in many languages: names of languages, and proper names.
_SAME = {LANGUAGES[code].name for code in LANGUAGES} | {"Perinatal Kiosk"}


def _said(nodes):
    """What a tree says in letters, without what carries a language of its own."""
    told = {text for node in nodes for text in (node.name, node.description)}
    return {text for text in told if any(map(str.isalpha, text))} - _SAME


@pytest.fixture(scope="module")
def english():
    """Scene -> what its tree says in English; filled by the first who asks."""
    return {}


def _walk_all(booth, library, language):
    """(name of a scene, its nodes): every scene in a language."""
    for scene in scenes(library, every_card=False):
        scene.show(booth, language)
        yield scene.name, walk(booth.window)


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_screen_tells_what_it_is_in_her_language(booth, library, logs, language, english):
    logs.expect("intent not saved")  # The scene of the trouble page.
    booth.window.setUpdatesEnabled(False)
    found = []
    if not english:
        english.update((name, _said(nodes)) for name, nodes in _walk_all(booth, library, "en"))
    for name, nodes in _walk_all(booth, library, language):
        faults = tree_faults(nodes)
        faults += [f"{node} is in {node.language}" for node in _elsewhere(nodes, language)]
        if language != "en":
            words = booth.catalogues.words(language)
            both = _said(nodes) & english[name]
            faults += [f"English: {text!r}" for text in both if not _is_the_same(text, words)]
        found += [f"{name}: {fault}" for fault in faults]
    assert not found, "\n".join(sorted(set(found)))


def _elsewhere(nodes, language):
    """What is told to be in another language; each language's own tile is in its own."""
    wanted = QLocale(language).name()
    return [node for node in nodes if node.language != wanted and node.name not in _SAME]


def _is_the_same(text, words):
    """Figures and codes, and what a translator left as it is."""
    return text == text.upper() or words.gettext(text) == text


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_first_screen_speaks_the_language_of_its_greeting(booth, language):
    booth.window.offer((language, "en" if language != "en" else "es"))
    nodes = walk(booth.window)
    assert tree_faults(nodes) == []
    assert _elsewhere(nodes, language)[1:] == []
    tiles = {node.name: node.language for node in nodes if node.name in _SAME}
    assert tiles[LANGUAGES[language].name] == QLocale(language).name()


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_staff_screens_tell_what_they_are(booth, qtbot, language):
    fill_board(booth)
    kit = open_staff_area(booth, language=language, role="admin")
    _check(booth, language)
    type_digits(kit.area, PIN)
    press(kit.area, "enter")
    qtbot.waitUntil(lambda: kit.area.findChild(BoardScreen) is not None)
    settle()
    _check(booth, language)
    for name in ("manage", "people", "add"):
        press(kit.area, name)
        settle()
        _check(booth, language)


def _check(booth, language):
    nodes = walk(booth.window)
    assert tree_faults(nodes) == []
    assert [str(node) for node in _elsewhere(nodes, language)] == []


def _node(nodes, name):
    return next(node for node in nodes if node.widget.objectName() == name)


def test_an_overlay_hides_the_page_below(booth):
    booth.show(StepName.HOME)
    page = {node.name for node in walk(booth.window)}
    press(booth.window, "language")
    nodes = walk(booth.window)
    dialog = _node(nodes, "languages")
    assert dialog.role is Role.Dialog
    assert dialog.modal
    assert not page & {node.name for node in nodes if node.role is Role.Button} - {"Back"}
    press(booth.window, "close")
    assert {node.name for node in walk(booth.window)} == page


def test_one_of_several_answers_is_a_radio_button_that_can_be_pressed(booth, library):
    first = library.topics[0].id
    booth.show(Step(StepName.CHECK, first, 0))
    answers = [node for node in walk(booth.window) if node.role is Role.RadioButton]
    assert len(answers) >= 2
    node = QAccessible.queryAccessibleInterface(answers[0].widget)
    assert not node.state().checked
    node.actionInterface().doAction("Press")
    settle()
    assert node.state().checked
    [other] = [each for each in walk(booth.window) if each.widget is answers[1].widget]
    assert not QAccessible.queryAccessibleInterface(other.widget).state().checked


def test_typed_digits_are_the_value_of_their_field(booth):
    booth.show(StepName.WEEKS, weeks=None)
    press(booth.window, "digit-3", "digit-1")
    [field] = [node for node in walk(booth.window) if node.role is Role.EditableText]
    assert (field.name, field.value) == ("weeks", "31")


def test_digits_of_a_pin_are_told_to_nobody(booth):
    kit = open_staff_area(booth)
    type_digits(kit.area, "27")
    [field] = [node for node in walk(booth.window) if node.role is Role.EditableText]
    assert field.value == "\u2022\u2022"
    told = [(node.name, node.description, node.value) for node in walk(booth.window)]
    assert not any("27" in text for texts in told for text in texts)


def test_the_heading_is_one_and_names_the_page(booth):
    booth.show(StepName.HOME)
    nodes = walk(booth.window)
    [heading] = [node for node in nodes if node.role is Role.Heading]
    [page] = [node for node in nodes if node.role is Role.Pane]
    assert page.name == heading.name == "What would you like to know?"


def test_what_is_spoilt_is_found(booth):
    booth.show(StepName.HOME)
    assert tree_faults(walk(booth.window)) == []
    button(booth.window, "topic-feelings").setAccessibleName(" ")
    button(booth.window, "back").setText("I am being called")
    faults = "\n".join(tree_faults(walk(booth.window)))
    assert "Button topic-feelings has no name" in faults
    assert "2 times Button 'I am being called'" in faults

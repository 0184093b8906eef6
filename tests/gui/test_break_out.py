"""Nothing a visitor can do leads out of the kiosk."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget

from kiosk.domain.journey import Step, StepName
from kiosk.ui.gallery.scenes import scenes
from tests.helpers.gui_fakes import WindowWatch
from tests.helpers.gui_kiosk import button, press, shown, texts

NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = {
    "Alt+F4": (Qt.Key.Key_F4, ALT),
    "Ctrl+W": (Qt.Key.Key_W, CONTROL),
    "Ctrl+Q": (Qt.Key.Key_Q, CONTROL),
    "Ctrl+C": (Qt.Key.Key_C, CONTROL),
    "Alt+F1": (Qt.Key.Key_F1, ALT),
    "Alt+Escape": (Qt.Key.Key_Escape, ALT),
    "Alt+Space": (Qt.Key.Key_Space, ALT),
    "Alt+Tab": (Qt.Key.Key_Tab, ALT),
    "Ctrl+Alt+Del": (Qt.Key.Key_Delete, ALT | CONTROL),
    "Ctrl+Escape": (Qt.Key.Key_Escape, CONTROL),
    "Meta": (Qt.Key.Key_Meta, NONE),
    "F11": (Qt.Key.Key_F11, NONE),
    "Menu": (Qt.Key.Key_Menu, NONE),
    "Backspace": (Qt.Key.Key_Backspace, NONE),
}
STEPS = [
    StepName.HOME,
    Step(StepName.CARD, "preeclampsia", 0),
    Step(StepName.EPDS_ITEM, index=2),
    StepName.WEEKS,
]


def test_the_window_does_not_close(booth):
    booth.show(StepName.HOME)
    assert not booth.window.close()
    assert booth.window.isVisible()
    assert booth.journey.step.name is StepName.HOME


def test_closing_from_outside_is_for_the_program_alone(booth):
    booth.window.may_close = True
    assert booth.window.close()


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("step", STEPS, ids=str)
def test_keys_lead_nowhere(booth, step, key):
    page = booth.show(step, weeks=None)
    before = texts(booth.window), booth.journey.step, booth.store.written
    code, modifiers = KEYS[key]
    QTest.keyClick(booth.window.windowHandle(), code, modifiers)
    QTest.keyClick(booth.window, code, modifiers)
    assert booth.window.isVisible()
    assert booth.page is page
    assert (texts(booth.window), booth.journey.step, booth.store.written) == before


def test_sticky_keys_lead_nowhere(booth):
    page = booth.show(StepName.HOME)
    for _ in range(6):
        QTest.keyClick(booth.window.windowHandle(), Qt.Key.Key_Shift)
    assert booth.page is page


@pytest.mark.parametrize("step", STEPS, ids=str)
def test_there_is_no_context_menu(booth, step):
    booth.show(step)
    windows = set(QApplication.topLevelWidgets())
    for widget in shown(booth.window):
        place = widget.rect().center()
        asked = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(widget, QContextMenuEvent(asked, place, widget.mapToGlobal(place)))
        assert QApplication.activePopupWidget() is None
    assert set(QApplication.topLevelWidgets()) == windows


def test_a_press_of_another_mouse_button_does_nothing(booth):
    page = booth.show(StepName.HOME)
    for which in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(button(booth.window, "warning-signs"), which)
    assert booth.page is page
    assert booth.journey.step.name is StepName.HOME


def test_nothing_can_be_selected_dragged_dropped_or_typed(booth, library, logs):
    logs.expect("intent not saved")  # The scene of the trouble page.
    by_hand = (
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
        | Qt.TextInteractionFlag.TextEditable
        | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    for scene in scenes(library, every_card=False):
        scene.show(booth, "en")
        for widget in booth.window.findChildren(QWidget):
            assert not widget.acceptDrops(), scene.name
            assert not widget.actions(), scene.name
            assert not isinstance(widget, QLineEdit | QTextEdit), scene.name
            if isinstance(widget, QLabel):
                assert widget.textFormat() is Qt.TextFormat.PlainText, scene.name
                assert not widget.textInteractionFlags() & by_hand, scene.name
                assert not widget.openExternalLinks(), scene.name


def test_a_page_never_opens_a_window_of_its_own(booth, library, logs, kiosk_app):
    """A part shown before it has a place is a window for a moment, and takes the keys."""
    logs.expect("intent not saved")  # The scene of the trouble page.
    watch = WindowWatch(booth.window)
    kiosk_app.installEventFilter(watch)
    for scene in scenes(library, every_card=False):
        scene.show(booth, "en")
        watch.seen = [seen if ":" in seen else f"{scene.name}: {seen}" for seen in watch.seen]
    kiosk_app.removeEventFilter(watch)
    assert not watch.seen, "\n".join(sorted(set(watch.seen)))


def test_markup_is_shown_as_it_is(booth):
    """What a person writes into content never becomes a link or a picture."""
    booth.show(StepName.HOME)
    label = booth.page.findChild(QLabel, "heading")
    label.setText("<a href='https://example.org'>a link</a>")
    place = QPoint(label.width() // 4, label.height() // 2)
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, NONE, place)
    assert "<a href" in label.text()
    assert booth.journey.step.name is StepName.HOME


def test_a_double_tap_takes_one_step(booth):
    """Impatient fingers: the second tap falls on the next page's button in the same place."""
    booth.show(Step(StepName.CARD, "preeclampsia", 0))
    target = button(booth.window, "primary")
    place = target.mapTo(booth.window, target.rect().center())
    QTest.mouseDClick(booth.window.windowHandle(), Qt.MouseButton.LeftButton, NONE, place)
    assert booth.journey.step.index <= 2
    assert booth.journey.step.name is StepName.CARD


def test_words_never_become_shortcuts(booth, library):
    """An ampersand in a button's words would give Alt and a letter a meaning."""
    for scene in scenes(library, every_card=False):
        if scene.name == "trouble":
            continue
        scene.show(booth, "en")
        for name in ("back", "primary", "middle"):
            for target in booth.page.findChildren(QWidget, name):
                assert "&" not in target.property("text")


def test_the_corner_of_staff_needs_more_than_a_tap(booth, qtbot):
    corner = booth.page.findChild(QWidget, "staff-corner")
    with qtbot.assertNotEmitted(booth.window.staff_requested):
        QTest.mouseClick(corner, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(booth.window.staff_requested):
        QTest.mousePress(corner, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(corner, Qt.MouseButton.LeftButton)


def test_the_corner_of_staff_is_on_the_first_screen_alone(booth):
    press(booth.window, "language-en")
    assert booth.window.findChild(QWidget, "staff-corner") is None

"""For who cannot see or touch: roles and names, the keyboard, and where it stands."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kiosk.domain.journey import Step, StepName
from kiosk.ui.screens.staff_called import StaffCalledScreen
from kiosk.ui.theme.tokens import Style
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.pressable import Pressable
from tests.helpers.gui_kiosk import button, press, shown, texts


def test_the_countdown_is_named_with_its_unit(booth):
    booth.show(StepName.HOME)
    booth.wait(62)
    assert "18 seconds left" in texts(booth.window)


def test_progress_and_typed_digits_are_told(booth):
    booth.show(Step(StepName.EPDS_ITEM, index=4))
    assert "Step 4 of 10" in texts(booth.window)
    booth.show(StepName.WEEKS, weeks=None)
    press(booth.window, "digit-3", "digit-1")
    field = booth.page.findChild(DigitField)
    assert field.accessibleName() == "weeks"
    assert field.accessibleDescription() == "31"


def test_chosen_things_say_so(booth):
    booth.show(StepName.SIGNS)
    press(booth.window, "sign-headache")
    state = QAccessible.queryAccessibleInterface(button(booth.window, "sign-headache")).state()
    other = QAccessible.queryAccessibleInterface(button(booth.window, "sign-fever")).state()
    assert state.checkable
    assert state.checked
    assert not other.checked


def test_the_bell_has_a_name_or_is_no_graphic(booth):
    """Beside "We have called staff to you." it says nothing more: it must not take the focus."""
    booth.show(StepName.STAFF_CALLED)
    assert isinstance(booth.page, StaffCalledScreen)
    silent = [w for w in shown(booth.page) if not isinstance(w, QLabel | QAbstractButton)]
    assert all(w.focusPolicy() is Qt.FocusPolicy.NoFocus for w in silent)


ORDERED = [
    StepName.HOME,
    StepName.SIGNS,
    StepName.STAGE,
    StepName.WEEKS,
    StepName.INTERPRETER,
    StepName.FINISH,
    StepName.EPDS_INTRO,
    Step(StepName.CARD, "preeclampsia", 1),
    Step(StepName.CHECK, "preeclampsia", 0),
    Step(StepName.QUESTIONS, "preeclampsia"),
    Step(StepName.EPDS_ITEM, index=3),
    Step(StepName.EPDS_STOP, index=3),
]


@pytest.fixture
def booth(booth, qtbot):
    """A kiosk whose window has the keyboard."""
    booth.window.activateWindow()
    qtbot.waitUntil(booth.window.isActiveWindow)
    return booth


def _tab_through(window):
    """Every target that Tab comes to, in order, until it comes round."""
    seen = []
    for _ in range(60):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or (seen and focus is seen[0]):
            break
        if focus in seen:
            break
        seen.append(focus)
    return [widget for widget in seen if isinstance(widget, Pressable)]


def _place(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _targets(window):
    """What Tab must come to; within a group of which one is chosen, arrows go on."""
    free = [w for w in shown(window) if isinstance(w, Pressable) and w.isEnabled()]
    groups = [w for w in free if w.autoExclusive()]
    return {w for w in free if w not in groups[1:]}


def _names(widgets):
    return [widget.objectName() for widget in widgets]


@pytest.mark.parametrize("step", ORDERED, ids=str)
def test_tab_reaches_every_target(booth, step):
    booth.show(step)
    assert set(_names(_tab_through(booth.window))) == set(_names(_targets(booth.window)))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("step", ORDERED, ids=str)
def test_tab_goes_in_reading_order(booth, step, language):
    """The bar on top, then the page, then its foot; within a line in the direction of reading."""
    booth.show(step, language=language)
    order = _tab_through(booth.window)
    zone = {"bar": 0, "page": 1, "foot": 2}
    footer = booth.page.footer
    kinds = []
    for target in order:
        in_page = booth.page.isAncestorOf(target)
        kind = "foot" if footer.isAncestorOf(target) else "page" if in_page else "bar"
        kinds.append(zone[kind])
    # Focus begins at the heading: what comes before the page is at the end of the round.
    start = kinds.index(min(kinds))
    turned = kinds[start:] + kinds[:start]
    assert turned == sorted(turned), _names(order)
    for kind in zone.values():
        line = [t for t, its in zip(order, kinds, strict=True) if its == kind]
        for one, other in pairwise(line):
            first, second = _place(one, booth.window), _place(other, booth.window)
            if first.top() < second.bottom() and second.top() < first.bottom():
                after = second.center().x() - first.center().x()
                keypad = one.objectName().startswith(("digit", "erase"))
                right = after > 0 if language == "en" or keypad else after < 0
                two_columns = abs(first.height() - second.height()) > 40
                assert right or two_columns, f"{one.objectName()} before {other.objectName()}"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press(booth, key):
    booth.show(StepName.HOME)
    target = button(booth.window, "warning-signs")
    target.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(target, key)
    assert booth.journey.step.name is StepName.SIGNS


def test_a_disabled_button_is_not_pressed_by_keys(booth):
    booth.show(Step(StepName.EPDS_ITEM, index=1))
    QTest.keyClick(button(booth.window, "primary"), Qt.Key.Key_Return)
    assert booth.journey.step.index == 1


@pytest.mark.parametrize("style", Style, ids=lambda style: style.name.lower())
@pytest.mark.parametrize("name", ["back", "primary", "topics", "leave-quietly", "contrast"])
def test_the_focus_is_seen(booth, name, style):
    booth.window.keep_look(booth.window.context.theme.text_size, style)
    booth.window.context.theme.reset()
    booth.show(Step(StepName.CARD, "preeclampsia", 1))
    target = button(booth.window, name)
    before = target.grab().toImage()
    target.setFocus(Qt.FocusReason.TabFocusReason)
    after = target.grab().toImage()
    different = sum(
        before.pixel(x, y) != after.pixel(x, y)
        for x in range(0, before.width(), 2)
        for y in range(0, before.height(), 2)
    )
    assert different > 60
    target.clearFocus()
    target.setFocus(Qt.FocusReason.MouseFocusReason)
    assert target.grab().toImage() == before


def test_arrows_go_through_the_answers(booth):
    booth.show(Step(StepName.EPDS_ITEM, index=3))
    button(booth.window, "option-1").setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(3):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Down)
        after = QApplication.focusWidget()
        assert after is not None
        seen.append(after.objectName())
    assert seen == ["option-2", "option-3", "option-4"]


def test_focus_comes_to_the_heading_of_each_page(booth):
    for step in (StepName.HOME, StepName.SIGNS, Step(StepName.EPDS_ITEM, index=2)):
        booth.show(step)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.objectName() == "heading"


@pytest.mark.parametrize("overlay", ["languages", "idle-warning"])
def test_the_keyboard_stays_within_what_lies_on_top(booth, overlay):
    booth.show(StepName.HOME)
    if overlay == "languages":
        press(booth.window, "language")
    else:
        # A key is activity as well: it ends the warning, which is all it is for.
        booth.wait(62)
        QTest.keyClick(booth.window, Qt.Key.Key_Tab)
        assert booth.window.overlay_name == ""
        return
    on_top = booth.window.findChild(QWidget, overlay)
    reached = _tab_through(booth.window)
    assert reached
    assert not [w.objectName() for w in reached if not on_top.isAncestorOf(w)]

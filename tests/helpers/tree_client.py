"""Reads the kiosk's tree over AT-SPI; run by the system's Python, told what to do line by line.

"page<TAB>heading<TAB>description" waits until a page has this heading, described so where a
description is named, and prints what stands on it;
"press<TAB>name" presses what has this name. Each answer ends with "done" or "failed".
"""

import sys
import threading
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version comes first

PATIENCE = 20  # Seconds.
LOOK_AGAIN = 0.05
TITLE = "Perinatal Kiosk"
NAMED = ("push button", "check box", "radio button")


def kiosk():
    """The kiosk's application object, once it is there."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(place)
        if app is not None and app.get_name() == TITLE:
            return app
    return None


def walk(node):
    """Every visible node below one, in the order of the tree."""
    node.clear_cache()
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is None:
            continue
        states = child.get_state_set()
        if states.contains(Atspi.StateType.SHOWING):
            yield child
            yield from walk(child)


def line(node):
    """What one node says: role, name, description, states, language."""
    states = node.get_state_set()
    kinds = Atspi.StateType
    told = [
        name
        for name, state in (
            ("focused", kinds.FOCUSED),
            ("checked", kinds.CHECKED),
            ("disabled", kinds.SENSITIVE),
            ("modal", kinds.MODAL),
        )
        if states.contains(state) is (name != "disabled")
    ]
    says = (node.get_role_name(), node.get_name(), node.get_description())
    return "|".join((*says, " ".join(told), node.get_object_locale()))


def look(work):
    """Try until it gives something, or patience ends."""
    deadline = time.monotonic() + PATIENCE
    pause = threading.Event()
    while time.monotonic() < deadline:
        try:
            found = work()
        except GLib.Error:
            found = None  # What was looked at has gone meanwhile.
        if found:
            return found
        pause.wait(LOOK_AGAIN)
    return None


def page(wanted):
    """The lines of the page with this heading, described so if a description is named."""
    heading, _, described = wanted.partition("\t")
    app = kiosk()
    if app is None:
        return None
    nodes = list(walk(app))
    named = [n for n in nodes if n.get_role_name() == "heading" and n.get_name() == heading]
    there = [n for n in named if described in ("", n.get_description())]
    return [line(node) for node in nodes] if there else None


def press(name):
    """Press the one thing with this name."""
    app = kiosk()
    found = [node for node in walk(app) if node.get_name() == name] if app is not None else []
    found = [node for node in found if node.get_role_name() in NAMED]
    found = [n for n in found if n.get_state_set().contains(Atspi.StateType.SENSITIVE)]
    if len(found) != 1:
        return None
    action = found[0].get_action_iface()
    names = [Atspi.Action.get_action_name(action, n) for n in range(action.get_n_actions())]
    wanted = next((n for n in ("Press", "Toggle", "press", "toggle") if n in names), None)
    return wanted is not None and action.do_action(names.index(wanted))


def everything():
    """All that shows, for a failure's message."""
    app = kiosk()
    return [line(node) for node in walk(app)] if app is not None else ["no kiosk"]


def main():
    """Answer until nobody asks any more."""
    for asked in sys.stdin:
        what, _, text = asked.rstrip("\n").partition("\t")
        told = look(lambda what=what, text=text: (page if what == "page" else press)(text))
        lines = told if isinstance(told, list) else []
        for each in lines or ([] if told else everything()):
            sys.stdout.write(f"{each}\n")
        sys.stdout.write("done\n" if told else "failed\n")
        sys.stdout.flush()


main()

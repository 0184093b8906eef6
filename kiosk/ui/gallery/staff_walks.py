"""Ways through every staff screen and state; each stop on the way is a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from kiosk.services.ports import PrintState
from kiosk.ui.gallery.sample_visits import DONE, HELP, LEFT, OPEN, PAUSED, SEEN, SIGN
from kiosk.ui.gallery.staff_room import ADMIN_PIN, GIVEN_PIN, STAFF_PIN, StaffRoom

Walk = Callable[[StaffRoom], Iterator[str]]
"""Gives the name of a picture each time there is something to look at."""


def _door(room: StaffRoom) -> Iterator[str]:
    room.open()
    room.digits("2749")
    yield "staff-pin"
    room.press("enter")
    yield "staff-pin-wrong"
    room.press("clean")
    yield "staff-cleaning"
    room.enter(GIVEN_PIN)
    yield "staff-own-pin"
    room.digits(GIVEN_PIN)
    room.press("enter")
    yield "staff-own-pin-again"
    room.digits(STAFF_PIN)
    room.press("enter")
    yield "staff-own-pin-unlike"


def _board(room: StaffRoom) -> Iterator[str]:
    room.enter(STAFF_PIN)
    yield "staff-board"
    for page in range(2, 5):
        if not room.can_press("older"):
            break
        room.press("older")
        yield f"staff-board-{page}"
    room.press("colour-rose")
    yield "staff-board-filtered"
    room.press("filter-9")
    yield "staff-board-nothing"
    room.press("filter-all", "slip")
    yield "staff-slip-made"
    room.press("health")
    yield "staff-health"


def _visit(room: StaffRoom) -> Iterator[str]:
    room.enter(STAFF_PIN)
    for name, sample in (
        ("signs", SIGN),
        ("item-10", LEFT),
        ("help", HELP),
        ("paused", PAUSED),
        ("open", OPEN),
    ):
        room.find(sample.button, "older")
        yield f"staff-visit-{name}"
        room.press("back")
    room.find(SEEN.button, "older")
    yield "staff-visit-reviewed"
    room.press("reviewed")
    yield "staff-visit-undo"
    room.press("undo-not-now", "back", f"colour-{DONE.colour}", DONE.button)
    yield "staff-visit-done"
    room.press("reviewed")
    yield "staff-visit-review"
    room.press("review-not-now")
    room.printer.told = PrintState.PRINTING
    room.press("print")
    yield "staff-visit-printing"
    room.press("chart")
    yield "staff-chart"
    room.type("chart-number", "?")
    room.press("save")
    yield "staff-chart-refused"
    room.press("back", "attach-slip")
    room.digits("123456")
    yield "staff-slip"
    room.press("save")
    yield "staff-slip-refused"


def _people(room: StaffRoom) -> Iterator[str]:
    room.enter(ADMIN_PIN)
    room.press("manage")
    yield "admin-menu"
    room.press("people")
    yield "admin-people"
    room.press("add")
    yield "admin-person"
    room.press("letter-A", "letter-N", "letter-N")
    yield "admin-person-typed"
    room.press("add")
    yield "admin-first-pin"


def _settings(room: StaffRoom) -> Iterator[str]:
    room.enter(ADMIN_PIN)
    room.press("manage", "settings")
    yield "admin-settings"
    for group in _GROUPS:
        room.press(f"group-{group}")
        yield from room.turned(f"admin-settings-{group}")
        room.press("back")
    for group, key in _KINDS:
        room.press(f"group-{group}")
        room.find(f"change-{key}", "more")
        yield f"admin-setting-{key}"
        room.press("back", "back")
    room.press("group-alerts", "change-alerts.channel")
    room.press("remove-1")
    yield "admin-rows-remove"
    room.press("keep", "add")
    yield "admin-rows-add"
    room.press("back", "back", "back", "group-staff", "change-staff.logoff_seconds")
    room.type("value", "never")
    room.press("save")
    yield "admin-setting-refused"


def _rooms(room: StaffRoom) -> Iterator[str]:
    room.enter(ADMIN_PIN)
    room.press("manage", "topics")
    yield from room.turned("admin-languages")
    room.press("part-topics")
    yield from room.turned("admin-topics")
    room.press("back", "approvals")
    yield from room.turned("admin-approvals", 2)
    room.find("read-preeclampsia-en", "more")
    yield from room.turned("admin-approve", 12)
    room.press("back", "back", "figures")
    yield from room.turned("admin-figures", 12)
    room.press("span-1")
    yield "admin-figures-month"
    room.press("back", "backup")
    yield "admin-backup"
    room.press("write")
    yield "admin-backup-written"
    room.press("back", "machine")
    yield from room.turned("admin-machine")
    room.press("back", "audit")
    yield from room.turned("admin-audit", 2)
    room.press("check")
    yield "admin-audit-checked"


def _wordings(room: StaffRoom) -> Iterator[str]:
    room.enter(ADMIN_PIN)
    room.press("manage", "texts")
    yield "admin-epds"
    room.press("remove-en")
    yield "admin-epds-remove"
    room.press("keep", "install")
    yield "admin-epds-files"
    room.press("file-practice-en.json")
    yield "admin-epds-permission"
    room.press("continue")
    yield "admin-epds-permission-lacks"
    room.type("permission", "Letter 7")
    room.press("continue")
    yield "admin-epds-differences"
    room.press("back", "install", "file-practice-vi.json")
    room.type("permission", "Letter 7")
    room.press("continue")
    yield "admin-epds-points"
    while room.can_press("next"):
        room.press("next")
    yield "admin-epds-points-last"
    room.press("confirm")
    yield "admin-epds-installed"
    room.press("type")
    yield "admin-epds-language"
    room.press("language-en")
    room.type("line-0", "A line that was typed from paper")
    yield "admin-epds-typing"


_GROUPS: Final = (
    "general",
    "clinic",
    "idle",
    "printing",
    "staff",
    "key",
    "sound",
    "keys",
    "access",
    "screen",
    "admin",
    "epds",
    "retention",
    "response",
    "alerts",
)
_KINDS: Final = (
    ("clinic", "clinic.name"),
    ("clinic", "clinic.language"),
    ("printing", "printing.release"),
    ("printing", "printing.copies"),
    ("screen", "screen.motion"),
    ("response", "response.text.es"),
    ("response", "response.line"),
    ("alerts", "alerts.channel"),
)
"""A setting of each kind: a text, a language, a choice, a number, a switch, texts, rows."""

WALKS: Final[tuple[Walk, ...]] = (_door, _board, _visit, _people, _settings, _rooms, _wordings)
"""Through all of the staff area."""

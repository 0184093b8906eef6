"""The coverage ratchet holds, and lets go only upwards."""

import pytest

from tests.ratchet import complaints


def _file(percent, lines=(), branches=()):
    return {
        "summary": {"percent_covered": percent},
        "missing_lines": list(lines),
        "missing_branches": list(branches),
    }


RULES = {"perfect": ["kiosk/domain/*"], "floors": {"kiosk/domain/old.py": 80}}
OLD = {"kiosk/domain/old.py": _file(85.0)}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (OLD, []),
        (OLD | {"kiosk/domain/new.py": _file(100.0), "kiosk/ui/any.py": _file(3.0)}, []),
        (
            OLD | {"kiosk/domain/new.py": _file(99.0, [7], [(7, 9)])},
            ["kiosk/domain/new.py: 99.0 % of 100.0 %; lines 7; branches 7->9"],
        ),
        (
            {"kiosk/domain/old.py": _file(79.0)},
            ["kiosk/domain/old.py: 79.0 % of 80.0 %; lines none; branches none"],
        ),
        (
            {"kiosk/domain/old.py": _file(100.0)},
            ["kiosk/domain/old.py: is whole now: remove its floor"],
        ),
        (
            {"kiosk/ui/any.py": _file(3.0)},
            [
                "kiosk/domain/old.py: has a floor but no coverage",
                "kiosk/domain/*: no coverage",
            ],
        ),
    ],
)
def test_complaints(files, expected):
    assert complaints(files, RULES) == expected

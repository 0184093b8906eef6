"""The audit log's chain: nothing is changed, removed, moved or cut off unseen."""

from dataclasses import replace
from functools import reduce
from itertools import combinations

import pytest

from kiosk.domain.audit import (
    FIRST,
    AuditHead,
    AuditLine,
    Break,
    Fault,
    find_break,
    next_line,
    parse_head,
)

COUNT = 1_000


def grow(lines: list[AuditLine], number: int) -> list[AuditLine]:
    who, what = f"person {number % 7}", f"action {number % 5}"
    at = f"2026-03-02T12:{number // 60 % 60:02}:{number % 60:02}.000000+00:00"
    return [*lines, next_line(head_of(lines), at, who, what, f"visit {number % 11}")]


def head_of(lines: list[AuditLine]) -> AuditHead:
    return AuditHead(lines[-1].seq, lines[-1].hash) if lines else AuditHead()


LINES: list[AuditLine] = reduce(grow, range(COUNT), list[AuditLine]())
HEAD = head_of(LINES)


def found_from(index: int, *lines: AuditLine) -> Break | None:
    """The first fault when all lines before `index` are as they were: these need no look."""
    return find_break(lines, HEAD, after=head_of(LINES[:index]))


def test_a_log_that_nobody_touched_is_whole():
    assert find_break(LINES, HEAD) is None
    assert find_break([], AuditHead()) is None
    assert [line.seq for line in LINES] == list(range(1, COUNT + 1))
    assert LINES[0].previous == FIRST


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("seq", 5_000),
        ("at", "2026-03-02T13:00:00.000000+00:00"),
        ("by", "somebody else"),
        ("action", "nothing"),
        ("subject", ""),
        ("previous", "f" * 64),
        ("hash", "f" * 64),
    ],
)
def test_every_change_of_one_field_is_found(field, other):
    for index, line in enumerate(LINES):
        changed = replace(line, **{field: other})
        found = found_from(index, changed, *LINES[index + 1 : index + 3])
        assert found is not None
        assert found.seq == index + 1


def test_every_change_with_its_hash_made_to_fit_is_found():
    for index, line in enumerate(LINES):
        bare = replace(line, by="somebody else")
        found = found_from(index, replace(bare, hash=bare.own_hash()), *LINES[index + 1 :][:1])
        last = index + 1 == COUNT
        assert found == (
            Break(COUNT, Fault.REWRITTEN) if last else Break(index + 2, Fault.MISPLACED)
        )


def test_every_missing_line_is_found():
    for index in range(COUNT):
        last = index + 1 == COUNT
        expected = Break(index + 1, Fault.CUT if last else Fault.MISPLACED)
        assert found_from(index, *LINES[index + 1 :][:1]) == expected
        if index % 50 == 0 or last:
            assert find_break([*LINES[:index], *LINES[index + 1 :]], HEAD) == expected


def test_every_truncation_is_found():
    for left in range(COUNT):
        assert found_from(left) == Break(left + 1, Fault.CUT)
        if left % 50 == 0:
            assert find_break(LINES[:left], HEAD) == Break(left + 1, Fault.CUT)


def test_every_swap_of_two_lines_is_found():
    for first, second in combinations(range(COUNT), 2):
        found = found_from(first, LINES[second])
        assert found == Break(first + 1, Fault.MISPLACED)


def test_every_line_written_twice_is_found():
    for index, line in enumerate(LINES):
        found = found_from(index + 1, line)
        assert found == Break(index + 2, Fault.MISPLACED)


def test_a_log_written_anew_is_found_by_a_head_from_elsewhere_alone():
    forged = reduce(grow, range(500, 500 + COUNT), list[AuditLine]())
    assert find_break(forged, head_of(forged)) is None
    noted = head_of(LINES[:400])
    assert find_break(forged, head_of(forged), noted) == Break(400, Fault.REWRITTEN)
    assert find_break(LINES, HEAD, noted, head_of(LINES[:7]), AuditHead()) is None


def test_a_log_cut_together_with_its_head_is_found_by_a_head_from_elsewhere_alone():
    cut = LINES[:300]
    assert find_break(cut, head_of(cut)) is None
    assert find_break(cut, head_of(cut), HEAD) == Break(301, Fault.CUT)


def test_two_heads_that_contradict_each_other_cannot_both_be_met():
    assert find_break(LINES, HEAD, AuditHead(9, "f" * 64)) == Break(9, Fault.REWRITTEN)
    both = head_of(LINES[:9]), AuditHead(9, "f" * 64)
    assert find_break(LINES, HEAD, *both) == Break(9, Fault.REWRITTEN)


def test_lines_added_since_the_head_are_no_fault():
    assert find_break(LINES, head_of(LINES[:999])) is None


def test_a_head_is_read_as_it_is_printed():
    assert parse_head(f" {HEAD}\n") == HEAD
    assert parse_head(str(AuditHead())) == AuditHead()


@pytest.mark.parametrize(
    "text", ["", "7", "7:", ":" + "0" * 64, "7:" + "0" * 63, "x:" + "0" * 64, "7:" + "G" * 64,
             "-7:" + "0" * 64, "9" * 19 + ":" + "0" * 64, "\u0667:" + "0" * 64],
)  # fmt: skip
def test_anything_else_is_no_head(text):
    assert parse_head(text) is None

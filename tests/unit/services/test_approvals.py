"""Texts to be read and stood for."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.services.approvals import ApprovalRow, Approvals, ReadText
from tests.helpers.printing import FakeAudit

ROWS = (
    ApprovalRow("feelings", "en", "approved", "A. Santos, midwife, 2026-01-02"),
    ApprovalRow("feelings", "es", "draft"),
    ApprovalRow("newborn", "en", "errors"),
    ApprovalRow("signs", "en", "outdated", "A. Santos, midwife, 2026-01-02"),
)


@dataclass
class MemoryRecord:
    """Satisfies `ApprovalRecord`."""

    rows_: tuple[ApprovalRow, ...] = ROWS
    approved: list[tuple[str, str, str, str]] = field(default_factory=list)
    mark: str = "mark 1"

    def rows(self):
        return self.rows_

    def read(self, name, language):
        return ReadText(f"words of {name} in {language}", self.mark)

    def approve(self, name, language, mark, by, role):
        if mark != self.mark:
            raise InputError(ErrorCode.TEXT_CHANGED)
        self.approved.append((name, language, by, role))


@pytest.fixture
def record():
    return MemoryRecord()


@pytest.fixture
def audit():
    return FakeAudit()


@pytest.fixture
def approvals(record, audit):
    return Approvals(record, audit, lambda: datetime(2026, 3, 2, tzinfo=UTC))


def test_what_waits_stands_first(approvals):
    assert [(row.name, row.language) for row in approvals.rows()] == [
        ("feelings", "es"),
        ("signs", "en"),
        ("feelings", "en"),
        ("newborn", "en"),
    ]


def test_who_stands_for_it_goes_into_record_and_log(approvals, record, audit):
    read = approvals.read(ROWS[1])
    assert read.text == "words of feelings in es"
    approvals.approve(ROWS[1], read, "Ines", "midwife")
    assert record.approved == [("feelings", "es", "Ines", "midwife")]
    assert audit.lines == [("Ines", "content_approved", "feelings es")]


def test_words_that_changed_meanwhile_are_not_stood_for(approvals, record, audit):
    read = approvals.read(ROWS[1])
    record.mark = "mark 2"
    with pytest.raises(InputError):
        approvals.approve(ROWS[1], read, "Ines", "midwife")
    assert (record.approved, audit.lines) == ([], [])

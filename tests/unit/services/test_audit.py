"""The audit log for administrators."""

import csv
import io
import json
from dataclasses import dataclass, replace

import pytest

from kiosk.domain.audit import AuditHead, AuditLine, next_line
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.services.audit import COLUMNS, as_csv, as_json, verify


@dataclass
class MemoryLog:
    """An AuditReader in memory."""

    kept: list[AuditLine]
    reached: AuditHead

    def lines(self) -> list[AuditLine]:
        return self.kept

    def newest(self, count: int) -> list[AuditLine]:
        return self.kept[::-1][:count]

    def head(self) -> AuditHead:
        return self.reached


def log_of(*who: str) -> MemoryLog:
    log = MemoryLog([], AuditHead())
    for by in who:
        line = next_line(log.reached, "2026-03-02T12:00:00+00:00", by, "did", 'a "subject"')
        log.kept.append(line)
        log.reached = AuditHead(line.seq, line.hash)
    return log


def test_a_whole_log_gives_its_head():
    log = log_of("Ann", "Ben")
    assert verify(log) == log.reached
    assert verify(log, AuditHead(1, log.kept[0].hash)) == log.reached


def change(log: MemoryLog) -> None:
    log.kept[1] = replace(log.kept[1], by="Cyd")


def remove(log: MemoryLog) -> None:
    del log.kept[1]


def cut(log: MemoryLog) -> None:
    del log.kept[2]


def rewrite(log: MemoryLog) -> None:
    forged = log_of("Ann", "Ben", "Eve")
    log.kept = forged.kept


@pytest.mark.parametrize(
    ("tamper", "code", "line"),
    [
        (change, ErrorCode.AUDIT_CHANGED, 2),
        (remove, ErrorCode.AUDIT_MISPLACED, 2),
        (cut, ErrorCode.AUDIT_CUT, 3),
        (rewrite, ErrorCode.AUDIT_REWRITTEN, 3),
    ],
)
def test_each_fault_names_its_line(tamper, code, line):
    log = log_of("Ann", "Ben", "Cyd")
    tamper(log)
    with pytest.raises(KioskError) as caught:
        verify(log)
    assert (caught.value.code, caught.value.params) == (code, {"line": line})


def test_csv_holds_every_field():
    log = log_of("Ann", "Zoë, RN\n")
    rows = list(csv.DictReader(io.StringIO(as_csv(log.kept).decode(), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [AuditLine(int(row.pop("seq")), **row) for row in rows] == log.kept


def test_json_holds_every_field():
    log = log_of("Ann", "Zoë")
    assert [AuditLine(**each) for each in json.loads(as_json(log.kept))] == log.kept
    assert "Zoë".encode() in as_json(log.kept)

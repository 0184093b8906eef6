"""The audit log for administrators: is it whole, and what stands in it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Final

from kiosk.domain.audit import AuditHead, AuditLine, Fault, find_break
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.services.ports import AuditReader

COLUMNS: Final[tuple[str, ...]] = ("seq", "at", "by", "action", "subject", "previous", "hash")

_CODES: Final = {
    Fault.CHANGED: ErrorCode.AUDIT_CHANGED,
    Fault.MISPLACED: ErrorCode.AUDIT_MISPLACED,
    Fault.CUT: ErrorCode.AUDIT_CUT,
    Fault.REWRITTEN: ErrorCode.AUDIT_REWRITTEN,
}


def verify(log: AuditReader, *noted: AuditHead) -> AuditHead:
    """See that a log is as it was written; gives its head, to be noted elsewhere.

    Args:
        log: The log.
        noted: Heads it had at earlier times, from outside its database.

    Raises:
        KioskError: AUDIT_CHANGED, AUDIT_MISPLACED, AUDIT_CUT or AUDIT_REWRITTEN with the line,
            or StorageError.
    """
    # The head first: lines that are added meanwhile come after it.
    head = log.head()
    found = find_break(log.lines(), head, *noted)
    if found is not None:
        raise KioskError(_CODES[found.fault], line=found.seq)
    return head


def as_csv(lines: Iterable[AuditLine]) -> bytes:
    """Lines as CSV with a head, UTF-8, every field quoted."""
    text = io.StringIO(newline="")
    writer: csv.DictWriter[str] = csv.DictWriter(text, COLUMNS, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(asdict(line) for line in lines)
    return text.getvalue().encode()


def as_json(lines: Iterable[AuditLine]) -> bytes:
    """Lines as a list of objects, UTF-8."""
    return (
        f"{json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=1)}\n".encode()
    )


FORMATS: Final = {".csv": as_csv, ".json": as_json}
"""A file's suffix -> how lines are written into it."""

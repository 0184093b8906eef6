"""The record of approvals, as an administrator at the kiosk works with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.domain.errors import ErrorCode, InputError, KioskError, Place
from kiosk.files import replace_file
from kiosk.library.approvals import APPROVALS_FILE, text_hash
from kiosk.library.approve import ApprovableText, approvable, with_approvals, written
from kiosk.library.check import broken_paths, check
from kiosk.library.finding import printable
from kiosk.library.states import TextState, TextStatus, text_states
from kiosk.library.tree import ContentTree, read_tree
from kiosk.services.approvals import ApprovalRow, ReadText

RECORD_MODE: Final = 0o644
"""The kiosk may run as another user than the one who approves."""


class ContentApprovals:
    """Satisfies `ApprovalRecord`; reads the folder anew each time."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._clock = clock

    def rows(self) -> tuple[ApprovalRow, ...]:
        """Every text that there is.

        Raises:
            KioskError: The content cannot be read.
        """
        tree = read_tree(self._folder)
        found = text_states(tree, broken_paths(check(tree, advice=False)))
        return tuple(_row(each) for each in found if each.state is not TextState.ABSENT)

    def read(self, name: str, language: str) -> ReadText:
        """The exact words of a text.

        Raises:
            InputError: CONTENT_BROKEN for one that is not there, or has errors.
        """
        text = self._sound(name, language)[1]
        return ReadText(text.text, text_hash(text.text))

    def approve(self, name: str, language: str, mark: str, by: str, role: str) -> None:
        """Record who stands for the words of this mark.

        Raises:
            InputError: TEXT_CHANGED, CONTENT_BROKEN, or APPROVAL_UNNAMED without a role.
            KioskError: FILE_UNWRITABLE.
        """
        tree, text = self._sound(name, language)
        if text_hash(text.text) != mark:
            raise InputError(ErrorCode.TEXT_CHANGED, place=Place(text.path))
        by, role = (printable(" ".join(each.split())) for each in (by, role))
        if not (by and role):
            raise InputError(ErrorCode.APPROVAL_UNNAMED)
        today = self._clock().date().isoformat()
        entries = with_approvals(tree.approvals.entries, [text], by=by, role=role, date=today)
        record = self._folder / APPROVALS_FILE
        try:
            replace_file(record, written(entries).encode(), RECORD_MODE)
        except OSError as error:
            reason = error.strerror or "unwritable"
            raise KioskError(
                ErrorCode.FILE_UNWRITABLE, place=Place(str(record)), reason=reason
            ) from None

    def _sound(self, name: str, language: str) -> tuple[ContentTree, ApprovableText]:
        tree = read_tree(self._folder)
        broken = broken_paths(check(tree, advice=False))
        found = [
            each
            for each in approvable(tree, broken)
            if (each.name, each.language) == (name, language) and each.sound
        ]
        if not found or APPROVALS_FILE in broken:
            place = Place(str(self._folder / (APPROVALS_FILE if found else name)))
            reason = "has errors; run kiosk content check"
            raise InputError(ErrorCode.CONTENT_BROKEN, place=place, reason=reason)
        return tree, found[0]


def _row(status: TextStatus) -> ApprovalRow:
    by = "; ".join(f"{each.by}, {each.role}, {each.date}" for each in status.approvals)
    return ApprovalRow(status.name, status.language, str(status.state), by)

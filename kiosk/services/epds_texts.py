"""Installing a clinic's licensed wording of the EPDS, compared letter by letter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kiosk.domain.epds import EPDS, REHEARSAL_VERSION
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.instrument import Instrument
from kiosk.domain.instrument_text import (
    Fingerprints,
    InstalledText,
    InstrumentText,
    Permission,
    VersionPrint,
)
from kiosk.domain.letter_check import check_letters, repeated

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.services.ports import AuditLog, TextStore

COMMAND_LINE: Final = "command line"
"""Who the audit log names when nobody said who they are."""

CHANGED: Final = "-changed"
"""Ends the version of a wording that is not the one it says it is: bands belong to the other."""


class EpdsTexts:
    """Installs, lists and removes wordings; each change stands in the audit log."""

    def __init__(self, store: TextStore, audit: AuditLog, instrument: Instrument = EPDS) -> None:
        self._store = store
        self._audit = audit
        self.instrument = instrument

    def install(
        self,
        text: InstrumentText,
        permission: Permission,
        published: Fingerprints,
        *,
        accept_differences: bool = False,
        points_confirmed: bool = False,
        by: str = "",
        at: datetime,
    ) -> InstalledText:
        """Install a wording, in place of an earlier one in its language.

        Args:
            text: The wording.
            permission: Who allows its use.
            published: Fingerprints of the published wordings by language.
            accept_differences: Whether `by` has seen what differs, and wants it all the same.
            points_confirmed: Whether somebody was shown what each option counts, and agreed.
            by: The name of whoever installs it.
            at: Now.

        Raises:
            InputError: PERMISSION_EMPTY, TEXT_WRONG_INSTRUMENT, TEXT_BROKEN, TEXT_DIFFERS,
                TEXT_UNFIT when the points would not follow the words or languages are mixed,
                or NAME_NEEDED when differences are accepted by nobody.
        """
        _check(text, permission, self.instrument)
        by = by.strip()
        differing = self.compare(text, published)
        if differing and not accept_differences:
            raise InputError(ErrorCode.TEXT_DIFFERS, items=" ".join(differing))
        if differing and not by:
            raise InputError(ErrorCode.NAME_NEEDED)
        if again := repeated(text):
            reason = f"the same words stand twice, again at {', '.join(again)}; correct the file"
            raise InputError(ErrorCode.TEXT_BROKEN, reason=reason)
        expected = self._published(published).get(text.language)
        verified = expected is not None and not differing
        installed = InstalledText(
            text=replace(text, version=self._version(text, expected, verified=not differing)),
            permission=permission,
            verified=verified,
            differences=differing,
            accepted_by=by if differing else "",
            points_confirmed=points_confirmed and not verified,
        )
        self._store.put(installed, at)
        self._record(installed, by or COMMAND_LINE, at)
        return installed

    def compare(self, text: InstrumentText, published: Fingerprints) -> tuple[str, ...]:
        """The marks of stems and options that somebody must accept by name.

        Raises:
            InputError: TEXT_UNFIT, naming every difference, when some cannot be accepted.
        """
        found = check_letters(text, self._published(published))
        if found.unfit:
            items = " ".join((*found.unfit, *found.differing))
            raise InputError(ErrorCode.TEXT_UNFIT, items=items)
        return found.differing

    def installed(self) -> list[InstalledText]:
        """Every installed wording, by language."""
        return [each for each in self._store.all() if each.text.instrument == self.instrument.id]

    def remove(self, language: str, *, by: str = "", at: datetime) -> None:
        """Remove the wording in a language.

        Raises:
            InputError: TEXT_NOT_INSTALLED.
        """
        if not self._store.remove(self.instrument.id, language):
            raise InputError(ErrorCode.TEXT_NOT_INSTALLED)
        self._audit.write(at, by or COMMAND_LINE, "epds_text_removed", language)

    def _record(self, installed: InstalledText, by: str, at: datetime) -> None:
        language = installed.text.language
        subject = f"{language} {installed.text.version}"
        self._audit.write(at, by, "epds_text_installed", subject)
        self._audit.write(
            at, by, "epds_permission_recorded", f"{language} {installed.permission.text}"
        )
        if installed.points_confirmed:
            self._audit.write(at, by, "epds_points_confirmed", language)
        if installed.differences:
            subject = f"{language} {', '.join(installed.differences)}"
            self._audit.write(at, by, "epds_differences_accepted", subject)

    def _published(self, published: Fingerprints) -> Fingerprints:
        """The fingerprints are of the EPDS, and say nothing about another instrument."""
        return published if self.instrument.id == EPDS.id else {}

    def _version(
        self, text: InstrumentText, expected: VersionPrint | None, *, verified: bool
    ) -> str:
        """The published version when the wording is that; never its name on another wording."""
        if expected and verified:
            return expected.version
        known = EPDS.cut_offs if self.instrument.id == EPDS.id else ()
        taken = {REHEARSAL_VERSION, *known, *([expected.version] if expected else [])}
        return f"{text.version}{CHANGED}" if text.version in taken else text.version


def _check(text: InstrumentText, permission: Permission, instrument: Instrument) -> None:
    if not permission.text.strip():
        raise InputError(ErrorCode.PERMISSION_EMPTY)
    if text.instrument != instrument.id:
        raise InputError(ErrorCode.TEXT_WRONG_INSTRUMENT, wanted=instrument.id)
    numbers = [item.number for item in text.items]
    if numbers != [item.number for item in instrument.items]:
        reason = f"items 1 to {len(instrument.items)} are needed, each once and in order"
        raise InputError(ErrorCode.TEXT_BROKEN, reason=reason)
    for item, asked in zip(instrument.items, text.items, strict=True):
        if len(asked.options) != len(item.points):
            reason = f"item {item.number} needs {len(item.points)} options"
            raise InputError(ErrorCode.TEXT_BROKEN, reason=reason)
        if not all(part.strip() for part in (asked.stem, *asked.options)):
            reason = f"item {item.number} has an empty stem or option"
            raise InputError(ErrorCode.TEXT_BROKEN, reason=reason)

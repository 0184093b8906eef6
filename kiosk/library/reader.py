"""Reads the files of a content folder and keeps what is wrong with them."""

from __future__ import annotations

import gettext
import re
from pathlib import Path
from typing import Final

from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.files import read_text
from kiosk.i18n import SOURCE_LANGUAGE, Words
from kiosk.library.finding import At, Finding, error, printable
from kiosk.library.tables import Toml, parse
from kiosk.services.wording import describe

LARGEST: Final = 100_000
"""Bytes above which a content file is not read; the largest written so far has 8,000."""


class Reader:
    """Reads files below `root`; faults become findings, texts are kept for the checks."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self.texts: dict[str, str] = {}
        self._words = Words(SOURCE_LANGUAGE, gettext.NullTranslations())

    def relative(self, path: Path) -> str:
        """The path as findings print it."""
        return printable(path.relative_to(self.root).as_posix())

    def is_folder(self, path: Path) -> bool:
        """Whether a path is a folder that may be looked at."""
        try:
            return path.is_dir()
        except OSError:
            return False

    def exists(self, path: Path) -> bool:
        """Whether there is anything at a path, readable or not."""
        try:
            return path.exists()
        except OSError:
            return True

    def names(self, folder: Path) -> list[str]:
        """What is in a folder, sorted, without hidden files and editors' copies."""
        try:
            found = sorted(entry.name for entry in folder.iterdir())
        except FileNotFoundError:
            return []
        except OSError as fault:
            reason = fault.strerror or "unreadable"
            self.report(
                InputError(
                    ErrorCode.FILE_UNREADABLE, place=Place(self.relative(folder)), reason=reason
                )
            )
            return []
        return [name for name in found if not name.startswith((".", "#")) and name[-1] != "~"]

    def text(self, path: Path, *, largest: int = LARGEST) -> str | None:
        """The text of a file with plain line ends; None when it cannot be read."""
        name = self.relative(path)
        try:
            text = self._read(path, largest)
        except InputError as fault:
            place = fault.place or Place(name)
            self._report(fault, Place(name, place.line, place.column))
            return None
        self.texts[name] = re.sub(r"\r\n?", "\n", text)
        return self.texts[name]

    def _read(self, path: Path, largest: int) -> str:
        # A pipe or a device would be waited for without end.
        try:
            odd = path.exists() and not path.is_file()
        except OSError as fault:
            reason = fault.strerror or "unreadable"
            raise InputError(ErrorCode.FILE_UNREADABLE, reason=reason) from None
        if odd:
            raise InputError(ErrorCode.FILE_UNREADABLE, reason="it is not a file")
        return read_text(path, largest=largest)

    def toml(self, path: Path) -> Toml | None:
        """A TOML file; None when it cannot be read."""
        text = self.text(path)
        if text is None:
            return None
        try:
            return parse(text, self.relative(path))
        except InputError as fault:
            self.report(fault)
            return None

    def report(self, *faults: InputError) -> None:
        """Keep faults as findings."""
        for fault in faults:
            self._report(fault, fault.place or Place(""))

    def _report(self, fault: InputError, place: Place) -> None:
        rule = "unknown-keys" if fault.code is ErrorCode.UNKNOWN_KEY else "schema"
        bare = InputError(fault.code)
        bare.params = fault.params
        sentence = describe(bare, self._words)
        at = At(place.line or 1, place.column or 1)
        self.findings.append(error(place.path, at, rule, printable(sentence)))

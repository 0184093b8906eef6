"""Watches a content folder: whether it has changed, and what it would show now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from kiosk.domain.content import ContentLibrary
from kiosk.domain.errors import Place
from kiosk.library.finding import Finding
from kiosk.library.load import LoadedContent, load_content
from kiosk.services.shelf import Change, ContentFault, FaultKind

Refusal = Callable[[ContentLibrary], ContentFault | None]
"""Why a library that has no error must not be shown all the same."""


Choice = Callable[[ContentLibrary], ContentLibrary]
"""What a clinic shows of a library."""


def _nothing(library: ContentLibrary) -> None:
    del library


def _all(library: ContentLibrary) -> ContentLibrary:
    return library


class ContentFiles:
    """A content folder. Every call reads the disk: keep it off the GUI thread."""

    def __init__(self, folder: Path, refusal: Refusal = _nothing, choice: Choice = _all) -> None:
        self._folder = folder
        self._refusal = refusal
        self._choice = choice

    def mark(self) -> str:
        """Another one whenever a file was changed, added, replaced or removed."""
        told = sha256()
        for line in sorted(_files(self._folder)):
            told.update(line.encode(errors="surrogateescape"))
        return told.hexdigest()

    def load(self) -> Change:
        """The folder as it is now: whole, or not at all."""
        loaded = load_content(self._folder)
        library = self._choice(loaded.library)
        fault = fault_of(loaded) or self._refusal(library)
        return Change(None, fault) if fault else Change(library)


def fault_of(loaded: LoadedContent) -> ContentFault | None:
    """The first error; also that there is nothing to show."""
    for finding in loaded.errors:
        return ContentFault(FaultKind.ERROR, _place(finding))
    library = loaded.library
    if not (library.topics and library.signs and library.help_lines and library.languages):
        return ContentFault(FaultKind.ERROR, Place("topics"))
    return None


def _place(finding: Finding) -> Place:
    return Place(finding.path, finding.line)


def _files(folder: Path) -> Iterator[str]:
    """A line for each file: its path, age, size and number; editors' copies are left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.startswith((".", "#")) or name.endswith("~"):
                continue
            path = os.path.join(root, name)  # noqa: PTH118 - many files, often
            try:
                now = os.stat(path)  # noqa: PTH116
            except OSError:
                continue
            yield f"{path}\n{now.st_mtime_ns}\n{now.st_size}\n{now.st_ino}\n"

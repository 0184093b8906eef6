"""What the screens for licensed wordings work with: the texts, their fingerprints, a folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.instrument_text import Fingerprints, InstrumentText
from kiosk.services.epds_texts import EpdsTexts

SUFFIXES: Final = (".toml", ".json", ".csv")
"""Ends of the names of files that may hold a wording."""


class TextFiles:
    """The files of one folder that the clinic has named; nowhere else is looked."""

    def __init__(
        self, folder: Path | None, read: Callable[[Path, str | None], InstrumentText]
    ) -> None:
        self.folder = folder
        self._read = read

    def names(self) -> list[str]:
        """The names of the files that may hold a wording, in their order.

        A link that leads out of the folder is left out.

        Raises:
            InputError: FILE_MISSING or FILE_UNREADABLE; none when no folder is named.
        """
        if self.folder is None:
            return []
        try:
            return sorted(path.name for path in self.folder.iterdir() if _is_ours(path))
        except FileNotFoundError:
            raise InputError(ErrorCode.FILE_MISSING, place=Place(str(self.folder))) from None
        except OSError as error:
            reason = error.strerror or type(error).__name__
            place = Place(str(self.folder))
            raise InputError(ErrorCode.FILE_UNREADABLE, place=place, reason=reason) from None

    def read(self, name: str, language: str | None = None) -> InstrumentText:
        """The wording in a file of the folder; `language` where the file does not say.

        Raises:
            InputError: What is wrong with the file; the place has its name, not its path.
        """
        if self.folder is None or name not in self.names():
            raise InputError(ErrorCode.FILE_MISSING, place=Place(name))
        try:
            return self._read(self.folder / name, language)
        except InputError as error:
            if error.place is not None:
                error.place = Place(name, error.place.line, error.place.column)
            raise


@dataclass(frozen=True)
class Wordings:
    """Handed to the screens behind an administrator's PIN."""

    texts: EpdsTexts
    published: Fingerprints
    files: TextFiles


def _is_ours(path: Path) -> bool:
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    return path.resolve().parent == path.parent.resolve()

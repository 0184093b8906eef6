"""Catalogues and locale formatting.

English is the source language. `N_` marks a constant for extraction; `Words` translates
when it is asked, so that the language can change while the kiosk runs.
"""

from __future__ import annotations

import gettext
import logging
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from kiosk.domain.language import LANGUAGES

SOURCE_LANGUAGE: Final = "en"
_LEFT_TO_RIGHT: Final = "\u200e"
_COMMAS: Final = {"zh_Hans": "、", "ar": "، "}
_SEMICOLONS: Final = {"zh_Hans": "；", "ar": "؛ "}

_log = logging.getLogger(__name__)


def N_(message: str) -> str:  # noqa: N802 - the field's usual name for this marker
    """Mark a message for extraction and give it back unchanged."""
    return message


class Words:
    """The interface's words and formats in one language."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations

    @property
    def right_to_left(self) -> bool:
        """Whether this language is written from right to left."""
        known = LANGUAGES.get(self.language)
        return known is not None and known.right_to_left

    def left_to_right(self, text: str) -> str:
        """A path, a date in figures or a number in parts, kept in its order in this language."""
        mark = _LEFT_TO_RIGHT if self.right_to_left else ""
        return f"{mark}{text}{mark}"

    def listed(self, parts: Iterable[str]) -> str:
        """Words one after the other, with the comma of this language."""
        return _COMMAS.get(self.language, ", ").join(parts)

    def in_row(self, parts: Iterable[str]) -> str:
        """Statements one after the other, with the semicolon of this language."""
        return _SEMICOLONS.get(self.language, "; ").join(parts)

    def gettext(self, message: str) -> str:
        """The message in this language, or itself."""
        return self._translations.gettext(message) if message else ""

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The right plural form; `%(count)s` still stands in it."""
        return self._translations.ngettext(one, many, count)

    def pgettext(self, context: str, message: str) -> str:
        """The message in this language, told apart by context."""
        return self._translations.pgettext(context, message)

    def date(self, moment: datetime) -> str:
        """A date, medium length, with Western digits."""
        from babel.dates import format_date

        return format_date(moment, "medium", locale=_formats_of(self.language))

    def time(self, moment: datetime) -> str:
        """A time of day, short, as the kiosk's clock shows it."""
        from babel.dates import format_time

        return format_time(moment, "short", tzinfo=moment.tzinfo, locale=_formats_of(self.language))

    def language_name(self, code: str) -> str:
        """The name of a language in this language ("Spanish")."""
        from babel import Locale, UnknownLocaleError

        try:
            name = Locale.parse(code).get_display_name(_formats_of(self.language))
        except (UnknownLocaleError, ValueError):
            name = None
        known = LANGUAGES.get(code)
        return name or (known.english or known.name if known else code)


class Catalogues:
    """Loads catalogues from a folder and keeps them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, Words] = {}

    def words(self, language: str) -> Words:
        """The words in a language; English words where it has no catalogue."""
        if language not in self._loaded:
            self._loaded[language] = Words(language, self._translations(language))
        return self._loaded[language]

    def has(self, language: str) -> bool:
        """Whether the interface can be shown in this language."""
        known = LANGUAGES.get(language)
        added = known is not None and bool(known.words)
        return added or language == SOURCE_LANGUAGE or self._file(language).is_file()

    def _translations(self, language: str) -> gettext.NullTranslations:
        if language == SOURCE_LANGUAGE or not self.has(language):
            return gettext.NullTranslations()
        if not self._file(language).is_file():
            return _compiled(Path(LANGUAGES[language].words))
        with self._file(language).open("rb") as stream:
            return gettext.GNUTranslations(stream)

    def _file(self, language: str) -> Path:
        return self._folder / language / "LC_MESSAGES" / "kiosk.mo"


@cache
def has_formats(language: str) -> bool:
    """Whether Babel knows a language: its dates, its times, its name in other languages."""
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _formats_of(language: str) -> str:
    """The locale whose formats a language has; Babel writes their figures with Western digits."""
    known = LANGUAGES.get(language)
    wanted = known.formats if known and known.formats else language
    return wanted if has_formats(wanted) else SOURCE_LANGUAGE


def compile_words(po: bytes) -> gettext.NullTranslations:
    """The words of a PO file.

    Raises:
        ValueError: It cannot be read, or its plural forms make no sense.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    compiled = BytesIO()
    try:
        write_mo(compiled, read_po(BytesIO(po), abort_invalid=True))
    except PoFileError as error:
        raise ValueError(str(error)) from None
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _compiled(path: Path) -> gettext.NullTranslations:
    """The words of a clinic's own file; none when it was damaged after the check at the start."""
    try:
        return compile_words(path.read_bytes())
    except (OSError, ValueError):
        _log.warning("words not read: %s", path.name)
        return gettext.NullTranslations()

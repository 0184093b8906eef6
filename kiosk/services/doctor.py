"""What `kiosk doctor` finds: one line for each thing, and what mends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kiosk.domain.clinic_mode import Missing
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.i18n import N_, Words
from kiosk.services.clinic_wording import mend, what
from kiosk.services.wording import describe


class State(StrEnum):
    """How it stands: `NOTE` is good to know and stops nothing."""

    OK = "ok"
    NOTE = "note"
    MISSING = "missing"


class Check(StrEnum):
    """What is looked at, in this order."""

    DATA = "data"
    KEY = "key"
    DATABASE = "database"
    CONTENT = "content"
    LANGUAGES = "languages"
    FONTS = "fonts"
    PRINTER = "printer"
    CLINIC = "clinic"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line; `mend` is empty where there is nothing to do."""

    check: str
    state: State
    message: str
    mend: str = ""

    def __str__(self) -> str:
        line = f"{self.state:<8} {self.check}: {self.message}"
        return f"{line}; {self.mend}" if self.mend else line


_DATA: Final = frozenset({ErrorCode.STORE_NO_FOLDER, ErrorCode.DISK_FULL})
_KEY: Final = frozenset(
    {
        ErrorCode.STORE_KEY_MISSING,
        ErrorCode.STORE_KEY_BROKEN,
        ErrorCode.STORE_CREDENTIAL_MISSING,
        ErrorCode.STORE_KEYRING_MISSING,
        ErrorCode.STORE_KEYRING_EMPTY,
        ErrorCode.STORE_WRONG_KEY,
    }
)


def store(error: KioskError | None, words: Words, *, key_protected: bool) -> Iterator[Finding]:
    """The data folder, the key and the database, up to the first that fails.

    Args:
        error: What came of opening the store.
        words: The language of the findings.
        key_protected: Whether who takes the disk lacks the key.
    """
    _ = words.gettext
    failed = _failed(error)
    if failed is not Check.DATA:
        yield Finding(Check.DATA, State.OK, _(N_("the data folder can be used")))
    if failed in (None, Check.DATABASE):
        yield _key(words, protected=key_protected)
    if failed is None:
        yield Finding(Check.DATABASE, State.OK, _(N_("the database opens")))
    if failed is not None and error is not None:
        yield Finding(failed, State.MISSING, describe(error, words))


def content(errors: int, drafts: int, words: Words) -> Finding:
    """The content folder: how many errors, and how many texts nobody has approved."""
    _ = words.gettext
    if errors:
        message = _(N_("errors in the content: %(count)s")) % {"count": errors}
        named = _(N_("kiosk content check names each with its mend"))
        return Finding(Check.CONTENT, State.MISSING, message, named)
    if drafts:
        message = _(N_("no errors; texts that are drafts: %(count)s")) % {"count": drafts}
        return Finding(Check.CONTENT, State.NOTE, message, _(N_("kiosk content status shows them")))
    return Finding(Check.CONTENT, State.OK, _(N_("no errors, and every text is approved")))


def languages(offered: tuple[str, ...], wanted: tuple[str, ...], words: Words) -> Iterator[Finding]:
    """The languages of the first screen, and those that kiosk.toml asks for in vain."""
    _ = words.gettext
    cause = _(N_("a language needs a topic, every warning sign and every help line in it"))
    if offered:
        message = _(N_("on the first screen: %(of)s")) % {"of": ", ".join(offered)}
        yield Finding(Check.LANGUAGES, State.OK, message)
    else:
        yield Finding(Check.LANGUAGES, State.MISSING, _(N_("no language can be offered")), cause)
    lacking = [code for code in wanted if code not in offered]
    if offered and lacking:
        message = _(N_("in kiosk.toml, but not whole: %(of)s")) % {"of": ", ".join(lacking)}
        yield Finding(Check.LANGUAGES, State.NOTE, message, cause)


def fonts(missing: tuple[str, ...], words: Words) -> Finding:
    """The font files that are made at set-up."""
    _ = words.gettext
    if not missing:
        return Finding(Check.FONTS, State.OK, _(N_("the fonts are there")))
    message = _(N_("fonts are missing: %(of)s")) % {"of": ", ".join(missing)}
    return Finding(Check.FONTS, State.MISSING, message, _(N_("make setup makes them")))


def printer(words: Words, *, available: bool) -> Finding:
    """Whether pages come out on paper."""
    _ = words.gettext
    if available:
        return Finding(Check.PRINTER, State.OK, _(N_("a printer can be used")))
    message = _(N_("no printer can be used; pages are kept in the encrypted queue"))
    named = _(N_("set up a CUPS queue, and name it in kiosk.toml under [printing]"))
    return Finding(Check.PRINTER, State.NOTE, message, named)


def clinic(missing: Iterable[Missing], words: Words) -> list[Finding]:
    """What keeps clinic mode from starting; one good line when nothing does."""
    found = [
        Finding(f"clinic {each.code}", State.MISSING, what(each, words), mend(each, words))
        for each in missing
    ]
    nothing = words.gettext(N_("nothing is missing: clinic mode starts"))
    return found or [Finding(Check.CLINIC, State.OK, nothing)]


def clinic_unknown(words: Words) -> Finding:
    """Nobody can tell before the rest is mended."""
    message = words.gettext(N_("cannot be told before the rest is mended"))
    return Finding(Check.CLINIC, State.MISSING, message)


def _failed(error: KioskError | None) -> Check | None:
    if error is None:
        return None
    if error.code in _DATA:
        return Check.DATA
    return Check.KEY if error.code in _KEY else Check.DATABASE


def _key(words: Words, *, protected: bool) -> Finding:
    _ = words.gettext
    if protected:
        return Finding(Check.KEY, State.OK, _(N_("the key is there, and protected")))
    message = _(N_("the key lies beside the database: who takes the disk can read it"))
    return Finding(Check.KEY, State.NOTE, message, _(N_("clinic mode asks for a protected key")))

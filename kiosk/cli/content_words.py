"""`kiosk content words`: the file in which the interface is translated for a further language."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.output import make_folder, write_bytes
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.language import LANGUAGES
from kiosk.settings import translations_folder

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_EVERYBODY: Final = 0o644
"""The kiosk's own user reads what an administrator writes."""


@click.command("words")
@click.argument("lang")
@pass_options
def words(options: Options, lang: str) -> None:
    """Begin words/LANG.po, or add to it what a new version of the kiosk says.

    The translations that are in it stay; texts that are no longer said go.

    Example: kiosk content words tl
    """
    from babel.messages.pofile import PoFileError, write_po

    from kiosk.library.languages import LANGUAGES_FILE, read_languages, words_path
    from kiosk.library.reader import Reader

    if lang not in LANGUAGES:
        root = options.content.absolute()
        if lang in read_languages(root, Reader(root)).declared:
            place = Place(str(options.content / LANGUAGES_FILE))
            reason = f"{lang} has errors there; run kiosk content check"
            raise InputError(ErrorCode.CONTENT_BROKEN, place=place, reason=reason)
        known = ", ".join(LANGUAGES)
        raise InputError(ErrorCode.UNKNOWN_LANGUAGE, given=lang, known=known)
    path = options.content / words_path(lang)
    try:
        catalogue, kept = _catalogue(path, lang)
    except PoFileError as fault:
        place = Place(str(path), max(fault.lineno, 0) + 1, 1)
        raise InputError(ErrorCode.CONTENT_BROKEN, place=place, reason=str(fault.args[0])) from None
    written = BytesIO()
    write_po(written, catalogue, width=0, ignore_obsolete=True, include_previous=False)
    make_folder(path.parent)
    write_bytes(path, written.getvalue(), mode=_EVERYBODY)
    click.echo(f"{path}: {kept} of {len(catalogue)} texts are translated")


def _catalogue(path: Path, language: str) -> tuple[Catalog, int]:
    """The file with every message of the kiosk, and how many have a translation."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    from kiosk.files import read_text

    template_path = translations_folder() / "kiosk.pot"
    template = read_po(BytesIO(read_text(template_path).encode()))
    if path.exists():
        own = read_po(BytesIO(read_text(path).encode()), abort_invalid=True)
    else:
        # Plural forms come from the language itself, or from that whose formats it borrows.
        own = Catalog(locale=LANGUAGES[language].formats or language, fuzzy=False)
    own.update(template, no_fuzzy_matching=True)
    own.fuzzy = False
    translated = sum(bool(message.id and message.string and any(message.string)) for message in own)
    return own, translated

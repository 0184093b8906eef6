"""`kiosk epds`: install, list and remove the licensed wording; score positions."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.epds_input import responses_of, template_of
from kiosk.cli.epds_output import confirm_points, line_of, permission_line, plain
from kiosk.domain.epds import ANXIETY, EPDS, EPDS_ID, SELF_HARM_ITEM
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.instrument import Instrument, score
from kiosk.domain.instrument_text import Fingerprints, Permission
from kiosk.domain.language import LANGUAGES
from kiosk.i18n import Catalogues, Words
from kiosk.library.instrument_file import read_instrument_text
from kiosk.library.text_pack import FINGERPRINTS, read_fingerprints
from kiosk.services.epds_texts import EpdsTexts
from kiosk.settings import default_content_folder, translations_folder
from kiosk.storage.store import Store

SCOPE_HELP: Final = (
    'For what: your own words, or "languages=en,es; sites=...; print=yes; audio=no".'
)
_OF_THE_FILE: Final = frozenset(
    {ErrorCode.TEXT_DIFFERS, ErrorCode.TEXT_UNFIT, ErrorCode.TEXT_BROKEN}
)


@click.group()
def epds() -> None:
    """The EPDS: your clinic's licensed wording, and its key.

    Example: kiosk epds install epds-en.toml --permission "letter of 3 May 2026"
    """


@epds.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--permission", required=True, help="The licence, letter or contract.")
@click.option("--granted-by", default="", help="Who granted it.")
@click.option("--granted-on", type=click.DateTime(["%Y-%m-%d"]), help="When, as 2026-05-03.")
@click.option("--scope", default="", help=SCOPE_HELP)
@click.option("--language", metavar="LANG", help="The text's language; a CSV file needs it.")
@click.option("--points-confirmed", is_flag=True, help="You have checked each option's points.")
@click.option("--accept-differences", is_flag=True, help="Install though the wording differs.")
@click.option("--by", default="", help="Your name, when you accept differences.")
@pass_options
def install(
    options: Options,
    /,
    *,
    file: Path,
    permission: str,
    granted_by: str,
    granted_on: datetime | None,
    scope: str,
    language: str | None,
    points_confirmed: bool,
    accept_differences: bool,
    by: str,
) -> None:
    """Install a wording, in place of an earlier one in its language.

    FILE is a text pack (TOML), a FHIR R4 Questionnaire (JSON) or a REDCap data dictionary (CSV).

    Example: kiosk epds install epds-en.toml --permission "letter of 3 May 2026"
    """
    instrument = options.open_instrument()
    text = read_instrument_text(file, language, instrument)
    published = _fingerprints(options)
    granted = Permission(permission, granted_by, granted_on and granted_on.date(), scope)
    with options.open_store() as store, _naming(file):
        texts = _texts(store, instrument)
        texts.compare(text, published)
        if instrument is not EPDS or text.language not in published:
            points_confirmed = confirm_points(text, instrument, confirmed=points_confirmed)
        installed = texts.install(
            text,
            granted,
            published,
            accept_differences=accept_differences,
            points_confirmed=points_confirmed,
            by=by,
            at=datetime.now(UTC),
        )
    click.echo(line_of(installed, _words()))


@epds.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_options
def list_texts(options: Options, /, *, as_json: bool) -> None:
    """List the installed wordings.

    Example: kiosk epds list --json
    """
    with options.open_store() as store:
        found = _texts(store, options.open_instrument()).installed()
    if as_json:
        click.echo(json.dumps([plain(each) for each in found], ensure_ascii=False, indent=2))
    elif found:
        words = _words()
        for each in found:
            click.echo(f"{line_of(each, words)}\n    {permission_line(each.permission)}")
    else:
        click.echo("No text is installed: the kiosk shows practice questions.")


@epds.command()
@click.argument("lang")
@pass_options
def remove(options: Options, /, lang: str) -> None:
    """Remove the wording in a language.

    Example: kiosk epds remove en
    """
    with options.open_store() as store:
        _texts(store, options.open_instrument()).remove(lang, at=datetime.now(UTC))
    click.echo(f"{lang}: removed")


@epds.command()
@click.argument("lang")
def template(lang: str) -> None:
    """Write an empty text pack to fill in.

    Example: kiosk epds template en > epds-en.toml
    """
    if lang not in LANGUAGES:
        raise InputError(ErrorCode.UNKNOWN_LANGUAGE, given=lang, known=", ".join(LANGUAGES))
    click.echo(template_of(lang), nl=False)


@epds.command("score")
@click.option(
    "--positions",
    required=True,
    help="Options down the page from 1, by commas; empty where not answered.",
)
def score_positions(positions: str) -> None:
    """Score chosen positions, as JSON; unfinished forms have no total.

    Example: kiosk epds score --positions 1,1,4,2,3,4,4,4,4,4
    """
    result = score(EPDS, responses_of(positions))
    answer = {
        "instrument": EPDS_ID,
        "complete": result.complete,
        "total": result.total,
        "item_10": result.points.get(SELF_HARM_ITEM),
        "anxiety": result.subscales[ANXIETY],
    }
    click.echo(json.dumps(answer))


def _texts(store: Store, instrument: Instrument) -> EpdsTexts:
    return EpdsTexts(store.texts, store.audit, instrument)


def _fingerprints(options: Options) -> Fingerprints:
    """The content folder's, or the project's where a clinic's own content has none."""
    own = (options.content / FINGERPRINTS).is_file()
    return read_fingerprints(options.content if own else default_content_folder())


def _words() -> Words:
    return Catalogues(translations_folder()).words("en")


@contextmanager
def _naming(file: Path) -> Generator[None, None, None]:
    """Name the file in a refusal of what it holds."""
    try:
        yield
    except InputError as error:
        if error.place is None and error.code in _OF_THE_FILE:
            error.place = Place(str(file))
        raise

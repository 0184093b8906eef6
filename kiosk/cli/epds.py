"""`kiosk epds`: install, list and remove the licensed wording; score positions."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.base import Options, pass_options
from kiosk.domain.epds import ANXIETY, CITATION, EPDS, EPDS_ID, SELF_HARM_ITEM
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.instrument import score
from kiosk.domain.instrument_text import Fingerprints, InstalledText, Permission
from kiosk.domain.language import LANGUAGES
from kiosk.library.text_pack import FINGERPRINTS, read_fingerprints, read_text_pack
from kiosk.services.captions import CAPTIONS
from kiosk.services.epds_texts import EpdsTexts, spell
from kiosk.settings import default_content_folder
from kiosk.storage.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Mapping


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
@click.option("--scope", default="", help="For what: paper, screen, audio.")
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
    accept_differences: bool,
    by: str,
) -> None:
    """Install a wording from a text pack, in place of an earlier one in its language.

    Example: kiosk epds install epds-en.toml --permission "letter of 3 May 2026"
    """
    text = read_text_pack(file)
    published = _fingerprints(options)
    if text.language not in published:
        _show_points()
    granted = Permission(permission, granted_by, granted_on and granted_on.date(), scope)
    with open_store(options.data) as store:
        try:
            installed = _texts(store).install(
                text,
                granted,
                published,
                accept_differences=accept_differences,
                by=by,
                at=datetime.now(UTC),
            )
        except InputError as error:
            if error.code is ErrorCode.TEXT_DIFFERS:
                error.place = Place(str(file))
            raise
    click.echo(_line(installed))


@epds.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_options
def list_texts(options: Options, /, *, as_json: bool) -> None:
    """List the installed wordings.

    Example: kiosk epds list --json
    """
    with open_store(options.data) as store:
        found = _texts(store).installed()
    if as_json:
        click.echo(json.dumps([_plain(each) for each in found], ensure_ascii=False, indent=2))
    elif found:
        click.echo("\n".join(_line(each) for each in found))
    else:
        click.echo("No text is installed: the kiosk shows practice questions.")


@epds.command()
@click.argument("lang")
@pass_options
def remove(options: Options, /, lang: str) -> None:
    """Remove the wording in a language.

    Example: kiosk epds remove en
    """
    with open_store(options.data) as store:
        _texts(store).remove(lang, at=datetime.now(UTC))
    click.echo(f"{lang}: removed")


@epds.command()
@click.argument("lang")
def template(lang: str) -> None:
    """Write an empty text pack to fill in.

    Example: kiosk epds template en > epds-en.toml
    """
    if lang not in LANGUAGES:
        raise InputError(ErrorCode.UNKNOWN_LANGUAGE, given=lang, known=", ".join(LANGUAGES))
    head = (
        "# Write the licensed wording between the quotation marks, options in printed order.\n"
        f'instrument = "{EPDS_ID}"\nlanguage = "{lang}"\nversion = ""\n'
        f'citation = "{CITATION}"\ntitle = ""\ninstruction = ""\n'
    )
    options = ", ".join(['""'] * len(EPDS.items[0].points))
    items = (
        f'\n[[item]]\nnumber = {item.number}  # {subject}\nstem = ""\noptions = [{options}]\n'
        for item, subject in zip(EPDS.items, CAPTIONS, strict=True)
    )
    click.echo(head + "".join(items), nl=False)


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
    result = score(EPDS, _responses(positions))
    answer = {
        "instrument": EPDS_ID,
        "complete": result.complete,
        "total": result.total,
        "item_10": result.points.get(SELF_HARM_ITEM),
        "anxiety": result.subscales[ANXIETY],
    }
    click.echo(json.dumps(answer))


def _texts(store: Store) -> EpdsTexts:
    return EpdsTexts(store.texts, store.audit)


def _fingerprints(options: Options) -> Fingerprints:
    """The content folder's, or the project's where a clinic's own content has none."""
    own = (options.content / FINGERPRINTS).is_file()
    return read_fingerprints(options.content if own else default_content_folder())


def _show_points() -> None:
    """Say what each option counts: a printed order may differ from the key."""
    click.echo("No published fingerprints exist in this language: it stays not verified.", err=True)
    click.echo("Points of the options, down the page:", err=True)
    for item, subject in zip(EPDS.items, CAPTIONS, strict=True):
        points = " ".join(str(each) for each in item.points)
        click.echo(f"  item {item.number:2} ({subject}): {points}", err=True)
    if sys.stdin.isatty():
        click.confirm("Does your text print its options in this order?", abort=True, err=True)


def _line(installed: InstalledText) -> str:
    verified = "verified" if installed.verified else "not verified"
    line = f"{installed.text.language}: {installed.text.version}, {verified}"
    if installed.differences:
        return f"{line}, differs in {spell(installed.differences)} ({installed.accepted_by})"
    return line


def _plain(installed: InstalledText) -> Mapping[str, Any]:
    """An installed wording without its wording."""
    permission = installed.permission
    return {
        "instrument": installed.text.instrument,
        "language": installed.text.language,
        "version": installed.text.version,
        "verified": installed.verified,
        "differences": list(installed.differences),
        "accepted_by": installed.accepted_by,
        "permission": permission.text,
        "granted_by": permission.granted_by,
        "granted_on": permission.granted_on.isoformat() if permission.granted_on else None,
        "scope": permission.scope,
    }


def _responses(positions: str) -> dict[int, int]:
    """Item -> position; empty places are not answered.

    Raises:
        InputError: There are too many places, or one is no whole number.
    """
    places = positions.split(",")
    if len(places) > len(EPDS.items):
        raise InputError(ErrorCode.TOO_MANY_ANSWERS, given=len(places), most=len(EPDS.items))
    responses: dict[int, int] = {}
    for item, place in enumerate((each.strip() for each in places), start=1):
        if not place:
            continue
        if not (place.isascii() and place.isdigit() and len(place) == 1):
            most = len(EPDS.item(item).points)
            raise InputError(ErrorCode.BAD_POSITION, item=item, most=most)
        responses[item] = int(place)
    return responses

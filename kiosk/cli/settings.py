"""`kiosk settings`: what can be set, what is set, and setting it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.terminal import survive_any_terminal
from kiosk.domain.errors import ErrorCode, InputError, KioskError
from kiosk.files import place_of, read_text
from kiosk.i18n import SOURCE_LANGUAGE, Catalogues, Words
from kiosk.settings import Settings, load_settings, settings_faults, translations_folder
from kiosk.settings.catalogue import Setting, all_settings, value_of

_WIDEST: Final = 34
"""Characters of a value in the table; --json has all of it."""

_HEAD: Final = ("KEY", "VALUE", "DEFAULT", "TAKES", "WHAT IT IS FOR")


@click.group()
def settings() -> None:
    """Show, check and change what kiosk.toml says.

    Example: kiosk --settings kiosk.toml settings show
    """


@settings.command()
@click.option("--json", "as_json", is_flag=True, help="As a list in JSON, values whole.")
@pass_options
def show(options: Options, /, *, as_json: bool) -> None:
    """List every setting: its value, the one without a file, what it takes, what it is for.

    Example: kiosk settings show --json
    """
    words = _words()
    rows = [_record(each, options.settings, words) for each in all_settings()]
    survive_any_terminal()
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for line in _table(rows):
        click.echo(line)


@settings.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@pass_options
def check(options: Options, /, file: Path | None) -> int:
    """Name everything that is wrong in FILE, or in the file of --settings; exit 1 if anything is.

    Example: kiosk settings check kiosk.toml
    """
    path = file or _file_of(options, "kiosk settings check FILE")
    faults = settings_faults(path) or tuple(_content_faults(options, path))
    words = _words()
    from kiosk.services.wording import describe

    survive_any_terminal()
    for fault in faults:
        click.echo(describe(fault, words))
    if not faults:
        click.echo(f"{path}: nothing is wrong")
    return int(bool(faults))


@settings.command("set")
@click.argument("pairs", metavar="KEY VALUE [KEY VALUE]...", nargs=-1, required=True)
@pass_options
def set_value(options: Options, /, pairs: tuple[str, ...]) -> None:
    """Give KEY another VALUE in the file of --settings; comments and order stay.

    Several are set together: a text must be there in every language that is offered.
    A list is written with commas ("en, es"), a text by language with the language in its key
    ("response.text.en"), the first of several tables with its count ("alerts.channel[1].name").
    Nothing is written unless the whole file is then as it must be, and unless the kiosk can start
    with it. A kiosk that runs has the value after its next start.

    Example: kiosk --settings kiosk.toml settings set idle.seconds 90
    """
    from kiosk.library.settings_file import change_settings, value_from
    from kiosk.wiring.settings_file import refuse_settings

    path = _file_of(options, "kiosk --settings FILE settings set KEY VALUE")
    refuse = partial(refuse_settings, options.data, options.content)
    if len(pairs) % 2:
        message = f"{pairs[-1]} is given no value"
        raise click.UsageError(message)
    written = dict(zip(pairs[::2], pairs[1::2], strict=True))
    values = {key: value_from(key, value) for key, value in written.items()}
    change_settings(path, values, refuse=refuse)
    for key in written:
        click.echo(f"{path}: {key} is set")


def _file_of(options: Options, usage: str) -> Path:
    if options.settings_file is None:
        message = f"name the settings file: {usage}"
        raise click.UsageError(message)
    return options.settings_file


def _content_faults(options: Options, path: Path) -> Iterator[InputError]:
    from kiosk.wiring.settings_file import refuse_content

    try:
        refuse_content(options.content, load_settings(path))
    except KioskError as error:
        key = "topics" if error.code is ErrorCode.UNKNOWN_TOPIC else "questionnaire"
        place = place_of(read_text(path), [key], str(path))
        broken = error.code is ErrorCode.CONTENT_BROKEN
        yield InputError(error.code, place=error.place if broken else place, **error.params)


def _record(each: Setting, held: Settings, words: Words) -> dict[str, Any]:
    return {
        "key": each.key,
        "kind": each.kind.value,
        "value": value_of(held, each.key),
        "default": each.default,
        "required": each.required,
        "allowed": each.allowed,
        "choices": list(each.choices),
        "help": words.gettext(each.help),
    }


def _table(rows: list[dict[str, Any]]) -> Iterator[str]:
    cells = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEAD) - 1)]
    for *row, last in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join((*padded, last))


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    default = "(needed)" if row["required"] else _short(row["default"])
    return (row["key"], _short(row["value"]), default, _cut(row["allowed"]), row["help"])


def _short(value: object) -> str:
    """A value as TOML has it, near enough to be read."""
    return _cut(json.dumps(value, ensure_ascii=False))


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 3]}..."


def _words() -> Words:
    return Catalogues(translations_folder()).words(SOURCE_LANGUAGE)

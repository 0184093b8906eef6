"""`kiosk audit`: who did what, and whether the log of it is whole."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.output import write_bytes
from kiosk.domain.audit import parse_head
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.services.audit import FORMATS
from kiosk.services.audit import verify as verify_log
from kiosk.services.epds_texts import COMMAND_LINE

_SHOWN = 50


@click.group()
def audit() -> None:
    """Who did what when, to which visit; never an answer.

    Example: kiosk audit verify
    """


@audit.command()
@click.option(
    "--head",
    "noted",
    metavar="HEAD",
    multiple=True,
    help="A head printed earlier; may be given again.",
)
@pass_options
def verify(options: Options, /, noted: tuple[str, ...]) -> None:
    """See that no line was changed, removed, moved or cut off; print the log's head.

    Note the head away from this machine: who has the key could write the log anew, and only a
    head from elsewhere tells.

    Example: kiosk audit verify --head "$(tail -1 /mnt/safe/heads)"
    """
    heads = [parse_head(each) for each in noted]
    if None in heads:
        raise InputError(ErrorCode.AUDIT_BAD_HEAD)
    with options.open_store() as store:
        head = verify_log(store.audit, *(each for each in heads if each))
    click.echo(f"whole: {head.seq} lines", err=True)
    click.echo(str(head))


@audit.command()
@click.option(
    "--out",
    "file",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write: .csv or .json.",
)
@pass_options
def export(options: Options, /, file: Path) -> None:
    """Write the whole log into FILE, as CSV or JSON by its suffix.

    Example: kiosk audit export --out audit.csv
    """
    formatted = FORMATS.get(file.suffix.lower())
    if formatted is None:
        raise InputError(ErrorCode.AUDIT_BAD_SUFFIX, place=Place(str(file)))
    with options.open_store() as store:
        lines = store.audit.lines()
        write_bytes(file, formatted(lines))
        store.audit.write(datetime.now().astimezone(), COMMAND_LINE, "audit_exported")
    click.echo(f"{file}: {len(lines)} lines")


@audit.command("list")
@click.option(
    "--last",
    metavar="N",
    type=click.IntRange(min=1, max=1_000_000),
    default=_SHOWN,
    show_default=True,
    help="How many lines.",
)
@pass_options
def list_lines(options: Options, /, last: int) -> None:
    """List the newest lines, newest first.

    Example: kiosk audit list --last 20
    """
    with options.open_store() as store:
        lines = store.audit.newest(last)
    for line in lines:
        click.echo(f"{line.seq}\t{line.at}\t{line.by}\t{line.action}\t{line.subject}")
    if not lines:
        click.echo("Nothing yet.", err=True)

"""`kiosk audit`: who did what, and whether the log of it is whole."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.output import write_bytes
from kiosk.domain.audit import AuditHead, parse_head
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
@click.option(
    "--backup",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A backup under the kiosk's own key: the log must go on from where it was then.",
)
@pass_options
def verify(options: Options, /, noted: tuple[str, ...], file: Path | None) -> None:
    """See that no line was changed, removed, moved or cut off; print the log's head.

    Note the head away from this machine, or keep a backup there: who has the key could write the
    log anew, and only what is kept elsewhere tells.

    Example: kiosk audit verify --backup /mnt/safe/kiosk.backup
    """
    heads = [_head(each) for each in noted]
    with options.open_store() as store:
        if file is not None:
            heads.append(_head_of(file, options))
        head = verify_log(store.audit, *heads)
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


def _head(text: str) -> AuditHead:
    head = parse_head(text)
    if head is None:
        raise InputError(ErrorCode.AUDIT_BAD_HEAD)
    return head


def _head_of(file: Path, options: Options) -> AuditHead:
    """The head of the log in a backup."""
    from kiosk.storage.backup import open_backup
    from kiosk.storage.key_place import key_place

    key = key_place(options.data, options.settings.key.source).load()
    with open_backup(file, key) as (_, inventory):
        return inventory.head

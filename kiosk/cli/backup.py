"""`kiosk backup`: everything that is stored, in one encrypted file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kiosk.cli import passphrase as phrases
from kiosk.cli.base import Options, pass_options
from kiosk.services.epds_texts import COMMAND_LINE


@click.command()
@click.option(
    "--out",
    "file",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; an earlier one is replaced by a whole one only.",
)
@phrases.asked
@phrases.given
@pass_options
def backup(options: Options, /, file: Path, *, passphrase: bool, passphrase_stdin: bool) -> None:
    """Write a backup of the database, encrypted, while the kiosk may run; look it through.

    It is under the kiosk's own key, so keep a copy of that key elsewhere; or under a passphrase,
    which is all that another machine needs.

    Example: kiosk backup --out /mnt/safe/kiosk.backup
    """
    from kiosk.storage.backup import back_up
    from kiosk.storage.key_place import key_place

    phrase = phrases.read_phrase(ask=passphrase, from_stdin=passphrase_stdin, new=True)
    place = key_place(options.data, options.settings.key.source)
    done = datetime.now().astimezone(), COMMAND_LINE
    inventory = back_up(options.data, place, file, phrase, done)
    click.echo(f"{file}: {inventory.visits} visits, audit log {inventory.head}")
    if inventory.broken:
        click.echo("The audit log is not whole: kiosk audit verify", err=True)

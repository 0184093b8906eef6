"""`kiosk restore`: a backup into a data folder."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli import passphrase as phrases
from kiosk.cli.base import Options, pass_options
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.services.epds_texts import COMMAND_LINE

if TYPE_CHECKING:
    from kiosk.storage.inventory import Inventory


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--key",
    "key_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The key file that the backup was made under.",
)
@phrases.asked
@phrases.given
@click.option("--replace", is_flag=True, help="Copy what is in the data folder, then replace it.")
@click.option("--check", is_flag=True, help="Only see that the backup is whole.")
@pass_options
def restore(
    options: Options,
    /,
    file: Path,
    key_file: Path | None,
    *,
    passphrase: bool,
    passphrase_stdin: bool,
    replace: bool,
    check: bool,
) -> None:
    """Put the backup FILE into an empty data folder, under the key of that folder.

    No kiosk may run on it. Without --key or a passphrase the backup must be under that key.

    Example: kiosk --data /var/lib/kiosk restore /mnt/safe/kiosk.backup --key /mnt/other/key
    """
    from kiosk.storage.backup import open_backup
    from kiosk.storage.key import key_from
    from kiosk.storage.key_place import key_place
    from kiosk.storage.restoring import restore as put_back

    if key_file and (passphrase or passphrase_stdin):
        raise click.UsageError("a backup has a key or a passphrase, not both")
    phrase = phrases.read_phrase(ask=passphrase, from_stdin=passphrase_stdin)
    key = phrase or (key_from(key_file) if key_file else None)
    place = key_place(options.data, options.settings.key.source)
    if check:
        key = key or place.find()
        if key is None:
            raise InputError(ErrorCode.BACKUP_KEY_NEEDED)
        with open_backup(file, key) as (_, inventory):
            _tell(f"{file}: whole", inventory)
        return
    done = datetime.now().astimezone(), COMMAND_LINE
    restored = put_back(options.data, place, file, key, done, replace=replace)
    _tell(f"{options.data}: restored", restored.inventory)
    if restored.kept:
        click.echo(f"What was there before lies in {restored.kept}; delete it when all is well.")


def _tell(what: str, inventory: Inventory) -> None:
    click.echo(f"{what}; {inventory.visits} visits, audit log {inventory.head}")
    if inventory.broken:
        click.echo(f"Its audit log is not whole: line {inventory.broken}", err=True)

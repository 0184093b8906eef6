"""`kiosk key`: the key of the database."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kiosk.cli.base import Options, pass_options
from kiosk.domain.errors import ErrorCode, KioskError, Place
from kiosk.services.epds_texts import COMMAND_LINE


@click.group()
def key() -> None:
    """The key of the database: kiosk.toml says under [key] where it is kept.

    Example: kiosk key rotate
    """


@key.command()
@click.option(
    "--old-key",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Keep the old key in this new file: earlier backups without a passphrase need it.",
)
@pass_options
def rotate(options: Options, /, file: Path | None) -> None:
    """Encrypt the database under a new key; no kiosk may run on it.

    Cut off at any moment, either the old or the new key opens it, and the next start finds out.

    Example: kiosk key rotate --old-key /mnt/other/key-until-june
    """
    from kiosk.storage.key_place import key_place
    from kiosk.storage.rotation import rotate_key

    place = key_place(options.data, options.settings.key.source)
    now = datetime.now().astimezone()
    rotate_key(options.data, place, now, COMMAND_LINE, lambda old: _keep(file, old))
    click.echo("The database has a new key. Make a backup now: earlier ones need the old key.")


def _keep(file: Path | None, old: bytes) -> None:
    from kiosk.storage.files import write_new

    if file is None:
        return
    try:
        write_new(file, old)
    except OSError as error:
        reason = error.strerror or "unwritable"
        raise KioskError(ErrorCode.FILE_UNWRITABLE, place=Place(str(file)), reason=reason) from None

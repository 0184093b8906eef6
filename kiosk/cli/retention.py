"""`kiosk retention`: visits whose time is over."""

from __future__ import annotations

from contextlib import suppress

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.visit_argument import SHOWN
from kiosk.domain.errors import StorageError
from kiosk.services.retention import Reason
from kiosk.wiring import only_kiosk, open_retention

_WORDS = {
    Reason.AGE: "older than it may be",
    Reason.PRINTED: "printed and reviewed",
}


@click.group()
def retention() -> None:
    """How long visits are kept: kiosk.toml says it under [retention].

    Example: kiosk retention run --dry-run
    """


@retention.command()
@click.option("--dry-run", is_flag=True, help="Only say what would be deleted.")
@pass_options
def run(options: Options, /, *, dry_run: bool) -> None:
    """Delete the visits whose time is over; a running kiosk does so by itself between visits.

    A visit that goes on, is paused or has an open alert is never deleted.

    Example: kiosk --settings /etc/kiosk/kiosk.toml retention run
    """
    with open_retention(options.data, options.settings) as service:
        found = service.due() if dry_run else service.run()
        if not dry_run:
            # While a kiosk runs its visitor would wait for it.
            with suppress(StorageError), only_kiosk(options.data):
                service.compact()
    for each in found:
        click.echo(f"{each.visit_id[:SHOWN]}  {_WORDS[each.reason]}")
    click.echo(f"{'to delete' if dry_run else 'deleted'}: {len(found)}", err=True)

"""`kiosk run`: the kiosk itself."""

from __future__ import annotations

import click

from kiosk.cli.base import Options, pass_options


@click.command()
@click.option("--windowed", is_flag=True, help="In a window instead of the full screen.")
@pass_options
def run(options: Options, *, windowed: bool) -> None:
    """Show the kiosk until it is ended (SIGTERM ends it within two seconds).

    Example: kiosk --settings /etc/kiosk/kiosk.toml run
    """
    settings = options.settings
    from kiosk.app import run_kiosk

    # Not by way of wiring: the first screen must not wait for all adapters.
    from kiosk.storage.lock import hold_lock

    with hold_lock(options.data):
        run_kiosk(
            options.data,
            options.content,
            settings,
            windowed=windowed,
            settings_file=options.settings_file,
        )

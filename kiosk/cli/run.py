"""`kiosk run`: the kiosk itself."""

from __future__ import annotations

import click

from kiosk.cli.base import Options, pass_options


@click.command()
@click.option("--windowed", is_flag=True, help="In a window instead of the full screen.")
@click.option("--check", is_flag=True, help="Only look whether it would start; show nothing.")
@pass_options
def run(options: Options, *, windowed: bool, check: bool) -> None:
    """Show the kiosk until it is ended (SIGTERM ends it within two seconds).

    Example: kiosk --settings /etc/kiosk/kiosk.toml run
    """
    settings = options.settings
    if check:
        _check(options)
        return
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


def _check(options: Options) -> None:
    """Do what a start does before visitors come: asked before a running kiosk is ended."""
    from kiosk.settings import check_response
    from kiosk.wiring import open_services

    with open_services(options.data, options.content, options.settings) as services:
        check_response(options.settings, services.languages, options.settings_file)
    click.echo("The kiosk would start.")

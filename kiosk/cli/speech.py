"""`kiosk speech`: the process that reads aloud; started by the kiosk, not by people."""

from __future__ import annotations

import click


@click.command(hidden=True)
@click.option("--once", is_flag=True, help="Tell which voices there are, and end.")
def speech(*, once: bool) -> None:
    """Read aloud what is asked for on standard input.

    Example: kiosk speech --once
    """
    try:
        from kiosk.ui.speech.helper import run_helper
    except ImportError:
        # Libraries of the sound system are missing.
        click.echo('{"engine": "", "voices": {}, "device": false, "plays": false}')
        return
    run_helper(once=once)

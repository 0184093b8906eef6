"""`kiosk content voices`: what reads which language aloud."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.content_folder import know_languages, missing_in, shown
from kiosk.domain.errors import ErrorCode, InputError, Place

if TYPE_CHECKING:
    from kiosk.services.voices import Heard, LanguageVoice

PATIENCE: Final = 8.0
"""Seconds until a speech system that does not answer is given up."""


@click.command("voices")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a list of languages as JSON.")
@pass_options
def voices(options: Options, folder: Path | None, *, as_json: bool) -> None:
    """Show for each language how many cards are recorded, and which voice reads the rest.

    Example: kiosk content voices --json
    """
    from kiosk.library.load import load_content
    from kiosk.services.voices import language_voices

    root = folder or options.content
    know_languages(root)
    if missing := missing_in(root):
        raise InputError(ErrorCode.CONTENT_BROKEN, place=Place(shown(root)), reason=missing)
    heard = ask()
    found = language_voices(load_content(root).library, heard)
    if as_json:
        import msgspec

        click.echo(json.dumps(msgspec.to_builtins(found), indent=2))
        return
    for each in found:
        click.echo(line(each))
    if heard.voices and not heard.device:
        click.echo("no sound device: the kiosk offers to read only where one is connected")


def line(each: LanguageVoice) -> str:
    """A language on one line."""
    recorded = f"{each.language}: recorded {each.recorded} of {each.cards} cards"
    if each.voice:
        return f"{recorded}; {each.engine} reads with the voice {each.voice}"
    return f"{recorded}; no voice: {each.mend}"


def ask(seconds: float = PATIENCE) -> Heard:
    """Ask a process of its own which voices there are: it may hang, and is then ended."""
    from kiosk.services.voices import Heard, Silence

    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
    try:
        done = subprocess.run(  # noqa: S603 - the kiosk itself
            [*own, "speech", "--once"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
        told = json.loads(done.stdout.splitlines()[-1])
    except subprocess.TimeoutExpired:
        return Heard(silence=Silence.NO_ANSWER)
    except (ValueError, IndexError):
        return Heard(silence=Silence.NO_LIBRARY)
    silence = None if told["voices"] else Silence.NO_ENGINE
    if not told["plays"]:
        silence = Silence.NO_LIBRARY
    return Heard(told["engine"], told["voices"], told["device"], silence)

"""Passphrases of backups: from standard input or a hidden prompt, never from an argument."""

from __future__ import annotations

import sys
from typing import Final

import click

from kiosk.domain.errors import ErrorCode, InputError

SHORTEST: Final = 12
"""Characters of a new passphrase: whoever has the file may try as often as they like."""

_LONGEST_LINE: Final = 1_000

asked = click.option("--passphrase", is_flag=True, help="Ask for a passphrase.")
given = click.option(
    "--passphrase-stdin", is_flag=True, help="Read the passphrase from standard input."
)


def read_phrase(*, ask: bool, from_stdin: bool, new: bool = False) -> str | None:
    """The passphrase; None when none is wanted. A new one is asked for twice.

    Raises:
        InputError: PHRASE_NEEDED where there is no terminal to ask on, PHRASE_TOO_SHORT.
    """
    if from_stdin:
        phrase = sys.stdin.readline(_LONGEST_LINE).rstrip("\r\n")
    elif not ask:
        return None
    elif not sys.stdin.isatty():
        raise InputError(ErrorCode.PHRASE_NEEDED)
    else:
        again = "Once more" if new else False
        phrase = str(
            click.prompt("Passphrase", hide_input=True, confirmation_prompt=again, err=True)
        )
    if len(phrase) < SHORTEST:
        raise InputError(ErrorCode.PHRASE_TOO_SHORT, least=SHORTEST)
    return phrase

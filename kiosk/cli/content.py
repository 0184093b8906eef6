"""`kiosk content`: check the content, see how far it is, and approve it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.approve import approve
from kiosk.cli.base import Options, pass_options
from kiosk.cli.content_folder import know_languages, missing_in, shown
from kiosk.cli.content_index import index
from kiosk.cli.content_preview import preview
from kiosk.cli.content_status import status
from kiosk.cli.content_voices import voices
from kiosk.cli.content_words import words
from kiosk.cli.terminal import survive_any_terminal
from kiosk.domain.errors import ErrorCode, InputError, Place

if TYPE_CHECKING:
    from kiosk.library.finding import Finding
    from kiosk.library.load import LoadedContent

_folder = click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))


@click.group()
def content() -> None:
    """Topics, warning signs and help lines.

    Example: kiosk content check
    """


content.add_command(approve)
content.add_command(index)
content.add_command(preview)
content.add_command(status)
content.add_command(voices)
content.add_command(words)


@content.command("check")
@_folder
@click.option("--json", "as_json", is_flag=True, help="Print a list of findings as JSON.")
@pass_options
def check_command(options: Options, folder: Path | None, *, as_json: bool) -> None:
    """Check every file of a content folder; exit 1 when one has an error.

    Example: kiosk content check /srv/kiosk/content --json
    """
    from kiosk.library.load import load_content

    root = folder or options.content
    know_languages(root)
    loaded = load_content(root, advice=True)
    missing = missing_in(root)
    survive_any_terminal()
    if as_json:
        _print_json(loaded.findings)
    elif missing:
        raise InputError(ErrorCode.CONTENT_BROKEN, place=Place(shown(root)), reason=missing)
    else:
        _print_text(loaded)
    if loaded.errors:
        raise click.exceptions.Exit(1)


def _print_json(findings: tuple[Finding, ...]) -> None:
    import msgspec

    click.echo(json.dumps(msgspec.to_builtins(findings), indent=2))


def _print_text(loaded: LoadedContent) -> None:
    from kiosk.library.finding import Severity

    for finding in loaded.findings:
        click.echo(str(finding))
    counts = {
        severity: sum(finding.severity is severity for finding in loaded.findings)
        for severity in Severity
    }
    words = [f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items()]
    click.echo(", ".join(words))

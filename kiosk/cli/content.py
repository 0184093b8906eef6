"""`kiosk content`: check the content, see how far it is, and approve it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kiosk.cli.approve import approve
from kiosk.cli.base import Options, pass_options
from kiosk.cli.content_folder import missing_in, shown
from kiosk.domain.errors import ErrorCode, InputError, Place

if TYPE_CHECKING:
    from kiosk.library.approve import ApprovableText
    from kiosk.library.finding import Finding
    from kiosk.library.load import LoadedContent
    from kiosk.library.tree import ContentTree

_folder = click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))


@click.group()
def content() -> None:
    """Topics, warning signs and help lines.

    Example: kiosk content check
    """


content.add_command(approve)


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
    loaded = load_content(root)
    missing = missing_in(root)
    _survive_any_terminal()
    if as_json:
        _print_json(loaded.findings)
    elif missing:
        raise InputError(ErrorCode.CONTENT_BROKEN, place=Place(shown(root)), reason=missing)
    else:
        _print_text(loaded)
    if loaded.errors:
        raise click.exceptions.Exit(1)


@content.command("status")
@_folder
@pass_options
def status(options: Options, folder: Path | None) -> None:
    """Show which text is a draft, approved or absent in which language.

    "errors" marks a text that is not shown until its errors are mended.

    Example: kiosk content status
    """
    from kiosk.library.approve import approvable, approved
    from kiosk.library.check import broken_paths, check
    from kiosk.library.tree import read_tree

    root = folder or options.content
    if missing := missing_in(root):
        raise InputError(ErrorCode.CONTENT_BROKEN, place=Place(shown(root)), reason=missing)
    tree = read_tree(root)
    broken = broken_paths(check(tree))
    texts = {(each.name, each.language): each for each in approvable(tree, broken)}
    approvals, languages = approved(tree), _written(tree)
    _survive_any_terminal()
    rows = [["topic", *languages]]
    for name, there in _files(tree):
        cells = [
            _state(language in there, texts.get((name, language)), approvals)
            for language in languages
        ]
        rows.append([name, *cells])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def _files(tree: ContentTree) -> list[tuple[str, frozenset[str]]]:
    """Each text with the languages it has a file for, readable or not."""
    from kiosk.domain.language import LANGUAGES
    from kiosk.library.approve import LINES_TEXT, SIGNS_TEXT

    def languages(names: tuple[str, ...], ending: str) -> frozenset[str]:
        return frozenset(code for code in LANGUAGES if f"{code}.{ending}" in names)

    topics = [(topic.name, languages(topic.names, "md")) for topic in tree.topics]
    signs = languages(tree.signs.names, "toml")
    return [*topics, (SIGNS_TEXT, signs), (LINES_TEXT, signs)]


def _state(
    there: bool,  # noqa: FBT001 - the first of the facts that make the state
    text: ApprovableText | None,
    approvals: frozenset[tuple[str, str]],
) -> str:
    if not there:
        return "absent"
    if text is None or not text.sound:
        return "errors"
    return "approved" if (text.name, text.language) in approvals else "draft"


def _written(tree: ContentTree) -> list[str]:
    """Languages of which any topic has a file, readable or not."""
    from kiosk.domain.language import LANGUAGES

    return [code for code in LANGUAGES if any(f"{code}.md" in t.names for t in tree.topics)]


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


def _survive_any_terminal() -> None:
    """Print what a terminal cannot show as codes, instead of failing."""
    stream: object = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        cast("io.TextIOWrapper[io.BufferedWriter]", stream).reconfigure(errors="backslashreplace")

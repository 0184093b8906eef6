"""`kiosk content`: check the content, and see how far it is."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kiosk.cli.base import Options, pass_options
from kiosk.domain.errors import ErrorCode, InputError, Place

if TYPE_CHECKING:
    from kiosk.library.finding import Finding
    from kiosk.library.load import LoadedContent
    from kiosk.library.tree import ContentTree

_folder = click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))


@click.group()
def content() -> None:
    """Topics, warning signs and help lines.

    Example: kiosk content check
    """


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
    missing = _missing(root)
    _survive_any_terminal()
    if as_json:
        _print_json(loaded.findings)
    elif missing:
        raise InputError(ErrorCode.CONTENT_BROKEN, place=Place(_shown(root)), reason=missing)
    else:
        _print_text(loaded)
    if loaded.errors:
        raise click.exceptions.Exit(1)


@content.command("status")
@_folder
@pass_options
def status(options: Options, folder: Path | None) -> None:
    """Show which topic is a draft, approved or absent in which language.

    "errors" marks a text that is not shown until its errors are mended.

    Example: kiosk content status
    """
    from kiosk.library.check import check
    from kiosk.library.load import build_library
    from kiosk.library.tree import read_tree

    root = folder or options.content
    if missing := _missing(root):
        raise InputError(ErrorCode.CONTENT_BROKEN, place=Place(_shown(root)), reason=missing)
    tree = read_tree(root)
    library = build_library(tree, check(tree))
    shown = {(topic.id, language) for topic in library.topics for language in topic.texts}
    languages = _written(tree)
    _survive_any_terminal()
    rows = [["topic", *languages]]
    for topic in tree.topics:
        cells = [
            _state(f"{language}.md" in topic.names, (topic.name, language), shown, library.approved)
            for language in languages
        ]
        rows.append([topic.name, *cells])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def _state(
    there: bool,  # noqa: FBT001 - the first of the facts that make the state
    text: tuple[str, str],
    shown: set[tuple[str, str]],
    approved: frozenset[tuple[str, str]],
) -> str:
    if not there:
        return "absent"
    if text not in shown:
        return "errors"
    return "approved" if text in approved else "draft"


def _written(tree: ContentTree) -> list[str]:
    """Languages of which any topic has a file, readable or not."""
    from kiosk.domain.language import LANGUAGES

    return [code for code in LANGUAGES if any(f"{code}.md" in t.names for t in tree.topics)]


def _missing(root: Path) -> str:
    """Why a folder is no content folder; empty when it is one."""
    try:
        if not root.is_dir():
            return "there is no such folder; name the content folder"
        if not any(entry.is_dir() for entry in (root / "topics").iterdir()):
            return "there are no topics; each is a folder in topics/ with topic.toml and en.md"
    except FileNotFoundError:
        return "there is no folder topics in it; name the content folder"
    except OSError as fault:
        return f"cannot be read ({fault.strerror}); check its permissions"
    return ""


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


def _shown(path: Path) -> str:
    from kiosk.library.finding import printable

    return printable(str(path))


def _survive_any_terminal() -> None:
    """Print what a terminal cannot show as codes, instead of failing."""
    stream: object = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        cast("io.TextIOWrapper[io.BufferedWriter]", stream).reconfigure(errors="backslashreplace")

"""`kiosk content status`: how far each text is in each language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.content_folder import know_languages, missing_in, shown
from kiosk.cli.terminal import survive_any_terminal
from kiosk.domain.errors import ErrorCode, InputError, Place

if TYPE_CHECKING:
    from kiosk.library.states import TextStatus


@click.command("status")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a list of texts as JSON.")
@pass_options
def status(options: Options, folder: Path | None, *, as_json: bool) -> None:
    """Show which text is a draft, approved, outdated or absent in which language.

    "outdated" marks a text that was changed after somebody approved it, "errors" one that is
    not shown until they are mended. Below the table stands who approved what, and when.

    Example: kiosk content status --json
    """
    from kiosk.library.approvals import APPROVALS_FILE
    from kiosk.library.check import broken_paths, check
    from kiosk.library.states import text_states, written_languages
    from kiosk.library.tree import read_tree

    root = folder or options.content
    know_languages(root)
    if missing := missing_in(root):
        raise InputError(ErrorCode.CONTENT_BROKEN, place=Place(shown(root)), reason=missing)
    tree = read_tree(root)
    broken = broken_paths(check(tree, advice=False))
    found = list(text_states(tree, broken))
    survive_any_terminal()
    if APPROVALS_FILE in broken:
        click.echo(f"{APPROVALS_FILE} has errors: approvals may be missing here", err=True)
    if as_json:
        click.echo(json.dumps([_as_json(each) for each in found], indent=2, ensure_ascii=False))
        return
    for line in (*_table(found, written_languages(tree)), *_approvals(found)):
        click.echo(line)


def _table(found: list[TextStatus], languages: tuple[str, ...]) -> Iterator[str]:
    from kiosk.library.finding import printable

    names = dict.fromkeys(each.name for each in found)
    states = {(each.name, each.language): str(each.state) for each in found}
    rows = [["topic", *languages]]
    rows += [[printable(name), *(states[name, code] for code in languages)] for name in names]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()


def _approvals(found: list[TextStatus]) -> Iterator[str]:
    """A line for each approval, under an empty one."""
    from kiosk.library.finding import printable
    from kiosk.library.states import TextState

    lines = [
        f"{each.name} {each.language}: {'' if each.current else 'earlier words '}approved by "
        f"{entry.by}, {entry.role}, {entry.date}"
        for each in found
        for entry in each.approvals
        if each.state is not TextState.ABSENT
    ]
    yield from ["", *map(printable, lines)] if lines else ()


def _as_json(each: TextStatus) -> dict[str, object]:
    return {
        "topic": each.name,
        "language": each.language,
        "path": each.path,
        "state": each.state,
        "approvals": [
            {"by": entry.by, "role": entry.role, "date": entry.date, "current": each.current}
            for entry in each.approvals
        ],
    }

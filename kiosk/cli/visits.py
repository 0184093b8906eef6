"""`kiosk visits` and `kiosk summary`: what is stored, for staff."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.output import write_bytes
from kiosk.cli.visit_argument import SHOWN, find_visit
from kiosk.services.epds_texts import COMMAND_LINE
from kiosk.services.ports import BoardRow, VisitStore
from kiosk.wiring import open_settled

_PAGE = 200
"""Rows of the board read at once."""


@click.command()
@click.option("--all", "every", is_flag=True, help="Also those that staff have reviewed.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@pass_options
def visits(options: Options, /, *, every: bool, as_json: bool) -> None:
    """List visits: open alerts first, then what is to do, newest first.

    Example: kiosk visits --all
    """
    with open_settled(options.data, options.content, options.settings) as services:
        rows = [row for row in board(services.store.visits) if every or not row.reviewed]
    if as_json:
        click.echo(json.dumps([_visit_record(row) for row in rows], indent=2))
        return
    for row in rows:
        click.echo(_visit_line(row))
    if not rows:
        click.echo("No visits.", err=True)


@click.command()
@click.argument("visit")
@click.option(
    "--out",
    "file",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The PDF to write.",
)
@pass_options
def summary(options: Options, /, visit: str, file: Path) -> None:
    """Write the clinician's page of VISIT: an id, the beginning of one, or a code.

    Example: kiosk summary "green 42" --out page.pdf
    """
    with open_settled(options.data, options.content, options.settings) as services:
        visit_id = find_visit(services.store.visits, visit)
        page = services.summaries.pdf(services.visits.load(visit_id))
        write_bytes(file, page)
        services.store.audit.write(services.clock(), COMMAND_LINE, "summary_written", visit_id)


def board(store: VisitStore) -> Iterator[BoardRow]:
    """Every row of the board, page by page."""
    after = None
    while page := store.board(limit=_PAGE, after=after):
        yield from page
        after = page[-1].place


def _visit_line(row: BoardRow) -> str:
    alert = {0: "-", 1: "1 alert"}.get(row.open_alerts, f"{row.open_alerts} alerts")
    times = f"{_local(row.started_at)}  {_local(row.updated_at)}"
    marks = [word for word, holds in _marks(row).items() if holds]
    line = f"{row.visit_id[:SHOWN]}  {row.code!s:<10}  {row.state:<10}  {alert:<9}  {times}"
    return "  ".join([line, *marks])


def _marks(row: BoardRow) -> dict[str, bool]:
    return {
        "help wanted": row.help_wanted,
        "printed": row.printed,
        "reviewed": row.reviewed,
    }


def _visit_record(row: BoardRow) -> dict[str, Any]:
    return {
        "id": row.visit_id,
        "code": str(row.code),
        "state": row.state.value,
        "language": row.language,
        "open_alerts": row.open_alerts,
        "help_wanted": row.help_wanted,
        "printed": row.printed,
        "reviewed": row.reviewed,
        "started_at": row.started_at.isoformat(),
        "updated_at": row.updated_at.isoformat(),
    }


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"

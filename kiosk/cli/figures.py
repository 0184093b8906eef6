"""`kiosk figures`: counts, shares and times for work on quality."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.output import write_bytes
from kiosk.domain.figures import Figures, Month
from kiosk.services.epds_texts import COMMAND_LINE
from kiosk.services.figure_tables import to_csv, to_plain
from kiosk.services.quality import Quality
from kiosk.wiring import Services, figures_page, open_settled


class _MonthType(click.ParamType[Month]):
    name = "YYYY-MM"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Month:
        """The month that was written."""
        try:
            return Month.parse(str(value))
        except ValueError:
            self.fail(f"{value} is no month; write it as 2026-03", param, ctx)


@click.command()
@click.option("--from", "first", type=_MonthType(), help="The first month; left out: all.")
@click.option("--to", "last", type=_MonthType(), help="The last month, included.")
@click.option(
    "--out",
    "file",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="What to write, by its ending: .csv, .json or .pdf.",
)
@pass_options
def figures(options: Options, /, first: Month | None, last: Month | None, file: Path) -> int:
    """Write figures about the visits; numbers of fewer than five people are hidden.

    Real visits and practice are told apart. Exit 1 when there was no visit.

    Example: kiosk figures --from 2026-01 --to 2026-03 --out quarter.pdf
    """
    write = _WRITERS.get(file.suffix.lower())
    if write is None:
        message = f"the ending of FILE says what to write: {', '.join(_WRITERS)}"
        raise click.UsageError(message)
    if first and last and last < first:
        message = "--to is before --from"
        raise click.UsageError(message)
    with open_settled(options.data, options.content, options.settings) as services:
        found = Quality(services.store.visits, services.instrument).figures(first, last)
        if not found:
            click.echo("No visits in these months: nothing is written.", err=True)
            return 1
        write_bytes(file, write(services, found))
        services.store.audit.write(services.clock(), COMMAND_LINE, "figures_written")
    return 0


def _csv(_services: Services, found: tuple[Figures, ...]) -> bytes:
    return to_csv(found).encode()


def _json(services: Services, found: tuple[Figures, ...]) -> bytes:
    return f"{json.dumps(to_plain(found, services.clock()), indent=2)}\n".encode()


def _pdf(services: Services, found: tuple[Figures, ...]) -> bytes:
    words = services.words(services.settings.clinic.language)
    return figures_page(services).render(found, words, services.clock())


_WRITERS: Final[Mapping[str, Callable[[Services, tuple[Figures, ...]], bytes]]] = {
    ".csv": _csv,
    ".json": _json,
    ".pdf": _pdf,
}

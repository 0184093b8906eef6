"""The `kiosk` command."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from kiosk import __version__
from kiosk.cli.base import LazyGroup, Options
from kiosk.cli.content_folder import know_languages
from kiosk.domain.errors import KioskError
from kiosk.i18n import Catalogues
from kiosk.settings import default_content_folder, default_data_folder, translations_folder

_COMMANDS = {
    "run": "kiosk.cli.run:run",
    "rehearse": "kiosk.cli.rehearse:rehearse",
    "content": "kiosk.cli.content:content",
    "doctor": "kiosk.cli.doctor:doctor",
    "gallery": "kiosk.cli.gallery:gallery",
    "epds": "kiosk.cli.epds:epds",
    "summary": "kiosk.cli.visits:summary",
    "visits": "kiosk.cli.visits:visits",
    "alerts": "kiosk.cli.alerts:alerts",
    "audit": "kiosk.cli.audit:audit",
    "backup": "kiosk.cli.backup:backup",
    "restore": "kiosk.cli.restore:restore",
    "key": "kiosk.cli.key:key",
    "print": "kiosk.cli.printing:print_page",
    "figures": "kiosk.cli.figures:figures",
    "staff": "kiosk.cli.staff:staff",
    "retention": "kiosk.cli.retention:retention",
    "settings": "kiosk.cli.settings:settings",
    "speech": "kiosk.cli.speech:speech",
}


class _Kiosk(LazyGroup):
    lazy = _COMMANDS


@click.group(cls=_Kiosk)
@click.version_option(__version__, prog_name="kiosk")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the encrypted database and its key.",
)
@click.option(
    "--content",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the topics, signs and help lines.",
)
@click.option(
    "--settings",
    "settings_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="kiosk.toml; the defaults hold without it.",
)
@click.pass_context
def cli(
    ctx: click.Context, data: Path | None, content: Path | None, settings_file: Path | None
) -> None:
    """Patient education and screening for maternity clinics.

    Example: kiosk --data /var/lib/kiosk run
    """
    folder = content or default_content_folder()
    know_languages(folder)
    ctx.obj = Options(
        data=data or default_data_folder(),
        content=folder,
        settings_file=settings_file,
    )


def run(arguments: list[str]) -> int:
    """Run a command line; known errors become one line on stderr and exit 1."""
    logging.getLogger("kiosk").addHandler(logging.NullHandler())
    try:
        result = cli.main(arguments, prog_name="kiosk", standalone_mode=False)
    except click.Abort:
        click.echo("kiosk: stopped", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KioskError as error:
        # Here, not above: the first screen must not wait for sentences that it does not show.
        from kiosk.services.wording import describe

        words = Catalogues(translations_folder()).words("en")
        click.echo(f"kiosk: {describe(error, words)}", err=True)
        return 1
    return result if isinstance(result, int) else 0

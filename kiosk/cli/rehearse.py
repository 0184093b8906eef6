"""`kiosk rehearse`: a simulated visitor in the real windows."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.output import make_folder, write_bytes
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.facts import Leaving

if TYPE_CHECKING:
    from kiosk.wiring import Services

_SIZES = ("normal", "large", "largest")
_THEMES = ("day", "contrast", "dark", "large-print")


@click.command()
@click.argument("script", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for summary.pdf, take-home.pdf, visit.json and screens/.",
)
@click.option(
    "--text-size",
    type=click.Choice(_SIZES),
    default="normal",
    show_default=True,
    help="Size of the text on the screens.",
)
@click.option(
    "--theme",
    type=click.Choice(_THEMES),
    default="day",
    show_default=True,
    help="Colours of the screens.",
)
@click.option("--contrast", is_flag=True, help="The same as --theme contrast.")
@click.option("--window-size", default="1920x1080", show_default=True, help="WIDTHxHEIGHT")
@click.option("--window-process", is_flag=True, hidden=True)
@pass_options
def rehearse(
    options: Options,
    *,
    script: Path,
    out: Path,
    text_size: str,
    theme: str,
    contrast: bool,
    window_size: str,
    window_process: bool,
) -> None:
    """Drive the kiosk's windows by taps from SCRIPT, with or without a display.

    Example: kiosk rehearse tests/rehearsals/whole-visit-es.toml --out rehearsal
    """
    from kiosk.app import quiet_offscreen
    from kiosk.library.script import load_script
    from kiosk.rehearsing import make_look, show_after_crash
    from kiosk.rehearsing import rehearse as drive
    from kiosk.wiring import only_kiosk, open_services

    quiet_offscreen()
    look = make_look(window_size, text_size, "contrast" if contrast else theme)
    if look is None:
        message = "WIDTHxHEIGHT, at least 640x480"
        raise click.BadParameter(message, param_hint="--window-size")
    opened = partial(open_services, options.data, options.content, options.settings)
    if window_process:
        with only_kiosk(options.data), opened() as services:
            drive(
                services,
                load_script(script, services.library, services.instrument),
                out / "screens",
                look,
            )
        return
    # Nothing is touched before the script is known to be right and the folder to be free.
    with only_kiosk(options.data), opened() as services:
        plan = load_script(script, services.library, services.instrument)
        pictures = _prepare(out)
        if plan.leave_by is not Leaving.CRASH:
            services.visits.recover()
            done = drive(services, plan, pictures, look)
            _write(out, services, done.visit_id, done.screens)
            return
    _run_window_process(sys.argv[1:])
    with only_kiosk(options.data), opened() as services:
        recovered = services.visits.recover()
        if not recovered:
            raise KioskError(ErrorCode.REHEARSAL_STUCK, screen="attract")
        _write(out, services, recovered[-1], show_after_crash(services, pictures, look))


def _prepare(out: Path) -> Path:
    """Make the folders and remove what an earlier rehearsal left in them."""
    pictures = make_folder(out / "screens")
    for old in (*pictures.glob("[0-9]*.png"), *_pages(out)):
        old.unlink(missing_ok=True)
    return pictures


def _pages(out: Path) -> list[Path]:
    return [out / name for name in ("summary.pdf", "take-home.pdf", "visit.json")]


def _run_window_process(arguments: list[str]) -> None:
    """Run the windows in a process of their own, which the script lets die."""
    frozen = getattr(sys, "frozen", False)
    start = [sys.executable] if frozen else [sys.executable, "-m", "kiosk"]
    done = subprocess.run([*start, *arguments, "--window-process"], check=False)  # noqa: S603
    if done.returncode >= 0:
        raise KioskError(ErrorCode.REHEARSAL_STUCK, screen="leave_at")


def _write(out: Path, services: Services, visit_id: str, screens: list[str]) -> None:
    from kiosk.rehearsing import take_home
    from kiosk.services.visit_record import visit_record

    visit = services.visits.load(visit_id)
    record = visit_record(visit, services.library, screens, services.instrument)
    write_bytes(out / "summary.pdf", services.summaries.pdf(visit))
    if visit.take_home:
        write_bytes(out / "take-home.pdf", take_home(services, visit))
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    write_bytes(out / "visit.json", text.encode())
    click.echo(f"{out / 'summary.pdf'}")
    click.echo(f"{out / 'screens'} ({len(screens)} pictures)")

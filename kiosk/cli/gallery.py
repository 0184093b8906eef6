"""`kiosk gallery`: every screen and state as pictures, in the looks that are wanted."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.output import make_folder
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.language import LANGUAGES

if TYPE_CHECKING:
    from kiosk.ui.gallery.staff_room import StaffRoom

THEMES = ("day", "contrast", "dark", "large-print")
TEXT_SIZES = ("normal", "large", "largest")
PARTS = ("visitor", "staff")
SIGHTS = ("protanopia", "deuteranopia", "tritanopia")
WINDOW_SIZES = ("1920x1080", "1024x768", "1080x1920", "3840x2160")


@click.command("gallery")
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for a folder of pictures a look, and index.html.",
)
@click.option(
    "--lang", "languages", multiple=True, help="A language; may be written more than once."
)
@click.option("--theme", "themes", multiple=True, type=click.Choice(THEMES), help="A theme.")
@click.option("--text-size", "sizes", multiple=True, type=click.Choice(TEXT_SIZES), help="Text.")
@click.option("--window-size", "windows", multiple=True, help="WIDTHxHEIGHT of a display.")
@click.option(
    "--seen-as",
    "sights",
    multiple=True,
    type=click.Choice(SIGHTS),
    help="As who lacks one kind of cone sees it.",
)
@click.option(
    "--part",
    "parts",
    multiple=True,
    type=click.Choice(PARTS),
    default=PARTS,
    help="Whose screens; both unless one is named.",
)
@click.option("--every", is_flag=True, help="All themes, text sizes and usual displays.")
@click.option("--cards", is_flag=True, help="Every card and question, not one of each kind.")
@pass_options
def gallery(
    options: Options,
    *,
    out: Path,
    languages: tuple[str, ...],
    themes: tuple[str, ...],
    sizes: tuple[str, ...],
    windows: tuple[str, ...],
    sights: tuple[str, ...],
    parts: tuple[str, ...],
    every: bool,
    cards: bool,
) -> None:
    """Write a picture of every screen and state; needs no display, and stores nothing.

    Example: kiosk gallery --out gallery --lang ar --theme dark --text-size largest
    """
    from kiosk.app import make_application, quiet_offscreen
    from kiosk.gallery_rooms import gallery_room, staff_room
    from kiosk.library.load import load_content
    from kiosk.rehearsing import style_of, window_size
    from kiosk.ui.gallery.album import Look, looks, render, render_staff, write_index
    from kiosk.ui.gallery.seen_as import Sight
    from kiosk.ui.theme.tokens import TextSize

    library = load_content(options.content).library
    for language in languages:
        if language not in LANGUAGES or language not in library.languages:
            known = ", ".join(library.languages)
            raise InputError(ErrorCode.UNKNOWN_LANGUAGE, given=language, known=known)
    displays = [window_size(words) for words in windows or WINDOW_SIZES[: 4 if every else 1]]
    if None in displays:
        message = "WIDTHxHEIGHT, at least 640x480"
        raise click.BadParameter(message, param_hint="--window-size")
    wanted = looks(
        languages or library.languages,
        [style_of(name) for name in themes or THEMES[: 4 if every else 1]],
        [TextSize[name.upper()] for name in sizes or TEXT_SIZES[: 3 if every else 1]],
        [display for display in displays if display is not None],
        [Sight(name) for name in sights] or [None],
    )
    quiet_offscreen()
    make_application()
    folder = make_folder(out)
    if "visitor" in parts:
        open_room = partial(gallery_room, library, options.settings)
        for look, count in render(wanted, library, open_room, folder, every_card=cards):
            click.echo(f"{folder / look.name} ({count} pictures)")
    if "staff" in parts:

        def open_staff(look: Look) -> AbstractContextManager[StaffRoom]:
            width = options.settings.screen.width_mm
            return staff_room(library, options.content, look.language, look.size, width)

        for name, count in render_staff(wanted, open_staff, folder):
            click.echo(f"{folder / name} ({count} pictures)")
    click.echo(str(write_index(folder)))

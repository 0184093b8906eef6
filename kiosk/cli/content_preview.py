"""`kiosk content preview`: a topic's cards as visitors see them, while they are written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.output import make_folder
from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.language import LANGUAGES

if TYPE_CHECKING:
    from kiosk.services.preview import Draft
    from kiosk.settings import Settings
    from kiosk.ui.preview.desk import Sought


@click.command("preview")
@click.argument("topic")
@click.option("--lang", "language", default="en", show_default=True, help="Which of its texts.")
@click.option("--card", default="", help="The id of the card to begin with; with --out, the only.")
@click.option("--stage", type=click.Choice(list(Stage)), help="Whom to show it as.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write a picture of each card here and end; needs no display.",
)
@pass_options
def preview(
    options: Options, topic: str, *, language: str, card: str, stage: str | None, out: Path | None
) -> None:
    """Show the cards of TOPIC, again whenever a file is saved; Escape closes.

    Arrow keys walk through the cards. Nothing of it is stored.

    Example: kiosk content preview safe-sleep --lang es
    """
    from kiosk.ui.preview.desk import Sought

    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise InputError(ErrorCode.UNKNOWN_LANGUAGE, given=language, known=known)
    if out is None and not _has_display():
        message = "there is no display here; give --out DIR for pictures"
        raise click.UsageError(message)
    root = options.content
    folder = root / "topics" / topic
    if not topic or not folder.is_dir():
        known = ", ".join(sorted(path.name for path in root.glob("topics/*") if path.is_dir()))
        raise InputError(ErrorCode.UNKNOWN_TOPIC, given=topic, known=known)
    sought = Sought(topic, language, card, Stage(stage) if stage else None)
    read = partial(_read, root, sought)
    draft = read()
    _check_card(draft, sought)
    if out is None:
        _show(sought, read, draft, options.settings, (folder, root / "glossary"))
    else:
        _write(sought, draft, options.settings, make_folder(out))


def _show(
    sought: Sought,
    read: Callable[[], Draft],
    draft: Draft,
    settings: Settings,
    folders: tuple[Path, ...],
) -> None:
    from kiosk.app import end_on_signals, make_application, make_window
    from kiosk.ui.preview.desk import PreviewDesk

    app = make_application()
    window = PreviewDesk(sought, draft, settings, make_window).window(read, folders)
    window.show_draft(draft, sought.card)
    window.closed.connect(app.exit)
    end_on_signals(app, window.end)
    window.speak(settings)
    window.show()
    app.exec()


def _read(root: Path, sought: Sought) -> Draft:
    """The content folder now, with what is found in this text and its topic."""
    from kiosk.library.load import load_content
    from kiosk.services.preview import Draft, Remark

    loaded = load_content(root, advice=True)
    folder = f"topics/{sought.topic}/"
    others = {f"{folder}{code}.md" for code in LANGUAGES if code != sought.language}
    return Draft(
        loaded.library,
        tuple(
            Remark(each.path, each.line, each.rule, each.severity.value, each.message)
            for each in loaded.findings
            if each.path.startswith(folder) and each.path not in others
        ),
    )


def _write(sought: Sought, draft: Draft, settings: Settings, out: Path) -> None:
    """Write the pictures, and say what is found; exit 1 where there is nothing to show."""
    from kiosk.app import make_application, make_window, quiet_offscreen
    from kiosk.ui.preview.desk import PreviewDesk

    for remark in draft.remarks:
        place = f"{remark.path}:{remark.line}"
        click.echo(f"{place}: {remark.severity} {remark.rule}: {remark.message}", err=True)
    if not sought.is_in(draft.library):
        click.echo("kiosk: this text has an error, or is not there, and cannot be shown", err=True)
        raise click.exceptions.Exit(1)
    quiet_offscreen()
    app = make_application()
    desk = PreviewDesk(sought, draft, settings, make_window)
    for path in desk.pictures(out):
        click.echo(str(path))
    app.processEvents()


def _check_card(draft: Draft, sought: Sought) -> None:
    if sought.card and (cards := sought.cards(draft.library)) and sought.card not in cards:
        known = ", ".join(cards)
        raise InputError(ErrorCode.UNKNOWN_CARD, given=sought.card, known=known)


def _has_display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown) or not sys.platform.startswith("linux")

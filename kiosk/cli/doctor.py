"""`kiosk doctor`: is everything there that the kiosk needs?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kiosk.cli.base import Options, pass_options
from kiosk.domain.errors import KioskError
from kiosk.i18n import SOURCE_LANGUAGE, Catalogues, Words
from kiosk.settings import fonts_folder, translations_folder

if TYPE_CHECKING:
    from kiosk.services.doctor import Finding


@click.command()
@click.option("--clinic", is_flag=True, help="Also what clinic mode asks for.")
@click.option("--json", "as_json", is_flag=True, help="As a list in JSON.")
@pass_options
def doctor(options: Options, /, *, clinic: bool, as_json: bool) -> int:
    """Look at everything the kiosk needs; exit 1 when something is missing.

    Example: kiosk --settings kiosk.toml doctor --clinic
    """
    from kiosk.services.doctor import State

    words = Catalogues(translations_folder()).words(SOURCE_LANGUAGE)
    found = [*_findings(options, words), *(_clinic(options, words) if clinic else ())]
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
    else:
        for each in found:
            click.echo(str(each))
    return int(any(each.state is State.MISSING for each in found))


def _findings(options: Options, words: Words) -> Iterator[Finding]:
    from kiosk.pdf.fonts import own_fonts
    from kiosk.printing.choose import choose_printer
    from kiosk.services import doctor as say

    yield from _store(options, words)
    yield from _content(options, words)
    files = [f for of in own_fonts(fonts_folder()).values() for f in (of.regular, of.semibold)]
    yield say.fonts(tuple(file.name for file in files if not file.is_file()), words)
    available = choose_printer(options.settings.printing.printer).available()
    yield say.printer(words, available=available)


def _store(options: Options, words: Words) -> Iterator[Finding]:
    from kiosk.services import doctor as say
    from kiosk.services.clinic_mode import is_protected
    from kiosk.storage.key import key_file_in

    key, error = options.settings.key, None
    try:
        options.open_store().close()
    except KioskError as caught:
        error = caught
    protected = is_protected(key, beside=key_file_in(options.data))
    return say.store(error, words, key_protected=protected)


def _content(options: Options, words: Words) -> Iterator[Finding]:
    from kiosk.library.load import load_content
    from kiosk.services import doctor as say
    from kiosk.services.clinic_mode import shown_texts
    from kiosk.wiring import offered_languages

    loaded = load_content(options.content)
    wanted = options.settings.languages
    offered = offered_languages(options.settings, loaded.library, Catalogues(translations_folder()))
    drafts = shown_texts(loaded.library, offered) - loaded.library.approved
    yield say.content(len(loaded.errors), len(drafts), words)
    yield from say.languages(offered, wanted, words)


def _clinic(options: Options, words: Words) -> list[Finding]:
    from kiosk.domain.clinic_mode import missing_for_clinic
    from kiosk.services import doctor as say
    from kiosk.wiring import facts_for_clinic, open_services

    where = (options.data, options.content, options.settings)
    try:
        with open_services(*where, starting=False) as services:
            missing = missing_for_clinic(facts_for_clinic(services, options.data))
    except KioskError:
        # What it is stands in the findings before.
        return [say.clinic_unknown(words)]
    return say.clinic(missing, words)

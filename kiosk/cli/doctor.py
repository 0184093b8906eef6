"""`kiosk doctor`: is everything there that the kiosk needs?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cached_property
from typing import TYPE_CHECKING

import click

from kiosk.cli.base import Options, pass_options
from kiosk.domain.errors import KioskError
from kiosk.domain.language import BUILT_IN
from kiosk.i18n import SOURCE_LANGUAGE, Catalogues, Words
from kiosk.settings import fonts_folder, translations_folder

if TYPE_CHECKING:
    from kiosk.library.load import LoadedContent
    from kiosk.services.doctor import Check, Finding, Look, QueueFacts


@click.command()
@click.option("--clinic", is_flag=True, help="Also what clinic mode asks for.")
@click.option("--json", "as_json", is_flag=True, help="As a list in JSON.")
@click.option(
    "--lang",
    "language",
    type=click.Choice(sorted(BUILT_IN)),
    default=SOURCE_LANGUAGE,
    help="The language to tell it in.",
)
@click.option("--of-display", is_flag=True, hidden=True, help="Only what the display tells.")
@pass_options
def doctor(
    options: Options, /, *, clinic: bool, as_json: bool, language: str, of_display: bool
) -> int:
    """Look at everything the kiosk needs, and name what mends it; exit 1 if something is missing.

    Example: kiosk --settings kiosk.toml doctor --clinic
    """
    if of_display:
        return _tell_of_display()
    from kiosk.cli.terminal import survive_any_terminal
    from kiosk.services.doctor import State, run_checks

    words = Catalogues(translations_folder()).words(language)
    found = list(run_checks(Looks(options, words).all(), words))
    found += _clinic(options, words) if clinic else ()
    survive_any_terminal()
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
    else:
        for each in found:
            click.echo(str(each))
    return int(any(each.state is State.MISSING for each in found))


class Looks:
    """Gathers the facts of each check, and has them judged."""

    def __init__(self, options: Options, words: Words) -> None:
        # A settings file with a fault is said at once: nothing here can be looked at without it.
        self._settings = options.settings
        self._options = options
        self._words = words

    def all(self) -> Iterator[tuple[Check, Look]]:
        """Every check, in the order in which it is looked at."""
        from kiosk.services.doctor import Check

        yield Check.DATA, self._store
        yield Check.PERMISSIONS, self._folder
        yield Check.CLOCK, self._clock
        yield Check.CONTENT, self._content
        yield Check.EPDS, self._epds
        yield Check.FONTS, self._fonts
        yield Check.VOICES, self._voices
        yield Check.PRINTER, self._printers
        yield Check.SPOOLER, self._spooler
        yield Check.DISPLAY, self._display

    @property
    def _is_clinic(self) -> bool:
        return self._settings.mode == "clinic"

    @cached_property
    def _loaded(self) -> LoadedContent:
        from kiosk.library.load import load_content

        return load_content(self._options.content)

    @cached_property
    def _offered(self) -> tuple[str, ...]:
        from kiosk.library.topic_choice import with_topics
        from kiosk.wiring import offered_languages

        library = with_topics(self._loaded.library, self._settings.topics)
        return offered_languages(self._settings, library, Catalogues(translations_folder()))

    def _store(self) -> Iterator[Finding]:
        from kiosk.services import doctor as say
        from kiosk.services.clinic_mode import is_protected
        from kiosk.storage.key import key_file_in

        error, damage = None, 0
        try:
            with self._options.open_store() as store:
                damage = store.damage()
        except KioskError as caught:
            error = caught
        protected = is_protected(self._settings.key, beside=key_file_in(self._options.data))
        return say.store(error, self._words, key_protected=protected, faults=damage)

    def _folder(self) -> Iterator[Finding]:
        from kiosk.services import doctor as say
        from kiosk.storage.look import folder_facts

        facts = folder_facts(self._options.data)
        yield from say.permissions(facts, self._words)
        yield from say.disk(facts, self._words)

    def _clock(self) -> Iterator[Finding]:
        from kiosk.cli.machine import clock_facts
        from kiosk.services import doctor as say
        from kiosk.wiring import local_clock

        return say.clock(clock_facts(local_clock()), self._words)

    def _content(self) -> Iterator[Finding]:
        from kiosk.library.instrument_choice import open_instrument
        from kiosk.library.topic_choice import with_topics
        from kiosk.services import doctor as say
        from kiosk.services.clinic_mode import shown_texts

        library = with_topics(self._loaded.library, self._settings.topics)
        drafts = shown_texts(library, self._offered) - library.approved
        yield say.content(len(self._loaded.errors), len(drafts), self._words)
        yield from say.languages(self._offered, self._settings.languages, self._words)
        open_instrument(self._options.content, self._settings.questionnaire)

    def _epds(self) -> Iterable[Finding]:
        from kiosk.services import doctor as say

        try:
            with self._options.open_store() as store:
                installed = store.texts.all()
        except KioskError:
            # What it is stands in the findings before.
            return ()
        instrument = self._settings.questionnaire
        texts = {each.text.language: each for each in installed}
        of_it = {code: each for code, each in texts.items() if each.text.instrument == instrument}
        return say.epds(of_it, self._offered, self._words, clinic=self._is_clinic)

    def _fonts(self) -> Iterator[Finding]:
        from kiosk.cli.typefaces import coverage_facts, missing_files
        from kiosk.services import doctor as say

        missing = missing_files(fonts_folder())
        yield say.fonts(missing, self._words)
        if not missing:
            wanted = dict.fromkeys((*self._offered, *self._settings.languages))
            facts = coverage_facts(wanted, self._loaded.library, fonts_folder())
            yield from say.coverage(facts, self._words)

    def _voices(self) -> Iterable[Finding]:
        from kiosk.cli.content_voices import ask
        from kiosk.services import doctor as say
        from kiosk.services.voices import language_voices

        if not self._settings.sound.read_aloud:
            return ()
        heard = ask()
        every = language_voices(self._loaded.library, heard)
        return say.voices(every, self._offered, self._words, device=heard.device)

    @cached_property
    def _queues(self) -> tuple[QueueFacts, ...]:
        from kiosk.printing.look import queue_facts

        printing, channels = self._settings.printing, self._settings.alerts.channel
        slips = [each.printer for each in channels if each.kind == "slip"]
        named = {printing.printer: "printing.printer"}
        named |= {printing.second: "printing.second"} if printing.second else {}
        named |= {queue: "alerts.channel.printer" for queue in slips if queue not in named}
        return tuple(queue_facts(queue, setting) for queue, setting in named.items())

    def _printers(self) -> Iterator[Finding]:
        from kiosk.services import doctor as say

        return say.printers(self._queues, self._settings.printing.paper, self._words)

    def _spooler(self) -> Iterator[Finding]:
        from kiosk.printing.look import spooler_settings
        from kiosk.services import doctor as say

        printed = any(queue.found for queue in self._queues)
        return say.spooler(spooler_settings(), self._words, real=self._is_clinic and printed)

    def _display(self) -> Iterator[Finding]:
        from kiosk.cli.machine import display_facts
        from kiosk.services import doctor as say

        return say.display(display_facts(), self._words)


def _tell_of_display() -> int:
    from kiosk.app import make_application
    from kiosk.ui.display import display_facts

    application = make_application()
    facts = display_facts()
    click.echo(json.dumps(asdict(facts) if facts else None))
    application.quit()
    return 0


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

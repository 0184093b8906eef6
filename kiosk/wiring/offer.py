"""What there is to offer: every language and topic of the content folder, and what each lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.domain.content import ContentLibrary
from kiosk.domain.language import LANGUAGES
from kiosk.library.load import load_content
from kiosk.services.offer import Lack, Offer, Offered, Part
from kiosk.services.settings_book import SettingsBook
from kiosk.wiring import Services


def open_offer(services: Services, content: Path, book: SettingsBook) -> Offer:
    """Languages and topics for an administrator."""

    def look(part: Part) -> Sequence[Offered]:
        library = load_content(content).library
        found = _languages if part is Part.LANGUAGES else _topics
        return tuple(found(services, library))

    return Offer(book, look)


def _languages(services: Services, library: ContentLibrary) -> Iterator[Offered]:
    texts = {topic.id: topic.texts for topic in library.topics}
    installed = {each.text.language for each in services.store.texts.all()}
    for code, language in LANGUAGES.items():
        lacks: dict[Lack, str] = {}
        absent = [topic for topic, own in texts.items() if code not in own]
        if absent or code not in library.languages:
            lacks[Lack.TEXTS] = ", ".join(absent) or "signs, helplines"
        if not services.catalogues.has(code):
            lacks[Lack.WORDS] = ""
        if code not in installed:
            lacks[Lack.FORM] = ""
        drafts = [topic for topic in texts if (topic, code) not in library.approved]
        if drafts and not absent:
            lacks[Lack.DRAFTS] = str(len(drafts))
        yield Offered(code, language.name, lacks)


def _topics(services: Services, library: ContentLibrary) -> Iterator[Offered]:
    own = services.settings.clinic.language
    wanted = services.settings.languages or library.languages
    for topic in library.topics:
        absent = [code for code in wanted if code not in topic.texts]
        lacks = {Lack.TEXTS: ", ".join(absent)} if absent else {}
        drafts = [code for code in topic.texts if (topic.id, code) not in library.approved]
        if drafts:
            lacks[Lack.DRAFTS] = ", ".join(drafts)
        text = topic.texts.get(own)
        yield Offered(topic.id, text.title if text is not None else topic.id, lacks)

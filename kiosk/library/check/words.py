"""The words of the interface: whole for every language that a clinic has added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from kiosk.domain.language import BUILT_IN, LANGUAGES
from kiosk.i18n import SOURCE_LANGUAGE, compile_words
from kiosk.library.finding import START, At, Finding, error, quoted, warning
from kiosk.library.languages import WORDS, words_path
from kiosk.library.tree import ContentTree
from kiosk.settings import translations_folder

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

RULE: Final = "words"
TEMPLATE: Final = "kiosk.pot"
MOST: Final = 20
"""Findings a file: a new one lacks every word."""

_PLACEHOLDER: Final = re.compile(r"%\((\w+)\)s")


def words(tree: ContentTree) -> Iterator[Finding]:
    """Files of words that are missing, that nobody asked for, and what is wrong in the others."""
    for name in tree.words:
        yield from _named(name, tree)
    for code in sorted({*tree.languages, *tree.language_file.codes}):
        path = words_path(code)
        if _brought(code):
            continue
        if f"{code}.po" not in tree.words:
            message = f"the kiosk has no words in {code} for its buttons and questions; "
            if code in BUILT_IN:
                yield warning(path, START, RULE, f"{message}kiosk content words {code} begins them")
            else:
                yield error(path, START, RULE, f"{message}write them: kiosk content words {code}")
        elif path in tree.texts:
            yield from list(_file(path, tree.texts[path]))[: MOST + 1]


def _named(name: str, tree: ContentTree) -> Iterator[Finding]:
    """What a name in the folder of words says."""
    path, code = f"{WORDS}/{name}", name.removesuffix(".po")
    if not name.endswith(".po") or _brought(code):
        yield warning(path, START, RULE, "this file is not used; move or remove it")
    elif code not in LANGUAGES and code not in tree.language_file.declared:
        message = f"unknown language {quoted(code)}; add it to {tree.language_file.path}"
        yield error(path, START, RULE, message)


def _brought(code: str) -> bool:
    """Whether the program has the words itself."""
    own = translations_folder() / code / "LC_MESSAGES" / "kiosk.mo"
    return code == SOURCE_LANGUAGE or own.is_file()


def _file(path: str, text: str) -> Iterator[Finding]:
    from babel.messages.pofile import PoFileError

    try:
        own = _catalogue(text)
    except PoFileError as fault:
        at = At(max(fault.lineno, 0) + 1, 1)
        yield error(path, at, RULE, f"this is no PO file ({fault.args[0]}); mend the line")
        return
    try:
        compile_words(text.encode())
    except ValueError as fault:
        yield error(path, START, RULE, f"Plural-Forms cannot be read ({fault}); mend the head")
        return
    wanted = _template()
    lines = {message.id: message.lineno or 1 for message in own}
    faults = [
        (lines.get(message.id, 1), fault)
        for message in wanted
        if message.id and (fault := _wrong(message, own))
    ]
    for line, fault in sorted(faults)[:MOST]:
        yield error(path, At(line, 1), RULE, fault)
    if len(faults) > MOST:
        message = f"{len(faults) - MOST} more of {len(wanted)} messages are not sound"
        yield error(path, START, RULE, message)


def _catalogue(text: str) -> Catalog:
    from io import BytesIO

    from babel.messages.pofile import read_po

    return read_po(BytesIO(text.encode()), abort_invalid=True)


def _template() -> Catalog:
    """The messages to be translated; none where the program came without them."""
    path = translations_folder() / TEMPLATE
    return _catalogue(path.read_text(encoding="utf-8") if path.is_file() else "")


def _wrong(message: Message, own: Catalog) -> str:
    """Why the translation of a message cannot be shown; empty when it can."""
    name = quoted(_forms(message.id)[0])
    there = own.get(message.id, message.context)
    if there is None:
        return f"{name} is missing; kiosk content words adds it"
    forms = _forms(there.string)
    if message.pluralizable and not (len(forms) == own.num_plurals and all(forms)):
        return f"{name} needs {own.num_plurals} forms, as Plural-Forms says"
    if not all(form.strip() for form in forms):
        return f"{name} is not translated"
    if there.fuzzy:
        return f"{name} is marked as fuzzy; see whether it is right and remove the mark"
    return _misnamed(message, forms, name)


def _misnamed(message: Message, forms: list[str], name: str) -> str:
    """Why the placeholders of a translation cannot be filled; empty when they can."""
    wanted = _names(" ".join(_forms(message.id)))
    for form in forms:
        named = _names(form)
        # A plural form may spell its number out ("one week"), never name another.
        if named - wanted or (named != wanted and not message.pluralizable):
            placeholders = " ".join(f"%({each})s" for each in sorted(wanted)) or "no %(...)s"
            return f"{name} has {placeholders} in it, and so must its translation"
        if wanted and not _fills(form, dict.fromkeys(wanted, "x")):
            return f"the translation of {name} has a lone %; write it as %%"
    return ""


def _forms(text: object) -> list[str]:
    if isinstance(text, list | tuple):
        return [str(each or "") for each in cast("Sequence[object]", text)]
    return [str(text or "")]


def _names(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


def _fills(form: str, values: Mapping[str, str]) -> bool:
    try:
        return bool(form % values)
    except (ValueError, TypeError, KeyError):
        return False

"""How far each text is in each language: absent, with errors, draft, outdated or approved."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.language import LANGUAGES
from kiosk.library.approvals import ApprovalTable, text_hash
from kiosk.library.approve import LINES_TEXT, SIGNS_TEXT, ApprovableText, approvable
from kiosk.library.helplines import HELPLINES_FILE
from kiosk.library.tree import ContentTree


class TextState(StrEnum):
    """The state of a text; errors go before approvals, as they hide it."""

    ABSENT = "absent"
    ERRORS = "errors"
    DRAFT = "draft"
    OUTDATED = "outdated"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class TextStatus:
    """A text in a language.

    Attributes:
        name: The topic, or the name of the warning signs or help lines.
        language: Its code.
        path: The file that holds it, or would.
        state: How far it is.
        approvals: Of these very words where there is one, else of earlier ones.
        current: Whether they are of these very words.
    """

    name: str
    language: str
    path: str
    state: TextState
    approvals: tuple[ApprovalTable, ...]
    current: bool


def written_languages(tree: ContentTree) -> tuple[str, ...]:
    """Languages of which any topic has a file, readable or not."""
    return tuple(code for code in LANGUAGES if any(f"{code}.md" in t.names for t in tree.topics))


def text_states(tree: ContentTree, broken: AbstractSet[str]) -> Iterator[TextStatus]:
    """Every text in every language written: topics, then warning signs, then help lines.

    Args:
        tree: The content.
        broken: The files that have an error.
    """
    texts = {(text.name, text.language): text for text in approvable(tree, broken)}
    for name, language, path, there in _places(tree):
        text = texts.get((name, language))
        every = [e for e in tree.approvals.entries if (e.topic, e.language) == (name, language)]
        now = text_hash(text.text) if text else ""
        same = [entry for entry in every if entry.hash == now]
        state = TextState.ABSENT
        if text or there:
            state = _state(text, approved=bool(same), ever=bool(every))
        yield TextStatus(name, language, path, state, tuple(same or every), bool(same))


def _places(tree: ContentTree) -> Iterator[tuple[str, str, str, bool]]:
    """Name, language, path, and whether there is a file, readable or not."""
    languages = written_languages(tree)
    for topic in tree.topics:
        for code in languages:
            yield topic.name, code, f"{topic.path}/{code}.md", f"{code}.md" in topic.names
    for code in languages:
        name = f"{code}.toml"
        yield SIGNS_TEXT, code, f"{tree.signs.path}/{name}", name in tree.signs.names
    lines = tree.helplines
    unread = lines.file is None and (tree.folder / HELPLINES_FILE).exists()
    for code in languages:
        yield LINES_TEXT, code, lines.path, unread


def _state(text: ApprovableText | None, *, approved: bool, ever: bool) -> TextState:
    if text is None or not text.sound:
        return TextState.ERRORS
    if approved:
        return TextState.APPROVED
    return TextState.OUTDATED if ever else TextState.DRAFT

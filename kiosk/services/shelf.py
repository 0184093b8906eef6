"""The content that visitors are shown: the one place that changes when the files do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.content import ContentLibrary
from kiosk.domain.errors import Place
from kiosk.i18n import Words


class FaultKind(StrEnum):
    """Why texts in the content folder are not shown."""

    ERROR = "error"
    DRAFT = "draft"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class ContentFault:
    """The first thing to mend, and in which file; for RESPONSE the place is a language."""

    kind: FaultKind
    place: Place


@dataclass(frozen=True, slots=True)
class Change:
    """The content folder as it is now: a library to show, or what stands against it."""

    library: ContentLibrary | None
    fault: ContentFault | None = None


Held = tuple[ContentLibrary, ContentFault | None]
"""A library to show, and why not all of the folder is."""


class Shelf:
    """Holds the library that is shown; whoever asks twice may get another one."""

    def __init__(
        self,
        content: ContentLibrary | Callable[[], Held],
        fault: ContentFault | None = None,
    ) -> None:
        """A shelf with a library, or one that is filled when somebody looks at it.

        Args:
            content: What is shown, or what gives it and its fault; that is asked once, and again
                only after it has raised. Many a command never looks at the content.
            fault: Why not all of it is shown.
        """
        self._content: Held | Callable[[], Held]
        self._content = content if callable(content) else (content, fault)

    def _look(self) -> Held:
        if callable(self._content):
            self._content = self._content()
        return self._content

    @property
    def library(self) -> ContentLibrary:
        """The last one that could be shown."""
        return self._look()[0]

    @property
    def fault(self) -> ContentFault | None:
        """Why the folder's texts are not, or not all, shown."""
        return self._look()[1]

    def take(self, change: Change) -> bool:
        """Put a changed library in place, whole, or keep the old one; whether it was put."""
        library = self.library if change.library is None else change.library
        self._content = library, change.fault
        return change.library is not None


def fault_line(fault: ContentFault | None, words: Words) -> str:
    """What staff are told, on one line; nothing when all is well."""
    if fault is None:
        return ""
    _ = words.gettext
    place = str(fault.place)
    match fault.kind:
        case FaultKind.ERROR:
            return _("Texts are not shown, they have an error: %(place)s") % {"place": place}
        case FaultKind.DRAFT:
            return _("New texts are not shown before they are approved: %(place)s") % {
                "place": place
            }
        case _:
            return _("New texts are not shown, kiosk.toml lacks your words in: %(place)s") % {
                "place": place
            }

"""The content that visitors are shown: the one place that changes when the files do."""

from __future__ import annotations

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


class Shelf:
    """Holds the library that is shown; whoever asks twice may get another one.

    Attributes:
        library: The last one that could be shown.
        fault: Why the folder's texts are not, or not all, shown.
    """

    def __init__(self, library: ContentLibrary, fault: ContentFault | None = None) -> None:
        self.library = library
        self.fault = fault

    def take(self, change: Change) -> bool:
        """Put a changed library in place, whole, or keep the old one; whether it was put."""
        self.fault = change.fault
        if change.library is None:
            return False
        self.library = change.library
        return True


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

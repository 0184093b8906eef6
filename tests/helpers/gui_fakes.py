"""What GUI tests put in place of the real thing: longer words, a watch for stray windows."""

from gettext import NullTranslations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from kiosk.i18n import Catalogues, Words


def twice(message: str) -> str:
    """A message of twice the length, its placeholders kept."""
    return f"{message} {message}" if message.strip() else message


class LongWords(Words):
    """English in which everything is said twice."""

    def __init__(self) -> None:
        super().__init__("en", NullTranslations())

    def gettext(self, message: str) -> str:
        return twice(super().gettext(message))

    def ngettext(self, one: str, many: str, count: int) -> str:
        return twice(super().ngettext(one, many, count))

    def pgettext(self, context: str, message: str) -> str:
        return twice(super().pgettext(context, message))


class LongCatalogues(Catalogues):
    """Catalogues whose English is twice as long."""

    def words(self, language: str) -> Words:
        return LongWords() if language == "en" else super().words(language)


class WindowWatch(QObject):
    """Names every window that is shown beside the kiosk's own."""

    def __init__(self, own: QWidget) -> None:
        super().__init__()
        self._own = own
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Show or not isinstance(watched, QWidget):
            return False
        if watched.isWindow() and watched is not self._own:
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}".strip())
        return False

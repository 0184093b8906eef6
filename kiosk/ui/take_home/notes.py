"""Room to write, where the page has some left."""

from __future__ import annotations

from kiosk.i18n import Words
from kiosk.ui.take_home.canvas import Canvas, token
from kiosk.ui.take_home.panels import titled
from kiosk.ui.take_home.type import HEADING, POINT, Type


class Notes:
    """A heading and ruled lines, as many as there is room for."""

    def __init__(self, face: Type, width: float, words: Words, height: float) -> None:
        self._width = width
        self._title = titled(face, width, "page", (words.gettext("My notes"), HEADING))
        self._step = face.em(2.3)
        self._lines = int((height - self._title.height) / self._step)
        self.height = self._title.height + self._lines * self._step

    @staticmethod
    def least(face: Type) -> float:
        """The height below which there are better uses for the room."""
        return face.em(8)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Hairlines far enough apart for handwriting."""
        self._title.draw(canvas, x, y)
        y += self._title.height
        for number in range(1, self._lines + 1):
            canvas.rule(x, y + self._step * number, self._width, token("line"), POINT * 0.6)

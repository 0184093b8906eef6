"""Paints a laid-out page with ReportLab. Imported on the first page only."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from kiosk.pdf.colours import rgb
from kiosk.pdf.embedding import EmbeddedFont
from kiosk.pdf.fonts import PageFont
from kiosk.pdf.pieces import BoxOp, Op, ShapeOp, TextOp
from kiosk.pdf.shapes import FIELD, SHAPES
from kiosk.pdf.shaping import Run

BASELINE: Final = 0.75
"""Where letters stand in a line's place, as a share of its height."""

_PRODUCER: Final = "Perinatal Kiosk"


class Painter(Canvas):
    """A page of one size, from the left or from the right."""

    # ReportLab's own: the document that the page goes into.
    _doc: PDFDocument

    def __init__(
        self, size: tuple[float, float], *, right: bool, title: str, language: str, made: datetime
    ) -> None:
        self._bytes = io.BytesIO()
        super().__init__(
            self._bytes, pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 5),
            lang=language.replace("_", "-"),
        )  # fmt: skip
        self._wide, self._high = size
        self._right = right
        self._fonts: dict[str, EmbeddedFont] = {}
        self.setTitle(title)
        self.setProducer(_PRODUCER)
        for blank in (self.setAuthor, self.setCreator, self.setSubject):
            blank("")
        # The page's time, not the machine's: the same visit gives the same bytes.
        date = made.strftime("D:%Y%m%d%H%M%S%z")
        self.setDateFormatter(lambda *_: f"{date[:-2]}'{date[-2:]}'")

    def paint(self, *pages: Iterable[Op]) -> bytes:
        """Paint everything in its order, page after page; gives the document."""
        for ops in pages:
            for op in ops:
                self._op(op)
            self.showPage()
        for font in self._fonts.values():
            font.add_to(self._doc)
        self.save()
        return self._bytes.getvalue()

    def _op(self, op: Op) -> None:
        match op:
            case TextOp():
                self._text(op)
            case BoxOp():
                self._box(op)
            case ShapeOp():
                self._shape(op)

    def _left(self, op: Op) -> float:
        return self._wide - op.x - op.width if self._right else op.x

    def _box(self, op: BoxOp) -> None:
        self.saveState()
        if op.fill:
            self.setFillColorRGB(*rgb(op.fill))
        if op.stroke:
            self.setStrokeColorRGB(*rgb(op.stroke))
            self.setLineWidth(op.thickness)
        if op.dashed:
            self.setDash([3, 2.5])
        self.roundRect(
            self._left(op), self._high - op.y - op.height, op.width, op.height, op.radius,
            stroke=int(op.stroke is not None), fill=int(op.fill is not None),
        )  # fmt: skip
        self.restoreState()

    def _shape(self, op: ShapeOp) -> None:
        left, top, scale = self._left(op), self._high - op.y, op.width / FIELD
        red, green, blue = rgb(op.colour)
        parts = [f"q {red:.3f} {green:.3f} {blue:.3f} rg"]
        for step, numbers in SHAPES[op.shape]:
            points = zip(numbers[::2], numbers[1::2], strict=True)
            placed = " ".join(f"{left + x * scale:.2f} {top - y * scale:.2f}" for x, y in points)
            parts.append(f"{placed} {'h' if step == 'z' else step}")
        self.addLiteral(" ".join([*parts, "f* Q"]))

    def _text(self, op: TextOp) -> None:
        red, green, blue = rgb(op.colour)
        left, base = self._left(op), self._high - op.y - op.height * BASELINE
        parts = [f"{red:.3f} {green:.3f} {blue:.3f} rg"]
        turned = any(run.right for run in op.line.runs)
        if turned:
            said = op.line.text.encode("utf-16-be").hex().upper()
            parts.append(f"/Span << /ActualText <FEFF{said}> >> BDC")
        parts.append("BT")
        for run in op.line.runs:
            font = self._font(run.font)
            parts.append(f"/{font.name} {op.size:.2f} Tf")
            parts.append(f"1 0 0 1 {left + run.x * op.size:.3f} {base:.3f} Tm")
            parts.append(_shown(run, font, op.size))
        parts.append("ET")
        if turned:
            parts.append("EMC")
        self.addLiteral("\n".join(parts))

    def _font(self, font: PageFont) -> EmbeddedFont:
        if font.name not in self._fonts:
            self._fonts[font.name] = EmbeddedFont(f"K{len(self._fonts) + 1}", font)
        return self._fonts[font.name]


def _shown(run: Run, font: EmbeddedFont, size: float) -> str:
    """The operators that show a run's glyphs, marks raised to their places."""
    parts: list[str] = []
    here: list[str] = []
    rise = at = wanted = 0.0
    for glyph in run.glyphs:
        if glyph.dy != rise:
            parts += [f"[{' '.join(here)}] TJ", f"{glyph.dy * size:.3f} Ts"]
            here, rise = [], glyph.dy
        shift = at - (wanted + glyph.dx) * 1000
        if abs(shift) >= 1:
            here.append(f"{shift:.0f}")
            at -= round(shift)
        here.append(f"<{font.number(glyph.gid, glyph.text):04X}>")
        at += round(font.font.advance(glyph.gid))
        wanted += glyph.advance
    parts.append(f"[{' '.join(here)}] TJ")
    if rise:
        parts.append("0 Ts")
    return "\n".join(parts)

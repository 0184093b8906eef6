"""Puts the glyphs of a face into the document, with the text they stand for.

Every pair of glyph and text gets a number of its own, so that one glyph may stand for
different texts; CIDToGIDMap leads from the number to the glyph, ToUnicode to the text.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFStream, PDFZCompress

from kiosk.pdf.harfbuzz import harfbuzz

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

    from kiosk.pdf.fonts import PageFont

_DROPPED = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "name", "post", "gasp", "DSIG", "STAT")
_LATIN_HEIGHT = 0.7
_PER_BLOCK = 100


class RawObject(PDFObject):
    """A PDF object written out by hand."""

    __RefOnly__ = 1

    def __init__(self, text: str) -> None:
        self._text = text

    def format(self, _document: PDFDocument) -> bytes:
        """The object as it stands in the file."""
        return self._text.encode("ascii")


class EmbeddedFont:
    """The glyphs of one face that a document uses."""

    def __init__(self, name: str, font: PageFont) -> None:
        self.name = name
        self.font = font
        self._numbers: dict[tuple[int, str], int] = {}

    def number(self, gid: int, text: str) -> int:
        """The number under which a glyph standing for a text is drawn."""
        return self._numbers.setdefault((gid, text), len(self._numbers) + 1)

    def add_to(self, document: PDFDocument) -> None:
        """Write the font's objects and make it known to the pages."""
        program = _stream(self._program(), Length1=len(self._program()))
        unicode_map = _stream(self._unicode_map())
        glyph_map = _stream(self._glyph_map())
        descriptor = RawObject(self._descriptor(_add(document, program)))
        descendant = RawObject(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{self._base} "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            f"/FontDescriptor {_add(document, descriptor)} /DW 0 /W [1 [{self._widths()}]] "
            f"/CIDToGIDMap {_add(document, glyph_map)} >>"
        )
        whole = RawObject(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{self._base} /Encoding /Identity-H "
            f"/DescendantFonts [{_add(document, descendant)}] "
            f"/ToUnicode {_add(document, unicode_map)} >>"
        )
        fonts: Any = document.idToObject["BasicFonts"]
        fonts.dict[self.name] = document.Reference(whole, f"font-{self.name}")

    @property
    def _base(self) -> str:
        return f"KIOSK{self.name[-1]}+{self.font.name}"

    def _widths(self) -> str:
        return " ".join(f"{self.font.advance(gid):.0f}" for gid, _ in self._numbers)

    def _program(self) -> bytes:
        hb = harfbuzz()
        wish = hb.SubsetInput()
        for gid, _ in self._numbers:
            wish.glyph_set.add(gid)
        for tag in _DROPPED:
            wish.drop_table_tag_set.add(int.from_bytes(tag.ljust(4).encode(), "big"))
        flags = hb.SubsetFlags
        wish.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
        return wish.subset(self.font.face).blob.data

    def _glyph_map(self) -> bytes:
        return struct.pack(f">{len(self._numbers) + 1}H", 0, *(gid for gid, _ in self._numbers))

    def _unicode_map(self) -> bytes:
        pairs = [
            f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for (_, text), number in self._numbers.items()
        ]
        blocks = [pairs[i : i + _PER_BLOCK] for i in range(0, len(pairs), _PER_BLOCK)]
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        for block in blocks:
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(lines).encode("ascii")

    def _descriptor(self, program: str) -> str:
        return (
            f"<< /Type /FontDescriptor /FontName /{self._base} /Flags 4 /ItalicAngle 0 "
            "/Ascent 1000 /Descent -250 /StemV 80 /FontBBox [-1000 -800 3000 1400] "
            f"/CapHeight {1000 * _LATIN_HEIGHT:.0f} /FontFile2 {program} >>"
        )


def _stream(content: bytes, **entries: int) -> PDFStream:
    return PDFStream(PDFDictionary(dict(entries)), content, [PDFZCompress])


def _add(document: PDFDocument, thing: PDFObject) -> str:
    reference: Any = document.Reference(thing)
    return reference.format(document).decode("ascii")

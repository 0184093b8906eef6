"""What the page uses of HarfBuzz, with types (uharfbuzz brings none)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol, cast


class Blob(Protocol):
    """Bytes of a font."""

    @property
    def data(self) -> bytes:
        """All of them."""
        ...


class Face(Protocol):
    """A font file."""

    upem: int
    blob: Blob

    @property
    def unicodes(self) -> set[int]:
        """The characters it has a glyph for."""
        ...


class Font(Protocol):
    """A face made ready for shaping."""

    def get_glyph_h_advance(self, gid: int) -> int:
        """Width of a glyph in units of the face."""
        ...


class Info(Protocol):
    """Which glyph, and for which character."""

    codepoint: int
    cluster: int


class Position(Protocol):
    """Where a glyph goes, in units of the face."""

    x_advance: int
    x_offset: int
    y_offset: int


class Buffer(Protocol):
    """Text in, glyphs out."""

    direction: str
    language: str
    cluster_level: object
    glyph_infos: Sequence[Info]
    glyph_positions: Sequence[Position]

    def add_str(self, text: str) -> None:
        """Take text."""
        ...

    def guess_segment_properties(self) -> None:
        """Fill in what was not set."""
        ...


class GlyphSet(Protocol):
    """A set of numbers."""

    def add(self, value: int) -> None:
        """Take one in."""
        ...


class SubsetInput(Protocol):
    """What a reduced font keeps."""

    glyph_set: GlyphSet
    drop_table_tag_set: GlyphSet
    flags: object

    def subset(self, face: Face) -> Face:
        """The reduced font."""
        ...


class _Blobs(Protocol):
    def from_file_path(self, path: str) -> Blob: ...


class _Levels(Protocol):
    MONOTONE_CHARACTERS: object


class _Flags(Protocol):
    RETAIN_GIDS: int
    NO_LAYOUT_CLOSURE: int
    NOTDEF_OUTLINE: int


class HarfBuzz(Protocol):
    """The module."""

    Blob: _Blobs
    BufferClusterLevel: _Levels
    SubsetFlags: _Flags

    def Face(self, blob: Blob, index: int = 0) -> Face:  # noqa: N802 - its name there
        """A face of a font file or collection."""
        ...

    def Font(self, face: Face) -> Font:  # noqa: N802 - its name there
        """A face ready for shaping."""
        ...

    def Buffer(self) -> Buffer:  # noqa: N802 - its name there
        """An empty buffer."""
        ...

    def SubsetInput(self) -> SubsetInput:  # noqa: N802 - its name there
        """An empty wish."""
        ...

    def shape(self, font: Font, buffer: Buffer) -> None:
        """Turn the buffer's text into glyphs in order of sight."""
        ...


@cache
def harfbuzz() -> HarfBuzz:
    """HarfBuzz, imported on first use."""
    import uharfbuzz

    return cast("HarfBuzz", uharfbuzz)

"""Keys that the format does not know: most often a slip of the finger."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.library.finding import Finding
from kiosk.library.tree import ContentTree


def unknown_keys(tree: ContentTree) -> Iterator[Finding]:
    """Unknown keys of TOML files, with the nearest name."""
    yield from (fault for fault in tree.faults if fault.rule == "unknown-keys")

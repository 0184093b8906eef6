"""Printing what content holds, on whatever terminal there is."""

from __future__ import annotations

import io
import sys
from typing import cast


def survive_any_terminal() -> None:
    """Print what a terminal cannot show as codes, instead of failing."""
    stream: object = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        cast("io.TextIOWrapper[io.BufferedWriter]", stream).reconfigure(errors="backslashreplace")

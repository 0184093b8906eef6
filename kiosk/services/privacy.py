"""The version of the privacy text; change it whenever that text changes."""

from typing import Final

PRIVACY_VERSION: Final = "2026-11"

"""The coverage ratchet: holds a coverage report against [tool.kiosk.ratchet] in pyproject.toml.

    python tests/ratchet.py .coverage.json

Files named perfect run in every line and branch, or have a floor; a floor is removed once its file
is perfect, so that it cannot fall back.
"""

import fnmatch
import json
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

WHOLE = 100.0


def complaints(files: Mapping[str, Any], rules: Mapping[str, Any]) -> list[str]:
    """What a report breaks of the rules.

    Args:
        files: The "files" of coverage's JSON report: a path to its summary.
        rules: `perfect`, a list of patterns, and `floors`, a path to its least percentage.
    """
    floors: Mapping[str, float] = rules["floors"]
    found = [f"{path}: has a floor but no coverage" for path in floors if path not in files]
    found += [
        f"{name}: no coverage" for name in rules["perfect"] if not fnmatch.filter(files, name)
    ]
    for path, report in sorted(files.items()):
        covered: float = report["summary"]["percent_covered"]
        named = any(fnmatch.fnmatch(path, pattern) for pattern in rules["perfect"])
        least = floors.get(path, WHOLE if named else 0)
        if covered < least:
            lines = ", ".join(str(line) for line in report["missing_lines"]) or "none"
            branches = ", ".join(f"{a}->{b}" for a, b in report["missing_branches"]) or "none"
            found.append(
                f"{path}: {covered:.1f} % of {least:.1f} %; lines {lines}; branches {branches}"
            )
        elif path in floors and covered >= WHOLE:
            found.append(f"{path}: is whole now: remove its floor")
    return found


def main(report: str) -> int:
    """Print what is wrong; the exit code."""
    rules = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    files = json.loads(Path(report).read_text(encoding="utf-8"))["files"]
    found = complaints(files, rules["tool"]["kiosk"]["ratchet"])
    for line in found:
        print(f"coverage: {line}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""What the measurements share."""

from collections.abc import Callable

import pytest

Say = Callable[[str], None]


@pytest.fixture
def say(request, capfd) -> Say:
    """Prints a line that pytest does not keep to itself."""
    reporter = request.config.pluginmanager.getplugin("terminalreporter")

    def write(line: str) -> None:
        with capfd.disabled():
            reporter.ensure_newline()
            reporter.write_line(line)

    return write

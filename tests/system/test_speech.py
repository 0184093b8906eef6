"""A real speech-dispatcher: its voices are found, and one that hangs holds up nobody."""

import json
import os
import shutil
import signal
import subprocess
import time

import pytest

from tests.helpers.e2e_kiosk import Kiosk
from tests.helpers.waiting import wait_until

pytestmark = pytest.mark.system


@pytest.fixture
def dispatcher(tmp_path):
    """A speech-dispatcher of the test's own."""
    program = shutil.which("speech-dispatcher")
    if program is None:
        pytest.skip("speech-dispatcher is not installed")
    socket = tmp_path / "speechd.sock"
    folders = ["-S", str(socket), "-P", str(tmp_path / "pid"), "-L", str(tmp_path)]
    log = (tmp_path / "log").open("w")
    running = subprocess.Popen([program, "-s", *folders], stdout=log, stderr=log)
    try:
        wait_until(lambda: socket.exists() or None, "the socket of speech-dispatcher")
        yield running, {"SPEECHD_ADDRESS": f"unix_socket:{socket}"}
    finally:
        os.kill(running.pid, signal.SIGCONT)
        running.terminate()
        running.wait()
        log.close()


def _voices(kiosk):
    found = json.loads(kiosk.works("content", "voices", "--json"))
    return {each["language"]: each for each in found}


def test_each_language_of_the_content_has_a_voice(dispatcher, tmp_path):
    _, environment = dispatcher
    found = _voices(Kiosk(tmp_path / "data", environment=environment))
    assert found["en"]["voice"] == "English (America)"
    assert found["es"]["voice"] == "Spanish (Latin America)"
    assert found["ar"]["voice"] == "Arabic"
    assert {each["engine"] for each in found.values() if each["voice"]} == {"speechd"}


def test_one_that_hangs_is_given_up(dispatcher, tmp_path):
    running, environment = dispatcher
    os.kill(running.pid, signal.SIGSTOP)
    began = time.monotonic()
    found = _voices(Kiosk(tmp_path / "data", environment=environment))
    assert time.monotonic() - began < 20
    assert not found["en"]["voice"]
    assert "did not answer" in found["en"]["mend"]

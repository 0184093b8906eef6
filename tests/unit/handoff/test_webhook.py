"""The message that leaves the kiosk: a code and nothing else, to one address."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kiosk.domain.code import VisitCode
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.handoff.webhook import Webhook

CODE = VisitCode("green", 42)


class Receiver(HTTPServer):
    """A server on this machine; `answers` is the status it gives."""

    answers = 204

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.got = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/call"


class Handler(BaseHTTPRequestHandler):
    timeout = 5

    def do_POST(self):
        assert isinstance(self.server, Receiver)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, dict(self.headers), json.loads(body)))
        if self.server.answers == 0:
            self.wfile.write(b"no HTTP\r\n\r\n")
            return
        self.send_response(self.server.answers)
        self.send_header("Location", f"{self.server.url}/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        self.do_POST()

    def log_request(self, code="-", size="-"):
        del code, size


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    server = Receiver()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join(10)
    server.server_close()


def failure(url, **options):
    with pytest.raises(KioskError) as caught:
        Webhook(url, "kiosk 1").send(CODE, **options)
    assert caught.value.code is ErrorCode.WEBHOOK_FAILED
    return caught.value.params["reason"]


def test_it_tells_the_code_the_kiosk_and_nothing_else(receiver):
    Webhook(receiver.url, "kiosk 1").send(CODE)
    ((path, headers, message),) = receiver.got
    assert path == "/call"
    assert message == {"kind": "see_now", "code": "green 42", "kiosk": "kiosk 1"}
    assert headers["Content-Type"] == "application/json"
    assert "Python" not in headers["User-Agent"]


def test_a_test_is_marked(receiver):
    Webhook(receiver.url, "kiosk 1").send(CODE, test=True)
    assert receiver.got[0][2]["kind"] == "test"


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_it_follows_no_redirect(receiver, status):
    receiver.answers = status
    assert failure(receiver.url) == f"HTTP {status}"
    assert [path for path, *_ in receiver.got] == ["/call"]


@pytest.mark.parametrize("status", [400, 404, 500, 503])
def test_a_refusal_is_a_failure(receiver, status):
    receiver.answers = status
    assert failure(receiver.url) == f"HTTP {status}"


def test_an_answer_that_is_none(receiver):
    receiver.answers = 0
    assert failure(receiver.url) == "no answer"


def test_nobody_there():
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        port = server.server_port
    assert failure(f"http://127.0.0.1:{port}/") == "no answer"


def test_a_server_that_never_answers_is_not_waited_for(monkeypatch):
    monkeypatch.setattr("kiosk.handoff.webhook.TIMEOUT", 0.1)
    with HTTPServer(("127.0.0.1", 0), Handler) as deaf:
        assert failure(f"http://127.0.0.1:{deaf.server_port}/") == "no answer"


def test_a_message_to_this_machine_passes_no_proxy(receiver, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    Webhook(receiver.url, "kiosk 1").send(CODE)
    assert len(receiver.got) == 1


def test_other_addresses_are_reached_as_the_machine_is_set_up(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    assert failure("https://pager.invalid/call") == "no answer"

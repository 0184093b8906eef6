"""`kiosk alerts`, `kiosk alerts test` and `kiosk alerts check`, as they are typed."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.cli.main import run
from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, Outcome
from kiosk.settings import load_settings
from kiosk.storage.store import open_store
from kiosk.wiring import open_alerting
from tests.helpers.stored_visits import put_visit

NOW = datetime.now(UTC).replace(microsecond=0)
AGO = timedelta(days=1, hours=23, minutes=30)
"""Far enough from a full hour for the slowest run of all tests."""
PREGNANT = facts.StageGiven(Stage.PREGNANT)
SEVERE = facts.AlertRaised(1, AlertKind.BLOOD_PRESSURE_SEVERE)
SIGN = facts.AlertRaised(2, AlertKind.WARNING_SIGN)
SEEN = facts.AlertAcknowledged(2, "Ann", Outcome.SEEN)
FIRST = "ab12" + "0" * 28
PAGER = '[[alerts.channel]]\nkind = "webhook"\nname = "pager"\nurl = "http://localhost:9/"\n'
DESK = '[[alerts.channel]]\nkind = "slip"\nname = "desk"\nprinter = "nowhere"\nafter_minutes = 5\n'


@pytest.fixture
def settings(tmp_path):
    """The settings file; a test writes into it."""
    path = tmp_path / "kiosk.toml"
    path.write_text("")
    return path


@pytest.fixture
def kiosk(tmp_path, settings, capsys):
    """Runs a command on a data folder of its own; gives (exit status, output, errors)."""

    def command(*arguments):
        place = ["--data", str(tmp_path / "data"), "--settings", str(settings)]
        status = run([*place, *map(str, arguments)])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return command


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def three(store):
    """A visit with two alerts, one of them seen; a finished one without any."""
    put_visit(
        store.visits, FIRST, PREGNANT, SEVERE, SIGN, SEEN, facts.Left(facts.Leaving.IDLE),
        start=NOW - AGO,
    )  # fmt: skip
    put_visit(store.visits, "cd34", PREGNANT, facts.Finished(), code=("blue", 10), start=NOW)
    return store


@pytest.fixture
def sent(monkeypatch):
    """What the webhook would send."""
    codes = []

    def send(self, code, *, test=False):
        codes.append((self.url, str(code), test))

    monkeypatch.setattr("kiosk.handoff.webhook.Webhook.send", send)
    return codes


@pytest.mark.usefixtures("three")
def test_alerts_that_nobody_has_seen(kiosk):
    status, out, err = kiosk("alerts")
    assert (status, err) == (0, "")
    assert out.split() == ["green", "42", "blood", "pressure", "severe", "1", "d", "23", "h"]


@pytest.mark.usefixtures("three")
def test_alerts_for_programs(kiosk):
    (alert,) = json.loads(kiosk("alerts", "--json")[1])
    raised = NOW - AGO + timedelta(minutes=2)
    age = datetime.now(NOW.tzinfo) - raised
    assert alert["age_seconds"] == pytest.approx(age.total_seconds(), abs=60)
    assert datetime.fromisoformat(alert.pop("raised_at")) == raised
    del alert["age_seconds"]
    assert alert == {"visit": FIRST, "code": "green 42", "kind": "blood_pressure_severe"}


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        ({"minutes": 2}, "0 min"),
        ({"minutes": 7}, "5 min"),
        ({"hours": 3, "minutes": 2}, "3 h 0 min"),
    ],
)
def test_how_old_an_alert_is(kiosk, store, ago, told):
    start = datetime.now(UTC) - timedelta(**ago, seconds=1)
    put_visit(store.visits, FIRST, PREGNANT, SEVERE, start=start)
    assert kiosk("alerts")[1].strip().endswith(f"  {told}")


def test_no_alerts(kiosk):
    assert kiosk("alerts") == (0, "", "No open alerts.\n")
    assert json.loads(kiosk("alerts", "--json")[1]) == []


@pytest.mark.parametrize("command", [["alerts"], ["alerts", "test"], ["alerts", "check"]])
def test_help_has_an_example(kiosk, command):
    status, out, _err = kiosk(*command, "--help")
    assert status == 0
    assert "Example: kiosk " in out


def test_a_test_goes_through_every_channel_and_the_time_is_kept(kiosk, settings, tmp_path, sent):
    settings.write_text(PAGER)
    assert kiosk("alerts", "test") == (0, "pager: sent\n", "")
    assert sent == [("http://localhost:9/", "grey 00", True)]
    with open_alerting(tmp_path / "data", load_settings(settings)) as alerting:
        at = alerting.last_test("pager")
    assert at is not None
    assert timedelta(0) <= datetime.now(UTC) - at < timedelta(minutes=1)


def test_a_channel_that_fails_is_named_and_the_others_are_tried(kiosk, settings, sent):
    settings.write_text(PAGER + DESK)
    status, out, err = kiosk("alerts", "test")
    assert (status, err) == (1, "")
    pager, desk = out.splitlines()
    assert pager == "pager: sent"
    assert desk.startswith("desk: failed: the printer did not print the slip (no ")


def test_a_test_without_channels(kiosk):
    status, out, err = kiosk("alerts", "test")
    assert (status, out) == (1, "")
    assert err.startswith("kiosk: no alert channel is set up; add [[alerts.channel]]")


def test_a_test_needs_nothing_that_clinic_mode_asks_for(kiosk, settings, sent):
    settings.write_text(f'mode = "clinic"\n{PAGER}')
    assert kiosk("alerts", "test")[:2] == (0, "pager: sent\n")


def test_the_clinics_own_words_and_channels_are_told(kiosk, settings):
    settings.write_text(f'languages = ["en"]\n[response.text]\nen = "Ana comes."\n{PAGER}{DESK}')
    status, out, err = kiosk("alerts", "check")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "response: en",
        "pager: webhook, at once",
        "desk: slip, after 5 min",
    ]


def test_a_language_without_the_clinics_words_is_named(kiosk, settings):
    settings.write_text('[response.text]\nen = "Ana comes."\n')
    status, out, err = kiosk("alerts", "check")
    assert (status, out) == (1, "")
    assert err.startswith(f"kiosk: {settings}:1:1: response.text: missing for es")


def test_no_words_and_no_channels_are_no_fault(kiosk):
    status, out, err = kiosk("alerts", "check")
    assert (status, out) == (0, "response: the usual words\n")
    assert err.startswith("No alert channels")

"""`kiosk run --check`: whether the kiosk would start, asked while one runs."""

import pytest

from kiosk.cli.main import run
from kiosk.settings import Settings, default_content_folder
from kiosk.wiring import only_kiosk, open_services


@pytest.fixture
def check(tmp_path, capsys):
    """Asks under a settings file, while a kiosk holds the data folder; (status, output, errors)."""
    data, settings = tmp_path / "data", tmp_path / "kiosk.toml"

    def ask(toml):
        settings.write_text(toml, encoding="utf-8")
        where = ["--data", str(data), "--settings", str(settings)]
        with only_kiosk(data), open_services(data, default_content_folder(), Settings()):
            status = run([*where, "run", "--check"])
        return status, *capsys.readouterr()

    return ask


def test_it_would_start(check):
    assert check("") == (0, "The kiosk would start.\n", "")


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('mode = "clinic"', "clinic mode cannot start; missing: "),
        ('languages = ["en", "es"]\n[response.text]\nen = "We come."', "response.text"),
        ('topics = ["no-such"]', "there is no topic no-such"),
    ],
    ids=["clinic", "response", "topic"],
)
def test_what_keeps_it_from_starting_is_one_line(check, toml, said):
    status, out, err = check(toml)
    assert (status, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1

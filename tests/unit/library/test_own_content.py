"""The content that comes with the project keeps to its own rules."""

from kiosk.domain.language import LANGUAGES
from kiosk.library.check import ADVICE, COMPARISONS, RULES
from kiosk.library.check.signs import NEEDED
from kiosk.library.finding import Severity
from kiosk.library.load import load_content
from kiosk.settings import default_content_folder


def test_the_own_content_has_no_error_and_no_warning():
    loaded = load_content(default_content_folder(), advice=True)
    faults = [str(f) for f in loaded.findings if f.severity is not Severity.NOTE]
    assert faults == []


def test_every_topic_is_whole_in_every_language():
    library = load_content(default_content_folder()).library
    assert library.topics
    assert "en" in library.languages
    for topic in library.topics:
        assert tuple(topic.texts) == library.languages


def test_the_readme_names_every_rule_sign_and_language():
    readme = (default_content_folder() / "README.md").read_text(encoding="utf-8")
    rules = [rule.__name__.replace("_", "-") for rule in (*RULES, *COMPARISONS, *ADVICE)]
    missing = [name for name in (*rules, *NEEDED, *LANGUAGES) if f"`{name}`" not in readme]
    assert missing == []

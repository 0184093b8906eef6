"""What counts as a difference of wording, and what does not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.instrument_text import differences, fingerprint, normalise
from tests.helpers.epds_texts import made_up_text, prints_of

TEXT = made_up_text()
PUBLISHED = prints_of(TEXT, "made-up-1")["en"]


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("* Not at all.", "not at all"),
        ("I\u2019m fine", "I'm fine"),
        ("\u201cwell\u201d \u2013 and good", '"well" - and good'),
        ("  two\n words ", "two words"),
        ("\uff21\uff22", "ab"),
    ],
)
def test_what_no_reader_would_call_a_difference(written, published):
    assert fingerprint(written) == fingerprint(published)


@pytest.mark.parametrize("other", ["Yes, quite often", "No, quite ofte", "No quite often", "No"])
def test_a_letter_or_a_comma_is_a_difference(other):
    assert fingerprint(other) != fingerprint("No, quite often")


@given(st.text())
def test_folding_twice_folds_no_more_white_space(text):
    assert "  " not in normalise(text)
    assert normalise(text) == normalise(text).strip()


def test_the_published_wording_does_not_differ():
    assert differences(TEXT, PUBLISHED) == ()


def test_each_stem_and_option_that_differs_is_named():
    third = replace(TEXT.item(3), stem="Something else")
    tenth = replace(TEXT.item(10), options=("Option 10.1", "Other", "Option 10.3", "Other"))
    changed = replace(TEXT, items=(*TEXT.items[:2], third, *TEXT.items[3:9], tenth))
    assert differences(changed, PUBLISHED) == ("3", "10/2", "10/4")

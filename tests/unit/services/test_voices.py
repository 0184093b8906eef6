"""Which language can be read, by what, and what to do where it cannot."""

from dataclasses import replace

import pytest

from kiosk.services.voices import MENDS, Heard, LanguageVoice, Silence, language_voices
from tests.helpers.fakes_visits import small_library, topic


def test_recordings_are_counted_and_the_rest_has_a_voice(tmp_path):
    (tmp_path / "audio" / "en").mkdir(parents=True)
    (tmp_path / "audio" / "en" / "card-1.opus").touch()
    here = replace(topic("feelings", languages=("en", "ar", "vi")), folder=str(tmp_path))
    other = topic("newborn", languages=("en",))
    heard = Heard("speechd", {"en": "English (America)", "ar": "Arabic"}, device=True)
    library = replace(small_library(here, other), languages=("en", "ar"))
    assert language_voices(library, heard) == [
        LanguageVoice("en", 1, 6, "speechd", "English (America)", ""),
        LanguageVoice("ar", 0, 3, "speechd", "Arabic", ""),
        LanguageVoice("vi", 0, 3, "", "", MENDS[Silence.NO_LANGUAGE]),
    ]


@pytest.mark.parametrize("silence", Silence)
def test_each_silence_has_its_mend(silence):
    found = language_voices(small_library(topic("feelings")), Heard(silence=silence))
    assert {each.mend for each in found} == {MENDS[silence]}

"""Finding topics, signs and pictures in the content."""

import pytest

from kiosk.domain.content import Picture
from tests.helpers.fakes_visits import small_library

LIBRARY = small_library()


def test_a_topic_and_a_sign_are_found_by_their_ids():
    assert LIBRARY.topic("feelings").id == "feelings"
    assert LIBRARY.sign("fever").id == "fever"


@pytest.mark.parametrize("find", [LIBRARY.topic, LIBRARY.sign])
def test_what_is_not_there_is_not_found(find):
    with pytest.raises(KeyError, match="nothing"):
        find("nothing")


def test_a_picture_lies_beside_its_text():
    path = LIBRARY.topic("feelings").picture_path(Picture("tea.svg", "A cup of tea"))
    assert path == "content/topics/feelings/tea.svg"

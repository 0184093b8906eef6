"""What a letter check finds: other words, another order, another language."""

from dataclasses import replace

import pytest

from kiosk.domain.letter_check import LetterCheck, check_letters, repeated
from kiosk.library.text_pack import read_fingerprints, read_text_pack
from tests.helpers.epds_texts import made_up_text, made_up_wording, prints_of, published_pack
from tests.helpers.project import ROOT

TEXT = made_up_text()
OTHER = made_up_wording("es")
PUBLISHED = {**prints_of(TEXT, "published-1"), **prints_of(OTHER, "published-2")}


def with_item(text, number, **changes):
    item = replace(text.item(number), **changes)
    return replace(text, items=(*text.items[: number - 1], item, *text.items[number:]))


def swapped(text, number, one, two):
    options = list(text.item(number).options)
    options[one - 1], options[two - 1] = options[two - 1], options[one - 1]
    return with_item(text, number, options=tuple(options))


def test_the_published_wording_agrees():
    assert check_letters(TEXT, PUBLISHED) == LetterCheck()
    assert check_letters(OTHER, PUBLISHED) == LetterCheck()


def test_other_words_are_named_one_by_one():
    changed = with_item(TEXT, 3, stem="Else")
    changed = with_item(changed, 10, options=("A", *TEXT.item(10).options[1:3], "B"))
    assert check_letters(changed, PUBLISHED) == LetterCheck(("3", "10/1", "10/4"))


@pytest.mark.parametrize(("one", "two"), [(1, 2), (1, 4), (2, 3)])
def test_another_order_of_the_same_options_is_no_difference_of_words(one, two):
    found = check_letters(swapped(TEXT, 6, one, two), PUBLISHED)
    assert found == LetterCheck((), ("6/order",))


def test_another_order_is_found_behind_a_changed_word_too():
    turned = with_item(TEXT, 6, options=("A", *TEXT.item(6).options[:3]))
    assert check_letters(turned, PUBLISHED) == LetterCheck(("6/1",), ("6/order",))


def test_an_option_that_stands_twice_takes_the_place_of_another():
    one, two, three, _ = TEXT.item(6).options
    found = check_letters(with_item(TEXT, 6, options=(one, two, three, three)), PUBLISHED)
    assert found == LetterCheck((), ("6/order",))


def test_an_item_in_another_language_is_named():
    item = OTHER.item(4)
    mixed = with_item(TEXT, 4, stem=item.stem, options=item.options)
    assert check_letters(mixed, PUBLISHED) == LetterCheck((), ("4:es",))


@pytest.mark.parametrize("part", ["stem", "options"])
def test_its_stem_or_all_its_options_tell(part):
    mixed = with_item(TEXT, 4, **{part: getattr(OTHER.item(4), part)})
    assert check_letters(mixed, PUBLISHED) == LetterCheck((), ("4:es",))


def test_a_single_option_is_only_another_word():
    options = (OTHER.item(4).options[0], *TEXT.item(4).options[1:])
    assert check_letters(with_item(TEXT, 4, options=options), PUBLISHED) == LetterCheck(("4/1",))


def test_a_whole_wording_in_another_language_is_said_once():
    assert check_letters(replace(OTHER, language="en"), PUBLISHED) == LetterCheck((), ("all:es",))
    assert check_letters(replace(OTHER, language="vi"), PUBLISHED) == LetterCheck((), ("all:es",))


def test_items_in_several_other_languages_are_said_one_by_one():
    items = (*TEXT.items[:1], *OTHER.items[1:])
    found = check_letters(replace(TEXT, language="vi", items=items), PUBLISHED)
    assert found.unfit == ("1:en", *(f"{number}:es" for number in range(2, 11)))


def test_without_fingerprints_nothing_can_differ():
    text = replace(made_up_text("vi"), items=(*TEXT.items[:9], OTHER.item(10)))
    assert check_letters(text, {}) == LetterCheck()
    assert check_letters(text, prints_of(OTHER, "p")) == LetterCheck((), ("10:es",))


def test_published_in_two_languages_with_the_same_words_is_nobodys_fault():
    same = prints_of(replace(TEXT, language="fr"), "published-3")
    assert check_letters(TEXT, {**PUBLISHED, **same}) == LetterCheck()


def test_what_stands_twice():
    assert repeated(TEXT) == ()
    assert repeated(with_item(TEXT, 7, stem="STEM 2.")) == ("7",)
    assert repeated(with_item(TEXT, 7, options=("A", "B", "a", "A."))) == ("7/3", "7/4")


ORDER = ("3/order",)


def exchange_a_word(option):
    """The first word of an option by another: what turns an agreement into a denial."""
    return "Zzz" + option[len(option.split(",", 1)[0].split()[0]) :]


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_a_reader_and_the_check_call_the_same_things_a_difference(language):
    text = read_text_pack(published_pack(language))
    published = read_fingerprints(ROOT / "content")
    stem, options = text.item(3).stem, text.item(3).options

    def checked(**changes):
        return check_letters(with_item(text, 3, **changes), published)

    assert check_letters(text, published) == LetterCheck()
    assert check_letters(swapped(text, 3, 1, 4), published) == LetterCheck((), ORDER)
    assert check_letters(swapped(text, 3, 2, 3), published) == LetterCheck((), ORDER)
    # A letter, or another word for the first, is a difference.
    assert checked(stem=f"{stem[:5]}q{stem[6:]}") == LetterCheck(("3",))
    assert checked(options=(*options[:3], options[3] + "s")) == LetterCheck(("3/4",))
    assert checked(options=(exchange_a_word(options[0]), *options[1:])) == LetterCheck(("3/1",))
    # Another way of setting the same letters is none.
    assert checked(stem=f"\u00a0{stem} ") == LetterCheck()
    assert checked(stem=f"* {stem.upper() if language == 'en' else stem}.") == LetterCheck()
    curly = [replace(item, stem=item.stem.replace("'", "\u2019")) for item in text.items]
    assert check_letters(replace(text, items=tuple(curly)), published) == LetterCheck()


def test_yes_for_no_is_a_difference():
    """One circulating copy has exchanged them."""
    text = read_text_pack(published_pack("en"))
    published = read_fingerprints(ROOT / "content")
    for item in text.items:
        for place, option in enumerate(item.options, start=1):
            word, comma, rest = option.partition(",")
            other = {"Yes": "No", "No": "Yes"}.get(word)
            if other:
                options = list(item.options)
                options[place - 1] = other + comma + rest
                found = check_letters(
                    with_item(text, item.number, options=tuple(options)), published
                )
                assert found == LetterCheck((f"{item.number}/{place}",))


@pytest.mark.parametrize("language", ["pt_BR", "zh_Hans"])
def test_neighbouring_languages_are_not_taken_for_each_other(language):
    text = read_text_pack(published_pack(language))
    assert check_letters(text, read_fingerprints(ROOT / "content")) == LetterCheck()
    assert repeated(text) == ()

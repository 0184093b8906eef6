"""Figures as bars: as long as their share, and nothing told of a few people."""

from kiosk.domain.figures import ALL, Cell, Counts, Figure, Figures, Month, Share, Spread
from kiosk.i18n import Catalogues
from kiosk.services.figure_plots import Bar, plots_of
from kiosk.services.figure_words import FigureWords
from kiosk.settings import translations_folder

MONTH = Month(2026, 3)


def plots(counts=(), shares=(), spreads=()):
    words = Catalogues(translations_folder()).words("en")
    figures = Figures("clinic", MONTH, MONTH, 20, counts, shares, spreads)
    return plots_of(figures, FigureWords(words, lambda topic: f"<{topic}>"))


def test_the_most_is_the_longest_bar():
    cells = (Cell("en", 12), Cell("es", 6), Cell("ar", None))
    (plot,) = plots([Counts(Figure.LANGUAGES, cells, 20)])
    assert plot.title == "Visits by language"
    assert plot.bars == (
        Bar("English", 1.0, "12"),
        Bar("Spanish", 0.5, "6"),
        Bar("Arabic", None, "hidden"),
    )


def test_nothing_counted_is_a_bar_of_no_length():
    (plot,) = plots([Counts(Figure.MONTHS, (Cell("2026-03", 0),), 0)])
    assert plot.bars == (Bar("2026-03", 0.0, "0"),)


def test_what_has_no_rows_has_no_plot():
    assert plots([Counts(Figure.TOPICS, (), None)]) == ()


def test_shares_of_one_kind_stand_together():
    shares = (
        Share(Figure.CUT_OFFS, "scale", 10, 20, at_least=10),
        Share(Figure.CUT_OFFS, "scale", None, None, at_least=13),
        Share(Figure.CHECKS, "feelings", 15, 20),
    )
    cut_offs, checks = plots(shares=shares)
    told, hidden = cut_offs.bars
    assert told == Bar("10 or more", 0.5, "50% (10 of 20)")
    assert hidden == Bar("13 or more", None, "hidden")
    assert checks.bars == (Bar("<feelings>", 0.75, "75% (15 of 20)"),)


def test_times_are_as_long_as_their_middle():
    spreads = (
        Spread(Figure.FORM_MINUTES, ALL, 8, 3.0, 4.5, 6.0),
        Spread(Figure.ALERT_MINUTES, "warning_sign", 8, 1.0, 2.0, 9.5),
        Spread(Figure.ALERT_MINUTES, "item_10", None),
    )
    minutes, waits = plots(spreads=spreads)
    assert minutes.bars == (Bar("all together", 1.0, "4.5 min (half of all: 3 to 6)"),)
    assert [bar.share for bar in waits.bars] == [1.0, None]
    assert waits.bars[1].said == "hidden"

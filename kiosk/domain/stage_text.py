"""A topic's text as a visitor at one stage sees it."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.content import Card, Stage, Topic, TopicText


def text_for(topic: Topic, language: str, stage: Stage | None) -> TopicText:
    """The text without what is for other stages only.

    Args:
        topic: The topic.
        language: One that the topic has.
        stage: Hers; None before she has told, when nothing is left out.

    Returns:
        The cards, check questions and questions to ask for her. Should no card be left, as
        where she looks for a topic that is not meant for her stage, then all of them. After a
        loss the pictures are those that show neither a pregnancy nor a baby, where there are.
    """
    text = topic.texts[language]
    if stage is Stage.LOSS and topic.after_loss:
        text = replace(text, cards=tuple(_quiet(card, topic) for card in text.cards))
    if stage is None or not topic.only:
        return text
    others = {name for name, stages in topic.only.items() if stage not in stages}
    cards = tuple(card for card in text.cards if card.id not in others)
    if not cards:
        return text
    return replace(
        text,
        cards=cards,
        checks=tuple(check for check in text.checks if check.id not in others),
        questions=tuple(ask for ask in text.questions if ask.id not in others),
    )


def _quiet(card: Card, topic: Topic) -> Card:
    file = topic.after_loss.get(card.picture.file, card.picture.file)
    return replace(card, picture=replace(card.picture, file=file))

"""What every command shares: global options, lazy loading, and errors on one line."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import click

from kiosk.settings import Settings, load_settings

if TYPE_CHECKING:
    from kiosk.domain.instrument import Instrument
    from kiosk.storage.store import Store


@dataclass(frozen=True)
class Options:
    """The global options of the command line."""

    data: Path
    content: Path
    settings_file: Path | None

    @cached_property
    def settings(self) -> Settings:
        """kiosk.toml, read when it is first needed.

        Raises:
            InputError: Something in it is not as it must be, or it names a topic that is not in
                the content folder.
        """
        settings = load_settings(self.settings_file)
        if settings.topics and self.settings_file is not None:
            from kiosk.files import place_of, read_text
            from kiosk.library.topic_choice import TOPICS, check_topics

            path = self.settings_file
            place = place_of(read_text(path), [TOPICS], str(path))
            check_topics(self.content, settings.topics, place)
        return settings

    def open_store(self) -> Store:
        """The store of the data folder, with the key from where kiosk.toml says.

        Raises:
            KioskError: The settings are not as they must be, or the store cannot be opened.
        """
        from kiosk.storage.store import open_store

        return open_store(self.data, source=self.settings.key.source)

    def open_instrument(self) -> Instrument:
        """The questionnaire that is offered.

        Raises:
            KioskError: The settings name none that there is, or its file is broken.
        """
        from kiosk.library.instrument_choice import open_instrument

        return open_instrument(self.content, self.settings.questionnaire)


pass_options = click.make_pass_decorator(Options)


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    lazy: ClassVar[Mapping[str, str]] = {}
    """A command's name -> "module:attribute"."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, sorted."""
        return sorted([*super().list_commands(ctx), *self.lazy])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        target = self.lazy.get(cmd_name)
        if target is None:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = target.partition(":")
        return getattr(importlib.import_module(module), attribute)

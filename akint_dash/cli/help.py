"""The help of the command line in bokmål, where Typer's own words are English."""

from __future__ import annotations

from typing import Any

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from akint_dash.cli.wording import w


class Command(TyperCommand):
    """A command whose help speaks bokmål."""

    def get_usage(self, ctx: Any) -> str:
        """The line of use."""
        return _use(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """``--help`` with our words."""
        return _option(super().get_help_option(ctx))


class Group(TyperGroup):
    """The group of commands, in the order they were written, with help in bokmål."""

    def get_usage(self, ctx: Any) -> str:
        """The line of use."""
        return _use(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """``--help`` with our words."""
        return _option(super().get_help_option(ctx))


def _use(text: str) -> str:
    return text.replace("Usage:", w("Bruk:")).replace("[OPTIONS]", w("[VALG]")).replace("{", "").replace("}", "")


def _option(option: Any) -> Any:
    if option is not None:
        option.help = w("Vis denne hjelpen.")
        _untyped(option)
    return option


def _untyped(param: Any) -> None:
    """Leave out Typer's ``<bool>`` and ``<list[Path]>``: they tell a case officer nothing."""

    def told(*, ctx: Any) -> str | None:
        del ctx
        return str(param.metavar) if param.metavar and param.param_type_name == "option" else None

    param.display_type_rich = told


def dressed(app: typer.Typer) -> Any:
    """The command of ``app`` with panels in bokmål."""
    rich_utils.OPTIONS_PANEL_TITLE = w("Valg")
    rich_utils.ARGUMENTS_PANEL_TITLE = w("Oppgis")
    rich_utils.COMMANDS_PANEL_TITLE = w("Kommandoer")
    rich_utils.DEFAULT_STRING = w("[hvis ikke oppgitt: {}]")
    rich_utils.REQUIRED_LONG_STRING = w("[må oppgis]")
    group: Any = typer.main.get_command(app)
    _plain(group)
    return group


def _plain(group: Any) -> None:
    """The parameters of every command in a group, and in the groups in it, without their types."""
    for command in group.commands.values():
        for param in command.params:
            _untyped(param)
        if hasattr(command, "commands"):
            _plain(command)

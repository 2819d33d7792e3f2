"""Verbs and nouns that take the options for all anywhere on the line, and tell their help in the person's language."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from inspector import wording
from inspector.cli.session import Session, text
from inspector.cli.telling import say

LANGUAGES = {"zh": "zh_CN", "zh_CN": "zh_CN", "en": "en"}

PATH = click.Path(path_type=Path)
"""A file or folder; whether it is there and can be read is seen when it is used."""


class _Text(click.types.StringParamType):
    """A word that is text, and can be kept as such."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        word: str = super().convert(value, param, ctx)
        try:
            return text(word)
        except UnicodeDecodeError:
            self.fail(ascii(word), param, ctx)


class _Name(_Text):
    """A word that names something: not empty, and without blanks around it."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        name = super().convert(value, param, ctx).strip()
        if not name:
            self.fail("''", param, ctx)
        return name


NAME = _Name()

_in_session = click.make_pass_decorator(Session)


class Option(click.Option):
    """An option whose help is the sentence `option_NAME`, or that of the code given as `help`."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        code, self.help = self.help or f"option_{self.name}", None
        try:
            record = super().get_help_record(ctx)
        finally:
            self.help = code
        return record and (record[0], f"{_word(ctx, code)} {record[1]}".rstrip())


class _Formatter(click.HelpFormatter):
    """Headings in the person's language."""

    def __init__(self, ctx: click.Context) -> None:
        super().__init__(width=ctx.terminal_width, max_width=ctx.max_content_width)
        self._ctx = ctx

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or _word(self._ctx, "cli_usage"))

    def write_heading(self, heading: str) -> None:
        super().write_heading(_word(self._ctx, f"cli_heading_{heading.lower()}"))


class _Told(click.Command):
    """What verbs and nouns have in common; `help` is the code of the sentence."""

    def __init__(self, name: str | None, **given: Any) -> None:
        super().__init__(name, **given)
        for parameter in self.params:
            if parameter.type is click.STRING:
                parameter.type = _Text()
        self.params += _for_all()

    def get_help(self, ctx: click.Context) -> str:
        formatter = _Formatter(ctx)
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            for line in _word(ctx, self.help or "").splitlines():
                formatter.write_text(line)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _word(ctx, "option_help")
            option.callback = _help
        return option

    def get_short_help_str(self, limit: int = 45) -> str:
        return _word(click.get_current_context(), self.help or "").partition("\n")[0]


class Verb(_Told):
    """One thing that can be done."""


class Noun(_Told, click.Group):
    """The verbs of one noun."""

    command_class = Verb

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            ctx.fail(wording.sentence("cli_no_such_command", _language(ctx), name=args[0]))
        return super().resolve_command(ctx, args)

    def verb(self, name: str) -> Callable[[Callable[..., Any]], click.Command]:
        """Adds a verb; its function takes the session first."""
        path = name if self.name == "inspector" else f"{self.name}_{name}"

        def added(function: Callable[..., Any]) -> click.Command:
            return self.command(name, cls=Verb, help=f"help_{path}")(_in_session(function))

        return added


def noun(name: str) -> Noun:
    return Noun(name, help=f"help_{name}", no_args_is_help=True)


def option(*names: str, **given: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option of a verb."""
    return click.option(*names, cls=Option, **given)


def _for_all() -> list[click.Parameter]:
    def set_(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
        if value not in (None, False):
            setattr(ctx.ensure_object(Session), str(parameter.name), value)

    def language(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
        set_(ctx, parameter, LANGUAGES[value] if value else None)

    told: dict[str, Any] = {"expose_value": False, "callback": set_}
    return [
        Option(["--workspace"], type=PATH, metavar="DIR", **told),
        Option(["--passphrase-file"], type=PATH, metavar="FILE", **told),
        Option(
            ["--lang", "language"],
            type=click.Choice(list(LANGUAGES)),
            is_eager=True,
            expose_value=False,
            callback=language,
        ),
        Option(["--json", "as_json"], is_flag=True, is_eager=True, **told),
    ]


def _help(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        say(ctx.get_help() + "\n")
        ctx.exit()


def _word(ctx: click.Context, code: str) -> str:
    return wording.sentence(code, _language(ctx))


def _language(ctx: click.Context) -> str:
    return ctx.ensure_object(Session).language

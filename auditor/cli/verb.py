"""What all verbs share: ``-h``, ``--quiet``, ``--debug``, and how an error becomes an exit code."""

from __future__ import annotations

import sys
from traceback import print_exc
from typing import Any

import click

from auditor.errors import AuditorError
from auditor.errors import UsageError

CLEAN, FOUND, USAGE, FAILED, INTERRUPTED = 0, 1, 2, 3, 130

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Verb(click.Command):
    """A command that ends with our exit codes and shows a traceback to no one who did not ask."""

    def __init__(self, *arguments: Any, example: str = "", **settings: Any) -> None:  # noqa: ANN401  # click's own
        settings.setdefault("context_settings", SETTINGS)
        super().__init__(*arguments, **settings)
        self.example = example
        self.params += [
            click.Option(["-q", "--quiet"], is_flag=True, help="No progress and no summary."),
            click.Option(["--debug"], is_flag=True, help="Show the traceback of an error."),
        ]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example below the options."""
        super().format_epilog(ctx, formatter)
        _write_example(formatter, self.example)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # click's own
        """Run the verb and turn what goes wrong into one line and an exit code."""
        debug = bool(ctx.params.pop("debug", False))
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except Exception as error:  # noqa: BLE001  # the last door: nothing leaves as a traceback
            if debug:
                print_exc()
            click.echo(_told(error), err=True)
            ctx.exit(USAGE if isinstance(error, UsageError) else FAILED)


class VerbGroup(click.Group):
    """A verb that has verbs of its own."""

    def __init__(self, *arguments: Any, example: str = "", **settings: Any) -> None:  # noqa: ANN401  # click's own
        settings.setdefault("context_settings", SETTINGS)
        super().__init__(*arguments, **settings)
        self.example = example

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example below the verbs."""
        super().format_epilog(ctx, formatter)
        _write_example(formatter, self.example)


def _write_example(formatter: click.HelpFormatter, example: str) -> None:
    with formatter.section("Example"):
        for line in example.splitlines():
            formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


def _told(error: Exception) -> str:
    if isinstance(error, AuditorError):
        return f"auditor: {error}"
    message = " ".join(str(error).split())
    return f"auditor: the program failed: {type(error).__name__}: {message} (--debug shows where)"


class Progress:
    """Tells on stderr what is being done, on a terminal only, and measures it."""

    def __init__(self, *, quiet: bool) -> None:
        from time import monotonic

        self._clock = monotonic
        self._shown = sys.stderr.isatty() and not quiet
        self._step = ""
        self._since = monotonic()
        self.seconds: dict[str, float] = {}

    def __call__(self, step: str, report: str) -> None:
        """Close the step before and begin ``step``."""
        self._close()
        self._step = f"{step} {report}".strip()
        if self._shown:
            click.echo(f"\r\x1b[K{self._step} ...", nl=False, err=True)

    def done(self) -> None:
        """Close the last step and clear the line."""
        self._close()
        self._step = ""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)

    def _close(self) -> None:
        now = self._clock()
        if self._step:
            self.seconds[self._step] = self.seconds.get(self._step, 0.0) + now - self._since
        self._since = now

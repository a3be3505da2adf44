"""The command line: one module a command or family, loaded only when it is called."""

from remit.cli.dispatch import main

__all__ = ["main"]

"""Ctrl-C for the programs that tests start."""

from __future__ import annotations

import signal


def heed_interrupts() -> None:
    """For ``preexec_fn``: a shell that runs the tests in the background starts everything deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)

"""Exit statuses of every command, as contract.md states them."""

DONE = 0
FINDINGS = 1  # at or above --fail-on
WRONG_USE = 2
UNREADABLE = 3  # some input could not be read; the others were

"""Exit statuses of every command; docs/commands.md explains them."""

DONE = 0
FINDINGS = 1  # at or above --fail-on
WRONG_USE = 2
UNREADABLE = 3  # some input could not be read; the others were
STOPPED = 130  # by Ctrl-C, as shells have it

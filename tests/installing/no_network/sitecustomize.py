"""On PYTHONPATH: a Python process that asks for the network ends at once, with status 97; so do the workers that it starts."""

import os
import sys

_ASKING = ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
_LOCAL = 1  # AF_UNIX: how processes of one machine talk


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook cannot be taken off again, and nothing can catch how it ends."""
    if event in _ASKING and getattr(arguments[0], "family", None) != _LOCAL:
        os.write(2, f"{event} {arguments[1:]}: the network was asked for\n".encode())
        os._exit(97)


sys.addaudithook(_refuse)

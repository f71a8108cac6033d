"""Whom a server on this machine answers: who asks for it by its own name.

A page of another site can give its own name the address of this machine (DNS rebinding); it would then read the preview
as if it were its own. No name but ours is answered.
"""

from __future__ import annotations

import socket
from ipaddress import ip_address

LOOPBACK = "127.0.0.1"


def is_local(host: str) -> bool:
    """Whether only this machine reaches a server that listens there."""
    return host == "localhost" or _is_loopback(host)


def is_own(asked: str, listening: str) -> bool:
    """Whether a Host header names a server that listens at `listening` (a name or an address, without its port).

    On the network it is known by any address, and by this machine's name.
    """
    name = _name(asked)
    if name == listening.lower() or is_local(name):
        return True
    return not is_local(listening) and (_is_address(name) or name == socket.gethostname().lower())


def _name(asked: str) -> str:
    """The host of « host:port », « [::1]:8000 » or « host »."""
    if asked.startswith("["):
        return asked[1:].partition("]")[0].lower()
    return asked.partition(":")[0].lower()


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(name: str) -> bool:
    return _is_address(name) and ip_address(name).is_loopback

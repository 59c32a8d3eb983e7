"""What `memcon serve` says where it cannot listen."""

import socket

import pytest

from memcon.cli.serve import _listening
from memcon.model.errors import MemconError


def test_a_port_that_is_taken_is_told_with_the_remedy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(MemconError, match=rf"port {port} \(.*in use\); give another with --port"):
            _listening("127.0.0.1", port)


def test_port_0_is_any_that_is_free() -> None:
    with _listening("127.0.0.1", 0) as at:
        assert at.getsockname()[1] > 0

"""What `memcon serve` says where it cannot listen, and which token it takes."""

import re
import socket
from pathlib import Path

import pytest

from memcon.cli.serve import _editing, _listening, serve
from memcon.model.errors import MemconError


def test_a_port_that_is_taken_is_told_with_the_remedy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(MemconError, match=rf"port {port} \(.*in use\); give another with --port"):
            _listening("127.0.0.1", port)


def test_port_0_is_any_that_is_free() -> None:
    with _listening("127.0.0.1", 0) as at:
        assert at.getsockname()[1] > 0


def test_the_token_is_that_of_the_file_then_of_the_environment_then_one_that_is_made_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    db = str(tmp_path / "record.db")
    (tmp_path / "token").write_text("the token of the file\n")
    monkeypatch.setenv("MEMCON_TOKEN", "the token of the environment")
    assert _editing(db, tmp_path / "token").knows("the token of the file")
    assert _editing(db, None).knows("the token of the environment")
    assert not capsys.readouterr().err
    monkeypatch.delenv("MEMCON_TOKEN")
    made = _editing(db, None)
    told = re.findall(r"told this once: (\S+)", capsys.readouterr().err)
    assert len(told) == 1 and made.knows(told[0]) and not made.knows("")


@pytest.mark.parametrize(("text", "words"), [(None, "cannot be read"), ("\n", "is empty"), ("short", "at least 16")])
def test_a_token_that_is_none_is_told_with_the_remedy(tmp_path: Path, text: str | None, words: str) -> None:
    if text is not None:
        (tmp_path / "token").write_text(text)
    with pytest.raises(MemconError, match=words):
        _editing(str(tmp_path / "record.db"), tmp_path / "token")


def test_a_token_without_leave_to_edit_is_a_slip(tmp_path: Path) -> None:
    with pytest.raises(MemconError, match="add --edit"):
        serve(token_file=tmp_path / "token")

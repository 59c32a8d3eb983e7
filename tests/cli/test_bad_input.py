"""All that can be wrong with what is given to `memcon read`, at once: each input is named with its remedy, the rest is read."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from memcon.read.lines import MAX_ITEM

REPORT = """WARSAW, March 4, 2021 - Foreign Minister Zbigniew Rau met his German counterpart, Heiko Maas, in Warsaw on Thursday.

"We agreed on the next steps," Rau said after the meeting. The two ministers talked about energy for two hours.
"""
GERMAN = "Der Minister traf am Donnerstag seinen Amtskollegen, und die beiden sprachen über die Energie. Das ist gut. " * 5
MENUS = (
    "<html><head><title>Front page</title></head><body><nav>" + "<a href='/w'>World news</a> " * 60 + "</nav></body></html>"
)
LINES = [json.dumps({"id": "first", "text": REPORT + "One."}), '{"text": "cut', "{}", json.dumps({"text": 5})]

READ = {  # what is damaged and can be read all the same
    "cp1252.txt": REPORT.replace('"We', "“We").replace('steps,"', "steps,”").encode("cp1252"),
    "garbled.txt": REPORT.replace('"We', "“We").encode().decode("cp1252", "replace").encode(),
    "good.txt": REPORT.encode(),
    "unbalanced.txt": REPORT.replace('steps,"', "steps,").encode(),
    "utf16.txt": REPORT.encode("utf-16"),
}
SET_ASIDE = {  # what cannot be read, and the words by which the user knows why
    "binary.txt": (bytes(range(256)) * 40, "binary file"),
    "cut.txt.gz": (gzip.compress(REPORT.encode())[:60], "fetch it again"),
    "empty.txt": (b"", "empty file"),
    "german.txt": (GERMAN.encode(), "language not supported: German"),
    "menus.html": (MENUS.encode(), "save the article itself"),
    "nul.txt": (REPORT.replace("Rau", "R\0u", 1).encode(), "take them out"),
    "picture.jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100), "unsupported: image"),
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> "subprocess.CompletedProcess[str]":
    folder = tmp_path_factory.mktemp("given")
    for name, body in (READ | {name: body for name, (body, _) in SET_ASIDE.items()}).items():
        (folder / name).write_bytes(body)
    (folder / "lines.jsonl").write_text("\n".join([*LINES, json.dumps({"id": "last", "text": REPORT + "Two."})]))
    (folder / "endless.txt").write_text("Talks went on. " * (MAX_ITEM // 15 + 1))
    (folder / "again").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "manifest.csv").write_text("source,published\nmissing.txt,2021-03-04\n")
    command = [sys.executable, "-m", "memcon", "read", folder, folder / "slip.txt", "--db", folder.parent / "bad.db"]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)


def test_the_run_goes_on_reads_the_rest_and_ends_with_three(ran: "subprocess.CompletedProcess[str]") -> None:
    assert ran.returncode == 3, ran.stderr
    assert f"read           {len(READ) + 2}\n" in ran.stderr
    assert "Traceback" not in ran.stderr and "internal error" not in ran.stderr
    assert ran.stdout == ""


@pytest.mark.parametrize("name", sorted(SET_ASIDE))
def test_each_bad_file_is_named_with_its_remedy(ran: "subprocess.CompletedProcess[str]", name: str) -> None:
    [line] = [line for line in ran.stderr.splitlines() if f"/{name}:" in line]
    assert SET_ASIDE[name][1] in line


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lines.jsonl#2", "broken JSON line"),
        ("lines.jsonl#3", "no text in a JSON line"),
        ("lines.jsonl#4", "wrong kind of value"),
        ("endless.txt", "too large"),
        ("again", "folder read already"),
        ("gone.txt", "broken link"),
        ("missing.txt", "not in the folder"),
        ("slip.txt", "no such file"),
    ],
)
def test_what_leads_to_no_report_is_named_too(ran: "subprocess.CompletedProcess[str]", name: str, words: str) -> None:
    [line] = [line for line in ran.stderr.splitlines() if f"/{name}:" in line]
    assert words in line


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named_with_the_command_that_helps(tmp_path: Path) -> None:
    closed = tmp_path / "closed.txt"
    closed.write_text(REPORT)
    closed.chmod(0)
    command = [sys.executable, "-m", "memcon", "read", str(closed), "--db", str(tmp_path / "x.db")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3 and "chmod u+rX" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files there")
def test_a_disk_that_fills_ends_the_run_with_one_line_and_loses_nothing_kept(tmp_path: Path) -> None:
    for n in range(40):
        (tmp_path / f"{n}.txt").write_text(f"{REPORT}\nIt was talk {n} of the year.\n" * 20)
    db = tmp_path / "record.db"
    limit = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)); from memcon.cli.app import main; main()"
    command = [sys.executable, "-c", limit, "read", str(tmp_path), "--db", str(db)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith(f"memcon: {db}: ") and "--db" in done.stderr and "Traceback" not in done.stderr
    shown = subprocess.run(
        [sys.executable, "-m", "memcon", "doctor", "--db", str(db)], capture_output=True, text=True, check=False
    )
    assert "ok     database" in shown.stdout

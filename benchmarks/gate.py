"""The scores that no change may lower: python benchmarks/gate.py

Reads the evaluation reports and articles, with and without their manifests, and the shorter official posts, scores the five
records, measures how well the probabilities of `memcon.confidence` hold on texts that they were not learned from, and compares the
figures with the bounds in benchmarks/floors.json. In: that file, and the folder `shared` beside the project. Out: a table; exit code 1
where a figure is beyond its bound, a citation is broken, or a plan is recorded as held.
"""

import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
SETS = {
    "reports": (SHARED / "reports", SHARED / "gold"),
    "articles": (SHARED / "data" / "articles" / "texts", SHARED / "data" / "articles" / "gold"),
}
READOUTS = SHARED / "data" / "readouts" / "dev"
WORDS = 500  # a post has at most so many
KEPT_PAPERS = tuple(f"world_{kind}_held.jsonl" for kind in ("own", "ministries", "agencies", "sentences"))
ZERO = ("broken evidence", "FALSE HELD")


@dataclass(frozen=True, slots=True)
class Check:
    """One figure of one record against its bound."""

    record: str
    figure: str
    value: float | None
    bound: float
    floor: bool  # a floor, or else a ceiling

    @property
    def kept(self) -> bool:
        if self.value is None:
            return False
        return self.value >= self.bound if self.floor else self.value <= self.bound


def main() -> int:
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    records = [
        partial(checks_of_record, name, texts, gold, manifest, floors)
        for name, (texts, gold) in SETS.items()
        for manifest in (True, False)
    ]
    # One record is read by one process, but for the posts, which have workers of their own.
    with ThreadPoolExecutor(os.cpu_count()) as at_once:
        parts = list(at_once.map(lambda part: part(), [*records, partial(checks_of_confidence, floors)]))
    checks = [check for part in (*parts[:-1], checks_of_readouts(floors), parts[-1]) for check in part]
    print(f"{'record':<24}{'figure':<36}{'value':>8}{'bound':>10}")
    for check in checks:
        value = "-" if check.value is None else f"{check.value:.3f}"
        sign = ">=" if check.floor else "<="
        print(
            f"{check.record:<24}{check.figure:<36}{value:>8}{sign:>4}{check.bound:6.3f}{'' if check.kept else '  BROKEN'}"
        )
    broken = sum(not check.kept for check in checks)
    print(f"{len(checks) - broken} of {len(checks)} bounds kept")
    return 1 if broken else 0


def checks_of_record(
    name: str, texts: Path, gold: Path, manifest: bool, floors: dict[str, dict[str, float]]
) -> list[Check]:
    """The checks of one record: what must be zero, then its floors."""
    record = name if manifest else f"{name}, no manifest"
    said = figures(texts, gold, manifest)
    zero = [Check(record, name, said[name], 0, floor=False) for name in ZERO]
    return zero + [Check(record, name, said.get(name), bound, floor=True) for name, bound in floors.get(record, {}).items()]


def figures(texts: Path, gold: Path, manifest: bool) -> dict[str, float | None]:
    """Every figure of the scorer as "name measure", and the headline's counts by their names."""
    with tempfile.TemporaryDirectory() as folder:
        record, scores = Path(folder) / "record.json", Path(folder) / "scores.json"
        command = [sys.executable, str(HERE / "record.py"), str(texts), str(gold), "--out", str(record)]
        run(command if manifest else [*command, "--no-manifest"])
        scorer = str(SHARED / "score" / "score_record.py")
        run([sys.executable, scorer, str(record), "--gold", str(gold), "--texts", str(texts), "--json", str(scores)])
        said: dict[str, Any] = json.loads(scores.read_text(encoding="utf-8"))
    found = {f"{name} {measure}": value for name, figure in said["figures"].items() for measure, value in figure.items()}
    return found | {name: said["headline"][name] for name in ZERO}


def checks_of_readouts(floors: dict[str, dict[str, float]]) -> list[Check]:
    """The checks of the official posts. A ceiling is a floor whose figure begins with "most "."""
    with tempfile.TemporaryDirectory() as folder:
        scores = Path(folder) / "scores.json"
        run([sys.executable, str(HERE / "readouts.py"), str(READOUTS), "--words", str(WORDS), "--json", str(scores)])
        said: dict[str, Any] = json.loads(scores.read_text(encoding="utf-8"))
    checks = []
    for name, bound in floors["readouts"].items():
        value: Any = said
        for key in name.removeprefix("most ").split("/"):
            value = value[key]
        checks.append(Check("readouts", name, value, bound, floor=not name.startswith("most ")))
    return checks


def checks_of_confidence(floors: dict[str, dict[str, float]]) -> list[Check]:
    """The checks of the expected calibration error, by the weights of the table."""
    data, korea = SHARED / "data", SHARED / "data" / "clusters" / "c5-korea"
    with tempfile.TemporaryDirectory() as folder:
        errors = Path(folder) / "errors.json"
        command = [sys.executable, str(HERE / "learn_confidence.py"), "--table", "--json", str(errors)]
        command += ["--halved", str(data / "articles" / "texts"), str(data / "articles" / "gold")]
        command += ["--held-reports", str(korea / "texts"), str(korea / "gold")]
        run([*command, *(part for papers in KEPT_PAPERS for part in ("--held-papers", str(HERE / "data" / papers)))])
        said: dict[str, dict[str, float]] = json.loads(errors.read_text(encoding="utf-8"))
    bounds = floors["confidence"].items()
    return [
        Check("confidence", f"error of {of}", said.get(of, {}).get("error"), bound, floor=False) for of, bound in bounds
    ]


def run(command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\nended with {done.returncode}\n{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())

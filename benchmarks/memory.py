"""How much memory does a long read take? python benchmarks/memory.py READOUTS.jsonl.gz [--reports N]

In: JSON Lines of reports. `memcon read` reads the first N of them into a new database, in a process of its own. Out: the
most memory that the process held (peak resident set), its seconds, and whether the target is met.
"""

import argparse
import gzip
import resource
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from time import perf_counter

TARGET = 900  # MB


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path", type=Path)
    options.add_argument("--reports", type=int, default=2000)
    args = options.parse_args()
    opener = gzip.open if args.path.suffix == ".gz" else open
    with tempfile.TemporaryDirectory() as folder:
        sample, database = Path(folder) / "sample.jsonl", Path(folder) / "memory.db"
        with opener(args.path, "rt", encoding="utf-8") as lines:
            sample.write_text("".join(islice(lines, args.reports)), encoding="utf-8")
        begun = perf_counter()
        command = [str(Path(sys.executable).with_name("memcon")), "read", str(sample), "--db", str(database)]
        code = subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode
        seconds = perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # Linux counts in KiB
    if code not in (0, 3):
        print(f"memcon read ended with {code}; nothing measured", file=sys.stderr)
        return code
    verdict = "met" if peak < TARGET else "not met"
    print(f"{args.reports} reports in {seconds:.0f} s; peak memory {peak:.0f} MB; target {TARGET} MB: {verdict}")
    return 0 if peak < TARGET else 1


if __name__ == "__main__":
    sys.exit(main())

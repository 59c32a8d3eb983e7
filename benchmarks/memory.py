"""How much memory does a long read take? python benchmarks/memory.py READOUTS.jsonl.gz [--reports N] [--workers N]

In: JSON Lines of reports. `memcon read` reads the first N of them into a new database, in a process of its own. Out: the
most memory that the process held (peak resident set), its seconds, and whether the target is met. With workers, the most
that any one of the processes held, by their own and higher target.
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
OF_A_WORKER = 1200


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path", type=Path)
    options.add_argument("--reports", type=int, default=2000)
    options.add_argument("--workers", type=int, default=1)
    args = options.parse_args()
    opener = gzip.open if args.path.suffix == ".gz" else open
    with tempfile.TemporaryDirectory() as folder:
        sample, database = Path(folder) / "sample.jsonl", Path(folder) / "memory.db"
        with opener(args.path, "rt", encoding="utf-8") as lines:
            sample.write_text("".join(islice(lines, args.reports)), encoding="utf-8")
        begun = perf_counter()
        command = [str(Path(sys.executable).with_name("memcon")), "read", str(sample), "--db", str(database)]
        command += ["--workers", str(args.workers)]
        code = subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode
        seconds = perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # Linux counts in KiB
    if code not in (0, 3):
        print(f"memcon read ended with {code}; nothing measured", file=sys.stderr)
        return code
    target = TARGET if args.workers == 1 else OF_A_WORKER
    verdict = "met" if peak < target else "not met"
    print(f"{args.reports} reports in {seconds:.0f} s; peak memory {peak:.0f} MB; target {target} MB: {verdict}")
    return 0 if peak < target else 1


if __name__ == "__main__":
    sys.exit(main())

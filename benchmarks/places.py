"""Find the places of a gold file and score them: python benchmarks/places.py GOLD.jsonl [--out FILE] [--limit N].

The gold is JSON Lines of {id, text, toponyms: [{start, end, lat, lon}]}, any file of that form; the scorer's docstring tells
the metrics. Countries count as places there, so a state that acts ("Turkey said") is scored as not found.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from memcon.annotate.annotate import annotate
from memcon.annotate.parser import Parser
from memcon.grammar.clauses import clauses_of
from memcon.model.dates import UNKNOWN_DATE
from memcon.model.document import Document
from memcon.model.ids import sha256_of
from memcon.model.text import Zone
from memcon.resolve.resolve import resolve

SCORER = Path(__file__).parents[2] / "shared" / "score" / "score_places.py"


def found(report_id: str, text: str, parser: Parser) -> dict[str, object]:
    """The places of one text in the scorer's form."""
    begun = time.perf_counter()
    zones = (Zone(0, len(text), "body"),)
    document = Document(report_id, report_id, sha256_of(text.encode()), text, zones, None, None, (), UNKNOWN_DATE, "en")
    annotated = annotate(document, parser)
    places = [
        {
            "start": p.span.start,
            "end": p.span.end,
            "lat": p.place.latitude,
            "lon": p.place.longitude,
            "geonameid": p.place.geonames,
        }
        for p in resolve(annotated, clauses_of(annotated)).places
    ]
    return {"id": report_id, "toponyms": places, "seconds": time.perf_counter() - begun}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("--out", type=Path)
    options.add_argument("--limit", type=int)
    options.add_argument("--scorer", type=Path, default=SCORER)
    args = options.parse_args()
    parser = Parser()
    lines = args.gold.read_text(encoding="utf-8").splitlines()[: args.limit]
    texts = [json.loads(line) for line in lines]
    gold = Path(tempfile.mkdtemp()) / "gold.jsonl"
    gold.write_text("\n".join(lines), encoding="utf-8")
    out = args.out or gold.with_name("places.jsonl")
    out.write_text("\n".join(json.dumps(found(t["id"], t["text"], parser)) for t in texts), encoding="utf-8")
    return subprocess.run([sys.executable, str(args.scorer), str(gold), str(out)], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())

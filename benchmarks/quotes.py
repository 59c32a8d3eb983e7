"""Attribute quotations in a gold file of quotations and score them: python benchmarks/quotes.py GOLD.jsonl [--speech FILE].

The gold is JSON Lines of {doc_id, text, quotes}; the scorer's docstring tells the metrics. A speaker is scored as the words of
the text that stand for them, so that neither names nor pronouns need be resolved to compare.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from memcon.annotate.annotate import annotate
from memcon.annotate.parser import Parser
from memcon.coding.statements import find_statements
from memcon.grammar import clauses_of
from memcon.model.dates import UNKNOWN_DATE
from memcon.model.document import Document
from memcon.model.findings import Statement
from memcon.model.ids import sha256_of
from memcon.model.resolved import Resolved
from memcon.model.text import Zone

RELATIVE = re.compile(r"\b(who|which|that)\b")
SCORER = Path(__file__).parents[2] / "shared" / "score" / "score_quotes.py"


def said(document_id: str, text: str, parser: Parser, thought: bool = False) -> Iterator[dict[str, object]]:
    """The statements of one text in the scorer's form."""
    sha = sha256_of(text.encode())
    document = Document(
        document_id, document_id, sha, text, (Zone(0, len(text), "body"),), None, None, (), UNKNOWN_DATE, "en"
    )
    annotated = annotate(document, parser)
    found = find_statements(Resolved(annotated, clauses_of(annotated), {}, (), (), ()), thought)
    for statement in (s for s in found if not any(inside(s, other) for other in found)):
        yield {
            "doc_id": document_id,
            "quote_start": statement.span.start,
            "quote_end": statement.span.end,
            "quote_spans": [(part.start, part.end) for part in statement.parts],
            "cue_start": statement.cue and statement.cue.start,
            "cue_end": statement.cue and statement.cue.end,
            "type": statement.kind,
            **speaker(statement, text),
        }


def inside(statement: Statement, other: Statement) -> bool:
    """Does its cue stand in what another statement says? The gold has the outer one alone: "Rao said that he had told Lin to go"."""
    cue = statement.cue
    own = other is statement or cue is None or other.cue == cue
    return not own and any(part.covers(cue) for part in other.parts)


def speaker(statement: Statement, text: str) -> dict[str, object]:
    """The speaker's words, and where they stand if the cue holds them. A relative pronoun stands for its noun: "Rao, who said"."""
    words = statement.speaker_text or ""
    start = end = None
    if statement.cue and words:
        cue = statement.cue.of(text)
        named = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", cue)
        pronoun = RELATIVE.search(cue, named.end() if named else 0)
        if found := pronoun or named:
            start, end = statement.cue.start + found.start(), statement.cue.start + found.end()
    return {"speaker": words, "speaker_start": start, "speaker_end": end}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("--speech", type=Path)
    options.add_argument("--all-attributions", action="store_true", help="beliefs and intentions too")
    options.add_argument("--out", type=Path)
    options.add_argument("--limit", type=int)
    options.add_argument("--scorer", type=Path, default=SCORER)
    args = options.parse_args()
    parser = Parser()
    lines = args.gold.read_text(encoding="utf-8").splitlines()[: args.limit]
    articles = [json.loads(line) for line in lines]
    out = args.out or Path(tempfile.mkdtemp()) / "quotes.jsonl"
    found = [
        json.dumps(
            {"doc_id": a["doc_id"], "quotes": list(said(a["doc_id"], a["text"], parser, args.all_attributions))},
            ensure_ascii=False,
        )
        for a in articles
    ]
    out.write_text("\n".join(found), encoding="utf-8")
    command = [sys.executable, str(args.scorer), str(args.gold), str(out), "--docs", "--fragments", "--boot", "0"]
    if args.speech:
        command += ["--speech", str(args.speech)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())

"""Quotations whose words were changed in copying: python benchmarks/altered.py COPIES.jsonl[.gz] [--errors N].

COPIES has `id`, `family`, `relation` and `text`, each family with its original. The truth is computed without memcon's alignment:
the n-th quotation of a copy is the n-th of its original where both have as many; where a copy has fewer or more, the pairs are
those, in order, whose characters and surroundings are most alike. Changed is what has other words. Printed: precision and recall
over the quotations of copies, overall and by relation; and the time. Families are the gold's, so that only this step is measured.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter, defaultdict
from difflib import SequenceMatcher

from memcon.copies.quotations.alterations import alterations
from memcon.copies.quotations.quoted import quotations_in
from memcon.model.dates import UNKNOWN_DATE
from memcon.model.document import Document
from memcon.model.record import Copy, Family, Relation
from memcon.model.text import Span, Zone

Pair = tuple[Span, Span]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("copies")
    arguments.add_argument("--errors", type=int, default=0)
    options = arguments.parse_args()
    opener = gzip.open if options.copies.endswith(".gz") else open
    with opener(options.copies, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    families: dict[str, dict[str, str]] = defaultdict(dict)
    relation = {}
    for row in rows:
        families[row["family"]][row["id"]] = row["text"]
        relation[row["id"]] = row["relation"]
    right, said, wanted, seconds, shown = Counter(), Counter(), Counter(), 0.0, 0
    for name, texts in families.items():
        if len(texts) < 2:
            continue
        original = next(i for i in texts if relation[i] == "original")
        documents = [_document(i, text) for i, text in texts.items()]
        family = Family(name, original, tuple(Copy(i, _relation(relation[i]), 1.0) for i in texts if i != original))
        started = time.perf_counter()
        found = alterations(documents, None, [family])
        seconds += time.perf_counter() - started
        mine = {(v.document, v.span) for group in found for v in group.variants if v.altered}
        truth = {(i, span) for i in texts if i != original for span in _changed(texts[original], texts[i])}
        for i, span in mine | truth:
            said[relation[i]] += (i, span) in mine
            wanted[relation[i]] += (i, span) in truth
            right[relation[i]] += (i, span) in mine & truth
            if ((i, span) in mine) != ((i, span) in truth) and shown < options.errors:
                shown += 1
                print(
                    "missed" if (i, span) in truth else "wrong", relation[i], repr(span.of(texts[i])[:160]), file=sys.stderr
                )
    for kind in sorted(wanted):
        print(f"{kind:20} P {_share(right[kind], said[kind])} R {_share(right[kind], wanted[kind])} of {wanted[kind]}")
    print(
        f"{'all':20} P {_share(right.total(), said.total())} R {_share(right.total(), wanted.total())} of {wanted.total()}"
    )
    print(f"{seconds:.1f} s for {sum(len(t) > 1 for t in families.values())} families")


def _relation(name: str) -> Relation:
    return "spun" if name.startswith("spun") else "update" if name == "update" else "reprint"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _document(name: str, text: str) -> Document:
    return Document(name, name, "0", text, (Zone(0, len(text), "body"),), None, None, (), UNKNOWN_DATE, "en")


def _changed(original: str, copy: str) -> list[Span]:
    """The quotations of a copy that have other words than the original's."""
    left, right = quotations_in(original), quotations_in(copy)
    pairs = list(zip(left, right, strict=True)) if len(left) == len(right) else _by_looks(original, copy, left, right)
    return [b for a, b in pairs if _words(a.of(original)) != _words(b.of(copy))]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _by_looks(original: str, copy: str, left: tuple[Span, ...], right: tuple[Span, ...]) -> list[Pair]:
    """Pairs in the order of both texts, the most alike in their characters with 150 on either side."""
    looks = [[_alike(_around(original, a), _around(copy, b)) for b in right] for a in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + looks[i][j])
    pairs, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if looks[i][j] and best[i][j] == best[i + 1][j + 1] + looks[i][j]:
            pairs.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _around(text: str, span: Span) -> str:
    return " ".join(text[max(0, span.start - 150) : span.end + 150].split())


def _alike(left: str, right: str) -> float:
    ratio = SequenceMatcher(None, left, right, autojunk=False).ratio()
    return ratio if ratio >= 0.55 else 0.0


if __name__ == "__main__":
    main()

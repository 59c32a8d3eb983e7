"""Are texts found that were translated there and back? python benchmarks/translated.py [GOLD.jsonl ...] [--among TEXTS.jsonl[.gz]]

GOLD (data/translated.jsonl, written for this) has `id`, `pair`, `relation`, `text`: an original and its translations under one
`pair`; of relation "form" and "report" two texts each that copy nothing: readouts on one form, reports of one event by two. All
are put among TEXTS. Printed: the share of translations in the family of their original, as they are and with what else befalls
copies; how often the original is the canonical and the relation right; links between texts of GOLD that are none.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from math import comb
from pathlib import Path

from memcon.flow.copying import find_copies
from memcon.registers.skeleton import skeleton_words

HERE = Path(__file__).resolve().parent
DRAWS = 5  # of each text, where chance decides
PAGE = """Get 40% Off Today only, our readers save on a subscription of 12 months

{head}

See also Latest news on the crisis in the east: live updates

{body}

Jamila Pardo is a senior correspondent based in Madrid. She has covered three wars in her 20 years with the agency.

Leave a Reply

Your email address will not be published. Required fields are marked *"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path, nargs="*", default=[HERE / "data" / "translated.jsonl"])
    options.add_argument("--among", type=Path)
    args = options.parse_args()
    others = {f"other {n}": row["text"] for n, row in enumerate(lines(args.among))} if args.among else {}
    for path in args.gold:
        rows = lines(path)
        print(path.name)
        for part in sorted({row.get("part", "") for row in rows}):
            told(part, [row for row in rows if row.get("part", "") == part], others)
        for name, change in CHANGES.items():
            found = wanted = 0
            for draw in range(DRAWS):
                right, size = recall([changed(row, change, draw) for row in rows])
                found, wanted = found + right, wanted + size
            print(f"  {name:44}{found / max(wanted, 1):7.3f} of {wanted}")


def lines(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def told(part: str, rows: list[dict[str, str]], others: dict[str, str]) -> None:
    placed = {one.id: one for one in find_copies(others | {row["id"]: row["text"] for row in rows})}
    original = {row["pair"]: row["id"] for row in rows if row["relation"] == "original"}
    copies = [row for row in rows if row["relation"] == "back_translated"]
    found = [row for row in copies if placed[row["id"]].group == placed[original[row["pair"]]].group]
    kept = sum(placed[original[row["pair"]]].canonical for row in found)
    named = sum("back_translated" in {placed[row["id"]].relation, placed[original[row["pair"]]].relation} for row in found)
    pairs = {row["id"]: row["pair"] for row in rows if row["relation"] not in ("form", "report")}
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        groups[placed[row["id"]].group].append(pairs.get(row["id"], row["id"]))
    false = sum(comb(len(some), 2) - sum(comb(n, 2) for n in Counter(some).values()) for some in groups.values())
    print(
        f"  {part}: found {len(found)} of {len(copies)}; original canonical {kept}; relation {named}; false links {false}"
    )


def recall(rows: list[dict[str, str]]) -> tuple[int, int]:
    """Each translation alone with its original: how many are found, of how many."""
    original = {row["pair"]: row["text"] for row in rows if row["relation"] == "original"}
    copies = [row for row in rows if row["relation"] == "back_translated"]
    found = [len({p.group for p in find_copies({"a": original[row["pair"]], "b": row["text"]})}) == 1 for row in copies]
    return sum(found), len(found)


def changed(row: dict[str, str], change: Callable[[str, random.Random], str], draw: int) -> dict[str, str]:
    if row["relation"] != "back_translated":
        return row
    return row | {"text": change(row["text"], random.Random(f"{row['id']} {draw}"))}


def respelt(text: str, draw: random.Random) -> str:
    """One name in seven written by ear: another vowel."""
    days = skeleton_words().calendar
    names = sorted(set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", text)))
    wrong = {
        name: name[:2] + draw.choice("aeiou") + name[3:]
        for name in names
        if draw.random() < 0.15 and name.lower() not in days
    }
    return re.sub(r"\b[A-Z][a-z]{3,}\b", lambda match: wrong.get(match[0], match[0]), text)


def cut(text: str, draw: random.Random) -> str:
    """Without two sentences."""
    sentences = re.split(r"(?<=[.!?”]) +(?=[A-Z“])|\n\n", text)
    for _ in range(2):
        sentences.pop(draw.randrange(1, len(sentences)))
    return "\n\n".join(sentences)


def on_a_page(text: str, draw: random.Random) -> str:
    head, _, body = text.partition("\n\n")
    return PAGE.format(head=head, body=body)


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "one name in seven spelt otherwise": respelt,
    "two sentences cut": cut,
    "on a page": on_a_page,
    "all three": lambda text, draw: on_a_page(cut(respelt(text, draw), draw), draw),
}

if __name__ == "__main__":
    main()

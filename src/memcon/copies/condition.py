"""What the copying did to a text, seen from its own language alone.

Comes in: a Document. Goes out: the conditions that its words prove. Back-translation leaves no such marks and is found by
comparing copies, not here.
"""

from memcon.model.document import Document
from memcon.registers.substitutions import hits

# The weights of distinct markers, summed, and that sum per 1,000 words. No single marker weighs more than 1, so two are needed.
# At 1.5 none of 5,124 posts of the White House, 300 articles of three outlets and 284 of PolNeAR is marked (at 1: 2 of 5,124), and
# of public-domain briefings spun with a thesaurus 80% at full strength, 57% where 40% of the words were open to change.
ENOUGH = 1.5
DENSITY = 1.5
SHORT = 200  # words; below that, density says nothing


def condition(document: Document) -> tuple[str, ...]:
    """Any of spun, back_translated, truncated, with_boilerplate."""
    return ("spun",) if spun(document) else ()


def spun(document: Document) -> bool:
    """Do its words show that a machine put synonyms in place of others?"""
    weights: dict[str, float] = {}
    words = 0
    for zone in document.stretches("title", "heading", "body", "credits"):
        text = document.text[zone.start : zone.end]
        words += len(text.split())
        weights |= {hit.rule.name: hit.rule.weight for hit in hits(text, markers=True)}
    evidence = sum(weights.values())
    return evidence >= ENOUGH and 1000 * evidence / max(words, SHORT) >= DENSITY

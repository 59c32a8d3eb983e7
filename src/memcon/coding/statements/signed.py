"""Posts that are quoted without marks and signed below: "— Ana Ruiz (@anaruiz) May 4, 2031".

Comes in: an annotated document. Goes out: a `Quoted` without quotations for each, its content the paragraph up to the
signature, or the paragraph before where the signature has one of its own. Refuses a signature without a handle.
"""

import re
from collections.abc import Iterator

from memcon.coding.statements.around import paragraph_bounds
from memcon.coding.statements.grammar import Phrase
from memcon.coding.statements.quoted import Attributed, Quoted
from memcon.model.annotated import Annotated

SIGNATURE = re.compile(r"(?:^|\s)[—–―-]{1,2}\s*(?P<name>[A-Z][^()@\n]{2,60}?)\s*\(@\w+\)[^@]{0,40}$")


def find_signed(annotated: Annotated) -> Iterator[Quoted]:
    """Every signed post, in the order of the text."""
    bounds = paragraph_bounds(annotated)
    for n, paragraph in enumerate(annotated.paragraphs):
        match = SIGNATURE.search(paragraph.text)
        if match is None or n not in bounds:
            continue
        first, last = bounds[n]
        inside = annotated.tokens[first:last]
        signature = next((t.i for t in inside if t.read >= match.start() and t.pos != "SPACE"), last)
        name = [t.i for t in inside if match.start("name") <= t.read < match.end("name")]
        content = (first, signature) if signature > first else bounds.get(n - 1)
        if content is None or not name:
            continue
        speaker = Phrase(name[-1], name[0], name[-1] + 1)
        yield Quoted(*content, (), True, Attributed(signature, speaker, speaker, None, "signed post"))

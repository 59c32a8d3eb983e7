"""Where a relative clause ends: "the talks that were to open in Oslo on Friday have been put off", of which a parse hangs "on Friday" on
the verb behind it. No comma parts the two, so what stands before the main verb and its auxiliaries belongs to the clause.

Comes in: the parsed tokens of a paragraph. Goes out: the same, with such a preposition hung on the last verb of the relative clause.
Refused: what stands behind a comma, which closes the clause, and what stands before anything but auxiliaries and adverbs of the verb.
"""

from memcon.annotate.hanging import Words, hangs_on, hung

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
BEFORE_VERB = frozenset(["aux", "auxpass", "neg", "advmod"])
LONGEST = 60  # tokens from the subject to its verb
VERBAL = frozenset(["VERB", "AUX"])


def relative_ends(words: Words) -> Words:
    """The tokens with the ends of relative clauses hung on them."""
    for i, word in enumerate(words):
        if word.dep == "prep" and word.head > i + 1 and words[word.head].pos in VERBAL and i and words[i - 1].text != ",":
            verb = _last_verb_before(words, i)
            if verb is not None:
                words = hung(words, {i: (word.dep, verb)})
    return words


def _last_verb_before(words: Words, i: int) -> int | None:
    """The last verb of the relative clause that stands before token i and hangs on the subject of the verb that i hangs on."""
    main = words[i].head
    behind = next((n for n in range(i + 1, main) if not hangs_on(words, n, i)), main)
    if any(words[n].head != main or words[n].dep not in BEFORE_VERB for n in range(behind, main)):
        return None
    first = max(0, main - LONGEST)
    subject = next((n for n in range(first, i) if words[n].head == main and words[n].dep in SUBJECTS), None)
    if subject is None:
        return None
    clause = next((n for n in range(subject + 1, i) if words[n].dep == "relcl" and hangs_on(words, n, subject)), None)
    verbs = (n for n in range(i - 1, subject, -1) if words[n].pos in VERBAL)
    return next((n for n in verbs if clause is not None and (n == clause or hangs_on(words, n, clause))), None)

"""Where the content of a cue verb stands, frame by frame.

Comes in: an annotated document, a verb, its row of the cue table. Goes out: the tokens [first, last) of the content, trimmed
to its words, with the frame that found it. Refuses a content without a word, and one that is a bare pronoun.
"""

from collections.abc import Callable
from dataclasses import dataclass

from memcon.coding.statements.grammar import LONGEST
from memcon.coding.statements.said_clause import Stretch, clause_behind, particle_of, said_clause
from memcon.coding.statements.tails import end_of_content
from memcon.model.annotated import Annotated, Token
from memcon.registers.cues import Cue, Frame, attribution

OBJECTS = ("dobj", "pobj", "dative")
CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "relcl")
BEFORE_MARK = ("PUNCT", "DET", "ADJ", "ADV")  # between what is named and the mark: "called the plan a real “bridge”"
MOST_BEFORE_MARK = 5


@dataclass(frozen=True, slots=True)
class Content:
    frame: Frame
    first: int
    last: int


def content_of(annotated: Annotated, verb: int, cue: Cue) -> Content | None:
    """The content of the first frame of the cue that fits the sentence."""
    for frame, reader in READERS.items():
        if frame in cue.frames and (found := reader(annotated, verb, cue)):
            first, last = found
            if first > verb:
                last = end_of_content(annotated, verb, first, last)
            first, last = trim(annotated, first, last)
            if first < last and not (last - first == 1 and annotated.tokens[first].pos == "PRON"):
                return Content(frame, first, last)
    return None


def trim(annotated: Annotated, first: int, last: int) -> Stretch:
    """Without punctuation at the edges, conjunction and "that" before, attribution behind."""
    tokens = annotated.tokens
    for i in range(first + 1, min(last - 1, first + LONGEST)):
        if tokens[i].lower == "according" and tokens[i + 1].lower == "to" and not annotated.quotation_at(i):
            last = i
            break
    while first < last and (tokens[first].pos == "PUNCT" or _is_link(tokens[first])):
        first += 1
    while last > first and tokens[last - 1].pos == "PUNCT":
        last -= 1
    return first, last


def _is_link(token: Token) -> bool:
    return (token.lower == "that" and (token.tag == "IN" or token.dep == "mark")) or (
        token.dep == "cc" and token.lower in ("and", "but")
    )


def _infinitive(annotated: Annotated, verb: int, cue: Cue) -> Stretch | None:
    """vowed to stay; urged him to stay. The content begins with "to"."""
    for clause in annotated.children(verb):
        if clause.dep in ("xcomp", "ccomp", "advcl") and clause.i > verb:
            to = annotated.child(clause.i, "aux")
            if to and to.lower == "to":
                negation = annotated.child(clause.i, "neg")
                first = min(to.i, negation.i) if negation and negation.i > verb else to.i
                return first, annotated.edges(clause.i)[1]
    return None


def _asked(annotated: Annotated, verb: int, cue: Cue) -> Stretch | None:
    found = _infinitive(annotated, verb, cue)
    between = annotated.tokens[verb + 1 : found[0]] if found else ()
    return found if any(t.pos in ("NOUN", "PROPN", "PRON") for t in between) else None


def _object_and(*prepositions: str) -> Callable[[Annotated, int, Cue], Stretch | None]:
    def read(annotated: Annotated, verb: int, cue: Cue) -> Stretch | None:
        thing = _object(annotated, verb, cue)
        holders = [verb, *([thing.i] if thing else []), *[p.i for p in [particle_of(annotated, verb, cue)] if p]]
        inside = [t.i for t in annotated.subtree(thing.i) if t.i > thing.i] if thing and "as" in prepositions else []
        for holder in [*holders, *inside]:
            for link in annotated.children(holder):
                if link.lower in prepositions and link.dep in ("prep", "mark", "advmod") and link.i > verb:
                    first = annotated.edges(thing.i)[0] if thing and verb < thing.i < link.i else link.i
                    return first, annotated.edges(link.i)[1]
        return None

    return read


def _named(annotated: Annotated, verb: int, cue: Cue) -> Stretch | None:
    """called the talks a success; what he calls "a success"."""
    if quoted := _named_in_marks(annotated, verb):
        return quoted
    parts = [c for c in annotated.children(verb) if c.i > verb and c.dep in ("dobj", "oprd", "ccomp", "attr", "acomp")]
    if not parts or (len(parts) == 1 and parts[0].dep == "dobj" and annotated.child(verb, "oprd") is None):
        return _named_alone(annotated, verb, parts[0]) if parts else None
    return min(annotated.edges(p.i)[0] for p in parts), max(annotated.edges(p.i)[1] for p in parts)


def _named_in_marks(annotated: Annotated, verb: int) -> Stretch | None:
    """called the treaty “a bridge” between neighbours: whatever the parse makes of the marks."""
    thing = annotated.child(verb, "dobj")
    if thing is None or thing.i < verb or annotated.quotation_at(thing.i):
        return None
    end = thing.i + 1
    while end < len(annotated.tokens) and annotated.tokens[end].pos in BEFORE_MARK and annotated.quotation_at(end) is None:
        end += 1
    quotation = annotated.quotation_at(end) if end < len(annotated.tokens) else None
    if quotation is None or quotation.first != end or end - thing.i > MOST_BEFORE_MARK:
        return None
    last = quotation.last
    for token in annotated.children(verb):
        first, following = annotated.edges(token.i)
        if token.dep == "prep" and first <= last + 1 and following > last:
            last = following
    return annotated.edges(thing.i)[0], max(last, quotation.last)


def _named_alone(annotated: Annotated, verb: int, thing: Token) -> Stretch | None:
    """acts that it deemed a crime; called the plan to meet them foolish, where the parse joins the two."""
    first, last = annotated.edges(thing.i)
    second = annotated.child(thing.i, "appos")
    joined = annotated.tokens[last - 1].pos == "ADJ" and last - 1 > thing.i
    joined = joined or (second is not None and "," not in [t.lower for t in annotated.tokens[thing.i : second.i]])
    relative = annotated.tokens[verb].dep == "relcl" and not _relative_subject(annotated, verb)
    deemed = relative or (annotated.tokens[verb].lemma != "call" and annotated.tokens[verb].dep == "ccomp")
    return (first, last) if joined or deemed or annotated.quotation_at(thing.i) else None


def _relative_subject(annotated: Annotated, verb: int) -> bool:
    """A man who called a taxi; not "the treaty, which he called a farce"."""
    subject = annotated.child(verb, "nsubj")
    return subject is None or subject.tag in ("WDT", "WP")


def _object(annotated: Annotated, verb: int, cue: Cue) -> Token | None:
    if cue.particle:
        link = particle_of(annotated, verb, cue)
        found = annotated.child(link.i, "pobj") if link else None
        if found:
            return found
    return annotated.child(verb, "dobj")


def _bare_object(annotated: Annotated, verb: int, cue: Cue) -> Stretch | None:
    thing = _object(annotated, verb, cue) or annotated.child(verb, "nsubjpass")
    if thing is None:
        thing = next((c for c in annotated.children(verb) if c.dep == "xcomp" and c.tag == "VBG" and c.i > verb), None)
    return annotated.edges(thing.i) if thing and thing.pos in ("NOUN", "PROPN", "VERB") else None


def _own_preposition(annotated: Annotated, verb: int, cue: Cue) -> Stretch | None:
    link = particle_of(annotated, verb, cue)
    if link and link.dep == "mark":
        return link.i + 1, annotated.edges(link.head)[1]
    inner = annotated.child(link.i, "pobj", "pcomp") if link else None
    if inner is None:
        return None
    first, last = annotated.edges(inner.i)
    for clause in annotated.children(verb):  # "called for the embargo to be lifted"
        to = annotated.child(clause.i, "aux")
        if clause.dep in ("advcl", "xcomp") and to and to.lower == "to" and annotated.edges(clause.i)[0] == last:
            last = annotated.edges(clause.i)[1]
    return first, last


def _noun_of_speech(annotated: Annotated, verb: int, cue: Cue) -> Stretch | None:
    thing = annotated.child(verb, "dobj")
    if thing is None or thing.lemma.lower() not in attribution().utterances:
        return None
    clause = annotated.child(thing.i, "acl", "ccomp", "relcl") or annotated.child(verb, "ccomp")
    return clause_behind(annotated, verb, clause) if clause and clause.i > thing.i else None


def _preposition(word: str) -> Callable[[Annotated, int, Cue], Stretch | None]:
    def read(annotated: Annotated, verb: int, cue: Cue) -> Stretch | None:
        link = next((c for c in annotated.children(verb) if c.lower == word and c.dep == "prep" and c.i > verb), None)
        inner = annotated.child(link.i, "pobj", "pcomp") if link else None
        return annotated.edges(inner.i) if inner else None

    return read


# In this order: what says most of the content first.
READERS: dict[Frame, Callable[[Annotated, int, Cue], Stretch | None]] = {
    "obj-to": _asked,
    "to": _infinitive,
    "that": said_clause,
    "obj-of": _object_and("of"),
    "obj-for": _object_and("for"),
    "obj-as": _object_and("as"),
    "obj-is": _named,
    "noun": _noun_of_speech,
    "obj": _own_preposition,
    "prep:of": _preposition("of"),
    "prep:against": _preposition("against"),
    "prep:for": _preposition("for"),
    "np": _bare_object,
}

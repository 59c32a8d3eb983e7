"""Where the content of a cue verb stands, frame by frame.

Comes in: an annotated document, a verb, its row of the cue table. Goes out: the tokens [first, last) of the content, trimmed
to its words, with the frame that found it. Refuses a content without a word, and one that is a bare pronoun.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from memcon.coding.statements.grammar import second_cue
from memcon.coding.statements.tails import end_of_content
from memcon.model.annotated import Annotated, Token
from memcon.registers.cues import Cue, Frame, attribution, cues

OBJECTS = ("dobj", "pobj", "dative")
CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "relcl")
Stretch = tuple[int, int]


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


def particle_of(annotated: Annotated, verb: int, cue: Cue) -> Token | None:
    """The second word of a cue such as "point out" or "call for", where it stands with the verb."""
    own = next((c for c in annotated.children(verb) if c.lower == cue.particle and c.i > verb), None)
    if own or verb + 1 == len(annotated.tokens):
        return own
    following = annotated.tokens[verb + 1]  # "called for the king to resign": the parse gives "for" to "resign"
    opens = following.lower == cue.particle and following.dep == "mark" and annotated.head(following.i).head == verb
    return following if opens else None


def trim(annotated: Annotated, first: int, last: int) -> Stretch:
    """Without punctuation at the edges, conjunction and "that" before, attribution behind."""
    tokens = annotated.tokens
    for i in range(first + 1, last - 1):
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


def _that(annotated: Annotated, verb: int, cue: Cue) -> Stretch | None:
    token = annotated.tokens[verb]
    holders = [verb] if cue.particle is None else [verb, *[p.i for p in [particle_of(annotated, verb, cue)] if p]]
    clauses = [
        c
        for holder in holders
        for c in annotated.children(holder)
        if (c.dep == "ccomp" and c.lower != cue.particle) or (holder != verb and c.dep in ("advcl", "xcomp", "ccomp"))
    ]
    if clauses:
        clause = next((c for c in clauses if c.i > verb), clauses[0])
        if clause.i < verb and annotated.tokens[annotated.edges(clause.i)[1]].text == ":":
            return None  # "The road is open: he announced a ferry", which is what he announced
        return _clause_behind(annotated, verb, clause) if clause.i > verb else _clause_ahead(annotated, verb, clause)
    behind_colon = annotated.tokens[max(0, annotated.edges(verb)[0] - 1)].text == ":"
    if not behind_colon and (token.dep == "parataxis" or (token.dep == "ccomp" and _stands_aside(annotated, verb))):
        return annotated.edges(token.head)
    loose = annotated.child(verb, "parataxis")
    return annotated.edges(loose.i) if loose else _astray(annotated, verb)


def _astray(annotated: Annotated, verb: int) -> Stretch | None:
    """said in a message that the border was shut: the parse gives the clause to the message."""
    end = annotated.edges(verb)[1]
    for token in annotated.tokens[verb + 1 : end]:
        clause = annotated.head(token.i)
        noun = annotated.head(clause.i)
        if token.lower != "that" or token.dep != "mark" or clause.dep not in ("relcl", "acl", "ccomp") or noun.i <= verb:
            continue
        told = noun.dep in ("dobj", "dative") and noun.head == verb and noun.entity
        within = told or any(t.dep == "prep" and t.head == verb for t in annotated.ancestors(noun.i))
        if within and noun.pos in ("NOUN", "PROPN") and annotated.child(clause.i, "nsubj", "nsubjpass", "expl"):
            return token.i + 1, annotated.edges(clause.i)[1]
    return None


def _stands_aside(annotated: Annotated, verb: int) -> bool:
    """Is it the "he said" between commas of a sentence that goes on around it?"""
    first, last = annotated.edges(verb)
    head = annotated.tokens[verb].head
    tokens = annotated.tokens
    return (
        verb < head and last - first <= 8 and first > 0 and tokens[first - 1].lower == "," and tokens[last].lower in ',”"'
    )


def _clause_ahead(annotated: Annotated, verb: int, clause: Token) -> Stretch:
    """The border was shut, the minister said. Up to the comma, whatever the parse hangs on the verb instead."""
    first, last = annotated.edges(clause.i)
    tokens = annotated.tokens
    subject = annotated.child(verb, "nsubj")
    start = annotated.edges(subject.i)[0] if subject and clause.i < subject.i < verb else verb
    comma = next((i for i in range(start - 1, last - 2, -1) if tokens[i].lower == ","), None)
    if subject is None or subject.i > verb:
        comma = next((i for i in range(verb - 1, clause.i, -1) if tokens[i].lower == ","), comma)
    end = comma or min(last, verb)
    colons = [i for i in range(first, end) if tokens[i].text == ":" and annotated.quotation_at(i) is None]
    return (colons[-1] + 1 if colons else first), end


def _clause_behind(annotated: Annotated, verb: int, clause: Token) -> Stretch:
    """The minister said the border was shut: to the end of the clause, without what is told beside it."""
    tokens = annotated.tokens
    first, last = annotated.edges(clause.i)
    if first < verb:
        first = min(t.i for t in annotated.subtree(clause.i) if t.i > verb)
    for other in annotated.children(verb):  # "has said it is opposed and wants more": the second verb is of the clause
        agrees = other.tag == clause.tag != tokens[verb].tag and annotated.child(other.i, "nsubj", "aux") is None
        if other.dep == "conj" and other.i > clause.i and (agrees or _goes_on_with_pronoun(annotated, other, clause)):
            last = max(last, annotated.edges(other.i)[1])
    return first, min([last, *_tails(annotated, verb, clause, first, last)])


def _goes_on_with_pronoun(annotated: Annotated, other: Token, clause: Token) -> bool:
    """said the talks went well but it was late: no comma, and "it" or "he" is of what is said."""
    subject = annotated.child(other.i, "nsubj", "expl")
    if subject is None or subject.pos != "PRON" or subject.i == 0 or other.lemma in cues():
        return False
    link = annotated.tokens[subject.i - 1]
    return link.dep == "cc" and annotated.tokens[link.i - 1].pos != "PUNCT" and other.tag == clause.tag


def _tails(annotated: Annotated, verb: int, clause: Token, first: int, last: int) -> Iterator[int]:
    """Where what the reporter adds begins: "..., adding that"; "and said"; of what is to come, "after he refused"."""
    tokens = annotated.tokens
    past = clause.tag == "VBD" or any(c.dep == "aux" and c.lower == "had" for c in annotated.children(clause.i))
    for token in tokens[first + 1 : last]:
        if annotated.quotation_at(token.i):
            continue
        start, end = annotated.edges(token.i)
        closing = end >= last - 1
        if token.dep == "advcl" and token.tag == "VBD" and closing and not past:
            if tokens[start].lower == "after":
                yield start
        elif closing and tokens[start - 1].lower == "," and _is_aside(annotated, token, start):
            yield start - 1
        elif _begins_anew(annotated, verb, clause, token):
            yield next((c.i for c in annotated.children(token.head) if c.dep == "cc" and c.i < token.i), token.i)


def _is_aside(annotated: Annotated, token: Token, start: int) -> bool:
    """..., which had failed before; ..., a drug that kills: the reporter explains."""
    if token.dep == "relcl":
        return annotated.tokens[start].lower == "which"
    return token.dep == "appos" and annotated.child(token.i, "relcl") is not None


def _begins_anew(annotated: Annotated, verb: int, clause: Token, token: Token) -> bool:
    """Does the reporter go on here: "and said", or a clause with a subject of its own in the tense of the cue verb?"""
    if token.dep != "conj":
        return False
    if above := second_cue(annotated, token.i):
        return above.i == verb and token.lemma in cues()
    if token.head != clause.i:
        return False
    if annotated.child(token.i, "aux", "auxpass", "mark") or token.tag == clause.tag:
        return False
    return token.tag == "VBD" == annotated.tokens[verb].tag and annotated.child(token.i, "nsubj") is not None


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
    end = max(t.i for t in annotated.tokens[thing.i : thing.i + 1]) + 1
    while end < len(annotated.tokens) and annotated.tokens[end].pos == "PUNCT" and annotated.quotation_at(end) is None:
        end += 1
    quotation = annotated.quotation_at(end) if end < len(annotated.tokens) else None
    if quotation is None or quotation.first != end or end - thing.i > 3:
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
    deemed = annotated.tokens[verb].lemma != "call" and annotated.tokens[verb].dep in ("relcl", "ccomp")
    return (first, last) if joined or deemed or annotated.quotation_at(thing.i) else None


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
    return _clause_behind(annotated, verb, clause) if clause and clause.i > thing.i else None


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
    "that": _that,
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

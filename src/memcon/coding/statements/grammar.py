"""Grammar that attribution needs: whose verb it is, who is spoken to, and whether it is said to have happened.

Comes in: an annotated document, its clauses and the index of a verb. Goes out: token ranges [first, last) and heads. None where the
sentence does not show it.
"""

from dataclasses import dataclass

from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Clauses, Condition, Factuality, Form, Modality, Polarity, Tense
from memcon.registers.cues import Frame, attribution, cues

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVE = frozenset(["WDT", "WP"])  # tags
RELATIVES = frozenset(["who", "which", "that", "whom"])
PEOPLE_LABELS = frozenset(["PERSON", "ORG", "GPE", "NORP"])
TOLD = (Factuality.HAPPENED, Factuality.UNDER_WAY, Factuality.UNKNOWN)
CLIMBS = frozenset(["advcl", "xcomp", "conj", "ccomp", "pcomp", "acl", "prep", "dep", "parataxis"])
FINITE = frozenset(["VBD", "VBZ", "VBP"])
WITH_OBJECT: dict[str, Frame] = {"of": "obj-of", "for": "obj-for"}
LONGEST = 300  # tokens of a content that are looked through: an endless sentence must not take the square of its length
NOUNS = frozenset(["NOUN", "PROPN", "PRON"])
NOMINAL = NOUNS | {"DET", "ADJ", "NUM", "ADP", "PART"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its head and tokens[first:last] without what follows a comma."""

    head: int
    first: int
    last: int


def phrase(annotated: Annotated, head: int) -> Phrase:
    """The noun phrase on a head, up to a relative clause, an apposition or a comma."""
    first, last = annotated.edges(head)
    for child in annotated.children(head):
        start = annotated.edges(child.i)[0]
        apposed = child.dep == "appos" and annotated.tokens[start - 1].pos != "PUNCT"
        if child.i > head and child.dep in ("relcl", "acl", "appos", "punct", "advcl") and not apposed:
            last = min(last, max(head + 1, start))
    quotation = next((i for i in range(first, head) if annotated.quotation_at(i) != annotated.quotation_at(head)), None)
    if quotation is not None:
        first = next(i for i in range(head, first - 1, -1) if i == first or _outside(annotated, i - 1, head))
    first = max([i + 1 for i in range(first, head) if annotated.tokens[i].text == ")"] or [first])  # "(CNN) The minister"
    last = min([i for i in range(head + 1, last) if annotated.tokens[i].text == "("] or [last])
    while first < head and annotated.tokens[first].pos == "PUNCT":
        first += 1
    return Phrase(head, first, last)


def _outside(annotated: Annotated, i: int, head: int) -> bool:
    return annotated.quotation_at(i) != annotated.quotation_at(head) or annotated.tokens[i].pos == "PUNCT"


def subject_of(annotated: Annotated, verb: int) -> Phrase | None:
    """Who does what the verb says: its subject, agent, antecedent, or the subject of the verb that it hangs on."""
    seen: set[int] = set()
    while verb not in seen:
        if is_passive(annotated, verb):
            return _agent(annotated, verb) if not seen else _shared(annotated, verb)
        seen.add(verb)
        if own := _subject(annotated, verb):
            return _antecedent(annotated, own, verb)
        token = annotated.tokens[verb]
        if token.tag in FINITE and token.dep not in ("conj", "relcl"):
            first = annotated.sentence_of(verb).first
            return _words_before(annotated, verb) or apposed(annotated, first, verb) or _sentence_before(annotated, verb)
        head = annotated.head(verb)
        if token.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
            source = _issuer(annotated, head)
            known = can_speak(annotated, source.head) or is_text(annotated, source.head)
            return source if known or annotated.tokens[source.head].lower == "it" else None
        if token.dep not in CLIMBS or head.i == verb:
            return None
        if token.dep == "pcomp" and head.lower == "as":
            quoted = annotated.child(head.head, "dobj")
            return phrase(annotated, quoted.i) if quoted else None
        if token.dep == "pcomp" and (blamed := _blamed(annotated, head)):
            return phrase(annotated, blamed.i)
        if head.pos == "NOUN":
            return _issuer(annotated, head)
        verb = head.i
    return None


def speaker_of(annotated: Annotated, verb: int, cue_lemmas: frozenset[str]) -> Phrase | None:
    """Whose words a cue verb reports. A participle in what somebody said ("..., adding that") is that somebody's."""
    token = annotated.tokens[verb]
    if token.tag == "VBG" and token.dep == "advcl" and annotated.child(verb, *SUBJECTS) is None:
        for above in annotated.ancestors(verb):
            if above.lemma in cue_lemmas and above.pos == "VERB" and annotated.child(above.i, "ccomp"):
                return subject_of(annotated, above.i)
    outer = second_cue(annotated, verb)
    if outer and outer.lemma in cue_lemmas:
        return subject_of(annotated, outer.i)
    own = subject_of(annotated, verb)
    if token.tag == "VBG" and token.dep == "advcl" and own and own.last <= verb and not _is_source(annotated, own.head):
        return _warner(annotated, verb, cue_lemmas) or own
    return own


def _warner(annotated: Annotated, verb: int, cue_lemmas: frozenset[str]) -> Phrase | None:
    """The envoys warned against a deal that would do little, urging delay: not the deal urges, but whose words hold it."""
    above = (t for t in annotated.ancestors(verb) if t.pos == "VERB" and t.lemma in cue_lemmas)
    found = (subject_of(annotated, t.i) for t in above)
    return next((f for f in found if f and _is_source(annotated, f.head)), None)


def _is_source(annotated: Annotated, head: int) -> bool:
    return can_speak(annotated, head) or is_text(annotated, head) or annotated.tokens[head].lower == "it"


def second_cue(annotated: Annotated, verb: int) -> Token | None:
    """The minister said the border would open and said trade would grow. The verb that speaks, where the parse joins its
    second to what it says; their tenses tell."""
    token, clause = annotated.tokens[verb], annotated.head(verb)
    if token.dep != "conj" or annotated.child(verb, "nsubj", "aux", "auxpass", "mark"):
        return None
    if token.tag == clause.tag and not _of_a_thing(annotated, clause.i):
        return None
    inner = clause
    while inner.dep in ("relcl", "acl", "advcl") and inner.head != inner.i:
        inner = next((t for t in annotated.ancestors(inner.i) if t.pos in ("VERB", "AUX")), annotated.head(inner.i))
    above = annotated.head(inner.i)
    return above if inner.dep == "ccomp" and token.tag == above.tag else None


def _of_a_thing(annotated: Annotated, clause: int) -> bool:
    """Is its subject something that cannot speak: "said the meeting was good and cited it"?"""
    subject = annotated.child(clause, "nsubj", "nsubjpass")
    return subject is not None and subject.pos == "NOUN" and not can_speak(annotated, subject.i)


def _words_before(annotated: Annotated, verb: int) -> Phrase | None:
    """The noun phrase that stands between a comma and a finite verb, where the parse gives it to what went before."""
    tokens = annotated.tokens
    last = verb
    while last > 0 and tokens[last - 1].dep in ("aux", "advmod"):
        last -= 1
    first = last
    while first > 0 and tokens[first - 1].pos in NOMINAL and tokens[first - 1].sentence == tokens[verb].sentence:
        first -= 1
    while first < last and tokens[first].pos in ("ADP", "CCONJ"):
        first += 1
    bounded = first == 0 or tokens[first - 1].pos == "PUNCT" or tokens[first].pos == "PRON"
    if not bounded:  # at least the noun itself: "the minimum $20 million experts say"
        first = next((i + 1 for i in range(last - 1, first - 1, -1) if tokens[i].pos not in ("NOUN", "PROPN")), first)
        bounded = True
    return Phrase(last - 1, first, last) if bounded and first < last and tokens[last - 1].pos in NOUNS else None


def apposed(annotated: Annotated, start: int, verb: int) -> Phrase | None:
    """The noun phrase that begins at `start`, where all between it and a finite verb tells more of it between commas: "the nominee,
    Dana Lind, a farmer in a “Holm” cap, tweeted"."""
    tokens = annotated.tokens
    before = verb - 1
    while before > start and tokens[before].pos == "ADV":
        before -= 1
    comma = start
    while comma < before and tokens[comma].pos in NOMINAL and not annotated.quotation_at(comma):
        comma += 1
    if not start < comma < before or tokens[comma].lower != "," or tokens[before].lower != ",":
        return None
    between = tokens[comma + 1 : before]
    source = can_speak(annotated, comma - 1) or between[0].entity == "PERSON"
    own = any(t.tag in FINITE and t.dep != "relcl" for t in between)
    return Phrase(comma - 1, start, comma) if source and tokens[comma - 1].pos in ("NOUN", "PROPN") and not own else None


def _sentence_before(annotated: Annotated, verb: int) -> Phrase | None:
    """Of a sentence that begins with its verb ("Also urged both sides to"), the subject of the one before."""
    sentence = annotated.sentence_of(verb)
    leading = annotated.tokens[sentence.first : verb]
    if not sentence.index or any(t.pos not in ("ADV", "PUNCT", "CCONJ") for t in leading):
        return None
    before = annotated.sentences[sentence.index - 1]
    root = next((t for t in annotated.sentence_tokens(before) if t.head == t.i and t.pos == "VERB"), None)
    own = annotated.child(root.i, "nsubj") if root and before.paragraph == sentence.paragraph else None
    return phrase(annotated, own.i) if own else None


def _agent(annotated: Annotated, verb: int) -> Phrase | None:
    by = annotated.child(verb, "agent")
    noun = annotated.child(by.i, "pobj") if by else None
    return phrase(annotated, noun.i) if noun else None


def _blamed(annotated: Annotated, link: Token) -> Token | None:
    """Who is accused of, or blamed or thanked for, what stands behind the preposition: "thanked Rao for saying"."""
    frame = WITH_OBJECT.get(link.lower)
    above = annotated.head(link.i)
    whom = annotated.child(above.i, "dobj")
    fits = any(frame in cue.frames for cue in cues().get(above.lemma.lower(), ()))
    return whom if whom and frame and fits and can_speak(annotated, whom.i) and not is_passive(annotated, above.i) else None


def _subject(annotated: Annotated, verb: int) -> Token | None:
    """Its subject; of two, the one beside it: the parse takes a word of the quotation before for another."""
    found = [c for c in annotated.children(verb) if c.dep in SUBJECTS]
    before = [c for c in found if c.i < verb and not annotated.quotation_at(c.i)]
    return before[-1] if before else next(iter(found), None)


def _shared(annotated: Annotated, verb: int) -> Phrase | None:
    """Whose the verb behind a passive is: "she was joined by Rao and joked"; of a thing, the doer's: "it was read by Rao, saying"."""
    own = annotated.child(verb, "nsubjpass")
    if own is not None and (can_speak(annotated, own.i) or own.lower in RELATIVES):
        return _antecedent(annotated, own, verb)
    return _agent(annotated, verb)


def _antecedent(annotated: Annotated, subject: Token, verb: int) -> Phrase:
    if subject.lower in RELATIVES:
        for above in [annotated.tokens[verb], *annotated.ancestors(verb)]:
            if above.dep == "relcl":
                return phrase(annotated, above.head)
    return phrase(annotated, subject.i)


def _issuer(annotated: Annotated, noun: Token) -> Phrase:
    """Of a text ("issued a statement saying") the one who acts on it; of anybody else, themselves."""
    if noun.lemma.lower() in attribution().texts and noun.dep in ("dobj", "pobj"):
        verb = annotated.head(noun.i)
        verb = annotated.head(verb.i) if verb.pos == "ADP" else verb
        doer = subject_of(annotated, verb.i) if verb.pos == "VERB" else None
        if doer:
            return doer
    return phrase(annotated, noun.i)


def is_passive(annotated: Annotated, verb: int) -> bool:
    token = annotated.tokens[verb]
    if annotated.child(verb, "auxpass", "nsubjpass"):
        return True
    return token.tag == "VBN" and token.dep in ("acl", "advcl") and annotated.child(verb, "aux") is None


def can_speak(annotated: Annotated, head: int) -> bool:
    """Does the noun mean people or a body, as far as its form shows?"""
    token = annotated.tokens[head]
    lemma = token.lemma.lower()
    if token.entity in PEOPLE_LABELS or token.lower in attribution().personal or lemma in attribution().people:
        return True
    if token.pos == "PROPN" and not token.entity:  # a name that the parse does not know for one
        return True
    return any(lemma.endswith(part) and "-" in lemma for part in attribution().people)


def is_text(annotated: Annotated, head: int) -> bool:
    return annotated.tokens[head].lemma.lower() in attribution().texts


def has_happened(annotated: Annotated, clauses: Clauses, verb: int) -> bool:
    """Is the verb told as done or being done? A participle is, with whatever it goes along: "..., telling reporters that"."""
    clause = clauses.at(verb)
    token = annotated.tokens[verb]
    if clause is None or token.dep in ("amod", "compound") or clause.polarity is Polarity.NEGATIVE:
        return False
    if token.tag == "VBG" and token.dep in ("advcl", "acl"):
        return clause.condition is not Condition.IF
    if token.tag == "VB" and token.dep == "ROOT" and annotated.child(verb, "nsubj") and not annotated.child(verb, "aux"):
        return clause.condition is Condition.NONE  # a finite plural taken for an infinitive: "critics of his say"
    if clause.condition is not Condition.NONE:
        return False
    if clause.factuality is Factuality.SCHEDULED:  # "argue today", of a day to come for other verbs
        return clause.tense is Tense.PRESENT and clause.modality is Modality.NONE
    if clause.form is Form.INFINITIVE:  # "the labour of having to explain": nobody has
        return clause.factuality in (Factuality.HAPPENED, Factuality.UNDER_WAY)
    return clause.factuality in TOLD

"""The parse, mended where clear patterns of the surface contradict it.

Comes in: an annotated document. Goes out: its tokens; those whose tag, label or head is mended are copies. The document keeps
the parser's. Mended are: sentences without a verb in which a word is the verb by its form and place ("US envoy heads to Kyiv",
"PRESIDENT MEETS ENVOY"), gerunds taken for nouns ("denies meeting warlord"), infinitives taken for nouns ("to chair Monday's
cabinet"), finite verbs taken for participles before a noun ("the two held talks"), subjects taken for a part of the opening.
"""

from dataclasses import replace

from memcon.grammar.antecedents import mend_antecedent
from memcon.grammar.asides import participle_aside, set_in_front, stands_done
from memcon.grammar.by_which import by_which
from memcon.grammar.chunks import NOMINAL, hang
from memcon.grammar.drafts import HELPERS, NOUNS
from memcon.grammar.joined_clauses import and_joined, day_for_subject
from memcon.grammar.joined_persons import join_to_object, join_to_person
from memcon.grammar.lexicon import gerunds, participles, third_persons, verb_lemmas
from memcon.grammar.openings import give_subject, opening_of
from memcon.grammar.predicates import event_nouns
from memcon.grammar.rows_of_verbs import JOINING, noun_in_a_row, verb_in_a_row
from memcon.grammar.said_clauses import said_clause
from memcon.model.annotated import Annotated, Sentence, Token
from memcon.registers.cues import attribution
from memcon.registers.governors import Frame, governing, governor_of

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
VERBAL = FINITE | {"VB", "VBN", "VBG", "TO"}
NAMES = frozenset(
    ["NN", "NNP", "NNS", "DT", "JJ", ",", "."]
)  # the commonest tags, of which only the first can need mending
TAKEN_FOR_OTHERS = frozenset(["JJ", "NN", "NNS"])
NOT_BEFORE_VERB = frozenset(["DT", "IN", "TO", "POS", "PRP$", "CC", "JJ", "JJR", "JJS", ",", ":", "``", "''", "-LRB-"])
AFTER_NOUN = frozenset(["IN", "TO", "CC", ",", ".", ":", "POS"])
BEHIND = frozenset(["acl", "relcl", "amod"])  # a participle that the parse hangs on a noun already
TITLE = 10  # tokens of a title and a name
CAPITALS = 3  # words in capitals make a line of capitals


def mended(annotated: Annotated) -> list[Token]:
    """The tokens as the surface shows them."""
    tokens = list(annotated.tokens)
    for sentence in annotated.sentences:
        finite = verbal = False
        for i in range(sentence.first, sentence.last):
            token = tokens[i]
            tag = token.tag
            if tag in NAMES:
                if tag == "NN" and i > sentence.first and tokens[i - 1].lower in JOINING:
                    noun_in_a_row(tokens, i, sentence)
                    if tokens[i].pos == "VERB":
                        continue
                if token.dep == "conj":
                    join_to_person(tokens, i)
                elif token.dep == "pobj" and token.entity == "PERSON":
                    join_to_object(tokens, i)
                elif token.dep == "acl" and tag == "NN":
                    _noun_behind_noun(tokens, i, sentence)
                elif token.lower[-3:] == "ing" and tag == "NN":
                    _gerund(tokens, i)
            elif tag in VERBAL:
                finite = finite or tag in FINITE
                verbal = verbal or token.dep == "ROOT"
                _mend_verb(tokens, i, sentence)
            elif tag == "IN" and token.text == "to":
                _infinitive(tokens, i, sentence.last)
            elif tag == "IN" and token.lower == "that" and i > sentence.first + 1:
                said_clause(tokens, i, sentence)
            elif tag == "WDT" and i > sentence.first + 1:
                by_which(tokens, i, sentence)
                mend_antecedent(tokens, i, sentence)
        if finite and tokens[opening_of(tokens, sentence)].tag == "IN":
            give_subject(tokens, sentence)
        capitals = _in_capitals(tokens, sentence)
        if capitals or not (finite or verbal):
            _without_verb(tokens, sentence, capitals)
    return tokens


def _mend_verb(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """What can be wrong at a verb, an auxiliary or "to"."""
    token = tokens[i]
    tag, dep = token.tag, token.dep
    if (
        tag in ("VBD", "VBN")
        and dep not in BEHIND
        and (tokens[i - 1].text == "," or (dep in ("ROOT", "ccomp") and i > sentence.first))
    ):
        participle_aside(tokens, i, sentence)
        tag, dep = tokens[i].tag, tokens[i].dep
    if tag in ("VBD", "VBN") and tokens[i - 1].tag in ("NN", "NNS") and i > sentence.first + 1:
        stands_done(tokens, i)
    if tag == "VBN" and i == sentence.first:
        set_in_front(tokens, i, sentence)
    if dep == "ccomp" and tag in FINITE:
        and_joined(tokens, i, sentence)
    if dep == "conj" and tag in FINITE:
        day_for_subject(tokens, i, sentence)
    if tag in ("VBP", "VBD", "VBN") and i > sentence.first:
        verb_in_a_row(tokens, i, sentence)
        tag, dep = tokens[i].tag, tokens[i].dep
    if dep in ("ROOT", "conj") and (tag in FINITE or (tag == "VB" and tokens[i - 1].tag == "MD")):
        _subject_in_front(tokens, i, sentence)
    if tag in FINITE and tokens[i - 1].head == i and tokens[i - 1].dep == "compound" and tokens[i - 1].pos == "PROPN":
        tokens[i - 1] = replace(tokens[i - 1], dep="nsubj")  # "Minister Salo departs": a name taken for a part of the verb
    if dep in HELPERS:
        if tag == "TO" and i + 2 < sentence.last and tokens[i + 1].lower == "be" and tokens[i + 2].tag == "VBN":
            _to_be_held(tokens, i)
        if tokens[token.head].tag in TAKEN_FOR_OTHERS:
            _helped(tokens, i)
    elif tag == "TO":
        _infinitive(tokens, i, sentence.last)
    elif tag == "VBG" and dep == "pcomp" and tokens[i - 1].lower == "with":
        _visiting(tokens, i)
    elif tag == "VBG":
        _gerund(tokens, i)
    elif tag == "VB" and dep == "ROOT":
        _visit_by(tokens, i, sentence)
    elif tag == "VBN" and dep == "amod":
        _two_did(tokens, i)
    elif tag == "VBD" and dep == "conj":
        _one_of_three(tokens, i)


def _subject_in_front(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """ "On the sidelines of the Assembly, the minister, X, met": a subject that was taken for an apposition of the phrase in front."""
    if sentence.first + 3 > i or tokens[sentence.first].pos not in ("ADP", "VERB") or tokens[sentence.first].head != i:
        return
    if any(
        t.head == i and t.dep in ("nsubj", "nsubjpass", "expl", "csubj") for t in tokens[sentence.first : sentence.last]
    ):
        return
    for t in tokens[sentence.first + 1 : i]:
        if t.dep != "appos" or t.head >= t.i or t.pos not in NOUNS:
            continue
        if t.pos != "PROPN" and t.lemma.lower() not in attribution().people:
            continue
        tokens[t.i] = replace(t, dep="nsubj", head=i)
        return


def _noun_behind_noun(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """ "There will be a follow-up meeting": a noun that was taken for a clause of the noun before it is the head of both."""
    first = tokens[i - 1]
    if tokens[i].head != i - 1 or first.pos not in NOUNS or first.head == i - 1:
        return
    tokens[i] = replace(tokens[i], dep=first.dep, head=first.head)
    for t in tokens[sentence.first : sentence.last]:
        if t.head == i - 1 and t.i != i:
            tokens[t.i] = replace(t, head=i)
    tokens[i - 1] = replace(tokens[i - 1], dep="compound", head=i)


def _in_capitals(tokens: list[Token], sentence: Sentence) -> bool:
    if not tokens[sentence.first].text.isupper():
        return False
    words = [t.text for t in tokens[sentence.first : sentence.first + 12] if t.text.isalpha()]
    return len(words) >= CAPITALS and all(word.isupper() for word in words)


def _without_verb(tokens: list[Token], sentence: Sentence, capitals: bool) -> None:
    first, last = sentence.first, sentence.last
    if not capitals and _held_talks(tokens, first, last):
        return
    for i in range(first + 1, last):
        before, lower = tokens[i - 1], tokens[i].lower
        lemma = third_persons().get(lower)
        if lemma is not None and _can_be_verb(tokens, i, last, lemma, capitals):
            hang(tokens, first, last, i, lemma, "VBZ")
            return
        if lower in verb_lemmas() and before.lower == "to" and i > first + 1 and capitals:
            hang(tokens, first, last, i, lower, "VB")
            return
        if lower in verb_lemmas() and _plural(before) and _can_be_verb(tokens, i, last, lower, capitals):
            hang(tokens, first, last, i, lower, "VBP")
            return


def _plural(token: Token) -> bool:
    return token.tag in ("NNS", "NNPS") or (token.text.isupper() and token.lower.endswith("s"))


def _can_be_verb(tokens: list[Token], i: int, last: int, lemma: str, capitals: bool) -> bool:
    """Does a noun stand before it, and nothing that makes it a noun itself ("phone calls with", "his visits")?"""
    before = tokens[i - 1]
    if before.tag in NOT_BEFORE_VERB or not before.text[:1].isalnum():
        return capitals and before.tag in ("JJ", "JJS", "JJR")
    after = tokens[i + 1] if i + 1 < last else None
    if lemma in event_nouns():
        return after is not None and after.tag not in AFTER_NOUN and after.lower not in verb_lemmas()
    return after is not None or lemma in governing(Frame.SUBJECT)


def _held_talks(tokens: list[Token], first: int, last: int) -> bool:
    """ "The two held talks in Oslo.", parsed as "talks" that two held."""
    for i in range(first + 1, last):
        token = tokens[i]
        if token.tag not in ("VBN", "VBD") or token.dep != "amod" or tokens[token.head].dep != "ROOT":
            continue
        noun, before = tokens[token.head], tokens[i - 1]
        if before.tag == "CD" and before.head == noun.i and i < noun.i and governor_of(Frame.LIGHT, token.lemma):
            hang(tokens, first, last, i, token.lemma, "VBD")
            return True
    return False


def _helped(tokens: list[Token], i: int) -> None:
    """ "Is committed to", "did no one brief": what has an auxiliary is a verb, whatever the tagger took it for."""
    helper, verb = tokens[i], tokens[tokens[i].head]
    if helper.tag == "TO" or helper.tag == "MD" or helper.lemma == "do":
        tag, lemma = "VB", verb.lower
    elif verb.lower in participles():
        tag, lemma = "VBN", participles()[verb.lower]
    else:
        return
    tokens[verb.i] = replace(verb, tag=tag, pos="VERB", lemma=lemma)


def _visit_by(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """ "14 May: visit by the minister": a noun that was taken for an imperative."""
    token = tokens[i]
    after = tokens[i + 1].tag if i + 1 < sentence.last else ""
    if token.lower not in event_nouns() or after not in ("IN", "TO") or i == sentence.first:
        return
    if tokens[i - 1].text in (":", "-", "–", "—", ","):
        tokens[i] = replace(token, tag="NN", pos="NOUN")


def _two_did(tokens: list[Token], i: int) -> None:
    """ "The two discussed trade, and agreed to", parsed as a trade that two discussed."""
    token = tokens[i]
    noun, before = tokens[token.head], tokens[i - 1]
    verb = tokens[noun.head]
    if i == 0 or before.tag != "CD" or before.head != noun.i or noun.dep != "nsubj" or verb.dep != "ROOT" or noun.i < i:
        return
    if not any(t.text in (",", "and") for t in tokens[noun.i : verb.i]):
        return
    tokens[i] = replace(token, tag="VBD", dep="ROOT", head=i)
    tokens[verb.i] = replace(verb, dep="conj", head=i)
    tokens[before.i] = replace(before, dep="nsubj", head=i)
    tokens[noun.i] = replace(noun, dep="dobj", head=i)


def _one_of_three(tokens: list[Token], i: int) -> None:
    """ "Met the king, dined with the premier and left": the second of three, taken for a participle."""
    second = tokens[tokens[i].head]
    if second.tag == "VBN" and second.dep == "advcl" and second.head < second.i < i and tokens[second.head].tag == "VBD":
        tokens[second.i] = replace(second, tag="VBD", dep="conj")


def _visiting(tokens: list[Token], i: int) -> None:
    """ "Met with visiting Prime Minister X": an adjective that the parser took for what was done with him."""
    whom = next((t for t in tokens[i + 1 : i + TITLE] if t.dep == "dobj" and t.head == i), None)
    title = tokens[i + 1 : whom.i] if whom is not None else []
    if whom is None or whom.pos != "PROPN" or not title or any(t.dep not in ("compound", "amod", "nmod") for t in title):
        return
    tokens[whom.i] = replace(whom, dep="pobj", head=tokens[i].head)
    tokens[i] = replace(tokens[i], pos="ADJ", tag="JJ", dep="amod", head=whom.i)


def _gerund(tokens: list[Token], i: int) -> None:
    """ "Denies meeting warlord", "accuses him of meeting smugglers": a gerund that the tagger took for a noun."""
    token = tokens[i]
    lemma = gerunds().get(token.lower)
    if lemma is None or i == 0:
        return
    if token.dep == "pobj" and tokens[i - 1].i == token.head and _takes(tokens, tokens[i - 1]):
        tokens[i] = replace(token, tag="VBG", pos="VERB", dep="pcomp", lemma=lemma)
        return
    if token.dep == "dobj" and _hours_of_it(tokens, i):
        tokens[i] = replace(token, tag="VBG", pos="VERB", dep="xcomp", lemma=lemma)
        tokens[i - 1] = replace(tokens[i - 1], dep="dobj", head=token.head)
        return
    if token.dep not in ("compound", "amod"):
        return
    noun, before = tokens[token.head], tokens[i - 1]
    if token.tag == "VBG" and noun.pos != "PROPN":
        return
    if before.tag in ("VBZ", "VBD", "VBP", "VB", "VBN", "VBG") and governor_of(Frame.ING, before.lemma):
        over, dep = before.i, "xcomp"
    elif (
        before.tag == "IN"
        and noun.head == before.i
        and (governor_of(Frame.PREPOSITION, before.lower) or _takes(tokens, before))
    ):
        over, dep = before.i, "pcomp"
    else:
        return
    tokens[i] = replace(token, tag="VBG", pos="VERB", dep=dep, head=over, lemma=lemma)
    tokens[noun.i] = replace(noun, dep="dobj", head=i)


def _hours_of_it(tokens: list[Token], i: int) -> bool:
    """ "Spent two hours meeting with": what was done in the hours, taken for one noun with them."""
    before, after = tokens[i - 1], tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    hours = before.tag in ("NN", "NNS") and before.dep in ("compound", "nmod") and before.head == i
    return hours and after.tag == "IN" and governor_of(Frame.ING, tokens[tokens[i].head].lemma) is not None


def _takes(tokens: list[Token], preposition: Token) -> bool:
    """Does the verb above a preposition take a gerund behind it ("accuse ... of")?"""
    over = tokens[preposition.head]
    if over.tag[:2] == "NN":
        over = tokens[over.head]
    rule = governor_of(Frame.ING, over.lemma, frozenset([preposition.lower]))
    return rule is not None and bool(rule.particle)


def _infinitive(tokens: list[Token], i: int, last: int) -> None:
    """ "To chair Monday's cabinet": a verb that was taken for a noun behind "to"."""
    if i + 2 >= last:
        return
    token, after = tokens[i + 1], tokens[i + 2]
    if token.tag != "NN" or token.dep != "pobj" or token.head != i or token.lower not in verb_lemmas():
        return
    if after.tag not in NOMINAL or any(t.head == token.i for t in tokens[i + 2 : last]):
        return
    noun = after
    while noun.head > noun.i and noun.dep in ("compound", "det", "poss", "amod", "nummod", "case"):
        noun = tokens[noun.head]
    over = tokens[i].head
    tokens[i] = replace(tokens[i], tag="TO", pos="PART", dep="aux", head=token.i)
    tokens[token.i] = replace(token, tag="VB", pos="VERB", dep="advcl", head=over)
    tokens[noun.i] = replace(noun, dep="dobj", head=token.i)


def _to_be_held(tokens: list[Token], i: int) -> None:
    """ "Matters to be raised at the summit to be held in Lima": hung on the verb, it is said of the engagement right in front of it."""
    verb, noun = tokens[i + 2], tokens[i - 1]
    loose = verb.dep in ("advcl", "xcomp", "conj") and verb.head not in (noun.i, verb.i)
    if i and loose and noun.pos in NOUNS and noun.lemma.lower() in event_nouns() and governor_of(Frame.LIGHT, verb.lemma):
        tokens[verb.i] = replace(verb, dep="relcl", head=noun.i)

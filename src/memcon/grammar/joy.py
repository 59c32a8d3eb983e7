"""Words of joy behind which a meeting has been held: "Good to see the envoy again today," he wrote; "was pleased to meet the envoy".

Comes in: the draft of an infinitive, and what governs it. Goes out: whether the word tells that it was done. Refused: joy that looks
ahead or is only imagined ("would be honoured to host"), joy at what is seen from afar ("great to see him on TV", "back in Kyiv"), and
a guest to be received on a day that can be to come.
"""

from memcon.grammar.drafts import Draft, Syntax
from memcon.grammar.governing import Governed
from memcon.grammar.timing import behind_us, just_passed
from memcon.model.annotated import TimeExpression, Token
from memcon.model.clauses import Form, Modality
from memcon.registers.engagements import words

GLAD = frozenset(["delighted", "honored", "honoured", "pleased", "privileged", "thrilled"])
BEEN = frozenset(["was", "were"])
IS = BEEN | frozenset(["is", "are", "am", "'s", "’s", "'m", "’m", "'re", "’re"])
RECEIVING = frozenset(["host", "welcome", "receive"])
CLOSING = frozenset([".", ",", ";", ":", "!", "(", ")", '"', "'", "“", "”", "’", "''", "``", "-", "–", "—"])
LINKS = frozenset(["in", "at", "to", "of", "on"])


def only_glad(syntax: Syntax, draft: Draft, governed: Governed) -> bool:
    """Is it joy that does not say that it was done: all but "was pleased to meet" and "is pleased to have met"?"""
    if governed.token.lower not in GLAD or governed.rule.factuality is not None:
        return False
    over = governed.over
    if over is None or over.negative or over.modality is not Modality.NONE or governed.token.dep == "conj":
        return True
    forms = [over.token, *over.helpers, *(t for t in syntax.children[governed.token.i] if t.dep in ("aux", "auxpass"))]
    done = IS if draft.key == "perfect infinitive" else BEEN
    going = draft.token.tag == "VBG" or any(t.tag == "VBG" for t in (*forms, *draft.helpers))
    return going or any(t.tag == "MD" for t in forms) or not any(t.lower in done for t in forms)


def greets(syntax: Syntax, draft: Draft) -> bool:
    """ "Good to see the envoy again today," he wrote: without a copula, at the opening of a sentence or a quotation."""
    word = syntax.head(draft.top)
    if draft.form is not Form.INFINITIVE or draft.negative or word.lower not in words("greeting") or word.i >= draft.top.i:
        return False
    below = syntax.children[word.i]
    if any(t.dep in ("nsubj", "nsubjpass", "cop", "aux", "neg", "mark") or t.pos == "AUX" for t in below):
        return False
    first = min((t.i for t in (word, *below) if t.dep not in ("punct", "intj")), default=word.i)
    opens = first == syntax.annotated.sentence_of(word.i).first or syntax.tokens[first - 1].tag in ("``", "''", ":")
    return opens and _face_to_face(syntax, draft) and _is_over(syntax, draft)


def _face_to_face(syntax: Syntax, draft: Draft) -> bool:
    """Is a person the object, with nothing behind him but "again", a day and a place?"""
    whom = syntax.child(draft.token.i, "dobj")
    if whom is None:
        link = next((t for t in syntax.children[draft.token.i] if t.dep == "prep" and t.lower in ("with", "to")), None)
        whom = syntax.child(link.i, "pobj") if link is not None else None
    while whom is not None and _is_person(whom):
        other = syntax.child(whom.i, "appos", "conj")
        if other is None:
            return _nothing_else(syntax, whom)
        whom = other
    return False


def _is_person(token: Token) -> bool:
    return token.entity == "PERSON" or token.lemma.lower() in words("people") or token.lower == "friend"


def _nothing_else(syntax: Syntax, whom: Token) -> bool:
    i, end = whom.i + 1, syntax.annotated.sentence_of(whom.i).last
    ends = {time.first: time.last for time in syntax.dated.get(whom.sentence, ())}
    while i < end and syntax.tokens[i].text not in CLOSING:
        token = syntax.tokens[i]
        if i in ends:
            i = ends[i]
        elif token.lower in ("again", "here") or (token.lower in LINKS and i + 1 in ends) or token.entity == "PERSON":
            i += 1
        elif token.lower in LINKS:
            place = i + 2 if syntax.tokens[i + 1].lower == "the" else i + 1
            i = place
            while i < end and syntax.tokens[i].pos == "PROPN" and i not in ends:
                i += 1
            if i == place:
                return False
        else:
            return False
    return True


def _is_over(syntax: Syntax, draft: Draft) -> bool:
    """A guest is received today, or on a day that is past by its form; whoever is seen or met has been."""
    if draft.token.lemma not in RECEIVING:
        return True
    return any(_of_the_past(syntax, time, draft) for time in syntax.dated.get(draft.token.sentence, ()))


def _of_the_past(syntax: Syntax, time: TimeExpression, draft: Draft) -> bool:
    today = time.when is not None and time.when.unit == "D" and not time.when.shift and time.when.low is None
    return today or behind_us(time) or just_passed(syntax, time, draft)

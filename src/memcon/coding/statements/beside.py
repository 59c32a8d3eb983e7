"""What stands beside a quotation and attributes it by its place: a signature, an inverted verb, a verb that no table of cues has.

"“It is late,” he sighed"; "She left no doubt: “No.”"; "“No.” — Helga Pedersen"; "Said Mr. Lind: “No.”"; "“No,” Mr. Lind, 57, said"

Comes in: an annotated document, the tokens behind or before a quotation. Goes out: the attribution, or None. Refuses subjects that
cannot speak.
"""

from memcon.coding.statements.grammar import FINITE, SUBJECTS, Phrase, apposed, can_speak, subject_of
from memcon.coding.statements.quoted import Attributed
from memcon.coding.statements.reports import cue_at
from memcon.model.annotated import Annotated, Quotation, Token
from memcon.registers.cues import attribution

DASHES = frozenset(["—", "–", "―", "--", "-"])
LONGEST_SIGNATURE = 12  # tokens: a name with an office or a day
NAMED = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM"])  # the words of a name with its office
PAST = FINITE | {"VBN"}  # a finite verb that the parse takes for a participle
NEAREST = 2  # tokens between the closing mark and what attributes


def verb_behind(annotated: Annotated, start: int, end: int) -> Attributed | None:
    """“...,” sighed Rao; “...,” he sighed: a finite verb beside its subject, right behind the mark."""
    verb = next((t for t in annotated.tokens[start:end] if t.pos == "VERB"), None)
    if verb is None or verb.tag not in FINITE or annotated.quotation_at(verb.i):
        return None
    speaker = _speaker(annotated, verb)
    if speaker is None or min(speaker.first, verb.i) - start > NEAREST or speaker.first < start:
        return None
    first, last = min(speaker.first, verb.i), max(speaker.last, verb.i + 1)
    return Attributed(verb.i, Phrase(verb.i, first, last), speaker, None, "quote behind: any verb")


def inverted_behind(annotated: Annotated, start: int, end: int) -> Attributed | None:
    """“Who will pay?” asked Sen. Dana Lind of Harbour: a cue right behind the mark whose subject the parse takes for something else."""
    if start >= end:
        return None
    verb = annotated.tokens[start]
    quotes = verb.tag in PAST and any("quote" in cue.frames for cue in cue_at(annotated, start))
    if not quotes or annotated.child(start, *SUBJECTS):
        return None
    last = start + 1
    while last < end and annotated.tokens[last].pos in NAMED:
        last += 1
    named = last > start + 1 and not annotated.quotation_at(last - 1) and can_speak(annotated, last - 1)
    speaker = Phrase(last - 1, start + 1, last)
    return Attributed(start, Phrase(start, start, last), speaker, None, "quote behind: inverted") if named else None


def apposed_behind(annotated: Annotated, start: int, end: int) -> Attributed | None:
    """“...,” the nominee, Dana Lind, a farmer in a “Holm” cap, tweeted: parses lose the subject that is told more of."""
    for token in annotated.tokens[start + 2 : end]:
        if token.tag not in PAST or annotated.quotation_at(token.i):
            continue
        if any("quote" in cue.frames for cue in cue_at(annotated, token.i)):
            speaker = apposed(annotated, start, token.i)
            words = Phrase(token.i, token.i, token.i + 1)
            return Attributed(token.i, words, speaker, None, "quote behind: apposed") if speaker else None
    return None


def issued_before(annotated: Annotated, first: int, mark: int) -> Attributed | None:
    """The ministry issued a statement, “...” A noun of text or speech right before the mark, with whoever makes it."""
    tokens = annotated.tokens
    if tokens[mark].text not in (",", ":"):
        return None
    for token in tokens[first:mark]:
        noun = token.lemma.lower() in attribution().texts | attribution().utterances
        verb = annotated.head(token.i)
        if not noun or token.dep != "dobj" or verb.lemma not in attribution().making or annotated.edges(token.i)[1] < mark:
            continue
        speaker = subject_of(annotated, verb.i)
        if speaker and can_speak(annotated, speaker.head):
            return Attributed(verb.i, Phrase(verb.i, verb.i, token.i + 1), speaker, None, "quote ahead: issued")
    return None


def verb_before(annotated: Annotated, first: int, colon: int) -> Attributed | None:
    """She left no doubt: “...” The main verb of the sentence, whatever it is, where its subject can speak."""
    verb = next((t for t in annotated.tokens[first:colon] if t.pos == "VERB" and t.tag in FINITE and _is_main(t)), None)
    if verb is None or annotated.quotation_at(verb.i):
        return None
    speaker = _speaker(annotated, verb)
    if speaker is None or not first <= speaker.first < colon:
        return None
    if annotated.tokens[speaker.head].pos == "PRON" and colon - verb.i > NEAREST:
        return None  # "he left him with a warning:" is as likely the other's
    near = speaker.last <= verb.i and verb.i - speaker.last <= NEAREST
    cue = Phrase(verb.i, speaker.first if near else verb.i, verb.i + 1)
    return Attributed(verb.i, cue, speaker, None, "quote ahead: any verb")


def _is_main(token: Token) -> bool:
    return token.dep in ("ROOT", "conj", "ccomp", "parataxis")


def _speaker(annotated: Annotated, verb: Token) -> Phrase | None:
    if annotated.child(verb.i, *SUBJECTS) is None:
        return None
    speaker = subject_of(annotated, verb.i)
    return speaker if speaker and can_speak(annotated, speaker.head) else None


def signature(annotated: Annotated, first: int, last: int) -> Attributed | None:
    """“The border is open.” — Helga Pedersen"""
    words = annotated.tokens[first + 1 : last]
    if not words or annotated.tokens[first].lower not in DASHES or len(words) > LONGEST_SIGNATURE:
        return None
    names = [t.i for t in words if t.pos == "PROPN"]
    if not names or names[0] != first + 1 or any(t.pos in ("VERB", "AUX") for t in words):
        return None
    end = next((i for i in range(first + 1, last) if annotated.tokens[i].pos != "PROPN"), last)
    speaker = Phrase(end - 1, first + 1, end)
    return Attributed(end - 1, speaker, speaker, None, "quote behind: signature")


def inverted(annotated: Annotated, first: int, quotation: Quotation) -> Attributed | None:
    """Said Mr. Lind: “The road is open.” Parses take the verb for a name."""
    end = quotation.first - 2
    if (
        end <= first + 1
        or annotated.tokens[first].lower not in attribution().inverted
        or annotated.tokens[end].text not in (",", ":")
    ):
        return None
    stops = (
        i for i in range(first + 1, end + 1) if annotated.tokens[i].text in (",", ":") or annotated.tokens[i].pos == "ADP"
    )
    last = next(stops, end)
    head = annotated.tokens[last - 1]
    if last <= first + 1 or not (head.pos == "PROPN" or can_speak(annotated, head.i)):
        return None
    return Attributed(first, Phrase(first, first, last), Phrase(head.i, first + 1, last), None, "quote ahead: inverted")

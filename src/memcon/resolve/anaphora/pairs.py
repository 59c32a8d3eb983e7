"""Two at once: "the two leaders", "both sides", "they", "their talks", "A and B, who ...", "the latter".

Comes in: the actors and all mentions so far, pronouns included. Goes out: the mentions with each such phrase given its
two actors as candidates meant together; "the latter" and "the former" get one. The two are those of the last sentence that
names two of the fitting kind, or of the last two that name one each. Refused: phrases before which three fit alike, plurals
that can be things, and pairs that the phrase itself names ("the leaders of Chile and Peru").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.model.annotated import Token
from memcon.model.resolved import ActorMention, LocalActor
from memcon.registers.names import name_words
from memcon.registers.offices import PairKind, pair_nouns, role_nouns, who_words
from memcon.registers.states import states
from memcon.resolve.anaphora.clauses import SUBJECTS, near_subject, standing, subject_of, verb_over
from memcon.resolve.anaphora.partners import REACH, Cast, pair_before
from memcon.resolve.anaphora.pronouns import mention_of
from memcon.resolve.page import Page

WORDS_BETWEEN = 3  # "the same two senior diplomats" has two words between "two" and the noun
PLURALS = frozenset(["they", "them", "their"])
WERE = frozenset(["were", "are", "have", "both"])
COUNTING = frozenset(["the", "two", "both"])
DETERMINERS = frozenset(["the", "these", "those"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """tokens[first:last] with this head stand for two of a kind."""

    first: int
    last: int
    head: int
    kind: PairKind
    counted: bool = True


def with_pairs(page: Page, actors: dict[str, LocalActor], mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """All mentions in the order of the text, the phrases for two among them."""
    ranked = sorted(mentions, key=lambda m: (not m.embedded, m.actor is not None))
    cast = Cast(page, actors, {m.head: m for m in ranked})
    made: list[ActorMention] = []
    for i in range(len(page.tokens)):
        found = _of_one_name(page, cast, i) or _latter(page, cast, i) or _who(page, cast, i) or _they(page, cast, i)
        found = found or _phrased(page, cast, i)
        if found:
            made.append(found)
            cast.take(found)
    over = {i for m in made for i in range(m.first, m.last)}
    kept = [m for m in mentions if m.head not in over]
    return sorted([*kept, *made], key=lambda m: (m.first, -m.last))


def _of_one_name(page: Page, cast: Cast, i: int) -> ActorMention | None:
    """ "The two Koreas", "between the Koreas": both states of one name."""
    codes = who_words().of_one_name.get(page.words[i])
    if codes is None:
        return None
    first = i
    while first and page.lowers[first - 1] in COUNTING and page.tokens[first - 1].sentence == page.tokens[i].sentence:
        first -= 1
    for code in codes:
        cast.actors.setdefault(code, LocalActor(code, "state", states()[code].name, state=code))
    return _joint(page, Phrase(first, i + 1, i, "states"), (codes[0], codes[1]))


def _phrased(page: Page, cast: Cast, i: int) -> ActorMention | None:
    """ "The two leaders", "both": the two of its kind that stand before it."""
    phrase = _phrase(page, cast, i)
    if phrase is None:
        return None
    pair = pair_before(cast, phrase.first, phrase.head, phrase.kind, REACH if phrase.counted else 1)
    return _joint(page, phrase, pair) if pair else None


def _phrase(page: Page, cast: Cast, i: int) -> Phrase | None:
    """The phrase for two that ends in, or is, token i."""
    word = page.lowers[i]
    if (found := _noun(page, i)) is not None:
        return _counted(page, cast, i, *found)
    counted = word in who_words().pairs
    if (word != "both" and not counted) or page.tokens[i].dep not in (*SUBJECTS, "dobj", "pobj"):
        return None
    first = i - 1 if counted and page.lowers[i - 1 : i] == ("the",) else i
    if (counted and first == i) or page.annotated.child(i, "prep", "amod", "relcl"):
        return None
    return Phrase(first, i + 1, i, "any")


def _noun(page: Page, i: int) -> tuple[PairKind, int] | None:
    """The kind of a noun for two, of one word or of three ("heads of state"), that begins at token i, and where it ends."""
    for end in (i + 3, i + 1):
        if (kind := pair_nouns().get(" ".join(page.lowers[i:end]))) is not None:
            return kind, end
    return None


def _counted(page: Page, cast: Cast, i: int, kind: PairKind, end: int) -> Phrase | None:
    """ "The two leaders", "both sides", "the same two diplomats"; also "the leaders" where nothing says whose."""
    sentence = page.annotated.sentence_of(i)
    if page.lowers[end : end + 1] == ("of",) or page.lowers[i] in name_words().body:
        return None
    for at in range(i - 1, max(i - WORDS_BETWEEN, sentence.first) - 1, -1):
        word = page.lowers[at]
        if word == "both":
            return Phrase(at, end, i, kind)
        if word == "two":
            before = page.lowers[max(at - 2, sentence.first) : at]
            return Phrase(at - 1, end, i, kind) if DETERMINERS & set(before) else None
        office = word in who_words().offices or word in role_nouns()  # "the two Foreign Ministers"
        if at in page.hit_at or (page.tokens[at].pos not in ("ADJ", "NOUN", "DET") and not office):
            return None
        if word in DETERMINERS:
            bare = kind == "heads" and at == i - 1 and cast.is_open_group(i)
            return Phrase(at, end, i, kind, counted=False) if bare else None
    return None


def _joint(page: Page, phrase: Phrase, pair: tuple[str, str]) -> ActorMention:
    return ActorMention(
        first=phrase.first,
        last=phrase.last,
        head=phrase.head,
        span=page.annotated.span(phrase.first, phrase.last),
        text=page.annotated.read(phrase.first, phrase.last),
        how="role",
        actor=None,
        candidates=pair,
        reason="both are meant",
        together=True,
    )


def _they(page: Page, cast: Cast, i: int) -> ActorMention | None:
    """ "They" and "their" where two are the subject before, or where only two can do it: "they shook hands"."""
    token = page.tokens[i]
    if token.lower not in PLURALS or token.tag not in ("PRP", "PRP$"):
        return None
    key = cast.key_at(i)
    if key and not cast.is_open_group(i):
        return None
    pair = _joint_before(page, cast, token)
    if pair is None and key is None and _needs_two(page, token):
        pair = pair_before(cast, i, i, "any", sentences=1, whole=True)
    meant = pair or (_listed_before(page, cast, token) if key is None else ())
    return mention_of(page, token, None, meant, "both are meant", together=True) if meant else None


def _listed_before(page: Page, cast: Cast, token: Token) -> tuple[str, ...]:
    """The three or more who are the subject of the clause that its own hangs on: "X, Y and Z wave as they meet"."""
    over = near_subject(page, token) if token.dep == "nsubj" else None
    listed = cast.all_joined(over.i) if over is not None and over.i < token.i else ()
    return listed if len(listed) > 2 else ()


def _needs_two(page: Page, token: Token) -> bool:
    over = page.tokens[token.head]
    if token.lower == "their":
        return over.lemma in who_words().shared or over.lower in who_words().shared
    return token.dep == "nsubj" and over.lemma in who_words().together


def _joint_before(page: Page, cast: Cast, token: Token) -> tuple[str, str] | None:
    """The two that its sentence was about, or that were the subject before, if no other plural comes between."""
    first = page.annotated.sentence_of(token.i).first
    named = (cast.at[j] for j in range(token.i - 1, first - 1, -1) if j in cast.at)
    if both := next((m.candidates for m in named if m.together and len(m.candidates) == 2), None):
        return both[0], both[1]
    if over := _main_subject_before(page, token):
        pair = cast.joined(over.i)
        if pair and _needs_two(page, token):
            return pair
    for subject in _subjects_before(page, token):
        pair = cast.joined(subject.i)
        if pair:
            return pair
        if subject.tag in ("NNS", "NNPS") or page.annotated.child(subject.i, "conj") or subject.lower in PLURALS:
            return None
    return None


def _main_subject_before(page: Page, token: Token) -> Token | None:
    """The subject of the sentence before it in its paragraph."""
    here = page.annotated.sentence_of(token.i)
    if here.index == 0 or page.annotated.sentences[here.index - 1].paragraph != here.paragraph:
        return None
    before = page.annotated.sentence_tokens(page.annotated.sentences[here.index - 1])
    root = next((t for t in before if t.head == t.i), None)
    return page.annotated.child(root.i, "nsubj", "nsubjpass") if root else None


def _subjects_before(page: Page, token: Token) -> Iterator[Token]:
    paragraph = page.annotated.sentence_of(token.i).paragraph
    for i in range(token.i - 1, -1, -1):
        if token.sentence - page.tokens[i].sentence > 1 or page.annotated.sentence_of(i).paragraph != paragraph:
            return
        if page.tokens[i].dep in SUBJECTS:
            yield page.tokens[i]


def _who(page: Page, cast: Cast, i: int) -> ActorMention | None:
    """ "A and B, who met": both where the verb is plural or takes two."""
    token = page.tokens[i]
    if token.lower != "who" or token.tag != "WP":
        return None
    verb = page.tokens[token.head]
    if verb.dep != "relcl":
        return None
    noun = standing(page, verb.head)
    pair = cast.joined(noun.i)
    helpers = {t.lower for t in page.annotated.children(verb.i) if t.dep in ("aux", "auxpass") or t.lower == "both"}
    plural = verb.tag == "VBP" or bool(WERE & {verb.lower, *helpers}) or verb.lemma in who_words().together
    if pair is None or not plural or page.lowers[i - 1] != ",":
        return None
    return mention_of(page, token, None, pair, "both are meant", together=True)


def _latter(page: Page, cast: Cast, i: int) -> ActorMention | None:
    """ "The latter" is the later named of the last two, "the former" the other."""
    token = page.tokens[i]
    alone = token.lower in ("latter", "former") and token.dep not in ("amod", "compound", "nmod")
    if not alone or page.lowers[i - 1 : i] != ("the",):
        return None
    kinds: tuple[PairKind, ...] = ("persons", "states")
    pair = next((p for kind in kinds if (p := pair_before(cast, i, i, kind, sentences=1))), None)
    if pair is None or min(cast.first_named(key, i) for key in pair) < 0:
        return None
    chosen = sorted(pair, key=lambda key: cast.first_named(key, i))[token.lower == "latter"]
    verb = verb_over(page, i)
    subject = subject_of(page, verb) if verb else None
    if subject is not None and subject.i != i and cast.key_at(subject.i) == chosen:
        return None
    made = _joint(page, Phrase(i - 1, i + 1, i, "any"), pair)
    return replace(made, actor=chosen, candidates=(), reason="", together=False)

"""Who comes with somebody: a name and the cast in, evidence for the state of whom he accompanies out.

"The minister was accompanied by Ambassador Bakken", "travelling with Prime Minister Rattanakul were A and B". An envoy of no nation
follows more surely than a minister: a host's own officials accompany his guests too.
"""

from collections.abc import Iterator

from memcon.model.annotated import Token
from memcon.model.resolved import StateEvidence
from memcon.registers.meeting import meeting_words
from memcon.registers.offices import who_words
from memcon.resolve.anaphora.clauses import subject_of
from memcon.resolve.names.name import Name
from memcon.resolve.page import Page
from memcon.resolve.states.cast import Cast
from memcon.resolve.states.setting import PUBLIC, is_national
from memcon.resolve.states.subject import of_tokens

REACH = 30  # tokens of a list of companions
STOPS = frozenset([";", ".", ":"])


def accompanying(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """The state of whom he accompanies."""
    found = _accompanied(cast, name) or _before_list(cast, name)
    if found is None or found[0] is None:
        return
    titles = [cast.titles[h.title] for h in cast.persons[p].holdings if not h.past]
    if any(t.states or t.international or t.noun.rank not in PUBLIC for t in titles):
        return
    envoy = any(t.noun.rank == "envoy" and not t.target for t in titles)
    yield of_tokens(cast.page, "envoy_along" if envoy else "companion", found[0], found[1], name.last)


def _own_head(cast: Cast, first: int, last: int) -> str | None:
    """The state of "the President" in a paper of one nation."""
    bare = (t for t in cast.titles if first < t.head < last and t.determiner == "the" and not t.states and is_national(t))
    return cast.setting.publisher.state if any(bare) else None


def _accompanied(cast: Cast, name: Name) -> tuple[str | None, int] | None:
    """ "The minister, who was accompanied by A and B", "the minister, who came with Ambassador Lindsay"."""
    page, start = cast.page, cast.page.annotated.sentence_of(name.first).first
    for i in range(name.first - 1, max(start, name.first - REACH), -1):
        if page.words[i] in STOPS:
            return None
        if page.tokens[i].pos not in ("VERB", "AUX"):
            continue
        verb, after = page.tokens[i], page.lowers[i + 1]
        by = verb.lemma in meeting_words().accompanying and after == "by"
        if by or (verb.lemma in who_words().moving and after == "with"):
            whom = _whom(page, verb)
            return (cast.state_at(whom.i) or _last_holder(cast, whom.i), i) if whom is not None else None
        return None
    return None


def _last_holder(cast: Cast, i: int) -> str | None:
    """The state of "the ambassador": of whoever was named with that office last."""
    noun = cast.page.lowers[i]
    held = [
        (cast.names[h.name].first, cast.states[q])
        for q, person in enumerate(cast.persons)
        for h in person.holdings
        if cast.titles[h.title].noun.word == noun and cast.names[h.name].first < i
    ]
    return max(held, key=lambda h: h[0])[1] if held else None


def _whom(page: Page, verb: Token) -> Token | None:
    """Who is accompanied: the subject, whom the participle stands beside, or the subject of the verb above."""
    subject = subject_of(page, verb)
    over = page.tokens[verb.head]
    if subject is not None and subject.lower not in ("who", "which", "that"):
        return subject
    if verb.dep in ("relcl", "acl"):
        return over
    return subject_of(page, over) if verb.dep in ("advcl", "conj", "ccomp") else None


def _before_list(cast: Cast, name: Name) -> tuple[str | None, int] | None:
    """ "Accompanying the Norwegian Minister of Trade were A and B": those behind the verb follow who stands before it."""
    page, sentence = cast.page, cast.page.annotated.sentence_of(name.first)
    first = page.tokens[sentence.first]
    opens = first.lemma in meeting_words().accompanying or (
        first.lemma in meeting_words().travelling and page.lowers[first.i + 1] == "with"
    )
    if not opens:
        return None
    be = next((i for i in range(name.first - 1, sentence.first, -1) if page.tokens[i].pos in ("VERB", "AUX")), None)
    if be is None or page.tokens[be].lemma != "be":
        return None
    states = {cast.states[q] for i in range(sentence.first, be) if (q := cast.at.get(i)) is not None}
    states |= {h.state for h in page.hits if sentence.first < h.first < be} if states <= {None} else set()
    states |= {_own_head(cast, sentence.first, be)} if states <= {None} else set()
    return (states.pop(), sentence.first) if len(states) == 1 else None

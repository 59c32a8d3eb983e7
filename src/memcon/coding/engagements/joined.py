"""What "and", an apposition or "together with" joins to the head of a noun phrase: a token in, the heads of all who are named out.

"The minister, X" is X, whom the apposition names; "the minister, the envoy of Y" are two.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import LocalActor, Resolved
from memcon.registers.engagements import words


def is_people(token: Token) -> bool:
    """Is it a noun of those who meet ("minister", "Ambassadors")?"""
    word = token.lemma.lower()
    return word in words("people") or (token.tag == "NNPS" and word.removesuffix("s") in words("people"))


def joined(r: Resolved, i: int) -> Iterator[Token]:
    """The head and what "and" joins to it; "the minister, X" is X, whom the apposition names. No recursion: a list has two thousand."""
    tokens, open_rows = r.annotated.tokens, [_own_and_joined(r, i)]
    while open_rows:
        step = next(open_rows[-1], None)
        if step is None:
            open_rows.pop()
        elif isinstance(step, Named):
            yield tokens[step.token]
        else:
            open_rows.append(_own_and_joined(r, step))


@dataclass(frozen=True, slots=True)
class Named:
    """A token that stands for one party; a bare number is a head whose own row is to be gone through."""

    token: int


def _own_and_joined(r: Resolved, i: int) -> Iterator[Named | int]:
    a = r.annotated
    if (whole := _of_whom(r, i)) is not None:
        yield whole
        return
    actor = r.actor_at(i)
    named = [t for t in _appositions(a, i) if (x := r.actor_at(t.i)) and x.kind == "person" and x.named]
    if (actor is None or not (actor.named or actor.plural)) and not named and (behind := _behind_comma(r, i)):
        named = [behind]
    if named and (actor is None or not actor.named):
        several = named if len(named) > 1 and _and_between(a, named) else named[:1]
        yield from (name.i for name in several)
    else:
        yield Named(i)
    if actor is not None and actor.named and (before := _before_and(r, i, actor)) is not None:
        yield Named(before.i)
    for child in a.children(i):
        yield from _joined_by(r, actor, child)


def _of_whom(r: Resolved, i: int) -> int | None:
    """ "Four of her counterparts", "a number of ambassadors": those of whom the number is."""
    token = r.annotated.tokens[i]
    if r.mention_at(i) is not None or not (token.tag == "CD" or token.lemma.lower() in words("partitives")):
        return None
    of = r.annotated.child(i, "prep")
    inner = r.annotated.child(of.i, "pobj") if of is not None and of.lower == "of" else None
    return inner.i if inner is not None and inner.i > i and inner.tag in ("NNS", "NNPS") and is_people(inner) else None


def _joined_by(r: Resolved, actor: LocalActor | None, child: Token) -> Iterator[int]:
    """The heads that a child of a head joins to it."""
    a = r.annotated
    if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON"):
        yield child.i
    if child.dep == "appos" and _is_another(r, actor, child):
        yield child.i
    elif child.dep == "appos":
        yield from (relative.i for relative in _relatives(r, actor, child))
    led = [child, *(t for x in a.children(child.i) for t in a.children(x.i) if child.lower == "of")]
    for verb in (t for t in led if t.dep == "acl" and t.lemma in words("at_the_head")):
        if (by := a.child(verb.i, "agent")) and (one := a.child(by.i, "pobj")):
            yield one.i  # "a delegation led by X", "a delegation of lawmakers led by X"
    along = child.lower == "with" and any(t.lower in words("along_with") for t in a.children(child.i))
    if (along or child.lower == "including") and (one := a.child(child.i, "pobj")):
        yield one.i


def _appositions(a: Annotated, i: int) -> list[Token]:
    """Those of a title; of "his counterpart from Sudan, X" the one too that the parse hangs on Sudan."""
    inside = [x for t in a.children(i) if t.lower in ("of", "from") and (x := a.child(t.i, "pobj")) and x.pos == "PROPN"]
    title = is_people(a.tokens[i]) and a.tokens[i].tag in ("NN", "NNP")
    return [t for n in (i, *(x.i for x in inside if title)) for t in a.children(n) if t.dep == "appos"]


def _is_another(r: Resolved, actor: LocalActor | None, apposition: Token) -> bool:
    """ "Prime Minister X, Prime Minister Y and Prime Minister Z met": the parse makes of Y, a person of his own, an apposition."""
    other = r.actor_at(apposition.i)
    if actor is None or other is None or other.key == actor.key:
        return False
    persons = all(x.kind == "person" and x.named for x in (actor, other))
    mention = r.mention_at(apposition.i)
    return persons and mention is not None and mention.how == "name"


def _relatives(r: Resolved, actor: LocalActor | None, apposition: Token) -> list[Token]:
    """X and Y of "the king, his brother, X, and his minister, Y": others, told of by what they are to the one before."""
    a, found = r.annotated, list[Token]()
    for noun in (apposition, *(t for t in a.children(apposition.i) if t.dep == "conj")):
        if any(t.dep == "poss" for t in a.children(noun.i)) and r.mention_at(noun.i) is None:
            found += [t for t in a.children(noun.i) if t.dep == "appos" and _is_another(r, actor, t)][:1]
        if not found:
            break
    return found


def _before_and(r: Resolved, i: int, actor: LocalActor) -> Token | None:
    """X of "Secretary of State X and Defense Secretary Y", where the parse makes of X a part of Y's title."""
    a = r.annotated
    for t in reversed(a.tokens[a.edges(i)[0] : i]):
        mention = r.mention_at(t.i)
        if mention is None or mention.head != t.i or not _is_another(r, actor, t):
            continue
        if t.dep not in ("nmod", "compound") and not _behind_title(a, t):
            continue
        return t if mention.last < len(a.tokens) and a.tokens[mention.last].lower in ("and", ",") else None
    return None


def _behind_title(a: Annotated, name: Token) -> bool:
    """ "President of Serbia X and Prime Minister of Kosovo Y": the parse hangs X on the "of" of his title, and that on Y."""
    link = a.head(name.i)
    return (
        name.dep == "pobj"
        and link.lower == "of"
        and is_people(a.head(link.i))
        and a.head(link.i).dep in ("nmod", "compound")
    )


def _and_between(a: Annotated, named: list[Token]) -> bool:
    """ "Minister X and Minister Y": the parse makes appositions of both, though "and" stands between them."""
    return any(t.lower == "and" for t in a.tokens[named[0].i : named[-1].i])


def _behind_comma(r: Resolved, i: int) -> Token | None:
    """ "welcoming the Prime Minister of Iraq, Haider al-Abadi, to": the parse hangs the name elsewhere."""
    a = r.annotated
    if not is_people(a.tokens[i]):
        return None
    at = a.edges(i)[1]
    if at + 1 >= len(a.tokens) or a.tokens[at + 1].sentence != a.tokens[i].sentence:
        return None
    bare = r.mention_at(at - 1) is not None and r.mention_at(at) is not None  # "the Prime Minister of Iraq Haider al-Abadi"
    if a.tokens[at].text != "," and not bare:
        return None
    mention = r.mention_at(at if bare else at + 1)
    actor = r.actors[mention.actor] if mention is not None and mention.actor and mention.how == "name" else None
    if mention is None or actor is None or actor.kind != "person":
        return None
    if mention.last >= len(a.tokens):
        return a.tokens[mention.head]
    ends = a.tokens[mention.last].text in (",", ".", ";", "—") or a.tokens[mention.last].sentence != a.tokens[i].sentence
    return a.tokens[mention.head] if ends else None

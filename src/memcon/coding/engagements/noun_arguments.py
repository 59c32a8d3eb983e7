"""Who takes part in what a noun such as "meeting" or "visit" names, where it is and when."""

from memcon.coding.engagements.arguments import WITH, Arguments
from memcon.coding.engagements.carriers import carriers
from memcon.coding.engagements.host_states import hosted_in
from memcon.coding.engagements.joined import is_people
from memcon.coding.engagements.naming import body_before, only_called_so, pair_before
from memcon.coding.engagements.noun_behind import behind_place, former_or_latter, of_organ, person_at, taken_by
from memcon.coding.engagements.noun_clauses import (
    attending,
    clause_of_having,
    doers_of,
    guest_of,
    had_by,
    takes_place,
    told_inside,
)
from memcon.coding.engagements.participants import Party, companions_at, is_place, party_tokens
from memcon.coding.engagements.places import after_container, container_of, is_visit_like, place_of_noun
from memcon.coding.engagements.subjects import owner_of, subject_of
from memcon.coding.engagements.times import date_of_noun
from memcon.coding.engagements.told_at_end import told_at_end
from memcon.coding.engagements.verb_arguments import visited
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Resolved
from memcon.registers.engagements import cue_of, nouns, words

ASIDE = frozenset(
    ("on", "in", "at", "by", "over", "via", "the", "through")
)  # before a day, a place or a means between noun and company


def arguments_of_noun(r: Resolved, i: int) -> Arguments:
    """Who, where and when of a noun such as "meeting" or "visit"."""
    a = r.annotated
    subjects, beside = _possessors(r, i), list[Party]()
    named_company, having = False, clause_of_having(r, i)
    links = a.children(having.i) if having is not None else ()
    behind = [*_after_light_verb(r, i), *_right_after(r, i), *_as_set(r, i), *_behind_views(a, i), *links]
    for child in [*a.children(i), *after_container(a, i), *behind]:
        inner = a.child(child.i, "pobj") if child.dep in ("prep", "agent", "dative") else None
        if inner is None:
            continue
        if child.lower in ("to", "in", "of") and is_visit_like(a.tokens[i]):
            beside += visited(r, inner.i)
        paid = child.lower in ("on", "upon") and a.tokens[i].lemma == "call"
        paid = paid or (child.lower == "to" and _granted(r, i) and (person_at(r, inner.i) or is_people(inner)))
        state = (named := r.actor_at(inner.i)) is not None and named.kind == "state"  # of "High Commissioner to Fiji"
        caller = person_at(r, inner.i) and not state and a.tokens[i].lemma in words("phoned")
        paid = paid or (child.lower in ("from", "to") and caller)
        paid = paid or (child.lower == "to" and a.tokens[i].lemma in words("paid_to_somebody") and caller_on(r, inner))
        if (guest := _honoured(r, child, inner)) is not None:
            beside += companions_at(r, guest.i)
        if child.lower in WITH or paid or (child.lower == "for" and (person_at(r, inner.i) or _are_guests(r, i, inner))):
            found = companions_at(r, inner.i)
            beside += found
            named_company = named_company or bool(found)
        elif child.lower == "from" and is_visit_like(a.tokens[i]) and person_at(r, inner.i):
            subjects += party_tokens(r, inner.i)  # "received a visit from the envoy"
        elif (child.head != i and child.lower not in ("of", "by")) or (
            child.lower == "of" and a.tokens[i].lemma.lower() in words("of_the_dead")
        ):
            continue
        elif child.lower in ("by", "of") and not is_place(r, inner.i):
            subjects += (
                _of_commission(r, inner)
                or of_organ(r, i, child, inner)
                or party_tokens(r, inner.i)
                or _organisers(r, inner.i)
            )
    if a.tokens[i].lemma in words("guests"):
        subjects, beside = guest_of(r, i)
    owned = any(person_at(r, p.token) and a.tokens[p.token].pos == "PROPN" for p in subjects)
    told = a.tokens[i].dep == "pobj" and owned and not _is_attended(a, i)
    # "after Obama's talks with Abe, Kerry met": Kerry was not at the talks
    subjects += (
        ([] if told or _arranged_for_others(r, i, subjects) else carriers(r, i))
        + attending(r, i)
        + had_by(r, i)
        + doers_of(r, i)
    )
    subjects += [p for t in a.children(i) if t.dep == "conj" and person_at(r, t.i) for p in party_tokens(r, t.i)]
    had = subject_of(r, having.i) if having is not None else None
    subjects += party_tokens(r, had.i) if had is not None else []
    subjects += told_inside(r, i) if not subjects and not beside else []
    by_name = any(p.actor and r.actors[p.actor].named and r.actors[p.actor].kind == "person" for p in (*subjects, *beside))
    beside += told_at_end(r, i) if not by_name and not is_visit_like(a.tokens[i]) else []
    if is_visit_like(a.tokens[i]) and not any(person_at(r, p.token) for p in subjects):
        subjects += behind_place(r, i) or taken_by(r, i)
    subjects += _whose_item(r, i) if not any(p.actor for p in subjects) else []
    subjects = [p for n, p in enumerate(subjects) if not any(_told_by(x, p) for x in subjects[:n])]
    return Arguments(
        subjects=tuple(subjects),
        beside=tuple(p for p in beside if p.token not in {s.token for s in subjects}),
        subject_plural=False,
        subject_is_role=bool(subjects),
        with_somebody=named_company,
        place=place_of_noun(r, i) or hosted_in(r, i),
        date=date_of_noun(r, i),
    )


def _is_attended(a: Annotated, i: int) -> bool:
    """ "Represented her at the inauguration of President X": whose it is, is not all who are there."""
    row = nouns().get(a.tokens[i].lemma.lower())
    return row is not None and row.needs == "attended" and a.head(i).lower == "at"


def caller_on(r: Resolved, inner: Token) -> bool:
    """Is it somebody by name or office whom one pays a visit: "a courtesy visit to the minister"; no place and no state?"""
    actor = r.actor_at(inner.i)
    state = actor is not None and actor.kind == "state"
    return not is_place(r, inner.i) and not state and (person_at(r, inner.i) or (is_people(inner) and actor is not None))


def _granted(r: Resolved, i: int) -> bool:
    """Is it what somebody grants: "granted an audience to the envoy"?"""
    return r.annotated.tokens[i].dep == "dobj" and r.annotated.head(i).lemma in words("granting")


def _told_by(one: Party, other: Party) -> bool:
    """Is it the same again? "Turkish and Iraqi officials" are two states told by one word."""
    return one.token == other.token and (one.actor == other.actor or None in (one.actor, other.actor))


def _of_commission(r: Resolved, token: Token) -> list[Party]:
    """Both of "the session of the X-Y Joint Commission"."""
    row = nouns().get(token.lemma.lower())
    found = _possessors(r, token.i) if row is not None and row.needs == "joint" else []
    return found if len({r.actors[p.actor].state for p in found if p.actor}) > 1 else []


def _whose_item(r: Resolved, i: int) -> list[Party]:
    """Whose diary it is, where the noun opens the item or hangs on the noun that does: "Participation in the meeting"."""
    a = r.annotated
    chain = [a.tokens[i], *a.ancestors(i)]
    if any(t.pos in ("VERB", "AUX") and t.i != i for t in chain):
        return []
    owner = owner_of(r, i)
    return party_tokens(r, owner.i) if owner is not None else []


def _honoured(r: Resolved, link: Token, noun: Token) -> Token | None:
    """X of "in honour of X"."""
    of = next((t for t in r.annotated.children(noun.i) if t.lower == "of"), None)
    in_honour = link.lower == "in" and noun.lower in words("honour")
    return r.annotated.child(of.i, "pobj") if in_honour and of is not None else None


def _are_guests(r: Resolved, i: int, inner: Token) -> bool:
    """ "A lunch for the ambassadors": several without a name, who are given something to eat."""
    return r.annotated.tokens[i].lemma in words("meals") and is_people(inner)


def _organisers(r: Resolved, i: int) -> list[Party]:
    """The body in "a summit of the leaders of the African Union"."""
    for t in r.annotated.subtree(i):
        actor = r.actor_at(t.i)
        if actor is not None and actor.kind == "organisation" and actor.state is None:
            return [Party(t.i, actor.key, "organiser")]
    return []


def _after_light_verb(r: Resolved, i: int) -> list[Token]:
    """The prepositions that hang on "held" in "held a meeting with"."""
    a = r.annotated
    stands = container_of(a, i) or a.tokens[i]  # "held a series of meetings on Friday, with"
    verb = a.head(stands.i)
    light = cue_of("light", verb.lemma) or (verb.lemma in words("phoning") and a.tokens[i].lemma in words("phoned"))
    if stands.dep not in ("dobj", "nsubjpass") or not light:
        return []
    links = [t for t in a.children(verb.i) if t.dep in ("prep", "dative")]
    return [t for t in links if t.i > i or (verb.i < t.i and t.lower == "with")]  # "held with him a round of talks"


def _behind_views(a: Annotated, i: int) -> list[Token]:
    """ "With" in "an exchange of views with": the parse hangs it on the views."""
    views = [x for t in a.children(i) if t.lower == "of" and (x := a.child(t.i, "pobj")) and x.lower in words("views_of")]
    return [t for x in views for t in a.children(x.i) if t.lower in ("with", "between")]


def _as_set(r: Resolved, i: int) -> list[Token]:
    """The prepositions that hang on "planned" in "talks planned for Monday between X and Y"."""
    a = r.annotated
    set_for = [t for t in a.children(i) if t.dep == "acl" and t.tag == "VBN" and t.lemma in words("setting")]
    set_for += takes_place(r, i)
    over = a.head(i)
    if a.tokens[i].dep == "nsubjpass" and over.tag == "VBN" and over.lemma in words("setting"):
        set_for.append(over)  # "a meeting is planned between X and Y"
    return [
        x
        for t in set_for
        for x in a.children(t.i)
        if x.dep in ("prep", "agent") and x.lower in ("between", "with", "by", "to")
    ]


def _right_after(r: Resolved, i: int) -> list[Token]:
    """ "with" behind the noun, its quotation mark, day, place and "by telephone", whatever the parse hangs it on."""
    a, at = r.annotated, i + 1
    end = a.sentence_of(i).last
    while at < end and a.tokens[at].tag in ("''", "``", "'"):
        at += 1
    while at < end and (step := _aside(r, at, end)) > at:
        at = step
    if at == end or a.tokens[at].head == i:
        return []
    links = ("with", "between", "by", "of") if r.time_at(at - 1) is not None else ("with", "between", "by")
    near = a.tokens[at].lower in links and a.tokens[at].dep in ("prep", "agent")
    return [a.tokens[at]] if near else []


def _aside(r: Resolved, at: int, end: int) -> int:
    """Where "on Friday", "in Pretoria", "by telephone" or "over the phone" ends that begins here; the same token where none does."""
    tokens, first = r.annotated.tokens, at
    while at < end and tokens[at].lower in ASIDE:
        at += 1
    if at == end:
        return first
    time, place = r.time_at(at), r.place_at(at)
    if time is not None and time.first <= at:
        return time.last
    if at > first and place is not None and place.first == at:
        return place.last
    return at + 1 if at > first and tokens[at].lower in words("phone") else first


def _possessors(r: Resolved, i: int) -> list[Party]:
    """ "Putin's visit", "the Biden-Xi meeting", "their talks"."""
    a, found = r.annotated, list[Party]()
    pair = pair_before(r, i)
    for child in a.children(i):
        if child.i < i and child.dep == "poss":
            found += former_or_latter(r, child) or party_tokens(r, child.i)
        elif child.i < i and child.dep in ("compound", "nmod", "amod", "npadvmod"):
            for t in sorted(a.subtree(child.i), key=lambda t: t.i):
                actor = r.actor_at(t.i)
                if only_called_so(a, t.i, i):
                    continue
                if actor is not None and actor.kind in ("person", "state") and actor.named:
                    found += [Party(t.i, actor.key)] if not pair else []
                elif actor is not None and actor.kind == "organisation" and actor.state is None:
                    found.append(Party(t.i, actor.key, "organiser"))
    found += [p for p in (*pair, body_before(r, i)) if p is not None and p.actor not in {x.actor for x in found}]
    return found


def _arranged_for_others(r: Resolved, i: int, own: list[Party]) -> bool:
    """ "The envoys agreed to arrange a second Kenya-Uganda summit": its own words say whose it is."""
    states = {p.actor for p in own if p.actor and r.actors[p.actor].kind == "state"}
    over = r.annotated.head(i)
    return len(states) > 1 and r.annotated.tokens[i].dep == "dobj" and over.lemma in words("arranging")

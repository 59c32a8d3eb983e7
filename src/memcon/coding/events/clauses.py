"""Who acts, on what, when and whether at all, as the grammar around one verb or noun says it."""

from memcon.model.annotated import Annotated, Token
from memcon.model.findings import Tense

SUBJECTS = ("nsubj", "nsubjpass")
RELATIVE = frozenset(("who", "which", "that", "whom"))
SHARES = frozenset(("xcomp", "conj", "advcl", "pcomp"))
FUTURE = frozenset(("will", "'ll", "’ll", "shall", "wo"))
MAYBE = frozenset(("may", "might", "could", "can", "should", "would", "ca", "must"))
PLANNING = frozenset(("plan", "expect", "schedule", "intend", "prepare", "go", "set", "due", "agree", "vow", "promise"))
WISHING = frozenset(
    ("hope", "want", "seek", "aim", "wish", "consider", "like", "try", "offer", "threaten", "need", "contemplate", "weigh")
)
CONDITIONS = frozenset(("if", "unless", "whether"))
BEARERS = frozenset(("hold", "have", "make", "conduct", "launch", "impose", "begin", "stage", "continue", "start", "keep"))


def passive(a: Annotated, i: int) -> bool:
    """Is it done to its subject? A participle that follows its noun counts."""
    token = a.tokens[i]
    return any(t.dep in ("nsubjpass", "auxpass") for t in a.children(i)) or (token.dep == "acl" and token.tag == "VBN")


def object_of(a: Annotated, i: int) -> int | None:
    """The head of what it is done to."""
    if passive(a, i):
        subject = a.child(i, "nsubjpass")
        if subject is None or (subject.lower in RELATIVE and a.tokens[i].dep == "relcl"):
            return a.tokens[i].head if a.tokens[i].dep in ("acl", "relcl") else None
        return subject.i
    found = a.child(i, "dobj", "attr", "oprd")
    return found.i if found else None


def actor_of(a: Annotated, i: int) -> int | None:
    """The head of the phrase for who does it."""
    if a.tokens[i].pos == "NOUN":
        return _bearer(a, i)
    if a.tokens[i].pos == "ADJ":
        return _subject(a, a.tokens[i].head)
    if passive(a, i):
        by = a.child(i, "agent")
        found = a.child(by.i, "pobj") if by else None
        return found.i if found else None
    return _subject(a, i)


def _subject(a: Annotated, i: int, depth: int = 0) -> int | None:
    token = a.tokens[i]
    subject = a.child(i, *SUBJECTS)
    if subject is not None and not (subject.lower in RELATIVE and token.dep == "relcl"):
        return subject.i
    if token.dep in ("relcl", "acl"):
        return token.head
    if token.dep in SHARES and token.head != i and depth < 4:
        above = _over(a, token)
        # "urged Iran to free him": the one who frees is the object above
        asked = a.child(above, "dobj", "dative") if token.dep == "xcomp" else None
        return asked.i if asked else _subject(a, above, depth + 1)
    return None


def _over(a: Annotated, token: Token) -> int:
    """The verb that this one leans on, past a preposition."""
    head = a.tokens[token.head]
    return head.head if head.pos == "ADP" else head.i


def _bearer(a: Annotated, i: int) -> int | None:
    """Whose act a noun names: its possessor, its adjective, who it is by, or the subject of "hold", "impose"."""
    owner = a.child(i, "poss")
    if owner is not None:
        return owner.i
    by = next((p.i for t in a.children(i) if t.lower == "by" for p in a.children(t.i) if p.dep == "pobj"), None)
    if by is not None:
        return by
    marked = next((t.i for t in a.children(i) if t.dep in ("amod", "compound") and t.entity in ("NORP", "GPE")), None)
    if marked is not None:
        return marked
    verb = a.tokens[a.tokens[i].head]
    return _subject(a, verb.i) if verb.lemma.lower() in BEARERS and a.tokens[i].dep == "dobj" else None


def verb_over(a: Annotated, i: int) -> int:
    """The verb of the clause that token i stands in; itself where it is one."""
    if a.tokens[i].pos in ("VERB", "AUX"):
        return i
    return next((t.i for t in a.ancestors(i) if t.pos in ("VERB", "AUX")), i)


def tense_of(a: Annotated, i: int) -> Tense:
    """When it is done, as of writing."""
    token = a.tokens[i]
    if token.pos == "NOUN" and not (a.head(i).lemma in BEARERS and token.dep in ("dobj", "nsubj", "nsubjpass")):
        return "past"  # "its invasion of", "their sanctions on": named as facts, whatever the clause is about
    at = verb_over(a, i)
    own = _tense(a, at)
    for above in a.ancestors(at):
        if own != "present" and a.tokens[at].tag not in ("VB", "VBG"):
            break
        if above.pos in ("VERB", "AUX"):
            if above.lemma in PLANNING:
                return "future"
            if above.lemma in WISHING:
                return "hypothetical"
            return _tense(a, above.i) if a.tokens[at].tag in ("VB", "VBG") and own == "present" else own
    return own


def _tense(a: Annotated, i: int) -> Tense:
    helpers = [t.lower for t in a.children(i) if t.dep in ("aux", "auxpass")]
    if any(t.lower in CONDITIONS for t in a.children(i) if t.dep == "mark"):
        return "hypothetical"
    if FUTURE.intersection(helpers):
        return "future"
    if "would" in helpers and any(t.tag == "VBD" for t in a.ancestors(i)):
        return "future"
    if MAYBE.intersection(helpers):
        return "hypothetical"
    if a.tokens[i].tag in ("VBD", "VBN") or {"had", "has", "have", "was", "were", "did"}.intersection(helpers):
        return "past"
    return "present"


def negated(a: Annotated, i: int) -> bool:
    """Is it said not to be done?"""
    at = verb_over(a, i)
    if any(t.dep == "neg" or t.lower in ("never", "neither") for t in a.children(at)):
        return True
    obj = object_of(a, at)
    return obj is not None and any(t.lower == "no" for t in a.children(obj))

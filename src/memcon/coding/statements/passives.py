"""What is thought or said of somebody by nobody who is named: "is expected to stay", "was seen by some as a farce", "seems to like it".

Comes in: an annotated document, its clauses, the rows of a verb. Goes out: `Report`s whose content is the subject with what is said
of it, the words that report between the two; the speaker is the by-phrase, or None. Refuses verbs in quotation marks.
"""

from collections.abc import Callable, Iterator

from memcon.coding.statements.frames import trim
from memcon.coding.statements.grammar import RELATIVE, Phrase, phrase
from memcon.coding.statements.report import Report
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Clause, Clauses
from memcon.registers.cues import Cue, Frame, attribution

HELPERS = frozenset(["aux", "auxpass", "neg", "advmod"])
COMPLEMENTS = frozenset(["xcomp", "ccomp", "oprd", "acomp", "attr"])
LINKS: dict[Frame, str] = {"obj-as": "as", "obj-is": "as", "obj-of": "of", "obj-for": "for"}
TOLD = frozenset(["ask", "tell"])  # of these classes the subject is whom it is said to
Rows = Callable[[Token], tuple[Cue, ...]]


def find_passives(annotated: Annotated, clauses: Clauses, rows: Rows, named: bool) -> Iterator[Report]:
    """What passives and verbs of seeming report; with `named`, only what somebody calls, blames or describes as something."""
    for token in annotated.tokens:
        if token.pos != "VERB" or annotated.quotation_at(token.i):
            continue
        for cue in rows(token):
            clause = clauses.at(token.i)
            named_so = cue.group == "call" and token.dep == "acl"  # "a company called Holm & Co."
            if clause is None or clause.passive == (cue.group == "seem") or named_so:
                continue
            if report := _report(annotated, clause, cue, named):
                yield report
                break


def _report(annotated: Annotated, clause: Clause, cue: Cue, named: bool) -> Report | None:
    token = annotated.tokens[clause.predicate]
    agent = _agent(annotated, clause)
    complement = _complement(annotated, token, cue, agent)
    if named and (agent is None or complement is None or complement.dep != "prep" or cue.needs or cue.group in TOLD):
        return None
    content = _content(annotated, token, cue, complement)
    if content is None:
        return None
    first, last = content
    if named and complement and annotated.tokens[first].tag in RELATIVE:  # "the treaty, which was called a farce by him"
        first = annotated.edges(complement.i)[0]
    if agent and complement and complement.head == agent.head:
        agent = Phrase(agent.head, agent.first, complement.i)
    opens = min((c.i for c in annotated.children(token.i) if c.dep in HELPERS and c.i < token.i), default=token.i)
    closes = agent.last if agent and token.i < agent.last < last else token.i + 1
    if opens <= first:
        opens = token.i
    return Report(
        first=first,
        last=last,
        verb=token.i,
        cue=Phrase(token.i, opens, closes),
        speaker=agent,
        addressee=None,
        polarity=cue.polarity,
        needs_quote=False,
        rule=f"{cue.group}: {cue.lemma} (passive)",
    )


def _agent(annotated: Annotated, clause: Clause) -> Phrase | None:
    return phrase(annotated, clause.agents[0]) if clause.passive and clause.agents else None


def _content(annotated: Annotated, token: Token, cue: Cue, complement: Token | None) -> tuple[int, int] | None:
    """The subject with the complement; of whom something is asked or told, the clause alone."""
    subject = annotated.child(token.i, "nsubjpass", "nsubj", "csubj")
    if complement is None:
        return _subject_alone(annotated, token, subject, cue)
    first, last = annotated.edges(complement.i)
    clause = complement.dep in ("ccomp", "advcl") or complement.lower == "about"
    if subject is None or subject.i > token.i or subject.lower == "it" or clause:
        return _nonempty(annotated, trim(annotated, max(first, token.i + 1), last))
    return _nonempty(annotated, trim(annotated, annotated.edges(subject.i)[0], last))


def _subject_alone(annotated: Annotated, token: Token, subject: Token | None, cue: Cue) -> tuple[int, int] | None:
    if subject is None or "np" not in cue.frames or subject.pos == "PRON" or cue.group == "seem":
        return None
    return _nonempty(annotated, trim(annotated, *annotated.edges(subject.i)))


def _nonempty(annotated: Annotated, content: tuple[int, int]) -> tuple[int, int] | None:
    first, last = content
    stranded = last - first == 1 and annotated.tokens[first].pos == "ADP"  # "the theft that he is accused of"
    return content if first < last and not stranded else None


def _complement(annotated: Annotated, token: Token, cue: Cue, agent: Phrase | None) -> Token | None:
    links = {link for frame, link in LINKS.items() if frame in cue.frames}
    if cue.group in TOLD:
        links.add("about")
    beside = annotated.children(agent.head) if agent else []  # "seen by some as a farce": the parse gives "as" to "some"
    for child in (*annotated.children(token.i), *beside):
        if child.i < token.i:
            continue
        if child.dep in COMPLEMENTS or (child.dep == "prep" and child.lower in links):
            return child
        if child.dep == "advcl" and _opens_with(annotated, child, attribution().whether if cue.group in TOLD else ("to",)):
            return child
    return None


def _opens_with(annotated: Annotated, clause: Token, words: frozenset[str] | tuple[str, ...]) -> bool:
    return any(c.lower in words and c.dep in ("mark", "aux") for c in annotated.children(clause.i))

"""Cue verbs at work: each finite verb of the cue table with its content, its speaker and whom it is said to.

Comes in: an annotated document. Goes out: `Report`s in the order of the text. Refuses verbs inside quotation marks, verbs
told as not happened (futures, conditions, bare infinitives, negations), and subjects that cannot speak.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from memcon.coding.statements.frames import Content, content_of, trim
from memcon.coding.statements.grammar import (
    LONGEST,
    RELATIVE,
    SUBJECTS,
    Phrase,
    can_speak,
    has_happened,
    is_passive,
    is_text,
    phrase,
    speaker_of,
)
from memcon.coding.statements.headlines import find_headlines
from memcon.coding.statements.nouns import find_nouns
from memcon.coding.statements.passives import find_passives
from memcon.coding.statements.report import Report
from memcon.coding.statements.said_clause import particle_of
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Clauses
from memcon.model.findings import Polarity
from memcon.registers.cues import Cue, attitudes, attribution, cues

SPOKEN_ZONES = ("title", "heading", "body")


def find_reports(annotated: Annotated, clauses: Clauses, thought: bool = False) -> list[Report]:
    """What each cue verb, each "according to" and each headline reports; with `thought`, beliefs and intentions too."""
    found = [*_verbs(annotated, clauses, thought), *find_headlines(annotated)]
    passive = {r.verb: r for r in find_passives(annotated, clauses, lambda token: cue_at(annotated, token.i), named=True)}
    found = [*(r for r in found if r.verb not in passive), *passive.values()]
    if thought:
        told = {r.verb for r in found if not r.needs_quote}
        wide = (*find_passives(annotated, clauses, _rows(annotated), named=False), *find_nouns(annotated))
        found += [replace(r, thought=True) for r in wide if r.verb not in told]
    spoken = [r for r in found if not r.needs_quote]
    found += _sources(annotated, spoken)
    return sorted(_outermost(found), key=lambda r: (r.first, r.last))


def _outermost(reports: list[Report]) -> Iterator[Report]:
    """Without what somebody thinks inside what is told already: "he said that he believed it"."""
    told: dict[int, set[int]] = defaultdict(set)  # token -> the cues whose content holds it
    for report in reports:
        if not report.needs_quote and report.last - report.first <= LONGEST:
            for i in range(report.first, report.last):
                told[i].add(report.verb)
    yield from (r for r in reports if not r.thought or told[r.verb] <= {r.verb})


def cue_at(annotated: Annotated, verb: int) -> tuple[Cue, ...]:
    """The rows of the cue table that fit a verb, those with a particle first."""
    return _fitting(annotated, verb, cues())


def _fitting(annotated: Annotated, verb: int, table: Mapping[str, tuple[Cue, ...]]) -> tuple[Cue, ...]:
    rows = table.get(annotated.tokens[verb].lemma.lower(), ())
    return tuple(c for c in rows if c.particle is None or particle_of(annotated, verb, c))


def _rows(annotated: Annotated) -> Callable[[Token], tuple[Cue, ...]]:
    """The rows of a verb that tell what somebody says or thinks."""
    return lambda token: (*cue_at(annotated, token.i), *_fitting(annotated, token.i, attitudes()))


def _verbs(annotated: Annotated, clauses: Clauses, thought: bool) -> Iterator[Report]:
    for token in annotated.tokens:
        if token.pos != "VERB" or annotated.quotation_at(token.i) or annotated.zone(token.i) not in SPOKEN_ZONES:
            continue
        found = (r for cue in cue_at(annotated, token.i) if (r := _report(annotated, clauses, token, cue)))
        report = next(found, None)
        if thought and (report is None or report.needs_quote):
            report = _thought(annotated, clauses, token) or report
        if report:
            yield report


def _thought(annotated: Annotated, clauses: Clauses, token: Token) -> Report | None:
    """A belief or an intention, with or without a word of it in quotation marks."""
    rows = (*cue_at(annotated, token.i), *_fitting(annotated, token.i, attitudes()))
    found = (r for cue in rows if (r := _report(annotated, clauses, token, cue, True)))
    report = next(found, None)
    return replace(report, needs_quote=False, thought=True) if report else None


def _report(annotated: Annotated, clauses: Clauses, token: Token, cue: Cue, thought: bool = False) -> Report | None:
    content = content_of(annotated, token.i, cue)
    if content is None or not (thought or has_happened(annotated, clauses, token.i)):
        return None
    polarity = _polarity(annotated, token, cue, content)
    speaker = speaker_of(annotated, token.i, frozenset(cues())) or _doer(annotated, clauses, token.i)
    if polarity is None or cue.group == "seem" or speaker is None or not speaks(annotated, speaker, cue):
        return None
    if speaker.first < content.last and content.first < speaker.last and content.frame != "that":
        return None
    if content.frame == "np" and _told_by_participle(annotated, token.i):
        return None
    return Report(
        first=content.first,
        last=content.last,
        verb=token.i,
        cue=cue_phrase(annotated, token.i, speaker),
        speaker=speaker,
        addressee=addressee_of(annotated, token.i, cue),
        polarity=polarity,
        needs_quote=cue.needs == "quote" or (cue.needs == "as" and content.frame != "obj-as"),
        rule=f"{cue.group}: {cue.lemma}{' ' + cue.particle if cue.particle else ''} ({content.frame})",
        frame=content.frame,
    )


def _doer(annotated: Annotated, clauses: Clauses, verb: int) -> Phrase | None:
    """Who does it by the clause, which undoes control: "was forced to admit"."""
    clause = clauses.at(verb)
    return phrase(annotated, clause.agents[0]) if clause and clause.agents else None


def speaks(annotated: Annotated, speaker: Phrase, cue: Cue) -> bool:
    """Can the subject be the source of this cue?"""
    head = annotated.tokens[speaker.head]
    if head.lower in attribution().nobody:
        return False
    if head.lower == "it":
        return not cue.animate or cue.group in attribution().personal_classes
    return not cue.animate or can_speak(annotated, speaker.head) or is_text(annotated, speaker.head)


def _polarity(annotated: Annotated, token: Token, cue: Cue, content: Content) -> Polarity | None:
    """None where it declines something other than speaking."""
    if cue.needs == "speech":
        return cue.polarity if token.dep != "relcl" and _speech(annotated, token) else None
    return cue.polarity


def _told_by_participle(annotated: Annotated, verb: int) -> bool:
    """denied the charge, saying it was old: what follows "saying" is the statement."""
    return any(c.dep == "advcl" and c.tag == "VBG" and c.lemma in attribution().saying for c in annotated.children(verb))


def _speech(annotated: Annotated, token: Token) -> bool:
    inner = annotated.child(token.i, "xcomp")
    return inner is not None and inner.lemma in attribution().declined


def addressee_of(annotated: Annotated, verb: int, cue: Cue) -> int | None:
    """The head of whom it is said to: "told Rubio that", "said to reporters that", "urged Kenya to"."""
    if cue.particle and cue.addressee == "object":
        link = particle_of(annotated, verb, cue)
        noun = annotated.child(link.i, "pobj") if link else None
        return noun.i if noun else None
    if cue.addressee == "object" and not is_passive(annotated, verb):
        noun = annotated.child(verb, "dobj", "dative")
        if noun is None and (clause := annotated.child(verb, "ccomp")):
            subject = annotated.child(clause.i, "nsubj")
            noun = subject if subject and annotated.child(clause.i, "aux") and clause.tag == "VB" else None
        return noun.i if noun and noun.pos != "VERB" else None
    if cue.addressee == "to":
        link = next((c for c in annotated.children(verb) if c.lower == "to" and c.dep in ("prep", "dative")), None)
        noun = annotated.child(link.i, "pobj") if link else None
        return noun.i if noun else None
    return None


def cue_phrase(annotated: Annotated, verb: int, speaker: Phrase | None) -> Phrase:
    """The verb, with its subject or the pronoun for it, where nothing but a few words of the verb stands between."""
    if speaker and speaker.last <= verb and verb - speaker.last <= 3:
        return Phrase(verb, speaker.first, verb + 1)
    if speaker and speaker.first == verb + 1:
        return Phrase(verb, verb, speaker.last)
    own = annotated.child(verb, *SUBJECTS)
    relative = own is not None and own.tag in RELATIVE and own.i < verb
    return Phrase(verb, own.i if own and relative else verb, verb + 1)


def _sources(annotated: Annotated, reports: list[Report]) -> Iterator[Report]:
    """The sentences that stand "according to" somebody, unless a cue verb already reports them."""
    tokens = annotated.tokens
    for token in tokens[:-2]:
        if token.lower != "according" or tokens[token.i + 1].lower != "to" or annotated.quotation_at(token.i):
            continue
        source = annotated.child(token.i + 1, "pobj") or annotated.child(token.i, "pobj")
        if source is None or source.tag in RELATIVE or annotated.zone(token.i) not in SPOKEN_ZONES:
            continue  # "reports according to which" name nobody
        speaker = phrase(annotated, source.i)
        first, last = _said_by_source(annotated, token.i, speaker)
        if first < last and not any(_covers(r, first, last) for r in reports):
            yield Report(
                first, last, token.i, Phrase(token.i, token.i, max(speaker.last, token.i + 2)), speaker, None, "asserts", False,
                "source: according to", relay=True,
            )  # fmt: skip


def _covers(report: Report, first: int, last: int) -> bool:
    shared = min(report.last, last) - max(report.first, first)
    return shared * 2 > last - first


def _said_by_source(annotated: Annotated, at: int, speaker: Phrase) -> tuple[int, int]:
    """Before the phrase if it ends its sentence, behind it if it begins it, both sides if it stands between."""
    sentence = annotated.sentence_of(at)
    before = trim(annotated, sentence.first, at)
    after = trim(annotated, speaker.last, sentence.last)
    if before[0] >= before[1]:
        return after
    comma = speaker.last < sentence.last and annotated.tokens[speaker.last].lower == ","
    if comma and after[1] - after[0] > 3 and at - sentence.first <= 4:
        return trim(annotated, sentence.first, sentence.last)
    return before

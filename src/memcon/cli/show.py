"""memcon show: everything about one item, each value with its words, where they stand and the rule that read them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

import memcon
from memcon.cli import turning_points, whom
from memcon.cli.altered import print_quotations
from memcon.cli.families import family_page
from memcon.cli.judged import print_judgements, print_reports
from memcon.cli.lists import say
from memcon.cli.options import Db
from memcon.cli.output import out, put_indented, put_json
from memcon.cli.versions import print_versions
from memcon.model import life
from memcon.model.document import Document
from memcon.model.findings import Event, Outlook, Statement
from memcon.model.record import PARTICIPANT, PERSON, Actor, Engagement, Family
from memcon.model.text import Evidence, Span
from memcon.shown_json import as_object
from memcon.wording import judged, sayings, sureness, words
from memcon.wording.passages import sentences

if TYPE_CHECKING:
    from memcon import Shown

BY_HOST = "no words tell it: the state of whoever receives"
MENTIONS = 40  # of an actor or engagement; --json gives all
ODD = "named by one origin, left out by others; no participant"
NAMED = 2  # reports whose words for somebody who took part are shown


def show(
    item: Annotated[
        str, typer.Argument(metavar="WHAT", help="An id, or its start; or a name: a person, a body, a state (CHN, China).")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: the item and everything around it.")] = False,
    db: Db = None,
) -> None:
    """Everything about one item: the quoted words, the document and offsets, the rule that read them."""
    with memcon.open_record(db) as record:
        say(record)
        shown = record.show(item)
    if as_json:
        put_json([as_object(shown)])
        return
    page = Page(shown, out())
    match shown.item:
        case Engagement():
            page.engagement(shown.item)
        case Actor():
            page.actor(shown.item)
        case Statement():
            page.statement(shown.item)
        case Event():
            page.event(shown.item)
        case Outlook():
            page.outlook(shown.item)
        case Document():
            page.document(shown.item)
        case Family():
            family_page(shown.item, shown.documents, page.console)
    page.decisions()


class Page:
    """One item on paper."""

    def __init__(self, shown: "Shown", console: Console) -> None:
        self.shown = shown
        self.console = console

    def engagement(self, e: Engagement) -> None:
        self.head(f"{words.kind(e.kind).capitalize()}, {words.when(e)}: {words.kind(e.status)}", e.id)
        self.field("date", words.when(e), str(e.date.basis))
        self.field("where", words.where(e.place) or "unknown", "" if e.place is None or e.place.told else BY_HOST)
        self.field("issues", ", ".join(e.issues))
        self.field("told by", words.support(e))
        self.sure(sureness.of_engagement(e, self.shown.actors))
        self.part("Who")
        for p in e.participants:
            self.line(f"{words.actor(self.shown.actors.get(p.actor), e)}: {p.part}", words.short(p.actor))
            self.evidence(p.evidence[:NAMED])
            if members := words.members(self.shown.actors.get(p.actor), e):
                self.line(f"  its members then: {members}")
            if len(p.evidence) > NAMED:
                self.line(f"  named in {len(p.evidence) - NAMED} more")
        self.doubtful(e)
        self.history(e)
        self.accounts(e)
        self.part("Mentions")
        for m in e.mentions[:MENTIONS]:
            self.line(f"{words.kind(m.mention.kind)}, {words.kind(m.mention.status)}", f"rule {m.mention.why}")
            self.quote(m.document, m.mention.span)
        self.more(len(e.mentions) - MENTIONS)
        print_judgements(self.shown, self.console)
        self.links(e)
        print_reports(e, self.shown, self.console)
        self.expected(self.shown.outlook)

    def sure(self, figures: Iterable[sureness.Sure]) -> None:
        """How sure values are: each figure with its meaning, and what it rests on."""
        for n, one in enumerate(figures):
            self.field("" if n else "confidence", f"{one.of} {one.figure}: {one.means}", one.rests_on)

    def doubtful(self, e: Engagement) -> None:
        """Those whom one report names beside others that leave them out: accounts, each with its words, and no participants."""
        for account in (a for a in e.accounts if a.field == PARTICIPANT):
            self.line(f"{words.actor(self.shown.actors.get(account.value), e)}: {ODD}", words.short(account.value))
            self.evidence(account.evidence)

    def history(self, e: Engagement) -> None:
        """The turning points of its life, each with the sentence that told it first."""
        within = sentences(e)
        self.part("History")
        for point in life.turning_points(e.history):
            self.console.print(turning_points.line(point))
            cited = point.first.evidence[0]
            told = turning_points.marked(cited, within, self.shown.documents.get(cited.document))
            put_indented(self.console, told, by=4)

    def more(self, count: int) -> None:
        if count > 0:
            self.line(f"... and {count} more (--json gives all)")

    def accounts(self, e: Engagement) -> None:
        """The values that reports tell differently; of those on which all agree, the fields."""
        shown = [account for account in e.accounts if account.field == "status"]
        self.part("Shown by another engagement" if shown else "")
        for account in shown:
            self.line(words.kind(account.value))
            self.evidence(account.evidence)
        disputed = {account.field for account in e.accounts if account.verdict != "agrees"} - {PARTICIPANT}
        agreed = sorted({account.field for account in e.accounts} - disputed - {"status", PARTICIPANT})
        self.part("Accounts" if disputed else "")
        for account in (a for a in e.accounts if a.field in disputed):
            self.line(f"{account.field}: {words.account(account.field, account.value)} ({account.verdict})")
            self.evidence(account.evidence)
        if agreed and len(e.reports) > 1:
            self.field("agreed on", ", ".join(agreed))

    def links(self, e: Engagement) -> None:
        self.part("Linked" if self.shown.engagements else "")
        for other in self.shown.engagements:
            if other.id == e.part_of:
                link = "part of"
            elif other.id == e.rescheduled_as:
                link = "rescheduled as"
            else:
                link = "its part" if other.part_of == e.id else "instead of"
            self.line(f"{link}: {self.occasion(other)}", words.short(other.id))

    def occasion(self, e: Engagement) -> str:
        people = ", ".join(words.who(e, self.shown.actors))
        return f"{words.when(e)}, {words.kind(e.kind)}, {words.kind(e.status)}" + (f": {people}" if people else "")

    def actor(self, a: Actor) -> None:
        self.head(words.actor(a), a.id)
        self.field("kind", a.kind)
        self.field("acts for", " ".join(whom.acts_for(a).plain.split("\n")))
        self.field("also called", ", ".join(n for n in a.aliases if n != a.name))
        self.part("Offices" if a.roles else "")
        for role in a.roles:
            self.line(words.tenure(role))
            self.evidence(role.evidence)
        self.occasions()
        self.spoken()
        self.part("Mentions" if self.shown.mentions else "")
        for document, mention in self.shown.mentions[:MENTIONS]:
            self.line(f"{mention.text} ({mention.how})", self.where(document, mention.span))
        self.more(len(self.shown.mentions) - MENTIONS)

    def document(self, d: Document) -> None:
        self.head(words.title(d), d.id)
        self.field("source", d.source)
        for other in d.also_at:
            self.field("also at", other)
        self.field("outlet", d.outlet or "")
        self.field("by", ", ".join(d.byline))
        self.field("published", words.day(d.published), str(d.published.basis))
        self.field("captured", d.captured or "")
        self.field("address", d.url or "")
        self.field("condition", ", ".join(d.condition))
        for family in self.shown.families:
            copies = len(family.documents)
            kept = "the canonical" if family.canonical == d.id else "a copy"
            self.field("family", f"{kept} of {copies}", words.short(family.id))
        self.field("sha256", d.sha256)
        print_versions(self.shown, d, self.console)
        self.occasions()
        self.spoken()

    def statement(self, s: Statement) -> None:
        document = self.shown.documents.get(s.document)
        self.head(": ".join(sayings.line(s, self.shown.actors, document)), s.id)
        self.field("kind", f"{s.kind}, {s.polarity}")
        self.field("to", words.actor(self.shown.actors[s.addressee]) if s.addressee in self.shown.actors else "")
        self.field("speaker as", s.speaker_text or "")
        self.field("cue", words.words(document, s.cue) if s.cue else "")
        self.field("issues", ", ".join(s.issues))
        if s.quotes:
            self.altered(s, document)
        self.field("told by", f"{s.origins} independent origin{'s' * (s.origins != 1)}" if s.origins > 1 else "")
        self.field("retells", words.short(s.retells) if s.retells else "", "the statement of the canonical")
        self.sure([sureness.of_speaker(s)])
        self.field("rule", s.why)
        self.quote(s.document, s.span)
        self.part("The quotation in other documents" if self.shown.quotations else "")
        print_quotations(self.shown.quotations, self.shown.documents, self.console)

    def altered(self, s: Statement, document: Document | None) -> None:
        """Were the words between the marks changed, and how that is known."""
        from memcon.copies.quotations.alterations import unverified

        reason = unverified(document, self.shown.families, self.shown.documents) if document and s.altered is None else None
        told = {True: "the words between the marks were changed", False: "no", None: "unknown"}[s.altered]
        self.field("altered", told, reason or "")

    def event(self, e: Event) -> None:
        sides = (", ".join(words.actor(self.shown.actors.get(a)) for a in side) for side in (e.actors, e.recipients))
        self.head(f"{' -> '.join(sides)}: {'not ' if e.negated else ''}{e.type}", e.id)
        self.field("mode", e.mode or "")
        self.field("contexts", ", ".join(e.contexts))
        self.field("date", words.day(e.date), str(e.date.basis) if e.date else "")
        self.field("tense", e.tense)
        self.field("claimed by", words.actor(self.shown.actors[e.holder]) if e.holder in self.shown.actors else "")
        self.field("told by", f"{e.origins} independent origin{'s' * (e.origins != 1)}" if e.origins > 1 else "")
        self.field("retells", words.short(e.retells) if e.retells else "", "the event of the canonical")
        self.field("rule", e.why)
        self.quote(e.document, e.span)

    def outlook(self, o: Outlook) -> None:
        document = self.shown.documents.get(o.document)
        self.head(words.words(document, o.span), o.id)
        self.field("held by", words.actor(self.shown.actors[o.holder]) if o.holder in self.shown.actors else "the report")
        self.field("by", words.day(o.by))
        self.field("hedge", o.hedge or "")
        self.field("about", words.short(o.about) if o.about else "")
        self.quote(o.document, o.span)

    def occasions(self) -> None:
        self.part("Engagements" if self.shown.engagements else "")
        for e in self.shown.engagements:
            self.line(self.occasion(e), words.short(e.id))

    def spoken(self) -> None:
        self.part("Statements" if self.shown.statements else "")
        for s in self.shown.statements:
            told = sayings.line(s, self.shown.actors, self.shown.documents.get(s.document))
            self.line(": ".join(told), words.short(s.id))

    def expected(self, outlook: Iterable[Outlook]) -> None:
        for n, o in enumerate(outlook):
            self.part("" if n else "Expected")
            self.line(f"by {words.day(o.by)}" if o.by else "no day given", words.short(o.id))
            self.quote(o.document, o.span)

    def decisions(self) -> None:
        self.part("Decisions" if self.shown.decisions else "")
        for d in self.shown.decisions:
            if d.by == PERSON:
                self.line(f"{judged.said(d)}, by {d.judge or 'hand'}: {d.reason}")
                continue
            self.line(f"{words.short(d.left)} and {words.short(d.right)}: {d.verdict}, by {d.by}: {d.reason}")

    def head(self, line: str, item: str) -> None:
        self.console.print(Text(line, "bold"))
        self.console.print(Text(item, "dim"))

    def field(self, name: str, value: str, basis: str = "") -> None:
        if value:
            text = Text(f"{name:<12} ", "dim").append(value, "not dim")
            self.console.print(text.append(f"  ({basis})", "dim") if basis else text)

    def part(self, name: str) -> None:
        if name:
            self.console.print(Text(f"\n{name}", "bold"))

    def line(self, line: str, aside: str = "") -> None:
        self.console.print(Text(f"  {line}").append(f"  {aside}" if aside else "", "dim"))

    def evidence(self, evidence: Iterable[Evidence]) -> None:
        for e in evidence:
            place = words.cited_in_short(self.shown.documents.get(e.document), e.start, e.end)
            put_indented(self.console, Text(f"“{' '.join(e.quote.split())}”").append(f"  {place}", "dim"), by=4)

    def quote(self, document: str, span: Span) -> None:
        found = self.shown.documents.get(document)
        quoted = Text(f"“{words.words(found, span)}”").append(f"  {self.where(document, span)}", "dim")
        put_indented(self.console, quoted, by=4)

    def where(self, document: str, span: Span) -> str:
        return words.cited_in_short(self.shown.documents.get(document), span.start, span.end)

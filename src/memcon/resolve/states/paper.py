"""What follows from whose paper a report is: a person with names and titles in, `StateEvidence` out.

An office without nation is of the paper's own, or of the dateline's; who answers without an office in a transcript is the host.
"""

from collections.abc import Iterator, Mapping

from memcon.model.resolved import StateEvidence, StateFeature
from memcon.registers.names import is_honorific
from memcon.registers.offices import who_words
from memcon.resolve.states.setting import NATIONAL, has_office, is_aide, is_lawmaker, is_national, is_staff
from memcon.resolve.states.subject import Subject, fits, made, of_tokens
from memcon.resolve.titles.titles import Title

OFTEN = 4  # times that a report names a nation which it is about
OURS = frozenset(["our", "my"])
POSSESSIVES = frozenset(["its", "their", "his", "her"])
PAPERS: Mapping[str, StateFeature] = {"government": "own_paper", "agency": "agency", "press": "press"}


def of_paper(subject: Subject) -> Iterator[StateEvidence]:
    """What follows from whose paper it is: an office without nation is of the paper's own, or of the dateline's."""
    publisher, page = subject.setting.publisher, subject.page
    if publisher.kind == "international":
        return
    yield from _of_names(subject)
    for title in subject.present or subject.held:
        if title.determiner in OURS and title.noun.rank != "counterpart" and not title.states and publisher.state:
            yield of_tokens(page, "own_word", publisher.state, title.first, title.last)
        sent = publisher.kind == "government" and title.noun.rank == "envoy" and title.target not in (None, publisher.state)
        own = is_national(title) or (publisher.kind == "government" and is_aide(title))
        if publisher.kind == "government" and publisher.state in who_words().lower_houses and is_lawmaker(page, title):
            yield made("own_paper", publisher.state, publisher.words, publisher.span)
            continue
        if title.noun.rank == "envoy" and not sent and not _is_own_envoy(subject, title):
            continue
        if publisher.kind == "government" and publisher.state and is_staff(page, title):
            yield made("own_staff", publisher.state, publisher.words, publisher.span)
        if page.lowers[title.first - 1 : title.first] != () and page.lowers[title.first - 1] in who_words().brothers:
            continue  # "my brother the Foreign Minister"
        if not (sent and not title.states) and (not own or title.determiner in POSSESSIVES):
            continue
        able = fits(publisher.state, title, subject.person) if publisher.state else False
        able = able or _leads_own(subject, title)
        if publisher.state and not _is_of_another(subject) and able:
            yield made(PAPERS.get(publisher.kind or "press", "press"), publisher.state, publisher.words, publisher.span)
        place = publisher.place if publisher.place != publisher.state or publisher.kind == "press" else None
        if publisher.kind == "government" and publisher.state and subject.first:
            place = None  # whom a government's paper names first is its own traveller
        if subject.setting.several_places and not _on_dateline(subject, title):
            place = None
            yield from _on_line(subject, title)
        if place and not sent and fits(place, title, subject.person):
            wire = publisher.kind is not None and publisher.state is None  # it reports of all nations
            leads = title.noun.rank in ("head", "minister") and not (title.office and title.office.habit)
            line: StateFeature = "dateline" if publisher.capital and (leads or not wire) else "dateline_town"
            yield made(line, place, publisher.place_words, publisher.place_span)


def _leads_own(subject: Subject, title: Title) -> bool:
    """Is he the first whom a government's own paper names, so that he has its office though no register knows him yet?"""
    own = subject.setting.own
    return own is not None and subject.first and title.noun.rank in NATIONAL and has_office(own, title)


def _is_of_another(subject: Subject) -> bool:
    """Does a newspaper's report name another nation often, and its own never, so that it tells of that one?"""
    publisher, named = subject.setting.publisher, subject.setting.named
    often = max(named.values(), default=0) >= OFTEN
    return publisher.kind == "press" and publisher.place != publisher.state and often and not named[publisher.state or ""]


def _on_dateline(subject: Subject, title: Title) -> bool:
    """Does the title stand on the line that the report's own dateline begins?"""
    span = subject.setting.publisher.place_span
    text, start = subject.page.annotated.document.text, subject.page.tokens[title.first].start
    return span is not None and span.end <= start and "\n" not in text[span.end : start]


def _on_line(subject: Subject, title: Title) -> Iterator[StateEvidence]:
    """In a diary, the place that begins the line of an office: "LUXEMBOURG - Prime Minister Wagener receives"."""
    page, line = subject.page, subject.page.lines[title.first]
    section = subject.setting.sections.place.get(line)
    if section is not None and page.lines[section.first] == line and fits(section.state, title, subject.person):
        yield of_tokens(page, "dateline", section.state, section.first, title.last)


def _is_own_envoy(subject: Subject, title: Title) -> bool:
    """Can an ambassador of no nation be the paper's own? In a government's paper; elsewhere "the Ambassador" and one who holds a
    further office, for those of other nations go on as "Ambassador Shaw". Not one "to the Kingdom"."""
    if "to" in title.words.lower().split():
        return False
    if subject.setting.publisher.kind == "government" or title.determiner == "the" or title.governmental:
        return True
    return any(is_national(t) for t in subject.present if t is not title)


def _of_names(subject: Subject) -> Iterator[StateEvidence]:
    """In a government's paper: "Lund's Government", and who answers without an office in a transcript ("MR. RUBIN:")."""
    publisher, page = subject.setting.publisher, subject.page
    if publisher.state is None or publisher.kind != "government":
        return
    for name in (subject.names[n] for n in subject.person.names):
        if name.embedded and "government" in page.lowers[name.last : name.last + 2]:
            yield of_tokens(page, "own_government", publisher.state, name.first, name.last)
        if name.honorific and not subject.held and page.words[name.last : name.last + 1] == (":",):
            line = page.lines[name.first]
            first = next((i for i in range(name.first, -1, -1) if page.lines[i] != line), -1) + 1
            if all(is_honorific(w) or w == "." for w in page.words[first : name.first]):
                yield of_tokens(page, "own_turn", publisher.state, first, name.last)

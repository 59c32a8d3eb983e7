"""Names in headlines, where a capital says nothing: a page and names in, the names cut to what is one out.

The words that the text has in lower case part a run; a full name of the text is found again in a longer stretch of capitals.
"""

from collections.abc import Iterator
from dataclasses import replace

from memcon.registers.names import name_words
from memcon.resolve.names.name import Name
from memcon.resolve.names.runs import in_title_case
from memcon.resolve.page import Page


def as_in_text(page: Page, names: dict[int, Name]) -> dict[int, Name]:
    """In headlines, names as the text has them: "Irwin LaRocque Heading to Jamaica" names Irwin LaRocque."""
    styled = {s.index for s in page.annotated.sentences if in_title_case(page, s.first, s.last)}
    plain = {n.parts for n in names.values() if page.tokens[n.first].sentence not in styled}
    longest = sorted((p for p in plain if len(p) > 1), key=len, reverse=True)
    out = {}
    for name in names.values():
        if page.tokens[name.first].sentence in styled and name.parts not in plain:
            name = next((cut for parts in longest if (cut := _cut_to(page, name, parts))), name)
        out[name.first] = name
    return out


def _cut_to(page: Page, name: Name, parts: tuple[str, ...]) -> Name | None:
    """The stretch of a name that has just these parts."""
    n = len(parts)
    whole = len(name.parts) == name.last - name.first  # no hyphens, so that parts are tokens
    at = next((k for k in range(len(name.parts) - n + 1) if name.parts[k : k + n] == parts), None) if whole else None
    if at is None:
        return None
    return replace(name, first=name.first + at, last=name.first + at + n, parts=parts)


def ordinary_words(page: Page) -> frozenset[str]:
    """Words that the text has in lower case, and never with a capital where a capital tells something."""
    telling = {
        page.lowers[i]
        for s in page.annotated.sentences
        if not in_title_case(page, s.first, s.last)
        for i in range(s.first + 1, s.last)
        if page.words[i][0].isupper() and page.lowers[i] != "administration"
    }
    return frozenset(w for w in page.words if w.islower() and w.isalpha()) - telling | {"administration"}


def plain_cut(page: Page, first: int, last: int, ordinary: frozenset[str]) -> Iterator[tuple[int, int]]:
    """In a headline the parts of a run that are names: "Baerbock Announces New Talks" is no name of four words."""
    start = first
    for i in range(first, last + 1):
        # Not at the small words of "Moon Jae-in" and "Salman bin Abdulaziz".
        plain = page.words[i : i + 1] and (page.lowers[i] in ordinary or page.words[i] in name_words().headline)
        if i == last or (i > first and page.words[i][0].isupper() and plain):
            if start < i:
                yield start, i
            start = i + 1


def shortened(page: Page, name: Name, names: dict[int, Name]) -> Name:
    """In a headline, a family name with the verb after it ("Baerbock Vows"): the name alone."""
    sentence = page.annotated.sentence_of(name.first)
    if len(name.parts) != 2 or name.last - name.first != 2 or not in_title_case(page, sentence.first, sentence.last):
        return name
    if name.after_title and only_person(page, name):
        return name
    others = [n.parts for n in names.values() if n.first != name.first and len(n.parts) > 1 and n.parts != name.parts]
    family = any(name.parts[0] in (parts[0], parts[-1]) and name.parts[1] not in parts for parts in others)
    again = any(n.parts[-1] == name.parts[1] for n in names.values() if n.first != name.first)
    return replace(name, last=name.first + 1, parts=name.parts[:1]) if family and not again else name


def only_person(page: Page, name: Name) -> bool:
    return all(page.tokens[i].entity == "PERSON" for i in name.span if page.words[i] != "-")

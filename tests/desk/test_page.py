"""Papers for a desk, however hostile what stands in them."""

from html.parser import HTMLParser

from memcon.desk.page import Item, Page, Quote, Section, as_html, as_markdown, as_text

HOSTILE = "<script>alert(1)</script> *bold* [x](javascript:1) &lt; `code` \x1b[31mred \u202e# head"
PAGE = Page(
    HOSTILE,
    ("As of 1 Mar 2022.",),
    (
        Section("Planned next", (), "Nothing."),
        Section(
            "Moved",
            (
                Item(
                    "talks in Geneva",
                    ("Zbigniew Rau", HOSTILE),
                    (
                        Quote("They ", "met", " at noon.", "Post, 1 Mar 2022", "https://post.example/a b>?x=(1)"),
                        Quote("", HOSTILE, "", HOSTILE, "javascript:alert(1)"),
                    ),
                    "and 2 more origins",
                ),
            ),
        ),
    ),
)


class Tags(HTMLParser):
    """The tags of a page, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


def test_html_has_no_tag_and_no_link_that_a_report_brought() -> None:
    found = Tags()
    found.feed(as_html(PAGE))
    assert "script" not in found.tags and "b" not in found.tags
    assert found.links == ["https://post.example/a%20b%3E?x=(1)"]


def test_markdown_shows_what_a_report_says_and_obeys_none_of_it() -> None:
    text = as_markdown(PAGE)
    assert "<script" not in text.replace("\\<", "") and "](javascript" not in text.replace("\\]", "")
    assert "[Post, 1 Mar 2022](<https://post.example/a%20b%3E?x=(1)>)" in text
    assert "> “They **met** at noon.” — " in text


def test_text_sends_a_terminal_no_orders() -> None:
    text = as_text(PAGE)
    assert text.isprintable() or not [c for c in text if not c.isprintable() and c != "\n"]
    assert "“They «met» at noon.”" in text and "Nothing." in text
    assert "Post, 1 Mar 2022, https://post.example/a b>" in text, "an address is told"


def test_lines_of_text_are_no_longer_than_a_page() -> None:
    long = Page("Diary", ("word " * 100,), (Section("Moved", (Item("head " * 60, ("line " * 60,)),)),))
    assert max(map(len, as_text(long).splitlines())) <= 100

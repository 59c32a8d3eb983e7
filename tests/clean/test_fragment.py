"""HTML that holds a report and nothing else: its words, paragraph by paragraph."""

import pytest

from memcon.clean.fragment import read_fragment
from memcon.model.errors import BadInput


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        (
            "<p>The envoys <b>met</b>, she said.</p>\n<p>They talked &amp; dined.</p>",
            "The envoys met, she said.\n\nThey talked & dined.",
        ),
        ("<h1>Talks</h1><p>Oslo<br>Monday</p><ul><li>Grain</li><li>Gas</li></ul>", "Talks\n\nOslo\nMonday\n\nGrain\n\nGas"),
        ("<p>Seen<script>var p = '<p>no</p>'</script>.</p><style>p {}</style>after", "Seen.\n\nafter"),
        ("One <i>paragraph</i>.\n\nAnother.", "One paragraph.\n\nAnother."),
        ("<p>a line\nthat goes on</p>", "a line that goes on"),
        ("<p>Not closed<p>nor this, and 3 < 4", "Not closed\n\nnor this, and 3 < 4"),
    ],
)
def test_the_words_of_a_fragment_stand_in_their_paragraphs(fragment: str, text: str) -> None:
    assert read_fragment(fragment.encode()).text == text


def test_a_fragment_nested_so_deeply_that_words_would_be_lost_is_refused() -> None:
    with pytest.raises(BadInput, match="broken HTML"):
        read_fragment(b"<div>" * 5000 + b"deep" + b"</div>" * 5000 + b"<p>after</p>")

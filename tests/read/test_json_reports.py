"""JSON in the shapes in which crawlers, archives and web services give reports."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from memcon.flow.plan import freeze
from memcon.model.document import Given, RawItem
from memcon.model.record import Reject
from memcon.read import json_split
from memcon.read.fields import mapped
from memcon.read.items import MAX_ITEM
from memcon.read.json_reports import read_json
from memcon.read.json_split import Cursor
from memcon.read.options import ReadOptions
from memcon.read.read import read_paths

TEXT = "The foreign minister met the envoy in Warsaw on Thursday. They talked for two hours about energy, he said."
OTHER = "The premier will travel to Hanoi next week. She is to sign a treaty on fisheries there, her office said."


def read(value: Any, *maps: str) -> tuple[list[RawItem], list[Reject]]:
    raw = value if isinstance(value, bytes) else json.dumps(value, indent=1).encode()
    found = list(read_json("f.json", "f.json", io.BytesIO(raw), Given(), ReadOptions(fields=mapped(maps))))
    return [x for x in found if isinstance(x, RawItem)], [x for x in found if isinstance(x, Reject)]


def test_a_file_of_one_article_as_crawlers_write_it_is_one_report() -> None:
    crawled = {
        "maintext": TEXT,
        "title": "Talks",
        "date_publish": "2019-03-05 10:00:00",
        "source_domain": "www.reuters.com",
    }
    (item,), rejects = read({**crawled, "authors": [], "image_url": None, "language": "en"})
    assert not rejects
    assert (item.source, item.body.decode()) == ("f.json", f"Talks\n\n{TEXT}")
    assert (item.given.outlet, freeze(item).published.value) == ("Reuters", "2019-03-05")


@pytest.mark.parametrize(
    "around",
    [
        lambda reports: reports,
        lambda reports: {"status": "ok", "articles": reports},
        lambda reports: {"response": {"status": "ok", "results": reports}},
        lambda reports: {"Data": reports, "page": 1},
    ],
)
def test_a_list_of_reports_is_read_from_whatever_stands_around_it(around: Any) -> None:
    items, rejects = read(around([{"body": TEXT}, {"body": OTHER}]))
    assert [i.source for i in items] == ["f.json#1", "f.json#2"]
    assert not rejects


@pytest.mark.parametrize("parted", [b"\n", b"\n\n", b""])
def test_objects_one_after_another_are_a_report_each(parted: bytes) -> None:
    for indent in (None, 2):
        items, rejects = read(parted.join(json.dumps({"text": text}, indent=indent).encode() for text in (TEXT, OTHER)))
        assert [i.body.decode() for i in items] == [TEXT, OTHER]
        assert not rejects


def test_json_lines_under_the_name_of_json_lose_only_the_line_that_is_broken() -> None:
    lines = [json.dumps({"text": TEXT}), "", '{"text": "cut', json.dumps({"text": OTHER})]
    items, (reject,) = read("\n".join(lines).encode())
    assert [i.source for i in items] == ["f.json#1", "f.json#4"]
    assert reject.source == "f.json#3"


def test_the_longer_object_around_a_list_is_read_report_by_report() -> None:
    many = [{"text": f"{n} {'x' * 1_000_000}"} for n in range(12)]
    items, rejects = read(json.dumps({"next": {"data": 1}, "articles": many}).encode())
    assert len(items) == 12
    assert not rejects


def test_one_element_over_the_limit_is_set_aside_and_the_next_is_read() -> None:
    items, (reject,) = read([{"text": "x" * (MAX_ITEM + 10)}, {"text": TEXT}])
    assert [i.source for i in items] == ["f.json#2"]
    assert (reject.source, reject.reason) == ("f.json#1", "too large")
    assert read({"text": "x" * (MAX_ITEM + 10)})[1][0].reason == "too large"


@pytest.mark.parametrize(
    ("raw", "reason", "words"),
    [
        (b"[]", "no report in the JSON", "its lists are empty"),
        (b'{"articles": []}', "no report in the JSON", "its lists are empty"),
        (
            b'{"compilerOptions": {"strict": true}, "items": [1, 2]}',
            "no report in the JSON",
            "it has compilerOptions, items",
        ),
        (
            b'{"name": "x", "version": "1"}',
            "no report in the JSON",
            "it has name, version; the text is read from text, body",
        ),
        (b'[{"lat": 1}, {"lat": 2}]', "no report in the JSON", "none of 2 in its list has a text; the first: it has lat;"),
        (b'{"text": 5}', "wrong kind of value in a JSON object", "text is 5"),
        (b'{"text": "one", "text": "two"}', "broken JSON", "the key text is there 2 times"),
        (b'{"text": "caf\xe9"}', "broken JSON", "not UTF-8"),
        ('{"text": "x"}'.encode("utf-16"), "broken JSON", "iconv"),
        (b"[" * 100_000, "broken JSON", "ends too early"),
        (b'{"data":' * 100_000, "broken JSON", "ends too early"),
        (b'{"text": "x", "y": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "broken JSON", "nested too deeply"),
        (b'{"data":' * 9 + b'[{"text": "x"}]' + b"}" * 9, "no report in the JSON", ""),
        (b"talks", "broken JSON", "--as text"),
        (b"{talks}", "broken JSON", ""),
    ],
)
def test_json_without_a_report_is_one_line_that_says_what_it_has(raw: bytes, reason: str, words: str) -> None:
    items, (reject,) = read(raw)
    assert not items
    assert reject.reason == reason
    assert words in reject.detail


@pytest.mark.parametrize(
    "raw",
    [
        b'[{"text": "%b"}, {"text": "cut',
        b'{"articles": [{"text": "%b"}, {"tex',
        b'[{"text": "%b"}] and more',
        b'[{"text": "%b"}: }]',
        b'[{"text": "%b"}, {"text": "x" "y"}]',
    ],
)
def test_what_stands_before_the_break_is_read_and_the_break_is_told(raw: bytes) -> None:
    items, (reject,) = read(raw % TEXT.encode())
    assert [i.body.decode() for i in items] == [TEXT]
    assert reject.reason == "broken JSON"


@pytest.mark.parametrize("broken", ['{"text": }', '{"text": "a", "text": "b"}', '{"text": "\\x"}'])
def test_one_broken_report_in_a_list_costs_no_other_whatever_is_around_it(broken: str) -> None:
    good = json.dumps({"text": TEXT})
    for raw, number in ((f"[{broken}, {good}]", 1), (f'{{"status": "ok", "articles": [{good}, {broken}, {good}]}}', 2)):
        items, (reject,) = read(raw.encode())
        assert len(items) == number
        assert (reject.source, reject.reason) == (f"f.json#{number}", "broken JSON")


def test_elements_without_a_text_among_reports_are_told_one_by_one() -> None:
    items, rejects = read([{"n": 1}, 2, {"text": TEXT}, {"n": 4}])
    assert [i.source for i in items] == ["f.json#3"]
    assert [r.source for r in rejects] == ["f.json#1", "f.json#2", "f.json#4"]


def test_of_many_without_a_text_before_the_first_report_the_rest_is_counted() -> None:
    items, rejects = read([*({"n": n} for n in range(250)), {"text": TEXT}])
    assert len(items) == 1
    assert len(rejects) == 101
    assert rejects[-1].detail.startswith("150 more")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        (1551780000, "2019-03-05"),
        (1551780000.0, "2019-03-05"),
        (1551780000123, "2019-03-05"),
        ("1551780000", "2019-03-05"),
        ({"$date": "2019-03-05T10:00:00Z"}, "2019-03-05"),
        ({"$date": {"$numberLong": "1551780000000"}}, "2019-03-05"),
        (20190305, "2019-03-05"),
        ("2019-03-05T10:00:00Z", "2019-03-05"),
        ("Tue, 05 Mar 2019 10:00:00 GMT", "2019-03-05"),
        (2019, "2019"),
        (float("nan"), None),
        (True, None),
        (7, None),
        (99999999999999999999, None),
    ],
)
def test_a_day_is_read_as_programs_write_it(said: Any, day: str | None) -> None:
    (item,), _ = read([{"text": TEXT, "publish_date": said}])
    assert freeze(item).published.value == day


def test_nested_values_are_laid_bare() -> None:
    post = {"title": {"rendered": "The &#8220;talks&#8221;"}, "content": {"rendered": f"<p>{TEXT}</p><p>{OTHER}</p>"}}
    (item,), _ = read([{**post, "source": {"id": None, "name": "The Daily Example"}, "_id": {"$oid": "5c7e"}}])
    document = freeze(item)
    assert (item.given.title, item.given.outlet, item.given.id) == ("The “talks”", "The Daily Example", "5c7e")
    assert document.text == f"The “talks”\n\n{TEXT}\n\n{OTHER}"


def test_a_whole_page_in_a_field_is_read_as_a_page_and_a_lesser_sign_is_no_tag() -> None:
    page = f"<!DOCTYPE html><html><body><article><p>{TEXT}</p><p>{OTHER}</p></article></body></html>"
    (whole, plain), _ = read([{"text": page}, {"text": "Growth was < 3% and > 2%, he said."}])
    assert whole.media_type == "text/html"
    assert plain.media_type == "text/plain"


def test_a_text_may_be_a_list_of_paragraphs() -> None:
    (item,), _ = read({"text": [TEXT, OTHER]})
    assert item.body.decode() == f"{TEXT}\n\n{OTHER}"


def test_half_a_character_is_replaced_and_line_breaks_within_strings_are_taken() -> None:
    (item, other), rejects = read(b'[{"text": "a \\ud83d b", "source": "r\\uD83D.com"}, {"text": "c\nd"}]')
    assert (item.body.decode(), other.body.decode()) == ("a � b", "c\nd")
    assert item.given.outlet == "r�.com"
    assert not rejects


def test_a_mapped_field_is_read_from_there_alone() -> None:
    (item,), _ = read(
        {"text": "A summary.", "story": {"full": TEXT}, "when": "2019-03-05"}, "text=story.full", "published=when"
    )
    assert (item.body.decode(), item.given.published) == (TEXT, "2019-03-05")
    items, (reject,) = read({"text": "A summary."}, "text=story.full")
    assert not items
    assert "it has text; the text is read from story.full" in reject.detail
    (item,), _ = read({"text": TEXT}, "text=story.full", "text=text")
    assert item.body.decode() == TEXT


def test_the_same_key_twice_with_the_same_value_or_within_another_is_no_fault() -> None:
    items, rejects = read(f'{{"text": "{TEXT}", "meta": {{"text": 1}}, "text": "{TEXT}"}}'.encode())
    assert len(items) == 1
    assert not rejects


def test_a_folder_of_articles_a_file_each_is_read_and_its_settings_are_told(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.json").write_text(
            json.dumps({"text": f"{n}. {TEXT}", "url": f"https://example.org/{n}"}, indent=4)
        )
    (tmp_path / "package.json").write_text('{"name": "crawler", "version": "1.0"}')
    found = list(read_paths([tmp_path]))
    assert [x.source for x in found if isinstance(x, RawItem)] == [f"https://example.org/{n}" for n in range(3)]
    assert [x.reason for x in found if isinstance(x, Reject)] == ["no report in the JSON"]


def test_an_article_whose_text_was_not_fetched_is_told_so_and_is_no_settings_file() -> None:
    items, (reject,) = read({"title": "Talks", "maintext": None, "text": "", "authors": []})
    assert not items
    assert (reject.reason, reject.detail) == (
        "no text in a JSON object",
        "its text and maintext are empty; fetch the report again",
    )


def test_a_title_is_given_without_marks() -> None:
    (item,), _ = read({"text": f"<p>{TEXT}</p>", "title": "<b>Talks</b> &amp; <i>terms</i>"})
    assert item.given.title == "Talks & terms"
    assert freeze(item).text == f"Talks & terms\n\n{TEXT}"


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text('ab"\\{}[]:, \n é'),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text('a"\\{[', max_size=3), inner, max_size=4),
    max_leaves=12,
)


@for_all(st.lists(VALUES, max_size=5), st.integers(1, 40), st.sampled_from([None, 1]))
def test_a_list_is_parted_into_the_values_that_it_has_wherever_the_stream_is_cut(
    values: list[Any], chunk: int, indent: Any
) -> None:
    before, json_split.CHUNK = json_split.CHUNK, chunk
    try:
        cursor = Cursor(io.BytesIO(json.dumps(values, indent=indent).encode()), 1_000_000)
        found = []
        cursor.peek()
        cursor.step()
        while (mark := cursor.peek()) != b"]":
            if mark == b",":
                cursor.step()
            else:
                found.append(json.loads(cursor.value()))
        assert found == values
    finally:
        json_split.CHUNK = before


PIECES = ['{"text": "x"}', '{"articles": [', '{"a"', *'"{}[],:\\\n \0é', "\\ud800", "NaN", "1e999"]


@for_all(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_no_bytes_stop_the_reader_and_none_pass_without_a_word(pieces: list[str]) -> None:
    items, rejects = read("".join(pieces).encode())
    assert items or rejects
    assert all(reject.detail for reject in rejects)

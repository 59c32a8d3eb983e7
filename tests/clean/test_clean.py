"""A document's title, outlet, byline, dateline, language; the text as it is in the file."""

from pathlib import Path

import pytest
from clean_samples import ARTICLE, REPORT, raw, zone_of

from memcon.clean.clean import clean
from memcon.clean.credits import names_of
from memcon.clean.dateline import find_dateline, find_letterhead
from memcon.model.errors import BadInput


def test_the_text_is_the_decoded_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(REPORT.replace("\n", "\r\n").encode())
    assert clean(raw(path.read_bytes())).text == path.open(encoding="utf-8", newline="").read()


def test_a_page_gives_title_site_author_and_the_article_alone() -> None:
    document = clean(raw(ARTICLE.replace("{meta}", ""), "text/html"))
    assert document.title == "Balkan leaders initial peace accord"
    assert zone_of(document, "Balkan leaders") == "title"
    assert document.outlet == "Example Times"
    assert document.byline == ("Anna Example",)
    assert "Storm closes ports" not in document.text


def test_the_same_page_four_times_gives_the_same_text() -> None:
    texts = {clean(raw(ARTICLE.replace("{meta}", ""), "text/html")).text for _ in range(4)}
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (REPORT, "Associated Press"),
        (REPORT + "\nSource: www.nytimes.com", "The New York Times"),
        (REPORT + "\nwww.example-times.com", "example-times.com"),
        (REPORT.replace("DAYTON, Ohio, Nov. 21 (AP) — ", ""), None),
    ],
)
def test_the_outlet_is_the_source_at_the_foot_or_the_agency(text: str, outlet: str | None) -> None:
    assert clean(raw(text)).outlet == outlet


def test_a_given_outlet_wins() -> None:
    assert clean(raw(REPORT, outlet="The Wire")).outlet == "The Wire"


@pytest.mark.parametrize(
    ("line", "place", "agency", "value"),
    [
        ("DAYTON, Ohio, Nov. 21 (AP) — The", "DAYTON", "AP", "XXXX-11-21"),
        ("PARIS, 14 December 1995 (Reuters) - The", "PARIS", "Reuters", "1995-12-14"),
        ("MOSCOW, December 14. /TASS/. The", "MOSCOW", "TASS", "XXXX-12-14"),
        ("ZAGREB/SARAJEVO (Reuters) – The", "ZAGREB/SARAJEVO", "Reuters", None),
        ("SARAJEVO, Bosnia-Herzegovina (AP) _ The", "SARAJEVO", "AP", None),
        ("BELGRADE — The", "BELGRADE", None, None),
        ("Sarajevo (AFP) – The", "Sarajevo", "AFP", None),
        ("Geneva (CNN) The", "Geneva", "CNN", None),
    ],
)
def test_datelines_of_many_makes_are_read(line: str, place: str, agency: str | None, value: str | None) -> None:
    dateline = find_dateline(line, 10)
    assert dateline is not None
    assert (dateline.place, dateline.agency, dateline.day and dateline.day.value) == (place, agency, value)
    assert dateline.span.start == 10
    assert line[: dateline.span.end - 10].endswith((")", "/.", "BELGRADE"))


@pytest.mark.parametrize(
    "line",
    [
        "THE PRESIDENT: Good afternoon — please sit.",
        "MR. BURNS — I have nothing on that.",
        "EXPLAINER - Why the corridor matters",
        "U.S. DIPLOMATS AND THE CORRIDOR",
        "A Clinton-Tudjman meeting — the first — took place.",
        "I — I do not know.",
    ],
)
def test_what_looks_like_a_dateline_and_is_none(line: str) -> None:
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Anna Example and Juan de la Example, Example Wire Staff Writer", ("Anna Example", "Juan de la Example")),
        ("BY ANNA EXAMPLE", ("Anna Example",)),
        ("(Reporting by Anna Example in Paris; Editing by Paul Example)", ("Anna Example",)),
        (
            "Reporting by Anna Example; Additional reporting by Jo Example and Bo Example",
            ("Anna Example", "Jo Example", "Bo Example"),
        ),
        ("Example News' Anna Example and The Associated Press contributed to this report.", ("Anna Example",)),
        ("With files from Reuters", ()),
    ],
)
def test_credits_name_writers_without_editors_places_and_agencies(line: str, names: tuple[str, ...]) -> None:
    assert names_of([line]) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Präsidenten von Bosnien, Kroatien und Serbien haben am Dienstag auf einem Stützpunkt in Ohio ein Abkommen "
         "paraphiert, das den Krieg beendet. Es soll im Dezember in Paris unterzeichnet werden.", "German"),
        ("Les présidents de la Bosnie, de la Croatie et de la Serbie ont paraphé mardi un accord de paix sur une base de "
         "l'Ohio. Il sera signé à Paris en décembre, et les soldats de l'OTAN vont le faire respecter.", "French"),
        ("Presidentes de Bosnia, Croacia y Serbia firmaron el martes un acuerdo en una base de Ohio, que pone fin a la "
         "guerra. El texto se firmará en París en diciembre con la presencia de los ministros.", "Spanish"),
        ("Президенты Боснии, Хорватии и Сербии парафировали соглашение.", "Cyrillic"),
        ("波斯尼亚、克罗地亚和塞尔维亚的总统草签了和平协议。", "Chinese"),
        ("ボスニアの大統領が和平合意に仮調印した。", "Japanese"),
        ("وقع الرؤساء اتفاق السلام في أوهايو يوم الثلاثاء", "Arabic"),
    ],
)  # fmt: skip
def test_a_report_in_another_language_is_set_aside_by_its_name(text: str, name: str) -> None:
    with pytest.raises(BadInput) as refusal:
        clean(raw(text))
    assert refusal.value.reason == "language not supported"
    assert name in refusal.value.detail


def test_english_with_foreign_words_in_it_is_english() -> None:
    text = REPORT + "\nLe Monde, Die Zeit and El País de la mañana wrote of 和平 and of мир the next day.\n"
    assert clean(raw(text)).language == "en"


def test_a_short_note_is_not_refused_for_its_few_words() -> None:
    assert clean(raw("Holbrooke: accord initialed.")).text


def test_a_file_of_numbers_is_set_aside() -> None:
    with pytest.raises(BadInput, match="no words"):
        clean(raw("1 2 3\n4 5 6\n"))


@pytest.mark.parametrize("menu", ["<li><a href='/w'>World news</a></li>", "<a href='/w'>World news</a> "])
def test_a_page_of_menus_alone_holds_no_article(menu: str) -> None:
    page = f"<html><head><title>Front page</title></head><body><nav>{menu * 60}</nav></body></html>"
    with pytest.raises(BadInput) as refused:
        clean(raw(page, "text/html"))
    assert refused.value.reason == "no article in the page"


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Lima, 4 May 2017. The Minister of Trade received the envoy of Peru today.", "Lima", "2017-05-04"),
        ("LIMA, May 4: The Minister of Trade received the envoy of Peru today.", "LIMA", "XXXX-05-04"),
        ("LIMA, 4th May, 2017 (ANDINA) -- The Minister of Trade received the envoy of Peru today.", "LIMA", "2017-05-04"),
        ("LIMA, 4 MAY 2017 (VIS) - The Minister of Trade received the envoy of Peru today.", "LIMA", "2017-05-04"),
    ],
)
def test_a_dateline_with_a_day_ends_in_a_full_stop_or_a_colon_too(text: str, place: str, day: str) -> None:
    dateline = find_dateline(text)
    assert dateline is not None
    assert (dateline.place, dateline.day and dateline.day.value) == (place, day)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Lima, 4 May 2017", "Lima"),
        ("(Lima, May 4, 2017)", "Lima"),
        ("Ministry of Trade, Lima, 4 May 2017", "Lima"),
        ("Mr. Dora Cruz, 4 May 2017", None),
        ("Lima is cold on 4 May 2017", None),
    ],
)
def test_a_letterhead_is_a_line_of_nothing_but_a_known_place_and_a_day(line: str, place: str | None) -> None:
    found = find_letterhead(line)
    assert (found.place if found is not None else None) == place

"""Where an engagement takes place and when: by its own clause, not by the clause that tells of it."""

from collections.abc import Callable

import pytest
from engagement_samples import line, told, wanted

from memcon.coding.engagements import find_engagements
from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]
WRITTEN = "2018-05-11"  # a Friday

DAYS = [
    line("own day", "Helmut Kohl met Erich Honecker on Monday.", "2018-05-07"),
    line(
        "said on, would on",
        "The Kremlin said on Wednesday that Vladimir Putin would meet Recep Tayyip Erdogan on Sunday.",
        "2018-05-13",
    ),
    line("said on, had met", "The Kremlin said on Wednesday that Vladimir Putin had met Recep Tayyip Erdogan.", None),
    line("announced on", "The Kremlin announced on Wednesday a visit by Vladimir Putin to Ankara.", None),
    line("cancelled on", "Vladimir Putin on Wednesday cancelled a visit to Ankara.", None),
    line("cancelled on, set for", "Vladimir Putin on Wednesday cancelled a visit to Ankara set for Sunday.", "2018-05-13"),
    line("agreed on", "Helmut Kohl and Erich Honecker agreed on Wednesday to meet in Bonn.", None),
    line(
        "postponed from until",
        "The visit of Shinzo Abe to Moscow, planned for May 21, was postponed on Wednesday.",
        "2018-05-21",
    ),
    line("first since", "It was the first visit to Moscow by Shinzo Abe since 2013.", None),
    line("before another day", "Shinzo Abe will visit Moscow before the summit of June 8.", None),
    line("bare date", "Mikhail Gorbachev met Ronald Reagan in Reykjavik on October 11, 1986.", "1986-10-11"),
    line("when he visited", "Vladimir Putin met Helmut Kohl when he visited Bonn in 1994.", "1994"),
    line("month", "Henry Kissinger met Zhou Enlai in Beijing in July 1971.", "1971-07"),
    line("day of another clause", "Shinzo Abe, who was re-elected on Sunday, will meet Vladimir Putin.", None),
    line("day of a treaty", "Shinzo Abe and Vladimir Putin met to discuss the treaty of February 7, 1855.", None),
    line("told on a day of the past", "Vladimir Putin recalled on Wednesday that he had met Helmut Kohl in 1999.", "1999"),
    line(
        "was to take place on",
        "A meeting of Shinzo Abe and Vladimir Putin that was to take place on Sunday was put off.",
        "2018-05-13",
    ),
    line(
        "preparing to return to meet",
        "On Monday, Shinzo Abe was preparing to return to Sochi to meet Vladimir Putin.",
        "2018-05-14",
    ),
    line("plans on", "On Friday Shinzo Abe plans to fly to Sochi to meet Vladimir Putin.", "2018-05-11"),
    line("next week", "Shinzo Abe will meet Vladimir Putin next week.", "2018-W20"),
    line("will now on", "Shinzo Abe will now visit Moscow on June 20.", "2018-06-20"),
    line("range", "Shinzo Abe will visit Moscow from June 18 to June 20.", "2018-06-18/2018-06-20"),
    line(
        "participle after the noun",
        "The meeting between Shinzo Abe and Vladimir Putin, held on Monday, was short.",
        "2018-05-07",
    ),
    line("subject's noun", "Monday's meeting between Shinzo Abe and Vladimir Putin was short.", "2018-05-07"),
    line("compound day", "The Monday meeting between Shinzo Abe and Vladimir Putin was short.", "2018-05-07"),
    line("statement of the other day", "Shinzo Abe said on Tuesday he and Vladimir Putin had met on Monday.", "2018-05-07"),
    line(
        "to meet on, said on",
        "Vladimir Putin is to meet Shinzo Abe on Sunday, Dmitry Peskov said on Thursday.",
        "2018-05-13",
    ),
    line("after a day's event", "Vladimir Putin met Shinzo Abe after an earthquake struck Osaka on Monday.", None),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_an_engagement_has_the_day_of_its_own_clause(text: str, day: str | None, resolve_text: Resolve) -> None:
    assert [t.day for t in told(resolve_text(text, WRITTEN))][:1] == [day]


GOING = [
    line("on the way", "Shinzo Abe is traveling to Moscow to meet Vladimir Putin.", ("2018-05-11", "2018-05-18")),
    line("there", "Shinzo Abe is visiting Moscow.", ("2018-05-11", "2018-05-11")),
    line("on the way on a day", "Shinzo Abe is traveling to Moscow on Monday.", ("2018-05-14", "2018-05-14")),
]


@pytest.mark.parametrize(("text", "days"), GOING)
def test_who_is_on_his_way_is_there_in_the_days_to_come(text: str, days: tuple[str, str], resolve_text: Resolve) -> None:
    (visit,) = [e for e in find_engagements(resolve_text(text, WRITTEN)) if e.kind == "visit"]
    assert (str(visit.date.earliest), str(visit.date.latest)) == days


def test_later_in_a_week_that_is_told_is_not_after_the_report(resolve_text: Resolve) -> None:
    text = "On Monday, Shinzo Abe met Vladimir Putin. Later in the week, he met Helmut Kohl in Bonn."
    days = [(str(e.date.earliest), str(e.date.latest)) for e in find_engagements(resolve_text(text, WRITTEN))]
    assert days[-1] == ("2018-05-07", "2018-05-11")


PLACES = [
    line("own place", "Helmut Kohl met Erich Honecker in Bonn on Monday.", "Bonn"),
    line("said in", "Vladimir Putin said in Moscow on Wednesday that he had met Shinzo Abe in Sochi.", "Sochi"),
    line("said in, none", "Vladimir Putin said in Moscow on Wednesday that he had met Shinzo Abe.", None),
    line("told in", "Mike Pompeo told reporters in Washington that Donald Trump would meet Kim Jong Un.", None),
    line("said in, after", "The meeting took place in Moscow, the foreign ministry said in Tokyo on Tuesday.", "Moscow"),
    line(
        "object held in", "Emmanuel Macron held a joint press conference with Angela Merkel in Berlin on Monday.", "Berlin"
    ),
    line(
        "talks held in",
        "Vice Premier Liu He held talks with Treasury Secretary Steven Mnuchin in Geneva on Monday.",
        "Geneva",
    ),
    line("hosted in", "Switzerland will host talks between Iran and Iraq in Geneva on Saturday.", "Geneva"),
    line("destination", "Pope Francis flew to Havana on Monday.", "Havana"),
    line("destination, not the start", "Pope Francis flew from Rome to Havana on Monday.", "Havana"),
    line("compound", "The Reykjavik summit between Ronald Reagan and Mikhail Gorbachev ended on Sunday.", "Reykjavík"),
    line("place of another clause", "Shinzo Abe, who was born in Tokyo, met Vladimir Putin.", None),
    line("mayor of", "Shinzo Abe met the mayor of Berlin on Monday.", None),
    line("topic", "Shinzo Abe met Vladimir Putin on Monday to discuss the fighting in Aleppo.", None),
    line("island in dispute", "Shinzo Abe and Vladimir Putin held talks about the war in Syria.", None),
    line("at the airport", "Pope Francis and Patriarch Kirill met at the airport in Havana.", "Havana"),
    line("at the summit in", "Emmanuel Macron met Theresa May at the summit in Quebec City on Friday.", "Quebec City"),
    wanted("not in but in", "Shinzo Abe met Vladimir Putin not in Moscow but in Sochi.", "Sochi"),
    line("ahead of a trip to", "Shinzo Abe met Vladimir Putin in Sochi ahead of a trip to Berlin.", "Sochi"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_an_engagement_has_the_place_of_its_own_clause(text: str, place: str | None, resolve_text: Resolve) -> None:
    assert [t.place for t in told(resolve_text(text, WRITTEN))][:1] == [place]


def test_without_a_day_of_publication_no_weekday_becomes_a_date(resolve_text: Resolve) -> None:
    for text in (
        "Helmut Kohl met Erich Honecker in Bonn on Monday.",
        "Helmut Kohl will meet Erich Honecker next Thursday.",
        "Helmut Kohl visited Dresden last month.",
        "Helmut Kohl is visiting Dresden.",
    ):
        found = resolve_text(text, None)
        for t in told(found):
            assert t.day is None or not t.day[0].isdigit(), (text, t.day)


def test_a_full_date_holds_in_an_undated_report(resolve_text: Resolve) -> None:
    (visit,) = told(resolve_text("Erich Honecker visited Bonn on September 7, 1987.", None))
    assert visit.day == "1987-09-07"


TELLING = [
    line("confirmed on", "The White House confirmed on Wednesday the meeting between Ronald Reagan and Helmut Schmidt."),
    line("announced on, of a noun", "The White House announced on Wednesday a visit by Ronald Reagan to Bonn."),
    line("was announced on", "A visit to Bonn by Ronald Reagan was announced on Wednesday."),
    line("invited on", "Ronald Reagan on Wednesday invited Helmut Schmidt to Washington."),
    line("accepted on", "Ronald Reagan on Wednesday accepted an invitation to visit Bonn."),
    line("ruled out on", "Ronald Reagan on Wednesday ruled out a meeting with Leonid Brezhnev."),
    line("proposed on", "Ronald Reagan on Wednesday proposed a summit with Leonid Brezhnev."),
    line("praised on", "Ronald Reagan on Wednesday praised the talks with Leonid Brezhnev."),
    line("criticised on", "Ronald Reagan on Wednesday criticised the meeting between Leonid Brezhnev and Helmut Schmidt."),
    line("recalled on", "Ronald Reagan on Wednesday recalled his meeting with Leonid Brezhnev."),
    line("asked on", "Asked on Wednesday about a meeting with Leonid Brezhnev, Ronald Reagan smiled."),
    line("postponed on", "On Wednesday the White House postponed Ronald Reagan's visit to Bonn."),
    line("was put off in", "The trip, which was put off in April, will be the third of Helmut Schmidt to Washington."),
    line("was called off in", "The meeting of Helmut Schmidt and Leonid Brezhnev was called off in April."),
    line("agreed in", "Helmut Schmidt and Leonid Brezhnev had agreed in April to meet."),
    line("told reporters on", "Ronald Reagan will visit Bonn, Larry Speakes told reporters on Wednesday."),
    line("said on, at the end", "Ronald Reagan met Helmut Schmidt, the White House said on Wednesday."),
    line("ahead of a vote on", "Ahead of Wednesday's vote, Ronald Reagan met Helmut Schmidt."),
    line("after a vote on", "Ronald Reagan will meet Helmut Schmidt after Sunday's vote."),
    line("days after it", "Two days after Helmut Schmidt met Ronald Reagan, the mark rose on Wednesday."),
    line("a letter of", "Ronald Reagan referred to the meeting with Helmut Schmidt in a letter on Wednesday."),
    line("followed by a visit", "Leonid Brezhnev's talks in Bonn were followed by a visit to Paris."),
    line("the first since", "Helmut Schmidt visited Washington for the first time since 1979."),
    line("resigned on", "Helmut Schmidt met Alexander Haig, who resigned on April 25."),
]


@pytest.mark.parametrize("text", TELLING)
def test_the_day_on_which_somebody_speaks_of_it_is_not_its_day(text: str, resolve_text: Resolve) -> None:
    assert {t.day for t in told(resolve_text(text, WRITTEN))} == {None}


AHEAD = [
    line("ruled out", "Donald Trump ruled out a meeting with Kim Jong Un in June.", "2018-06"),
    line("invited", "Emmanuel Macron invited Donald Trump to Paris in July.", "2018-07"),
    line("proposed", "Emmanuel Macron proposed a summit with Vladimir Putin in July.", "2018-07"),
    line("announced", "The Kremlin announced a visit by Vladimir Putin to Ankara in September.", "2018-09"),
    line("agreed to", "Emmanuel Macron agreed to meet Vladimir Putin in July.", "2018-07"),
    line("wanted to", "Emmanuel Macron wanted to meet Vladimir Putin in July.", "2018-07"),
    line("offered", "Emmanuel Macron offered Vladimir Putin talks in July.", "2018-07"),
    line("called off", "Donald Trump called off a meeting with Kim Jong Un in June.", "2018-06"),
    line("was expected to", "Donald Trump was expected to meet Kim Jong Un in June.", "2018-06"),
    line("declined", "Donald Trump declined an invitation to visit Paris in July.", "2018-07"),
    line("had planned", "Donald Trump had planned to visit Paris in July.", "2018-07"),
    line("postponed", "Donald Trump postponed a visit to Paris on June 5.", "2018-06-05"),
]


@pytest.mark.parametrize(("text", "day"), AHEAD)
def test_a_plan_told_in_the_past_tense_lies_ahead_and_not_a_year_back(
    text: str, day: str | None, resolve_text: Resolve
) -> None:
    found = [t.day for t in told(resolve_text(text, WRITTEN))][:1]
    assert found == [day] or found == [None]

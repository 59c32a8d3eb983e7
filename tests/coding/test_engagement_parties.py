"""Who takes part in an engagement, and as what: by the grammar around its verb or noun."""

from collections.abc import Callable

import pytest
from engagement_samples import line, told, wanted

from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]
WRITTEN = "2018-05-11"  # a Friday

COMPANY = [
    line(
        "subject and object",
        "President Ronald Reagan met General Secretary Mikhail Gorbachev in Geneva.",
        "Mikhail Gorbachev, Ronald Reagan",
    ),
    line(
        "with",
        "President Ronald Reagan met with General Secretary Mikhail Gorbachev in Geneva.",
        "Mikhail Gorbachev, Ronald Reagan",
    ),
    line(
        "aside",
        "Ronald Reagan, as you mentioned, met in Geneva today with Mikhail Gorbachev.",
        "Mikhail Gorbachev, Ronald Reagan",
    ),
    line(
        "aside begun twice",
        "You know, Ronald Reagan, as you as you mentioned, met in Geneva today with Mikhail Gorbachev.",
        "Mikhail Gorbachev, Ronald Reagan",
    ),
    line("plural subject", "Helmut Kohl and Erich Honecker met in Bonn.", "Erich Honecker, Helmut Kohl"),
    line("between", "Talks between Helmut Kohl and Erich Honecker ended on Monday.", "Erich Honecker, Helmut Kohl"),
    line(
        "possessive", "Mikhail Gorbachev's meeting with Ronald Reagan ended on Monday.", "Mikhail Gorbachev, Ronald Reagan"
    ),
    line("by", "A meeting with Ronald Reagan was cancelled by Mikhail Gorbachev.", "Mikhail Gorbachev, Ronald Reagan"),
    line(
        "compound persons",
        "The Putin-Erdogan meeting took place on Monday. Vladimir Putin and Recep Tayyip Erdogan were silent.",
        "Recep Tayyip Erdogan, Vladimir Putin",
    ),
    wanted(
        "compound persons alone", "The Reagan-Gorbachev summit in Reykjavik ended without a treaty.", "Gorbachev, Reagan"
    ),
    wanted("compound states", "The U.S.-China talks in Geneva ended on Friday.", "China, United States"),
    line("adjective pair", "Russian and Japanese diplomats met in Tokyo.", "Japan, Russia"),
    line(
        "abbreviated state and another",
        "U.S. and North Korean officials met in Panmunjom on Sunday.",
        "North Korea, United States",
    ),
    wanted(
        "delegations of two states",
        "Talks between Russian and Turkish delegations were held in Moscow on Monday.",
        "Russia, Turkey",
    ),
    line("states for persons", "Talks between Russia and Turkey were held in Moscow on Monday.", "Russia, Turkey"),
    line(
        "leaders of states", "The presidents of Russia, Turkey and Iran met in Ankara on April 4.", "Iran, Russia, Turkey"
    ),
    line(
        "relative who",
        "Emmanuel Macron, who met Angela Merkel in Paris on Monday, praised the army.",
        "Angela Merkel, Emmanuel Macron",
    ),
    line(
        "relative whom",
        "Angela Merkel, whom Emmanuel Macron met in Paris on Monday, praised the army.",
        "Angela Merkel, Emmanuel Macron",
    ),
    line(
        "apposition after",
        "Sergei Lavrov met his Japanese counterpart, Taro Kono, in Moscow on Monday.",
        "Sergei Lavrov, Taro Kono",
    ),
    line(
        "apposition of the object",
        "Pope Francis met Patriarch Kirill, the head of the Russian Orthodox Church, in Havana.",
        "Francis, Kirill",
    ),
    wanted(
        "apposition of two",
        "The foreign ministers of France and Germany, Jean-Yves Le Drian and Heiko Maas, met in Paris on Monday.",
        "Heiko Maas, Jean-Yves Le Drian",
    ),
    line(
        "delegation led by",
        "An American delegation led by Secretary of State Mike Pompeo met Kim Yong Chol in Pyongyang on Sunday.",
        "Kim Yong Chol, Mike Pompeo",
    ),
    line(
        "leading a delegation",
        "Vice Premier Liu He, leading a Chinese delegation, held talks with Treasury Secretary Steven Mnuchin on Monday.",
        "Liu He, Steven Mnuchin",
    ),
    line(
        "passive host",
        "East German leader Erich Honecker was received in Bonn by Chancellor Helmut Kohl.",
        "Erich Honecker, Helmut Kohl",
    ),
    line(
        "received",
        "Chancellor Helmut Kohl received East German leader Erich Honecker in Bonn.",
        "Erich Honecker, Helmut Kohl",
    ),
    wanted(
        "attending besides",
        "King Salman received President Sisi in Riyadh, with Crown Prince Mohammed bin Salman attending.",
        "Mohammed bin Salman, Salman, Sisi",
    ),
    line(
        "attended by",
        "The meeting, attended by Sergei Lavrov and Javad Zarif, took place in Ankara on Monday.",
        "Javad Zarif, Sergei Lavrov",
    ),
    line(
        "joined by",
        "Angela Merkel, joined by Foreign Minister Heiko Maas, met Javad Zarif in Berlin on Monday.",
        "Angela Merkel, Heiko Maas, Javad Zarif",
    ),
    line(
        "three",
        "Vladimir Putin met Recep Tayyip Erdogan and Hassan Rouhani in Ankara on April 4.",
        "Hassan Rouhani, Recep Tayyip Erdogan, Vladimir Putin",
    ),
    line(
        "telephone conversation",
        "Javad Zarif had a telephone conversation with Sergei Lavrov on Monday.",
        "Javad Zarif, Sergei Lavrov",
    ),
    line(
        "spoke by telephone", "Javad Zarif spoke by telephone with Sergei Lavrov on Monday.", "Javad Zarif, Sergei Lavrov"
    ),
    line(
        "was hosting",
        "Sergei Lavrov flew to Ankara, where he met Mevlut Cavusoglu on Monday and Recep Tayyip Erdogan on Tuesday.",
        "Mevlut Cavusoglu, Sergei Lavrov",
    ),
]


@pytest.mark.parametrize(("text", "who"), COMPANY)
def test_those_who_take_part_are_all_named_and_nobody_else(text: str, who: str, resolve_text: Resolve) -> None:
    found = [", ".join(sorted(t.who)) for t in told(resolve_text(text, WRITTEN)) if t.kind != "visit"]
    assert found[:1] == [who]


OUTSIDERS = [
    line("speaker", "Heather Nauert said on Monday that Mike Pompeo would meet Taro Kono on Saturday.", "Heather Nauert"),
    line("critic", "Lindsey Graham criticised the meeting between Donald Trump and Kim Jong Un.", "Lindsey Graham"),
    line("urging", "Lindsey Graham urged Donald Trump to meet Kim Jong Un.", "Lindsey Graham"),
    line("recalling", "Bill Clinton recalled the meeting between Donald Trump and Kim Jong Un.", "Bill Clinton"),
    line("topic", "Donald Trump and Kim Jong Un discussed Bashar al-Assad at their meeting on Monday.", "Bashar al-Assad"),
    line("predecessor", "Donald Trump, the successor of Barack Obama, met Kim Jong Un on Monday.", "Barack Obama"),
    line(
        "who fell out before", "Donald Trump, who had criticised Barack Obama, met Kim Jong Un on Monday.", "Barack Obama"
    ),
    line("told that", "Mike Pompeo told Barack Obama that he had met Kim Jong Un.", "Barack Obama"),
    line("on behalf of", "Kim Yong Chol met Mike Pompeo on behalf of Kim Jong Un on Monday.", "Kim Jong Un"),
    line("instead of", "Mike Pompeo met Ri Yong Ho instead of Kim Jong Un on Monday.", "Kim Jong Un"),
    wanted("not but", "Mike Pompeo met not Kim Jong Un but Ri Yong Ho on Monday.", "Kim Jong Un"),
    line(
        "the day after another",
        "Donald Trump met Shinzo Abe a day after Emmanuel Macron spoke to reporters.",
        "Emmanuel Macron",
    ),
    line("letter from", "Mike Pompeo met Ri Yong Ho on Monday and gave him a letter from Donald Trump.", "Donald Trump"),
    line("urged by", "Donald Trump met Shinzo Abe on Monday, as Mike Pence had urged.", "Mike Pence"),
]


@pytest.mark.parametrize(("text", "outsider"), OUTSIDERS)
def test_who_speaks_of_an_engagement_or_is_spoken_of_takes_no_part(text: str, outsider: str, resolve_text: Resolve) -> None:
    occasions = [t for t in told(resolve_text(text, WRITTEN)) if t.kind in ("meeting", "talks")]
    assert occasions
    assert not any(outsider in t.who for t in occasions)


def test_who_is_invited_travels_and_who_invites_is_the_host(resolve_text: Resolve) -> None:
    (visit,) = told(resolve_text("Emmanuel Macron invited Angela Merkel to Paris for June 5.", WRITTEN))
    assert (visit.kind, visit.who, visit.hosts) == ("visit", {"Angela Merkel"}, {"Emmanuel Macron"})


def test_an_invitation_in_the_passive_has_the_same_guest_and_host(resolve_text: Resolve) -> None:
    (visit,) = told(resolve_text("Angela Merkel was invited by Emmanuel Macron to Paris for June 5.", WRITTEN))
    assert (visit.kind, visit.who, visit.hosts) == ("visit", {"Angela Merkel"}, {"Emmanuel Macron"})


def test_only_the_traveller_takes_part_in_a_visit_and_the_state_visited_is_host(resolve_text: Resolve) -> None:
    (visit,) = told(resolve_text("Pope John Paul II visited Poland in June 1979.", WRITTEN))
    assert (visit.who, visit.hosts) == ({"John Paul II"}, {"Poland"})


def test_who_goes_with_a_traveller_visits_too(resolve_text: Resolve) -> None:
    (visit, *_) = told(resolve_text("Angela Merkel and Heiko Maas visited Amman on Monday.", WRITTEN))
    assert visit.who == {"Angela Merkel", "Heiko Maas"}


def test_a_press_conference_has_those_who_give_it_and_not_the_press(resolve_text: Resolve) -> None:
    text = "Emmanuel Macron held a joint press conference with Angela Merkel in Berlin on Monday, watched by reporters."
    (occasion,) = told(resolve_text(text, WRITTEN))
    assert (occasion.kind, occasion.who) == ("press_conference", {"Angela Merkel", "Emmanuel Macron"})


def test_the_two_leaders_are_the_two_named_before(resolve_text: Resolve) -> None:
    text = "Helmut Kohl greeted Erich Honecker at the chancellery. The two leaders met for an hour on Monday."
    occasions = told(resolve_text(text, WRITTEN))
    assert occasions[-1].who == {"Erich Honecker", "Helmut Kohl"}


@pytest.mark.xfail(reason="a state that hosts the talks of two others is one of those who talk", strict=True)
def test_who_lends_the_house_does_not_negotiate(resolve_text: Resolve) -> None:
    (occasion,) = told(resolve_text("Switzerland will host talks between Iran and Iraq in Geneva on Saturday.", WRITTEN))
    assert {"Iran", "Iraq"} <= occasion.who | occasion.hosts
    assert "Switzerland" not in occasion.who


def test_an_engagement_without_known_company_has_none_rather_than_a_guess(resolve_text: Resolve) -> None:
    for occasion in told(resolve_text("Bonn was cold on Monday. The meeting lasted two hours.", WRITTEN)):
        assert not occasion.who


KINDS = [
    line("meet", "meeting", "Helmut Kohl met Erich Honecker on Monday."),
    line("talks", "talks", "Helmut Kohl held talks with Erich Honecker on Monday."),
    line("summit", "summit", "Helmut Kohl and Erich Honecker held a summit on Monday."),
    line("visit", "visit", "Erich Honecker visited Bonn on Monday."),
    line("telephoned", "call", "Helmut Kohl telephoned Erich Honecker on Monday."),
    line("spoke by telephone", "call", "Helmut Kohl spoke with Erich Honecker by telephone on Monday."),
    line("spoke by phone with", "call", "Helmut Kohl spoke by phone with Erich Honecker on Monday."),
    line("called", "call", "Helmut Kohl called Erich Honecker by phone on Monday."),
    line("phone call", "call", "Helmut Kohl had a phone call with Erich Honecker on Monday."),
    line("video conference", "call", "Helmut Kohl held a video conference with Erich Honecker on Monday."),
    line("news conference", "press_conference", "Helmut Kohl gave a news conference in Bonn on Monday."),
    line("speech", "speech", "Helmut Kohl gave a speech in Dresden on Monday."),
    line("address", "speech", "Helmut Kohl addressed the Bundestag on Monday."),
    line("dinner", "dinner", "Helmut Kohl had dinner with Erich Honecker on Monday."),
    line("lunch", "meeting", "Helmut Kohl had lunch with Erich Honecker on Monday."),
    line("hearing", "hearing", "Mike Pompeo testified before the Senate on Monday."),
    line("briefing", "briefing", "Maria Zakharova held a briefing in Moscow on Monday."),
    line("ceremony", "ceremony", "Helmut Kohl attended a wreath-laying ceremony in Verdun on Monday."),
    line("conference", "conference", "Helmut Kohl attended a conference on Bosnia in London on Monday."),
]


@pytest.mark.parametrize(("kind", "text"), KINDS)
def test_each_occasion_has_its_kind(kind: str, text: str, resolve_text: Resolve) -> None:
    assert [t.kind for t in told(resolve_text(text, WRITTEN))] == [kind]

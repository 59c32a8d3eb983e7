"""One occasion, one engagement: phrases of one report that mean one are joined, and several are kept apart."""

from collections.abc import Callable

import pytest
from engagement_samples import Told, line, told, wanted

from memcon.coding.engagements import find_engagements
from memcon.model.dates import UNKNOWN_DATE
from memcon.model.findings import LocalEngagement
from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]
WRITTEN = "2018-05-11"  # a Friday
ABE_MET_PUTIN = "Japanese Prime Minister Shinzo Abe met Russian President Vladimir Putin in Vladivostok on Monday. "


def occasion_of(words: str, occasions: list[Told]) -> Told:
    """The occasion that some words of the text name."""
    return next(t for t in occasions if any(words in w for w in t.words))


BACKWARD = [
    line("the meeting", ABE_MET_PUTIN + "The meeting lasted three hours."),
    line("the talks", ABE_MET_PUTIN + "The talks touched on the Kuril Islands."),
    line("their meeting", ABE_MET_PUTIN + "Their meeting was the third this year."),
    line("during the meeting", ABE_MET_PUTIN + "During the meeting they spoke of the Kuril Islands."),
    line("Monday's meeting", ABE_MET_PUTIN + "Monday's meeting was the third this year."),
    line("an apposition", "Shinzo Abe met Vladimir Putin in Vladivostok on Monday, their third meeting this year."),
    line(
        "told again with the day", ABE_MET_PUTIN + "Prime Minister Abe and President Putin met on Monday for three hours."
    ),
    line("a title and its lead", "Abe, Putin meet in Vladivostok\n" + ABE_MET_PUTIN),
    line("after another paragraph", ABE_MET_PUTIN + "\nThe rouble fell.\nThe meeting lasted three hours."),
    line("before it", "Before the meeting the two leaders had been silent. " + ABE_MET_PUTIN),
    line("his visit", "Pope Francis flew to Havana on Monday. His visit is the first since 2015."),
    line("the trip", "Pope Francis will travel to Havana in June. The trip will last three days."),
    line("a conference that somebody convened", "The White House convened a regional trade forum in Denver on Monday."),
    line("the call", "Shinzo Abe spoke by phone with Vladimir Putin on Monday. The call lasted an hour."),
    line("the talks that began", "Talks between Russia and Japan began in Moscow on Monday. The talks will end on Sunday."),
]


@pytest.mark.parametrize("text", BACKWARD)
def test_phrases_that_mean_one_occasion_are_one_engagement(text: str, resolve_text: Resolve) -> None:
    assert len(told(resolve_text(text, WRITTEN))) == 1


SEVERAL = [
    line(
        "three partners on three days",
        3,
        "Angela Merkel met Emmanuel Macron on Monday. She met Vladimir Putin on Tuesday. She met Theresa May on Wednesday.",
    ),
    line(
        "one partner on two days",
        2,
        "Angela Merkel met Emmanuel Macron on Monday. Angela Merkel met Emmanuel Macron again on Thursday.",
    ),
    line(
        "three partners in a list",
        3,
        "Angela Merkel met Emmanuel Macron on Monday, Vladimir Putin on Tuesday and Theresa May on Wednesday.",
    ),
    line(
        "two places", 2, "Angela Merkel will meet Emmanuel Macron in Meseberg in June and Vladimir Putin in Sochi in July."
    ),
    line(
        "three visits",
        3,
        "Recep Tayyip Erdogan visited Moscow in March. He visited Berlin in April. He will visit London on Sunday.",
    ),
    line("held and planned", 2, ABE_MET_PUTIN + "They will meet again in June."),
    line("a second meeting", 2, ABE_MET_PUTIN + "A second meeting is planned in Tokyo in June."),
    line("follow-up talks", 2, ABE_MET_PUTIN + "They agreed to hold follow-up talks in Tokyo in June."),
    line("the next summit", 2, ABE_MET_PUTIN + "The next summit of the two leaders will be held in Tokyo in June."),
    line("the last one", 2, ABE_MET_PUTIN + "Abe and Putin last met in Moscow in April 2017."),
    line("years ago", 2, ABE_MET_PUTIN + "In 2016 Putin visited Japan."),
    line(
        "return match",
        2,
        "Vladimir Putin hosted Xi Jinping in Moscow on Monday. Xi Jinping will host Vladimir Putin in Beijing in June.",
    ),
    line(
        "a call and a meeting",
        2,
        "Angela Merkel spoke by phone with Emmanuel Macron on Monday. Angela Merkel will meet Emmanuel Macron on Sunday.",
    ),
    line("meeting and its press conference", 2, ABE_MET_PUTIN + "After the meeting they held a news conference."),
    line(
        "meeting beside a summit",
        2,
        "On the sidelines of the G20 summit in Buenos Aires, Emmanuel Macron met Mohammed bin Salman.",
    ),
    line("other people, same day", 2, "Shinzo Abe met Vladimir Putin on Monday. Taro Kono met Sergei Lavrov on Monday."),
    line(
        "the ministers too",
        2,
        "Shinzo Abe met Vladimir Putin in Moscow on Monday. The foreign ministers, Taro Kono and Sergei Lavrov, held separate talks.",
    ),
    line(
        "cancelled, and another",
        2,
        "Mike Pompeo cancelled a meeting with Kim Yong Chol set for Monday. He met Taro Kono on Tuesday.",
    ),
]


def test_a_meeting_of_two_states_told_long_before_is_not_every_meeting_of_them(resolve_text: Resolve) -> None:
    text = (
        "The ministry recalled a meeting of the Japanese and Russian leaders last year. The rouble fell. The yen rose. "
        "The sun shone in Tokyo. It rained in Moscow. The markets closed. Vladimir Putin met with Taro Aso in an earlier spring."
    )
    assert len([t for t in told(resolve_text(text, WRITTEN)) if t.kind == "meeting"]) == 2


@pytest.mark.parametrize(("count", "text"), SEVERAL)
def test_occasions_that_differ_are_kept_apart(count: int, text: str, resolve_text: Resolve) -> None:
    found = told(resolve_text(text, WRITTEN))
    assert len(found) == count, found


def test_a_follow_up_is_of_those_who_met(resolve_text: Resolve) -> None:
    found = told(resolve_text(ABE_MET_PUTIN + "They agreed to hold further talks in Tokyo in June.", WRITTEN))
    (held, agreed) = found
    assert (held.statuses, agreed.statuses) == (("held",), ("agreed",))
    assert (agreed.who, agreed.place, agreed.day) == (held.who, "Tokyo", "2018-06")


RESCHEDULED = [
    line("postponed, will now", "Shinzo Abe postponed a visit to Moscow set for Monday. He will visit Moscow on June 20."),
    line(
        "postponed, which had been set",
        "Mike Pompeo postponed his trip to Tokyo, which had been set for Monday. He will travel to Tokyo on June 20.",
    ),
    wanted("until", "The visit of Shinzo Abe to Moscow on May 14 was postponed. The visit will take place on June 20."),
    line("cancelled, later made", "Mike Pompeo cancelled a trip to Berlin on April 2. He visited Berlin on May 7."),
    line("one sentence", "Mike Pompeo, who postponed a visit to Tokyo in April, will travel to Tokyo on June 20."),
]


@pytest.mark.parametrize("text", RESCHEDULED)
def test_a_postponed_visit_and_the_one_that_replaces_it_are_two_and_joined(text: str, resolve_text: Resolve) -> None:
    found = told(resolve_text(text, WRITTEN))
    assert len(found) == 2
    put_off = next(t for t in found if set(t.statuses) & {"postponed", "cancelled"})
    later = next(t for t in found if t is not put_off)
    assert put_off.rescheduled_as == later.key
    assert later.rescheduled_as is None
    assert not set(later.statuses) & {"postponed", "cancelled"}


PARTS = [
    line("during his visit", "During his visit to Tokyo on Monday, Vladimir Putin held talks with Shinzo Abe."),
    line(
        "arrived and met",
        "Vladimir Putin arrived in Tokyo on Thursday for a two-day visit. On Thursday he held talks with Shinzo Abe.",
    ),
    line(
        "will visit and hold",
        "Vladimir Putin will visit Tokyo in June. During the visit he will hold talks with Shinzo Abe.",
    ),
    line(
        "dinner of a visit",
        "Vladimir Putin visited Tokyo on Monday. In the evening he had dinner with Shinzo Abe in Tokyo.",
    ),
]


@pytest.mark.parametrize("text", PARTS)
def test_talks_on_a_visit_are_part_of_it(text: str, resolve_text: Resolve) -> None:
    found = told(resolve_text(text, WRITTEN))
    visit = next(t for t in found if t.kind == "visit")
    (part,) = [t for t in found if t is not visit]
    assert part.part_of == visit.key
    assert visit.part_of is None


def test_talks_with_others_in_the_week_of_a_visit_are_no_part_of_it(resolve_text: Resolve) -> None:
    text = "Vladimir Putin met Shinzo Abe on Wednesday. The Russian leader travelled to Beijing this week for a parade."
    assert [t.part_of for t in told(resolve_text(text, WRITTEN)) if t.kind == "meeting"] == [None]


def test_talks_elsewhere_are_no_part_of_a_visit(resolve_text: Resolve) -> None:
    text = "Vladimir Putin visited Tokyo on Monday. Sergei Lavrov met Mike Pompeo in Helsinki on Tuesday."
    (visit, meeting) = told(resolve_text(text, WRITTEN))
    assert (visit.part_of, meeting.part_of) == (None, None)


def test_a_plan_and_its_calling_off_are_one_life(resolve_text: Resolve) -> None:
    text = "Mike Pompeo was due to meet Kim Yong Chol in New York on Monday. The meeting was called off on Sunday."
    (occasion,) = told(resolve_text(text, WRITTEN))
    assert occasion.statuses[-1] == "cancelled"
    assert "held" not in occasion.statuses


def test_a_plan_that_was_put_off_is_never_held_by_another_meeting_of_the_report(resolve_text: Resolve) -> None:
    text = (
        "Mike Pompeo postponed a meeting with Kim Yong Chol planned for Monday. "
        "He met Taro Kono in Tokyo on Tuesday. The meeting with Kim will now be held in June."
    )
    found = told(resolve_text(text, WRITTEN))
    assert occasion_of("a meeting", found) is not occasion_of("met", found)
    assert all("held" not in t.statuses for t in found if "Kim Yong Chol" in t.who)


HABITS = [
    wanted("regular", "Vladimir Putin and Recep Tayyip Erdogan hold regular talks."),
    line("every year", "Every year Queen Elizabeth visits Scotland."),
    line("often", "Vladimir Putin often meets Recep Tayyip Erdogan."),
    line("each spring", "Vladimir Putin meets Recep Tayyip Erdogan each spring."),
]


@pytest.mark.parametrize("text", HABITS)
def test_a_habit_is_not_going_on_today(text: str, resolve_text: Resolve) -> None:
    for engagement in find_engagements(resolve_text(text, WRITTEN)):
        assert engagement.generic or not engagement.date.exact
        assert engagement.generic or engagement.mentions[0].status not in ("ongoing", "held")


def test_an_engagement_cites_words_that_stand_in_the_text(resolve_text: Resolve) -> None:
    resolved = resolve_text(ABE_MET_PUTIN + "The meeting lasted three hours.", WRITTEN)
    text = resolved.annotated.document.text
    for engagement in find_engagements(resolved):
        for mention in engagement.mentions:
            assert mention.span.of(text)
            assert mention.sentence.covers(mention.span)
            assert mention.why


def test_an_engagement_without_words_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="without words"):
        LocalEngagement("e0", "meeting", (), (), None, UNKNOWN_DATE)


def test_the_meeting_of_two_is_not_one_of_somebody_else_with_one_of_them(resolve_text: Resolve) -> None:
    text = (
        "President Emmanuel Macron looks forward to welcoming President Lenín Moreno of Ecuador to Paris on May 20. French envoy "
        "Luc Morel recently met with President Moreno in Quito. During the meeting, President Macron and President Moreno will "
        "discuss trade."
    )
    occasions = told(resolve_text(text, WRITTEN))
    assert {frozenset(o.who | o.hosts) for o in occasions if "held" in o.statuses} == {
        frozenset({"Luc Morel", "Lenín Moreno"})
    }


def test_the_summit_of_one_body_is_one_in_every_line_of_a_list(resolve_text: Resolve) -> None:
    text = (
        "Foreign Minister Jose Brandao will attend the African Union summit in Accra. "
        "Trade Minister Ana Costa will take part in the African Union summit in Accra."
    )
    assert len([e for e in find_engagements(resolve_text(text, WRITTEN)) if e.kind == "summit"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Germany host the event, and Canada and Italy sponsor it together with Spain.",
        "The African Union and ASEAN were spoken of as well.",
        "Minister Ana Costa praised the 1961 Vienna Convention.",
        "The consul of Norway in Lima, Ms. Ana Costa, is in touch with the families.",
        "Polish President Lech Nowak greets Lithuania on its centenary.",
    ],
)
def test_what_only_looks_like_a_meeting_is_none(text: str, resolve_text: Resolve) -> None:
    assert find_engagements(resolve_text(text, WRITTEN)) == []


def test_who_prepares_a_visit_does_not_travel(resolve_text: Resolve) -> None:
    text = "The visit will take place in June. Foreign Minister Ana Costa went to Oslo to prepare the visit."
    visits = [
        e for e in find_engagements(resolve_text(text, WRITTEN)) if any("The visit" in str(m) or m.date for m in e.mentions)
    ]
    assert all("Ana Costa" not in p.actor for e in visits for p in e.participants)


def test_the_audience_at_which_credentials_are_presented_is_their_ceremony(resolve_text: Resolve) -> None:
    text = "Mr Tiago de Melo was received by President Ana Costa and presented his letters of credence as ambassador."
    assert [e.kind for e in find_engagements(resolve_text(text, WRITTEN))] == ["ceremony"]

"""The status that a sentence gives an engagement as of writing: tense, mood, negation and the words that govern it."""

from collections.abc import Callable

import pytest
from engagement_samples import line, statuses, wanted

from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]
WRITTEN = "2018-05-11"  # a Friday

VERBS = [
    line("past", "held", "President Moon met Chairman Kim on Monday."),
    line("perfect", "held", "President Moon has met Chairman Kim."),
    line("did", "held", "President Moon did meet Chairman Kim on Monday."),
    line("managed to", "held", "President Moon managed to meet Chairman Kim on Monday."),
    line("after -ing", "held", "After meeting Chairman Kim on Monday, President Moon flew home."),
    line("said that he had", "held", "President Moon said that he had met Chairman Kim on Monday."),
    wanted("not only but", "held", "President Moon not only met Chairman Kim on Monday but embraced him."),
    line("passive with by", "held", "Chairman Kim was received by President Moon in Panmunjom on Monday."),
    line("relative who", "held", "President Moon, who met Chairman Kim on Monday, praised the army."),
    line("relative whom", "held", "Chairman Kim, whom President Moon met on Monday, praised the army."),
    line("became the first to", "held", "Nixon became the first American president to visit Beijing."),
    line("the first to since", "held", "Carter was the first American president to visit Lagos since the war."),
    wanted(
        "landed, the first to",
        "held",
        "Anwar Sadat landed in Jerusalem, the first Arab leader to visit Israel since its founding.",
    ),
    line("has become the first to", "held", "Anwar Sadat has become the first Arab leader to visit Israel."),
    line(
        "no leader has visited since",
        "held",
        "No Arab leader has visited Israel since Anwar Sadat visited Jerusalem in 1977.",
    ),
    line("would be the first to", "planned", "Carter would be the first American president to visit Lagos."),
    line("is to", "planned", "President Moon is to meet Chairman Kim on Saturday."),
    line("was due to", "planned", "President Moon was due to meet Chairman Kim on Saturday."),
    line("is set to", "planned", "President Moon is set to meet Chairman Kim on Saturday."),
    line("going to", "planned", "President Moon is going to meet Chairman Kim on Saturday."),
    line("looks forward to", "planned", "President Moon looks forward to meeting Chairman Kim on Saturday."),
    line(
        "backshifted would",
        "planned",
        "The Blue House said on Monday that President Moon would meet Chairman Kim on Saturday.",
    ),
    line("headline infinitive", "planned", "President Moon to meet Chairman Kim on Saturday"),
    wanted("headline pair", "planned", "Moon, Kim to meet in Panmunjom"),
    line("timetable present", "planned", "President Moon leaves for Pyongyang on Saturday."),
    line("had meant to", "cancelled", "President Moon had meant to visit Pyongyang in April."),
    line("may", "considered", "President Moon may meet Chairman Kim in June."),
    line("hopes to", "considered", "President Moon hopes to meet Chairman Kim."),
    line("is considering", "considered", "President Moon is considering visiting Pyongyang."),
    line("would if", "considered", "President Moon would meet Chairman Kim if the missiles were removed."),
    line("urged to", "considered", "Senators urged President Moon to meet Chairman Kim."),
    line("agreed to", "agreed", "President Moon agreed to meet Chairman Kim."),
    line("accepted an invitation to", "agreed", "Chairman Kim accepted an invitation to visit Seoul."),
    line("invited", "invited", "President Moon invited Chairman Kim to Seoul."),
    line("was invited to", "invited", "Chairman Kim was invited by President Moon to Seoul."),
    line("refused to", "declined", "President Moon refused to meet Chairman Kim."),
    line("declined to", "declined", "President Moon declined to meet Chairman Kim."),
    line("no plans to", "ruled_out", "President Moon has no plans to meet Chairman Kim."),
    line("will not", "ruled_out", "President Moon will not meet Chairman Kim."),
    line("goes on from an infinitive", "planned", "President Moon was to lay a wreath, tour a ward and meet Chairman Kim."),
    line("ruled out -ing", "ruled_out", "President Moon ruled out meeting Chairman Kim."),
]


@pytest.mark.parametrize(("status", "text"), VERBS)
def test_a_verb_has_the_status_of_its_clause(status: str, text: str, resolve_text: Resolve) -> None:
    assert statuses(resolve_text(text, WRITTEN)) == {status}


NOUNS = [
    line("held", "held", "President Moon held talks with Chairman Kim on Monday."),
    line("took place", "held", "The talks between President Moon and Chairman Kim took place on Monday."),
    line("ended", "held", "The talks between President Moon and Chairman Kim ended on Monday."),
    line("lasted", "held", "The meeting between President Moon and Chairman Kim lasted two hours."),
    line("returned from", "held", "President Moon returned on Monday from a visit to Pyongyang."),
    line("wrapped up", "held", "President Moon wrapped up a visit to Pyongyang on Monday."),
    line("at the meeting", "held", "At the meeting with Chairman Kim, President Moon raised the missiles."),
    line("during his visit", "ongoing", "During his visit to Pyongyang, President Moon raised the missiles."),
    line(
        "nothing done ahead of it",
        "planned",
        "The accord did not help President Moon ahead of the meeting with Chairman Kim.",
    ),
    line("following talks", "held", "Following talks with Chairman Kim on Monday, President Moon flew home."),
    line("under way", "ongoing", "Talks between President Moon and Chairman Kim are under way in Panmunjom."),
    line("is visiting", "ongoing", "President Moon is on a three-day visit to Pyongyang."),
    line("will be held", "planned", "A meeting between President Moon and Chairman Kim will be held on Saturday."),
    line("is scheduled", "planned", "A meeting between President Moon and Chairman Kim is scheduled for Saturday."),
    line("upcoming", "planned", "The upcoming meeting between President Moon and Chairman Kim will last an hour."),
    line("begins, to come", "planned", "President Moon's visit to Pyongyang begins on Saturday."),
    line("announced", "announced", "The Blue House announced a visit by President Moon to Pyongyang."),
    line("was announced", "announced", "A visit by President Moon to Pyongyang was announced on Monday."),
    line("proposed", "considered", "President Moon proposed a meeting with Chairman Kim."),
    line("possible", "considered", "A meeting between President Moon and Chairman Kim is possible."),
    line("called for", "considered", "Senators called for talks between President Moon and Chairman Kim."),
    line("agreed to", "agreed", "President Moon agreed to talks with Chairman Kim."),
    line("postponed", "postponed", "President Moon postponed a visit to Pyongyang."),
    line("was put off", "postponed", "A meeting between President Moon and Chairman Kim was put off on Monday."),
    line("headline postponed", "postponed", "Moon visit to Pyongyang postponed"),
    line("cancelled", "cancelled", "President Moon cancelled a visit to Pyongyang."),
    line("was called off", "cancelled", "A meeting between President Moon and Chairman Kim was called off on Monday."),
    wanted("headline cancels", "cancelled", "President Moon cancels meeting with Chairman Kim"),
    line("decided to cancel", "cancelled", "President Moon decided to cancel a visit to Pyongyang."),
    line(
        "cancellation of",
        "cancelled",
        "Seoul regretted the cancellation of the meeting between President Moon and Chairman Kim.",
    ),
    line(
        "did not take place",
        "cancelled",
        "The planned meeting of President Moon and Chairman Kim did not take place on Monday.",
    ),
    line("rejected", "declined", "President Moon rejected a meeting with Chairman Kim."),
    line("turned down", "declined", "President Moon turned down a meeting with Chairman Kim."),
    line("boycotted", "declined", "President Moon boycotted a meeting with Chairman Kim."),
    line("ruled out", "ruled_out", "President Moon ruled out a meeting with Chairman Kim."),
    line("no plans for", "ruled_out", "There are no plans for a meeting between President Moon and Chairman Kim."),
    line("out of the question", "ruled_out", "A meeting between President Moon and Chairman Kim is out of the question."),
]


@pytest.mark.parametrize(("status", "text"), NOUNS)
def test_a_noun_has_the_status_of_the_words_that_govern_it(status: str, text: str, resolve_text: Resolve) -> None:
    assert statuses(resolve_text(text, WRITTEN)) == {status}


STYLES = [
    line("headline present", {"held", "ongoing"}, "Moon meets Kim in Panmunjom"),
    line(
        "caption present",
        {"held", "ongoing"},
        "President Moon (left) greets Chairman Kim at a meeting in Seoul on April 27.",
    ),
    line("caption past day", {"held"}, "President Moon meets Chairman Kim in Panmunjom on April 27, 2018."),
    line("live blog, arrived", {"ongoing"}, "10:42 President Moon has arrived in Panmunjom for talks with Chairman Kim."),
    line("live blog, begun", {"ongoing"}, "11:05 The talks between President Moon and Chairman Kim have begun."),
    line("live blog, over", {"held"}, "13:30 The talks between President Moon and Chairman Kim have ended."),
]


@pytest.mark.parametrize(("allowed", "text"), STYLES)
def test_headlines_captions_and_live_blogs_have_their_own_present(
    allowed: set[str], text: str, resolve_text: Resolve
) -> None:
    found = statuses(resolve_text(text, WRITTEN))
    assert found and found <= allowed, found


def test_nothing_is_held_on_a_day_that_is_to_come(resolve_text: Resolve) -> None:
    for text in (
        "President Moon met Chairman Kim on June 12, 2018.",
        "The talks between President Moon and Chairman Kim took place on June 12, 2018.",
    ):
        assert statuses(resolve_text(text, WRITTEN)) <= {"planned"}


def test_an_undated_report_of_a_plan_is_still_a_plan(resolve_text: Resolve) -> None:
    assert statuses(resolve_text("President Moon will meet Chairman Kim on Friday.", None)) == {"planned"}


def test_two_plans_in_one_sentence_keep_their_own_status(resolve_text: Resolve) -> None:
    text = "President Moon met Chairman Kim on Monday and will meet President Xi on Saturday."
    assert statuses(resolve_text(text, WRITTEN)) == {"held", "planned"}


def test_words_that_only_look_like_an_engagement_name_none(resolve_text: Resolve) -> None:
    for text in (
        "The ship met the storm off the coast of Norway.",
        "Sales met expectations in the first quarter.",
        "The minister said Poland would meet its obligations to NATO.",
        "Tourists visited the palace on Sunday.",
        "The spokesman called the ruling a mistake.",
        "Oil prices headed to a new low on Monday.",
        "The Security Council addressed the question of Kashmir.",
        "Talks about the budget were dull, the columnist wrote of the cabinet's tone.",
    ):
        found = statuses(resolve_text(text, WRITTEN))
        assert "held" not in found, (text, found)

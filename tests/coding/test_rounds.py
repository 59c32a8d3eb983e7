"""Talks in rounds, and summits that end early: which phrases are of one round, whose it is, and on which day."""

from collections.abc import Callable

from engagement_samples import Told, told

from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]
WRITTEN = "2018-05-11"  # a Friday
ROUND = (
    "Peruvian Minister Rosa Quispe and her Bolivian counterpart Luis Mamani opened a round of talks in Lima on Thursday. "
)
SUMMIT = "Kenyan President Daniel Otieno and Ugandan President Moses Kato ended their summit in Mombasa on Thursday. "


def of_words(words: str, occasions: list[Told]) -> Told:
    return next(t for t in occasions if any(words in w for w in t.words))


def test_a_round_is_named_again_by_its_town_or_its_length(resolve_text: Resolve) -> None:
    for again in ("The Lima round went well.", "The two-day round went well.", "The round went well."):
        (talks,) = told(resolve_text(ROUND + again, WRITTEN))
        assert len(talks.words) > 1, again


def test_a_round_of_golf_or_of_votes_is_no_engagement(resolve_text: Resolve) -> None:
    text = "Rosa Quispe stood for president. The round was close. Luis Mamani played a round of golf in Lima."
    assert not told(resolve_text(text, WRITTEN))


def test_talks_that_are_to_last_are_those_that_were_opened(resolve_text: Resolve) -> None:
    (talks,) = told(resolve_text(ROUND + "The round is to last two days.", WRITTEN))
    assert "held" in talks.statuses


def test_what_was_put_off_has_its_new_day_from_a_pronoun(resolve_text: Resolve) -> None:
    text = "Talks between Peru and Bolivia in Lima, set for Monday, have been put off by a week. They will now begin on May 21."
    off, anew = sorted(told(resolve_text(text, WRITTEN)), key=lambda t: str(t.day))
    assert (off.statuses[0], anew.day, off.rescheduled_as) == ("postponed", "2018-05-21", anew.key)


def test_people_who_begin_are_no_talks_that_were_put_off(resolve_text: Resolve) -> None:
    text = "Talks between Peru and Bolivia, set for Monday, were put off. Rosa Quispe and Luis Mamani are tired. They will begin on May 21."
    assert all(t.day != "2018-05-21" for t in told(resolve_text(text, WRITTEN)))


def test_the_day_of_calling_off_is_not_that_of_the_round(resolve_text: Resolve) -> None:
    text = (
        "Bolivia called off the second round of talks with Peru on Friday. The round was due to begin in Lima on Tuesday."
    )
    (talks,) = told(resolve_text(text, WRITTEN))
    assert talks.day == "2018-05-15"


def test_a_summit_that_was_called_off_after_it_was_held_is_that_summit(resolve_text: Resolve) -> None:
    (summit,) = told(resolve_text(SUMMIT + "A few hours later, the summit was called off.", WRITTEN))
    assert set(summit.statuses) == {"held"}


def test_a_summit_to_come_that_was_called_off_is_another(resolve_text: Resolve) -> None:
    found = told(resolve_text(SUMMIT + "A summit planned for June in Kampala was called off.", WRITTEN))
    assert len(found) == 2


def test_a_meeting_recalled_as_his_is_not_of_who_thanks_him(resolve_text: Resolve) -> None:
    text = (
        "Kenyan Foreign Minister Alfred Muli met Ethiopian Prime Minister Abel Girma in Addis Ababa on Thursday. "
        "Muli then flew to Mogadishu to meet Somali President Hassan Warsame. "
        "Warsame thanked Muli for flying in at once after his meeting with Girma."
    )
    first = of_words("met", told(resolve_text(text, WRITTEN)))
    assert any("meeting" in w for w in first.words)
    assert (first.who, first.place) == ({"Alfred Muli", "Abel Girma"}, "Addis Ababa")


def test_a_summit_that_envoys_arrange_is_of_the_states_that_its_name_gives(resolve_text: Resolve) -> None:
    text = "Ministers Alfred Muli of Kenya and Jane Achola of Uganda agreed to arrange a second Kenya-Uganda summit."
    summit = next(t for t in told(resolve_text(text, WRITTEN)) if t.kind == "summit")
    assert summit.who == {"Kenya", "Uganda"}


def test_a_summit_there_is_where_those_who_prepare_it_go(resolve_text: Resolve) -> None:
    text = "In Nairobi, he said that a team would leave for Mombasa to prepare a summit there of the Kenyan and Ugandan presidents."
    summit = next(t for t in told(resolve_text(text, WRITTEN)) if t.kind == "summit")
    assert summit.place == "Mombasa"


def test_talks_at_a_high_level_are_the_talks_on_their_topic(resolve_text: Resolve) -> None:
    text = ROUND + "The high-level talks went on for hours. The trade talks in Lima were hard."
    assert len(told(resolve_text(text, WRITTEN))) == 1

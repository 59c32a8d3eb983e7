"""What did not take place, or not yet, or only perhaps, is never recorded as held, nor as going on."""

from collections.abc import Callable

import pytest
from engagement_samples import line, statuses, wanted

from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]
WRITTEN = "2018-05-11"  # a Friday


def never_done(resolve_text: Resolve, text: str) -> None:
    found = statuses(resolve_text(text, WRITTEN))
    assert not found & {"held", "ongoing"}, found


DENIALS = [
    line("denied that, perfect", "President Moon Jae-in denied that he had met Chairman Kim Jong Un."),
    line("denied that, past", "Seoul denied that President Moon Jae-in met Chairman Kim Jong Un in April."),
    line("denied having", "President Moon Jae-in denied having met Chairman Kim Jong Un."),
    line("denied -ing", "President Moon Jae-in denied meeting Chairman Kim Jong Un."),
    line("denied a noun", "President Moon Jae-in denied a meeting with Chairman Kim Jong Un."),
    line("denied reports that", "Seoul denied reports that President Moon Jae-in met Chairman Kim Jong Un in April."),
    line("dismissed a report that", "Seoul dismissed a report that President Moon had visited Pyongyang."),
    line("rejected claims that", "Seoul rejected claims that President Moon had met Chairman Kim."),
    line(
        "denied, of a noun",
        "A spokesman denied that a meeting had taken place between Prime Minister Modi and President Xi.",
    ),
    line("not true that", "It is not true that President Moon met Chairman Kim."),
    line("rumours are false", "Rumours that President Moon met Chairman Kim are false, Seoul said."),
    line("reports of a meeting false", "Reports of a meeting between President Moon and Chairman Kim were false."),
    line("no evidence that", "There is no evidence that President Moon met Chairman Kim."),
]


@pytest.mark.parametrize("text", DENIALS)
def test_what_is_denied_is_not_held(text: str, resolve_text: Resolve) -> None:
    never_done(resolve_text, text)


NEGATIONS = [
    line("did not", "President Moon did not meet Chairman Kim on Monday."),
    line("has not", "President Moon has not met Chairman Kim."),
    line("never", "President Moon never met Chairman Kim."),
    line("no longer will", "President Moon will no longer meet Chairman Kim."),
    line("negative subject", "No South Korean president had met Chairman Kim."),
    line("nobody", "Nobody from Seoul met Chairman Kim."),
    line("none of", "None of the ministers met Chairman Kim."),
    line("neither nor", "Neither President Moon nor Prime Minister Abe met Chairman Kim."),
    line("few", "Few leaders have met Chairman Kim."),
    line("has yet to", "President Moon has yet to meet Chairman Kim."),
    line("had yet to", "President Moon had yet to meet Chairman Kim."),
    line("hardly", "President Moon hardly met Chairman Kim."),
    line("almost", "President Moon almost met Chairman Kim on Monday."),
    line("nearly", "President Moon nearly visited Pyongyang in April."),
    line("there was no", "There was no meeting between Prime Minister Modi and President Xi."),
    line("no meeting took place", "No meeting took place between Prime Minister Modi and President Xi."),
    line("no meeting was held", "No meeting was held between Prime Minister Modi and President Xi."),
    line("held no talks", "The two presidents held no talks."),
    line("noun did not take place", "The meeting between President Moon and Chairman Kim did not take place."),
    line("noun never took place", "The meeting between President Moon and Chairman Kim never took place on Monday."),
    line("noun never happened", "The meeting between President Moon and Chairman Kim never happened."),
    line(
        "planned, did not take place",
        "The planned meeting between President Moon and Chairman Kim on Monday did not take place.",
    ),
    line("noun fell through", "A meeting between President Moon and Chairman Kim fell through on Monday."),
    line("noun failed to", "A meeting between President Moon and Chairman Kim failed to materialise."),
    line("without -ing", "President Moon left the palace without meeting Chairman Kim."),
    line("without a noun", "President Moon left the palace on Monday without a meeting with Chairman Kim."),
    line("instead of -ing", "President Moon flew home instead of meeting Chairman Kim."),
    line("rather than", "President Moon sent an envoy rather than meet Chairman Kim."),
    line("failed to", "President Moon failed to meet Chairman Kim on Monday."),
    line("unable to", "President Moon was unable to meet Chairman Kim on Monday."),
    line("could not", "President Moon could not meet Chairman Kim on Monday."),
    line("avoided -ing", "President Moon avoided meeting Chairman Kim on Monday."),
    line("prevented from", "The United States prevented President Moon from meeting Chairman Kim."),
    line("barred from", "President Moon was barred from visiting Pyongyang."),
    line("missed", "President Moon missed the meeting with Chairman Kim on Monday."),
    line("did not attend", "President Moon did not attend the meeting with Chairman Kim on Monday."),
    line("stayed away", "President Moon stayed away from the talks with Chairman Kim on Monday."),
    line("pulled out of", "President Moon pulled out of a meeting with Chairman Kim on Monday."),
]


@pytest.mark.parametrize("text", NEGATIONS)
def test_what_did_not_happen_is_not_held(text: str, resolve_text: Resolve) -> None:
    never_done(resolve_text, text)


OPEN_QUESTIONS = [
    line("did he?", "Did President Moon meet Chairman Kim in April?"),
    line("has he?", "Has President Moon met Chairman Kim?"),
    line("when did he?", "When did President Moon meet Chairman Kim?"),
    line("was there?", "Was there a meeting between President Moon and Chairman Kim?"),
    line("will he?", "Will President Moon meet Chairman Kim?"),
    line("wondered whether", "Analysts wondered whether President Moon had met Chairman Kim."),
    line("unclear whether", "It is unclear whether President Moon met Chairman Kim."),
    line("not clear if", "It was not clear if President Moon had met Chairman Kim."),
    line("asked if", "Reporters asked if President Moon had met Chairman Kim."),
    line("declined to say whether", "The spokesman declined to say whether President Moon had met Chairman Kim."),
]


@pytest.mark.parametrize("text", OPEN_QUESTIONS)
def test_what_is_only_asked_is_not_held(text: str, resolve_text: Resolve) -> None:
    never_done(resolve_text, text)


CONDITIONS = [
    line("had he", "Had President Moon met Chairman Kim, the crisis would have ended."),
    line("if he had", "If President Moon had met Chairman Kim, the crisis would have ended."),
    line("if, present", "If President Moon meets Chairman Kim, the crisis may end."),
    line("if, past", "The crisis would end if President Moon met Chairman Kim."),
    wanted(
        "had the noun", "Had the meeting between President Moon and Chairman Kim taken place, the crisis would have ended."
    ),
    line("unless", "Unless President Moon met Chairman Kim, there would be war."),
    line("as if", "President Moon acted as if he had met Chairman Kim."),
    line("suppose", "Suppose President Moon met Chairman Kim."),
    line("imagine", "Imagine that President Moon met Chairman Kim."),
    line("wished he had", "President Moon wished he had met Chairman Kim."),
    line("would have met", "President Moon would have met Chairman Kim on Monday."),
    line("could have met", "President Moon could have met Chairman Kim on Monday."),
    line("should have met", "President Moon should have met Chairman Kim on Monday."),
    line("may have met", "President Moon may have met Chairman Kim on Monday."),
    line("until, to come", "Until President Moon meets Chairman Kim, nothing will change."),
    line("once, to come", "Once President Moon has met Chairman Kim, sanctions will be lifted."),
    line("after, to come", "President Moon will decide after he has met Chairman Kim."),
    line("after -ing, to come", "President Moon will decide after meeting Chairman Kim."),
    line("when, to come", "President Moon will decide when he meets Chairman Kim."),
]


@pytest.mark.parametrize("text", CONDITIONS)
def test_what_hangs_on_a_condition_is_not_held(text: str, resolve_text: Resolve) -> None:
    never_done(resolve_text, text)


URGINGS = [
    line("urged to", "Senators urged President Moon to meet Chairman Kim."),
    line("demanded that", "Senators demanded that President Moon meet Chairman Kim."),
    line("insisted that", "Senators insisted that President Moon meet Chairman Kim."),
    line("suggested that", "Senators suggested that President Moon visit Pyongyang."),
    line("called on to", "Senators called on President Moon to visit Pyongyang."),
    line("called for talks", "Senators called for talks between President Moon and Chairman Kim."),
    line("imperative", "“Meet Chairman Kim now,” Senator Graham told President Moon."),
    line("imperative, please", "“Please visit Pyongyang,” Chairman Kim told President Moon."),
    line("let us", "“Let us meet in Panmunjom,” President Moon told Chairman Kim."),
    line("proposed", "President Moon proposed a meeting with Chairman Kim on Monday."),
    line("offered", "President Moon offered talks with Chairman Kim on Monday."),
    line("asked for", "President Moon asked for a meeting with Chairman Kim on Monday."),
    line("requested", "President Moon requested a call with Chairman Kim on Monday."),
    line("should", "President Moon should meet Chairman Kim, the newspaper said."),
    line("must", "President Moon must meet Chairman Kim."),
    line("it is time", "It is time for President Moon to meet Chairman Kim."),
]


@pytest.mark.parametrize("text", URGINGS)
def test_what_is_urged_or_proposed_is_not_held(text: str, resolve_text: Resolve) -> None:
    never_done(resolve_text, text)


INTENTIONS = [
    line("will", "President Moon will meet Chairman Kim on Saturday."),
    line("present progressive", "President Moon is meeting Chairman Kim on Saturday."),
    line("timetable present", "President Moon meets Chairman Kim on Saturday."),
    line("timetable present, next week", "President Moon flies to Pyongyang next week."),
    line("was to have", "President Moon was to have met Chairman Kim on Monday."),
    line("was due to", "President Moon was due to meet Chairman Kim on Monday."),
    line("had been due to", "President Moon had been due to meet Chairman Kim on Monday."),
    line("was supposed to", "President Moon was supposed to meet Chairman Kim on Monday."),
    line("was scheduled to", "President Moon was scheduled to meet Chairman Kim on Saturday."),
    line("had been expected to", "President Moon had been expected to visit Pyongyang on Monday."),
    line("had hoped to", "President Moon had hoped to meet Chairman Kim."),
    line("had planned to", "President Moon had planned to meet Chairman Kim."),
    line("had meant to", "President Moon had meant to visit Pyongyang in April."),
    line("intended to", "President Moon intended to meet Chairman Kim."),
    line("was about to", "President Moon was about to meet Chairman Kim."),
    line("tried to", "President Moon tried to meet Chairman Kim on Monday."),
    line("is ready to", "President Moon was ready to meet Chairman Kim."),
    line("dreamed of", "President Moon dreamed of visiting Pyongyang."),
    line("is considering", "President Moon is considering meeting Chairman Kim."),
    line("prepared for", "President Moon prepared for the meeting with Chairman Kim."),
    line("awaited", "President Moon awaited the visit of Chairman Kim."),
    line("would, reported", "Chairman Kim would meet President Moon on Saturday, KCNA had said."),
    line("said he would", "President Moon said on Monday that he would meet Chairman Kim."),
    line("hoped he would", "President Moon hoped that he would meet Chairman Kim."),
    line("agreed to", "President Moon agreed on Monday to meet Chairman Kim."),
    line("agreed that they would", "The two presidents agreed on Monday that they would meet in Seoul."),
    line("before, to come", "President Moon spoke to reporters on Monday before meeting Chairman Kim on Saturday."),
    line("ahead of", "President Moon spoke to reporters on Monday ahead of his meeting with Chairman Kim."),
    line("on his way to", "President Moon gave no interviews on his way to a meeting with Chairman Kim."),
    wanted("in talks about", "Seoul and Pyongyang are in talks about a visit by Chairman Kim to Seoul in April."),
    line("efforts to arrange", "Efforts to arrange a meeting between President Moon and Chairman Kim went on on Monday."),
    line("date was set", "A date was set on Monday for a meeting between President Moon and Chairman Kim."),
    wanted("visa for", "Chairman Kim received a visa on Monday for a visit to Seoul."),
    line("bound for", "President Moon boarded a plane on Monday bound for talks with Chairman Kim."),
    line("flew to meet", "President Moon sent his spy chief to meet Chairman Kim on Monday."),
    wanted("eve of", "President Moon slept badly on the eve of his meeting with Chairman Kim."),
    line("in the run-up to", "President Moon spoke to the nation in the run-up to his meeting with Chairman Kim."),
    line("will have met", "By June President Moon will have met Chairman Kim three times."),
]


@pytest.mark.parametrize("text", INTENTIONS)
def test_what_is_only_meant_or_planned_is_not_held(text: str, resolve_text: Resolve) -> None:
    never_done(resolve_text, text)


REFUSALS = [
    line("declined to", "President Moon declined to meet Chairman Kim."),
    line("turned down", "President Moon turned down a meeting with Chairman Kim on Monday."),
    line("turned down an invitation", "President Moon turned down an invitation to meet Chairman Kim."),
    line("accepted an invitation to", "Chairman Kim accepted an invitation to visit Seoul."),
    line("accepted an invitation, place", "Chairman Kim accepted an invitation to Seoul on Monday."),
    line("invited", "President Moon invited Chairman Kim to Seoul on Monday."),
    line("was invited to visit", "Chairman Kim was invited to visit Seoul on Monday."),
    line("cancelled", "President Moon cancelled his meeting with Chairman Kim on Monday."),
    line("was called off", "The visit by President Moon to Pyongyang was called off on Monday."),
    line("cancelled before arrival", "The visit was cancelled hours before President Moon was due to arrive in Pyongyang."),
    line("postponed", "President Moon postponed a visit to Pyongyang on Monday."),
    line("was postponed", "President Moon's visit to Pyongyang was postponed on Monday."),
    line("shelved plans", "President Moon shelved plans to visit Pyongyang on Monday."),
    line("headline cancels", "Moon cancels visit to Pyongyang"),
    line("headline postponed", "Moon visit to Pyongyang postponed"),
    line("ruled out -ing", "President Moon ruled out visiting Pyongyang."),
    line("objected to -ing", "President Moon objected to meeting Chairman Kim."),
    line("walked away from", "President Moon walked away from a planned meeting with Chairman Kim on Monday."),
    line("had been planned but", "A visit by President Moon to Pyongyang had been planned for April 27 but was cancelled."),
    line("did not show up", "Chairman Kim did not show up for the meeting with President Moon on Monday."),
    line("never arrived", "Chairman Kim never arrived for talks with President Moon on Monday."),
    line("sent a deputy", "Chairman Kim sent his sister to the meeting with President Moon in his place on Monday."),
    line("uninvited", "President Moon withdrew the invitation to Chairman Kim to visit Seoul on Monday."),
    line("is off", "The meeting between President Moon and Chairman Kim is off."),
    line("out of the question", "A meeting between President Moon and Chairman Kim is out of the question."),
]


@pytest.mark.parametrize("text", REFUSALS)
def test_what_is_refused_put_off_or_called_off_is_not_held(text: str, resolve_text: Resolve) -> None:
    never_done(resolve_text, text)


PAST_DAYS = [
    line("opposed", "President Moon opposed a meeting on April 27 with Chairman Kim."),
    line("critics of", "Critics of a meeting between President Moon and Chairman Kim on April 27 protested."),
    line(
        "instead of a noun", "Instead of a meeting between President Moon and Chairman Kim on April 27, there was silence."
    ),
    line("there should have been", "There should have been a meeting between President Moon and Chairman Kim on April 27."),
    line("there was to be", "There was to be a meeting between President Moon and Chairman Kim on April 27."),
    line("would have been", "A meeting between President Moon and Chairman Kim on April 27 would have been historic."),
    line("had to be cancelled", "A visit by President Moon to Pyongyang on April 27 had to be cancelled because of snow."),
    line("had been ruled out", "A visit by President Moon to Pyongyang on April 27 had been ruled out."),
    line("impossible", "Talks between Chairman Kim and President Moon on April 27 were impossible."),
    line("was denied a visit", "President Moon was denied a visit to Pyongyang on April 27."),
    wanted("rumours of", "Rumours swirled of a meeting between President Moon and Chairman Kim on April 27."),
    line("hopes of", "Hopes of a meeting between President Moon and Chairman Kim on April 27 faded."),
    line("plans for, dropped", "Plans for a meeting between President Moon and Chairman Kim on April 27 were dropped."),
    line(
        "proposal for, rejected",
        "A proposal for a meeting between President Moon and Chairman Kim on April 27 was rejected.",
    ),
    wanted(
        "prevented from attending",
        "President Moon was prevented by snow from attending talks with Chairman Kim on April 27.",
    ),
    line("absent from", "President Moon was absent from talks with Chairman Kim on April 27."),
    line("nobody confirmed", "Neither side confirmed the meeting between President Moon and Chairman Kim on April 27."),
    line(
        "cancelled before the noun",
        "The cancelled meeting on April 27 between President Moon and Chairman Kim left allies puzzled.",
    ),
    line("alleged", "An alleged meeting between President Moon and Chairman Kim on April 27 is under investigation."),
    line("never, with a day", "Seoul said that a meeting with Chairman Kim on April 27 never took place."),
    line("collapsed", "Talks between President Moon and Chairman Kim, scheduled for Monday, collapsed."),
    line(
        "had not taken place",
        "The Kremlin said President Putin's talks with President Erdogan on April 27 had not taken place.",
    ),
]


@pytest.mark.parametrize("text", PAST_DAYS)
def test_a_day_that_is_past_does_not_make_it_held(text: str, resolve_text: Resolve) -> None:
    never_done(resolve_text, text)


UNTRUE = [
    line("would not confirm that", "Seoul would not confirm that President Moon met Chairman Kim on April 27."),
    line("could not confirm that", "The spokesman could not confirm that President Moon had met Chairman Kim."),
    line("refused to say", "Seoul refused to say that President Moon met Chairman Kim on April 27."),
    line("wrongly reported", "It was wrongly reported that President Moon met Chairman Kim."),
    line("a false report", "According to a false report, President Moon met Chairman Kim on April 27."),
    line("joked", "President Moon joked that he had met Chairman Kim in a dream."),
    line("novel", "The novel describes how President Moon met Chairman Kim."),
    line("pretended", "President Moon pretended to have met Chairman Kim."),
    line("doubted that", "Analysts doubted that President Moon had met Chairman Kim."),
    line("speculated that", "Newspapers speculated that President Moon had met Chairman Kim."),
    line("said he had never", "President Moon said he had never met Chairman Kim."),
]


@pytest.mark.parametrize("text", UNTRUE)
def test_what_nobody_vouches_for_is_not_held(text: str, resolve_text: Resolve) -> None:
    never_done(resolve_text, text)


def test_what_one_side_denies_and_another_reports_is_one_meeting_that_was_not_held(resolve_text: Resolve) -> None:
    text = (
        "The Sudanese government denied that Israeli and Sudanese officials met in Istanbul. "
        "According to Channel 10, Israeli officials had met Sudanese officials in Istanbul."
    )
    never_done(resolve_text, text)

"""Texts of our own on real events, and ways of copying them."""

import re

SYNONYMS = {
    "agreed": "concurred", "visit": "sojourn", "talks": "negotiations", "discussed": "talked over", "relations": "ties",
    "ships": "vessels", "important": "crucial", "said": "declared", "meeting": "encounter", "leaders": "chiefs",
    "export": "exportation", "grain": "cereal", "prices": "costs", "food": "nourishment", "signed": "inked",
    "agreement": "accord", "ceremony": "ritual", "began": "commenced", "weeks": "hebdomads", "first": "initial",
    "stores": "depots", "war": "conflict", "allow": "permit", "safe": "secure", "passage": "transit", "parties": "sides",
    "inspect": "examine", "port": "harbour", "world": "globe", "hunger": "famine", "promised": "pledged", "attack": "assault",
    "deal": "bargain", "work": "toil", "separate": "distinct", "documents": "papers", "officials": "functionaries",
    "long": "lengthy", "tables": "desks", "country": "nation", "tons": "tonnes", "held": "kept",
    "coast": "shore", "mines": "explosives", "route": "itinerary", "ministers": "secretaries", "sat": "perched",
    "neither": "not either", "shook": "rattled", "hands": "palms", "wheat": "corn", "markets": "bazaars", "fell": "dropped",
}  # fmt: skip

GRAIN = """Russia and Ukraine signed separate documents in Istanbul on Friday that allow the export of grain from
three ports on the Black Sea, after two months of talks led by the United Nations and Turkey.

The ceremony was held in the Dolmabahce Palace. Sergei Shoigu, the Russian defence minister, and Oleksandr Kubrakov,
the Ukrainian minister of infrastructure, sat at long tables under the flags, and neither of the two shook hands with
the other.

"This is an agreement for the world," said António Guterres, the Secretary-General of the United Nations, who stood
beside President Recep Tayyip Erdoğan. He said that more than 20 million tons of wheat were held in stores at Odesa,
Chornomorsk and Yuzhny since the war began in February.

Under the deal the parties promised not to attack ships on the route. Officials of the four will work in a joint
centre in Istanbul to inspect the ships, and Ukrainian pilots will lead them past the mines along the coast. The first
of them are to leave port within weeks.

Prices of wheat fell by 5 percent on markets in Chicago. The World Food Programme said that safe passage was important
for Somalia, Yemen and Lebanon, where hunger had grown since March, and that each country would watch what came of
it."""

OTHER_OUTLET = """Ankara got the diplomatic prize it had wanted since spring when Moscow and Kyiv each put a name to a
plan for Ukrainian wheat on Friday, though at different moments and on different sheets of paper.

"This is an agreement for the world," said António Guterres, the Secretary-General of the United Nations. Diplomats in
the hall recalled that the idea had come up in April, in a conversation at the Kremlin that most had taken for a
failure.

Traders were less sure. Insurers in London asked who would pay for a vessel that struck a mine, and two shipping lines
in Piraeus told reporters they would wait for a convoy to come home whole before they sent another.

In Odesa, farmers with last summer's harvest still in their silos spoke of fuel and of missing hands. Mr. Kubrakov
flew back the same evening; Mr. Shoigu stayed for a dinner with his Turkish host, Hulusi Akar."""

SPARE = """The foreign ministers of Armenia and Azerbaijan met in Tbilisi on Saturday, their first meeting without a
mediator since the war of 2020. Ararat Mirzoyan and Jeyhun Bayramov talked for two hours in a guest house of the
Georgian government.

Georgia had offered the place. Ilia Darchiashvili, its foreign minister, received each of them alone before he left
the two to themselves. The ministers dealt with the border, with roads and with the return of prisoners, the
ministries told reporters afterwards in almost the same words.

A commission on the border had met in May. Baku wants a treaty by the end of the year; Yerevan speaks of the rights
and the safety of the people of Nagorno-Karabakh as a matter that has to come first."""

READOUT_SHARED = (
    "The President reaffirmed the commitment of the United States to the security of its allies and to a free and open region. "
    "The leaders underscored the importance of supply chains and of the rule of law at sea. They agreed to remain in close touch."
)
READOUT_KISHIDA = f"""President Joseph R. Biden, Jr. spoke today with Prime Minister Kishida Fumio of Japan.
{READOUT_SHARED} The President welcomed the plan of the Prime Minister to raise the budget for defence and to host the
summit of the Group of Seven in Hiroshima, and thanked him for what Japan has done for Ukraine."""
READOUT_TOKYO = f"""Prime Minister Kishida held a telephone talk with President Biden of the United States for about
thirty minutes from 11 p.m. {READOUT_SHARED} The Prime Minister explained the strategy that the Cabinet adopted, spoke
of the abductions by North Korea, and asked for understanding on steel, on which experts of both will go on with their
consultations."""


def spin(text: str, words: int = 1000, quotes_kept: bool = False) -> str:
    """The text as a machine spins it: the first so many of the words of its thesaurus exchanged, wherever they stand."""
    thesaurus = dict(list(SYNONYMS.items())[:words])
    parts = re.split(r'("[^"]*")', text) if quotes_kept else [text]
    pattern = re.compile(r"\b(" + "|".join(thesaurus) + r")\b")
    spun = [p if p.startswith('"') and quotes_kept else pattern.sub(lambda m: thesaurus[m[1]], p) for p in parts]
    return "".join(spun)


def spin_again(text: str) -> str:
    """A spun text spun once more by another thesaurus."""
    other = {"papers": "sheets", "negotiations": "parleys", "ritual": "service", "lengthy": "extended", "globe": "planet",
             "cereal": "crop", "vessels": "crafts", "functionaries": "clerks", "shore": "seaside", "secure": "guarded",
             "depots": "warehouses", "conflict": "struggle", "pledged": "vowed", "assault": "strike"}  # fmt: skip
    return re.sub(r"\b(" + "|".join(other) + r")\b", lambda m: other[m[1]], text)


def briefing(day: str, facts: str) -> str:
    """A daily briefing with its standing phrases."""
    return f"""Good afternoon, everybody, and welcome to the noon briefing on {day}. Thank you for
joining us here in the briefing room and online.

I have a few announcements before I take your questions. {facts}

That is all that I have for you. Please wait for the microphone, say your name and the name of your outlet, and ask
one question and one follow-up only. The transcript will be on our website this evening, and the schedule of the
Secretary-General is at the counter."""

"""Whom those serve whom official papers name with several offices, or with the nation behind the name."""

from collections.abc import Callable

import pytest

from memcon.model.resolved import Resolved

SENTENCES = [
    ("She met with Kuwaiti Deputy Prime Minister and Foreign Minister Sabah Al Khalid.", "Sabah Al Khalid", "KWT"),
    ("He met Hakan Aydin, Spokesperson and Chief Advisor to the President of Turkey, in Ankara.", "Hakan Aydin", "TUR"),
    ("Rice met with National Security Council Secretary Oleksandr Turchynov of Ukraine.", "Oleksandr Turchynov", "UKR"),
    ("Obama spoke with Emir Sabah Al-Ahmad of Kuwait on Monday.", "Sabah Al-Ahmad", "KWT"),
    ("Kerry met President Hassan Sheikh Mohamud of Somalia on Monday.", "Hassan Sheikh Mohamud", "SOM"),
    ("The President called New Mexico Governor Susana Martinez on Friday.", "Susana Martinez", "USA"),
    ("Rice met with Vietnamese Politburo Member Tran Dai Quang on Friday.", "Tran Dai Quang", "VNM"),
]


@pytest.mark.parametrize(("sentence", "name", "state"), SENTENCES)
def test_an_official_serves_the_nation_of_his_offices(
    sentence: str, name: str, state: str, resolve_text: Callable[..., Resolved]
) -> None:
    people = {
        a.name: a.state for a in resolve_text(sentence, "2015-03-02").actors.values() if a.kind == "person" and a.named
    }
    assert people.get(name) == state, people


def test_a_president_is_not_another_bearer_of_his_family_name(resolve_text: Callable[..., Resolved]) -> None:
    text = "Michelle Obama opened the school. President Obama met President Park of the Republic of Korea."
    found = resolve_text(text, "2013-05-07")
    offices = {a.name: [r.title for r in a.roles] for a in found.actors.values() if a.kind == "person"}
    assert offices["Obama"] == ["President"] and offices["Michelle Obama"] == []

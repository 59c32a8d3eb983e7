"""Bytes become a text, or are set aside with the reason and what to do."""

import pytest
from clean_samples import REPORT
from hypothesis import given
from hypothesis import strategies as st

from memcon.clean.decoding import decode
from memcon.model.errors import BadInput


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_valid_utf8_is_never_changed(text: str) -> None:
    assert decode(text.encode()).text == text


def test_line_ends_and_a_byte_order_mark_stay_as_they_are() -> None:
    assert decode(b"\xef\xbb\xbfone\r\ntwo\rthree\n").text == "\ufeffone\r\ntwo\rthree\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_decoded_and_noted(encoding: str) -> None:
    body = REPORT.encode(encoding)
    assert decode(body).text == REPORT
    assert "UTF-" in decode(body).notes[0]


def test_windows_1252_is_decoded_and_noted() -> None:
    decoded = decode("The envoy said “no” — twice.".encode("cp1252"))
    assert decoded.text == "The envoy said “no” — twice."
    assert "Windows-1252" in decoded.notes[0]


def test_a_garbled_text_is_kept_as_it_is_and_noted() -> None:
    garbled = "The envoy said â€œnoâ€\x9d twice."
    decoded = decode(garbled.encode())
    assert decoded.text == garbled
    assert "garbled" in decoded.notes[0]


def test_accents_are_not_taken_for_garbling() -> None:
    assert decode("São Paulo, Ángel, Âge, “quoted” — Ã".encode()).notes == ()


def test_a_few_damaged_bytes_do_not_turn_utf8_into_another_encoding() -> None:
    decoded = decode("“No,” she said — “never.” ".encode() * 3 + b"\xe2\x80")
    assert decoded.text.startswith("“No,” she said — “never.”")
    assert "damaged" in decoded.notes[0]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (bytes(range(256)) * 40, "binary file"),
        (b"\x01\x02\x03 data \x05\x06" * 50, "binary file"),
        (b"The talks ended.\0 They had lasted three weeks.", "NUL bytes"),
        (b"The talks ended.\0 " + b"They had lasted three weeks. " * 100, "NUL bytes"),
        ("Переговоры завершились".encode("cp1251"), "wrong encoding"),
        (b"\xff\xfe\x00", "wrong encoding"),
    ],
)
def test_what_is_no_text_is_set_aside_with_a_remedy(body: bytes, reason: str) -> None:
    with pytest.raises(BadInput) as refusal:
        decode(body)
    assert refusal.value.reason == reason
    assert refusal.value.detail

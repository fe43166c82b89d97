"""Text damaged the way pages in GBK were damaged, and got back; sound text is never touched."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.mending.annotations import without_annotations
from generator.intake.mending.cutting import cut
from generator.intake.mending.decoding import NotTextError, decode
from generator.intake.mending.gbk import codes, readings, table
from generator.intake.mending.language import Language
from generator.intake.mending.simplify import simplified
from generator.intake.mending.slip import mend, sound
from tests.intake.damage import NARROW, PARAGRAPHS, annotate, lose_a_byte

TEXT = "\n".join(PARAGRAPHS)
OWN = Language([TEXT], 8)


def bared(text: str) -> str:
    """Without marks, and with narrow signs: a page that was damaged has no others."""
    return text.replace("⟦", "").replace("⟧", "").translate(NARROW)


def steps(text: str, at: int) -> bool:
    """Whether a slip at ``at`` comes into step again within the paragraph, as those that were met did."""
    return any(codes()[char][1] < 0x80 for char in text[at + 1 : at + 20] if char in codes())


PLACES = [(number, at) for number, text in enumerate(PARAGRAPHS) for at in range(2, len(text) - 1) if steps(text, at)]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PLACES))
def test_a_lost_byte_is_got_back_or_marked_but_never_guessed_wrong(place: tuple[int, int]) -> None:
    number, at = place
    text = PARAGRAPHS[number]
    damaged = lose_a_byte(text, at)
    mended, places = mend(damaged, OWN)
    assert mended == damaged or "⟦?⟧" in mended or bared(mended) == bared(text)
    assert all(place.before in damaged for place in places)


def test_many_lost_bytes_are_got_back_exactly() -> None:
    chosen = PLACES[::7]
    got = sum(bared(mend(lose_a_byte(PARAGRAPHS[n], at), OWN)[0]) == bared(PARAGRAPHS[n]) for n, at in chosen)
    assert got >= 0.25 * len(chosen)


def test_an_annotation_put_across_two_characters_is_undone() -> None:
    found = 0
    for text in PARAGRAPHS:
        for at in range(1, len(text) - 1):
            before, char = codes()[text[at - 1]], codes()[text[at]]
            across = table().get((before[1], char[0]), "")
            told = sorted(one for one in readings(across) if not one.isascii())
            if told and codes()[text[at + 1]][1] < 0x80 and across:
                mended, _ = mend(annotate(text, at, told[0]), OWN)
                assert "⟦?⟧" in mended or bared(mended) == bared(text), (text, at)
                found += bared(mended) == bared(text)
    assert found >= 3


@pytest.mark.parametrize("text", ["好吗?!A为什么?", "停好吗?!5A员!", "务好吗?!车A停:好", "为什么?!?车A务为什么"])
def test_a_question_before_signs_is_a_question(text: str) -> None:
    assert mend(text, OWN) == (text, [])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"社区居民物业党员停车服务?!;:，。“”(A5%", "为什么?", "好吗?!", " ?", "(5)"]), max_size=40
    )
)
def test_sound_text_is_never_altered(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert mend(text, OWN) == (text, [])
    assert without_annotations(text) == (text, [])


def test_the_sample_itself_is_never_altered() -> None:
    assert mend(TEXT, OWN) == (TEXT, [])
    simple = simplified(TEXT)
    assert simplified(simple) == simple
    assert mend(simple, OWN) == (simple, [])


def test_a_narrow_sign_after_a_cut_full_stop() -> None:
    text = "他們說好。“議事角”受歡迎"
    damaged = lose_a_byte(text, text.index("。"))
    assert damaged.startswith("他們說好?!")
    assert cut(text[text.index("。") :]) == damaged[len("他們說好?") :]


def test_annotations_go_only_after_characters_read_that_way() -> None:
    text = "社區(qū)物業(yè)服務(wù)，黨(xyz)員(lán)同(tóng)心(5)"
    assert without_annotations(text)[0] == "社區物業服務，黨(xyz)員(lán)同心(5)"
    assert without_annotations("重慶(chóng)的一處") == ("重慶(chóng)的一處", [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"])
def test_encodings_are_told_apart(encoding: str) -> None:
    text = TEXT.replace("“", "「").replace("”", "」")
    assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data).text
    except NotTextError as problem:
        assert "请换成" in str(problem)
    else:
        text, _ = mend(text, OWN)
        simplified(without_annotations(text)[0])


def test_five_megabytes_take_seconds() -> None:
    text = TEXT + "\n" + lose_a_byte(PARAGRAPHS[4], PARAGRAPHS[4].index("。“")) + "\n"
    data = (text * (5_000_000 // len(text.encode()))).encode()
    began = time.process_time()
    read = decode(data).text
    language = Language([sound(read)])
    mended, _ = mend(read, language)
    simplified(without_annotations(mended)[0])
    assert time.process_time() - began < 10

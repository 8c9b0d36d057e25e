from hypothesis import given

from bot.text import bounded, escape, link, one_line, plain, shorten
from tests.bot.hostile import hostile_text


def test_angle_brackets_and_ampersands_become_entities() -> None:
    assert escape("R&D <3 > 2") == "R&amp;D &lt;3 &gt; 2"


def test_formatting_marks_are_defused_and_names_with_underscores_are_left_alone() -> None:
    assert escape("*now* snake_case") == "*\u2060now*\u2060 snake_case"


def test_a_shortcode_is_shown_as_text_and_a_time_is_left_alone() -> None:
    assert escape("10:30:45 :tada:") == "10:30:45 :\u2060tada:"


def test_control_and_direction_characters_disappear() -> None:
    assert one_line("a\x00\u202eb\u2066\ud800\r\nc") == "ab c"


def test_a_cut_ends_at_a_word() -> None:
    assert shorten("one two three four", 15) == "one two three…"


def test_one_long_word_is_cut_inside() -> None:
    assert shorten("x" * 20, 10) == "x" * 9 + "…"


def test_plain_text_shows_a_ping_as_text() -> None:
    assert plain("<!channel> & co") == "‹!channel› & co"


def test_plain_text_is_never_empty() -> None:
    assert plain("\x00 \n") == "—"


def test_a_link_escapes_its_label_and_its_query() -> None:
    made = link("https://a.test/calls/1?k=x.y&t=3", "12:34 <b> | c")
    assert made == "<https://a.test/calls/1?k=x.y&amp;t=3|12:34 &lt;b&gt; ¦ c>"


def test_an_address_that_is_not_http_is_not_linked() -> None:
    assert link("javascript:alert(1)", "open") == "open"


def test_an_address_cannot_end_the_link_early() -> None:
    assert link("https://a.test/x>|<!channel>", "l") == "<https://a.test/x%3E%7C%3C!channel%3E|l>"


def test_lines_that_do_not_fit_are_dropped_whole() -> None:
    assert bounded(["aaaa", "bbbb", "cccc"], 11) == "aaaa\nbbbb\n…"


@given(hostile_text)
def test_no_text_can_open_a_bracket_or_a_line(text: str) -> None:
    said = escape(text)
    assert "<" not in said
    assert ">" not in said
    assert "\n" not in said


@given(hostile_text)
def test_shortened_text_is_never_longer_than_allowed(text: str) -> None:
    assert len(shorten(text, 30)) <= 30

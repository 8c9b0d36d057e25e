import functools
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from bot.blocks import Message, size
from bot.text import TEXT_CHARS
from bot.views import render
from domain.agendas import Agenda
from domain.ports import AnswerNotice, Notice, SharedAgenda, TierChangeNotice
from domain.skills import Tier
from tests.bot.bot_samples import (
    ANA,
    LINKS,
    MIA,
    NEWCOMER,
    NOW,
    REFUSAL,
    SCORES,
    agenda,
    answer_notice,
    big_agenda,
    call_scored,
    clip,
    focus,
    proficiency,
    reader,
    rep_agenda,
    scored,
    tier_notice,
)
from tests.bot.hostile import addresses, hostile_text, poisoned, spec, texts
from tests.integrations.samples import bad_inputs

MIA_DE, ANA_DE = replace(MIA, language="de"), replace(ANA, language="de")
NOTICES: tuple[Notice, ...] = (
    agenda(),
    call_scored(),
    call_scored(None, tuple(scored(c.criterion_id, None) for c in SCORES)),
    tier_notice(),
    tier_notice(None, Tier.DEVELOPING),
    answer_notice(),
    AnswerNotice(REFUSAL),
)


@functools.cache
def validator(kind: str) -> Any:
    """Validates one type of block; a tenth of the work of trying every type there is."""
    schema = spec("slack-blockkit.schema.json")
    name = f"{kind.capitalize()}Block"
    return jsonschema.Draft202012Validator({**schema["$defs"][name], "$defs": schema["$defs"]})


def validate(message: Message) -> None:
    assert len(message.blocks) <= 50
    for block in message.blocks:
        validator(block["type"]).validate(block)


def shown(message: Message) -> str:
    return "\n".join(t["text"] for b in message.blocks for t in texts(b))


def rendered(notice: Notice, person: Any = MIA) -> str:
    return shown(render(notice, reader(person)))


# ── every message ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("notice", NOTICES, ids=lambda n: type(n).__name__)
@pytest.mark.parametrize("person", [MIA, ANA], ids=["manager", "rep"])
def test_every_message_is_valid_block_kit(notice: Notice, person: Any) -> None:
    validate(render(notice, reader(person)))


@settings(max_examples=40, deadline=None)
@given(hostile_text)
def test_no_words_can_ping_mention_or_link_anywhere(text: str) -> None:
    for notice in NOTICES:
        message = render(poisoned(notice, text), reader())
        assert all(a.startswith(LINKS.base_url + "/") for a in addresses(message))
        assert "<" not in message.text


@settings(max_examples=12, deadline=None)
@given(hostile_text)
def test_no_words_can_break_a_limit(text: str) -> None:
    for notice in NOTICES:
        message = render(poisoned(notice, text), reader())
        validate(message)
        assert size(message.blocks).fits
        assert 0 < len(message.text) <= TEXT_CHARS


def test_bare_addresses_are_not_made_into_links() -> None:
    message = render(poisoned(agenda(), "https://evil.test"), reader())
    marked = [t for b in message.blocks for t in texts(b) if t["type"] == "mrkdwn"]
    assert marked
    assert all(t["verbatim"] is True for t in marked)


@pytest.mark.parametrize("row", range(1, 11))
def test_hostile_output_rows_are_shown_as_text(row: int) -> None:
    rows = {r["id"]: r["body"] for r in bad_inputs("output_encoding.jsonl")}
    body = rows[f"d-output_encoding-{row:03d}"]
    notice = poisoned(call_scored(), body)
    message = render(notice, reader(ANA))
    assert all(a.startswith(LINKS.base_url + "/") for a in addresses(message))
    first_word = body.split()[0].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert first_word.split("*")[0] in shown(message)


def test_every_link_names_its_reader() -> None:
    for link in addresses(render(agenda(), reader(MIA))):
        token = link.split("k=")[1].split("&")[0]
        assert LINKS.read(token, now=NOW) == MIA.id


def test_an_unknown_time_zone_is_shown_in_utc() -> None:
    lost = replace(MIA, time_zone="Nowhere/Land")
    assert "as of Mon 23 Nov, 07:00" in rendered(agenda(), lost)


# ── agenda ──────────────────────────────────────────────────────────────────────────────


def test_an_agenda_opens_with_the_week_in_the_managers_time() -> None:
    said = rendered(agenda())
    assert "Your 1:1s · week of 23 November 2026" in said
    assert (
        "2 reps · 5 scored calls in the last 7 days, 2 not scored · as of Mon 23 Nov, 08:00" in said
    )


def test_a_focus_skill_shows_its_figure_its_calls_and_its_tier() -> None:
    rest = rendered(agenda()).split("Next steps: 48 ± 9 from 7 calls, the most room to grow")[1]
    assert "Needs Work" in rest.split("\n")[0]


def test_a_clip_shows_its_quote_and_links_to_its_second() -> None:
    message = render(agenda(), reader())
    assert "> “I'll send you something over and we can take it from there.”" in shown(message)
    assert any(a.endswith("&amp;t=1834") and "/calls/c-17?" in a for a in addresses(message))


def test_a_call_on_which_there_was_no_moment_shows_no_quote() -> None:
    what, line = reader().clip_lines(replace(clip(), whole_call=True))
    assert what == "Missing on the whole call:"
    assert line.endswith("|Fernley discovery, 19 Nov> · " + clip().note)
    assert clip().quote not in line


def test_only_clear_moves_are_called_changes() -> None:
    said = rendered(agenda())
    assert ":arrow_up_small: Discovery up 7 ± 4 since last week (looking back: 71 → 78)" in said
    assert "Next steps up" not in said


def test_noise_alone_is_called_no_change() -> None:
    quiet = replace(rep_agenda(), moves=rep_agenda().moves[1:], tier_changes=(), last_focus=())
    assert "No skill moved by more than chance since last week." in rendered(agenda(quiet))


def test_a_tier_change_is_named_with_its_figure() -> None:
    assert "Discovery: Developing → Proficient (78 ± 5 from 9 calls, at the time)" in rendered(
        agenda()
    )


def test_last_weeks_focus_is_looked_back_at() -> None:
    assert "*Last week's focus.* Next steps: not yet" in rendered(agenda())


def test_a_rep_with_too_few_calls_gets_the_reason_and_no_figure() -> None:
    said = rendered(agenda(NEWCOMER))
    assert "Too few scored calls to say anything yet: ask what they want to work on." in said
    assert "±" not in said.split("± shows")[0]


def test_a_manager_without_reps_is_told_what_will_come() -> None:
    nobody = replace(agenda(), reps=())
    assert "Nobody is on your team in Reploop yet." in rendered(nobody)


@pytest.mark.parametrize("reps", [1, 4, 5, 9, 20, 60, 300])
def test_an_agenda_fits_one_message_whatever_the_size_of_the_team(reps: int) -> None:
    assert size(render(big_agenda(reps), reader()).blocks).fits


def test_the_rep_with_most_to_gain_keeps_the_most_room() -> None:
    said = rendered(big_agenda(9))
    assert said.index("*Rep0 Number*") < said.index("*Rep8 Number*")
    rep0, rep8 = said.split("*Rep1 Number*")[0], said.split("*Rep8 Number*")[1]
    assert "> “" not in rep0
    assert "> “" in rep8


def test_reps_that_do_not_fit_are_counted_and_linked() -> None:
    said = rendered(big_agenda(300))
    shown_reps = said.count(" Number* · ")
    assert 20 < shown_reps < 50
    assert f"{300 - shown_reps} more reps: <https://app.reploop.example/?k=" in said


def test_what_may_be_wrong_is_told_apart_by_its_day() -> None:
    menus = [e for b in render(agenda(), reader()).blocks for e in b.get("elements", ())]
    (options,) = [e["options"] for e in menus if e.get("action_id") == "agenda.wrong"]
    assert all(o["text"]["text"].startswith("Wrong clip, 19 Nov: “") for o in options)


def test_a_tier_that_is_not_there_yet_is_no_tier() -> None:
    early = replace(focus(), proficiency=proficiency(tier=None))
    assert "Too early for a tier." in rendered(agenda(replace(rep_agenda(), focus=(early,))))


def test_a_rep_with_nothing_to_pick_is_asked_themself() -> None:
    notice = SharedAgenda(replace(NEWCOMER, rep_id=ANA.id), "Mia", agenda())
    said = rendered(notice, ANA)
    assert "What would you like to work on?" in said
    assert "ask what they" not in said


def test_the_notification_of_an_agenda_says_who_works_on_what() -> None:
    text = render(agenda(), reader()).text
    assert text.startswith(
        "Your 1:1s for the week of 23 November 2026: Ana Ortiz: work on "
        "Next steps (48 ± 9 from 7 calls) and Objection handling (61 ± 9 from 7 calls); "
        "Ben Adler: ask what they want to work on."
    )


# ── one call ────────────────────────────────────────────────────────────────────────────


def test_a_score_says_that_it_is_one_call() -> None:
    said = rendered(call_scored(), ANA)
    assert (
        ":third_place_medal: Bronze · *63 of 100* · one call · Thu 19 Nov, 10:00 · 31 min" in said
    )


def test_the_best_moment_is_the_highest_level_with_a_quote() -> None:
    said = rendered(call_scored(), ANA)
    assert ":star: *Best moment* — Digs into the problem (4 of 4)" in said
    assert "> “What happens on a night like that?”" in said


def test_what_to_try_is_what_weighs_most_with_the_better_words() -> None:
    said = rendered(call_scored(), ANA)
    assert ":seedling: *Try next time* — Agrees a next step with a date (1 of 4)" in said
    assert "Before you close, name a day and ask who else should be there." in said
    assert (
        "*It could sound like this:* _“Shall we put Tuesday at ten in the calendar while we talk?”_"
        in said
    )


def test_the_rubrics_example_stands_in_for_missing_words() -> None:
    scores = (scored("next_step", 0, ""),)
    said = rendered(call_scored(20.0, scores), ANA)
    assert "*For example:* _“Shall we say Thursday at three, with Inge?”_" in said


def test_what_was_not_scored_is_counted_with_its_reason() -> None:
    assert "1 behaviour not scored: the call gave no occasion." in rendered(call_scored(), ANA)


def test_a_call_without_a_score_says_so_and_gives_no_number() -> None:
    nothing = tuple(scored(c.criterion_id, None) for c in SCORES)
    said = rendered(call_scored(None, nothing), ANA)
    assert "*No overall score*: too little of this call could be scored." in said
    assert "of 100" not in said


def test_a_quote_beyond_the_transcript_links_to_the_start() -> None:
    lost = (scored("problem", 4, "What happens?", 999),)
    assert "|Go to 0:00>" in rendered(call_scored(90.0, lost), ANA)


# ── tier change ─────────────────────────────────────────────────────────────────────────


def test_good_news_to_the_rep_is_a_reason_to_go_on() -> None:
    said = rendered(tier_notice(), ANA)
    assert ":tada: Your Discovery went from Developing to Proficient (78 ± 5 from 9 calls)." in said
    assert "Keep doing what worked." in said


def test_bad_news_to_the_rep_names_a_thing_to_do() -> None:
    said = rendered(tier_notice(Tier.PROFICIENT, Tier.DEVELOPING), ANA)
    assert ":seedling: Your Discovery went from Proficient to Developing" in said
    assert "pick one thing to try on the next." in said


def test_the_manager_reads_the_reps_name() -> None:
    said = rendered(tier_notice(Tier.PROFICIENT, Tier.DEVELOPING), MIA)
    assert "Ana Ortiz's Discovery went from Proficient to Developing" in said
    assert "Worth ten minutes in the next 1:1" in said
    assert "Your" not in said


def test_a_first_level_is_not_called_a_change() -> None:
    said = rendered(tier_notice(None, Tier.DEVELOPING), ANA)
    assert "Your Discovery has its first tier: Developing (78 ± 5 from 9 calls)." in said


def test_todays_figure_is_given_once_more_calls_have_come() -> None:
    said = rendered(tier_notice(), ANA)
    assert "Today it stands at 79 ± 9 from 10 calls. Up 6 ± 3 points over 60 days." in said


# ── answers ─────────────────────────────────────────────────────────────────────────────


def test_each_figure_of_an_answer_names_rep_range_and_calls() -> None:
    said = rendered(answer_notice())
    assert "• Ana Ortiz: 48 ± 9 from 7 calls" in said
    assert "• Ben Adler: 57 ± 9 from 4 calls" in said


def test_an_answer_shows_what_was_understood_its_scope_and_the_calls() -> None:
    said = rendered(answer_notice())
    assert "I understood: Who needs help with Next steps?" in said
    assert "all calls, as of 23 Nov" in said
    assert "*From these calls*" in said


def test_a_cited_call_without_a_moment_is_linked_with_its_score() -> None:
    message = render(answer_notice(), reader())
    assert "|Fernley demo, 23 Nov> · 63" in shown(message)
    assert any("/calls/c-9?" in address for address in addresses(message))


def test_a_refusal_says_what_can_be_asked() -> None:
    said = rendered(AnswerNotice(REFUSAL), ANA)
    assert "I cannot answer that." in said
    assert "• How am I doing on Discovery?" in said


def test_a_refusal_is_told_in_german() -> None:
    said = rendered(AnswerNotice(REFUSAL), ANA_DE)
    assert "I cannot" not in said
    assert "Discovery" in said


def test_an_agenda_is_the_same_for_the_same_input() -> None:
    same: Agenda = agenda()
    assert render(same, reader()) == render(agenda(), reader())
    assert reader().now == datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def test_tiers_that_one_call_tipped_are_one_message() -> None:
    up = tier_notice().moves[0]
    down = tier_notice(Tier.PROFICIENT, Tier.DEVELOPING).moves[0]
    notice = TierChangeNotice(ANA, (up, replace(down, skill_name="Next steps")))
    said = rendered(notice, MIA)
    assert "'s tiers: 2 skills moved, 1 up, 1 down" in said
    assert "Discovery went from Developing to Proficient" in said
    assert "Next steps went from Proficient to Developing" in said
    assert said.count("A good moment to say so") == 1


# ── in the reader's language ────────────────────────────────────────────────────────────


@pytest.mark.parametrize("notice", NOTICES, ids=lambda n: type(n).__name__)
@pytest.mark.parametrize("person", [MIA_DE, ANA_DE], ids=["manager", "rep"])
def test_every_message_is_valid_block_kit_in_german_too(notice: Notice, person: Any) -> None:
    validate(render(notice, reader(person)))


def test_a_score_is_told_in_german() -> None:
    message = render(call_scored(), reader(ANA_DE))
    said = shown(message)
    assert ":third_place_medal: Bronze · *63 von 100* · ein Gespräch · Do 19. Nov., 10:00" in said
    assert ":star: *Bester Moment* — Digs into the problem (4 von 4)" in said
    assert "|Zum Moment 0:00>" in said
    assert "1 Verhalten nicht bewertet: das Gespräch bot keine Gelegenheit." in said
    assert message.text.startswith("Dein Gespräch: Fernley discovery: 63 von 100; bester Moment")


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        (ANA_DE, "Discovery: Deine Stufe ist jetzt „Sicher“, vorher „Im Aufbau“"),
        (MIA_DE, "Ana Ortiz, Discovery: Die Stufe ist jetzt „Sicher“, vorher „Im Aufbau“"),
    ],
    ids=["rep", "manager"],
)
def test_a_moved_level_is_told_in_german(person: Any, sentence: str) -> None:
    said = rendered(tier_notice(), person)
    assert f":tada: {sentence} (78 ± 5 aus 9 Gesprächen)." in said
    assert "Heute steht der Wert bei 79 ± 9 aus 10 Gesprächen. 6 ± 3 Punkte mehr" in said


def test_a_day_is_the_readers_own() -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    english, german = reader(ANA), reader(MIA_DE)
    assert (english.day(late), german.day(late)) == ("24 Nov", "25. Nov.")
    assert english.moment(late) == "Tue 24 Nov, 18:30"
    assert german.moment(late) == "Mi 25. Nov., 00:30"
    assert (english.long_day(late), german.long_day(late)) == (
        "24 November 2026",
        "24. November 2026",
    )


def test_a_clip_shows_what_would_have_been_better() -> None:
    better = replace(clip(), note="No date.", better="Shall we say <Tuesday>?")
    assert (
        reader()
        .clip_lines(better)[2]
        .endswith(" · No date. · Better: Shall we say &lt;Tuesday&gt;?")
    )


def test_a_clip_is_named_in_the_readers_language() -> None:
    what, quote, _ = reader(MIA_DE).clip_lines(clip())
    assert (what, quote) == ("Daran arbeiten:", f"> „{clip().quote}“")


def test_a_quote_stays_on_its_line_in_the_marks_of_the_language() -> None:
    assert reader().quoted("yes\nand <no>") == "> “yes and &lt;no&gt;”"
    assert reader(MIA_DE).quoted("yes\nand no") == "> „yes and no“"
    assert len(reader().quoted("word " * 200)) < 230

"""Assignments and role-plays come back as they were put, and are found by what is asked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import SQLAlchemyError

from domain.calls import CallId, CallType, Side, Turn
from domain.errors import ReploopError
from domain.people import PersonId
from domain.practice import (
    OPEN,
    Assignment,
    AssignmentId,
    AssignmentState,
    Mood,
    Persona,
    Session,
    SessionId,
    SessionState,
)
from domain.rubrics import SkillId
from store.database import SqlDatabase

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ANA, BEN = PersonId("ana"), PersonId("ben")
BUYER = Persona(
    id="dana", name="Dana", industry="logistics", role="Head", mood=Mood.GUARDED,
    opening="Hello.", call_type=CallType.DISCOVERY, skills=(SkillId("next_steps"),),
    facts=(("a, b", "c"),), objections=("No time.",), goal="Agree.", from_call=CallId("c7"),
)  # fmt: skip
GIVEN = Assignment(
    id=AssignmentId("a1"), rep_id=ANA, assigned_by=PersonId("mia"), skill_id=SkillId("next_steps"),
    persona=BUYER, assigned_at=NOW, due_at=NOW + timedelta(days=7), best_score=62.5,
)  # fmt: skip
PLAY = Session(
    id=SessionId("s1"), rep_id=ANA, persona=BUYER, started_at=NOW, state=SessionState.RUNNING,
    skill_id=SkillId("next_steps"), assignment_id=GIVEN.id, thread="D1:1.5", heard=("1.6",),
    turns=(Turn(0, "Dana", 0.0, 1.0, "Hello.", Side.BUYER),),
)  # fmt: skip


def test_an_assignment_comes_back_and_is_found_by_its_state(database: SqlDatabase) -> None:
    late = replace(GIVEN, id=AssignmentId("a2"), assigned_at=NOW + timedelta(days=1))
    passed = replace(late, id=AssignmentId("a3"), state=AssignmentState.PASSED)
    with database.write() as tx:
        for each in (GIVEN, late, passed, replace(GIVEN, id=AssignmentId("a4"), rep_id=BEN)):
            tx.practice.put_assignment(each)
        assert tx.practice.assignment(GIVEN.id) == GIVEN
        assert tx.practice.assignments(rep_ids=[ANA], states=OPEN) == [late, GIVEN]
        assert len(tx.practice.assignments(rep_ids=[ANA, BEN])) == 4
        assert tx.practice.assignments(rep_ids=[]) == []


def test_a_role_play_is_found_by_thread_call_rep_state_and_assignment(
    database: SqlDatabase,
) -> None:
    scored = replace(
        PLAY, id=SessionId("s2"), thread="D1:2.5", state=SessionState.SCORED, score=80.0,
        call_id=CallId("c1"), started_at=NOW + timedelta(hours=1),
    )  # fmt: skip
    free = replace(scored, id=SessionId("s3"), thread=None, call_id=None, assignment_id=None)
    with database.write() as tx:
        for each in (PLAY, scored, free):
            tx.practice.put_session(each)
        assert tx.practice.session(PLAY.id) == PLAY
        assert tx.practice.by_thread("D1:2.5") == scored
        assert tx.practice.by_thread("D9:9") is None
        assert tx.practice.by_call(CallId("c1")) == scored
        assert [s.id for s in tx.practice.sessions(ANA)] == ["s2", "s3", "s1"]
        assert [s.id for s in tx.practice.in_states([SessionState.RUNNING])] == ["s1"]
        assert [s.id for s in tx.practice.of_assignment(GIVEN)] == ["s2", "s1"]


def test_what_no_database_takes_is_left_out_of_what_was_said(database: SqlDatabase) -> None:
    said = replace(PLAY, turns=(replace(PLAY.turns[0], text="Hel\x00lo \ud800"),))
    with database.write() as tx:
        tx.practice.put_session(said)
        kept = tx.practice.session(PLAY.id)
        assert kept is not None
        assert kept.turns[0].text.startswith("Hello")


def test_a_thread_belongs_to_one_role_play(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.practice.put_session(PLAY)
    with pytest.raises((ReploopError, SQLAlchemyError)), database.write() as tx:
        tx.practice.put_session(replace(PLAY, id=SessionId("s9")))


def test_a_rep_s_practice_can_be_held_twice_in_one_transaction(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.practice.lock(ANA)
        tx.practice.lock(ANA)
        assert tx.practice.sessions(ANA) == []

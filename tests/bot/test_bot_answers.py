"""Every answer to a question of the files is a message that Slack takes, in every language."""

from dataclasses import replace

import pytest

from bot.reader import Reader
from bot.views import render
from config.catalogue import load_catalogues
from domain.links import SignedLinks
from domain.phrases import LANGUAGES
from domain.ports import AnswerNotice
from jobs.answer import answer_asker
from jobs.services import Services
from sandbox.slack_wire import accept
from tests.jobs.fakes import NOW, House
from tests.questions.company import PEOPLE, SKILLS, settle
from tests.questions.told import Expected, cites, entries

pytestmark = pytest.mark.slow  # `make check` has to stay quick
LINKS = SignedLinks("https://r.example", "s")


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Services:
    from store.database import upgrade

    url = f"sqlite:///{tmp_path_factory.mktemp('answers') / 'reploop.db'}"
    upgrade(url)
    return settle(House.at(url))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "entry", [*entries("documented.yaml"), *entries("refused.yaml")], ids=lambda e: e.ask
)
def test_an_answer_is_a_message_that_slack_takes(
    entry: Expected, language: str, company: Services
) -> None:
    asker = replace(next(p for p in PEOPLE if p.id == entry.by), language=language)
    with company.database.read() as tx:
        said, _ = answer_asker(entry.ask, asker, tx, company)
    words = load_catalogues().words(language)
    reader = Reader(person=asker, links=LINKS, skills=SKILLS, now=NOW, words=words)
    message = render(AnswerNotice(said), reader)
    accept({"text": message.text, "blocks": list(message.blocks), "metadata": None})
    shown = str(message.blocks)
    assert all(f"/calls/{call_id}" in shown for call_id in cites(said))

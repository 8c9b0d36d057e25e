import pytest

from domain.people import Person, PersonId, Role
from sandbox.slack import SlackSandbox
from sandbox.slack_mrkdwn import plain_to_html, to_html
from sandbox.slack_page import slack_page
from sandbox.slack_wire import Posted


def person(name: str, user: str) -> Person:
    return Person(
        id=PersonId(name),
        name=name,
        email=f"{name}@x.test",
        role=Role.REP,
        slack_user_id=user,
        time_zone="Europe/Berlin",
    )


@pytest.fixture
def slack() -> SlackSandbox:
    sandbox = SlackSandbox()
    sandbox.load([person("Ana", "UANA"), person("Ben", "UBEN")])
    sandbox.add_channel("C1")
    sandbox.messages += [
        Posted("DANA", "1767225600.000100", "for Ana"),
        Posted("DBEN", "1767225600.000200", "for Ben"),
        Posted("C1", "1767225600.000300", "for all"),
        Posted("C1", "1767225600.000400", "for Ben alone", only_for="UBEN"),
    ]
    return sandbox


@pytest.mark.parametrize(
    ("said", "html"),
    [
        ("*bold* and _it_", "<strong>bold</strong> and <em>it</em>"),
        ("`code` ~gone~", "<code>code</code> <s>gone</s>"),
        ("snake_case_name 2*3*4", "snake_case_name 2*3*4"),
        ("R&amp;D &lt;b&gt;", "R&amp;D &lt;b&gt;"),
        (":tada: :unknown:", "🎉 :unknown:"),
        (
            "<https://a.test/?x=1&amp;y=*2*|see *it*>",
            '<a href="https://a.test/?x=1&amp;y=*2*" rel="noreferrer">see *it*</a>',
        ),
        ("<@U1> <!channel>", "<span class=mention>@U1</span> <span class=mention>@channel</span>"),
        ("<javascript:alert(1)|x>", "&lt;javascript:alert(1)|x&gt;"),
    ],
)
def test_a_line_of_mrkdwn_looks_as_in_slack(said: str, html: str) -> None:
    assert to_html(said) == f"<div class=line>{html}</div>"


def test_lines_after_a_bracket_are_one_quotation() -> None:
    assert to_html("> a\n&gt; b\nc") == "<blockquote>a<br>b</blockquote><div class=line>c</div>"


def test_plain_text_is_never_markup() -> None:
    assert plain_to_html("*a* <b> :tada:", emoji=False) == "*a* &lt;b&gt; :tada:"
    assert plain_to_html(":tada:", emoji=True) == "🎉"


def test_a_private_use_character_cannot_fetch_a_link() -> None:
    assert "\ue000" not in to_html("\ue0000\ue001 <https://a.test|x>")


def test_everybody_has_a_column_with_their_own_messages(slack: SlackSandbox) -> None:
    page = slack_page(slack)
    assert page.index("for Ana") < page.index("for Ben") < page.index("for all")


def test_one_users_page_shows_nothing_of_others(slack: SlackSandbox) -> None:
    page = slack_page(slack, "UBEN")
    assert "for Ben" in page
    assert "Only visible to you" in page
    assert "for Ana" not in page
    assert "for all" not in page


def test_times_are_shown_in_the_readers_zone(slack: SlackSandbox) -> None:
    assert ">Thu 1 Jan, 01:00</time>" in slack_page(slack, "UANA")


def test_an_empty_workspace_says_so() -> None:
    assert "No message has been sent yet." in slack_page(SlackSandbox())


def test_every_kind_of_block_is_shown(slack: SlackSandbox) -> None:
    def text(said: str, kind: str = "mrkdwn") -> dict[str, str]:
        return {"type": kind, "text": said}

    button = {"type": "button", "text": text("Open", "plain_text"), "url": "https://a.test/<"}
    image = {"type": "image", "image_url": "https://a.test/i.png", "alt_text": "a <chart>"}
    blocks = (
        {"type": "header", "text": text("Title <1>", "plain_text")},
        {"type": "section", "text": text("*body*"), "fields": [text("left"), text("right")]},
        {"type": "context", "elements": [text("small"), image]},
        {"type": "divider"},
        {"type": "actions", "elements": [{**button, "style": "primary"}, button]},
        image,
    )
    slack.messages.append(Posted("DANA", "1767225601.000100", "t", blocks))
    page = slack_page(slack, "UANA")
    for part in (
        "<h3>Title &lt;1&gt;</h3>",
        "<strong>body</strong>",
        "<div class=fields><div><div class=line>left</div></div>",
        "<hr>",
        '<a class="button primary" href="https://a.test/&lt;">Open</a>',
        '<img class="large" src="https://a.test/i.png" alt="a &lt;chart&gt;">',
    ):
        assert part in page


def test_hostile_words_stay_words_on_the_page(slack: SlackSandbox) -> None:
    bad = "<script>alert(1)</script>"
    slack.load([person(bad, "UBAD")])
    block = {"type": "section", "text": {"type": "mrkdwn", "text": bad}}
    header = {"type": "header", "text": {"type": "plain_text", "text": bad}}
    slack.messages.append(Posted("DBAD", "1767225601.000100", bad, (block, header)))
    assert "<script" not in slack_page(slack)

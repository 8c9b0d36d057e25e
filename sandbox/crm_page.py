"""The CRM records as people would see them: one page of deals with Reploop's fields."""

from collections.abc import Iterable
from html import escape
from typing import Protocol

from sandbox.crm_company import ShownDeal

STYLE = """
:root { color-scheme: light dark; --line: #d8dde6; --soft: #5c6b7f; --back: #f4f6f9;
        --card: #ffffff; --text: #16325c; --sf: #0b5cab; --hs: #c2410c; }
@media (prefers-color-scheme: dark) {
  :root { --line: #33415a; --soft: #9fb0c8; --back: #0f1724; --card: #18233a; --text: #e6edf7;
          --sf: #6cb2ff; --hs: #ff9a6b; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1rem; background: var(--back); color: var(--text);
       font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 68rem; margin: 0 auto; }
h1 { font-size: 1.4rem; margin: 0 0 1.5rem; }
h2 { font-size: 1.05rem; margin: 0; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
          margin-bottom: 1.25rem; overflow: hidden; }
header { padding: .9rem 1.2rem; border-left: 5px solid var(--sf); }
article.hubspot header { border-left-color: var(--hs); }
header p { margin: .15rem 0 0; color: var(--soft); }
.body { display: grid; grid-template-columns: 1fr 2fr; border-top: 1px solid var(--line); }
@media (max-width: 46rem) { .body { grid-template-columns: 1fr; } }
dl { margin: 0; padding: .9rem 1.2rem; }
dl + dl { border-left: 1px solid var(--line); }
dt { color: var(--soft); font-size: .8rem; margin-top: .55rem; }
dt:first-child { margin-top: 0; }
dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
dd.empty { color: var(--soft); }
"""


class ShowsDeals(Protocol):
    """A CRM sandbox."""

    def shown(self) -> list[ShownDeal]:
        """Its live deals."""
        ...


def crm_page(salesforce: ShowsDeals, hubspot: ShowsDeals) -> str:
    """All deals of both CRMs; those that Reploop wrote on come first."""
    deals = [*salesforce.shown(), *hubspot.shown()]
    deals.sort(key=lambda deal: not any(v is not None for v in deal.fields.values()))
    return _page("Deals in the CRM", deals)


def record_page(deal: ShownDeal) -> str:
    """One deal."""
    return _page(f"{deal.crm}: {deal.name}", [deal])


def _page(title: str, deals: Iterable[ShownDeal]) -> str:
    articles = "\n".join(_article(deal) for deal in deals) or "<p>No deals.</p>"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1>\n{articles}\n</main></body></html>\n"
    )


def _article(deal: ShownDeal) -> str:
    kind = "hubspot" if deal.crm == "HubSpot" else "salesforce"
    return (
        f'<article class="{kind}"><header><h2>{escape(deal.name)}</h2>'
        f"<p>{escape(deal.crm)} · {escape(deal.stage)}</p></header>"
        f'<div class="body">{_list(deal.facts.items())}{_list(deal.fields.items())}</div></article>'
    )


def _list(entries: Iterable[tuple[str, str | float | None]]) -> str:
    rows = "".join(f"<dt>{escape(label)}</dt>{_value(value)}" for label, value in entries)
    return f"<dl>{rows}</dl>"


def _value(value: str | float | None) -> str:
    if value is None or value == "":
        return '<dd class="empty">—</dd>'
    shown = f"{value:g}" if isinstance(value, float | int) else str(value)
    return f"<dd>{escape(shown)}</dd>"

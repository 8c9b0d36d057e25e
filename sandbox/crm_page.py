"""The CRM records as people would see and edit them: one page of deals with Reploop's fields."""

from collections.abc import Iterable, Sequence
from html import escape

from sandbox.crm_company import ShownDeal
from sandbox.crm_sandbox import CrmSandbox

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
.fields { padding: .9rem 1.2rem; border-left: 1px solid var(--line); }
.none { padding: .9rem 1.2rem; margin: 0; color: var(--soft); }
form { display: grid; grid-template-columns: 1fr auto; gap: .15rem .6rem; margin-bottom: .6rem; }
form label { grid-column: 1 / -1; color: var(--soft); font-size: .8rem; }
textarea { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line);
           border-radius: 6px; padding: .3rem .5rem; resize: vertical; min-width: 0; }
button { font: inherit; align-self: start; padding: .3rem .7rem; border-radius: 6px;
         border: 1px solid var(--line); background: var(--card); color: inherit; cursor: pointer; }
"""
EMPTY = "<p class=none>No fields of Reploop's yet: <code>reploop crm provision</code>.</p>"


def crm_page(crms: Sequence[CrmSandbox]) -> str:
    """All deals of these CRMs, to be edited by hand; those that Reploop wrote on come first."""
    deals = [(crm.slug, deal) for crm in crms for deal in crm.shown()]
    deals.sort(key=lambda pair: not any(v not in (None, "") for v in pair[1].fields.values()))
    articles = "\n".join(_article(deal, slug) for slug, deal in deals) or "<p>No deals.</p>"
    return _page("Deals in the CRM", articles)


def record_page(deal: ShownDeal) -> str:
    """One deal."""
    return _page(f"{deal.crm}: {deal.name}", _article(deal, None))


def _page(title: str, articles: str) -> str:
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1>\n{articles}\n</main></body></html>\n"
    )


def _article(deal: ShownDeal, slug: str | None) -> str:
    kind = deal.crm.lower().removesuffix(".com").replace(" crm", "")
    fields = _list(deal.fields.items()) if slug is None else _form(deal, slug)
    return (
        f'<article class="{kind}" id="{escape(deal.id)}"><header><h2>{escape(deal.name)}</h2>'
        f"<p>{escape(deal.crm)} · {escape(deal.stage)}</p></header>"
        f'<div class="body">{_list(deal.facts.items())}{fields}</div></article>'
    )


def _form(deal: ShownDeal, slug: str) -> str:
    """Reploop's fields, each to be changed as its owner would in the browser."""
    rows = "".join(_input(deal, slug, label, value) for label, value in deal.fields.items())
    return f"<div class=fields>{rows}</div>" if rows else EMPTY


def _input(deal: ShownDeal, slug: str, label: str, value: str | float | None) -> str:
    shown = "" if value is None else f"{value:g}" if isinstance(value, float | int) else str(value)
    name = escape(f"{deal.id}-{label}")
    lines = min(6, shown.count("\n") + 1 + len(shown) // 70)
    return (
        f'<form method="post" action="/pages/crm/edit"><label for="{name}">{escape(label)}</label>'
        f'<input type="hidden" name="crm" value="{slug}">'
        f'<input type="hidden" name="id" value="{escape(deal.id)}">'
        f'<input type="hidden" name="label" value="{escape(label)}">'
        f'<textarea id="{name}" name="value" rows="{lines}">{escape(shown)}</textarea>'
        "<button>Save by hand</button></form>"
    )


def _list(entries: Iterable[tuple[str, str | float | None]]) -> str:
    rows = "".join(f"<dt>{escape(label)}</dt>{_value(value)}" for label, value in entries)
    return f"<dl>{rows}</dl>"


def _value(value: str | float | None) -> str:
    if value is None or value == "":
        return '<dd class="empty">—</dd>'
    shown = f"{value:g}" if isinstance(value, float | int) else str(value)
    return f"<dd>{escape(shown)}</dd>"

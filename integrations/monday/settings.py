"""How to reach one monday.com account, and where on its boards deals stand."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class MondaySettings:
    """A token, boards by id, and columns by id; an empty column is one that is not used.

    The default columns are those of monday CRM's own Deals and Contacts boards.
    """

    token: str = field(repr=False)
    base_url: str = "https://api.monday.com"
    api_version: str = "2026-07"
    """Quarterly; sent with every request, so that a new one changes nothing unasked."""
    timeout_s: float = 30.0
    """For one request in all; monday applies 25 writes of one request one after the other."""
    deals_board: str
    contacts_board: str = ""
    stage_column: str = "deal_stage"
    amount_column: str = "deal_value"
    close_column: str = "deal_expected_close_date"
    owner_column: str = "deal_owner"
    lost_reason_column: str = ""
    deal_email_column: str = ""
    """An e-mail column on the deals board itself, where there is one."""
    contact_email_column: str = "contact_email"
    contact_deals_column: str = "contact_deal"
    """The column on the contacts board that connects a contact with its deals."""
    won: tuple[str, ...] = ("Won", "Closed Won")
    """Labels of the stage that mean won; upper and lower case are one."""
    lost: tuple[str, ...] = ("Lost", "Closed Lost")
    calls_board: str = ""
    """Boards of our own are found by their names where no id is given."""
    snapshots_board: str = ""
    currency: str = "USD"
    """Of all amounts (ISO 4217): a numbers column knows no currency code."""

"""Every GraphQL document that is sent. Data travels in variables, never in a document."""

from collections.abc import Mapping

PAGE = 500
"""Items of one page; monday's own limit."""
ITEMS = 100
"""Items asked for by id at once; monday's own limit. Without a ``limit`` it gives 25 of them."""
USERS = 200
BOARDS = 100
LOGS = 1000

_CELL = """
fragment Cell on ColumnValue {
  id type text
  ... on NumbersValue { number }
  ... on DateValue { date }
  ... on LinkValue { url }
}"""
_CONTACT = """
fragment Contact on Item {
  id
  column_values(ids: $cells) {
    id text
    ... on EmailValue { email }
    ... on BoardRelationValue { linked_item_ids }
  }
}"""
_DEAL = """
fragment Deal on Item {
  id name url created_at updated_at
  board { id }
  column_values(ids: $cells) {
    id type text
    ... on NumbersValue { number }
    ... on DateValue { date }
    ... on StatusValue { label updated_at }
    ... on EmailValue { email }
    ... on PeopleValue { persons_and_teams { id kind } }
    ... on BoardRelationValue { display_value }
    ... on MirrorValue { display_value }
    ... on FormulaValue { display_value }
  }
}"""

ME = "query Me { me { id } }"

BOARD = """
query Board($boards: [ID!]) {
  boards(ids: $boards, limit: 1) {
    id name workspace_id items_count items_limit
    columns { id title type archived }
  }
}"""

BOARD_NAMES = """
query BoardNames($page: Int!, $workspaces: [ID]) {
  boards(limit: 100, page: $page, state: active, workspace_ids: $workspaces) { id name type }
}"""

PEOPLE = """
query People($page: Int!) {
  users(limit: 200, page: $page, status: [ACTIVE, INACTIVE]) { id name email status is_deleted }
}"""

CONTACTS = (
    """
query Contacts($board: ID!, $columns: [ItemsPageByColumnValuesQuery!], $cells: [String!]) {
  items_page_by_column_values(board_id: $board, columns: $columns, limit: 500) {
    cursor items { ...Contact }
  }
}"""
    + _CONTACT
)

KEYS = (
    """
query Keys(
  $board: ID!, $columns: [ItemsPageByColumnValuesQuery!], $cells: [String!],
  $items: [ID!], $deals: Boolean!
) {
  items_page_by_column_values(board_id: $board, columns: $columns, limit: 500) {
    cursor items { ...Contact }
  }
  items(ids: $items, limit: 100, exclude_nonactive: true) @include(if: $deals) {
    id url board { id }
  }
}"""
    + _CONTACT
)

NEXT_CONTACTS = (
    """
query NextContacts($cursor: String!, $cells: [String!]) {
  next_items_page(cursor: $cursor, limit: 500) { cursor items { ...Contact } }
}"""
    + _CONTACT
)

DEALS = (
    """
query Deals($items: [ID!], $cells: [String!]) {
  items(ids: $items, limit: 100, exclude_nonactive: true) { ...Deal }
}"""
    + _DEAL
)

DEAL_PAGE = (
    """
query DealPage($boards: [ID!], $params: ItemsQuery, $cells: [String!]) {
  boards(ids: $boards, limit: 1) {
    items_page(limit: 500, query_params: $params) { cursor items { ...Deal } }
  }
}"""
    + _DEAL
)

NEXT_DEALS = (
    """
query NextDeals($cursor: String!, $cells: [String!]) {
  next_items_page(cursor: $cursor, limit: 500) { cursor items { ...Deal } }
}"""
    + _DEAL
)

RECORDS = (
    """
query Records($items: [ID!], $cells: [String!]) {
  items(ids: $items, limit: 100, exclude_nonactive: true) {
    id board { id } column_values(ids: $cells) { ...Cell }
  }
}"""
    + _CELL
)

ALIVE = """
query Alive($items: [ID!]) {
  items(ids: $items, limit: 100, exclude_nonactive: true) { id url board { id } }
}"""

ACTIVITY = """
query Activity(
  $boards: [ID!], $items: [ID!], $columns: [String],
  $from: ISO8601DateTime, $to: ISO8601DateTime, $page: Int!
) {
  boards(ids: $boards, limit: 1) {
    activity_logs(
      item_ids: $items, column_ids: $columns, from: $from, to: $to, limit: 1000, page: $page
    ) { id event data created_at user_id }
  }
}"""

CREATE_BOARD = """
mutation CreateBoard($name: String!, $kind: BoardKind!, $workspace: ID, $description: String) {
  create_board(
    board_name: $name, board_kind: $kind, workspace_id: $workspace,
    description: $description, empty: true
  ) { id }
}"""


def change_items(count: int) -> str:
    """Set columns of ``count`` items of one board: ``$item0``, ``$values0`` and so on."""
    call = (
        "change_multiple_column_values("
        "board_id: $board, item_id: $item{n}, column_values: $values{n})"
    )
    return _aliased("ChangeItems", call, {"item": "ID!", "values": "JSON!"}, count)


def create_items(count: int) -> str:
    """Create ``count`` items on one board: ``$name0``, ``$values0`` and so on."""
    call = "create_item(board_id: $board, item_name: $name{n}, column_values: $values{n})"
    return _aliased("CreateItems", call, {"name": "String!", "values": "JSON!"}, count)


def create_columns(count: int) -> str:
    """Create ``count`` columns on one board: ``$title0``, ``$type0``, ``$description0``."""
    call = (
        "create_column(board_id: $board, title: $title{n}, column_type: $type{n}, "
        "description: $description{n})"
    )
    kinds = {"title": "String!", "type": "ColumnType!", "description": "String"}
    return _aliased("CreateColumns", call, kinds, count)


def delete_items(count: int) -> str:
    """Delete ``count`` items: ``$item0`` and so on."""
    kinds = {"item": "ID!"}
    return _aliased("DeleteItems", "delete_item(item_id: $item{n})", kinds, count, board=False)


def _aliased(
    name: str, call: str, kinds: Mapping[str, str], count: int, *, board: bool = True
) -> str:
    """``count`` calls in one document, as ``row0`` and so on; monday runs them in order."""
    variables = [f"${each}{n}: {kind}" for n in range(count) for each, kind in kinds.items()]
    rows = "\n".join(f"  row{n}: {call.format(n=n)} {{ id }}" for n in range(count))
    head = ", ".join((["$board: ID!"] if board else []) + variables)
    return f"mutation {name}({head}) {{\n{rows}\n}}"

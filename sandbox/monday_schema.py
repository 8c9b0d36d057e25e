"""The part of monday's GraphQL schema that the sandbox serves; anything else is refused."""

SCALARS = "scalar JSON scalar Date scalar ISO8601DateTime"

QUERY = """
type Query {
  me: User
  users(limit: Int = 200, page: Int = 1, status: [UserStatus!]): [User!]
  boards(
    ids: [ID!], limit: Int = 25, page: Int = 1, state: State = active, workspace_ids: [ID]
  ): [Board]
  items(ids: [ID!], limit: Int = 25, page: Int = 1, exclude_nonactive: Boolean): [Item]
  items_page_by_column_values(
    board_id: ID!, columns: [ItemsPageByColumnValuesQuery!], cursor: String, limit: Int! = 25
  ): ItemsResponse!
  next_items_page(cursor: String!, limit: Int! = 25): ItemsResponse!
  complexity: Complexity
}
type Complexity { query: Int! before: Int! after: Int! reset_in_x_seconds: Int! }
type ItemsResponse { cursor: String items: [Item!]! }
input ItemsPageByColumnValuesQuery { column_id: String! column_values: [String]! }
input ItemsQuery { order_by: [ItemsQueryOrderBy!] ids: [ID!] }
input ItemsQueryOrderBy { column_id: String! direction: ItemsOrderByDirection = asc }
enum ItemsOrderByDirection { asc desc }
enum State { active all archived deleted }
"""

MUTATION = """
type Mutation {
  create_item(
    board_id: ID!, item_name: String!, column_values: JSON, group_id: String,
    create_labels_if_missing: Boolean
  ): Item
  change_multiple_column_values(
    board_id: ID!, item_id: ID, column_values: JSON!, create_labels_if_missing: Boolean
  ): Item
  delete_item(item_id: ID): Item
  create_column(
    board_id: ID!, title: String!, column_type: ColumnType!, description: String, id: String
  ): Column
  create_board(
    board_name: String!, board_kind: BoardKind!, workspace_id: ID, description: String,
    empty: Boolean = false
  ): Board
}
"""

OBJECTS = """
enum UserStatus { ACTIVE INACTIVE PENDING }
enum BoardKind { private public share }
enum BoardObjectType { board custom_object document sub_items_board }
enum Kind { agent person team }
enum ColumnType {
  board_relation date email formula link long_text mirror name numbers people status text
}
type Account { id: ID! slug: String! name: String! }
type User {
  id: ID! name: String! email: String! status: UserStatus! is_deleted: Boolean! kind: String!
  account: Account!
}
type Board {
  id: ID! name: String! type: BoardObjectType board_kind: BoardKind! state: State!
  workspace_id: ID description: String items_count: Int items_limit: Int url: String!
  columns(ids: [String]): [Column]
  items_page(cursor: String, limit: Int! = 25, query_params: ItemsQuery): ItemsResponse!
  activity_logs(
    column_ids: [String], from: ISO8601DateTime, item_ids: [ID!], limit: Int = 25,
    page: Int = 1, to: ISO8601DateTime, user_ids: [ID!]
  ): [ActivityLogType]
}
type Column { id: ID! title: String! type: ColumnType! description: String archived: Boolean! }
type ActivityLogType {
  id: String! event: String! entity: String! data: String! created_at: String! user_id: String!
  account_id: String!
}
type Item {
  id: ID! name: String! state: State url: String! created_at: Date updated_at: Date
  board: Board
  column_values(ids: [String!]): [ColumnValue!]!
}
type PeopleEntity { id: ID! kind: Kind }
"""

_COMMON = "id: ID! type: ColumnType! text: String value: JSON"
_VALUES = {
    "TextValue": "",
    "LongTextValue": "updated_at: Date",
    "NumbersValue": "number: Float",
    "DateValue": "date: String time: String updated_at: Date",
    "StatusValue": "index: Int label: String updated_at: Date",
    "EmailValue": "email: String label: String updated_at: Date",
    "LinkValue": "url: String url_text: String updated_at: Date",
    "PeopleValue": "persons_and_teams: [PeopleEntity!] updated_at: Date",
    "BoardRelationValue": "linked_item_ids: [ID!]! display_value: String! updated_at: Date",
    "MirrorValue": "display_value: String!",
    "FormulaValue": "display_value: String!",
}
VALUES = f"interface ColumnValue {{ {_COMMON} }}\n" + "\n".join(
    f"type {name} implements ColumnValue {{ {_COMMON} {own} }}" for name, own in _VALUES.items()
)

SDL = f"{SCALARS}\n{QUERY}\n{MUTATION}\n{OBJECTS}\n{VALUES}"

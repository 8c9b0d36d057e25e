"""What Alembic runs. ``store.schema.upgrade`` hands its open connection in; by hand, say
``alembic -x url=postgresql://… upgrade head`` (add ``--sql`` to print instead of run).
"""

from typing import Any

from alembic import context
from alembic.util import CommandError
from sqlalchemy import Connection

import store.stability_rows  # noqa: F401  # its table is one of METADATA's
from store import (
    batch_tables,
    change_tables,
    coaching_tables,
    fact_tables,
    profile_tables,
    stability_rows,
)
from store.engines import open_engine, parsed_url
from store.tables import METADATA

# Named here so that their tables are known to the metadata.
ALL_TABLES = (
    batch_tables, change_tables, coaching_tables, fact_tables, profile_tables, stability_rows,
)  # fmt: skip
SHARED: dict[str, Any] = {
    "target_metadata": METADATA,
    # Changes of a table that SQLite cannot alter are made by copying it.
    "render_as_batch": True,
    # Our SQLite connections leave BEGIN to us, so that DDL can be rolled back there too.
    "transactional_ddl": True,
}


def url_by_hand() -> str:
    url = context.get_x_argument(as_dictionary=True).get("url")
    if url is None:
        raise CommandError("say which database: alembic -x url=… (or use `reploop`)")
    return url


def migrate(connection: Connection) -> None:
    context.configure(connection=connection, **SHARED)
    with context.begin_transaction():
        context.run_migrations()


def print_sql() -> None:
    context.configure(
        dialect_name=parsed_url(url_by_hand()).get_backend_name(), literal_binds=True, **SHARED
    )
    with context.begin_transaction():
        context.run_migrations()


handed_in = context.config.attributes.get("connection")
if context.is_offline_mode():
    print_sql()
elif handed_in is not None:
    migrate(handed_in)
else:
    with open_engine(parsed_url(url_by_hand()), pooled=False).begin() as opened:
        migrate(opened)

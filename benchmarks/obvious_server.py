"""What the web app is measured against from below: the obvious way to write it.

A Starlette route that proves the signature, then in the thread pool adds one row through
the ORM, commits, and enqueues one RQ job. The same table and indexes as the web app's, the
same flushes to disk, as many connections as the pool has threads, and a lock time limit
long enough that no request fails: as well as this way can be done.
"""

import json
import sys
from datetime import UTC, datetime

import redis
from rq import Queue
from sqlalchemy import Engine
from sqlmodel import Session, create_engine
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.bare_server import PATH, proven, serve
from domain.webhooks import DeliveryState
from store.engines import parsed_url, sqlite_file
from store.tables import DeliveryRow

QUEUE = "obvious"
THREADS = 40
LOCK_TIMEOUT_S = 60


def make_app(database_url: str, redis_url: str) -> Starlette:
    """The app on a migrated database."""
    engine = _engine(database_url)
    queue = Queue(QUEUE, connection=redis.Redis.from_url(redis_url))

    def keep(body: bytes, now: datetime) -> None:
        event = json.loads(body)
        key = f"{event['event']}:{event['payload']['object']['uuid']}"
        with Session(engine) as session:
            session.add(
                DeliveryRow(
                    provider="zoom",
                    key=key,
                    event=event["event"],
                    received_at=now,
                    body=body,
                    state=DeliveryState.NEW,
                )
            )
            session.commit()
        queue.enqueue("app.tasks.work_off", key)

    async def webhook(request: Request) -> Response:
        body, now = await request.body(), datetime.now(UTC)
        if not proven(request.headers, body, now):
            return Response(status_code=401)
        await run_in_threadpool(keep, body, now)
        return Response(status_code=200)

    return Starlette(routes=[Route(PATH, webhook, methods=["POST"])])


def _engine(database_url: str) -> Engine:
    url = parsed_url(database_url)
    if sqlite_file(url) is None:
        return create_engine(url, pool_size=THREADS)
    return create_engine(url, pool_size=THREADS, connect_args={"timeout": LOCK_TIMEOUT_S})


if __name__ == "__main__":
    serve(make_app(sys.argv[1], sys.argv[2]))

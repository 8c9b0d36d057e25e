"""Deploying a metadata package through the REST resource of the Metadata API.

It is the one way in which an object can be created without a person. A deployment runs
by itself once it was begun; it is looked at until it is done.
"""

import io
import json
import zipfile
from collections.abc import Mapping

OPTIONS = {"deployOptions": {"rollbackOnError": True, "singlePackage": True}}
EPOCH = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, str]) -> bytes:
    """The files as an archive; the same files make the same bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as written:
        for path, text in sorted(files.items()):
            written.writestr(zipfile.ZipInfo(path, EPOCH), text)
    return archive.getvalue()


def multipart(boundary: str, archive: bytes) -> bytes:
    """The body of the request: options as JSON, then the archive."""
    head = (
        f"--{boundary}\r\n"
        'Content-Disposition: form-data; name="json"\r\n'
        "Content-Type: application/json\r\n\r\n"
        f"{json.dumps(OPTIONS)}\r\n"
        f"--{boundary}\r\n"
        'Content-Disposition: form-data; name="file"; filename="reploop.zip"\r\n'
        "Content-Type: application/zip\r\n\r\n"
    )
    return head.encode() + archive + f"\r\n--{boundary}--\r\n".encode()

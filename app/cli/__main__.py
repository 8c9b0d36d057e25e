"""``python -m app.cli``: how `reploop up` starts its processes."""

from app.cli.main import main

main()

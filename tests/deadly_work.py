"""Work for the worker processes of ``test_workers``. They import this module, so it imports little."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from claimcheck.domain import Article
from claimcheck.errors import ModelError

__all__ = ["upper"]


def upper(portion: list[Article]) -> list[str]:
    """The texts in capitals. Some texts end its process, the first time or always."""
    for article in portion:
        if article.text == "always":
            os.kill(os.getpid(), signal.SIGKILL)
        if article.text.startswith("once "):
            told = Path(article.text.removeprefix("once "))
            if not told.exists():
                told.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        if article.text == "no model":
            raise ModelError("the language model is missing")
    return [article.text.upper() for article in portion]

"""The server itself: which drafts are open, when they are checked, who is told."""

from __future__ import annotations

import asyncio
import datetime
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from claimcheck.check import Baselines, Checked, Request, check_text
from claimcheck.check.analysis import Analyse, here
from claimcheck.domain import Report
from claimcheck.errors import ClaimcheckError
from claimcheck.lsp.diagnostics import diagnostics, write_pages
from claimcheck.lsp.hover import hover
from claimcheck.version import __version__

__all__ = ["make_server"]

_PAUSE = 0.5
"""Seconds without a keystroke before a draft is checked again."""


class _Drafts:
    """The open drafts with their latest reports. They are checked one after the other, beside the conversation."""

    def __init__(self, server: LanguageServer, analyse: Analyse, pages: dict[str, str]) -> None:
        self._server = server
        self._analyse = analyse
        self._pages = pages
        self._reports: dict[str, Report] = {}
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="claimcheck")

    async def check(self, uri: str, *, pause: float = 0) -> None:
        """Check a draft and tell what was found, unless it changes meanwhile or is closed."""
        version = self._server.workspace.get_text_document(uri).version
        await asyncio.sleep(pause)
        document = self._server.workspace.text_documents.get(uri)
        if document is None or document.version != version:
            return
        outcome = await asyncio.get_running_loop().run_in_executor(self._thread, self._outcome, uri, document.source)
        latest = self._server.workspace.text_documents.get(uri)
        if latest is None or latest.version != version:
            return
        found: list[types.Diagnostic] = []
        if isinstance(outcome, Checked):
            self._reports[uri] = outcome.report
            found = diagnostics(outcome.report, uri, self._pages, self.encoding)
        else:
            self._reports.pop(uri, None)
            self._server.window_log_message(
                types.LogMessageParams(type=types.MessageType.Warning, message=str(outcome))
            )
        self._tell(uri, found, version)

    def _outcome(self, uri: str, text: str) -> Checked | ClaimcheckError:
        # Nothing is kept of what is being written.
        request = Request(paths=(to_fs_path(uri) or Path(uri).name,), today=datetime.date.today(), cache=False)
        try:
            return check_text(text, request, Baselines(), self._analyse)
        except ClaimcheckError as error:
            return error

    def close(self, uri: str) -> None:
        """Forget a draft."""
        self._reports.pop(uri, None)
        self._tell(uri, [], None)

    def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        """What is known at a position."""
        report = self._reports.get(uri)
        return None if report is None else hover(report, position, self.encoding)

    @property
    def encoding(self) -> types.PositionEncodingKind:
        """In which units columns are counted, as agreed with the editor."""
        return types.PositionEncodingKind(self._server.workspace.position_encoding)

    def _tell(self, uri: str, found: list[types.Diagnostic], version: int | None) -> None:
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=found, version=version)
        )


def make_server(analyse: Analyse = here, pages: Path | None = None) -> LanguageServer:
    """A server that is ready to be started; ``pages`` is the folder for the rules' pages.

    ``analyse`` takes the place of the language model.
    """
    server = LanguageServer("claimcheck", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
    drafts = _Drafts(server, analyse, write_pages(pages))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        await drafts.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        await drafts.check(params.text_document.uri, pause=_PAUSE)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        await drafts.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        drafts.close(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        return drafts.hover(params.text_document.uri, params.position)

    return server

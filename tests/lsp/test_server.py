"""The language server, spoken to as an editor does: in a process of its own, over its standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="the lsp extra is not installed")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from claimcheck.lsp.hover import hover
from claimcheck.lsp.places import range_of
from tests.reporters.findings.sample import reports

ROOT = Path(__file__).parents[2]
SERVER = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(ROOT)!r})
from claimcheck.lsp import make_server
from tests.stand_in import analysed
make_server(analysed, pages=Path(sys.argv[1])).start_io()
"""
TEXT = "# Ferry news\n\n🚢 **Police claimed** the ferry sank.\n\nIt rained, police said.\n"


class Editor:
    """An editor with one draft open."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.uri = (folder / "draft.md").as_uri()
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.logged: list[str] = []

    async def diagnostics(self) -> list[types.Diagnostic]:
        """What the server says next."""
        return list((await asyncio.wait_for(self.told.get(), timeout=60)).diagnostics)

    def open(self, text: str) -> None:
        document = types.TextDocumentItem(uri=self.uri, language_id="markdown", version=1, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=document))

    def change(self, version: int, text: str) -> None:
        document = types.VersionedTextDocumentIdentifier(uri=self.uri, version=version)
        whole = types.TextDocumentContentChangeWholeDocument(text=text)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(text_document=document, content_changes=[whole])
        )

    async def hover(self, line: int, character: int) -> types.Hover | None:
        document = types.TextDocumentIdentifier(uri=self.uri)
        position = types.Position(line=line, character=character)
        return await self.client.text_document_hover_async(types.HoverParams(text_document=document, position=position))


def talk(script: Callable[[Editor], Awaitable[None]], folder: Path, encodings: list[Any] | None = None) -> None:
    """Start a server in ``folder``, play the script, and end it as the protocol asks for."""

    async def conversation() -> None:
        client = LanguageClient("editor", "1")
        editor = Editor(client, folder)

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params: types.PublishDiagnosticsParams) -> None:
            editor.told.put_nowait(params)

        @client.feature(types.WINDOW_LOG_MESSAGE)
        def logged(params: types.LogMessageParams) -> None:
            editor.logged.append(params.message)

        await client.start_io(sys.executable, "-c", SERVER, str(folder / "pages"))
        general = None if encodings is None else types.GeneralClientCapabilities(position_encodings=encodings)
        capabilities = types.ClientCapabilities(general=general)
        await client.initialize_async(types.InitializeParams(capabilities=capabilities, root_uri=folder.as_uri()))
        client.initialized(types.InitializedParams())
        try:
            await script(editor)
        finally:
            await client.shutdown_async(None)
            client.exit(None)
            await client.stop()

    asyncio.run(conversation())


def test_a_draft_is_checked_while_it_is_written(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        editor.open(TEXT)
        (one,) = await editor.diagnostics()
        assert (one.code, one.severity, one.source) == ("CC210", types.DiagnosticSeverity.Warning, "claimcheck")
        # The ship is two units wide, and the asterisks are in the file.
        assert one.range == types.Range(start=types.Position(2, 0), end=types.Position(2, 37))
        assert one.code_description is not None
        page = Path(one.code_description.href.removeprefix("file://"))
        assert page.read_text(encoding="utf-8").startswith("# CC210 unconfirmed-claim")

        about = await editor.hover(2, 8)
        assert about is not None
        assert isinstance(about.contents, types.MarkupContent)
        status, source, ground = about.contents.value.split("\n\n")
        assert status.startswith("**unconfirmed**: ")
        assert (source, ground) == ("Source: Police", "- cue: “claimed”")
        assert await editor.hover(1, 0) is None

        editor.change(2, TEXT.replace("claimed", "said"))
        assert await editor.diagnostics() == []
        editor.change(3, TEXT)
        (again,) = await editor.diagnostics()
        assert again.range == one.range

        document = types.TextDocumentIdentifier(uri=editor.uri)
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(text_document=document))
        assert await editor.diagnostics() == []

    talk(script, tmp_path)


def test_settings_hold_and_what_is_wrong_with_them_is_logged(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text('ignore = ["CC210"]')

    async def script(editor: Editor) -> None:
        editor.open(TEXT)
        assert await editor.diagnostics() == []
        (tmp_path / "claimcheck.toml").write_text("selct = []")
        editor.change(2, TEXT + "\n")
        assert await editor.diagnostics() == []
        assert any("selct is no setting; did you mean 'select'?" in line for line in editor.logged)
        editor.change(3, "\n")
        assert await editor.diagnostics() == []

    talk(script, tmp_path)


@pytest.mark.parametrize(("encoding", "end"), [("utf-8", 39), ("utf-32", 36)])
def test_columns_are_counted_as_the_editor_counts(tmp_path: Path, encoding: str, end: int) -> None:
    async def script(editor: Editor) -> None:
        editor.open(TEXT)
        (one,) = await editor.diagnostics()
        assert one.range.end == types.Position(2, end)

    talk(script, tmp_path, [types.PositionEncodingKind(encoding)])


def test_a_place_that_is_not_known_is_the_start() -> None:
    report = next(report for report in reports() if report.headline is not None)
    place = range_of(report.place(report.findings[0]), report.article, types.PositionEncodingKind.Utf16)
    assert place == types.Range(start=types.Position(0, 0), end=types.Position(0, 0))
    assert hover(report, types.Position(0, 0), types.PositionEncodingKind.Utf16) is None

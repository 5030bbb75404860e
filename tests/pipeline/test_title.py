"""A headline given apart from the text."""

from __future__ import annotations

from claimcheck.domain import Claim, ClaimScope, Evidence, EvidenceKind, Source, SourceKind, Span
from claimcheck.pipeline.claims.gists import Gist
from claimcheck.pipeline.status.settling import Unsettled
from claimcheck.pipeline.title import with_title

POLICE = Source(id="s1", name="Riga police", kind=SourceKind.POLICE_COURTS)
MAYOR = Source(id="s1", name="Anna Liepa", kind=SourceKind.PERSON)


EMPTY = Gist(
    words={}, groups={}, kin=frozenset(), events=frozenset(), event_kin=frozenset(), names=frozenset(),
    subject=frozenset(), numbers=frozenset(), days=frozenset(), negated=False,
)  # fmt: skip


def claim(text: str, source: str | None = None, *evidence: Evidence) -> Unsettled:
    made = Claim(
        id="x", spans=(Span(start=0, end=len(text)),), text=text, standalone=text, source_id=source, origin_id=source
    )
    return Unsettled(claim=made, gist=EMPTY, evidence=evidence, sourced=source is not None, identified=True)


def without_offsets(
    title: list[Unsettled], title_sources: list[Source], body: list[Unsettled], sources: list[Source]
) -> tuple[list[Unsettled], tuple[Source, ...]]:
    both, every = with_title(title, title_sources, body, sources)
    return list(both), every


def test_the_title_comes_first_and_stands_nowhere() -> None:
    evidence = Evidence(kind=EvidenceKind.MODALITY, span=Span(start=6, end=9), text="may", note="")
    unsettled, sources = without_offsets(
        [claim("Ferry may have sunk", None, evidence)], [], [claim("The ferry left at noon")], []
    )
    claims = [item.claim for item in unsettled]
    assert [c.text for c in claims] == ["Ferry may have sunk", "The ferry left at noon"]
    assert claims[0].scope is ClaimScope.HEADLINE
    assert claims[0].spans == ()
    assert unsettled[0].evidence[0].text == "may"
    assert unsettled[0].evidence[0].span is None
    assert sources == ()


def test_a_source_of_the_same_name_is_the_bodys_source() -> None:
    claims, sources = without_offsets([claim("Ferry sank", "s1")], [POLICE], [claim("A ferry sank", "s1")], [POLICE])
    assert claims[0].claim.source_id == claims[0].claim.origin_id == "s1"
    assert sources == (POLICE,)


def test_a_source_that_only_the_title_has_gets_an_id_of_its_own() -> None:
    claims, sources = without_offsets([claim("Bridge is safe", "s1")], [MAYOR], [claim("A ferry sank", "s1")], [POLICE])
    assert [(s.id, s.name) for s in sources] == [("s1", "Riga police"), ("s2", "Anna Liepa")]
    assert claims[0].claim.source_id == "s2"


def test_a_source_of_the_title_that_vouches_for_nothing_is_left_out() -> None:
    assert without_offsets([claim("Bridge is safe")], [MAYOR], [], [])[1] == ()


def test_the_bodys_ids_do_not_depend_on_the_title() -> None:
    body = [claim("Ferry sank")]
    titled = without_offsets([claim("Ferry sank")], [], body, [])[0]
    alone = without_offsets([], [], body, [])[0]
    assert titled[1].claim.id == alone[0].claim.id
    assert titled[0].claim.id != titled[1].claim.id

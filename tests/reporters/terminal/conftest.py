"""Two reports made by hand: the seed article as a careful editor reads it, and a short article with every status."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from claimcheck.domain import (
    Article,
    Attribution,
    AttributionMode,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    ClaimScope,
    Evidence,
    EvidenceKind,
    Headline,
    HeadlineForm,
    HeadlineRelation,
    Mention,
    MentionHow,
    Report,
    Source,
    SourceKind,
    Span,
    StateControl,
    Status,
    Versions,
    claim_ids,
)
from claimcheck.reporters.terminal import render

ROOT = Path(__file__).parents[3]
VERSIONS = Versions(claimcheck="0", model="0")


class Marked:
    """Finds words in an article's text and makes claims, attributions and evidence of them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.attributions: list[Attribution] = []
        self.claims: list[Claim] = []

    def span(self, words: str) -> Span:
        start = self.article.text.index(words)
        return Span(start=start, end=start + len(words))

    def spans(self, *pieces: str) -> tuple[Span, ...]:
        return tuple(self.span(words) for words in pieces)

    def evidence(
        self, kind: EvidenceKind, words: str, note: str = "", agent: str | None = None, *, cue_class: str | None = None
    ) -> Evidence:
        return Evidence(kind=kind, span=self.span(words), text=words, note=note, agent=agent, cue_class=cue_class)

    def attribution(
        self, source: str, cue: str, source_id: str | None, *, channel: str | None = None, parent: str | None = None
    ) -> str:
        made = Attribution(
            id=f"a{len(self.attributions) + 1}",
            source=self.spans(source) if source else (),
            cue=self.spans(cue) if cue else (),
            content=(),
            mode=AttributionMode.INDIRECT,
            source_id=source_id,
            channel=channel,
            parent=parent,
        )
        self.attributions.append(made)
        return made.id

    def claim(
        self,
        words: str,
        status: Status | None,
        source_id: str | None = None,
        *,
        attribution: str | None = None,
        via: tuple[str, ...] = (),
        evidence: tuple[Evidence, ...] = (),
        kind: ClaimKind = ClaimKind.EVENT,
        scope: ClaimScope = ClaimScope.BODY,
        standalone: str = "",
    ) -> None:
        (identity,) = claim_ids([(words, source_id)])
        self.claims.append(
            Claim(
                id=identity,
                spans=self.spans(words),
                text=words,
                standalone=standalone or words,
                attribution_id=attribution,
                source_id=source_id,
                via=via,
                origin_id=source_id,
                status=status,
                evidence=evidence,
                kind=kind,
                scope=scope,
            )
        )


def paragraphs(text: str, kinds: dict[int, BlockKind]) -> tuple[Block, ...]:
    """Every line that is not empty as a block; paragraphs, but for the ``kinds`` given by line number."""
    blocks = []
    offset = 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        if line.strip():
            span = Span(start=offset, end=offset + len(line.rstrip("\n")))
            blocks.append(Block(kind=kinds.get(number, BlockKind.PARAGRAPH), span=span))
        offset += len(line)
    return tuple(blocks)


def make_seed_report() -> Report:
    text = (ROOT / "seeds" / "niger-instructors.txt").read_text(encoding="utf-8")
    kinds = {1: BlockKind.CAPTION, 11: BlockKind.RELATED_LINK, 19: BlockKind.RELATED_LINK}
    article = Article(path="seeds/niger-instructors.txt", text=text, blocks=paragraphs(text, kinds))
    marked = Marked(article)
    media = Source(id="s1", name="the West African nation’s media", kind=SourceKind.OUTLET, country="NE", named=False)
    rtn = Source(
        id="s2",
        name="Radio Télévision du Niger",
        kind=SourceKind.OUTLET,
        aliases=("Radio Television du Niger", "RTN"),
        country="NE",
        state_controlled=StateControl.STATE_CONTROLLED,
    )
    camouflage = Source(id="s3", name="a man in camouflage", kind=SourceKind.PERSON, named=False)
    specialist = Source(id="s4", name="another Russian specialist", kind=SourceKind.PERSON, named=False)
    sputnik = Source(
        id="s5",
        name="Sputnik",
        kind=SourceKind.AGENCY,
        country="RU",
        state_controlled=StateControl.STATE_CONTROLLED,
    )
    ministry = Source(id="s6", name="Russian Ministry of Defence", kind=SourceKind.GOVERNMENT, country="RU")
    kremlin = Source(id="s7", name="Kremlin", kind=SourceKind.GOVERNMENT, country="RU")
    leadership = Source(id="s8", name="the new leadership", kind=SourceKind.GOVERNMENT, country="NE", named=False)
    rulers = Source(id="s9", name="Niamey’s military rulers", kind=SourceKind.GOVERNMENT, country="NE")
    washington = Source(
        id="s10", name="United States government", kind=SourceKind.GOVERNMENT, aliases=("Washington",), country="US"
    )

    marked.claim(
        "Nigerien military ruler Abdourahamane Tchiani discussed security cooperation with President Vladimir Putin "
        "last month",
        Status.ASSERTED,
        scope=ClaimScope.CAPTION,
    )
    reports = marked.attribution("the West African nation’s media reports", "according to", "s1")
    marked.claim(
        "A Russian military cargo plane has brought a team of instructors and various equipment to assist the Nigerien "
        "army with counter-terrorism training",
        Status.ATTRIBUTED,
        "s1",
        attribution=reports,
    )
    reported = marked.attribution("Radio Television du Niger (RTN)", "reported late Thursday", "s2", channel="footage")
    marked.claim(
        "The Russian instructors arrived in the country on Wednesday night",
        Status.ATTRIBUTED,
        "s2",
        attribution=reported,
        evidence=(
            marked.evidence(EvidenceKind.CUE, "reported"),
            marked.evidence(EvidenceKind.FOOTAGE, "footage of a military plane unloading cargo"),
        ),
    )
    interview = marked.attribution("a man in camouflage interviewed by RTN", "said", "s3", channel="interview")
    marked.claim(
        "We are here to train the Nigerien army … (and) to develop military cooperation between Russia and Niger",
        Status.ATTRIBUTED,
        "s3",
        attribution=interview,
        via=("s2",),
        scope=ClaimScope.QUOTATION,
    )
    told = marked.attribution("another Russian specialist", "told", "s4")
    for words in (
        "We have a lot of experience in fighting terrorism",
        "we are here to share this experience with our friends",
        "We brought with us the educational and material base for the training of various specialists.",
    ):
        marked.claim(words, Status.ATTRIBUTED, "s4", attribution=told, via=("s5",), scope=ClaimScope.QUOTATION)
    claimed = marked.attribution("RTN", "claimed", "s2", channel="Facebook post")
    marked.claim(
        "the instructors will also install an air-defense system in Niger",
        Status.UNCONFIRMED,
        "s2",
        attribution=claimed,
        kind=ClaimKind.PLAN,
        evidence=(
            marked.evidence(
                EvidenceKind.NONCONFIRMATION,
                "has yet to confirm",
                "Russian Defense Ministry has yet to confirm the scope of the mission",
                "s6",
            ),
            marked.evidence(EvidenceKind.CUE, "claimed", "Radio Télévision du Niger's verb is 'claimed'"),
        ),
        standalone="the [Russian] instructors will also install an air-defense system in Niger",
    )
    marked.claim(
        "Niger’s transitional leader, Abdourahamane Tchiani, and Russian President Vladimir Putin committed to "
        "coordinating efforts to combat terrorism in the Sahel region last month",
        Status.ASSERTED,
    )
    according = marked.attribution("the Kremlin", "According to", "s7")
    marked.claim(
        "the issue was discussed when the West African nation’s leader called Putin to express solidarity with Moscow",
        Status.ATTRIBUTED,
        "s7",
        attribution=according,
    )
    marked.claim("the new leadership has taken measures to sever ties with Niamey’s former partners", Status.ASSERTED)
    citing = marked.attribution("the new leadership", "citing", "s8")
    marked.claim("their failure to quell jihadist violence in the Sahel", Status.ATTRIBUTED, "s8", attribution=citing)
    marked.claim("France completed the withdrawal of its troops from Niger in December", Status.ASSERTED)
    accusing = marked.attribution("Niamey’s military rulers", "accusing", "s9")
    marked.claim("the former colonial power of internal meddling", Status.ATTRIBUTED, "s9", attribution=accusing)
    ruled_out = marked.attribution("Washington", "ruled out", "s10")
    marked.claim(
        "ruled out disengagement from Niger",
        Status.CONFIRMED,
        "s10",
        attribution=ruled_out,
        evidence=(marked.evidence(EvidenceKind.SELF_STATEMENT, "ruled out", agent="s10"),),
    )
    marked.claim("Niamey revoked an agreement with the US on March 16", Status.ASSERTED)
    sources = (media, rtn, camouflage, specialist, sputnik, ministry, kremlin, leadership, rulers, washington)
    return Report(
        article=article,
        sources=sources,
        attributions=tuple(marked.attributions),
        claims=tuple(marked.claims),
        versions=VERSIONS,
    )


def make_harbour_report() -> Report:
    text = (Path(__file__).parent / "harbour.txt").read_text(encoding="utf-8")
    article = Article(path="drafts/ferry.txt", text=text, blocks=paragraphs(text, {1: BlockKind.HEADLINE}))
    marked = Marked(article)
    sources = (
        Source(id="s0", name="Tarvik Post", kind=SourceKind.OUTLET_ITSELF),
        Source(id="s1", name="Harbour master of Tarvik", kind=SourceKind.OFFICIAL, country="NO"),
        Source(id="s2", name="Local media", kind=SourceKind.OUTLET, named=False),
        Source(id="s3", name="posts on Telegram", kind=SourceKind.SOCIAL_MEDIA, named=False),
        Source(id="s4", name="Halla Line", kind=SourceKind.COMPANY, aliases=("the ferry company",), country="NO"),
        Source(
            id="s5",
            name="Bystanders",
            kind=SourceKind.PUBLIC,
            named=False,
            mentions=(Mention(span=marked.span("Bystanders"), source_id="s5", how=MentionHow.UNRESOLVED, score=0.0),),
        ),
        Source(id="s6", name="Ola Brekke", kind=SourceKind.PERSON),
        Source(id="s7", name="the union’s lawyer", kind=SourceKind.OFFICIAL, named=False),
        Source(id="s8", name="an inspector", kind=SourceKind.OFFICIAL, named=False),
        Source(id="s9", name="Liv Moen", kind=SourceKind.PUBLIC),
    )
    denial = marked.evidence(EvidenceKind.DENIAL, "All 31 of us came home", "Halla Line rejects it.", "s4")
    marked.claim(
        "two crew dead", Status.DENIED, "s0", scope=ClaimScope.HEADLINE, evidence=(denial,), kind=ClaimKind.QUANTITY
    )
    confirmed = marked.attribution("the harbour master", "confirmed", "s1")
    marked.claim(
        "A fire broke out on the ferry Halla on Sunday evening",
        Status.CONFIRMED,
        "s1",
        attribution=confirmed,
        evidence=(marked.evidence(EvidenceKind.VERIFICATION, "confirmed", agent="s1"),),
    )
    said = marked.attribution("Local media", "said", "s2")
    marked.claim("a second ship had seen the smoke", Status.ATTRIBUTED, "s2", attribution=said)
    posts = marked.attribution("posts on Telegram", "said", "s3", channel="Telegram")
    marked.claim(
        "two of the crew were dead",
        Status.DENIED,
        "s3",
        attribution=posts,
        evidence=(denial,),
        kind=ClaimKind.QUANTITY,
        standalone="two of the crew [of the ferry Halla] were dead",
    )
    bystanders = marked.attribution("Bystanders", "said", "s5")
    marked.claim(
        "the captain had left first",
        Status.DISPUTED,
        "s5",
        attribution=bystanders,
        evidence=(
            marked.evidence(EvidenceKind.DENIAL, "denies", agent="s6"),
            marked.evidence(EvidenceKind.CUE, "said the captain", "Bystanders' verb is 'said'", cue_class="REPORT"),
            marked.evidence(EvidenceKind.UNNAMED_SOURCE, "Bystanders"),
        ),
    )
    marked.claim(
        "A picture of the wreck",
        Status.REFUTED,
        evidence=(marked.evidence(EvidenceKind.FALSIFICATION, "shows another ship, taken in 2011"),),
    )
    nobody = marked.attribution("", "It was reported", None)
    marked.claim(
        "the engines had failed twice this year",
        Status.ATTRIBUTED,
        attribution=nobody,
        evidence=(marked.evidence(EvidenceKind.SOUGHT_COMMENT, "the engine maker did not reply to questions"),),
    )
    lawyer = marked.attribution("The union’s lawyer", "said", "s7")
    inspector = marked.attribution("an inspector", "told", "s8", parent=lawyer)
    marked.claim("the sprinklers were switched off", Status.ATTRIBUTED, "s8", attribution=inspector)
    moen = marked.attribution("Liv Moen", "said Liv", "s9")
    marked.claim("A disgrace", None, "s9", attribution=moen, kind=ClaimKind.OPINION, scope=ClaimScope.QUOTATION)
    marked.claim("Who will answer for it?", None, kind=ClaimKind.QUESTION)
    marked.claim("the sprinklers were off", None, kind=ClaimKind.HYPOTHETICAL)
    return Report(
        article=article,
        sources=sources,
        attributions=tuple(marked.attributions),
        claims=tuple(marked.claims),
        versions=VERSIONS,
        headline=Headline(
            text="Ferry sank off Tarvik after fire, two crew dead",
            span=article.blocks[0].span,
            form=HeadlineForm.FLAT,
            relation=HeadlineRelation.OVERCLAIMS,
            claims=(marked.claims[0].id,),
        ),
    )


@pytest.fixture(scope="session")
def seed_report() -> Report:
    return make_seed_report()


@pytest.fixture(scope="session")
def harbour_report() -> Report:
    return make_harbour_report()


@pytest.fixture(scope="session")
def drawn() -> Callable[..., str]:
    """What ``render`` prints at a width, without colour."""

    def draw(report: Report, width: int = 80, *, flagged_only: bool = False) -> str:
        console = Console(file=StringIO(), width=width, color_system=None)
        render(report, console, flagged_only=flagged_only)
        return console.file.getvalue()

    return draw

"""The words of the trade: what an article, a source, an attribution and a claim are.

Frozen, keyword-only types on the standard library alone; change one through ``dataclasses.replace``. All offsets are
half-open Unicode code points into ``Article.text``. Order is always text order, so that equal input gives equal output.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

__all__ = [
    "Article",
    "Attribution",
    "AttributionMode",
    "Block",
    "BlockKind",
    "Claim",
    "ClaimKind",
    "ClaimScope",
    "Description",
    "Evidence",
    "EvidenceKind",
    "Finding",
    "Headline",
    "HeadlineForm",
    "HeadlineRelation",
    "Location",
    "Mention",
    "MentionHow",
    "Polarity",
    "Related",
    "Report",
    "Severity",
    "Source",
    "SourceKind",
    "Span",
    "StateControl",
    "Status",
    "Summary",
    "Versions",
    "claim_ids",
    "normalised",
]


class _ClosedSet(str, Enum):
    """A set of words that is part of the contract: a member compares, prints and serialises as its word."""

    def __str__(self) -> str:
        return str(self.value)

    def __format__(self, format_spec: str) -> str:
        # Python 3.10 to 3.12 disagree about how a str-valued Enum formats; here it is the word, everywhere.
        return format(str(self.value), format_spec)


class Status(_ClosedSet):
    """What the text itself establishes about a claim."""

    CONFIRMED = "confirmed"
    """A ground beyond one say-so, and nothing in the article contests it."""
    ATTRIBUTED = "attributed"
    """Somebody else says it, in neutral wording."""
    ASSERTED = "asserted"
    """The outlet's own voice, unhedged."""
    UNCONFIRMED = "unconfirmed"
    """The text signals that it is not established."""
    DISPUTED = "disputed"
    """An identified source asserts it, another denies it."""
    DENIED = "denied"
    """An identified party denies it and nobody identified asserts it."""
    REFUTED = "refuted"
    """The outlet or an official record says that it is not so."""

    @property
    def flagged(self) -> bool:
        """Whether an editor should look at a claim with this status."""
        return self in (Status.UNCONFIRMED, Status.DISPUTED, Status.DENIED, Status.REFUTED)


class BlockKind(_ClosedSet):
    """What a stretch of an article's text is, on the page."""

    HEADLINE = "headline"
    DEK = "dek"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    BLOCKQUOTE = "blockquote"
    CAPTION = "caption"
    CREDIT = "credit"
    LIST_ITEM = "list_item"
    RELATED_LINK = "related_link"
    EMBED = "embed"


class SourceKind(_ClosedSet):
    """What sort of party vouches for a claim."""

    PERSON = "person"
    OFFICIAL = "official"
    GOVERNMENT = "government"
    MILITARY = "military"
    POLICE_COURTS = "police_courts"
    PARTY_POLITICS = "party_politics"
    COMPANY = "company"
    ORGANISATION = "organisation"
    INTERNATIONAL_BODY = "international_body"
    OUTLET = "outlet"
    AGENCY = "agency"
    DOCUMENT = "document"
    SOCIAL_MEDIA = "social_media"
    PUBLIC = "public"
    OUTLET_ITSELF = "outlet_itself"
    """The article's own voice."""
    UNKNOWN = "unknown"


class StateControl(_ClosedSet):
    """How a state stands to a medium. A public broadcaster that edits freely is never labelled like a state's organ."""

    STATE_CONTROLLED = "state_controlled"
    CAPTURED_PUBLIC = "captured_public"
    INDEPENDENT_PUBLIC = "independent_public"


class MentionHow(_ClosedSet):
    """By which step a mention was traced to its source."""

    EXACT = "exact"
    ALIAS = "alias"
    ACRONYM = "acronym"
    FUZZY = "fuzzy"
    COREFERENCE = "coreference"
    METONYM = "metonym"
    NOMINAL = "nominal"
    UNRESOLVED = "unresolved"


class AttributionMode(_ClosedSet):
    """Whether the content stands in quotation marks: all of it, none of it, or a part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class ClaimScope(_ClosedSet):
    """Where in the article a claim is made."""

    HEADLINE = "headline"
    BODY = "body"
    QUOTATION = "quotation"
    CAPTION = "caption"


class ClaimKind(_ClosedSet):
    """What sort of thing is claimed."""

    EVENT = "event"
    STATE = "state"
    QUANTITY = "quantity"
    PLAN = "plan"
    """What somebody intends or has decided to do; it keeps a status: is it established that this is planned?"""
    FORECAST = "forecast"
    """What is expected to happen; it keeps a status."""
    OPINION = "opinion"
    QUESTION = "question"
    HYPOTHETICAL = "hypothetical"
    EXPRESSION = "expression"
    """A greeting, a thanks, a joke, an order."""

    @property
    def has_status(self) -> bool:
        """Whether a claim of this kind can be confirmed or not at all."""
        return self not in (ClaimKind.OPINION, ClaimKind.QUESTION, ClaimKind.HYPOTHETICAL, ClaimKind.EXPRESSION)


class EvidenceKind(_ClosedSet):
    """What sort of ground a stretch of text gives for a claim's status."""

    CUE = "cue"
    """The words that attribute the claim ("said", "claimed")."""
    NEGATION = "negation"
    MODALITY = "modality"
    """A hedge or a modal ("reportedly", "may have")."""
    VERIFICATION = "verification"
    """Somebody confirms, admits or verifies it."""
    NONCONFIRMATION = "nonconfirmation"
    """Somebody has not confirmed it, or could not verify it."""
    DENIAL = "denial"
    FALSIFICATION = "falsification"
    """It is called false, or corrected, or withdrawn."""
    SECOND_SOURCE = "second_source"
    """Another named origin says it too."""
    OBSERVATION = "observation"
    """The outlet saw it."""
    FOOTAGE = "footage"
    """Pictures shown by somebody else support it."""
    DOCUMENT = "document"
    """An official document says it."""
    SELF_STATEMENT = "self_statement"
    """The source speaks of its own act, decision or position."""
    SOUGHT_COMMENT = "sought_comment"
    """Somebody was asked and gave no answer; it changes nothing."""
    UNNAMED_SOURCE = "unnamed_source"
    """The source is not named; shown with the status, which it does not change."""
    SECONDHAND = "secondhand"
    """It reaches the article through another outlet; shown with the status, which it does not change."""
    PROPAGATION = "propagation"
    """The ground stands at another claim (``from_claim``) and carries over."""


class Polarity(_ClosedSet):
    """Whether the words of an evidence are affirmed or negated ("did confirm", "did not confirm")."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class HeadlineForm(_ClosedSet):
    """How a headline puts its claim."""

    FLAT = "flat"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"
    QUESTION = "question"


class HeadlineRelation(_ClosedSet):
    """How a headline stands to the body's status of the same claim."""

    CONSISTENT = "consistent"
    CAUTIOUS = "cautious"
    OVERCLAIMS = "overclaims"
    CONTRADICTS = "contradicts"
    UNKNOWN = "unknown"


class Severity(_ClosedSet):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of the article's text, half-open: ``text[span.start:span.end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        # Without this an empty span would read as "no span".
        return True

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text with one role on the page."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a span stands, as a person would say it. Lines and columns count from 1; the end is after the last letter.

    The line fields are None when the article's text has no map back to the lines of its file.
    """

    block: int | None
    """Index into ``Article.blocks`` of the block in which the span starts."""
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text as it was read, and what stands where in it."""

    path: str
    """The name the user knows it by: a file's path, a record's id, ``-`` for standard input."""
    text: str
    language: str = "en"
    title: str | None = None
    """A headline given apart from the text. One that stands in the text is a block."""
    published: str | None = None
    """The publication date as given, ISO 8601 where the input follows it."""
    outlet: str | None = None
    blocks: tuple[Block, ...] = ()
    """In text order and disjoint; once a reader has set them, every character that is not white space is in one."""
    positions: Literal["source", "text"] = "source"
    """``source``: lines and columns of ``text`` are those of the file. ``text``: there is no map back."""
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(found.end() for found in _LINE_BREAK.finditer(self.text)))
        object.__setattr__(self, "_line_starts", starts)

    def locate(self, span: Span) -> Location:
        """The block of ``span`` and, if the text is the file's, its lines and columns.

        A position inside a ``\\r\\n`` belongs to the line that it ends. Raises ``ValueError`` for a span that reaches
        beyond the text.
        """
        if span.end > len(self.text):
            raise ValueError(f"{span.start}:{span.end} reaches beyond the text, which has {len(self.text)} characters")
        index = bisect_right(self.blocks, span.start, key=lambda block: block.span.start) - 1
        block = index if index >= 0 and span.start < self.blocks[index].span.end else None
        if self.positions == "text":
            return Location(block=block)
        line, column = self._line_and_column(span.start)
        end_line, end_column = self._line_and_column(span.end)
        return Location(block=block, line=line, column=column, end_line=end_line, end_column=end_column)

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where the text speaks of a source."""

    span: Span
    source_id: str
    how: MentionHow
    score: float
    """Confidence of the match, 0 to 1."""
    chain: tuple[str, ...] = ()
    """The steps from the words to the source, nearest first: ``("he", "Tchiani", "Abdourahamane Tchiani")``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the text tells about a source that it does not name."""

    role: str | None = None
    """"official", "specialist", "aide"."""
    body: str | None = None
    """"the defence ministry"."""
    basis: str | None = None
    """How the source knows: "briefed on the talks"."""
    reason: str | None = None
    """Why it is not named: "not authorised to speak publicly"."""
    count: int | None = None
    """How many, where the text says so: "two officials"."""
    plural: bool = False
    """Whether the text speaks of more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A party that vouches for claims in this article, or carries them, under one canonical name."""

    id: str
    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    """Other names under which this article speaks of it."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    state_controlled: StateControl | None = None
    """None for all that is not known as a medium of the state or the public."""
    named: bool = True
    description: Description | None = None
    """For a source that is not named."""
    mentions: tuple[Mention, ...] = ()
    """In text order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody is said to say something: who (source), by which words (cue), what (content).

    Each of the three may be in several pieces, and each but one may be empty.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: AttributionMode
    source_id: str | None = None
    via: tuple[str, ...] = ()
    """Ids of the sources that carried it, outermost last."""
    channel: str | None = None
    """Where it was said: "Facebook post", "interview"."""
    parent: str | None = None
    """Id of the attribution in whose content this one stands."""
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A ground for a claim's status, with its words."""

    kind: EvidenceKind
    span: Span | None
    """None when the words stand in a title given apart from the text."""
    text: str
    note: str = ""
    """One sentence for the reader: what these words do to the claim."""
    from_claim: str | None = None
    """The claim at which the ground stands, when it carries over from another."""
    weight: float = 1.0
    cue_class: str | None = None
    """The class of the cue words, as the language's data names it: ``NONCOMMIT``, ``NONCONFIRM``."""
    agent: str | None = None
    """Id of the source that confirms, denies, or has yet to confirm."""
    polarity: Polarity = Polarity.POSITIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that the article says to be so."""

    id: str
    """From :func:`claim_ids`: it stays when a paragraph moves."""
    spans: tuple[Span, ...]
    """Where it stands; empty for a claim of a title given apart from the text."""
    text: str
    """Its words as they stand."""
    standalone: str
    """Its words so that they can be checked without the article; what was filled in stands in square brackets."""
    attribution_id: str | None = None
    source_id: str | None = None
    """Who vouches for it; None when the text does not say, or speaks in its own voice."""
    via: tuple[str, ...] = ()
    """Ids of the sources that carried it, outermost last."""
    origin_id: str | None = None
    """The innermost source: what corroboration counts."""
    status: Status | None = None
    """None for what can be neither confirmed nor denied; see ``ClaimKind.has_status``."""
    evidence: tuple[Evidence, ...] = ()
    """The grounds of the status, the deciding one first."""
    same_as: tuple[str, ...] = ()
    """Ids of the other members of its cluster; symmetric and transitive over the report."""
    scope: ClaimScope = ClaimScope.BODY
    kind: ClaimKind = ClaimKind.EVENT
    confidence: float = 1.0

    @property
    def flagged(self) -> bool:
        """Whether an editor should look at it."""
        return self.status is not None and self.status.flagged


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A further place that a finding speaks of."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A place where the article breaks an editorial rule."""

    code: str
    name: str
    severity: Severity
    message: str
    primary: Span | None
    """None when it concerns a title given apart from the text."""
    related: tuple[Related, ...] = ()
    claim_id: str | None = None
    hint: str = ""
    suppressed: bool = False
    reason: str | None = None
    """Why it is suppressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The headline, how it is put, and how it stands to the body."""

    text: str
    span: Span | None
    """None when the title was given apart from the text."""
    form: HeadlineForm
    relation: HeadlineRelation = HeadlineRelation.UNKNOWN
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What made a report."""

    claimcheck: str
    model: str
    schema: str = "1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A report in numbers."""

    claims: int
    by_status: tuple[tuple[Status, int], ...]
    """Every status in the order of the enumeration, with how many claims have it."""
    sources: int
    """Sources other than the article's own voice."""
    unnamed_sources: int
    flagged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that claimcheck has to say about one article. Ids in it point only within it."""

    article: Article
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    versions: Versions
    findings: tuple[Finding, ...] = ()
    headline: Headline | None = None

    @property
    def summary(self) -> Summary:
        """Counted anew at every call."""
        counts = Counter(claim.status for claim in self.claims)
        others = [source for source in self.sources if source.kind is not SourceKind.OUTLET_ITSELF]
        return Summary(
            claims=len(self.claims),
            by_status=tuple((status, counts[status]) for status in Status),
            sources=len(others),
            unnamed_sources=sum(not source.named for source in others),
            flagged=sum(claim.flagged for claim in self.claims),
        )


_WORD = re.compile(r"\w+")


def normalised(text: str) -> str:
    """The words of ``text`` without case, punctuation and spacing: ``“Café  Nr. 3”`` → ``café nr 3``."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def claim_ids(claims: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    """Stable ids for an article's claims, given in text order as pairs of text and source name (None: no source).

    An id is a hash of the normalised words, the normalised name, and how many times that pair came before. It does not
    depend on offsets, so it stays when a paragraph moves, when punctuation is mended and when other claims come or go.
    """
    seen: Counter[tuple[str, str]] = Counter()
    ids = []
    for text, source in claims:
        pair = (normalised(text), "" if source is None else normalised(source))
        key = "\x1f".join((*pair, str(seen[pair]))).encode("utf-8", "surrogatepass")
        ids.append(hashlib.blake2b(key, digest_size=8).hexdigest())
        seen[pair] += 1
    return tuple(ids)

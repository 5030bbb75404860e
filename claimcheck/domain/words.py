"""The closed sets of words that the contract is made of."""

from __future__ import annotations

from enum import Enum

__all__ = [
    "AttributionMode",
    "BlockKind",
    "ClaimKind",
    "ClaimScope",
    "EvidenceKind",
    "HeadlineForm",
    "HeadlineRelation",
    "MentionHow",
    "Polarity",
    "Severity",
    "SourceKind",
    "StateControl",
    "Status",
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

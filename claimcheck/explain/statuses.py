"""What each status means, how it is decided, and a sentence that has it. ``docs/statuses.md`` is written from here."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.domain import Status
from claimcheck.pipeline.status.decision import RULES

__all__ = ["MEANINGS", "WORDS", "Meaning", "page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A status in words."""

    definition: str
    example: str
    """A short text in which ``claim`` has the status."""
    claim: str
    advice: str
    """What an editor can do about it."""


MEANINGS: dict[Status, Meaning] = {
    Status.CONFIRMED: Meaning(
        definition="The text gives a ground beyond one say-so, and nothing in it contests the claim: the outlet saw or "
        "checked it; an official record says so; the party concerned or a competent authority confirms or admits it, "
        "or tells its own act or decision; or two independent named origins say it.",
        example="The airline acknowledged that a door had opened in flight.",
        claim="a door had opened in flight",
        advice="Nothing need be done.",
    ),
    Status.ATTRIBUTED: Meaning(
        definition="Somebody else than the outlet says it, in neutral words, and nothing in the text says that it is "
        "unconfirmed or contests it.",
        example="Snow had closed the pass, the border police said.",
        claim="Snow had closed the pass",
        advice="Nothing need be done; a second source would make more of it.",
    ),
    Status.ASSERTED: Meaning(
        definition="The outlet says it in its own voice, without a hedge and without a source.",
        example="The library opened in 1911.",
        claim="The library opened in 1911",
        advice="Ask how we know, where it is not common knowledge.",
    ),
    Status.UNCONFIRMED: Meaning(
        definition="The text itself signals that it is not established: a verb that keeps a distance (claim, allege, "
        "suggest), a hedge (reportedly, may have), or a statement that it is not confirmed or could not be verified.",
        example="The rebels claimed that the town had fallen.",
        claim="the town had fallen",
        advice="Keep the hedge wherever it is said again, above all in the headline; or find who can confirm it.",
    ),
    Status.DISPUTED: Meaning(
        definition="An identified source says that it is so, and another identified source denies or contradicts it.",
        example="The union said that the plant had leaked acid. The company denied it.",
        claim="the plant had leaked acid",
        advice="Give both sides wherever it is said again.",
    ),
    Status.DENIED: Meaning(
        definition="An identified party denies it, and nobody identified says that it is so: only reports or "
        "rumours do.",
        example="The palace denied rumours that the duke had left the country.",
        claim="the duke had left the country",
        advice="Ask whether a rumour that nobody stands for belongs in the text.",
    ),
    Status.REFUTED: Meaning(
        definition="The outlet in its own voice, an authority, or an official record says that it is not so: a hoax, a "
        "correction, a withdrawal.",
        example="A post said that sharks were swimming in the metro. The post was a hoax.",
        claim="sharks were swimming in the metro",
        advice="Never repeat it without saying that it is not so.",
    ),
}  # fmt: skip
WORDS = tuple(status.value for status in Status)


def page(word: str) -> str | None:
    """The page about a status, or None when the word is none."""
    if word.lower() not in WORDS:
        return None
    status = Status(word.lower())
    meaning = MEANINGS[status]
    rules = "\n".join(f"  {rule.number:>2}  {rule.words.replace('`', '')}" for rule in RULES if rule.status is status)
    flagged = "flagged: an editor should look at it" if status.flagged else "not flagged"
    return (
        f"{status} ({flagged})\n\n{meaning.definition}\n\n"
        f"Decided by the first of {len(RULES)} rules that fits, over all the evidence for the claim; these give it:\n"
        f"{rules}\n\n"
        f"Example\n  {meaning.example}\n  “{meaning.claim}” is {status}.\n\n{meaning.advice}\n"
    )

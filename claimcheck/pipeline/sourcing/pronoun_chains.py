"""Pronouns that stand for one and the same, whoever that may be: "she told … She said her …", "I … my …".

A chain names nobody. It keeps those together of whom a text speaks without saying who they are, so that three times
"he" is one unresolved source and not three.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import Block
from claimcheck.pipeline.grammar.quotations import quoted_tokens
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["PronounChains"]

_FORMS = {
    form: forms.partition(" ")[0]
    for forms in (
        "i me my mine myself", "we us our ours ourselves", "you your yours yourself yourselves",
        "he him his himself", "she her hers herself", "they them their theirs themselves",
    )
    for form in forms.split()
}  # fmt: skip
_WHOLE_ARTICLE = frozenset({"i", "we"})
"""Outside quotations these are the newsroom wherever they stand."""
_WHOLE_PARAGRAPH = frozenset({"i", "we", "you"})
"""These are the same all through a quotation; "you" all through a paragraph."""


class PronounChains:
    """The chains of one article."""

    def __init__(self, tree: Tree, blocks: Sequence[Block]) -> None:
        self._quoted, _ = quoted_tokens(tree, blocks)
        self._chains: dict[int, list[int]] = {}
        keyed: dict[tuple[str, bool, int], list[int]] = {}
        for number, block in enumerate(blocks):
            for token in tree.tokens(block.span):
                word = _FORMS.get(tree.words[token])
                if word is None or tree.pos[token] not in ("PRON", "DET"):
                    continue
                quoted = self._quoted[token]
                lasting = word in _WHOLE_ARTICLE and not quoted
                key = (word, quoted, -1 if lasting or word not in _WHOLE_PARAGRAPH else number)
                chain = keyed.get(key)
                far = chain and word not in _WHOLE_PARAGRAPH and tree.sentence[token] - tree.sentence[chain[-1]] > 1
                if chain is None or far:
                    chain = keyed[key] = []
                chain.append(token)
                self._chains[token] = chain

    def of(self, token: int) -> Sequence[int]:
        """The tokens of the chain that a pronoun is in, in text order; the token alone where it is in none."""
        return self._chains.get(token, (token,))

    def is_quoted(self, token: int) -> bool:
        """Whether a token stands in quotation marks."""
        return self._quoted[token]

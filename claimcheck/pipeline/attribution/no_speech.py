"""What the tagger takes for somebody's words though nobody says them.

"A deputy [showing] flu symptoms", "Priest leaves, parishioners [outraged]", "Nun had [no idea] she owned a castle": no
source, and what is told is the outlet's own word.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import Attribution, AttributionMode, SourceKind
from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.attribution.labels import names_speaker
from claimcheck.pipeline.attribution.parents import tokens_of
from claimcheck.pipeline.grammar.countered import fooled_into
from claimcheck.pipeline.grammar.cues import Cues
from claimcheck.pipeline.grammar.predicate import is_finite, is_predicate
from claimcheck.pipeline.grammar.reading import is_undergone
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["is_no_speech"]

_EXHIBITS = frozenset({SourceKind.DOCUMENT, SourceKind.SOCIAL_MEDIA, SourceKind.UNKNOWN})
_COLONS = frozenset({":", "--", "–", "—"})
_OBJECTS = ("obj", "xcomp", "ccomp")
_OPEN = frozenset({"whether", "if"})


def is_no_speech(tree: Tree, cues: Cues, attribution: Attribution) -> bool:
    """Whether an attribution of the tagger is none."""
    source, cue, content = (
        [*tokens_of(tree, spans)] for spans in (attribution.source, attribution.cue, attribution.content)
    )
    lexicon = english()
    return bool(content) and (
        _is_greeting(tree, attribution, content)
        or _is_topic(tree, source, cue, content)
        or _is_undone(tree, cue, lexicon)
        or _is_plea(tree, cue, content)
        or _is_act(tree, attribution, cue, content, lexicon)
        or _is_undenied(tree, cue, lexicon)
        or _is_fooled(tree, cue, lexicon)
        or _is_proven(tree, cue, lexicon)
        or _is_seen(tree, source, cue, content, lexicon)
        or _is_seeming(tree, source, cue)
        or _is_of_source(tree, source, cue, content)
        or _is_feeling(tree, source, cue, content, lexicon)
        or _is_unknown(tree, cues, cue, content, lexicon)
        or _is_hearsay(tree, source, cue, content, lexicon)
        or _is_heading(tree, cues, source, cue, content, lexicon)
    )


def _is_greeting(tree: Tree, attribution: Attribution, content: Sequence[int]) -> bool:
    """Whether all that is said is one word that tells nothing: "said goodbye"."""
    words = [token for token in content if tree.pos[token] != "PUNCT"]
    return attribution.mode is AttributionMode.INDIRECT and len(words) == 1 and tree.tags[words[0]] in ("NN", "UH")


def _is_topic(tree: Tree, source: Sequence[int], cue: Sequence[int], content: Sequence[int]) -> bool:
    """Whether a colon is all that makes a speaker of somebody of whom the rest tells: "Holm: fugitive trader held"."""
    if not source or any(tree.pos[token] not in ("PUNCT", "SYM") for token in cue):
        return False
    return not names_speaker(tree, source, content, leads=source[0] < content[0])


def _is_undone(tree: Tree, cue: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether somebody did not do what no verb of saying tells: "TV [did not blur] the queen's face"."""
    if lexicon.words["negators"].isdisjoint(tree.words[token] for token in cue):
        return False
    verbs = [token for token in cue if tree.pos[token] not in ("AUX", "PART")]
    return not any(tree.words[token] in lexicon.by_lemma or tree.lemmas[token] in lexicon.by_lemma for token in verbs)


def _is_plea(tree: Tree, cue: Sequence[int], content: Sequence[int]) -> bool:
    """Whether what is said is a plea: "pleaded guilty to theft" tells what was done in court."""
    plea = next((tree.words[token] for token in (*cue, *content) if tree.words[token] in ("guilty", "innocent")), "")
    return bool(plea) and any(tree.lemmas[token] == "plead" for token in cue)


def _is_act(tree: Tree, attribution: Attribution, cue: Sequence[int], content: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether a verb that tells only with a clause has an object: "Maker [recalls] 900 prams" says nothing."""
    if len(cue) != 1 or attribution.mode is not AttributionMode.INDIRECT or tree.pos[cue[0]] != "VERB":
        return False
    entries = [one for one in lexicon.by_lemma.get(tree.lemmas[cue[0]], ()) if one.pos == "VERB" and not one.headline]
    takes = [set(one.complement) for one in entries if not one.words]
    governed = [child for child in tree.children[cue[0]] if tree.deps[child] in _OBJECTS]
    if not takes or not all(kinds and kinds <= {"clause", "infinitive"} for kinds in takes) or len(governed) != 1:
        return False
    noun = governed[0]
    return noun == content[0] or (noun in content and not is_predicate(tree, noun) and tree.deps[noun] == "obj")


def _is_undenied(tree: Tree, cue: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether somebody only does not deny what others say: "She [did not deny] that talks were under way"."""
    if lexicon.words["negators"].isdisjoint(tree.words[token] for token in cue):
        return False
    classes = {one.cue_class for token in cue for one in lexicon.by_lemma.get(tree.lemmas[token], ())}
    return CueClass.DENY in classes and CueClass.CONFIRM not in classes


def _is_fooled(tree: Tree, cue: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether somebody was made to believe what is not so: "tricked the guests into thinking"."""
    return any(fooled_into(tree, token, lexicon) >= 0 for token in cue)


def _is_proven(tree: Tree, cue: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether a story proves false rather than proving something: "rumours proven false"."""
    for token in cue:
        verdict = tree.child(token, "xcomp")
        if tree.lemmas[token] == "prove" and verdict >= 0 and tree.words[verdict] in lexicon.words["false_labels"]:
            return True
    return False


def _is_seen(tree: Tree, source: Sequence[int], cue: Sequence[int], content: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether somebody only shows what others see in him: "a deputy showing flu symptoms"; a picture shows more."""
    if not source or not any(tree.lemmas[token] in lexicon.words["showing_verbs"] for token in cue):
        return False
    if any(is_predicate(tree, token) for token in content):
        return False
    noun = speakers("en").noun([tree.words[token] for token in source], [tree.lemmas[token] for token in source])
    if noun is not None:
        return noun[0].person or noun[0].kind not in _EXHIBITS
    return tree.entity[source[-1]] == "PERSON" or tree.pos[source[-1]] == "PRON"


def _is_of_source(tree: Tree, source: Sequence[int], cue: Sequence[int], content: Sequence[int]) -> bool:
    """Whether the words only say who the source is: "citing three people [with knowledge of the matter]"."""
    first = content[0]
    citing = any(tree.lemmas[token] in speakers("en").verbs["citing"] for token in cue)
    follows = citing or (bool(source) and first == source[-1] + 1)
    return follows and tree.pos[first] == "ADP" and not any(is_predicate(tree, token) for token in content)


def _is_seeming(tree: Tree, source: Sequence[int], cue: Sequence[int]) -> bool:
    """Whether somebody only seems to do something: "Holm [appears] to have left"; a picture that "appears to show" does
    show it."""
    verbs = [token for token in cue if tree.pos[token] == "VERB"]
    return bool(source) and bool(verbs) and all(tree.lemmas[token] in ("appear", "seem") for token in verbs)


def _is_feeling(
    tree: Tree, source: Sequence[int], cue: Sequence[int], content: Sequence[int], lexicon: Lexicon
) -> bool:
    """Whether those who come last only feel something about the rest: "Priest leaves, parishioners outraged"."""
    if len(cue) != 1 or not source or not content[-1] < source[0] < cue[0]:
        return False
    word = cue[0]
    known = tree.words[word] in lexicon.by_lemma or tree.lemmas[word] in lexicon.by_lemma
    return not known and tree.tags[word] in ("JJ", "VBN", "VBD") and tree.child(word, "ccomp") < 0


def _is_unknown(tree: Tree, cues: Cues, cue: Sequence[int], content: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether it is so, and somebody does not know it: "had no idea that p", "was unaware that p"; not "whether p"."""
    if tree.words[content[0]] in _OPEN or any(
        token in cues.at and cues.at[token].cue_class not in (CueClass.REVEAL, CueClass.NONCONFIRM) for token in cue
    ):
        return False
    words = lexicon.words
    if any(tree.words[token] in words["ignorant_words"] for token in cue):
        return True
    knows = any(tree.lemmas[token] in words["knowing_words"] for token in cue)
    if knows and tree.tags[content[0]] in ("WP", "WP$", "WRB", "WDT"):
        # "Knows who did it": and does not say.
        return True
    return knows and any(tree.words[token] in words["negators"] for token in cue)


def _is_hearsay(
    tree: Tree, source: Sequence[int], cue: Sequence[int], content: Sequence[int], lexicon: Lexicon
) -> bool:
    """Whether it is said, believed or expected of the one who is taken to say it: "Holm said to confirm the sale"."""
    if not source and any(tree.lemmas[verb] == "know" and tree.tags[verb] == "VBN" for verb in cue):
        # "A sailor known as Jan the Fox": a name, and no word of anybody's.
        return True
    for verb in cue:
        subject = tree.child(verb, "nsubj", "nsubj:pass")
        told = tree.child(verb, "xcomp", "advcl")
        if subject < 0 or tree.lemmas[verb] not in lexicon.words["undergone_verbs"] or told < 0:
            continue
        held = subject in source or (not source and subject in content and told in cue)
        if held and is_undergone(tree, verb, lexicon):
            return True
    return False


def _is_heading(
    tree: Tree, cues: Cues, source: Sequence[int], cue: Sequence[int], content: Sequence[int], lexicon: Lexicon
) -> bool:
    """Whether a colon parts the verb from what it does not say: "Breaking: singer found dead", "Revealed: who paid"."""
    if not cue:
        return False
    if not source:
        # The outlet reveals it.
        match = cues.at.get(cue[-1])
        shown = match is not None and match.cue_class is CueClass.REVEAL and match.agent < 0
        if shown and len(cue) == 1 and tree.tags[cue[0]] == "VBN" and content[-1] < cue[0]:
            # "Masked rider's identity revealed"
            return True
        label = tree.tags[cue[0]] in ("VBN", "VBD") and tree.words[content[0] - 1] in _COLONS
        return label and len(cue) == 1 and (match is None or match.cue_class is CueClass.REVEAL)
    between = range(content[-1] + 1, min(source[0], cue[0]))
    verb = cue[-1]
    classes = {entry.cue_class for entry in lexicon.by_lemma.get(tree.lemmas[verb], ())}
    shown = classes == {CueClass.REVEAL} or tree.tags[verb] in ("VBN", "VBD")
    governs = any(tree.deps[child] in _OBJECTS for child in tree.children[verb] if child > verb)
    told = any(is_finite(tree, token) for token in content)
    return shown and governs and not told and any(tree.words[token] in _COLONS for token in between)

"""The speaker that the grammar names: a verb's own subject is who says it.

The language model links a cue to the source it finds likeliest, which may stand a sentence away. Where the cue is a
verb with a subject of its own, the subject is the source: in "“It will hold,” said Weber. An engineer told Delo that it
would not" nobody but the engineer tells Delo. A wrong name beside a claim is the worst mistake to make.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.domain import Attribution, Span
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.grammar.nouns import between_edges, can_speak, is_said, is_somebody
from claimcheck.pipeline.grammar.predicate import is_finite, is_passive, is_predicate
from claimcheck.pipeline.grammar.tree import Tree, tree_of

__all__ = ["with_subjects"]

_SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:pass", "expl"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
_NO_SPEAKER = frozenset({"it", "there", "who", "which", "that", "what", "this", "these", "those"})


def with_subjects(doc: Doc, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions, those without a source in the cue's sentence given the cue verb's subject as source, and those
    by "according to" what stands behind it.

    The subject's words are taken out of the content. An attribution keeps its source where the verb has no subject, is
    passive, or where its subject cannot speak for itself ("it", "which").
    """
    tree = tree_of(doc)
    for attribution in attributions:
        subject = _own_subject(tree, attribution) or _shared(tree, attribution) or _other_than_itself(tree, attribution)
        yield _set_apart(attribution) if subject is None else _spoken_by(attribution, subject)


def _own_subject(tree: Tree, attribution: Attribution) -> Span | None:
    cue = [token for span in attribution.cue for token in tree.tokens(span)]
    sources = {token for span in attribution.source for token in tree.tokens(span)}
    here = {tree.sentence[token] for token in cue}
    if any(tree.sentence[token] in here for token in sources):
        return None
    for verb in cue:
        if tree.words[verb] == "according" and tree.deps[verb] == "case":
            # Whoever stands behind "according to" says it, and nobody else.
            named = between_edges(tree, [token for token in tree.subtree(tree.head[verb]) if token > max(cue)])
            return tree.span(named[0], named[-1]) if named else None
        if tree.pos[verb] == "NOUN" and not sources and is_said(tree, verb, english()):
            author = _author_of(tree, verb)
            if author is not None:
                return author
        if tree.pos[verb] != "VERB" or is_passive(tree, verb):
            continue
        # Of two the parse took one from the clause that is reported: "All were saved, its owner said".
        subjects = [child for child in tree.children[verb] if tree.deps[child] in _SUBJECTS]
        subject = subjects[0 if subjects[0] > verb else bisect_left(subjects, verb) - 1] if subjects else -1
        if (subject < 0 and not sources) or (subject >= 0 and _holds_content(tree, subject, attribution)):
            subject = _set_before(tree, min(cue))
        if subject < 0 or subject in cue or tree.words[subject] in _NO_SPEAKER:
            continue
        words = between_edges(tree, tree.subtree(subject))
        return tree.span(_office_before(tree, words[0]), words[-1]) if words else None
    return None


def _shared(tree: Tree, attribution: Attribution) -> Span | None:
    """Who had said one thing and had said another: "Lund said the mayor had gone and [had promised] that …".

    "Had" puts both before what Lund said, so that she did not promise.
    """
    for verb in (token for span in attribution.cue for token in tree.tokens(span)):
        first = tree.head[verb]
        first = first if tree.deps[first] == "ccomp" else tree.child(first, "ccomp")
        if tree.deps[verb] != "conj" or not 0 <= first < verb or tree.child(verb, "nsubj", "nsubj:pass") >= 0:
            continue
        subject, helps = tree.child(first, "nsubj"), [tree.child(each, "aux") for each in (first, verb)]
        earlier = all(aux >= 0 and tree.words[aux] == "had" for aux in helps)
        if earlier and subject >= 0 and (tree.pos[subject] == "PRON" or is_somebody(tree, subject)):
            words = between_edges(tree, tree.subtree(subject))
            return tree.span(words[0], words[-1])
    return None


def _author_of(tree: Tree, noun: int) -> Span | None:
    """Who makes a claim that a noun names: "the claim by the opposition alliance Nova Rota that …"."""
    author = next(
        (t for t in tree.children[noun] if t > noun and tree.words[tree.child(t, "case")] in ("by", "from")), -1
    )
    if author < 0:
        return None
    first = min(token for token in tree.subtree(author) if token > tree.child(author, "case"))
    last = first
    while tree.pos[last + 1] in _NOMINAL and tree.sentence[last + 1] == tree.sentence[noun]:
        last += 1
    return tree.span(first, last) if can_speak(tree, author) or tree.pos[last] == "PROPN" else None


def _other_than_itself(tree: Tree, attribution: Attribution) -> Span | None:
    """Who accuses, where the parse lets a country accuse "the former colonial power": nobody accuses himself.

    In "Britain closed the base after the council's leaders told it to go, accusing the former protecting nation of
    spying" it is the subject of the clause nearest to the participle.
    """
    source = [token for span in attribution.source for token in tree.tokens(span)]
    if not source or any(tree.entity[token] != "PLACE" for token in source):
        return None
    for verb in (token for span in attribution.cue for token in tree.tokens(span)):
        accused = tree.child(verb, "obj")
        if tree.tags[verb] != "VBG" or tree.lemmas[verb] not in english().words["object_speech_verbs"] or accused < 0:
            continue
        phrase = [token for token in tree.subtree(accused) if token <= accused]
        noun = speakers("en").noun([tree.words[token] for token in phrase], [tree.lemmas[token] for token in phrase])
        if noun is None or not noun[0].land or tree.words[phrase[0]] != "the":
            continue
        for token in range(verb - 1, max(source), -1):
            clause = tree.head[token]
            if tree.deps[token] == "nsubj" and clause < verb and is_finite(tree, clause):
                words = between_edges(tree, tree.subtree(token))
                return tree.span(words[0], words[-1])
    return None


def _holds_content(tree: Tree, subject: int, attribution: Attribution) -> bool:
    """Whether the parse takes what is said for a part of who says it: "[All were saved, its owner, Rocas], said"."""
    said = [token for span in attribution.content for token in tree.tokens(span)]
    return bool(said) and set(said).issubset(tree.subtree(subject)) and any(is_finite(tree, token) for token in said)


def _set_before(tree: Tree, verb: int) -> int:
    """Who is named between a comma and a verb of saying that ends the sentence; -1 for nobody.

    In "The wards are shut, the hospital's director, Inês Faria, said" the parse may take the director for a further
    name of what stands before her.
    """
    last = verb - 1
    while last > 0 and tree.words[last] == ",":
        last -= 1
    found = -1
    for noun in (last, *tree.above(last)) if last > 0 else ():
        below = between_edges(tree, tree.subtree(noun))
        if not below or noun >= verb or below[-1] > last or is_predicate(tree, noun):
            break
        if below[0] > 0 and tree.words[below[0] - 1] == "," and (can_speak(tree, noun) or _is_full_name(tree, noun)):
            found = noun
    return found


def _office_before(tree: Tree, first: int) -> int:
    """Where a speaker's words begin when the office stands before the name: ", its director, Inês Faria, said"."""
    last = first - 2
    if last < 0 or tree.words[first - 1] != ",":
        return first
    for noun in (last, *tree.above(last)):
        below = between_edges(tree, tree.subtree(noun))
        if not below or below[-1] != last or tree.pos[noun] != "NOUN":
            break
        if below[0] > 0 and tree.words[below[0] - 1] == "," and can_speak(tree, noun):
            return below[0]
    return first


def _is_full_name(tree: Tree, noun: int) -> bool:
    """Whether a noun is a name of two words or more, whatever the model takes it to name."""
    return tree.pos[noun] == "PROPN" and tree.child(noun, "flat") >= 0


def _spoken_by(attribution: Attribution, subject: Span) -> Attribution:
    content = tuple(piece for span in attribution.content for piece in _without(span, subject))
    return replace(attribution, source=(subject,), content=content or attribution.content)


def _set_apart(attribution: Attribution) -> Attribution:
    """The attribution, its source's words cut off where they stand at the end of the content too."""
    content = attribution.content
    for source in attribution.source:
        content = tuple(piece for span in content for piece in (_without(span, source) or [span]))
    return attribution if content == attribution.content else replace(attribution, content=content)


def _without(span: Span, subject: Span) -> list[Span]:
    """A piece of content without a subject at its end; a piece that has the subject elsewhere is none."""
    if not span.overlaps(subject):
        return [span]
    # What is left over at the end is a comma at most.
    at_the_end = span.start < subject.start and span.end <= subject.end + 2
    return [Span(start=span.start, end=subject.start)] if at_the_end else []

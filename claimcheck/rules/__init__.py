"""Editorial rules: what a desk would send back, found in a finished report.

A rule is a module; ``RULES`` is the table of them. Rules never see the language model: facts of grammar they need are
put on the report by the pipeline.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from claimcheck.domain import Finding, Report
from claimcheck.rules import (
    cc101_bare_source,
    cc102_anonymity_unexplained,
    cc103_anonymous_basis_missing,
    cc104_anonymous_opinion,
    cc105_plural_but_one,
    cc106_anonymous_also_declined,
    cc107_anonymous_lead,
    cc201_unattributed_contentious,
    cc202_hedge_without_source,
    cc203_attribution_late,
    cc204_attribution_lapsed,
    cc205_contested_source_last,
    cc206_single_source,
    cc207_unverified_not_stated,
    cc208_accused_no_response,
    cc210_unconfirmed_claim,
    cc211_unconfirmed_became_flat,
    cc301_state_media_unlabelled,
    cc302_secondhand_not_confirmed,
    cc303_secondhand_anonymity_hidden,
    cc304_circular_source,
    cc305_vague_outlet,
    cc401_headline_asserts,
    cc402_headline_stronger,
    cc403_headline_quote_missing,
    cc404_headline_drops_attribution,
    cc501_loaded_verb,
    cc502_mind_reading,
    cc503_confirm_misused,
    cc601_orphan_quote,
    cc602_speaker_after_long_quote,
    cc603_back_to_back_speakers,
    cc604_quote_altered,
    cc701_status_conflict,
    cc702_death_thin_source,
    cc900_unused_ignore,
    cc901_expired_ignore,
)
from claimcheck.rules.documentation import Documentation, document, documentation
from claimcheck.rules.index import Index
from claimcheck.rules.page import listed, overview, page
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.selection import Profile, matching, profiles

__all__ = [
    "DEFAULT",
    "RULES",
    "Documentation",
    "Options",
    "Profile",
    "Rule",
    "by_code",
    "document",
    "documentation",
    "findings",
    "listed",
    "matching",
    "overview",
    "page",
    "profiles",
]

RULES: tuple[Rule, ...] = (
    cc101_bare_source.RULE,
    cc102_anonymity_unexplained.RULE,
    cc103_anonymous_basis_missing.RULE,
    cc104_anonymous_opinion.RULE,
    cc105_plural_but_one.RULE,
    cc106_anonymous_also_declined.RULE,
    cc107_anonymous_lead.RULE,
    cc201_unattributed_contentious.RULE,
    cc202_hedge_without_source.RULE,
    cc203_attribution_late.RULE,
    cc204_attribution_lapsed.RULE,
    cc205_contested_source_last.RULE,
    cc206_single_source.RULE,
    cc207_unverified_not_stated.RULE,
    cc208_accused_no_response.RULE,
    cc210_unconfirmed_claim.RULE,
    cc211_unconfirmed_became_flat.RULE,
    cc301_state_media_unlabelled.RULE,
    cc302_secondhand_not_confirmed.RULE,
    cc303_secondhand_anonymity_hidden.RULE,
    cc304_circular_source.RULE,
    cc305_vague_outlet.RULE,
    cc401_headline_asserts.RULE,
    cc402_headline_stronger.RULE,
    cc403_headline_quote_missing.RULE,
    cc404_headline_drops_attribution.RULE,
    cc501_loaded_verb.RULE,
    cc502_mind_reading.RULE,
    cc503_confirm_misused.RULE,
    cc601_orphan_quote.RULE,
    cc602_speaker_after_long_quote.RULE,
    cc603_back_to_back_speakers.RULE,
    cc604_quote_altered.RULE,
    cc701_status_conflict.RULE,
    cc702_death_thin_source.RULE,
    cc900_unused_ignore.RULE,
    cc901_expired_ignore.RULE,
)
"""Every rule, by code."""

by_code: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in RULES})

DEFAULT: tuple[str, ...] = tuple(rule.code for rule in RULES if rule.default)
"""Codes of the rules that are on without configuration."""


def findings(
    report: Report,
    codes: Iterable[str] = DEFAULT,
    options: Mapping[str, Options] = MappingProxyType({}),
) -> tuple[Finding, ...]:
    """What the rules with these codes find in a report, in text order; what concerns a title apart stands first.

    ``options`` has settings that differ from the default, by code and name. The same finding is given once. Raises
    ``KeyError`` for a code or an option that does not exist.
    """
    index = Index(report)
    found: dict[Finding, None] = {}
    for code in codes:
        rule = by_code[code]
        if rule.check is not None:
            found.update(dict.fromkeys(rule.check(index, _settings(rule, options.get(code, {})))))
    return tuple(sorted(found, key=_place))


def _settings(rule: Rule, given: Options) -> Options:
    for name in given:
        if name not in rule.options:
            raise KeyError(f"{rule.code}.{name}")
    return {**rule.options, **given}


def _place(finding: Finding) -> tuple[int, int, str, str]:
    if finding.primary is None:
        return -1, -1, finding.code, finding.message
    return finding.primary.start, finding.primary.end, finding.code, finding.message

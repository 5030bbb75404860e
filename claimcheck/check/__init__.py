"""The check of drafts: which files, which rules, which findings count.

``config`` finds and reads a newsroom's settings, ``files`` the drafts, ``selection`` the rules for each of them, and
``run`` puts it all together. Reports with their findings come out; ``claimcheck.reporters.findings`` writes them.
"""

from claimcheck.check.analysis import with_jobs
from claimcheck.check.baselines import Baselines
from claimcheck.check.config import Config, config_for, read_config
from claimcheck.check.request import Request
from claimcheck.check.rules import rule_facts
from claimcheck.check.run import Checked, check, check_text
from claimcheck.check.selection import Layer, checked_profile, checked_selector
from claimcheck.check.shown import shown

__all__ = [
    "Baselines",
    "Checked",
    "Config",
    "Layer",
    "Request",
    "check",
    "check_text",
    "checked_profile",
    "checked_selector",
    "config_for",
    "read_config",
    "rule_facts",
    "shown",
    "with_jobs",
]

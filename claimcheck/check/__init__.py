"""The check of drafts: which files, which rules, which findings count.

``config`` finds and reads a newsroom's settings, ``files`` the drafts, ``selection`` the rules for each of them, and
``run`` puts it all together. Reports with their findings come out; ``claimcheck.reporters.findings`` writes them.
"""

from claimcheck.check.config import Config, config_for, read_config
from claimcheck.check.request import Request
from claimcheck.check.run import Checked, check
from claimcheck.check.shown import shown

__all__ = ["Checked", "Config", "Request", "check", "config_for", "read_config", "shown"]

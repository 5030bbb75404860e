"""Reads a news article and answers, claim by claim: what is claimed, who says so, and is it confirmed in the text?

>>> import claimcheck
>>> report = claimcheck.analyze(text)  # doctest: +SKIP
>>> [claim.standalone for claim in report.claims if claim.flagged]  # doctest: +SKIP
"""

from claimcheck.analyze import analyze, load
from claimcheck.domain import Article, Claim, Finding, Report, Source, Status
from claimcheck.version import __version__

__all__ = ["Article", "Claim", "Finding", "Report", "Source", "Status", "__version__", "analyze", "load"]

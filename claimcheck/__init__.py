"""Reads a news article and answers, claim by claim: what is claimed, who says so, and is it confirmed in the text?"""

from claimcheck.version import __version__

__all__ = ["__version__"]

"""Reads a news article and answers, claim by claim: what is claimed, who says so, and is it confirmed in the text?"""

__version__ = "0.1.0"

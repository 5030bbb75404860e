"""Who is who: agencies, outlets, governments and their metonyms, ministries, forces and bodies, as data with examples.

>>> shipped_registry().lookup("AFP").entry.name
'Agence France-Presse'
"""

from __future__ import annotations

from claimcheck.sources.countries import Countries, Country, shipped_countries
from claimcheck.sources.entry import Entry
from claimcheck.sources.registry import Context, Match, Registry, shipped_registry
from claimcheck.sources.search import Found, search

__all__ = [
    "Context",
    "Countries",
    "Country",
    "Entry",
    "Found",
    "Match",
    "Registry",
    "search",
    "shipped_countries",
    "shipped_registry",
]

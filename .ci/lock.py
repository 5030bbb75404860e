"""Prints the packages of this environment as pip constraints, each with the versions of Python that it supports."""

from importlib.metadata import distributions

from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

OLDEST = "3.10"
LEFT_OUT = {"claimcheck", "pip", "setuptools"}

print("# Made by `make lock`: the versions everything was last tested with.")
for distribution in sorted(distributions(), key=lambda found: canonicalize_name(found.name)):
    name = canonicalize_name(distribution.name)
    if name in LEFT_OUT:
        continue
    supported = SpecifierSet(distribution.metadata.get("Requires-Python") or "")
    newest = next(minor for minor in range(10, 100) if supported.contains(f"3.{minor}"))
    marker = "" if supported.contains(OLDEST) else f"; python_version >= '3.{newest}'"
    print(f"{name}=={distribution.version}{marker}")

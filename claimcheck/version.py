"""The version of the package: read by the build, shown by ``--version``, written into every report."""

__all__ = ["__version__"]

__version__ = "0.1.0"

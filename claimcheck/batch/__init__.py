"""Archives: JSON lines in, one report a line out, in the same order and under the same ids."""

from claimcheck.batch.archive import Progress, Totals, run

__all__ = ["Progress", "Totals", "run"]

"""The language server: findings as diagnostics while a draft is written, and what is known about a claim on hover.

It needs pygls, which the extra ``claimcheck[lsp]`` installs. ``server`` speaks the protocol; ``diagnostics``, ``hover``
and ``places`` turn reports into its terms.
"""

from claimcheck.lsp.server import make_server

__all__ = ["make_server"]

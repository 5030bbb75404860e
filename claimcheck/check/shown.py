"""The settings that hold for a path, as ``claimcheck check --show-config`` prints them: TOML that can be pasted."""

from __future__ import annotations

import json
from pathlib import Path

from claimcheck.check.config import Configs
from claimcheck.check.request import Request
from claimcheck.domain import Severity

__all__ = ["shown"]


def shown(request: Request) -> str:
    """The settings for each of the request's paths. Raises :class:`~claimcheck.errors.ConfigError`."""
    return "\n".join(_shown(request, Path(path)) for path in request.paths or (".",))


def _shown(request: Request, path: Path) -> str:
    folder = path.absolute() if path.is_dir() else path.absolute().parent
    config = Configs(request.config)(folder)
    of_one_file = path if not path.is_dir() else path / "*"
    settings: dict[str, object] = {
        "select": list(config.codes_for(of_one_file, request.layer)),
        "exclude": [*config.exclude, *request.exclude],
        "fail-on": request.fail_on or config.fail_on,
        "min-severity": Severity(request.min_severity or config.min_severity).value,
        "sources": config.sources,
        "baseline": config.baseline,
        "cache": config.cache if request.cache else False,
    }
    lines = [f"# {path}: settings of {config.path or 'claimcheck itself, no file of them was found'}"]
    lines += [
        f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items() if value is not None
    ]
    for code, options in config.options_for(of_one_file).items():
        lines += ["", f"[options.{code}]", *(f"{name} = {number}" for name, number in options.items())]
    return "\n".join(lines) + "\n"

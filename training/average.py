"""Average the weights of several trainings of one network (Wortsman et al. 2022), often better than the best of them.

python -m training.average OUT.pt IN.pt IN.pt …
"""

from __future__ import annotations

import argparse
import pathlib

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("weights", type=pathlib.Path, nargs="+")
    args = parser.parse_args()
    states = [torch.load(path, map_location="cpu") for path in args.weights]
    torch.save({name: sum(state[name] for state in states) / len(states) for name in states[0]}, args.out)


if __name__ == "__main__":
    main()

"""Draw made tables with each maker at hand, read them back and print the score.

``python -m tests.read.pages [-v] [--wide] [--maker NAME ...] [--seeds FIRST LAST] [--keep FOLDER]``
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from auditor.read.pdf import read_pdf
from tests.read.pages.make import make_style
from tests.read.pages.make import make_table
from tests.read.pages.makers import MAKERS
from tests.read.pages.makers import Maker
from tests.read.pages.score import Score
from tests.read.pages.score import score
from tests.read.pages.wide import make_wide


def main() -> int:
    """Run as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--maker", nargs="*", default=["reportlab"], choices=[*MAKERS, "all"])
    parser.add_argument("--seeds", nargs=2, type=int, default=[0, 60])
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--wide", action="store_true", help="tables with what design reports add")
    asked = parser.parse_args()
    names = list(MAKERS) if "all" in asked.maker else asked.maker
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            maker = MAKERS[name]
            if not maker.present():
                sys.stdout.write(f"{name}: not on this machine\n")
                continue
            _run(maker, range(*asked.seeds), asked.keep or Path(folder), asked)
    return 0


def _run(maker: Maker, seeds: range, folder: Path, asked: argparse.Namespace) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    by_kind: dict[str, Score] = defaultdict(Score)
    made = {seed: make_wide(seed) if asked.wide else (make_table(seed), make_style(seed)) for seed in seeds}
    paths = maker.draw_all(made, folder)
    for seed, path in paths.items():
        table, style = made[seed]
        found = score(read_pdf(path, path.name, "0"), table)
        for kind in ("all", style.ruling, table.language):
            by_kind[kind].add(found)
        if asked.verbose and found.misses:
            sys.stdout.write(f"--- {maker.name} {seed} {table.language} {style}\n")
            sys.stdout.writelines(f"    {miss}\n" for miss in found.misses)
    for kind, result in by_kind.items():
        count = result.count
        sys.stdout.write(
            f"{maker.name:10} {kind:10} cells {count['cells right']:5}/{count['cells']:5} {result.share('cells right', 'cells')}"
            f" wrong {count['cells wrong']:3} doubted {count['cells doubted']:3} lost {count['cells lost']:3}"
            f" | claims {result.share('claims right', 'claims')} wrong {count['claims wrong']:3} lost {count['claims lost']:3}"
            f" | marks {count['marks tied']}/{count['marks']} glued {count['marks glued']}\n"
        )


if __name__ == "__main__":
    sys.exit(main())

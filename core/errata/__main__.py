"""Write docs/errata.md from the table: `python -m core.errata`."""

from pathlib import Path

from core.errata.markdown import errata_markdown

FILE = Path(__file__).parents[2] / "docs" / "errata.md"

if __name__ == "__main__":
    FILE.write_text(errata_markdown(), encoding="utf-8")

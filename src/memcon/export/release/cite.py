"""How a release is cited and what may be done with it: BibTeX, CSL JSON and a README for people."""

from typing import Any

from memcon.export.release.about import NO_LICENCE, WORDS_OF_OTHERS, About
from memcon.export.research.citations import bib_name, tex


def bibtex_of(about: About) -> str:
    fields = {
        "author": " and ".join(bib_name(name) for name in about.creators),
        "title": f"{{{tex(about.title)}}}",
        "year": (about.released or "")[:4],
        "date": about.released or "",
        "version": tex(about.edition or ""),
        "url": about.url or "",
        "note": f"Made with memcon {about.memcon}. See SHA256SUMS for the hashes of its files",
    }
    return "@misc{memcon-release,\n" + "".join(f"  {k} = {{{v}}},\n" for k, v in fields.items() if v) + "}\n"


def csl_of(about: About) -> list[dict[str, Any]]:
    item: dict[str, Any] = {"id": "memcon-release", "type": "dataset", "title": about.title}
    if about.creators:
        item["author"] = [{"literal": name} for name in about.creators]
    if about.released:
        item["issued"] = {"date-parts": [[int(part) for part in about.released.split("-")]]}
    if about.edition:
        item["version"] = about.edition
    if about.url:
        item["URL"] = about.url
    return [item | {"note": f"Made with memcon {about.memcon}"}]


def readme_of(about: About) -> str:
    licence = f"{about.licence} ({about.licence_address})" if about.licence else NO_LICENCE
    told = "".join(
        f"{name}: {value}\n\n" for name, value in (("Edition", about.edition), ("Released", about.released)) if value
    )
    return f"""# {about.title}

{told}Licence: {licence} {WORDS_OF_OTHERS}

- `csv/`, `parquet/`: the tables; `codebook.md` has every column and value
- `csv/coverage.csv`: what was read in each month; `csv/counts.csv`: counts with and without copies
- `datapackage.json` (Frictionless), `croissant.json` (Croissant): metadata for programs
- `CITATION.bib`, `citation.json` (CSL): how to cite this release
- `SHA256SUMS`: of every other file; `sha256sum -c SHA256SUMS` checks them
- `memcon diff RELEASE RELEASE` tells two releases apart, row by row

Made with memcon {about.memcon}. A program read the reports: where much hangs on a row, read the words that it cites.
"""

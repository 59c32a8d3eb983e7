"""Write the pictures of the pages in docs/pictures: the record of examples/, as Chromium shows it.

usage: pip install 'memcon[web]' playwright==1.65.2 axe-playwright-python==0.1.8 pillow && python scripts/make_pictures.py
"""

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

HERE = Path(__file__).parents[1]
sys.path.insert(0, str(HERE / "tests"))

import browsers  # noqa: E402

PICTURES = HERE / "docs" / "pictures"
WIDTH = 1200
# name, page, width, height, by night
SHOWN = (
    ("diary", "/", WIDTH, 830, False),
    ("engagement", "engagement", WIDTH, 1000, False),
    ("report", "document", WIDTH, 880, False),
    ("person", "actor", WIDTH, 700, False),
    ("relationship", "relationship", WIDTH, 900, True),
    ("calendar", "/calendar", WIDTH, 920, False),
    ("telephone", "engagement", browsers.PHONE, 844, True),
)


def main() -> None:
    if why := browsers.missing():
        raise SystemExit(why)
    total = 0
    with (
        TemporaryDirectory() as folder,
        browsers.serving(browsers.read_examples(Path(folder))) as site,
        browsers.chromium() as browser,
    ):
        pages = site.pages()
        for name, kind, width, height, night in SHOWN:
            window = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme="dark" if night else "light", locale="en-GB"
            )
            page = window.new_page()
            page.goto(site.base + pages[kind])
            target = PICTURES / f"{name}.webp"
            Image.open(io.BytesIO(page.screenshot())).convert("RGB").save(target, lossless=True, method=6)
            total += target.stat().st_size
            window.close()
    print(f"{len(SHOWN)} pictures, {total:,} bytes")


if __name__ == "__main__":
    main()

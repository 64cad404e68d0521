"""Opens a page in Chromium, without a window, and prints what is seen there as JSON.

    open_page.py FILE

Widths are those of a phone (360), a desk (1100) and of A4 less its margins, in print (688).
"""

import json
import pathlib
import shutil
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

SEEN = """() => {
  const text = (element) => element ? element.textContent.trim() : null;
  const cells = (table) => Array.from(table.tBodies[0].rows, (row) => Array.from(row.cells, text));
  return {
    title: document.title,
    lang: document.documentElement.lang,
    headings: Array.from(document.querySelectorAll("h1, h2"), text),
    summary: Array.from(document.querySelectorAll(".summary li"), text),
    tables: Array.from(document.querySelectorAll("table"), (table) => ({
      caption: text(table.caption),
      heads: Array.from(table.tHead.rows[0].cells, text),
      scoped: table.querySelectorAll("th:not([scope])").length === 0,
      rows: cells(table),
      links: Array.from(table.querySelectorAll("a"), (link) => link.getAttribute("href")),
    })),
    pictures: Array.from(document.images, (image) => ({
      alternative: image.alt, width: image.clientWidth, isDrawn: image.naturalWidth > 0,
    })),
    lost: Array.from(document.querySelectorAll('a[href^="#"]'), (link) => link.getAttribute("href"))
      .filter((href) => !document.getElementById(href.slice(1))),
    scripts: Array.from(document.scripts).length,
    foreign: document.querySelectorAll("iframe, object, embed, link, script[src], base, form").length,
  };
}"""

SORT = """([table, column]) => {
  const heads = document.querySelectorAll("table")[table].tHead.rows[0].cells;
  heads[column].querySelector("button").click();
  return {
    sort: heads[column].getAttribute("aria-sort"),
    values: Array.from(document.querySelectorAll("table")[table].tBodies[0].rows,
      (row) => row.cells[column].textContent.trim()),
  };
}"""


def main(path):
    address = pathlib.Path(path).resolve().as_uri()
    with sync_playwright() as playwright:
        # Root has no sandbox of its own; the page is ours.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        said, asked, widths = [], [], {}
        page = browser.new_page(viewport={"width": 1100, "height": 900})
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.wait_for_timeout(500)
        seen = page.evaluate(SEEN)
        for name, width, media in [("desk", 1100, "screen"), ("phone", 360, "screen"), ("a4", 688, "print")]:
            page.emulate_media(media=media)
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_timeout(200)
            widths[name] = page.evaluate("document.documentElement.scrollWidth")
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1100, "height": 900})
        audit = Axe().run(page)
        seen["violations"] = [
            f'{rule["id"]}: {rule["nodes"][0]["html"][:200]}' for rule in audit.response["violations"]
        ]
        if seen["tables"]:
            seen["sorted"] = [page.evaluate(SORT, [0, 2]) for _ in range(2)]
            seen["sortedByText"] = page.evaluate(SORT, [0, 0])
        seen["said"] = said
        seen["asked"] = [url for url in asked if not url.startswith("data:") and url != address]
        seen["widths"] = widths
        browser.close()
    json.dump(seen, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1])

"""The event card as a web page would draw it, in Chromium: what composing a card is measured against.

The same words, typefaces, ground and code; the headline is balanced and sized by a few lines of script, as a page that
must fit any text has to. The page stays open and warm, and only the words change; each round ends with the picture's
bytes in this process, as a server that draws cards in a browser must have them.
"""

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from shutil import which

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from cards import codes
from cards.fonts import path_of
from cards.model import Card
from cards.scenes import draw_scene

_STYLE = """
@font-face{font-family:D;src:url(data:font/ttf;base64,%(display)s);font-weight:400 900}
@font-face{font-family:T;src:url(data:font/ttf;base64,%(text)s);font-weight:200 900}
*{margin:0;box-sizing:border-box}html{font-size:calc(100vh/1080)}
body{width:100vw;height:100vh;background:#FAF0DB;color:#1F212E;font-family:T;overflow:hidden}
#ground{position:absolute;right:0;top:0;height:100%%;width:42.7%%;object-fit:cover}
main{position:absolute;left:96rem;top:88rem;width:936rem}
.chip{display:inline-block;background:#3C2A48;color:#FAF0DB;font:700 34rem D;padding:12rem 28rem;border-radius:40rem}
h1{font:800 150rem/1.08 D;text-wrap:balance;margin-top:56rem}
.when{font:700 56rem D;margin-top:60rem}.where{font:600 50rem T}.more{font:400 48rem/1.25 T;margin-top:20rem}
footer{position:absolute;left:96rem;bottom:62rem;font:600 36rem T}
#code{position:absolute;right:96rem;bottom:130rem;width:230rem;image-rendering:pixelated}
"""
_SCRIPT = """
function show(title, when){
  const h = document.querySelector('h1'); h.textContent = title;
  document.querySelector('.when').textContent = when;
  for (let size = 150; size >= 72; size -= 6) {
    h.style.fontSize = size + 'rem';
    if (h.scrollWidth <= h.clientWidth && h.getBoundingClientRect().height <= innerHeight * 0.45) break;
  }
}
"""


def _data(image: Image.Image) -> str:
    file = io.BytesIO()
    image.save(file, "PNG")
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"


def _page(card: Card, size: tuple[int, int]) -> str:
    text = card.text("sv")
    faces = {"display": path_of("display"), "text": path_of("text")}
    style = _STYLE % {name: base64.b64encode(path.read_bytes()).decode() for name, path in faces.items()}
    ground = _data(draw_scene("hills", (round(size[0] * 0.427), size[1]), card.id))
    code = _data(codes.drawn(card.link.url, 230, (31, 33, 46), (255, 255, 255))) if card.link else ""
    return f"""<!doctype html><meta charset=utf-8><style>{style}</style><body lang=sv>
<img id=ground src="{ground}" alt=""><main><span class=chip>Evenemang</span><h1></h1>
<p class=when></p><p class=where>Folkets Hus, stora salen</p><p class=more>{escape(text.body)}</p></main>
<footer>{escape(card.sender)}</footer><img id=code src="{code}" alt=""><script>{_SCRIPT}</script>"""


@contextmanager
def warm_page(card: Card, size: tuple[int, int]) -> Iterator[Page]:
    """The card's page, drawn once already."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        page.set_content(_page(card, size))
        page.evaluate("document.fonts.ready")
        picture(page, card.text("sv").title, "i morgon 18.00")
        yield page
        browser.close()


def picture(page: Page, title: str, when: str) -> bytes:
    """Put other words on the card and take its picture, a PNG."""
    page.evaluate("([title, when]) => show(title, when)", [title, when])
    return page.screenshot(type="png")

"""The gallery's page: every picture, filtered by kind, shape, theme and language, in English or Swedish.

One file without anything from elsewhere. Without JavaScript it shows all pictures, in English.
"""

from collections.abc import Iterable
from html import escape
from typing import Final

from commands.gallery.drawing import Drawn

_WORDS: Final = {
    "heading": ("The cards of Torget", "Torgets kort"),
    "kind": ("Kind", "Kortslag"),
    "size": ("Shape", "Format"),
    "theme": ("Theme", "Tema"),
    "language": ("Language", "Språk"),
    "all": ("all", "alla"),
    "hard": ("Hard cards only", "Bara svåra kort"),
    "shown": ("shown", "visas"),
    "refused": ("Refused, with this sentence:", "Nekas, med den här meningen:"),
}

_STYLE: Final = """
:root{font:16px/1.5 system-ui,sans-serif;color:#16242c;background:#f1ede4}
body{margin:0 auto;max-width:110rem;padding:1.5rem}
h1{font-size:2rem;margin:0 0 1rem}
form{display:flex;flex-wrap:wrap;gap:1rem;align-items:end;padding:1rem 0;position:sticky;top:0;background:#f1ede4}
label{display:grid;gap:.2rem;font-weight:600}
select,button{font:inherit;padding:.5rem .7rem;min-height:2.75rem}
select,button{border:2px solid #46545b;border-radius:.5rem;background:#fff}
.tick{display:flex;gap:.5rem;align-items:center;min-height:2.75rem}
ul{list-style:none;margin:0;padding:0;display:grid;gap:1.25rem}
ul{grid-template-columns:repeat(auto-fill,minmax(min(22rem,100%),1fr))}
li{display:flex;flex-direction:column;gap:.4rem;justify-content:end}
li[hidden]{display:none}
img{width:auto;max-width:100%;max-height:24rem;height:auto;align-self:start}
a{color:#00574f}
.refused{background:#fff3d0;padding:1rem;border-radius:.5rem}
"""

_SCRIPT: Final = """
const form=document.querySelector('form'),count=document.querySelector('#count');
const items=[...document.querySelectorAll('li')];
form.hidden=false;
function filter(){let shown=0;for(const item of items){
  const fits=['kind','size','theme','language'].every(n=>!form[n].value||item.dataset[n]===form[n].value)
    &&(!form.hard.checked||item.dataset.hard);
  item.hidden=!fits;shown+=fits}count.textContent=shown}
function speak(lang){document.documentElement.lang=lang;
  for(const part of document.querySelectorAll('[data-sv]'))part.textContent=part.dataset[lang]}
form.addEventListener('change',filter);
for(const button of document.querySelectorAll('button[lang]'))button.addEventListener('click',()=>speak(button.lang));
filter();if((navigator.language||'').startsWith('sv'))speak('sv');
"""


def _said(name: str) -> str:
    english, swedish = _WORDS[name]
    return f'<span data-en="{escape(english)}" data-sv="{escape(swedish)}">{escape(english)}</span>'


def _choice(name: str, values: Iterable[str]) -> str:
    english, swedish = _WORDS["all"]
    options = "".join(f'<option value="{escape(value)}">{escape(value)}</option>' for value in values)
    every = f'<option value="" data-en="{english}" data-sv="{swedish}">{english}</option>'
    return f'<label>{_said(name)}<select name="{name}">{every}{options}</select></label>'


def _item(each: Drawn) -> str:
    size = f"{each.size[0]}x{each.size[1]}"
    about = f'data-kind="{each.kind}" data-size="{size}" data-theme="{each.theme}" data-language="{each.language}"'
    about += ' data-hard="1"' if each.hard else ""
    name = escape(each.file.removesuffix(".png"))
    if each.refusal:
        return f'<li {about}><p class="refused">{_said("refused")} {escape(each.refusal)}</p><span>{name}</span></li>'
    alt = escape(f"{each.kind}: {each.title}" if each.title else each.kind)
    width, height = each.size
    picture = f'<img src="{escape(each.file)}" alt="{alt}" width="{width}" height="{height}" loading="lazy">'
    return f'<li {about}><a href="{escape(each.file)}">{picture}</a><span>{name}</span></li>'


def index_page(drawn: list[Drawn]) -> str:
    """The page for these pictures."""
    kinds = dict.fromkeys(each.kind for each in drawn)
    sizes = dict.fromkeys(f"{each.size[0]}x{each.size[1]}" for each in drawn)
    themes, languages = dict.fromkeys(each.theme for each in drawn), dict.fromkeys(each.language for each in drawn)
    choices = "".join(
        _choice(name, values)
        for name, values in (("kind", kinds), ("size", sizes), ("theme", themes), ("language", languages))
    )
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Torget: gallery</title>
<style>{_STYLE}</style>
<main>
<h1>{_said("heading")}</h1>
<p><button lang="en">English</button> <button lang="sv">Svenska</button></p>
<form hidden>{choices}
<label class="tick"><input type="checkbox" name="hard">{_said("hard")}</label>
<p><output id="count">{len(drawn)}</output> {_said("shown")}</p></form>
<ul>{"".join(_item(each) for each in drawn)}</ul>
</main>
<script>{_SCRIPT}</script>
</html>
"""

"""Make the web's fonts: the letters that our pages use, cut from the font packages. Run when a package is new.

    python -m commands.webfonts

The files are kept in git, so that an installation needs neither fonttools nor brotli.
"""

from importlib import resources
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from foundation.files import replace_file

FOLDER = Path(__file__).resolve().parent.parent / "server" / "static" / "fonts"
SOURCES = {
    "schibsted.woff2": ("fontpkg_schibsted_grotesk", "SchibstedGrotesk[wght].ttf", (600, 800)),
    "source.woff2": ("fontpkg_source_sans_3", "SourceSans3[wght].ttf", (400, 700)),
}
LETTERS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0§°·×«»½–—‘’“”„…•€→←↑↓−"
    + "åäöéèêëáàâæçíîïñóôøúûüßÅÄÖÉÈÁÀÆÇÍÑÓØÚÜ"
    + "čČđĐŋŊšŠŧŦžŽ"
)


def cut(package: str, file: str, weights: tuple[int, int]) -> bytes:
    """The letters of `LETTERS` from `file` in `package`, its weight axis narrowed to `weights`, as WOFF2."""
    data = resources.files(package).joinpath("files", file).read_bytes()
    font = TTFont(BytesIO(data))
    options = Options(layout_features=["tnum"], hinting=False)
    options.drop_tables += ["DSIG", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": weights})
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def main() -> None:
    """Write every file of `SOURCES` and say how large it became."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (package, file, weights) in SOURCES.items():
        data = cut(package, file, weights)
        replace_file(FOLDER / name, data)
        print(f"{name}: {len(data) / 1000:.1f} kB")


if __name__ == "__main__":
    main()

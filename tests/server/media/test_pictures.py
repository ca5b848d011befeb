"""Pictures from strangers: made harmless or refused in one sentence, with nothing left behind."""

import errno
import hashlib
import io
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageCms
from PIL.ExifTags import Base
from PIL.PngImagePlugin import PngInfo

from cards.model import Municipality, PictureRef, Screen
from server.media import child, errors
from server.media.child import Box, encode_anew
from server.media.errors import PictureError
from server.media.pictures import BYTES_AT_MOST, clean_snapshot, take_in
from server.media.renditions import for_screen
from server.media.store import keep, path_of, read
from server.settings import Settings
from server.storage.models import StoredPicture
from server.storage.session import Database
from server.words import words_for

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them


def drawn(width: int = 800, height: int = 600, mode: str = "RGB") -> Image.Image:
    """A picture whose four quarters are red, green, blue and white."""
    image = Image.new("RGB", (width, height), "white")
    for colour, box in (
        ("red", (0, 0, width // 2, height // 2)),
        ("lime", (width // 2, 0, width, height // 2)),
        ("blue", (0, height // 2, width // 2, height)),
    ):
        image.paste(colour, box)
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


JPEG = saved(drawn(), "JPEG", quality=90)
TAKEN = {
    "JPEG": JPEG,
    "progressive": saved(drawn(), "JPEG", progressive=True),
    "grey JPEG": saved(drawn(mode="L"), "JPEG"),
    "CMYK JPEG": saved(drawn(mode="CMYK"), "JPEG"),
    "PNG": saved(drawn(), "PNG"),
    "palette PNG": saved(drawn(mode="P"), "PNG"),
    "grey PNG of 16 bits": saved(Image.new("I;16", (300, 200), 40_000), "PNG"),
    "black and white PNG": saved(drawn(mode="1"), "PNG"),
    "WebP": saved(drawn(), "WEBP"),
    "GIF": saved(drawn(mode="P"), "GIF"),
    "animated GIF": saved(drawn(mode="P"), "GIF", save_all=True, append_images=[drawn(mode="P").rotate(90)]),
}


def colour_at(data: bytes, x: float, y: float) -> str:
    image = Image.open(io.BytesIO(data)).convert("RGB")
    pixel = image.getpixel((int(x * image.width), int(y * image.height)))
    assert isinstance(pixel, tuple)
    names = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "white": (255, 255, 255)}
    return min(names, key=lambda name: sum((a - b) ** 2 for a, b in zip(pixel, names[name], strict=True)))


def quarters(data: bytes) -> list[str]:
    return [colour_at(data, x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)]


@pytest.fixture
def take(town: Database, settings: Settings) -> Callable[[bytes], PictureRef]:
    return lambda data: take_in(town, settings.data_folder, data)


def files_in(settings: Settings) -> list[Path]:
    return [path for path in (settings.data_folder / "media").rglob("*") if path.is_file()]


@pytest.mark.slow
@pytest.mark.parametrize("kind", TAKEN)
def test_every_kind_that_people_send_is_taken(kind: str) -> None:
    (found,) = encode_anew(TAKEN[kind], [Box(400, 400)])
    assert found.media_type == "image/jpeg"
    assert max(found.width_px, found.height_px) <= 400
    image = Image.open(io.BytesIO(found.data))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (found.width_px, found.height_px))
    if kind not in ("grey JPEG", "grey PNG of 16 bits", "black and white PNG"):
        assert quarters(found.data) == ["red", "lime", "blue", "white"]


def test_sixteen_bits_become_the_grey_that_was_meant() -> None:
    (found,) = encode_anew(TAKEN["grey PNG of 16 bits"], [Box(400, 400)])
    pixel = Image.open(io.BytesIO(found.data)).convert("L").getpixel((10, 10))
    assert isinstance(pixel, int)
    assert abs(pixel - 156) <= 2


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_lies_as_the_camera_was_held(orientation: int) -> None:
    turns: dict[int, list[Image.Transpose]] = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],  # stored turned left; the viewer turns it right again
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    image = drawn()
    for turn in turns[orientation]:
        image = image.transpose(turn)
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    (found,) = encode_anew(saved(image, "JPEG", exif=exif), [Box(400, 400)])
    assert (found.width_px, found.height_px) == (400, 300)
    assert quarters(found.data) == ["red", "lime", "blue", "white"]


def test_nothing_of_what_stood_beside_the_picture_is_kept(
    take: Callable[[bytes], PictureRef], settings: Settings
) -> None:
    exif = Image.Exif()
    exif[Base.Make] = "SECRET camera"
    exif[Base.Artist] = "SECRET name"
    exif.get_ifd(0x8825)[2] = (66.0, 23.0, 12.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(drawn(), "JPEG", exif=exif, comment=b"SECRET comment", icc_profile=profile, xmp=b"<x>SECRET</x>")
    data += b"SECRET tail <script>"
    assert data.count(b"SECRET") >= 5
    ref = take(data)
    kept = read(settings.data_folder, ref.sha256)
    assert kept is not None
    assert b"SECRET" not in kept
    image = Image.open(io.BytesIO(kept))
    assert not image.getexif()
    assert not {"icc_profile", "comment", "xmp", "exif"} & set(image.info)


def test_text_in_a_png_is_not_kept_and_transparency_is() -> None:
    notes = PngInfo()
    notes.add_text("Author", "SECRET")
    notes.add_itxt("XML:com.adobe.xmp", "SECRET")
    image = drawn(mode="RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    (found,) = encode_anew(saved(image, "PNG", pnginfo=notes), [Box(400, 400)])
    assert found.media_type == "image/png"
    assert b"SECRET" not in found.data
    assert Image.open(io.BytesIO(found.data)).getchannel("A").getextrema() == (0, 255)


def test_a_picture_is_never_made_larger(take: Callable[[bytes], PictureRef]) -> None:
    ref = take(JPEG)
    assert (ref.width_px, ref.height_px) == (800, 600)


@pytest.mark.slow
def test_a_camera_picture_is_kept_with_a_long_side_of_3840(take: Callable[[bytes], PictureRef]) -> None:
    ref = take(saved(drawn(4000, 3000), "JPEG"))
    assert (ref.width_px, ref.height_px) == (3840, 2880)


def test_the_same_picture_twice_is_one_picture(
    take: Callable[[bytes], PictureRef], settings: Settings, town: Database
) -> None:
    first = take(JPEG)
    with town.write() as session:
        session.get_one(StoredPicture, first.sha256).focus_x = 0.2
    second = take(JPEG)
    assert second.sha256 == first.sha256
    assert second.focus_x == 0.2
    assert hashlib.sha256(path_of(settings.data_folder, first.sha256).read_bytes()).hexdigest() == first.sha256


# --- refused ------------------------------------------------------------------------------------------------------


def png(width: int, height: int, rows: bytes = b"", bits: int = 8, colour: int = 2) -> bytes:
    """A PNG whose header says what we like."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    packed = zlib.compress(rows or bytes(1000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


REFUSED: dict[str, tuple[bytes, type[PictureError]]] = {
    "100 megapixels": (png(10_000, 10_000), errors.TooManyPixelsError),
    "a bomb of a gigapixel": (png(30_000, 30_000, bits=1, colour=0), errors.TooManyPixelsError),
    "a bomb beyond every bound": (png(2**31 - 1, 2**31 - 1), errors.TooManyPixelsError),
    "a thread": (png(12_001, 10), errors.TooLongSideError),
    "a JPEG cut in the middle": (JPEG[: len(JPEG) // 2], errors.TruncatedError),
    "a PNG cut in the middle": (TAKEN["PNG"][: len(TAKEN["PNG"]) // 2], PictureError),
    "only a header": (JPEG[:20], PictureError),
    "a PNG of four bytes": (b"\x89PNG\r\n\x1a\nxxxx", errors.BrokenError),
    "noise behind a right beginning": (b"\xff\xd8\xff" + Random(1).randbytes(5000), PictureError),
    "empty": (b"", errors.EmptyFileError),
    "a web page named .jpg": (b"<!doctype html><html><script>1</script>", errors.NotAPictureError),
    "text": ("Hej på dig".encode(), errors.NotAPictureError),
    "SVG": (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', errors.VectorError),
    "EPS": (b"%!PS-Adobe-3.0 EPSF-3.0", errors.VectorError),
    "PDF": (b"%PDF-1.7\n", errors.DocumentError),
    "TIFF": (saved(drawn(), "TIFF"), errors.TiffError),
    "BMP": (saved(drawn(), "BMP"), errors.BitmapError),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", errors.PhoneFormatError),
    "film": (b"\0\0\0\x18ftypisom\0\0\0\0isomiso2", errors.FilmError),
    "zip": (b"PK\x03\x04" + bytes(30), errors.ArchiveError),
    "26 MB": (JPEG + bytes(BYTES_AT_MOST), errors.TooHeavyError),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_is_refused_in_one_sentence_and_not_kept(
    name: str, take: Callable[[bytes], PictureRef], settings: Settings, town: Database
) -> None:
    data, expected = REFUSED[name]
    with pytest.raises(expected) as caught:
        take(data)
    said = words_for("sv").say(caught.value)
    assert said.strip()
    assert "{" not in said
    assert said != caught.value.sentence()  # it is said in Swedish
    assert files_in(settings) == []
    with town.read() as session:
        assert session.query(StoredPicture).count() == 0


def test_a_hundred_megapixels_are_named() -> None:
    with pytest.raises(errors.TooManyPixelsError) as caught:
        encode_anew(png(10_000, 10_000), [Box(10, 10)])
    assert caught.value.places == {"megapixels": 100, "most": 40}


def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(errors.BrokenError, match="too long"):
        encode_anew(JPEG, [Box(10, 10)], wall_s=0.001)


@pytest.mark.slow
def test_a_child_cannot_reach_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real limits, with an attacker's code where the decoder would run."""
    script = tmp_path / "decoder.py"
    attack = (
        "import json, socket, sys\n"
        f"sys.path.insert(0, {str(child.DECODER.parent)!r})\n"
        "import decoder\n"
        "sys.stdin.buffer.read()\n"
        "decoder.confine(decoder.MEMORY_BYTES, decoder.CPU_S)\n"
        "done = []\n"
        "for name, act in (('file', lambda: open('/etc/hostname')), ('write', lambda: open('x', 'w')),\n"
        "                  ('socket', socket.socket), ('memory', lambda: bytearray(2 << 30))):\n"
        "    try:\n"
        "        act(); done.append(name)\n"
        "    except (OSError, MemoryError):\n"
        "        pass\n"
        "print(json.dumps({'refused': 'did ' + ' '.join(done), 'places': {}}))\n"
    )
    script.write_text(attack, encoding="utf-8")
    monkeypatch.setattr(child, "DECODER", script)
    with pytest.raises(errors.BrokenError) as caught:
        encode_anew(JPEG, [Box(10, 10)])
    assert str(caught.value) == "did "


@pytest.mark.parametrize(
    "out",
    [
        "",
        "no json",
        '{"pictures": []}',
        '{"pictures": [{"media_type": "text/html", "width_px": 1, "height_px": 1, "size": 6}]}\n<html>',
        '{"pictures": [{"media_type": "image/jpeg", "width_px": 1, "height_px": 1, "size": 6}]}\n<html>',
        '{"pictures": [{"media_type": "image/jpeg", "width_px": 1, "height_px": 1, "size": 600}]}\n',
        '{"unknown": 1}',
    ],
)
def test_a_child_that_was_taken_over_is_not_believed(out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "decoder.py"
    script.write_text(f"import sys\nsys.stdin.buffer.read()\nprint({out!r}, end='')\n", encoding="utf-8")
    monkeypatch.setattr(child, "DECODER", script)
    with pytest.raises(errors.BrokenError):
        encode_anew(JPEG, [Box(10, 10)])


@pytest.mark.slow
@pytest.mark.faults
def test_hundreds_of_mutants_are_taken_or_refused_and_nothing_else() -> None:
    random = Random(20261124)
    kinds = [TAKEN["JPEG"], TAKEN["PNG"], TAKEN["WebP"], TAKEN["animated GIF"]]
    for number in range(60):
        raw = bytearray(kinds[number % len(kinds)])
        for _ in range(random.randint(1, 30)):
            raw[random.randrange(4, len(raw))] = random.randrange(256)
        if random.random() < 0.3:
            del raw[random.randrange(len(raw)) :]
        try:
            (found,) = encode_anew(bytes(raw), [Box(64, 64)])
        except PictureError:
            continue
        assert max(found.width_px, found.height_px) <= 64


@pytest.mark.slow
def test_the_public_broken_pngs_are_taken_or_refused(shared: Path) -> None:
    folder = shared / "corpora/png"
    whole = sorted(path for path in folder.glob("*.png") if not path.name.startswith("x"))[::6]
    broken = sorted(folder.glob("x*.png"))
    assert len(broken) >= 10
    for path in whole:
        assert encode_anew(path.read_bytes(), [Box(64, 64)]), path.name
    refused = 0
    for path in broken:
        try:
            (found,) = encode_anew(path.read_bytes(), [Box(64, 64)])
            assert found.width_px <= 64  # a wrong checksum alone may leave a whole picture
        except PictureError:
            refused += 1
    assert refused >= len(broken) - 1


# --- renditions and the store -------------------------------------------------------------------------------------


def screen_of(width: int, height: int) -> Screen:
    town = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})
    return Screen(id="s", name="S", place="P", municipality=town, width_px=width, height_px=height)


@pytest.mark.slow
def test_a_rendition_just_covers_the_screen_and_is_made_once(
    take: Callable[[bytes], PictureRef], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = take(saved(drawn(3200, 2400), "JPEG"))
    folder = settings.data_folder
    landscape = for_screen(folder, ref, screen_of(1280, 720))
    assert landscape is not None
    assert (landscape[0].width_px, landscape[0].height_px) == (1280, 960)
    assert landscape[1].sha256 == landscape[0].sha256 != ref.sha256
    assert path_of(folder, landscape[1].sha256).stat().st_size == landscape[1].size
    monkeypatch.setattr(child, "DECODER", Path("/nowhere"))  # no child can run from here on
    assert for_screen(folder, ref, screen_of(1280, 720)) == landscape
    prepared = for_screen(folder, ref, screen_of(1920, 1080))  # the town's screen: made while it was taken in
    assert prepared is not None
    assert (prepared[0].width_px, prepared[0].height_px) == (1920, 1440)


def test_a_small_picture_is_its_own_rendition(take: Callable[[bytes], PictureRef], settings: Settings) -> None:
    ref = take(JPEG)
    found = for_screen(settings.data_folder, ref, screen_of(1920, 1080))
    assert found is not None
    assert found[0] == ref
    assert (found[1].sha256, found[1].media_type) == (ref.sha256, "image/jpeg")


def test_a_picture_whose_bytes_are_gone_or_rotten_has_no_rendition(
    take: Callable[[bytes], PictureRef], settings: Settings
) -> None:
    ref = take(JPEG)
    path_of(settings.data_folder, ref.sha256).write_bytes(b"rot")
    assert read(settings.data_folder, ref.sha256) is None
    assert for_screen(settings.data_folder, ref, screen_of(1920, 1080)) is None


@pytest.mark.parametrize("name", ["../../etc/passwd", "A" * 64, "a" * 63, "", "a" * 64 + "\n"])
def test_only_a_hash_names_a_file(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, name) is None
    with pytest.raises(ValueError, match="SHA-256"):
        path_of(tmp_path, name)


def test_a_full_disk_is_said_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_named: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(errors.NotKeptError):
        keep(tmp_path, b"data")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_snapshot_is_encoded_anew() -> None:
    data = clean_snapshot(JPEG + b"SECRET")
    assert b"SECRET" not in data
    assert Image.open(io.BytesIO(data)).size == (800, 600)
    with pytest.raises(PictureError):
        clean_snapshot(b"<svg/>")

"""What a file is, by its own first bytes. Its name and its sender's word count for nothing."""

from server.media.errors import (
    ArchiveError,
    BitmapError,
    DocumentError,
    EmptyFileError,
    FilmError,
    NotAPictureError,
    PhoneFormatError,
    PictureError,
    TiffError,
    VectorError,
)

HEAD = 1024

_REFUSED: tuple[tuple[bytes, type[PictureError]], ...] = (
    (b"%PDF-", DocumentError),
    (b"II*\0", TiffError),
    (b"MM\0*", TiffError),
    (b"II+\0", TiffError),
    (b"MM\0+", TiffError),
    (b"BM", BitmapError),
    (b"%!PS", VectorError),
    (b"\xc5\xd0\xd3\xc6", VectorError),
    (b"\x1f\x8b", ArchiveError),
    (b"PK\x03\x04", ArchiveError),
    (b"7z\xbc\xaf\x27\x1c", ArchiveError),
    (b"Rar!", ArchiveError),
    (b"\xd0\xcf\x11\xe0", ArchiveError),
    (b"\x1a\x45\xdf\xa3", FilmError),
)


def check_kind(data: bytes) -> None:
    """Let JPEG, PNG, WebP and GIF pass. Raises the PictureError that says what to do with anything else."""
    head = data[:HEAD]
    if not head:
        raise EmptyFileError("an empty file")
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")):
        return
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return
    if head[4:8] == b"ftyp":
        phone = head[8:12] in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis")
        raise (PhoneFormatError if phone else FilmError)("a file of the ISO family")
    for start, error in _REFUSED:
        if head.startswith(start):
            raise error(f"starts like {start[:4]!r}")
    if b"<svg" in head.lower():
        raise VectorError("an SVG")
    raise NotAPictureError("none of the kinds that are taken")

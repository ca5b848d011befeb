"""Why a picture is not taken, and in one sentence what to do instead."""

from foundation.errors import N_, TorgetError


class PictureError(TorgetError):
    """Root: nothing of the picture was kept."""

    say = N_("The picture could not be read. Save it as JPEG or PNG and send it again.")


class TooHeavyError(PictureError):
    say = N_("The picture is {megabytes} MB; at most {most} MB fit. Send it in a smaller size.")


class TooManyPixelsError(PictureError):
    say = N_("The picture has {megapixels} megapixels; at most {most} fit. Make it smaller and send it again.")


class TooLongSideError(PictureError):
    say = N_("One side of the picture is {longest} pixels; at most {most} fit. Make it smaller and send it again.")


class TruncatedError(PictureError):
    say = N_("The picture ends in the middle. Copy it once more from the camera or the mail, and send it again.")


class BrokenError(PictureError):
    say = N_("The picture is damaged and cannot be read. Open it, save it as JPEG, and send it again.")


class NotAPictureError(PictureError):
    say = N_("That is not a picture, whatever its name says. Choose a JPEG or PNG.")


class VectorError(PictureError):
    say = N_("A vector drawing (SVG, EPS) cannot be taken. Export it as PNG and send that.")


class DocumentError(PictureError):
    say = N_("That is a PDF. Save the page as a picture (JPEG or PNG) and send that.")


class TiffError(PictureError):
    say = N_("TIFF cannot be taken. Save the picture as JPEG or PNG and send that.")


class PhoneFormatError(PictureError):
    say = N_("HEIC and AVIF cannot be taken. Share the picture from the phone as JPEG, and send that.")


class BitmapError(PictureError):
    say = N_("BMP cannot be taken. Save the picture as PNG and send that.")


class FilmError(PictureError):
    say = N_("That is a film. Choose a picture, JPEG or PNG.")


class ArchiveError(PictureError):
    say = N_("That is an archive or an office document. Send the picture itself, as JPEG or PNG.")


class EmptyFileError(PictureError):
    say = N_("The file is empty. Choose the picture once more.")


class NotKeptError(PictureError):
    say = N_("The picture could not be kept: the disk of the server is full or broken. Tell whoever runs it.")

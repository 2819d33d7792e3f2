"""What kind of file some bytes are, by their first bytes, without decoding anything."""

from enum import StrEnum


class Media(StrEnum):
    """The kinds of file that we tell apart; everything else is stored all the same."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    HEIC = "heic"
    TIFF = "tiff"
    GIF = "gif"
    BMP = "bmp"
    PDF = "pdf"
    MP4 = "mp4"
    MOV = "mov"
    UNKNOWN = "unknown"

    @property
    def is_picture(self) -> bool:
        return self not in {Media.PDF, Media.MP4, Media.MOV, Media.UNKNOWN}


SUFFIXES: dict[str, Media] = {
    ".jpg": Media.JPEG,
    ".jpeg": Media.JPEG,
    ".png": Media.PNG,
    ".webp": Media.WEBP,
    ".heic": Media.HEIC,
    ".heif": Media.HEIC,
    ".tif": Media.TIFF,
    ".tiff": Media.TIFF,
    ".gif": Media.GIF,
    ".bmp": Media.BMP,
    ".pdf": Media.PDF,
    ".mp4": Media.MP4,
    ".mov": Media.MOV,
}
"""What file names promise, for dialogs and watched folders; the type on record comes from `media_of`."""

_MAGIC: tuple[tuple[bytes, Media], ...] = (
    (b"\xff\xd8\xff", Media.JPEG),
    (b"\x89PNG\r\n\x1a\n", Media.PNG),
    (b"GIF87a", Media.GIF),
    (b"GIF89a", Media.GIF),
    (b"II*\0", Media.TIFF),
    (b"MM\0*", Media.TIFF),
    (b"BM", Media.BMP),
    (b"%PDF-", Media.PDF),
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_MP4_BRANDS = (b"iso", b"mp4", b"avc1", b"M4V", b"3gp", b"3g2", b"MSNV", b"dash")


def media_of(content: bytes) -> Media:
    """The kind of *content*, of which 16 bytes are enough."""
    for magic, media in _MAGIC:
        if content.startswith(magic):
            return media
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Media.WEBP
    if content[4:8] == b"ftyp":
        return _of_brand(content[8:12])
    if content[4:8] in {b"moov", b"mdat", b"wide"}:  # QuickTime before ISO 14496-12 had no ftyp
        return Media.MOV
    return Media.UNKNOWN


def _of_brand(brand: bytes) -> Media:
    """The kind of an ISO base media file by its major brand (ISO/IEC 14496-12)."""
    if brand in _HEIC_BRANDS:
        return Media.HEIC
    if brand == b"qt  ":
        return Media.MOV
    return Media.MP4 if brand.startswith(_MP4_BRANDS) else Media.UNKNOWN

"""Pictures made for tests."""

import io
from collections.abc import Callable, Mapping

import pytest
from PIL import ExifTags, Image

Tagged = Callable[..., bytes]


def _tagged(
    picture: Image.Image | None = None,
    *,
    form: str = "JPEG",
    main: Mapping[int, object] | None = None,
    inner: Mapping[int, object] | None = None,
    gps: Mapping[int, object] | None = None,
) -> bytes:
    exif = Image.Exif()
    exif.update(main or {})
    exif.get_ifd(ExifTags.IFD.Exif).update(inner or {})
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(gps or {})
    out = io.BytesIO()
    (picture or Image.new("RGB", (64, 48), "white")).save(out, form, exif=exif)
    return out.getvalue()


@pytest.fixture(scope="session")
def tagged() -> Tagged:
    """Makes the bytes of a picture with EXIF entries by their numbers."""
    return _tagged

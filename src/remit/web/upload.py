"""Files on their way in: weighed as they come, so that none that is too large is kept in memory or on the disk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

__all__ = ["WeighedUpload", "heavy_files", "is_cut_off"]

_HEAVY, _TOTAL, _OPEN = "remit.heavy_files", "remit.uploaded", "remit.open_files"
_TOGETHER = 2  # all files of a request may have so many times what one of them may have


class WeighedUpload(FileUploadHandler):
    """Let go of a file as soon as it is heavier than any page takes, or all are; the request goes on without it.

    It stands first among the handlers: those that keep files see no more than the limit.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Note that a file has begun."""
        super().new_file(*args, **kwargs)
        meta = self._meta()
        meta[_OPEN] = meta.get(_OPEN, 0) + 1

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand a piece on, unless it is too much."""
        meta = self._meta()
        meta[_TOTAL] = meta.get(_TOTAL, 0) + len(raw_data)
        limit = settings.UPLOAD_LIMIT
        if start + len(raw_data) > limit or meta[_TOTAL] > _TOGETHER * limit:
            meta[_HEAVY] = (*meta.get(_HEAVY, ()), self.file_name or "")
            meta[_OPEN] -= 1
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:  # noqa: ARG002 - the framework names it
        """Note that a file has come to its end, and leave it to the handlers that follow."""
        self._meta()[_OPEN] -= 1
        return None

    def _meta(self) -> dict[str, Any]:
        return self.request.META if self.request is not None else {}


def heavy_files(request: HttpRequest) -> tuple[str, ...]:
    """Return the names of files that were let go of, as they were too large."""
    _ = request.POST  # read by now, or read here
    found = request.META.get(_HEAVY, ())
    return tuple(str(name) for name in found)


def is_cut_off(request: HttpRequest) -> bool:
    """Tell whether a file began to come in and did not come to its end: the framework leaves it out without a word."""
    _ = request.POST
    return bool(request.META.get(_OPEN, 0))

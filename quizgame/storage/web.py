"""Fetching a page or a document from a web address, and nothing else of it.

The standard library is used rather than trafilatura's own fetcher, which asks again without checking certificates where
they fail. Only http and https are spoken, also after a redirect; a redirect never leaves encryption; size, time and
number of redirects are bounded; no cookies are kept; no password is sent.
"""

import http.client
import re
import socket
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

from quizgame import __version__
from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.text import one_line
from quizgame.storage.names import shown_address
from quizgame.storage.trouble import reason

__all__ = ["Fetched", "fetch"]

_TIMEOUT, _WHOLE_TIME = 20.0, 90.0
"""Seconds that may pass without a byte, and until the last one."""
_REDIRECTS = 5
_MOVED = (301, 302, 303, 307, 308)
_BLOCK = 1 << 16
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_TAKEN = re.compile(r"text/|application/(?:xhtml\+xml|xml|pdf|x-pdf|octet-stream|x-unknown)$|$")
_UNTOLD = ("application/octet-stream", "application/x-unknown")
_HEADERS = {
    "User-Agent": f"quizgame/{__version__}",
    "Accept": "text/html,application/xhtml+xml,text/plain,text/markdown,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "identity",
}


class Fetched(NamedTuple):
    """What an address holds."""

    data: bytes
    url: str
    """The address in the end, after redirects."""
    media: str
    """The media type that the server tells, "" where it tells none."""
    charset: str
    """The encoding that the server tells, "" where it tells none."""


def fetch(address: str, limit: int, *, anything: bool = False) -> Fetched:
    """Fetch what an address holds.

    Args:
        address: An http or https address.
        limit: The most bytes that are taken.
        anything: Whether to take whatever it holds, rather than what may be an article.

    Raises:
        DataError: It is larger than the limit, or no text, page or PDF.
        StorageError: It cannot be fetched; the message says why.
    """
    with _telling(address):
        request = urllib.request.Request(_spelled(address), headers=_HEADERS)  # noqa: S310 - the opener knows no other scheme
        with _opener().open(request, timeout=_TIMEOUT) as response:
            media = _media(response.headers)
            if not (anything or _TAKEN.match(media)):
                raise DataError(Problem(file=shown_address(address), what=f"it holds {media}, not an article"))
            data = _decompressed(_body(response, limit), response.headers.get("Content-Encoding", ""), limit)
            charset = response.headers.get_content_charset("")
            url = response.url
    if len(data) > limit:
        raise DataError(Problem(file=shown_address(address), what=f"it is larger than {limit >> 20} MB"))
    return Fetched(data, one_line(url), "" if media in _UNTOLD else media, charset)


class _UnreadableError(Exception):
    """Why an address cannot be read, in a few plain words."""


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, to web addresses only, and never out of encryption."""

    max_redirections = _REDIRECTS
    max_repeats = 2

    def redirect_request(  # noqa: PLR0917 - as the library calls it
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request for where a page was moved to."""
        if not newurl.lower().startswith(("https://", "http://")):
            raise _UnreadableError("it redirects to something that is no web address")
        if req.type == "https" and not newurl.lower().startswith("https:"):
            raise _UnreadableError("it redirects to an address without encryption")
        return super().redirect_request(req, fp, code, msg, headers, _spelled(newurl))


def _opener() -> urllib.request.OpenerDirector:
    """What opens http and https, through the proxies that the surroundings name, and nothing else."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener


def _spelled(address: str) -> str:
    """An address in the ASCII that is sent: a host in its coded form, other letters by their bytes."""
    try:
        parts = urllib.parse.urlsplit(one_line(address))
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise _UnreadableError("it is no web address") from error
    if not host:
        raise _UnreadableError("it names no host")
    if parts.username or parts.password:
        raise _UnreadableError("an address with a password in it is not sent")
    bare = f"[{host}]" if ":" in host else host
    path, query = (urllib.parse.quote(part, safe=_SAFE) for part in (parts.path or "/", parts.query))
    return urllib.parse.urlunsplit((parts.scheme, f"{bare}{port}", path, query, ""))


def _media(headers: http.client.HTTPMessage) -> str:
    return headers.get_content_type() if headers.get("Content-Type") else ""


def _body(response: http.client.HTTPResponse, limit: int) -> bytes:
    """The bytes of an answer, up to one more than the limit."""
    until = time.monotonic() + _WHOLE_TIME
    blocks: list[bytes] = []
    left = limit + 1
    while left > 0 and (block := response.read1(min(left, _BLOCK))):
        blocks.append(block)
        left -= len(block)
        if time.monotonic() > until:
            raise TimeoutError
    if left > 0 and response.length:
        raise _UnreadableError("the connection broke off")
    return b"".join(blocks)


def _decompressed(data: bytes, encoding: str, limit: int) -> bytes:
    """Bytes as they were before a server compressed them unasked, up to one more than the limit."""
    if encoding.strip().lower() in {"", "identity"}:
        return data
    if encoding.strip().lower() not in {"gzip", "x-gzip", "deflate"}:
        raise _UnreadableError("it comes compressed in a way that is not known here")
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    found = stream.decompress(data, limit + 1)
    if not stream.eof and len(found) <= limit:
        raise _UnreadableError("the connection broke off")
    return found


@contextmanager
def _telling(address: str) -> Iterator[None]:
    """Turn whatever goes wrong on the network into a `StorageError` that says so in plain words."""
    try:
        yield
    except urllib.error.HTTPError as error:
        with error:
            raise _unreadable(address, _status(error)) from error
    except _UnreadableError as error:
        raise _unreadable(address, str(error)) from error
    except urllib.error.URLError as error:
        raise _unreadable(address, _failure(error.reason)) from error
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        raise _unreadable(address, _failure(error)) from error


def _unreadable(address: str, why: str) -> StorageError:
    return StorageError(f"cannot read {shown_address(address)}: {why}")


def _status(error: urllib.error.HTTPError) -> str:
    if error.code in _MOVED and error.headers.get("Location"):
        often = str(error.reason).startswith(_Redirects.inf_msg)
        return "it redirects too often" if often else "it redirects to something that is no web address"
    name = http.client.responses.get(error.code, "")
    return f"the server answers {error.code}{f' ({name})' if name else ''}"


def _failure(error: object) -> str:
    """Why a connection failed."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate cannot be trusted ({one_line(error.verify_message)})"
    told = (
        (ssl.SSLError, "no secure connection can be made"),
        (TimeoutError, "it took too long"),
        (socket.gaierror, "no such host was found; is there a network?"),
        (ConnectionRefusedError, "nobody answers there"),
        (ConnectionError, "the connection broke off"),
        (http.client.IncompleteRead, "the connection broke off"),
        (http.client.HTTPException, "what answers there is no web server"),
        (zlib.error, "it comes compressed, and damaged"),
    )
    known = next((words for kind, words in told if isinstance(error, kind)), "")
    return known or (reason(error) if isinstance(error, OSError) else one_line(str(error)).lower())

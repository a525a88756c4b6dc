"""Articles from web addresses, served by this machine to itself."""

import gzip
import http.server
import socket
import ssl
import threading
import urllib.error
import urllib.request
from http import HTTPStatus

import pytest

from quizgame.core.errors import DataError, StorageError
from quizgame.generate import read_article
from quizgame.storage import web
from quizgame.storage.articles import ARTICLE_LIMIT, gather

PAGE = (
    "<!doctype html><html><head><title>A rink opens</title></head><body><article><p>The rink in Lindby opened on Sunday after two "
    "years of work, and Jörg Müller won the first race of the season there.</p></article></body></html>"
)
PLAIN = "text/plain; charset=utf-8"


def moved(place):
    return (302, {"Location": place}, b"")


ANSWERS = {
    "/rink-opens.html": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, PAGE.encode("latin-1")),
    "/viewer?id=7": (200, {"Content-Type": PLAIN}, "It rained in Ålesund.".encode()),
    "/caf%C3%A9": (200, {"Content-Type": PLAIN}, b"It rained."),
    "/untold.md": (200, {}, b"# A rink\n\nIt rained."),
    "/file.pdf": (200, {"Content-Type": "application/octet-stream"}, b"%PDF-1.4"),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/large": (200, {"Content-Type": PLAIN}, b"a" * 2_000),
    "/zipped": (200, {"Content-Type": PLAIN, "Content-Encoding": "gzip"}, gzip.compress(b"It rained.")),
    "/bomb": (200, {"Content-Type": PLAIN, "Content-Encoding": "gzip"}, gzip.compress(b"a" * 2_000)),
    "/half-zipped": (200, {"Content-Type": PLAIN, "Content-Encoding": "gzip"}, gzip.compress(b"It rained.")[:-9]),
    "/wrongly-zipped": (200, {"Content-Type": PLAIN, "Content-Encoding": "gzip"}, b"It rained."),
    "/brotli": (200, {"Content-Type": PLAIN, "Content-Encoding": "br"}, b"x"),
    "/cut": (200, {"Content-Type": PLAIN, "Content-Length": "500"}, b"It rained."),
    "/old": moved("/rink-opens.html"),
    "/circle": moved("/circle"),
    "/to-file": moved("file:///etc/hostname"),
    "/to-ftp": moved("ftp://127.0.0.1/x"),
    "/to-nowhere": moved("http://"),
}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        status, headers, body = ANSWERS.get(self.path, (404, {}, b"gone"))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Silence."""


@pytest.fixture(autouse=True)
def direct(monkeypatch):
    """No proxy stands between this machine and itself."""
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def served():
    """The address of a server that knows a few pages."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def fetched(address):
    (raw,) = gather([address], stdin=bytes)
    return raw


def test_a_page_becomes_an_article(served):
    raw = fetched(f"{served}/rink-opens.html")
    assert (raw.name, raw.where, raw.media, raw.charset) == (
        "rink-opens",
        f"{served}/rink-opens.html",
        "text/html",
        "iso-8859-1",
    )
    article = read_article(raw)
    assert (article.id, article.title, article.publisher, article.url) == (
        "rink-opens",
        "A rink opens",
        "127.0.0.1",
        raw.url,
    )
    assert article.text.endswith("Jörg Müller won the first race of the season there.")


def test_a_redirect_is_followed_and_the_address_in_the_end_is_kept(served):
    raw = fetched(f"{served}/old")
    assert (raw.url, raw.where) == (f"{served}/rink-opens.html", f"{served}/old")


def test_text_markdown_and_documents_can_be_fetched(served):
    assert (fetched(f"{served}/viewer?id=7#top").name, fetched(f"{served}/viewer?id=7").data) == (
        "",
        "It rained in Ålesund.".encode(),
    )
    assert fetched(f"{served}/café").data == b"It rained."
    assert (fetched(f"{served}/untold.md").media, fetched(f"{served}/untold.md").name) == ("text/markdown", "untold")
    assert fetched(f"{served}/file.pdf").media == "application/pdf"
    assert fetched(f"{served}/zipped").data == b"It rained."


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/none", r"the server answers 404 \(Not Found\)"),
        ("/circle", "it redirects too often"),
        ("/to-file", "it redirects to something that is no web address"),
        ("/to-ftp", "it redirects to something that is no web address"),
        ("/to-nowhere", "it redirects too often"),
        ("/cut", "the connection broke off"),
        ("/half-zipped", "the connection broke off"),
        ("/wrongly-zipped", "it comes compressed, and damaged"),
        ("/brotli", "it comes compressed in a way that is not known here"),
    ],
)
def test_what_goes_wrong_is_told_in_plain_words(served, path, told):
    with pytest.raises(StorageError, match=f"^cannot read {served}{path}: {told}$"):
        fetched(f"{served}{path}")


def test_what_is_no_article_is_told(served):
    with pytest.raises(DataError, match=f"^{served}/picture: it holds image/png, not an article"):
        fetched(f"{served}/picture")


@pytest.mark.parametrize("path", ["/large", "/bomb"])
def test_no_more_is_taken_than_the_limit(served, path):
    assert ARTICLE_LIMIT == 16 << 20
    with pytest.raises(DataError, match="it is larger than 0 MB"):
        web.fetch(f"{served}{path}", 1_000)
    assert len(web.fetch(f"{served}{path}", 2_000).data) == 2_000


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://", "it names no host"),
        ("http://[", "it is no web address"),
        ("http://127.0.0.1:x/", "it is no web address"),
        ("https://me:secret@127.0.0.1/", "an address with a password in it is not sent"),
        ("http://" + "a" * 100 + "/", "it is no web address"),
        ("ftp://127.0.0.1/a.txt", "only http and https addresses are read"),
        ("file:///etc/hostname", "only http and https addresses are read"),
        ("www.lindby.example/a", "there is no such file; a web address begins with https://"),
    ],
)
def test_what_is_no_address_is_told(address, told):
    with pytest.raises(StorageError, match=told):
        fetched(address)


def test_where_nobody_answers_that_is_told():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(StorageError, match="nobody answers there"):
        fetched(f"http://127.0.0.1:{port}/")


def test_what_is_no_web_server_is_told():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        answering = threading.Thread(target=answer, args=(listening, b"220 mail.example ready\r\n"))
        answering.start()
        with pytest.raises(StorageError, match="what answers there is no web server"):
            fetched(f"http://127.0.0.1:{listening.getsockname()[1]}/")
        answering.join()


def answer(listening, words):
    connection, _ = listening.accept()
    with connection:
        connection.recv(4_096)
        connection.sendall(words)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (socket.gaierror(-2, "Name or service not known"), "no such host was found; is there a network\\?"),
        (ssl.SSLCertVerificationError(1, "x"), r"its certificate cannot be trusted"),
        (ssl.SSLError(1, "wrong version"), "no secure connection can be made"),
        (TimeoutError("timed out"), "it took too long"),
        (ConnectionResetError(104, "Connection reset by peer"), "the connection broke off"),
        (OSError(101, "Network is unreachable"), "network is unreachable"),
    ],
)
def test_what_a_network_can_do_is_told(monkeypatch, error, told):
    error.verify_message = "self-signed certificate"

    def fail(*_, **__):
        raise urllib.error.URLError(error)

    monkeypatch.setattr(urllib.request.HTTPSHandler, "https_open", fail)
    with pytest.raises(StorageError, match=f"^cannot read https://lindby.example/a: {told}"):
        fetched("https://lindby.example/a")


def test_a_server_that_never_ends_is_left(served, monkeypatch):
    monkeypatch.setattr(web, "_WHOLE_TIME", -1.0)
    with pytest.raises(StorageError, match="it took too long"):
        fetched(f"{served}/rink-opens.html")


def test_a_redirect_never_leaves_encryption():
    secure = urllib.request.Request("https://lindby.example/a")
    with pytest.raises(web._UnreadableError, match="without encryption"):
        web._Redirects().redirect_request(secure, None, HTTPStatus.FOUND, "", None, "http://lindby.example/b")


def test_an_address_never_clears_the_screen():
    with pytest.raises(StorageError) as raised:
        fetched("ftp://x\x1b[2J/\u202e")
    assert not {"\x1b", "\u202e"} & set(str(raised.value))

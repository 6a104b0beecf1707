"""Pictures over the network come from public addresses only. No test asks a real one."""

import contextlib
import http.server
import io
import socket
import threading

import pytest
from django.apps import apps

pytestmark = pytest.mark.skipif(
    not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"
)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - refused
        "255.255.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "203.0.113.9",
        "::",
        "::1",
        "::127.0.0.1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:0:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::808:808",
        "2002:7f00:1::",
        "2002:a00:1::",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "2606:4700::1111%lo",
        "no address",
        "",
    ],
)
def test_addresses_that_are_not_everybodys_are_refused(address):
    from beatcancer_wagtail.importer.writer.network import is_public

    assert is_public(address) is False


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_public_addresses_are_asked(address):
    from beatcancer_wagtail.importer.writer.network import is_public

    assert is_public(address) is True


class Server:
    """A server of this machine that plays hosts of the internet."""

    def __init__(self, answers):
        asked = self.asked = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append((self.headers["Host"], self.path))
                answers(self)

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def serve():
    servers = []

    def start(answers):
        servers.append(Server(answers))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def fetcher(names=None, **options):
    """Every name leads to this machine, and this machine counts as public, unless ``names`` says otherwise."""
    from beatcancer_wagtail.importer.writer.network import Fetcher

    names = names or {}
    options = {"is_public": lambda address: address == "127.0.0.1", **options}
    return Fetcher(1000, resolve=lambda host, port: names.get(host, ["127.0.0.1"]), **options)


def send(handler, body=b"picture", status=200, **headers):
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def fetch(url, **options):
    into = io.BytesIO()
    fetcher(**options).fetch(url, into)
    return into.getvalue()


def refusal(url, **options):
    from beatcancer_wagtail.importer.writer.network import CannotFetch

    with pytest.raises(CannotFetch) as caught:
        fetch(url, **options)
    return str(caught.value)


def test_a_picture_is_fetched_from_the_address_that_was_checked(serve):
    server = serve(send)
    assert fetch(f"http://pictures.example:{server.port}/a%20b/ü.png?x=1") == b"picture"
    assert server.asked == [(f"pictures.example:{server.port}", "/a%20b/%C3%BC.png?x=1")]


def test_the_name_is_asked_for_once_so_that_it_cannot_lead_elsewhere_afterwards(serve):
    server = serve(send)
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    from beatcancer_wagtail.importer.writer.network import Fetcher

    once = Fetcher(1000, resolve=lambda host, port: next(answers), is_public=lambda address: address == "127.0.0.1")
    into = io.BytesIO()
    once.fetch(f"http://pictures.example:{server.port}/", into)
    assert into.getvalue() == b"picture"


@pytest.mark.parametrize("addresses", [["10.0.0.1"], ["127.0.0.1", "10.0.0.1"], ["::1"], []])
def test_a_name_of_which_any_address_is_private_is_not_asked(serve, addresses):
    server = serve(send)
    assert "not public" in refusal(f"http://pictures.example:{server.port}/", names={"pictures.example": addresses})
    assert server.asked == []


def test_this_machine_is_refused_by_default(serve):
    from beatcancer_wagtail.importer.writer.network import CannotFetch, Fetcher

    server = serve(send)
    for host in ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0x7f000001", "2130706433"):
        with pytest.raises(CannotFetch):
            Fetcher(1000).fetch(f"http://{host}:{server.port}/", io.BytesIO())
    assert server.asked == []


def test_every_stop_of_a_redirect_is_checked(serve):
    def answers(handler):
        target = {
            "/out": "http://inside.example/",
            "/twice": "/once",
            "/once": "/picture",
            "/file": "file:///etc/passwd",
            "/loop": "/loop",
        }
        if handler.path in target:
            send(handler, b"", 302, Location=target[handler.path])
        else:
            send(handler)

    server = serve(answers)
    base = f"http://pictures.example:{server.port}"
    assert fetch(f"{base}/twice") == b"picture"
    assert "not public" in refusal(f"{base}/out", names={"inside.example": ["10.0.0.1"]})
    assert "http and https" in refusal(f"{base}/file")
    assert "on and on" in refusal(f"{base}/loop")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://e.org/a.png",
        "file:///etc/passwd",
        "//",
        "http://",
        "http://[",
        "http://e.org:99999/",
        "gopher://e.org",
        "javascript:alert(1)",
        "http://a:b@e.org/",
        "http://e.org:25/",
    ],
)
def test_other_schemes_and_odd_addresses_are_refused(url):
    assert refusal(url)


def test_size_is_limited_whatever_the_server_says(serve):
    def answers(handler):
        if handler.path == "/honest":
            send(handler, b"x" * 2000)
        else:
            handler.send_response(200)
            handler.end_headers()
            handler.wfile.write(b"x" * 2000)

    server = serve(answers)
    for path in ("/honest", "/silent"):
        assert "larger than" in refusal(f"http://pictures.example:{server.port}{path}")


def test_a_server_that_sends_a_byte_now_and_then_is_cut_off():
    listening = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()

    def drip():
        connection, _address = listening.accept()
        with connection:
            connection.recv(1000)
            with contextlib.suppress(OSError):
                while not stop.wait(0.02):
                    connection.sendall(b"H")

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    try:
        assert refusal(f"http://slow.example:{listening.getsockname()[1]}/", seconds=0.3)
    finally:
        stop.set()
        thread.join()
        listening.close()


def test_errors_and_broken_answers_are_told(serve):
    def answers(handler):
        if handler.path == "/short":
            handler.send_response(200)
            handler.send_header("Content-Length", "500")
            handler.end_headers()
            handler.wfile.write(b"x")
        else:
            send(handler, b"no", 404)

    server = serve(answers)
    base = f"http://pictures.example:{server.port}"
    assert "404" in refusal(f"{base}/gone")
    assert refusal(f"{base}/short")


def test_no_proxy_of_the_environment_is_asked(serve, monkeypatch):
    server = serve(send)
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://10.0.0.1:3128")
    assert fetch(f"http://pictures.example:{server.port}/") == b"picture"


def test_a_host_that_does_not_answer_is_left_after_a_while():
    from beatcancer_wagtail.importer.writer.network import CannotFetch

    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    one = fetcher()
    told = []
    for _attempt in range(5):
        with pytest.raises(CannotFetch) as caught:
            one.fetch(f"http://dead.example:{port}/", io.BytesIO())
        told.append("not asked again" in str(caught.value))
    assert told == [False, False, False, True, True]

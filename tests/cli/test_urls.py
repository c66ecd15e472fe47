# SPDX-License-Identifier: Apache-2.0
"""URLs, read from a server on the loopback interface."""
import gzip
import http.server
import json
import threading
import time
import unittest

from command import INPUT, CommandTest, page, run

WITHOUT_CURL = b"without libcurl" in run("--version").stdout


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, body, content_type="text/html; charset=utf-8", status=200, **headers):
        self.send_response(status)
        if content_type:
            self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        parts = self.path.strip("/").split("/")
        try:
            getattr(self, "get_" + parts[0].replace("-", "_"))(*parts[1:])
        except (BrokenPipeError, ConnectionResetError):
            pass

    def begin(self, **headers):
        """An answer whose end is the connection's."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Connection", "close")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.close_connection = True

    def get_page(self, word):
        self.answer(page(word) + b"<a href=next>")

    def get_latin(self):
        text = page("caf\u00e9").decode().replace("<meta charset=utf-8>", "")
        self.answer(text.encode("latin-1"), "text/html; charset=iso-8859-1")

    def get_untyped(self):
        self.answer(page("untyped"), None)

    def get_type(self, first, second):
        self.answer(page("typed"), f"{first}/{second}")

    def get_gzip(self):
        self.answer(gzip.compress(page("gzipped")), Content_Encoding="gzip")

    def get_bomb(self):
        self.answer(gzip.compress(b"<p>" + b" " * (65 << 20)), Content_Encoding="gzip")

    def get_redirect(self, count):
        to = f"/redirect/{int(count) - 1}" if count != "1" else "/page/redirected"
        self.answer(b"", status=302, Location=to)

    def get_loop(self):
        self.answer(b"", status=301, Location="/loop")

    def get_to_file(self):
        self.answer(b"", status=302, Location="file:///etc/hostname")

    def get_to_ftp(self):
        self.answer(b"", status=302, Location="ftp://127.0.0.1/x")

    def get_status(self, status):
        self.answer(page("errors"), status=int(status))

    def get_slow(self):
        self.begin()
        for _ in range(60):
            self.wfile.write(b"<p>wait</p>")
            self.wfile.flush()
            time.sleep(0.5)

    def get_endless(self):
        self.begin()
        for _ in range(80):
            self.wfile.write(b" " * (1 << 20))

    def get_announced(self):
        self.begin(Content_Length=str(65 << 20))

    def get_cut(self):
        self.begin(Content_Length="100000")
        self.wfile.write(page("cut"))

    def get_agent(self):
        self.answer(page(self.headers["User-Agent"]))


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Clients that hang up in the middle are what is tested."""


class ServerTest(CommandTest):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.base = f"http://127.0.0.1:{cls.server.server_port}"

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()


@unittest.skipUnless(WITHOUT_CURL, "built with libcurl")
class WithoutCurl(CommandTest):
    def test_is_an_error(self):
        _, errors = self.pith("http://127.0.0.1/", status=INPUT)
        self.assertIn("built without libcurl", errors)


@unittest.skipIf(WITHOUT_CURL, "built without libcurl")
class Pages(ServerTest):
    def record(self, path, *options):
        return json.loads(self.pith("-f", "json", *options, self.base + path)[0])

    def test_is_read_and_named(self):
        record = self.record("/page/harbours")
        self.assertIn("harbours", record["text"])
        self.assertEqual(record["url"], self.base + "/page/harbours")
        self.assertNotIn("file", record)

    def test_charset_of_the_header(self):
        self.assertIn("caf\u00e9", self.record("/latin")["text"])

    def test_charset_option_comes_first(self):
        self.assertIn("caf\u0418", self.record("/latin", "--charset=koi8-r")["text"])

    def test_url_option_comes_first(self):
        record = self.record("/page/x", "--url=https://elsewhere.example/")
        self.assertEqual(record["url"], "https://elsewhere.example/")

    def test_passwords_stay_out_of_the_output(self):
        url = self.base.replace("//", "//me:secret@") + "/page/a@b"
        output, _ = self.pith("-f", "json", url)
        self.assertEqual(json.loads(output)["url"], self.base + "/page/a@b")

    def test_compressed(self):
        self.assertIn("gzipped", self.record("/gzip")["text"])

    def test_redirects_give_the_last_url(self):
        for count in (1, 10):
            record = self.record(f"/redirect/{count}")
            self.assertEqual(record["url"], self.base + "/page/redirected")
            self.assertIn("redirected", record["text"])

    def test_types_of_pages(self):
        for content_type in ("text/html", "application/xhtml+xml", "text/plain", "application/xml"):
            self.assertIn("typed", self.record(f"/type/{content_type}")["text"])
        self.assertIn("untyped", self.record("/untyped")["text"])

    def test_agent(self):
        self.assertRegex(self.record("/agent")["text"], r"about pith/\d+\.\d+\.\d+,")

    def test_several_with_files(self):
        path = self.write("file.html", page("filed"))
        output, _ = self.pith("-j4", path, *[f"{self.base}/page/web{i}" for i in range(20)], path)
        positions = [output.index("about filed"), *[output.index(f"about web{i},")
                                                    for i in range(20)], output.rindex("filed")]
        self.assertEqual(positions, sorted(positions))


@unittest.skipIf(WITHOUT_CURL, "built without libcurl")
class Failures(ServerTest):
    def check(self, path, reason, *options):
        good = self.base + "/page/goodness"
        output, errors = self.pith(*options, self.base + path, good, status=INPUT)
        self.assertIn("goodness", output)
        self.assertEqual(output.count("==>"), 1)
        self.assertRegex(errors, f"{path}: {reason}")

    def test_redirect_loop(self):
        self.check("/loop", "more than 10 redirects")

    def test_too_many_redirects(self):
        self.check("/redirect/11", "more than 10 redirects")

    def test_redirect_to_another_scheme(self):
        self.check("/to-file", ".*[Pp]rotocol")
        self.check("/to-ftp", ".*[Pp]rotocol")

    def test_statuses(self):
        for status in (400, 404, 410, 500, 503):
            self.check(f"/status/{status}", f"the server answers with status {status}")

    def test_too_slow(self):
        start = time.monotonic()
        self.check("/slow", ".*timed out", "--timeout=1")
        self.assertLess(time.monotonic() - start, 15)

    def test_too_large(self):
        self.check("/endless", "larger than 64 MiB")
        self.check("/announced", "larger than 64 MiB")
        self.check("/bomb", "larger than 64 MiB")

    def test_cut_short(self):
        self.check("/cut", ".*bytes remaining")

    def test_no_page(self):
        self.check("/type/application/pdf", "is no web page but application/pdf")
        self.check("/type/image/png", "is no web page but image/png")

    def test_nobody_there(self):
        _, errors = self.pith("http://127.0.0.1:1/", status=INPUT)
        self.assertIn("http://127.0.0.1:1/", errors)

    def test_not_a_url(self):
        self.pith("http://", "http://[::1", "http://a b/", status=INPUT)


if __name__ == "__main__":
    unittest.main()

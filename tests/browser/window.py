"""A browser window that notes what a reader would not see: errors, strangers asked, policies broken."""

from urllib.parse import urlsplit

PHONE, DESKTOP = (390, 844), (1280, 900)
HUNG = 60_000  # milliseconds; on a busy machine twenty seconds pass until a page has its first pictures

NOTE_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`));
"""


class Windows:
    """The windows of one test. ``faults`` says in words what went wrong in any of them."""

    def __init__(self, browser, site, sessions, passwords):
        self.browser, self.site, self.sessions, self.passwords = browser, site, sessions, passwords
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.expected: list[str] = []
        self._contexts = []

    def open(self, path=None, *, size=DESKTOP, user=None, **options):
        """A new window, with ``path`` in it if given. ``user`` is logged in; ``options`` are Playwright's."""
        if user and user not in self.sessions:
            self.sessions[user] = self._log_in(user)
        width, height = size
        context = self.browser.new_context(
            base_url=self.site,
            viewport={"width": width, "height": height},
            storage_state=self.sessions.get(user),
            **{"locale": "en-GB", "reduced_motion": "reduce", **options},
        )
        self._contexts.append(context)
        context.set_default_timeout(HUNG)
        context.add_init_script(NOTE_VIOLATIONS)
        context.on("request", self._note_request)
        context.on("response", self._note_response)
        context.on("console", self._note_message)
        context.on("weberror", lambda error: self.faults.append(f"uncaught: {error.error}"))
        page = context.new_page()
        if path is not None:
            page.goto(path)
        return page

    def allow(self, words):
        """Faults that hold these words are part of the test."""
        self.expected.append(words)

    def close(self):
        for context in self._contexts:
            context.close()
        self.faults = [fault for fault in self.faults if not any(words in fault for words in self.expected)]

    def requests_to(self, host):
        return [url for url in self.requests if urlsplit(url).hostname == host]

    def _log_in(self, user):
        page = self.open("/admin/login/")
        page.get_by_label("Username").fill(user)
        page.get_by_label("Password").fill(self.passwords[user])
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/admin/")
        return page.context.storage_state()

    def _note_request(self, request):
        self.requests.append(request.url)
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.netloc != urlsplit(self.site).netloc:
            self.faults.append(f"asked a stranger: {request.url}")

    def _note_response(self, response):
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")

    def _note_message(self, message):
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"console: {message.text}")

"""The windows see what they are meant to see, or every other test here would pass for nothing."""


def test_faults_are_noted(windows):
    page = windows.open("/")
    page.evaluate("""async () => {
      console.error("a message");
      setTimeout(() => { throw new Error("a mistake"); });
      document.body.append(Object.assign(document.createElement("script"), { textContent: "1" }));
      new Image().src = "https://stranger.example/pixel.png";
      await fetch("/nothing-here/");
    }""")
    windows.close()
    noted = " ".join(windows.faults)
    windows.faults.clear()
    for fault in ("a message", "a mistake", "policy: script-src-elem", "policy: img-src", "404:"):
        assert fault in noted


def test_strangers_are_noted(windows):
    page = windows.open(bypass_csp=True)
    page.route("https://stranger.example/**", lambda route: route.fulfill(body=""))
    page.goto("/")
    page.evaluate("fetch('https://stranger.example/', { mode: 'no-cors' })")
    windows.close()
    assert windows.faults == ["asked a stranger: https://stranger.example/"]
    windows.faults.clear()

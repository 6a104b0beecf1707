"""What the demo's charity says once for its whole site, and the page that its survey banner leads to."""

BANNER = {
    "is_on": True,
    "text": "Thank you for reading with us. Your answer makes these pages better.",
    "link_text": "Answer three questions",
}

CLOSING_CALL = {
    "heading": "You do not have to read alone",
    "text": "Join our reading group and go through the library with people who know why you are reading it. Listening "
    "without speaking is welcome.",
    "button_text": "Join our reading group",
}

ORGANISATION = {
    "name": "Wrenfield Cancer Trust",
    "kind": "NGO",
    "description": "A fictional charity that writes plain, careful pages on tests, treatment and daily life with cancer.",
}

SURVEY = {
    "slug": "three-questions",
    "title": "Three questions for our readers",
    "summary": "Tell us whether you found what you came for. It takes two minutes, and nobody asks for your name.",
    "tags": [],
    "published": "2026-02-02",
    "updated": None,
    "hero": {"image": "", "alt": "", "caption": "", "credit": ""},
    "featured": False,
    "body": [
        (
            "callout",
            {
                "kind": "note",
                "heading": "This survey is made up",
                "text": "<p>Wrenfield Cancer Trust is fictional. Nothing is asked here and nothing is stored; a real charity "
                "would have its form on this page.</p>",
            },
        ),
        (
            "section",
            {
                "heading": "What we would ask",
                "content": [
                    (
                        "text",
                        "<ol><li>What did you hope to find today?</li><li>Did you find it?</li>"
                        "<li>Which sentence would you have liked to read sooner?</li></ol>",
                    ),
                    (
                        "text",
                        '<p>If you came for company rather than for answers, <a href="article:our-reading-group">our reading '
                        "group</a> reads one page at a time.</p>",
                    ),
                ],
            },
        ),
    ],
}

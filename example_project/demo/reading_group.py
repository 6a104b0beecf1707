"""The page that the calls to act lead to; it stands below the home page, not in the library."""

READING_GROUP = {
    "slug": "our-reading-group",
    "title": "Our reading group",
    "summary": "A small group that reads one page of this library at a time, slowly, with room for questions. Patients, "
    "relatives and friends are welcome.",
    "tags": [],
    "published": "2026-01-12",
    "updated": None,
    "hero": {"image": "when-someone-you-love-has-cancer", "alt": "", "caption": "", "credit": ""},
    "featured": False,
    "body": [
        (
            "callout",
            {
                "kind": "note",
                "heading": "This group is made up",
                "text": "<p>Wrenfield Cancer Trust is fictional, and so is its reading group. If you are looking for company, "
                "your team or your local cancer charity can tell you what there is near you.</p>",
            },
        ),
        (
            "section",
            {
                "heading": "How an evening goes",
                "content": [
                    (
                        "text",
                        "<p>We meet for an hour. Somebody reads a section aloud, and then anybody may ask what a word means or "
                        "say what it was like for them. Nobody has to speak. You may keep your camera off, come late or leave "
                        "early.</p>",
                    ),
                    (
                        "key_points",
                        {
                            "heading": "What we ask of each other",
                            "points": [
                                "What is said in the group stays in the group.",
                                "We do not give each other medical advice.",
                                "We let people finish their sentences.",
                            ],
                            "encouragement": "Come once and see. You owe nobody a second visit.",
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "What to read before you come",
                "content": [
                    (
                        "text",
                        '<p>Nothing, if you are tired. If you would like to prepare, try <a href="article:questions-to-ask-at-'
                        'your-first-appointment">questions to ask at your first appointment</a> or <a href="article:living-with-'
                        'tiredness">living with tiredness</a>.</p>',
                    ),
                ],
            },
        ),
        (
            "call_to_action",
            {
                "heading": "Read on in your own time",
                "text": "Everything that the group reads is in the library.",
                "button_text": "Browse the resources",
                "page": "resources",
                "url": "",
                "size": "closing",
            },
        ),
    ],
}

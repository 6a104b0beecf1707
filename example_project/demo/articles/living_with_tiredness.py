"""Demo article: living with tiredness."""

ARTICLE = {
    "slug": "living-with-tiredness",
    "title": "Living with tiredness",
    "summary": (
        "Tiredness from cancer is more than feeling sleepy, and a good night does not always fix it. Here is why it "
        "happens, how to spend your energy well, and when to tell your team."
    ),
    "tags": ["Side effects", "Moving and resting", "Living with cancer"],
    "published": "2025-12-09",
    "updated": "2026-06-17",
    "hero": {
        "image": "living-with-tiredness",
        "alt": (
            "An empty armchair by a tall window, with a blanket over one arm and a cup of tea on the small round "
            "table beside it."
        ),
        "caption": "Rest counts as part of the day’s work.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "section",
            {
                "heading": "What this tiredness is like",
                "content": [
                    (
                        "text",
                        "<p>Most people with cancer feel very tired at some point. Doctors call it <b>fatigue</b>. It "
                        "can arrive without warning, and it does not always match what you have done that day.</p>"
                        "<p>Your legs may feel heavy. Reading a page or following a chat may be hard work. You may "
                        "sleep for hours and still wake up worn out. None of this means you are lazy, and it does not "
                        "by itself mean that the cancer is growing.</p>",
                    ),
                    (
                        "quote",
                        {
                            "text": (
                                "I stopped asking what I used to manage by noon. I started asking what mattered "
                                "most today."
                            ),
                            "attribution": "A member of our Tuesday walking group",
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Why it happens",
                "content": [
                    (
                        "text",
                        "<p>There is often more than one cause. Some of them can be treated, so it is worth asking.</p>",
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Causes your team can check",
                            "content": [
                                (
                                    "text",
                                    "<ul><li>a low number of red blood cells, called anaemia</li>"
                                    "<li>an infection</li>"
                                    "<li>pain, sickness or breathlessness that wears you down</li>"
                                    "<li>medicines that make you drowsy</li>"
                                    "<li>changes in hormones, such as a slow thyroid</li></ul>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Causes that build up slowly",
                            "content": [
                                (
                                    "text",
                                    "<p>Treatment itself takes energy. So do worry, broken nights, eating less and moving "
                                    'less. Our page on <a href="article:sleep-and-the-night-hours">sleep and the night '
                                    "hours</a> may help with one part of this.</p>",
                                )
                            ],
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Spend your energy on purpose",
                "content": [
                    (
                        "text",
                        "<p>Think of your energy as a small sum of money. You choose where it goes.</p>"
                        "<ol><li>Write down when you feel best and worst for one week.</li>"
                        "<li>Put the thing you care about most into your best hour.</li>"
                        "<li>Stop for a rest before you are empty, not after.</li>"
                        "<li>Give one job a day to somebody else, or leave it undone.</li></ol>",
                    ),
                    (
                        "table",
                        {
                            "caption": "The same job in two sizes",
                            "row_headers": True,
                            "columns": ["Job", "On a better day", "On a low day"],
                            "rows": [
                                ["Washing", "A shower, with a seat if you need one", "A quick wash at the basin"],
                                ["Food", "Cook double and freeze half", "Toast, soup or a frozen portion"],
                                ["Seeing people", "A friend comes for an hour", "A short message is enough"],
                                ["Moving", "A walk to the corner and back", "Stretches in your chair"],
                            ],
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Why moving a little can help",
                "content": [
                    (
                        "text",
                        "<p>It sounds the wrong way round, but gentle movement eases tiredness for many people. Long days in "
                        "bed make muscles weaker, and then every task costs more. Start with a few minutes. Add a "
                        "little when it feels easy, and go back a step when it does not.</p>"
                        "<p>Ask your team first what is safe for you. This matters most if your bones are affected, "
                        "your blood counts are low, you have heart or lung problems, or you feel unsteady.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "When to tell your team",
                "content": [
                    (
                        "text",
                        "<p>Mention tiredness at every visit, even if nobody asks. Call sooner if it suddenly gets worse, if "
                        "you cannot get out of bed, if you feel dizzy, or if you have felt low or hopeless on most "
                        "days. Do not drive or use machines when you are drowsy.</p>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "urgent",
                            "heading": "Do not wait with these",
                            "text": (
                                "<p>If you are having treatment, or had it in recent weeks, and you have a fever, "
                                "feel shivery or suddenly feel unwell, call your team’s 24-hour line at once, day or night. If "
                                "nobody answers straight away, call your emergency number.</p>"
                                "<p>Call your emergency number now for chest pain, sudden breathlessness, a collapse, a fit, sudden "
                                "confusion or heavy bleeding.</p>"
                            ),
                        },
                    ),
                ],
            },
        ),
        (
            "key_points",
            {
                "heading": "To remember",
                "points": [
                    "Tiredness is a real side effect, and some causes can be treated.",
                    "Plan one thing that matters for your best hour.",
                    "Short rests and short walks work well together.",
                    "Bring your one-week diary to your next visit and ask what could be done.",
                ],
                "encouragement": "Doing less today is not giving up.",
            },
        ),
        (
            "related",
            {"heading": "Read next", "articles": ["sleep-and-the-night-hours", "going-back-to-work"], "count": 2},
        ),
    ],
}

"""Demo article: going back to work."""

ARTICLE = {
    "slug": "going-back-to-work",
    "title": "Going back to work",
    "summary": (
        "Work can bring money, company and a sense of being yourself again, but it can also be too much too soon. Here "
        "is how to plan a return that fits you."
    ),
    "tags": ["Work and money", "Living with cancer"],
    "published": "2026-04-28",
    "updated": None,
    "hero": {
        "image": "going-back-to-work",
        "alt": (
            "A desk under a window with a closed laptop and a plant in a pot; on the wall calendar above it only "
            "three days of the week are marked."
        ),
        "caption": "A few days at first can be plenty.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "section",
            {
                "heading": "Is it the right time?",
                "content": [
                    (
                        "text",
                        "<p>Some people work all through treatment. Some need months away, and some choose not to go back to "
                        "the same job. All of these are normal.</p>"
                        "<p>Before you set a date, ask your cancer team three things:</p>"
                        "<ul><li>What effects may I still have, and for how long?</li>"
                        "<li>Is there anything in my job that I should not do for now?</li>"
                        "<li>Which check-ups or treatments will need time off?</li></ul>"
                        "<p>Take a short list of what your job involves: lifting, driving, long "
                        "screens, night shifts, contact with many people. It helps them give a useful answer.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Talk to your employer early",
                "content": [
                    (
                        "text",
                        "<p>You choose how much to tell, and to whom. But an employer can only help with what they know. Ask "
                        "for a quiet meeting, and bring someone with you if you like.</p>",
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Things to agree",
                            "content": [
                                (
                                    "text",
                                    "<ol><li>A start date, and a slow build-up of hours.</li>"
                                    "<li>What you will do first, and what can wait.</li>"
                                    "<li>Time for hospital visits.</li>"
                                    "<li>What colleagues may be told, in your own words.</li>"
                                    "<li>A date to look at the plan again.</li></ol>"
                                    "<p>Write it down afterwards and send it to your manager, so that you both have the same "
                                    "notes.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "callout",
                        {
                            "kind": "note",
                            "heading": "Know your rights where you live",
                            "text": (
                                "<p>In many countries the law protects people with cancer from unfair treatment at work, and "
                                "employers must make fair changes. The rules differ. A union, an advice service or "
                                "a hospital social worker can tell you what applies to you. Ask before you sign anything "
                                "or resign.</p>"
                            ),
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Changes that can make work possible",
                "content": [
                    (
                        "table",
                        {
                            "caption": "Small changes to ask for",
                            "row_headers": True,
                            "columns": ["What is hard", "What may help"],
                            "rows": [
                                ["Tiredness", "Shorter days, a later start, a place to rest, some work from home"],
                                ["Poor memory or focus", "Written notes, one task at a time, a quiet desk"],
                                [
                                    "Sore or stiff arm, back or legs",
                                    "No heavy lifting, a better chair, help with carrying",
                                ],
                                ["Risk of infection", "Fewer crowds, distance from colleagues who are ill"],
                                ["Sudden trips to the toilet", "A desk near the toilets, breaks without asking"],
                            ],
                        },
                    ),
                    (
                        "text",
                        '<p>Our page on <a href="article:living-with-tiredness">living with tiredness</a> has more ways to '
                        "share out your energy.</p>",
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "The first weeks",
                "content": [
                    (
                        "text",
                        "<p>Expect to be more tired than you think. Keep evenings and days off as empty as you can. "
                        "Have one plain sentence ready for when people ask: “I’m glad to be back, and I’m taking it "
                        "slowly.”</p>"
                        "<p>If a plan turns out to be too much, say so early. Changing it is part of the plan.</p>",
                    ),
                    (
                        "quote",
                        {
                            "text": "My manager asked what a good week would look like. Nobody had asked me that for a year.",
                            "attribution": "A bus driver who came to our work evening",
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Money while you are not at full pay",
                "content": [
                    (
                        "text",
                        "<p>Ask about sick pay, state support, insurance and help with travel to hospital. If bills are "
                        "getting behind, ring the company before they ring you. Many have a team for people who are "
                        "ill. Free advice services can check what you are owed and fill in forms with you.</p>",
                    )
                ],
            },
        ),
        (
            "faq",
            {
                "heading": "Frequently asked questions",
                "questions": [
                    {
                        "question": "Do I have to tell a new employer about my cancer?",
                        "answer": (
                            "<p>It depends on where you live and on the job. Get advice before you fill in a health form, and "
                            "do not give false answers.</p>"
                        ),
                    },
                    {
                        "question": "I work for myself. What can I do?",
                        "answer": (
                            "<p>Tell your main customers what you can promise for the next month only. Ask an "
                            "adviser about support for self-employed people.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "call_to_action",
            {
                "heading": "Your next step",
                "text": "Write down three tasks that you feel ready for and three that you do not. Take the list to your team and your manager.",
                "button_text": "See all our resources",
                "page": "resources",
                "url": "",
                "size": "band",
            },
        ),
    ],
}

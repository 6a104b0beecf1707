"""Demo article: when someone you love has cancer."""

ARTICLE = {
    "slug": "when-someone-you-love-has-cancer",
    "title": "When someone you love has cancer",
    "summary": (
        "You want to help, and you may not know how. This page is for partners, children, parents and friends: what to "
        "say, what to do, and how to look after yourself."
    ),
    "tags": ["Family and friends", "Emotional support", "Living with cancer"],
    "published": "2026-11-03",
    "updated": None,
    "hero": {
        "image": "when-someone-you-love-has-cancer",
        "alt": (
            "Two pairs of walking boots, one large and one smaller, stand close together on a doormat in front of a "
            "panelled door with a small lit window."
        ),
        "caption": "Being ready to go along is a large part of helping.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "section",
            {
                "heading": "You are part of this too",
                "content": [
                    (
                        "text",
                        "<p>When someone close to you has cancer, your life changes as well. You may feel fear, anger, love, "
                        "guilt and boredom, all in one day. You may feel you have no right to complain. You do.</p>"
                        "<p>There is no perfect way to help. Most people remember who stayed, much more than who said "
                        "the right thing.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "What to say",
                "content": [
                    (
                        "text",
                        "<p>Listen more than you talk. Ask what they would like: to speak about it, to be quiet, or to "
                        "hear about anything else. Silence is fine.</p>",
                    ),
                    (
                        "table",
                        {
                            "caption": "Kinder ways to put it",
                            "row_headers": True,
                            "columns": ["Instead of", "You could say"],
                            "rows": [
                                ["You must stay positive.", "You can be however you are with me."],
                                ["Tell me if you need anything.", "I can bring supper on Monday. Would that help?"],
                                ["I know how you feel.", "I can’t know how this is. I’d like to hear."],
                                ["My neighbour had that, and she …", "What has your team told you so far?"],
                            ],
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "What to do",
                "content": [
                    (
                        "subsection",
                        {
                            "heading": "At home",
                            "content": [
                                (
                                    "text",
                                    "<p>Offer small, exact things: a lift, a shop, the bins, the school run, an hour with the "
                                    "children. Ask before you tidy or take over. Being able to choose matters when "
                                    "so much is out of your hands.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "At the hospital",
                            "content": [
                                (
                                    "text",
                                    "<ul><li>Go along if they want you, and write down what is said.</li>"
                                    '<li>Help them list their <a href="article:questions-to-ask-at-your-first-appointment">'
                                    "questions</a> the day before.</li>"
                                    "<li>Let them answer for themselves.</li>"
                                    "<li>Keep phone numbers and a list of medicines in one place.</li></ul>"
                                    "<p>The team can share private details with you only if the person agrees. Ask them to tell the "
                                    "team so.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "callout",
                        {
                            "kind": "urgent",
                            "heading": "Signs not to sit on",
                            "text": (
                                "<p>During treatment and in the weeks after it, call their team’s 24-hour line at once if they "
                                "have a fever, feel shivery or suddenly feel unwell, even if they would rather wait. If nobody "
                                "answers straight away, call your emergency number.</p>"
                                "<p>Call your emergency number now for chest pain, sudden breathlessness, heavy bleeding, a "
                                "collapse, a fit or sudden confusion.</p>"
                            ),
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "When you disagree",
                "content": [
                    (
                        "text",
                        "<p>You may want to know everything, while they want to know little. You may wish for one more "
                        "treatment, or for one less. Say what you feel, once, kindly. Then remember that adults who "
                        "understand a choice may make it, even when it hurts to watch. A nurse or counsellor can sit "
                        "with you both.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Look after yourself as well",
                "content": [
                    (
                        "text",
                        "<p>Eat, sleep and keep your own doctor’s visits. Share the load: one friend can pass on the news, "
                        "another can plan the meals. Take a break each week, without saying sorry for it.</p>"
                        "<p>Talk to your family doctor if, for two weeks or more, you feel low, cannot sleep, drink "
                        "more than you used to, or cannot cope. If you think of harming yourself, call your emergency number or a "
                        "crisis line now.</p>",
                    ),
                    (
                        "quote",
                        {
                            "text": "I thought I had to be the strong one. Then we had a good cry in the car park, and drove home lighter.",
                            "attribution": "A husband from our carers’ circle",
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
                    "Staying close matters more than finding perfect words.",
                    "Offer one exact thing, on one exact day.",
                    "Keep the team’s 24-hour line in your phone, and use it.",
                    "Ask the hospital what support there is for carers, starting this week.",
                ],
                "encouragement": "You are allowed to need help too.",
            },
        ),
        (
            "related",
            {
                "heading": "Read next",
                "articles": [
                    "talking-to-children-about-cancer",
                    "what-palliative-care-adds",
                    "questions-to-ask-at-your-first-appointment",
                ],
                "count": 3,
            },
        ),
    ],
}

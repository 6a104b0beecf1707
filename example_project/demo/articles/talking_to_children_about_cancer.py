"""Demo article: talking to children about cancer."""

ARTICLE = {
    "slug": "talking-to-children-about-cancer",
    "title": "Talking to children about cancer",
    "summary": (
        "Children notice when something is wrong, and silence can scare them more than the truth. This page helps you "
        "find honest words for each age, and know when to ask for help."
    ),
    "tags": ["Family and friends", "Emotional support"],
    "published": "2026-01-22",
    "updated": None,
    "hero": {
        "image": "talking-to-children-about-cancer",
        "alt": (
            "A large mug and a small mug stand side by side on a kitchen table, next to a child’s crayon drawing of a "
            "house and a sun, with three crayons."
        ),
        "caption": "The best talks often start while you are doing something else.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "section",
            {
                "heading": "Why it helps to tell them",
                "content": [
                    (
                        "text",
                        "<p>Most parents want to protect their children from bad news. But children see tired faces and "
                        "hear closed doors. If nobody explains, they fill the gap themselves, and what they imagine can be "
                        "worse than what is true.</p>"
                        "<p>You do not need a perfect speech. A short, honest talk now, and another one later, is enough. "
                        "If you cry, that is fine. It shows that sad feelings are allowed here.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "How to begin",
                "content": [
                    (
                        "text",
                        "<p>Pick a quiet time when you are not in a hurry, such as after a meal or on a walk. It can help to "
                        "have another adult there whom the child trusts.</p>"
                        "<ol><li>Ask what they have noticed or heard.</li>"
                        "<li>Use the real word, cancer, and name the part of the body.</li>"
                        "<li>Say what will happen next, in a few words.</li>"
                        "<li>Say what stays the same: school, bedtime, who picks them up.</li>"
                        "<li>Ask what they would like to know, then stop and listen.</li></ol>",
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Three worries to answer, even if they do not ask",
                            "content": [
                                (
                                    "text",
                                    "<ul><li><b>Did I cause it?</b> “No. Nothing you did, said or thought made this "
                                    "happen.”</li>"
                                    "<li><b>Can I catch it?</b> “No. You cannot catch cancer from somebody. Hugs are "
                                    "fine.”</li>"
                                    "<li><b>Who will look after me?</b> “Grandad will fetch you on hospital days, and I "
                                    "will tell you if plans change.”</li></ul>"
                                    "<p>A few treatments mean keeping a distance from children for a short time. Your "
                                    "team will tell you if that is so for yours.</p>",
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
                "heading": "Words for each age",
                "content": [
                    (
                        "table",
                        {
                            "caption": "What children may need at different ages",
                            "row_headers": True,
                            "columns": ["Age", "What you may see", "What can help"],
                            "rows": [
                                [
                                    "Under 5",
                                    "Clinging, poor sleep, baby habits",
                                    "Very short facts, cuddles, the same routine",
                                ],
                                [
                                    "5 to 8",
                                    "Many questions, or none; fear of being to blame",
                                    "Simple facts, drawing, the same answer again",
                                ],
                                [
                                    "9 to 12",
                                    "Wanting detail; hiding worry",
                                    "Clear facts, small jobs, time with friends",
                                ],
                                [
                                    "Teenagers",
                                    "Anger, silence, staying out, doing too much",
                                    "Honesty, privacy, a say in plans, someone else to talk to",
                                ],
                            ],
                        },
                    ),
                    ("text", "<p>Every child is different. Follow yours rather than the table.</p>"),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "When you do not know the answer",
                "content": [
                    (
                        "text",
                        "<p>Try not to make promises that you cannot keep. You can say: “I don’t know yet. The doctors are "
                        "working on it. When I know more, I will tell you.” Then keep that promise.</p>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "note",
                            "heading": "If a child asks, “Will you die?”",
                            "text": (
                                "<p>Ask gently what they are thinking about. Then give an answer that is true for your "
                                "family today. If the cancer cannot be cured, ask your nurse for help before or during "
                                "this talk. You do not have to do it alone.</p>"
                            ),
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Who can help",
                "content": [
                    (
                        "text",
                        "<p>Tell the school or nursery, so that a teacher can keep a kind eye on your child. Ask your "
                        "hospital team about family support workers, counsellors or groups for children.</p>"
                        "<p>Speak to your family doctor or the school if, for more than a few weeks, a child cannot sleep, "
                        "will not go to school, or no longer enjoys anything. If a child talks of hurting "
                        "themselves, call your emergency number or a crisis line now, and stay with them.</p>",
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
                        "question": "Should I tell all my children together?",
                        "answer": (
                            "<p>Often yes, so that nobody holds a secret. Then give each child time alone with you for "
                            "their own questions.</p>"
                        ),
                    },
                    {
                        "question": "My child just went off to play. Did they understand?",
                        "answer": (
                            "<p>Probably some of it. Young children take in hard news in small pieces. Let them play, and "
                            "come back to it another day.</p>"
                        ),
                    },
                ],
            },
        ),
    ],
}

"""Demo article: sleep and the night hours."""

ARTICLE = {
    "slug": "sleep-and-the-night-hours",
    "title": "Sleep and the night hours",
    "summary": (
        "Nights can be long when you have cancer, and worries grow in the dark. Here are calm, simple ways to rest "
        "better, and the signs that mean you should call somebody now."
    ),
    "tags": ["Moving and resting", "Emotional support", "Living with cancer"],
    "published": "2026-02-19",
    "updated": "2026-09-08",
    "hero": {
        "image": "sleep-and-the-night-hours",
        "alt": (
            "A bedside table at night with a low lamp, a notebook and pencil and a glass of water; a thin moon shows "
            "through the window above it."
        ),
        "caption": "A notebook by the bed can hold a worry until morning.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "callout",
            {
                "kind": "urgent",
                "heading": "Reading this at night and feeling unwell?",
                "text": (
                    "<p>If you are having treatment, or had it in recent weeks, and have a fever, feel shivery or suddenly "
                    "feel unwell, call your team’s 24-hour line at once. If nobody answers straight away, call your emergency "
                    "number.</p>"
                    "<p>Call your emergency number now for chest pain, sudden breathlessness, a collapse, a fit, sudden "
                    "confusion or heavy bleeding. If you have thoughts of harming yourself, call your emergency number or a "
                    "crisis line now. You are not bothering anyone.</p>"
                ),
            },
        ),
        (
            "section",
            {
                "heading": "Why nights are hard",
                "content": [
                    (
                        "text",
                        "<p>Poor sleep is very common with cancer. Pain, hot flushes, a cough, or trips to the toilet can "
                        "wake you. Some medicines, such as steroids, can keep you alert. And at night there is nothing "
                        "to drown out the worry.</p>"
                        "<p>A few bad nights will not undo your treatment. Resting quietly, even awake, still does "
                        "you some good.</p>",
                    ),
                    (
                        "quote",
                        {
                            "text": "At night my worries look bigger than they are. By breakfast, most of them have shrunk.",
                            "attribution": "A reader of our breathing group",
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Shape the day for a better night",
                "content": [
                    (
                        "text",
                        "<ul><li>Get up at about the same time each day, even after a bad night.</li>"
                        "<li>Find some daylight in the morning, outdoors or by a window.</li>"
                        "<li>Move a little, as much as your team says is safe.</li>"
                        "<li>Keep naps short, and before the middle of the afternoon if you can.</li>"
                        "<li>Have your last coffee, tea or cola early in the day.</li>"
                        "<li>Go easy on alcohol. It may bring sleep on, but it breaks it later, and it does not mix "
                        "with some medicines.</li></ul>"
                        "<p>On heavy treatment days, rest when your body asks. These are habits, not rules.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "A slow hour before bed",
                "content": [
                    (
                        "text",
                        "<p>Dim the lights. Put the phone in another room, or turn its sound and screen down if you need it "
                        "near for help. Choose something quiet: a bath that is warm, not hot, soft music, or a page of an old "
                        "book.</p>"
                        "<p>Set aside ten minutes earlier in the evening for your worries. Write each one down. Beside it, "
                        "write the next small step or the person to ask. Then close the book.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "When you wake in the dark",
                "content": [
                    (
                        "subsection",
                        {
                            "heading": "Try slow breathing",
                            "content": [
                                (
                                    "text",
                                    "<ol><li>Let your shoulders drop.</li>"
                                    "<li>Breathe in gently through your nose.</li>"
                                    "<li>Breathe out for a little longer than you breathed in.</li>"
                                    "<li>Carry on for a few minutes. If you feel dizzy, stop and breathe as usual.</li></ol>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "If sleep does not come",
                            "content": [
                                (
                                    "text",
                                    "<p>Turn the clock away. After a while, if it is safe for you, get up and sit somewhere "
                                    "dim and warm. Go back to bed when your eyes feel heavy. Put on a light if you are "
                                    "unsteady, so that you do not fall.</p>",
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
                "heading": "What to ask your team",
                "content": [
                    (
                        "text",
                        "<p>Tell them if poor sleep lasts more than two or three weeks, or makes your days very hard. Say what "
                        "wakes you, because pain, itching, flushes and low mood can each be treated. You could ask:</p>"
                        "<ul><li>Could one of my medicines be keeping me awake?</li>"
                        "<li>Can I take it at another time of day?</li>"
                        "<li>Is there a sleep course or talking therapy near me?</li></ul>"
                        "<p>Do not stop a medicine, or change its time, on your own. Ask before you take anything for sleep, and "
                        "that includes herbal products.</p>",
                    )
                ],
            },
        ),
        (
            "key_points",
            {
                "heading": "For tonight",
                "points": [
                    "Write the worry down and leave it until morning.",
                    "Make each breath out a little longer than the breath in.",
                    "If you are still awake, sit somewhere dim until you feel sleepy.",
                    "If you feel ill, call now and do not wait for the day.",
                ],
                "encouragement": "The night ends, and you do not have to win it.",
            },
        ),
        (
            "call_to_action",
            {
                "heading": "Tired in the daytime too?",
                "text": "Our page on tiredness shows how to plan a day around the energy that you have.",
                "button_text": "Read about tiredness",
                "page": "living-with-tiredness",
                "url": "",
                "size": "band",
            },
        ),
    ],
}

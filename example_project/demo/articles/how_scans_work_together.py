"""Demo article: how scans work together."""

ARTICLE = {
    "slug": "how-scans-work-together",
    "title": "How scans work together",
    "summary": (
        "One scan rarely tells the whole story. Here is what each kind of scan shows best, why you may need "
        "more than one, and how to get ready for the day."
    ),
    "tags": ["Tests and scans", "Diagnosis"],
    "published": "2025-04-09",
    "updated": "2026-01-20",
    "hero": {
        "image": "how-scans-work-together",
        "alt": (
            "Three see-through sheets overlap side by side. Each shows the same plain outline of a person's "
            "head and chest: the first with bones, the second with soft lungs and heart, the third with one "
            "bright spot."
        ),
        "caption": "Each scan is a different picture of the same person.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "section",
            {
                "heading": "Why one scan may not be enough",
                "content": [
                    (
                        "text",
                        "<p>Think of a house. A photo of the front shows the windows. A plan shows the "
                        "rooms. A heat picture shows where it is warm. All are true, but each tells you "
                        "something different.</p><p>Scans are like that. Some show shape. Some show how busy "
                        "the cells are. Your team puts the pictures together to see where a cancer is, how "
                        "large it is and how well treatment is working.</p><p>Being sent for another scan "
                        "does not have to mean that something bad was found. Often it just answers the next "
                        "question.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "What each scan shows best",
                "content": [
                    (
                        "table",
                        {
                            "caption": "Common scans side by side",
                            "row_headers": True,
                            "columns": ["Scan", "How it works", "Often used to look at"],
                            "rows": [
                                ["X-ray", "A small amount of X-rays makes a flat picture", "Chest and bones"],
                                ["Ultrasound", "Sound waves, with no X-rays", "Soft parts, such as the liver or neck"],
                                ["CT", "X-rays from many angles make thin slices", "Chest, tummy and many other parts"],
                                ["MRI", "A strong magnet and radio waves", "Brain, spine and soft tissue"],
                                ["PET-CT", "A tracer shows busy cells on a CT picture", "Most of the body"],
                                ["Bone scan", "A tracer gathers where bone is changing", "The skeleton"],
                            ],
                        },
                    ),
                    (
                        "text",
                        "<p>A <b>tracer</b> is a liquid with a little radioactivity, given in a small "
                        "injection. Most of it is gone from the body within hours or a few days. Staff will "
                        "tell you if you need to keep a little apart from babies or pregnant people for a "
                        "short time.</p>",
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "What scans cannot do",
                "content": [
                    (
                        "text",
                        "<p>No scan sees everything. Very small groups of cells can be too tiny to show. A "
                        "bright spot is not always cancer, because healing or infection can look the same. "
                        "Scans also find harmless things, such as small cysts. Your doctor may just check "
                        "those again later. That is why you may also need a "
                        '<a href="article:understanding-your-biopsy-report">biopsy</a>.</p>',
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Getting ready",
                "content": [
                    (
                        "subsection",
                        {
                            "heading": "Before the scan",
                            "content": [
                                (
                                    "text",
                                    "<p>Read your letter. It tells you whether you may eat and drink. Before "
                                    "you go, call the scan department if you:</p><ul><li>are or could be "
                                    "pregnant, or are breastfeeding</li><li>have a pacemaker, or metal in "
                                    "your body</li><li>have diabetes or kidney problems</li><li>have had a "
                                    "reaction to scan dye</li><li>find small spaces hard</li></ul><p>Don't "
                                    "stop any medicine unless the staff tell you to.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "During the scan",
                            "content": [
                                (
                                    "text",
                                    "<p>You lie still while the machine works. Staff can see and hear you "
                                    "all the time. An MRI is very loud, so you will be given ear protection. "
                                    "Most scans do not hurt. Some people are given a dye, called contrast. "
                                    "It can make you feel warm for a moment.</p>",
                                ),
                                (
                                    "callout",
                                    {
                                        "kind": "urgent",
                                        "heading": "A bad reaction to dye is rare",
                                        "text": (
                                            "<p>Tell staff at once if you feel itchy, dizzy or short of "
                                            "breath. If your face or throat swells or you struggle to "
                                            "breathe after you leave, call your emergency number.</p>"
                                        ),
                                    },
                                ),
                            ],
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Waiting for the results",
                "content": [
                    (
                        "text",
                        "<p>A specialist called a radiologist reads the pictures. Your team then looks at "
                        "all your results, often in one meeting. Before you go home, ask two things: who "
                        "will tell me, and by when? If that day passes, call. You are not being a "
                        "nuisance.</p>",
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
                        "question": "Is the radiation harmful?",
                        "answer": (
                            "<p>X-rays, CT and tracers use some radiation. The amount is kept as low as "
                            "possible. Your team asks for a scan when they expect it to help more than harm. "
                            "Ultrasound and MRI use none of this kind of radiation.</p>"
                        ),
                    },
                    {
                        "question": "What if I am afraid of small spaces?",
                        "answer": (
                            "<p>Tell the staff early. You can often have music, a friend nearby or an alarm "
                            "button. Some people are offered medicine to help them relax.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "call_to_action",
            {
                "heading": "Take good questions with you",
                "text": "Our short list helps you to get clear answers when you talk about your results.",
                "button_text": "See the questions",
                "page": "questions-to-ask-at-your-first-appointment",
                "url": "",
                "size": "band",
            },
        ),
    ],
}

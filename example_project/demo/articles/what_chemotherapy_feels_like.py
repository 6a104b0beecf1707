"""Demo article: what chemotherapy feels like."""

ARTICLE = {
    "slug": "what-chemotherapy-feels-like",
    "title": "What chemotherapy feels like",
    "summary": (
        "Chemotherapy is different for everyone. This guide walks you through the day itself and the days "
        "after, and tells you which signs mean that you should call for help at once."
    ),
    "tags": ["Treatment", "Side effects"],
    "published": "2025-07-15",
    "updated": "2026-06-11",
    "hero": {
        "image": "what-chemotherapy-feels-like",
        "alt": (
            "A calm treatment room with nobody in it. A wide armchair has a folded blanket over one arm. "
            "Beside it stands a drip stand with a bag of clear fluid. A window shows a low, pale sun."
        ),
        "caption": "Much of a treatment day is spent sitting and waiting.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "section",
            {
                "heading": "What is chemotherapy?",
                "content": [
                    (
                        "text",
                        "<p>Chemotherapy, or chemo, means medicines that kill cancer cells or slow them "
                        "down. They work on cells that divide quickly. Some healthy cells divide quickly "
                        "too, such as those in hair, mouth, gut and blood. That is why there are side "
                        "effects. Most of those cells grow back.</p><p>Chemo is often given in "
                        "<b>cycles</b>: some treatment, then a rest for your body to recover.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "On the day",
                "content": [
                    (
                        "subsection",
                        {
                            "heading": "Chemo through a drip",
                            "content": [
                                (
                                    "text",
                                    "<p>A blood test comes first, to see whether your body is ready. A nurse "
                                    "then puts a thin tube into a vein, or uses a line that you already "
                                    "have. You sit in a chair while the medicine runs in. You may notice a "
                                    "cold arm or an odd taste. Tell the nurse <b>straight away</b> if the "
                                    "drip stings, burns or swells, or if you feel itchy, hot or short of "
                                    "breath.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Chemo as tablets",
                            "content": [
                                (
                                    "text",
                                    "<p>Some people take chemo at home. It is still strong medicine. Take it "
                                    "exactly as your team told you. If you miss some, or are sick after it, "
                                    "call them. Do not take extra.</p>",
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
                "heading": "The days after",
                "content": [
                    (
                        "text",
                        "<p>You may have only a few of these. They often follow a pattern, so a small diary "
                        "helps.</p><ul><li><b>Tiredness.</b> Very common, and "
                        '<a href="article:living-with-tiredness">not like normal '
                        "tiredness</a>.</li><li><b>Feeling sick.</b> Medicines can help a lot. If yours do "
                        "not work, ask for different ones.</li><li><b>Sore mouth or strange taste.</b> Use a "
                        'soft toothbrush and <a href="article:eating-when-food-has-no-taste">try new '
                        "foods</a>.</li><li><b>Hair loss.</b> Some kinds of chemo cause it and some do not. "
                        "Hair usually grows back.</li><li><b>Runny tummy or constipation.</b> Tell your team "
                        "early.</li><li><b>Tingling fingers or toes.</b> Always report this before your next "
                        "treatment.</li></ul>",
                    ),
                    (
                        "quote",
                        {
                            "text": (
                                "Day three was my sofa day. Once I knew that, I stopped fearing it. I put "
                                "soup in the freezer and cancelled everything."
                            ),
                            "attribution": "A reader who finished chemo last year",
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "When to call for help",
                "content": [
                    (
                        "text",
                        "<p>Chemo can lower the blood cells that fight germs. An infection can then become "
                        "serious very fast, even if you look quite well.</p>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "urgent",
                            "heading": "Call your team's 24-hour line, day or night",
                            "text": (
                                "<p><b>Call at once</b> if you:</p><ul><li>have a fever: a temperature above the "
                                "limit that your team gave you</li><li>feel shivery or suddenly unwell, even with "
                                "a normal temperature</li></ul><p>If nobody answers straight away, call your "
                                "emergency number. Do not wait until morning. Call <b>before</b> you take anything "
                                "to lower a fever, because it can hide an infection.</p><p><b>Call the same "
                                "day</b> if you:</p><ul><li>cannot keep drinks down, or have bad "
                                "diarrhoea</li><li>bruise or bleed easily</li><li>have one swollen, painful leg "
                                "or arm (with breathlessness, call your emergency number)</li></ul><p><b>Call your emergency number now</b> for chest pain, sudden "
                                "breathlessness, a collapse, a fit, sudden confusion or heavy bleeding. Say that "
                                "you are having chemo.</p>"
                            ),
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "What helps, and who to ask",
                "content": [
                    (
                        "text",
                        "<p>Keep a thermometer at home. Save your team's 24-hour line in your phone, "
                        "and put it on the fridge. Wash your hands often. Check with your team before you "
                        "take vitamins or herbal products, or have dental work or a vaccine.</p><p>Your "
                        "chemo nurse is the best person for questions. Tell them how you really feel. They "
                        "can often change the medicines, or the timing, to make the next cycle easier.</p>",
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
                        "question": "If I feel fine, is it working?",
                        "answer": (
                            "<p>It may well be. Side effects do not show how well chemo works. Scans and "
                            "blood tests tell your team more.</p>"
                        ),
                    },
                    {
                        "question": "Can I see my family and friends?",
                        "answer": (
                            "<p>Yes, company is good for you. Ask people who have a cold, a fever or a tummy "
                            "bug to wait until they are well.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "key_points",
            {
                "heading": "Keep this in mind",
                "points": [
                    "Everyone's chemo is different.",
                    "Most side effects can be eased if you speak up.",
                    "If you have a fever during chemo, call your team's 24-hour line at once.",
                ],
                "encouragement": "One cycle at a time is enough. Nobody expects you to be brave every day.",
            },
        ),
        (
            "related",
            {
                "heading": "Read next",
                "articles": ["living-with-tiredness", "eating-when-food-has-no-taste", "radiotherapy-day-by-day"],
                "count": 3,
            },
        ),
    ],
}

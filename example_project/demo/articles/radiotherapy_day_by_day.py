"""Demo article: radiotherapy, day by day."""

ARTICLE = {
    "slug": "radiotherapy-day-by-day",
    "title": "Radiotherapy, day by day",
    "summary": (
        "Radiotherapy uses carefully aimed beams to treat cancer. Follow it from the planning scan to the "
        "weeks after your last visit, so that nothing comes as a surprise."
    ),
    "tags": ["Treatment", "Side effects"],
    "published": "2025-09-03",
    "updated": None,
    "hero": {
        "image": "radiotherapy-day-by-day",
        "alt": (
            "A radiotherapy machine seen from the side. Its large rounded arm curves over a flat couch. A "
            "person lies on the couch on their back, under a light blanket, and one pale beam points down at "
            "the chest."
        ),
        "caption": "The machine may move around you. It does not touch you.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "section",
            {
                "heading": "What is radiotherapy?",
                "content": [
                    (
                        "text",
                        "<p>Radiotherapy uses high-energy rays to damage cancer cells so that they stop "
                        "growing or die. Healthy cells nearby are hurt too, but most can mend themselves. "
                        "This page is about the most common kind, where a machine sends rays <b>from outside "
                        "the body</b>.</p><p>It may be used to cure a cancer, to lower the chance that it "
                        "comes back or to ease pain. Ask your team which is true for you.</p>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "note",
                            "heading": "You will not be radioactive",
                            "text": (
                                "<p>After this kind of treatment it is safe to hug children, pregnant "
                                "friends and pets. Other kinds of radiotherapy have their own rules, so ask "
                                "if you are not sure which you have.</p>"
                            ),
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Planning day",
                "content": [
                    (
                        "text",
                        "<p>You have a CT scan in the position that you will be treated in. Small dots or "
                        "marks may be made on your skin. For the head or neck, a mask is shaped to your face "
                        "to help you stay still. You can breathe through it.</p><p>Before this visit, tell "
                        "the team if you have a pacemaker or other implant. Tell them at once, now or later, "
                        "if you are or could be pregnant.</p><p>Then there is a gap, often of days or a few "
                        "weeks. Nobody has forgotten you. Experts are working out how to reach the cancer "
                        "and spare the rest.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "A treatment day",
                "content": [
                    (
                        "text",
                        "<p>Many people go on weekdays and rest at weekends. Some need one visit, others "
                        "need several weeks.</p>",
                    ),
                    (
                        "table",
                        {
                            "caption": "What happens at a usual visit",
                            "row_headers": True,
                            "columns": ["Step", "What you do", "What you may notice"],
                            "rows": [
                                ["Arrive", "Check in, and change if asked", "Familiar faces"],
                                ["Set up", "Lie still while staff line you up", "A hard couch, dim light"],
                                ["Treatment", "Breathe normally, or as you are told", "Buzzing or clicks, but no pain"],
                                ["Finish", "Sit up slowly", "You can usually go straight home"],
                            ],
                        },
                    ),
                    (
                        "text",
                        "<p>The rays last only a few minutes. You are alone in the room then, but staff "
                        "watch on a screen and can hear you. Raise a hand if you need them, and they can "
                        "stop the machine. If you cannot get to a visit, call at once, because a missed day "
                        "may need to be made up.</p>",
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Week by week",
                "content": [
                    (
                        "subsection",
                        {
                            "heading": "The first weeks",
                            "content": [
                                (
                                    "text",
                                    "<p>You may feel no different at first. "
                                    '<a href="article:living-with-tiredness">Tiredness</a> tends to build up '
                                    "slowly. A short walk each day can help, if your team agrees. Other side "
                                    "effects depend on the part being treated, such as a sore mouth or loose "
                                    "stools.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Looking after your skin",
                            "content": [
                                (
                                    "text",
                                    "<p>Skin there may become red, dark, dry or sore. Wash it gently and pat "
                                    "it dry. Wear soft, loose clothes. Keep it out of the sun. Ask before "
                                    "you use any cream, tape or ice pack.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "After the last visit",
                            "content": [
                                (
                                    "text",
                                    "<p>Side effects can get a little worse for a week or two before they "
                                    "ease. This is expected. Some effects can appear months or years later, "
                                    "so ask which ones to look out for.</p>",
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
                "heading": "Who to ask, and when",
                "content": [
                    (
                        "text",
                        "<p>You see radiographers at each visit. Tell them about any change, even a small "
                        "one. Before your last day, ask whom to call afterwards and when you will have a "
                        "check-up.</p>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "urgent",
                            "heading": "Don't wait for the next visit",
                            "text": (
                                "<p>Call your team's 24-hour line at once if you have a fever, feel shivery or "
                                "suddenly feel unwell. If nobody answers straight away, call your emergency "
                                "number.</p><p>Call your team the same day if you:</p><ul><li>cannot eat or "
                                "drink</li><li>have open or weeping skin</li><li>have pain that gets "
                                "worse</li></ul><p>Call your emergency number now for sudden breathlessness, chest "
                                "pain, a collapse, a fit, sudden confusion, heavy bleeding, or suddenly weak or "
                                "numb legs. Do the same if you suddenly cannot pass urine, or lose control of "
                                "your bladder or bowels.</p>"
                            ),
                        },
                    ),
                ],
            },
        ),
        (
            "faq",
            {
                "heading": "Frequently asked questions",
                "questions": [
                    {
                        "question": "Will my hair fall out?",
                        "answer": (
                            "<p>Only in the part that is treated. Ask your team whether it is likely to grow back.</p>"
                        ),
                    },
                    {
                        "question": "May I drive myself there?",
                        "answer": (
                            "<p>Many people do, at least at first. Plan a lift in case you become tired. "
                            "Treatment to the brain, or some medicines, may mean that you must not drive.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "related",
            {
                "heading": "Read next",
                "articles": ["living-with-tiredness", "going-back-to-work", "sleep-and-the-night-hours"],
                "count": 3,
            },
        ),
    ],
}

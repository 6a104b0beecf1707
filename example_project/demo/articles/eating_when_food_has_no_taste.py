"""Demo article: eating when food has no taste."""

ARTICLE = {
    "slug": "eating-when-food-has-no-taste",
    "title": "Eating when food has no taste",
    "summary": (
        "Treatment can make food taste of metal, cardboard or nothing at all. Small changes can make meals easier, and "
        "this page shows what to try and when to ask a dietitian."
    ),
    "tags": ["Eating well", "Side effects"],
    "published": "2026-10-15",
    "updated": None,
    "hero": {
        "image": "eating-when-food-has-no-taste",
        "alt": (
            "A bowl of soup and a wooden spoon on a plain table, with half a lemon, a sprig of mint and a glass of "
            "water beside it."
        ),
        "caption": "Small, simple and often is a good way to start.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": True,
    "body": [
        (
            "section",
            {
                "heading": "Why taste changes",
                "content": [
                    (
                        "text",
                        "<p>Taste comes from tiny buds on your tongue, and from your sense of smell. Some cancer medicines "
                        "can upset both. So can radiotherapy to the head or neck, a dry mouth, an infection in the "
                        "mouth, and other tablets.</p>"
                        "<p>For many people taste gets better some weeks or months after treatment ends. After "
                        "radiotherapy to the mouth it can take longer, and it may not return fully. Ask your team what is "
                        "likely for you.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Start with your mouth",
                "content": [
                    (
                        "text",
                        "<p>A clean, moist mouth gives food its best chance.</p>"
                        "<ul><li>Use a soft toothbrush, and rinse your mouth before you eat.</li>"
                        "<li>Ask your team which mouthwash to use. Those with alcohol can sting and dry the mouth.</li>"
                        "<li>Sip water often. Sugar-free sweets or ice may help a dry mouth.</li>"
                        "<li>See a dentist if you can, but ask your team first during treatment.</li></ul>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "warning",
                            "heading": "White patches, ulcers or pain?",
                            "text": (
                                "<p>Tell your team soon. A sore mouth or a mouth infection can often be treated, and you do "
                                "not need to put up with it until your next visit.</p>"
                            ),
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Match the fix to the problem",
                "content": [
                    (
                        "table",
                        {
                            "caption": "What to try",
                            "row_headers": True,
                            "columns": ["If food tastes", "You could try"],
                            "rows": [
                                [
                                    "Of metal",
                                    "Wooden or plastic cutlery; cold cooked chicken, well-cooked eggs, beans or cheese in place of red meat",
                                ],
                                ["Of nothing", "Herbs, spices, garlic, mustard; crunchy next to soft; stronger smells"],
                                ["Too sweet", "Plain yoghurt, a pinch of salt, sour fruit if your mouth is not sore"],
                                ["Too salty", "Fresh food in place of ready meals; a little sugar in sauces"],
                                [
                                    "Bad because of the smell",
                                    "Cold or cool food; a lid on the cup; someone else at the stove",
                                ],
                            ],
                        },
                    ),
                    (
                        "text",
                        "<p>If your mouth is sore, leave out lemon, vinegar, chilli and rough foods such as toast.</p>",
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Eat enough, even so",
                "content": [
                    (
                        "subsection",
                        {
                            "heading": "Little and often",
                            "content": [
                                (
                                    "text",
                                    "<p>Six small plates may be easier than three big ones. Eat most at the time of day "
                                    "when food is least bad. If you are losing weight, ask whether you should add butter, "
                                    "cream, oil, nuts or milk powder to what you can manage.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Safe food",
                            "content": [
                                (
                                    "text",
                                    "<p>Some treatments make infections more likely. Ask whether there are foods you should "
                                    "avoid for now. Ask, too, before you take vitamins, herbal products or "
                                    "a special diet, and whether grapefruit is safe with your medicines.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "quote",
                        {
                            "text": "I told my sister to stop cooking my favourites. We found new ones, and kept the old ones for later.",
                            "attribution": "A cook in our kitchen group",
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "When to ask for help",
                "content": [
                    (
                        "text",
                        "<p>Ask to see a dietitian if you are losing weight without trying, if your clothes feel loose, or if "
                        "you can only manage a few foods. Tell your team the same day if you keep being sick, if "
                        "swallowing hurts, or if food or drink makes you cough.</p>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "urgent",
                            "heading": "Call, do not wait",
                            "text": (
                                "<p>Call your team’s 24-hour line the same day, day or night, if you cannot keep fluids down or "
                                "pass very little urine. During treatment or in the weeks after it, call it at once if you have a "
                                "fever, feel shivery or suddenly feel unwell. If nobody answers straight away, call your emergency "
                                "number.</p>"
                                "<p>Call your emergency number now for choking, sudden breathlessness or a collapse.</p>"
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
                        "question": "Can food still help me if I enjoy none of it?",
                        "answer": "<p>Yes. Your body uses it all the same. Think of it as part of your treatment for now.</p>",
                    },
                    {
                        "question": "Are nutrition drinks a good idea?",
                        "answer": (
                            "<p>They can be. Some are very rich, and some do not suit people with diabetes or kidney "
                            "problems. Ask a dietitian or nurse to choose with you.</p>"
                        ),
                    },
                    {
                        "question": "My family keeps pushing me to eat. What can I say?",
                        "answer": (
                            "<p>Try: “I know you care. Please put out something small, and let me choose.” Company at the "
                            "table often helps more than advice.</p>"
                        ),
                    },
                ],
            },
        ),
    ],
}

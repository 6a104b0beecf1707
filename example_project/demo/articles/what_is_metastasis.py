"""The flagship article: what metastasis is, how it is found and treated, and living with it."""

ARTICLE = {
    "slug": "what-is-metastasis",
    "title": "What is metastasis?",
    "summary": (
        "Metastasis is cancer that has spread from where it began to another part of the body. "
        "Knowing what the word means can help you to notice changes, ask clear questions and share decisions with your team."
    ),
    "tags": ["Understanding cancer", "Diagnosis", "Treatment"],
    "published": "2026-03-14",
    "updated": "2026-09-02",
    "hero": {
        "image": "what-is-metastasis",
        "alt": "A cluster of cells, with a few single cells drifting away from it along a gently curving vessel.",
        "caption": "A few cells leave the place where a cancer began. Most of them never settle anywhere else.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": True,
    "body": [
        (
            "section",
            {
                "heading": "What metastasis is",
                "content": [
                    (
                        "text",
                        "<p>Metastasis means that cancer has spread from the place where it began to another part of the body. "
                        "The cancer in the first place is called the <b>primary</b>. A growth somewhere else is called a "
                        "<b>secondary</b>, or a metastasis. Several of them are called metastases.</p>"
                        "<p>It is a hard word to hear. You do not have to read this page in one go.</p>",
                    ),
                    (
                        "subsection",
                        {
                            "heading": "It keeps its first name",
                            "content": [
                                (
                                    "text",
                                    "<p>A cancer is named after the place where it started. Bowel cancer that has spread to "
                                    "the liver is still made of bowel cancer cells, and treatment is chosen for bowel cancer. "
                                    "It is not the same illness as a cancer that starts in the liver.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Words you may hear",
                            "content": [
                                (
                                    "text",
                                    "<ul><li><b>Secondary</b> and <b>metastatic</b> cancer both mean cancer that has spread "
                                    "from somewhere else.</li>"
                                    "<li><b>Locally advanced</b> cancer has grown into tissue or lymph nodes nearby, but has "
                                    "not been found in distant parts.</li>"
                                    "<li><b>Advanced</b> is used in more than one way. Ask your team what they mean by it.</li></ul>",
                                )
                            ],
                        },
                    ),
                    (
                        "callout",
                        {
                            "kind": "note",
                            "heading": "You did not cause this by feeling afraid",
                            "text": "<p>Cancer spreads because of the way its cells behave. There is no good evidence that low "
                            "mood, or a lack of hope, makes a cancer spread.</p>",
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "How cancer spreads",
                "content": [
                    (
                        "text",
                        "<p>Healthy cells mostly stay where they belong. Cancer cells can lose that habit. Some break loose "
                        "and travel through the body.</p>",
                    ),
                    (
                        "image",
                        {
                            "image": "how-cancer-spreads",
                            "alt": "Five steps from left to right: cells break away from a tumour, enter a vessel, travel along "
                            "it, leave it again, and a few begin to grow in a new place.",
                            "caption": "The five steps of spread. Most cells do not finish the journey.",
                            "credit": "Drawing: Wrenfield Cancer Trust",
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "The journey, step by step",
                            "content": [
                                (
                                    "text",
                                    "<ol><li>Cells break away from the primary cancer.</li>"
                                    "<li>They enter a blood vessel or a lymph vessel.</li>"
                                    "<li>They are carried along.</li>"
                                    "<li>They stop, often in a very small vessel, and pass through its wall.</li>"
                                    "<li>They settle, draw a blood supply and begin to grow.</li></ol>"
                                    "<p>Each step is difficult for a cell, and most die on the way.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Why it can appear later",
                            "content": [
                                (
                                    "text",
                                    "<p>A few cells may rest for months or years before they grow. This is one reason why "
                                    "follow-up visits go on after treatment has ended.</p>",
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
                "heading": "Kinds of spread",
                "content": [
                    ("text", "<p>Doctors describe both how far a cancer has gone and the route that it took.</p>"),
                    (
                        "subsection",
                        {
                            "heading": "Into tissue nearby",
                            "content": [
                                (
                                    "text",
                                    "<p>A cancer can grow straight into the tissue around it. This is called local spread. "
                                    "On its own it is not a metastasis.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Through the lymphatic system",
                            "content": [
                                (
                                    "text",
                                    "<p>Lymph vessels carry a clear fluid. Lymph nodes, or glands, filter it. The nodes nearest "
                                    "to a cancer are often checked first. Cancer cells there do not by themselves mean that it "
                                    "has reached distant organs.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Through the blood or a body space",
                            "content": [
                                (
                                    "text",
                                    "<p>Blood can carry cells far from where they began. Some cancers, such as ovarian cancer, "
                                    "can also spread across the lining of the abdomen.</p>",
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
                "heading": "Stages and what they mean",
                "content": [
                    (
                        "text",
                        "<p>A stage is a short way to say how large a cancer is and how far it has spread. Each kind of cancer "
                        "has its own rules. Blood cancers are described differently.</p>",
                    ),
                    (
                        "table",
                        {
                            "caption": "Stage words and what they usually mean",
                            "row_headers": True,
                            "columns": ["Word", "Often called", "What it usually means"],
                            "rows": [
                                ["In situ", "Stage 0", "Abnormal cells are only in the layer where they began."],
                                [
                                    "Localised",
                                    "Stage 1, sometimes 2",
                                    "The cancer is only in the organ where it began.",
                                ],
                                ["Regional", "Stage 2 or 3", "The cancer has reached tissue or lymph nodes nearby."],
                                [
                                    "Distant or metastatic",
                                    "Usually stage 4",
                                    "The cancer has reached a part of the body away from where it began.",
                                ],
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "The letters T, N and M",
                            "content": [
                                (
                                    "text",
                                    "<p>A report may use three letters. <b>T</b> describes the tumour, <b>N</b> the lymph nodes "
                                    "nearby and <b>M</b> metastasis. M0 means that no distant spread has been found. M1 means "
                                    "that it has.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "What a stage cannot tell you",
                            "content": [
                                (
                                    "text",
                                    "<p>A stage does not say how you will feel or how your cancer will respond to treatment. "
                                    "Your team looks at much more than a number.</p>",
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
                "heading": "Common sites of spread",
                "content": [
                    (
                        "text",
                        "<p>Cancer can spread to almost any part of the body. The bones, liver, lungs and brain are among the "
                        "most common places. Different cancers tend towards different places.</p>",
                    ),
                    (
                        "image",
                        {
                            "image": "common-sites",
                            "alt": "An outline of a body with four places named: brain, lungs, liver and bones.",
                            "caption": "Four of the places that cancer reaches most often.",
                            "credit": "Drawing: Wrenfield Cancer Trust",
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "What each site may feel like",
                            "content": [
                                (
                                    "text",
                                    "<p>These symptoms have many causes, and some people have none. They are worth "
                                    "mentioning, not proof of spread.</p>",
                                ),
                                (
                                    "subsection",
                                    {
                                        "heading": "Bones",
                                        "content": [
                                            (
                                                "text",
                                                "<p>Pain that does not settle, often worse at night. A weakened bone can break "
                                                "more easily.</p>",
                                            )
                                        ],
                                    },
                                ),
                                (
                                    "subsection",
                                    {
                                        "heading": "Liver and lungs",
                                        "content": [
                                            (
                                                "text",
                                                "<p>Liver: poor appetite, a swollen tummy, yellow skin or eyes. Lungs: a cough "
                                                "that stays, or getting short of breath.</p>",
                                            )
                                        ],
                                    },
                                ),
                                (
                                    "subsection",
                                    {
                                        "heading": "Brain",
                                        "content": [
                                            (
                                                "text",
                                                "<p>Headaches, feeling sick, or changes in speech, sight, balance, strength or "
                                                "behaviour.</p>",
                                            )
                                        ],
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
                "heading": "Signs to tell your team about",
                "content": [
                    (
                        "text",
                        "<p>You are not wasting anybody’s time. Teams would rather hear early about something small than late "
                        "about something serious.</p>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "urgent",
                            "heading": "When to call your emergency number",
                            "text": "<p><b>Call your emergency number now</b> for any of these:</p>"
                            "<ul><li>sudden or growing weakness or numbness in the legs, or between them, new trouble walking, or "
                            "loss of bladder or bowel control, above all with back pain</li>"
                            "<li>sudden breathlessness, chest pain, heavy bleeding, or coughing up more than a little blood</li>"
                            "<li>a seizure, sudden confusion, collapse, or sudden trouble with speech or sight</li></ul>"
                            "<p><b>During chemotherapy</b>, if you have a fever, feel shivery or suddenly feel unwell, call your "
                            "team’s 24-hour line at once, day or night. If nobody answers straight away, or you feel very "
                            "ill, call your emergency number.</p>"
                            "<p>Say that you have cancer and what treatment you have had. Do not wait to see whether it "
                            "passes. Do not drive yourself.</p>",
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Call your team the same day",
                            "content": [
                                (
                                    "text",
                                    "<ul><li>Back or neck pain that is new, is getting worse, keeps you awake or feels like a "
                                    "band around your body</li>"
                                    "<li>A new headache that does not go away, or being sick again and again</li>"
                                    "<li>Yellow skin or eyes</li>"
                                    "<li>Coughing up a little blood</li>"
                                    "<li>One swollen, painful arm or leg (with breathlessness, call your emergency number)</li>"
                                    "<li>Unusual thirst with constipation or drowsiness</li></ul>"
                                    "<p>Day or night, use your team’s 24-hour line. If nobody answers, call your emergency number.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Tell them within a few days",
                            "content": [
                                (
                                    "text",
                                    "<p>A new lump, a cough or pain that stays, weight loss that you cannot explain, or "
                                    "tiredness that keeps growing.</p>",
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
                "heading": "How it is found",
                "content": [
                    (
                        "text",
                        "<p>Spread may be found when cancer is first diagnosed, at a follow-up visit, or because you "
                        "reported a change. No single test finds everything.</p>",
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Scans and blood tests",
                            "content": [
                                (
                                    "text",
                                    "<p>CT, MRI, PET and bone scans each show different things. Read "
                                    '<a href="article:how-scans-work-together">how scans work together</a>. Blood tests show '
                                    "how organs are working. For some cancers they include "
                                    '<a href="article:what-tumour-markers-can-and-cannot-say">tumour markers</a>.</p>',
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "A biopsy",
                            "content": [
                                (
                                    "text",
                                    "<p>A small sample may be studied under a microscope. It can show where the cancer "
                                    "began and which treatments may suit it. See "
                                    '<a href="article:understanding-your-biopsy-report">understanding your biopsy '
                                    "report</a>.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Waiting for results",
                            "content": [
                                (
                                    "text",
                                    "<p>Ask when the results are due, who will tell you, and whom to ring if you hear nothing.</p>",
                                )
                            ],
                        },
                    ),
                ],
            },
        ),
        (
            "call_to_action",
            {
                "heading": "Waiting is easier in company",
                "text": "Our reading group takes one article at a time, slowly, with room for questions. Come as a patient, a "
                "relative or a friend.",
                "button_text": "Join our reading group",
                "page": "our-reading-group",
                "url": "",
                "size": "band",
            },
        ),
        (
            "section",
            {
                "heading": "Treatment",
                "content": [
                    (
                        "text",
                        "<p>Metastatic cancer can often be treated even when it cannot be cured. In some situations the aim is "
                        "cure. More often it is to control the cancer, ease symptoms and help you to live well. Ask what "
                        "the aim is for you.</p>",
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Treatment for the whole body",
                            "content": [
                                (
                                    "text",
                                    "<p>Some medicines reach cancer cells almost wherever they are. They include "
                                    '<a href="article:what-chemotherapy-feels-like">chemotherapy</a>, hormone therapy, '
                                    "targeted medicines and immunotherapy. Ask, too, whether a clinical trial might suit you. "
                                    "Taking part is always your choice.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Treatment for one place",
                            "content": [
                                (
                                    "text",
                                    '<p><a href="article:radiotherapy-day-by-day">Radiotherapy</a> can shrink a growth or ease '
                                    "pain from a bone. Surgery may remove a metastasis or support a weak bone.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Palliative care, early",
                            "content": [
                                (
                                    "text",
                                    "<p>Palliative care helps with pain, breathlessness, worry and sleep. It is not only for the "
                                    "end of life, and it can go alongside other treatment. Read "
                                    '<a href="article:what-palliative-care-adds">what palliative care adds</a>.</p>',
                                )
                            ],
                        },
                    ),
                    (
                        "callout",
                        {
                            "kind": "warning",
                            "heading": "Ask before you stop, start or mix medicines",
                            "text": "<p>Do not stop a prescribed medicine without talking to your team. Herbal products, "
                            "supplements and medicines from a shop can interfere with treatment. Some pain medicines can hide "
                            "a fever.</p>",
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Living with metastatic cancer",
                "content": [
                    (
                        "text",
                        "<p>Many people move between spells of treatment and spells of ordinary life. Plans may need to be "
                        "shorter, and they still matter.</p>",
                    ),
                    (
                        "quote",
                        {
                            "text": "I stopped asking what the scan would say and started asking what Tuesday was for.",
                            "attribution": "A member of our reading group",
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Your body, day by day",
                            "content": [
                                (
                                    "text",
                                    '<p>We have pages on <a href="article:living-with-tiredness">tiredness</a>, '
                                    '<a href="article:eating-when-food-has-no-taste">food that has lost its taste</a> and '
                                    '<a href="article:sleep-and-the-night-hours">the night hours</a>.</p>',
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Your feelings",
                            "content": [
                                (
                                    "text",
                                    "<p>Fear, anger and numbness are common. Tell your nurse if they fill most of your days. If "
                                    "you might harm yourself, call your emergency number or a crisis line now.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "The people around you",
                            "content": [
                                (
                                    "text",
                                    "<p>There is help with "
                                    '<a href="article:talking-to-children-about-cancer">talking to children</a>, '
                                    '<a href="article:going-back-to-work">going back to work</a> and '
                                    '<a href="article:when-someone-you-love-has-cancer">caring for someone you love</a>.</p>',
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
                "heading": "Before your next appointment",
                "content": [
                    (
                        "subsection",
                        {
                            "heading": "Questions to bring",
                            "content": [
                                (
                                    "text",
                                    "<ul><li>Where has the cancer spread, and how do you know?</li>"
                                    "<li>What is the aim of the treatment you suggest?</li>"
                                    "<li>What happens if I wait, or say no?</li>"
                                    "<li>Which changes should I report, and to whom, at night?</li></ul>"
                                    "<p>There are more in "
                                    '<a href="article:questions-to-ask-at-your-first-appointment">questions to ask at your '
                                    "first appointment</a>.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Ways to keep the answers",
                            "content": [
                                (
                                    "text",
                                    "<p>Bring someone to listen. Ask for answers in writing. Repeat the plan in your own words "
                                    "before you leave.</p>",
                                )
                            ],
                        },
                    ),
                ],
            },
        ),
        (
            "key_points",
            {
                "heading": "The page in short",
                "points": [
                    "Metastasis is cancer that has spread from where it began to another part of the body.",
                    "It keeps the name of the place where it started, and that guides treatment.",
                    "A stage describes the cancer, not the person.",
                    "Sudden leg weakness, loss of bladder or bowel control and sudden breathlessness: call your emergency "
                    "number. Fever during chemotherapy: call your team’s 24-hour line at once.",
                    "Treatment and palliative care can work side by side.",
                ],
                "encouragement": "You have taken in a great deal; one question for your team is enough for today.",
            },
        ),
        (
            "faq",
            {
                "heading": "Frequently asked questions",
                "questions": [
                    {
                        "question": "Is metastatic cancer the same as stage 4?",
                        "answer": "<p>Usually, for cancers that form a tumour. In a few kinds, stage 4 also covers a cancer that has "
                        "grown a long way nearby without reaching distant organs. Ask what your stage means for your kind of "
                        "cancer.</p>",
                    },
                    {
                        "question": "Can metastatic cancer be cured?",
                        "answer": "<p>Sometimes. It depends on the kind of cancer, where it has spread and how it responds. Often the "
                        "aim is control rather than cure. Only your team can say what is realistic for you.</p>",
                    },
                    {
                        "question": "Can a biopsy or an operation make cancer spread?",
                        "answer": "<p>This is very rare. Teams use methods that keep the risk low, and what they learn or remove nearly "
                        "always matters far more. If the thought worries you, say so before the procedure.</p>",
                    },
                    {
                        "question": "Can cancer spread without any symptoms?",
                        "answer": "<p>Yes. Some metastases are first seen on a scan. That is why follow-up visits matter even when you "
                        "feel well. Between visits, report anything new that does not settle.</p>",
                    },
                    {
                        "question": "May I ask for a second opinion?",
                        "answer": "<p>Yes. It is a normal request, and good teams do not mind. Ask whether treatment should "
                        "begin in the meantime, and who will send your scans and reports.</p>",
                    },
                ],
            },
        ),
        (
            "related",
            {
                "heading": "Read next",
                "articles": [
                    "questions-to-ask-at-your-first-appointment",
                    "how-scans-work-together",
                    "what-palliative-care-adds",
                ],
                "count": 3,
            },
        ),
        (
            "books",
            {
                "heading": "Books that readers pass on",
                "introduction": "Ten books on illness, care and getting through hard times. They are company, not medical advice.",
                "books": [
                    "When Breath Becomes Air",
                    "Cancer Vixen",
                    "Living with Cancer",
                    "It’s Not About the Bike",
                    "Tiny Beautiful Things",
                    "The Resilience Factor",
                    "Peace Is Every Step",
                    "Being Mortal",
                    "A New Earth",
                    "Option B",
                ],
            },
        ),
    ],
}

"""Demo article: what tumour markers can and cannot say."""

ARTICLE = {
    "slug": "what-tumour-markers-can-and-cannot-say",
    "title": "What tumour markers can and cannot say",
    "summary": (
        "A tumour marker is one clue in a blood test, not the whole answer. Learn what a marker can tell "
        "your team, why numbers go up and down, and what to ask."
    ),
    "tags": ["Tests and scans", "Understanding cancer"],
    "published": "2025-11-12",
    "updated": "2026-08-05",
    "hero": {
        "image": "what-tumour-markers-can-and-cannot-say",
        "alt": (
            "A capped blood sample tube stands beside a simple line chart. The chart has five dots joined by "
            "a line that rises a little, dips, rises a little again and then falls."
        ),
        "caption": "The path of the line says more than any single dot.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "section",
            {
                "heading": "What is a tumour marker?",
                "content": [
                    (
                        "text",
                        "<p>A tumour marker is a substance that can be made by cancer cells, or by the body "
                        "when cancer is there. Many are measured in blood. Healthy cells make most of these "
                        "substances too. So having some in your blood is normal.</p><p>This page is about "
                        "markers in blood. The word is also used for tests on a piece of the cancer itself, "
                        'which you may see in your <a href="article:understanding-your-biopsy-report">biopsy '
                        "report</a>. Those answer other questions.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "What a marker can say",
                "content": [
                    (
                        "text",
                        "<p>For some cancers, a marker can help your team to:</p><ul><li>decide which tests "
                        "to do next</li><li>see how well treatment is working</li><li>look for signs that a "
                        "cancer may have come back</li></ul><p>Doctors look at the <b>trend</b>. That means "
                        "how the number moves over several tests. One test is like one frame of a film.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "What a marker cannot say",
                "content": [
                    (
                        "text",
                        "<p>On its own, a marker can rarely prove that you have cancer. A normal result "
                        "cannot prove that you do not. Some cancers never raise a marker at all.</p>",
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Other reasons for a high number",
                            "content": [
                                (
                                    "table",
                                    {
                                        "caption": "Some markers, and some causes that are not cancer",
                                        "row_headers": True,
                                        "columns": ["Marker", "May be checked in cancer of the", "Can also rise with"],
                                        "rows": [
                                            ["PSA", "Prostate", "A larger prostate with age, or an infection"],
                                            ["CA-125", "Ovary", "Periods, pregnancy or endometriosis"],
                                            ["CEA", "Bowel", "Smoking, or an inflamed bowel"],
                                            [
                                                "CA 19-9",
                                                "Pancreas or bile ducts",
                                                "Blocked bile ducts, such as from gallstones",
                                            ],
                                            ["AFP", "Liver or testicle", "Pregnancy or liver disease"],
                                        ],
                                    },
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Small ups and downs",
                            "content": [
                                (
                                    "text",
                                    "<p>Numbers move a little even when nothing has changed. Laboratories "
                                    "may also use different methods, so it helps to use the same one. Some "
                                    "treatments can make a marker rise for a short time before it falls.</p>",
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
                "heading": "Living with the numbers",
                "content": [
                    (
                        "text",
                        "<p>Waiting for a number can fill your whole week. Try to plan something gentle for "
                        "that day. Decide with your team how you want to hear the result: by phone, in "
                        "person or online. Comparing your number with another person's does not help, "
                        "because each cancer behaves in its own way.</p>",
                    ),
                    (
                        "quote",
                        {
                            "text": (
                                "I used to check my results at midnight, alone. Now my nurse calls me, and "
                                "we look at the line together."
                            ),
                            "attribution": "A reader of our living-with-cancer group",
                        },
                    ),
                    (
                        "callout",
                        {
                            "kind": "note",
                            "heading": "How you feel matters more",
                            "text": (
                                "<p>If you have new or worse symptoms, call your team, even if your marker "
                                "is normal. Do not wait for the next blood test. If you suddenly feel unwell, "
                                "call your team's 24-hour line at once. If nobody answers straight away, call "
                                "your emergency number.</p>"
                            ),
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
                        "<ul><li>Is there a useful marker for my kind of cancer?</li><li>What is my usual "
                        "number?</li><li>How big a change would matter?</li><li>What would we do if it went "
                        "up? Would I have a "
                        '<a href="article:how-scans-work-together">scan</a>?</li><li>Could a medicine, '
                        "supplement or illness affect the test?</li></ul><p>Your specialist nurse can go "
                        "through past results with you. Don't change or stop treatment because of a number "
                        "before you have talked it over.</p>",
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
                        "question": "My number went up. Is the cancer growing?",
                        "answer": (
                            "<p>Not always. Your team may repeat the test, ask how you feel or arrange a "
                            "scan before they decide anything.</p>"
                        ),
                    },
                    {
                        "question": "My number is normal. Can I relax?",
                        "answer": (
                            "<p>It is good to hear, but keep going to your check-ups. Other tests and your "
                            "own symptoms still count.</p>"
                        ),
                    },
                    {
                        "question": "Why does my team not use markers?",
                        "answer": (
                            "<p>For many cancers there is no marker that helps. You are not missing out. "
                            "Other tests give better answers.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "key_points",
            {
                "heading": "The short version",
                "points": [
                    "A marker is a clue, not a verdict.",
                    "The trend matters more than one result.",
                    "Symptoms count, whatever the number says.",
                ],
                "encouragement": "You are much more than a number on a page.",
            },
        ),
        ("related", {"heading": "More about tests", "articles": [], "count": 3}),
    ],
}

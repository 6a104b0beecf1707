"""Demo article: questions to ask at your first appointment."""

ARTICLE = {
    "slug": "questions-to-ask-at-your-first-appointment",
    "title": "Questions to ask at your first appointment",
    "summary": (
        "It is hard to think clearly when you are worried. Take this list with you, choose the questions "
        "that matter most to you, and leave knowing what happens next."
    ),
    "tags": ["Diagnosis", "Treatment", "Emotional support"],
    "published": "2025-05-27",
    "updated": None,
    "hero": {
        "image": "questions-to-ask-at-your-first-appointment",
        "alt": (
            "An open notebook seen from above. Three large question marks stand at the start of three ruled "
            "lines. A pencil lies across the page and a cup of tea stands beside it."
        ),
        "caption": "Three written questions are better than ten half-remembered ones.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "key_points",
            {
                "heading": "If you only have a minute",
                "points": [
                    "Write down your three most important questions.",
                    "Take someone with you, or have them join by phone.",
                    "Ask for anything unclear to be said again.",
                    "Don't leave without a name and a phone number.",
                ],
                "encouragement": "There are no silly questions here. You have every right to ask.",
            },
        ),
        (
            "section",
            {
                "heading": "Before you go",
                "content": [
                    (
                        "text",
                        "<p>Put your questions in order, with the most important first. Appointments can be "
                        "short. Bring a list of all your medicines, including vitamins and herbal ones. Note "
                        "any allergies, and when your symptoms began.</p><p>A friend or relative can listen "
                        "and take notes while you talk. If you need an interpreter, sign language or more "
                        "time, call ahead and ask. You can also ask to record the talk on your phone. Most "
                        "doctors will say yes.</p>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "warning",
                            "heading": "Don't wait for the appointment if you get worse",
                            "text": (
                                "<p>Call your own doctor, or your cancer team if you have one, the same day for "
                                "new or worse symptoms. Call your emergency number for chest pain, sudden "
                                "breathlessness, a collapse, a fit, sudden confusion, heavy bleeding, suddenly "
                                "weak or numb legs, or loss of bladder or bowel control with back pain.</p>"
                            ),
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Questions about the cancer",
                "content": [
                    (
                        "text",
                        "<ul><li>What is it called, and where did it start?</li><li>Has it spread, or is it "
                        "too early to say?</li><li>Do I need more tests? What will they tell us?</li><li>May "
                        "I have copies of my letters and my "
                        '<a href="article:understanding-your-biopsy-report">biopsy '
                        "report</a>?</li></ul><p>You can also choose how much you want to know today. Try "
                        'saying: <i>"Please tell me the next step, and leave the rest for next time."</i></p>',
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Questions about treatment",
                "content": [
                    (
                        "subsection",
                        {
                            "heading": "Making a choice",
                            "content": [
                                (
                                    "text",
                                    "<ul><li>What is the aim: to cure the cancer, to hold it back or to ease "
                                    "symptoms?</li><li>What are my choices? What would happen with no "
                                    "treatment?</li><li>How may each one help me, and how may it harm "
                                    "me?</li><li>How soon do I need to decide?</li><li>Is there a clinical "
                                    "trial that might suit me?</li></ul>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Living through it",
                            "content": [
                                (
                                    "text",
                                    "<ul><li>What side effects are common, and which ones are "
                                    "urgent?</li><li>Can I work, drive and look after my "
                                    "family?</li><li>Could treatment affect having children? What can we do "
                                    "<b>before</b> it starts?</li><li>Who can help with money, travel or low "
                                    "mood?</li></ul>",
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
                "heading": "During the talk",
                "content": [
                    (
                        "text",
                        '<p>You may stop the doctor at any time. These sentences can help:</p><ul><li>"Can '
                        'you say that in simpler words?"</li><li>"Could you draw it for me?"</li><li>"Let me '
                        'say it back, to check that I have understood."</li></ul><p>It is fine to cry, to go '
                        "quiet or to ask for a break. The staff have seen it before.</p>",
                    ),
                    (
                        "quote",
                        {
                            "text": (
                                "I froze after the first sentence. My sister had the list, so she asked and "
                                "I just breathed. We read her notes at the kitchen table."
                            ),
                            "attribution": "A member of our newly diagnosed group",
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Before you leave",
                "content": [
                    (
                        "text",
                        "<p>Check that you know these four things:</p><ol><li>What happens next, and on what "
                        "date.</li><li>Who your main contact is. This is often a specialist "
                        "nurse.</li><li>The number of your team's 24-hour line, for nights and "
                        "weekends too.</li><li>When you will hear about any results.</li></ol><p>At home, write "
                        "down what you remember. New questions will come, often at night. Add them to your "
                        "list, and call your nurse in the morning. You do not have to save them for the next "
                        "visit.</p>",
                    )
                ],
            },
        ),
        (
            "call_to_action",
            {
                "heading": "Getting ready for what comes next?",
                "text": "Our guides explain tests and treatments in clear words, one step at a time.",
                "button_text": "Browse all our guides",
                "page": "resources",
                "url": "",
                "size": "band",
            },
        ),
        (
            "related",
            {
                "heading": "Read next",
                "articles": [
                    "what-chemotherapy-feels-like",
                    "radiotherapy-day-by-day",
                    "talking-to-children-about-cancer",
                ],
                "count": 3,
            },
        ),
    ],
}

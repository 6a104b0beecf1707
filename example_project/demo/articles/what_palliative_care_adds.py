"""Demo article: what palliative care adds."""

ARTICLE = {
    "slug": "what-palliative-care-adds",
    "title": "What palliative care adds",
    "summary": (
        "Palliative care helps you live as well as you can with a serious illness, alongside other treatment. It is not "
        "only for the last days, and you can ask for it early."
    ),
    "tags": ["Palliative care", "Treatment", "Emotional support"],
    "published": "2026-07-07",
    "updated": "2026-10-21",
    "hero": {
        "image": "what-palliative-care-adds",
        "alt": (
            "A broad, leafy tree shelters an empty bench at the edge of a field, with low hills and a pale sun in the "
            "distance."
        ),
        "caption": "Shelter, for as long as it is needed.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "section",
            {
                "heading": "What is palliative care?",
                "content": [
                    (
                        "text",
                        "<p>Palliative care looks after the person as well as the illness. It aims to ease "
                        "pain and other symptoms, and to support you and the people close to you. You "
                        "can have it at any stage of a serious illness.</p>"
                        "<p>You can have it <b>at the same time</b> as treatment such as chemotherapy or radiotherapy. "
                        "Accepting it does not mean that anyone has given up on you.</p>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "note",
                            "heading": "Two terms that get mixed up",
                            "text": (
                                "<p><b>Palliative care</b> can start early and go on for a long time. <b>End-of-life care</b> "
                                "is the part of it for the time when somebody is near death. Some people have "
                                "palliative care for a while, feel better and no longer need it.</p>"
                            ),
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "What it can help with",
                "content": [
                    (
                        "subsection",
                        {
                            "heading": "Your body",
                            "content": [
                                (
                                    "text",
                                    "<p>Pain, sickness, breathlessness, constipation, poor appetite, poor sleep and deep "
                                    "tiredness. The team will look at all of your medicines together.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Your mind and spirit",
                            "content": [
                                (
                                    "text",
                                    "<p>Fear, sadness, anger, and questions about meaning or faith. You need not be "
                                    "religious to talk to a chaplain.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Your home and family",
                            "content": [
                                (
                                    "text",
                                    "<p>Equipment, help with washing, money advice, and support for children and carers. "
                                    'See also <a href="article:when-someone-you-love-has-cancer">when someone you love '
                                    "has cancer</a>.</p>",
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
                "heading": "Who gives it, and where",
                "content": [
                    (
                        "text",
                        "<p>Your own doctor and nurses give some of it. Specialist teams can add more: doctors, nurses, "
                        "social workers, physiotherapists, counsellors and chaplains. They may see you in a hospital clinic, "
                        "at home, in a care home or in a hospice. Many hospices offer day visits too, and people often go "
                        "home again after a short stay.</p>",
                    ),
                    (
                        "quote",
                        {
                            "text": "She sat down and asked what I wanted to be able to do. I said: walk the dog. So we began there.",
                            "attribution": "A visitor to our Thursday drop-in",
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "How to ask for it",
                "content": [
                    (
                        "text",
                        "<p>You do not have to wait to be offered. You could say: “Could a palliative care team help with my "
                        "symptoms, as well as my treatment?” Useful questions for the first visit are:</p>"
                        "<ul><li>What can we do about the symptom that troubles me most?</li>"
                        "<li>What is the number of your 24-hour line?</li>"
                        "<li>What support is there for the person who cares for me?</li>"
                        "<li>How do I write down what matters to me for later?</li></ul>"
                        "<p>That last question is called <b>planning ahead</b>. You can do it while you feel well, go at "
                        "your own pace and change your mind.</p>",
                    )
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
                        "<p>Call your team if pain or another symptom is not under control, or if a medicine makes you very "
                        "sleepy, muddled or sick. Do not change the amount that you take without advice.</p>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "urgent",
                            "heading": "Get help at once",
                            "text": (
                                "<p>Call your emergency number now for suddenly weak or numb legs, or loss of bladder or bowel "
                                "control with back pain. Call your team the same day for new or worse back pain without these "
                                "signs.</p>"
                                "<p>Call your emergency number, too, for sudden breathlessness, chest pain, a collapse, a fit, "
                                "sudden confusion, heavy bleeding, or someone who is very hard to wake, unless your team has "
                                "given you another plan for this.</p>"
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
                        "question": "Will I have to stop my cancer treatment?",
                        "answer": "<p>No. The two can go on side by side. You and your cancer team decide about treatment.</p>",
                    },
                    {
                        "question": "Are strong pain medicines dangerous?",
                        "answer": (
                            "<p>They need care, like all strong medicines, and can have side effects. The team chooses and "
                            "checks them with you. Tell them about any fear of addiction. It is a fair question.</p>"
                        ),
                    },
                    {
                        "question": "Can I change my mind?",
                        "answer": "<p>Yes. You can say no now and ask again later.</p>",
                    },
                ],
            },
        ),
        (
            "books",
            {
                "heading": "Books on this subject",
                "introduction": "Two thoughtful books by doctors. Both speak openly about dying, so choose your moment.",
                "books": ["Being Mortal", "When Breath Becomes Air"],
            },
        ),
    ],
}

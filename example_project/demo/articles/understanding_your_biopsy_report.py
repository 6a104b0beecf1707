"""Demo article: understanding your biopsy report."""

ARTICLE = {
    "slug": "understanding-your-biopsy-report",
    "title": "Understanding your biopsy report",
    "summary": (
        "A biopsy report tells your team what was found in a small piece of your body. This guide explains "
        "how it is written, what the common words mean and what to ask next."
    ),
    "tags": ["Diagnosis", "Understanding cancer", "Tests and scans"],
    "published": "2025-02-18",
    "updated": "2026-03-24",
    "hero": {
        "image": "understanding-your-biopsy-report",
        "alt": (
            "A sheet of paper with ruled lines on a clipboard. Beside it lies a glass slide with a small "
            "pink sample. A round magnifying glass over the slide shows a few large, rounded cells."
        ),
        "caption": "A tiny sample, looked at closely, can answer some big questions.",
        "credit": "Drawing: Wrenfield Cancer Trust",
    },
    "featured": False,
    "body": [
        (
            "section",
            {
                "heading": "What is a biopsy report?",
                "content": [
                    (
                        "text",
                        "<p>A biopsy takes a small piece of tissue, or some cells, from your body. A "
                        "pathologist looks at it under a microscope. Pathologists are doctors who are "
                        "experts in cells and tissue. They write down what they see. That is your report, "
                        "also called a <b>pathology report</b> or histology report.</p><p>It is written for "
                        "other doctors, so it can be hard to read. That is not your fault.</p>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "note",
                            "heading": "You can wait to read it",
                            "text": (
                                "<p>Some hospitals put results online before you have seen anyone. You may "
                                "choose to look, or to wait until somebody can explain. Both are fine.</p>"
                            ),
                        },
                    ),
                ],
            },
        ),
        (
            "section",
            {
                "heading": "How the report is set out",
                "content": [
                    (
                        "text",
                        "<p>Most reports follow the same order:</p><ol><li><b>Your details</b>, and where "
                        "the sample came from.</li><li><b>What it looked like to the eye</b>: its size, "
                        "shape and colour.</li><li><b>What it looked like under the "
                        "microscope</b>.</li><li><b>The diagnosis</b>, which sums it all up.</li></ol><p>If "
                        "you read only one part, read the diagnosis. Check that your name is right, too.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "Words you may see",
                "content": [
                    (
                        "table",
                        {
                            "caption": "Common words in a biopsy report",
                            "row_headers": True,
                            "columns": ["Word", "What it means"],
                            "rows": [
                                ["Benign", "Not cancer."],
                                ["Atypical", "The cells look unusual. This does not always mean cancer."],
                                ["In situ", "Abnormal cells that have stayed where they began."],
                                ["Invasive", "Cancer cells have grown into the tissue around them."],
                                ["Malignant", "Cancer."],
                                ["Inconclusive", "The sample could not give a clear answer."],
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Grade is not the same as stage",
                            "content": [
                                (
                                    "text",
                                    "<p><b>Grade</b> says how different the cancer cells look from normal "
                                    "cells. A lower grade often means slower growth. <b>Stage</b> says how "
                                    "large the cancer is and whether it has spread. Staging often needs "
                                    '<a href="article:how-scans-work-together">scans</a> too, so a biopsy '
                                    "report may not give it.</p>",
                                )
                            ],
                        },
                    ),
                    (
                        "subsection",
                        {
                            "heading": "Margins",
                            "content": [
                                (
                                    "text",
                                    "<p>If a whole lump was taken out, the report may describe its edges. A "
                                    "<b>clear</b> or <b>negative</b> margin means that no cancer cells were "
                                    "seen at the edge. A <b>positive</b> margin means that some were. Your "
                                    "team will tell you if you need more treatment.</p>",
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
                "heading": "Why some results come later",
                "content": [
                    (
                        "text",
                        "<p>Some samples need extra tests. These look for proteins or gene changes in the "
                        "cancer cells. The results can help your team to choose a treatment. They may arrive "
                        "after the main report. A longer wait does not mean bad news.</p>",
                    )
                ],
            },
        ),
        (
            "section",
            {
                "heading": "What to do next",
                "content": [
                    (
                        "text",
                        "<p>Ask for a copy of the report and keep it safe. Go through it with your doctor or "
                        "specialist nurse. You could ask:</p><ul><li>What is the exact name of what I "
                        "have?</li><li>What is the grade, and do we know the stage?</li><li>Are any results "
                        "still to come?</li><li>What happens next, and when?</li></ul>",
                    ),
                    (
                        "callout",
                        {
                            "kind": "warning",
                            "heading": "If you feel unwell after a biopsy",
                            "text": (
                                "<p>Call your team's 24-hour line at once if you have a fever, feel shivery or "
                                "suddenly feel unwell. If nobody answers straight away, call your emergency "
                                "number. Call your team the same day for pain that gets worse, or swelling or "
                                "redness that spreads.</p><p>Call your emergency number for heavy bleeding or "
                                "bleeding that does not stop, sudden breathlessness, chest pain or a collapse.</p>"
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
                        "question": "Can a biopsy miss a cancer?",
                        "answer": (
                            "<p>Yes, this can happen. The sample may be too small, or come from the wrong "
                            "spot. If the result does not fit with your scans or symptoms, your team may "
                            "suggest another biopsy.</p>"
                        ),
                    },
                    {
                        "question": "Can a biopsy make cancer spread?",
                        "answer": (
                            "<p>Many people worry about this. It is very rare. Doctors plan each biopsy to "
                            "keep the risk as low as they can.</p>"
                        ),
                    },
                    {
                        "question": "May I ask for a second opinion?",
                        "answer": (
                            "<p>Yes, you can ask. A second pathologist can often look at the same sample. "
                            "Asking is normal and should not upset your team. Check first whether it would "
                            "delay your treatment.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "related",
            {
                "heading": "Read next",
                "articles": [
                    "how-scans-work-together",
                    "questions-to-ask-at-your-first-appointment",
                    "what-is-metastasis",
                ],
                "count": 3,
            },
        ),
    ],
}

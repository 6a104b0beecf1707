"""What is taken out of a comment before the phrases of ``risk_words.py`` are looked for.

Be sparing: only what takes a phrase back before it is said ("I do not want to die"), or what makes it plainly
about something else ("I can't go on holiday"). It holds within a sentence, but many write without a stop, so no treatment
stands alone here: "I can't go on chemo is too hard".
"""

HARMLESS: dict[str, tuple[str, ...]] = {
    "en": (
        "suicide gene*", "don't want to die", "didn't want to die", "doesn't want to die", "not want to die", "never want to die", "nobody wants to die", "who wants to die",
        # "I can't go on", "I don't want to live", "I can't carry on": with what follows they are about something else
        "go on holiday*", "go on * holiday*", "go on * * holiday*", "go on vacation*", "go on * vacation*", "go on * trip*", "go on * * trip*", "go on trips", "go on stage", "go on with * job", "go on with * work",
        "go on * cruise*", "go on cruises", "go on honeymoon", "go on * honeymoon", "go on * walk*", "go on long walks",
        "go on * tour*", "go on * trial*", "go on * outing*", "go on * diet*", "go on * date", "go on dates", "go on * retreat*",
        "keep going to", "keep going back", "carry on working", "carry on taking", "carry on with work", "carry on with * work",
        "carry on with treatment*", "carry on with * treatment*", "carry on with chemo*", "carry on with * chemo*",
        "live in a home", "live in a care home", "live in a nursing home", "live in a hospice", "live in a hospital",
        "live in hospital", "live in a flat", "live in a bubble", "live in a city", "live abroad",
        "cutting myself off", "cutting myself shaving", "cutting myself some slack",
    ),
    "de": (
        "nicht sterben will", "nicht sterben möchte", "niemand will sterben", "keiner will sterben", "wer will sterben",
    ),
    "fr": (
        "pas envie de mourir", "plus envie de mourir", "aucune envie de mourir", "personne ne veut mourir",
        "en finir avec * chimio*", "en finir avec * traitement*", "en finir avec * cancer", "en finir avec * maladie",
        "en finir avec * rayons", "en finir avec * radiothérapie",
    ),
    "ar": (
        "لا أريد أن أموت", "لا أريد أموت", "لا أريد الموت", "لا أتمنى الموت", "لا أتمنى أن أموت", "لا أرغب في الموت",
        "لا أود أن أموت", "لا أود الموت", "لا يريد أن يموت", "لا تريد أن تموت", "لا أحد يريد أن يموت", "لا أفضل الموت",
        "ما أريد أموت", "ما بدي أموت", "ما بدي موت", "ما ابي اموت", "ما أبغى أموت", "مش عايز أموت", "مش عايزة أموت",
        "مش عاوز أموت", "مش عاوزة أموت", "ما ودي أموت",
    ),
}  # fmt: skip

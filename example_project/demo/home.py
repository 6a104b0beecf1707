"""The words of the demo's home page."""

HOME = {
    "heading": "Clear words about cancer, for the day you need them.",
    "introduction": (
        "Plain, careful pages on tests, treatment and daily life with cancer. Search for the word you were given, or begin "
        "with our newest pages and take them slowly."
    ),
    "about": (
        "<p>Wrenfield Cancer Trust does not exist. It is a fictional charity, made up to show what a health-information site "
        "can look like. Its reading group, the voices that it quotes and its events are made up too.</p>"
        "<p>This site is a demonstration, not medical advice. Its pages have not been reviewed by a clinician. If you are "
        "worried about your health, talk to your own doctor or cancer team. In an emergency, call your emergency number.</p>"
    ),
}

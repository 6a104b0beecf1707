"""The demo's events. Their dates are counted from the day on which the demo is loaded, so that they stay coming.

Dates are tuples: how many weeks from now, the weekday (0 is Monday), from, until, and the status of that date alone.
In a note, {cancelled} is the day of the date that is cancelled.
"""

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)

LISTING = {
    "slug": "events",
    "title": "Events",
    "introduction": "Walks, talks and evenings with questions, in Wrenfield and online. Come alone or bring somebody. Most are free.",
    "empty_text": "",
}

HALL = {"venue": "Wrenfield Cancer Trust", "address": "The Old Seed Hall\n4 Mill Lane\nWrenfield"}
WRITE = "Questions before you come? Write to events@wrenfield.example."

EVENTS = [
    {
        "slug": "walk-and-talk-on-the-common",
        "title": "Walk and talk on the common",
        "summary": "A slow walk for anybody who has or had cancer, with as many rests as you need. You can talk, or just walk.",
        "tags": ["Moving and resting", "Living with cancer"],
        "hero": {"image": "", "alt": "", "caption": "", "credit": ""},
        "dates": [
            (-2, TUE, "10:30", "11:30", ""),
            (1, TUE, "10:30", "11:30", ""),
            (2, TUE, "10:30", "11:30", "cancelled"),
            (3, TUE, "10:30", "11:30", ""),
            (4, TUE, "10:30", "11:30", ""),
        ],
        "mode": "in_person",
        "venue": "Wrenfield Common, by the bandstand",
        "address": "Common Road\nWrenfield",
        "access_notes": "The path is flat and paved. Wheelchairs and frames are welcome. Toilets are open in the café at the start.",
        "cost": "Free",
        "status_note": "The walk on {cancelled} does not take place because the path is being mended. The others go ahead as planned.",
        "body": [
            (
                "section",
                {
                    "heading": "How the morning goes",
                    "content": [
                        (
                            "text",
                            "<p>We meet at the bandstand, say hello, and walk once round the pond. That is about a kilometre. "
                            "Nobody is left behind: the slowest of us sets the pace. Afterwards some of us have tea.</p>"
                            "<p>You need no special clothes. Bring water and a coat for the weather.</p>",
                        ),
                        (
                            "callout",
                            {
                                "kind": "note",
                                "heading": "Ask your team first if you are not sure",
                                "text": "<p>Walking is safe for most people with cancer. Ask your team before you come if cancer "
                                "has reached your bones, if your blood counts are low, or if you get breathless at rest.</p>",
                            },
                        ),
                    ],
                },
            ),
        ],
    },
    {
        "slug": "the-night-hours",
        "title": "The night hours: an evening about sleep",
        "summary": "A talk by video about lying awake with cancer, and what helps some people. Half of the hour is for your questions.",
        "tags": ["Emotional support", "Living with cancer"],
        "hero": {"image": "sleep-and-the-night-hours", "alt": "", "caption": "", "credit": ""},
        "dates": [(2, THU, "19:00", "20:00", "")],
        "mode": "online",
        "join_url": "https://meet.example.org/the-night-hours",
        "access_notes": "There are live captions. You may keep your camera off, and send questions in writing.",
        "cost": "Free",
        "body": [
            (
                "section",
                {
                    "heading": "What we talk about",
                    "content": [
                        (
                            "text",
                            "<p>Why sleep changes during treatment, what to do with worry at three in the morning, and when to "
                            "tell your team. Nobody will sell you anything, and nobody will tell you to think positively.</p>"
                            '<p>You can read <a href="article:sleep-and-the-night-hours">our page about the night hours</a> '
                            "before you come. You need not.</p>",
                        ),
                    ],
                },
            ),
            (
                "key_points",
                {
                    "heading": "To take part",
                    "points": [
                        "Follow the link a few minutes before the start.",
                        "You need no account and no programme, only a browser.",
                        "We do not record the evening.",
                    ],
                    "encouragement": "",
                },
            ),
        ],
    },
    {
        "slug": "talking-to-children-an-afternoon",
        "title": "Talking to children about cancer",
        "summary": "An afternoon for parents and grandparents: which words to use at which age, and what to do when you cry. In the hall and by video.",
        "tags": ["Family and friends", "Emotional support"],
        "hero": {"image": "talking-to-children-about-cancer", "alt": "", "caption": "", "credit": ""},
        "dates": [(3, SAT, "14:00", "16:30", "")],
        "mode": "mixed",
        **HALL,
        "join_url": "",
        "access_notes": "Level entrance and a hearing loop. Children can play next door with two of our volunteers. Captions for those who join by video.",
        "cost": "£5, or nothing if that is too much",
        "booking_url": "https://book.example.org/talking-to-children",
        "organiser": "Wrenfield Cancer Trust",
        "body": [
            (
                "text",
                "<p>Children notice more than we tell them. In the first hour we look at what children of different ages can "
                "understand. In the second we practise sentences, in small groups, for those who want to.</p>"
                "<p>Please say when you book whether you come to the hall or join by video. We send the link the day before.</p>"
                f"<p>{WRITE}</p>",
            ),
        ],
    },
    {
        "slug": "open-house-weekend",
        "title": "Open house weekend",
        "summary": "Two days to see where we meet, read in our library, and ask whatever you like. Come when you want and stay as long as you want.",
        "tags": ["Living with cancer", "Family and friends"],
        "hero": {"image": "when-someone-you-love-has-cancer", "alt": "", "caption": "", "credit": ""},
        "all_day": True,
        "dates": [(6, SAT, "", "", "", 1)],
        "mode": "in_person",
        **HALL,
        "access_notes": "Level entrance, accessible toilet, a quiet room with a couch. Parking for blue badges at the door.",
        "cost": "Free",
        "body": [
            ("text", f"<p>The doors are open from ten to five on both days. There is soup at noon.</p><p>{WRITE}</p>")
        ],
    },
    {
        "slug": "cooking-when-food-has-no-taste",
        "title": "Cooking when food has no taste",
        "summary": "A morning in the kitchen for people whose treatment has changed how food tastes, and for those who cook for them.",
        "tags": ["Eating well", "Side effects"],
        "hero": {"image": "eating-when-food-has-no-taste", "alt": "", "caption": "", "credit": ""},
        "dates": [(2, SAT, "10:00", "12:30", "")],
        "status": "cancelled",
        "status_note": "Our cook is ill. Everybody who booked gets their money back within a week, and hears first when there is a new date.",
        "mode": "in_person",
        **HALL,
        "cost": "£12 for the food",
        "booking_url": "https://book.example.org/cooking",
        "body": [
            (
                "text",
                '<p>Until then: our page on <a href="article:eating-when-food-has-no-taste">eating when food has no taste</a> has '
                "most of what we would have cooked.</p>",
            ),
        ],
    },
    {
        "slug": "going-back-to-work-an-evening",
        "title": "Going back to work: what you may ask for",
        "summary": "An evening about phased returns, breaks and what your employer has to know. With two people who have done it.",
        "tags": ["Work and money"],
        "hero": {"image": "going-back-to-work", "alt": "", "caption": "", "credit": ""},
        "dates": [(-5, WED, "18:30", "20:00", "")],
        "mode": "in_person",
        **HALL,
        "cost": "Free",
        "body": [
            (
                "text",
                '<p>Thank you to everybody who came. What was said is on our page on <a href="article:going-back-to-work">going '
                "back to work</a>.</p>",
            ),
        ],
    },
]

"""What readers of the demo's library have written, and what its charity says about comments. All of it is made up."""

HOUR, DAY = 1, 24

# said once for the whole site
WORDS = {
    "team_name": "The Wrenfield team",
    "next_steps": (
        "A member of our team reads every comment before it appears, on weekdays from 9 am to 5 pm. Nobody reads here at "
        "night or at weekends. We do not publish the names of other people, telephone numbers or addresses, and we "
        "cannot give advice about your own treatment."
    ),
    "consent_text": (
        "I agree that Wrenfield Cancer Trust reads and keeps what I have written, which may say something about my "
        "health, and shows it on this page under the name that I have chosen. Everybody can read it there, and search "
        "engines may find it. I can have it taken down at any time, without giving a reason: comments@wrenfield.example."
    ),
    "help_text": (
        "You do not have to be alone with this.\n\n"
        "In danger now, or hurt: call your emergency number. It is answered day and night.\n\n"
        "Ill or in treatment: your team's 24-hour line is there for this as well. You can read out what you have written "
        "here.\n\n"
        "To talk to somebody who listens: 01632 960 500, day and night. (This number is made up, as our charity is. A real "
        "charity writes here whom its readers can ring.)\n\n"
        "Is there somebody near you whom you trust? You could show them your words."
    ),
    "moderators": "moderators@wrenfield.example",
}

CANNED_REPLIES = [
    (
        "Somebody may be in danger",
        "Thank you for telling somebody. We are glad that you wrote, and we are concerned for you. We read here on weekdays "
        "only and cannot answer quickly, so please do not wait for us: talk to somebody now. If you are in danger or have "
        "hurt yourself, call your emergency number. If you are ill or in treatment, your team's 24-hour line is there for this "
        "as well. To talk to somebody who listens: 01632 960 500 (a made-up number, as our charity is). If somebody is near "
        "you whom you trust, you could show them what you wrote here.",
    ),
    (
        "Asks for advice about treatment",
        "Thank you for asking. We do not know your history, so we cannot say what is right for you, and other readers cannot "
        "either. Your own team can. Our page “Questions to ask at your first appointment” may help you to put it into words.",
    ),
    (
        "Describes a symptom",
        "Thank you for writing. Please do not wait for an answer here: tell your own team or your doctor today what you "
        "have noticed. If you have a fever or suddenly feel unwell during treatment, call your team's 24-hour line at once. "
        "If nobody answers straight away, or you feel very ill, call your emergency number.",
    ),
    (
        "Thanks for a kind word",
        "Thank you. We have passed this on to those who wrote the page.",
    ),
]

# key, key of the comment it replies to ("" for none), the article, name, text, so many hours ago
APPROVED = [
    (
        "margin",
        "",
        "what-is-metastasis",
        "Margin Notes",
        "I was told on a Tuesday and heard nothing after the word “spread”. I read this page three times that week, a little "
        "more of it each time. The part that says you do not have to read it in one go was a kindness.",
        19 * DAY + 3,
    ),
    (
        "teapot",
        "margin",
        "what-is-metastasis",
        "Brown Teapot",
        "The same here. My husband took notes because I could not listen. I am glad now that we have them.",
        18 * DAY + 6,
    ),
    (
        "heron",
        "",
        "what-is-metastasis",
        "Heron",
        "I am the daughter, not the patient. I did not know that bowel cancer in the liver is still bowel cancer, and I had "
        "been looking up the wrong thing for a week. The drawing helped me to explain it to my brother.",
        15 * DAY + 5,
    ),
    (
        "allotment",
        "",
        "what-is-metastasis",
        "Allotment 12",
        "Two years on from the day somebody first used this word to me. It has not been an easy road and everybody's is different. I "
        "still dig, more slowly, with a chair at the end of the row. I wanted to leave a note for whoever is reading "
        "this in the first week.",
        12 * DAY + 2,
    ),
    (
        "firstweek",
        "allotment",
        "what-is-metastasis",
        "Still Thursday",
        "I am in the first week. Thank you for the chair at the end of the row.",
        11 * DAY + 20,
    ),
    (
        "secondary",
        "",
        "what-is-metastasis",
        "Curious in Kent",
        "My letter says “secondary” and the doctor says “metastatic”. Is there a difference? I was too shy to ask, and now my next "
        "appointment is weeks away.",
        8 * DAY + 4,
    ),
    (
        "listmaker",
        "",
        "what-is-metastasis",
        "List Maker",
        "I took the questions from this page to my appointment on a folded piece of paper. We got through four of them. The nurse asked "
        "whether she could keep the list. Write yours down, however small they seem.",
        5 * DAY + 1,
    ),
    (
        "quiet",
        "",
        "what-is-metastasis",
        "A quiet reader",
        "What helped me was the sentence about not having caused it by feeling afraid. I had been carrying that about and had told nobody.",
        2 * DAY + 7,
    ),
    (
        "bench",
        "",
        "living-with-tiredness",
        "Bench by the Pond",
        "I plan one thing a day now. If I manage it, it was a good day; if not, the thing is still there tomorrow.",
        9 * DAY + 2,
    ),
    (
        "folder",
        "",
        "understanding-your-biopsy-report",
        "Blue Folder",
        "I asked for a copy of mine and went through it with this page beside me. It took an evening, and I slept better after it.",
        30 * DAY,
    ),
]

# key of the comment, what the team replied, so many hours ago
REPLIES = [
    (
        "secondary",
        "Both words mean the same: cancer that has spread from where it began. There is a short list under “Words you may hear” on "
        "this page. And please do not feel shy: your nurse or your doctor will be glad to be asked, and you can ring them with a "
        "question like this before the next appointment.",
        7 * DAY + 6,
    ),
]

# the article, name, text, e-mail, so many hours ago
AT_RISK = [
    (
        "sleep-and-the-night-hours",
        "Nobody",
        "It is four in the morning and I keep thinking about ending my life. I have not told anybody. I do not know why I am writing "
        "it here.",
        "",
        4 * HOUR,
    ),
    (
        "what-is-metastasis",
        "Tired of it",
        "Since they told me that it has spread I don't want to be here any more. They would all be better off without me.",
        "",
        9 * HOUR,
    ),
]

SPAM = [
    (
        "living-with-tiredness",
        "Energy Expert",
        "Doctors hate this!! Our berry powder ends fatigue in 3 days, 50 % off today only: https://berries.example/buy",
        "",
        6 * HOUR,
    ),
    (
        "what-chemotherapy-feels-like",
        "LOANS",
        "Need money for your bills? Fast loan, no questions asked, reply in ten minutes. https://loans.example",
        "",
        31 * HOUR,
    ),
    (
        "going-back-to-work",
        "anna best job",
        "Hello dear friend I earn 400 a day from my sofa, you can too, see my page https://sofa.example/anna and thank me later",
        "",
        52 * HOUR,
    ),
    (
        "eating-when-food-has-no-taste",
        "Great Post",
        "Great post, very informative, keep it up! Visit also my blog about kitchen tiles.",
        "",
        75 * HOUR,
    ),
]

QUEUE = [
    (
        "what-is-metastasis",
        "Second Opinion",
        "Is it rude to ask for a second opinion? I like my doctor and would not want to hurt her.",
        "second.opinion@example.org",
        2 * HOUR,
    ),
    (
        "what-is-metastasis",
        "Knitting Again",
        "The list of contents at the side is good. I went straight to the part about scans and left the rest for another day.",
        "",
        3 * HOUR,
    ),
    (
        "what-is-metastasis",
        "Rosa's son",
        "Thank you for writing this in words that my mother can read for herself.",
        "rosas.son@example.org",
        5 * HOUR,
    ),
    (
        "what-is-metastasis",
        "Gull",
        "What does “stable” mean on a scan? Everybody at work congratulated me and I did not know whether to be glad.",
        "gull@example.org",
        11 * HOUR,
    ),
    (
        "what-is-metastasis",
        "Lemon Curd",
        "I read this aloud to my sister on the telephone, the whole of it. We cried and then we talked about the garden.",
        "",
        14 * HOUR,
    ),
    (
        "what-is-metastasis",
        "Watch Out",
        "Stop your tablets and eat only raw vegetables, it cured my neighbour. They do not want you to know.",
        "",
        20 * HOUR,
    ),
    (
        "what-is-metastasis",
        "P. Turnpike",
        "Could you say more about the brain? That is where mine is and there is only one line about it.",
        "turnpike@example.org",
        26 * HOUR,
    ),
    (
        "what-is-metastasis",
        "Not impressed",
        "Whoever wrote this has obviously never been ill. What a stupid page, and stupid people who thank you for it.",
        "",
        29 * HOUR,
    ),
    (
        "what-is-metastasis",
        "Harbour Light",
        "Ring me if you are going through the same, I am in most evenings: 01632 960 501.",
        "",
        34 * HOUR,
    ),
    (
        "what-is-metastasis",
        "Fourth Floor",
        "Mr Pennyfeather on the fourth floor told my wife that she had nothing to worry about. I would like everybody to know his name.",
        "",
        44 * HOUR,
    ),
    (
        "what-is-metastasis",
        "Wren's Nest",
        "I came for the books at the end and have ordered one from our library.",
        "",
        50 * HOUR,
    ),
    (
        "what-is-metastasis",
        "Marmalade",
        "We printed the page and stuck it inside the kitchen cupboard, so that it is there but we do not have to look at it.",
        "",
        61 * HOUR,
    ),
    (
        "living-with-tiredness",
        "Half Past Two",
        "Half past two in the afternoon is when it gets me. I have stopped apologising for the sofa.",
        "",
        7 * HOUR,
    ),
    (
        "living-with-tiredness",
        "Postman's wife",
        "My husband thought that I was giving up. I showed him this page, and he has not said it since.",
        "",
        13 * HOUR,
    ),
    (
        "living-with-tiredness",
        "Slow Cyclist",
        "Ten minutes on the bicycle, on the flat, with the physiotherapist's blessing. That is my marathon.",
        "slow.cyclist@example.org",
        23 * HOUR,
    ),
    (
        "living-with-tiredness",
        "J.",
        "Does it ever end? Treatment was over in the spring, and I still need to sit down after the shower.",
        "",
        33 * HOUR,
    ),
    (
        "living-with-tiredness",
        "Night Shift",
        "I was a night porter for thirty years and thought I knew what tired was. I did not.",
        "",
        46 * HOUR,
    ),
    (
        "living-with-tiredness",
        "Tea at Four",
        "The diary was a good idea. It turned out that visitors tire me more than the stairs do.",
        "",
        58 * HOUR,
    ),
    (
        "living-with-tiredness",
        "Breathless",
        "I am more out of breath than last week, even on the level. Is that the tiredness as well?",
        "breathless@example.org",
        8 * HOUR,
    ),
    (
        "what-chemotherapy-feels-like",
        "Purple Hat",
        "The cold cap was not for me, so now I own nine hats. The purple one is for bad days.",
        "",
        10 * HOUR,
    ),
    (
        "what-chemotherapy-feels-like",
        "Third Chair",
        "To whoever sat in the third chair last Wednesday and shared her crossword: thank you.",
        "",
        16 * HOUR,
    ),
    (
        "what-chemotherapy-feels-like",
        "Worried mum",
        "My son starts on Monday. What did you pack? He is nineteen and says that he needs nothing.",
        "worried.mum@example.org",
        25 * HOUR,
    ),
    (
        "what-chemotherapy-feels-like",
        "Shivers",
        "Day nine and I feel hot and shaky since this morning. Should I wait until the nurse rings on Friday?",
        "",
        1 * HOUR,
    ),
    (
        "what-chemotherapy-feels-like",
        "Ginger Biscuit",
        "Nobody had told me about the smell of the corridor. It is only a smell, and it passes. I wish somebody had said so.",
        "",
        55 * HOUR,
    ),
    (
        "what-chemotherapy-feels-like",
        "Number Six",
        "Six of six done today! I rang no bell, I went home and slept.",
        "",
        70 * HOUR,
    ),
    (
        "radiotherapy-day-by-day",
        "Bus Route 9",
        "I went by bus every day for four weeks. The driver knew after a while and never said a word, only waited until I sat.",
        "",
        12 * HOUR,
    ),
    (
        "radiotherapy-day-by-day",
        "Mask",
        "If you need a mask: ask to see it first, and ask for music. They said yes to both.",
        "",
        28 * HOUR,
    ),
    (
        "radiotherapy-day-by-day",
        "Sore",
        "Which cream do you all use? My skin is very sore and I have three weeks to go.",
        "sore@example.org",
        36 * HOUR,
    ),
    (
        "radiotherapy-day-by-day",
        "Grandpa Jo",
        "My grandson asked whether I glow in the dark now. I told him only on Tuesdays.",
        "",
        48 * HOUR,
    ),
    (
        "radiotherapy-day-by-day",
        "Tall one",
        "A small thing: the page says “the table moves”. It moves very little. I had lain awake over that.",
        "",
        64 * HOUR,
    ),
    (
        "going-back-to-work",
        "Office Plant",
        "I went back for two mornings a week. My desk plant had died and that was what made me cry.",
        "",
        15 * HOUR,
    ),
    (
        "going-back-to-work",
        "Small Firm",
        "There are four of us in the workshop. Is there anything here for very small firms? My boss means well and has no idea.",
        "small.firm@example.org",
        30 * HOUR,
    ),
    (
        "going-back-to-work",
        "Chalk",
        "I teach. The children asked what the grown-ups did not dare to ask, and it was easier to answer.",
        "",
        42 * HOUR,
    ),
    (
        "going-back-to-work",
        "Anon, payroll",
        "Susan Applegarth in our personnel office told the whole floor about my illness. People should know what she is like.",
        "",
        66 * HOUR,
    ),
    (
        "eating-when-food-has-no-taste",
        "Cold Peaches",
        "Tinned peaches straight from the fridge. I do not know why, but they tasted of peaches.",
        "",
        17 * HOUR,
    ),
    (
        "eating-when-food-has-no-taste",
        "Cook's night off",
        "I used to cook for forty people. Now my daughter cooks and I say “lovely” to cardboard. She knows. We laugh about it.",
        "",
        27 * HOUR,
    ),
    (
        "eating-when-food-has-no-taste",
        "Plastic Spoon",
        "Plastic cutlery took away the taste of metal for me. Perhaps it helps somebody.",
        "",
        39 * HOUR,
    ),
    (
        "eating-when-food-has-no-taste",
        "Careful",
        "I have lost a lot of weight since the summer and my trousers fall down. When is it too much?",
        "careful@example.org",
        57 * HOUR,
    ),
    (
        "sleep-and-the-night-hours",
        "World Service",
        "The radio, very low, in a language that I do not speak. It is company and I cannot follow the news.",
        "",
        18 * HOUR,
    ),
    (
        "sleep-and-the-night-hours",
        "Owl",
        "Three in the morning is when I write letters that I do not send. It empties the head.",
        "",
        37 * HOUR,
    ),
    (
        "sleep-and-the-night-hours",
        "Room 2",
        "How do you all manage with the drip stand and one toilet? A serious question.",
        "",
        68 * HOUR,
    ),
    (
        "when-someone-you-love-has-cancer",
        "The other half",
        "Everybody asks how she is. You asked how I am. I had to put the telephone down for a minute.",
        "",
        21 * HOUR,
    ),
    (
        "when-someone-you-love-has-cancer",
        "Flatmate",
        "I am only the flatmate, so nobody tells me anything. May I ask the team questions if she says yes?",
        "flatmate@example.org",
        45 * HOUR,
    ),
    (
        "when-someone-you-love-has-cancer",
        "Soup Rota",
        "We made a rota for soup. In the end she said: less soup, more gossip. So that is what we bring.",
        "",
        72 * HOUR,
    ),
]

WAITING = [*AT_RISK, *SPAM, *QUEUE]

# the page, what becomes of comments there and below it
RULES = [
    ("understanding-your-biopsy-report", "closed"),
    ("three-questions", "hidden"),  # asks for answers of another kind
    ("our-reading-group", "hidden"),
]

"""The ten books of the demo shelf: facts from the supplied list, blurbs in our own words.

``isbn`` is empty where the edition is not certain; ``rating_count`` stands without a value or a source.
"""

BOOKS = [
    {
        "title": "When Breath Becomes Air",
        "subtitle": "",
        "authors": ["Paul Kalanithi"],
        "rating_count": 614948,
        "rating_source": "",
        "rating_url": "",
        "rating_as_of": None,
        "tags": ["Medicine", "Cancer", "Biography", "Health"],
        "blurb": (
            "A memoir by a doctor who was close to the end of his training as a brain surgeon when he was told that he had "
            "advanced lung cancer. He writes about medicine, literature, marriage and becoming a father while ill. He died "
            "before the book was finished; his wife, also a doctor, wrote its last part."
        ),
        "cover": "cover-when-breath-becomes-air",
        "cover_alt": "A drawn stand-in for the cover of When Breath Becomes Air",
        "publisher": "Random House",
        "year": 2016,
        "isbn": "9780812988406",
    },
    {
        "title": "Cancer Vixen",
        "subtitle": "A True Story",
        "authors": ["Marisa Acocella Marchetto"],
        "rating_count": 1511,
        "rating_source": "",
        "rating_url": "",
        "rating_as_of": None,
        "tags": ["Cancer", "Health", "Memoir", "Graphic Novel"],
        "blurb": (
            "A memoir told in colour comics by a New York cartoonist who finds a lump in her breast shortly before her wedding. "
            "It follows eleven months of tests, surgery, chemotherapy and radiotherapy, and draws the scans, the waiting "
            "rooms, the side effects and the family telephone calls with a good deal of humour."
        ),
        "cover": "cover-cancer-vixen",
        "cover_alt": "A drawn stand-in for the cover of Cancer Vixen",
        "publisher": "Alfred A. Knopf",
        "year": 2006,
        "isbn": "",
    },
    {
        "title": "Living with Cancer",
        "subtitle": "A Step-by-Step Guide for Coping Medically and Emotionally with a Serious Diagnosis",
        "authors": ["Vicki A. Jackson", "David P. Ryan", "Michelle D. Seaton"],
        "rating_count": 39,
        "rating_source": "",
        "rating_url": "",
        "rating_as_of": None,
        "tags": ["Cancer", "Health", "Medicine", "Self-help"],
        "blurb": (
            "A practical handbook by a palliative care doctor and a cancer doctor, written with a medical writer. It explains "
            "tests, treatment, side effects and prognosis in everyday words, and uses patients’ stories to show how people "
            "manage symptoms, talk with their team and look after their feelings at each step."
        ),
        "cover": "cover-living-with-cancer",
        "cover_alt": "A drawn stand-in for the cover of Living with Cancer",
        "publisher": "Johns Hopkins University Press",
        "year": 2017,
        "isbn": "9781421422336",
    },
    {
        "title": "It’s Not About the Bike",
        "subtitle": "My Journey Back to Life",
        "authors": ["Lance Armstrong", "Sally Jenkins"],
        "rating_count": 40569,
        "rating_source": "",
        "rating_url": "",
        "rating_as_of": None,
        "tags": ["Biography", "Cancer", "Health"],
        "blurb": (
            "A racing cyclist’s account of testicular cancer that had spread to his lungs and brain, of the surgery and "
            "chemotherapy that followed, and of his return to sport. It appeared in 2000. He later lost his Tour de France "
            "titles for doping, so the racing chapters need to be read with care."
        ),
        "cover": "cover-its-not-about-the-bike",
        "cover_alt": "A drawn stand-in for the cover of It’s Not About the Bike",
        "publisher": "G. P. Putnam’s Sons",
        "year": 2000,
        "isbn": "9780399146114",
    },
    {
        "title": "Tiny Beautiful Things",
        "subtitle": "Advice on Love and Life from Dear Sugar",
        "authors": ["Cheryl Strayed"],
        "rating_count": 109068,
        "rating_source": "",
        "rating_url": "",
        "rating_as_of": None,
        "tags": ["Life and Personal Development", "Self-help", "Advice"],
        "blurb": (
            "A collection from an online advice column that the author first wrote without giving her name. Readers’ letters "
            "about grief, illness, love, money and family are printed with her long replies, which draw on her own life. It is "
            "not a book about cancer, and some letters deal with painful events."
        ),
        "cover": "cover-tiny-beautiful-things",
        "cover_alt": "A drawn stand-in for the cover of Tiny Beautiful Things",
        "publisher": "Vintage",
        "year": 2012,
        "isbn": "",
    },
    {
        "title": "The Resilience Factor",
        "subtitle": "7 Keys to Finding Your Inner Strength and Overcoming Life’s Hurdles",
        "authors": ["Karen Reivich", "Andrew Shatté"],
        "rating_count": 719,
        "rating_source": "",
        "rating_url": "",
        "rating_as_of": None,
        "tags": ["Life and Personal Development", "Psychology", "Resilience"],
        "blurb": (
            "Two psychologists describe seven skills, based on the methods of cognitive therapy, for noticing how thoughts "
            "shape the way we meet a setback. The book has a questionnaire, worked examples and exercises for work, family and "
            "personal life. It is about everyday coping rather than illness in particular."
        ),
        "cover": "cover-the-resilience-factor",
        "cover_alt": "A drawn stand-in for the cover of The Resilience Factor",
        "publisher": "Broadway Books",
        "year": 2002,
        "isbn": "",
    },
    {
        "title": "Peace Is Every Step",
        "subtitle": "The Path of Mindfulness in Everyday Life",
        "authors": ["Thich Nhat Hanh"],
        "rating_count": 266,
        "rating_source": "",
        "rating_url": "",
        "rating_as_of": None,
        "tags": ["Life and Personal Development", "Mindfulness", "Buddhism", "Health"],
        "blurb": (
            "Short chapters by a Vietnamese Buddhist monk on paying attention to ordinary moments: breathing, walking, washing "
            "the dishes, answering the telephone. Three parts move from the breath to difficult feelings, and then to our ties "
            "with other people and the natural world. Each chapter can be read on its own."
        ),
        "cover": "cover-peace-is-every-step",
        "cover_alt": "A drawn stand-in for the cover of Peace Is Every Step",
        "publisher": "Bantam Books",
        "year": 1991,
        "isbn": "",
    },
    {
        "title": "Being Mortal",
        "subtitle": "Medicine and What Matters in the End",
        "authors": ["Atul Gawande"],
        "rating_count": 180322,
        "rating_source": "",
        "rating_url": "",
        "rating_as_of": None,
        "tags": ["Health", "Medicine", "End-of-Life Care"],
        "blurb": (
            "A surgeon looks at how medicine cares for people who are old, frail or near the end of life, and where it falls "
            "short. Through patients’ stories, and that of his own father, he describes nursing homes, hospice care and the "
            "conversations that help people to say what matters most to them."
        ),
        "cover": "cover-being-mortal",
        "cover_alt": "A drawn stand-in for the cover of Being Mortal",
        "publisher": "Metropolitan Books",
        "year": 2014,
        "isbn": "",
    },
    {
        "title": "A New Earth",
        "subtitle": "Awakening to Your Life’s Purpose",
        "authors": ["Eckhart Tolle"],
        "rating_count": 194092,
        "rating_source": "",
        "rating_url": "",
        "rating_as_of": None,
        "tags": ["Life and Personal Development", "Spirituality", "Self-help"],
        "blurb": (
            "A spiritual book about the ego, attention and living in the present moment, by the author of The Power of Now. It "
            "argues that much unhappiness comes from being caught up in our own thoughts, and draws on several religious "
            "traditions. It is a book of ideas and gives no medical guidance."
        ),
        "cover": "cover-a-new-earth",
        "cover_alt": "A drawn stand-in for the cover of A New Earth",
        "publisher": "Dutton",
        "year": 2005,
        "isbn": "",
    },
    {
        "title": "Option B",
        "subtitle": "Facing Adversity, Building Resilience, and Finding Joy",
        "authors": ["Sheryl Sandberg", "Adam Grant"],
        "rating_count": 53208,
        "rating_source": "",
        "rating_url": "",
        "rating_as_of": None,
        "tags": ["Life and Personal Development", "Psychology", "Resilience"],
        "blurb": (
            "A business leader writes, with a psychologist, about the months after her husband’s sudden death. Her own story is "
            "set beside research on grief and resilience, and beside other people’s experience of illness, loss and violence. "
            "Several chapters are about what friends, colleagues and employers can do to help."
        ),
        "cover": "cover-option-b",
        "cover_alt": "A drawn stand-in for the cover of Option B",
        "publisher": "Alfred A. Knopf",
        "year": 2017,
        "isbn": "9781524732684",
    },
]

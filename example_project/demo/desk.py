"""What stands on the library desk of the demo: searches that found nothing, and answers of readers."""

from datetime import timedelta

from django.utils import timezone

from beatcancer_wagtail.models import FailedSearch, FeedbackAnswer

# words, kind ("" is everything), how often, first and last so many days ago
SEARCHES = [
    ("hair loss", "", 41, 210, 1),
    ("lymphoedema sleeve", "resources", 17, 160, 3),
    ("travel insurance", "", 12, 95, 2),
    ("yoga online", "events", 9, 60, 6),
    ("fertility after treatment", "resources", 8, 140, 11),
    ("ca-125 normal range", "", 6, 88, 20),
    ("wig", "", 5, 33, 4),
    ("blue badge", "resources", 3, 50, 31),
    ("mindfulness", "events", 2, 19, 19),
    ("keto", "", 1, 8, 8),
]

# the article, whether it was helpful, what the reader wrote, so many days ago
ANSWERS = [
    ("what-is-metastasis", True, "The drawing of the common sites. I could show it to my sister.", 1),
    ("what-is-metastasis", True, "", 2),
    ("what-is-metastasis", False, "What does it mean for the scan every three months? I could not find that.", 3),
    ("what-is-metastasis", True, "", 5),
    ("what-is-metastasis", True, "That it says who to ring at night.", 9),
    ("living-with-tiredness", True, "Somebody finally says that resting does not always help.", 2),
    ("living-with-tiredness", False, "", 6),
    ("living-with-tiredness", True, "", 12),
    ("going-back-to-work", False, "My employer is very small. Nothing here for that.", 4),
    ("going-back-to-work", True, "", 25),
    ("eating-when-food-has-no-taste", True, "The list of soft foods is on our fridge.", 7),
    ("radiotherapy-day-by-day", True, "", 15),
]


def load_desk(demo) -> None:
    """Put them there, dated back from today. ``demo`` knows the pages by their slugs."""
    now = timezone.now()
    for words, kind, times, first, last in SEARCHES:
        search = FailedSearch.objects.create(
            words=words, kind=kind, times=times, last_at=now - timedelta(days=last, hours=times % 9)
        )
        FailedSearch.objects.filter(pk=search.pk).update(first_at=now - timedelta(days=first))
    for number, (slug, helpful, text, days) in enumerate(ANSWERS):
        page = demo.pages[slug]
        page.refresh_from_db()
        answer = FeedbackAnswer.objects.create(
            page_id=page.pk, revision_id=page.live_revision_id, helpful=helpful, text=text
        )
        FeedbackAnswer.objects.filter(pk=answer.pk).update(created_at=now - timedelta(days=days, hours=number % 7))
    demo.say(f"{len(SEARCHES)} searches and {len(ANSWERS)} answers on the desk")

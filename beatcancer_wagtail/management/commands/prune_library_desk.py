from django.core.management import BaseCommand
from django.utils.translation import ngettext

from beatcancer_wagtail.feedback.answers import erase_senders, prune_answers
from beatcancer_wagtail.searches import prune_failed_searches


class Command(BaseCommand):
    help = "Drops searches and answers that the library desk has kept long enough, and what could tell who answered."

    def handle(self, *args, **options):
        searches, answers, senders = prune_failed_searches(), prune_answers(), erase_senders()
        for text in (
            ngettext(
                "%d search that found nothing was dropped.", "%d searches that found nothing were dropped.", searches
            )
            % searches,
            ngettext("%d answer of a reader was dropped.", "%d answers of readers were dropped.", answers) % answers,
            ngettext("%d answer is anonymous now.", "%d answers are anonymous now.", senders) % senders,
        ):
            self.stdout.write(text)

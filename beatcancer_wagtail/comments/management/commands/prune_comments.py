from django.core.management import BaseCommand
from django.utils.translation import ngettext

from beatcancer_wagtail.comments.limits import forget_senders
from beatcancer_wagtail.comments.mail import forget_addresses, tell_waiting_writers
from beatcancer_wagtail.comments.management.erasing import erase_each
from beatcancer_wagtail.comments.models import Comment


class Command(BaseCommand):
    help = (
        "Erases comments that have been kept long enough and what could tell who wrote, and tries mails to writers again"
        " that could not be sent. To be run every day."
    )

    def handle(self, *args, **options):
        # In this order: an address that has waited for a week gets its last chance first.
        erased, anonymous, told, forgotten = (
            erase_each(Comment.objects.due()),
            forget_senders(),
            tell_waiting_writers(),
            forget_addresses(),
        )
        for text in (
            ngettext("%d comment was erased.", "%d comments were erased.", erased) % erased,
            ngettext("%d comment is anonymous now.", "%d comments are anonymous now.", anonymous) % anonymous,
            ngettext("%d writer was told.", "%d writers were told.", told) % told,
            ngettext("%d e-mail address was erased.", "%d e-mail addresses were erased.", forgotten) % forgotten,
        ):
            self.stdout.write(text)

from django.core.management import BaseCommand, CommandError
from django.utils.translation import ngettext

from beatcancer_wagtail.comments.mail import send_digest


class Command(BaseCommand):
    help = "Tells the moderators of each site by e-mail how many comments wait. Where none waits nothing is sent."

    def handle(self, *args, **options):
        digests = send_digest()
        text = ngettext("%d digest was sent.", "%d digests were sent.", digests.sent)
        self.stdout.write(text % digests.sent)
        if digests.unnamed:
            self.stderr.write("Comments wait on a site whose settings name no moderator.")
        if digests.failed:
            raise CommandError("A digest could not be sent; the log says why.")

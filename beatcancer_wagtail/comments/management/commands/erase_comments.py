from datetime import timedelta

from django.core.management import BaseCommand, CommandError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import ngettext

from beatcancer_wagtail.comments.management.erasing import erase_each
from beatcancer_wagtail.comments.management.personal_options import EMAIL_HELP, asked_email
from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.comments.personal import comments_of


class Command(BaseCommand):
    help = (
        "Erases comments: those of one person, those older than some days, or those that are both. Comments that others"
        " have replied to keep an empty place. Each erasure stands in Wagtail's audit log."
    )

    def add_arguments(self, parser):
        parser.add_argument("--email", help=EMAIL_HELP)
        parser.add_argument("--older-than", type=int, metavar="DAYS", help="also replies of your team")
        parser.add_argument("--dry-run", action="store_true", help="only say how many")

    def handle(self, *, email=None, older_than=None, dry_run=False, **options):
        comments = self.chosen(asked_email(email), older_than)
        if dry_run:
            number = comments.count()
            text = ngettext("%d comment would be erased.", "%d comments would be erased.", number)
        else:
            number = erase_each(comments)
            text = ngettext("%d comment was erased.", "%d comments were erased.", number)
        self.stdout.write(text % number)

    def chosen(self, email: str | None, days: int | None) -> QuerySet[Comment]:
        if email is None and days is None:
            raise CommandError("Say which: --email, --older-than, or both.")
        if email is not None and "@" not in email:
            raise CommandError("That is no e-mail address.")
        if days is not None and days < 0:
            raise CommandError("--older-than takes a number of days, 0 or more.")
        comments = Comment.objects.filter(erased_at=None)
        if email is not None:
            comments = comments & comments_of(email)
        if days is not None:
            comments = comments.filter(created_at__lt=timezone.now() - timedelta(days=days))
        return comments

"""What a site may listen to. Each is sent once the change is in the database, with ``comment`` and ``user`` (or None).

Those of a decision also say in ``was`` which status it had. A receiver that fails is logged and stops nothing. ``comment_erased`` has ``comment_id`` and ``page_id`` instead of a
comment.
"""

from django.dispatch import Signal

comment_submitted = Signal()
comment_approved = Signal()
comment_rejected = Signal()
comment_marked_spam = Signal()
comment_redacted = Signal()
comment_replied = Signal()
comment_erased = Signal()

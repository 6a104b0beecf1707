from beatcancer_wagtail.comments.models.comment import Comment
from beatcancer_wagtail.comments.models.replies import CannedReply
from beatcancer_wagtail.comments.models.rules import PageRule
from beatcancer_wagtail.comments.models.site_settings import CommentSettings

__all__ = ["CannedReply", "Comment", "CommentSettings", "PageRule"]

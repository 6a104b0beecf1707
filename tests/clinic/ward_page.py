from beatcancer_wagtail.comments.commentable import Commentable


class CommentedPage(Commentable):
    """Put it before Page: class WardPage(CommentedPage, Page)."""

class Commentable:
    """Marks a page class that takes comments. Articles do without it.

    Its template shows them with ``{% load beatcancer_comments %}`` and ``{% bc_comments page %}``.
    """

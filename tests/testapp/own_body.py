from beatcancer_wagtail.blocks import ArticleBodyBlock


class OwnBody(ArticleBodyBlock):
    """A body that nothing but the setting names."""

"""The page beside the comment that a moderator reviews."""

from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.comments.permissions import ModeratorMixin


class ArticleView(ModeratorMixin, TemplateView):
    """For a frame of ours: the page as readers see it, or its draft for those who may edit it."""

    http_method_names = ["get", "head"]
    template_name = "beatcancer_comments/admin/no_article.html"

    def get(self, request, pk):
        page = get_object_or_404(Comment.objects.select_related("page"), pk=pk).page
        shown = self.version_for(page.specific, request)
        if shown is None or not shown.preview_modes:
            response = self.render_to_response({"page": page})
        else:
            response = shown.make_preview_request(request, shown.default_preview_mode)
        response["X-Frame-Options"] = "SAMEORIGIN"
        response["Cache-Control"] = "private, no-store"
        return response

    def version_for(self, page, request):
        rights = page.permissions_for_user(request.user)
        if rights.can_edit() or rights.can_publish():
            return page if page.live else page.get_latest_revision_as_object()
        may_read = page.live and all(limit.accept_request(request) for limit in page.get_view_restrictions())
        return page if may_read else None

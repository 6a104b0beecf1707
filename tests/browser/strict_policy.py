"""The strictest Content-Security-Policy that a site can set, on every public page."""

POLICY = "default-src 'self'"


class StrictPolicyMiddleware:
    """Wagtail's own admin needs more than this policy allows, so it is left out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not request.path.startswith("/admin/"):
            response["Content-Security-Policy"] = POLICY
        return response

"""Two steps: yes or no, then a few words if the reader likes. No session, no cookie, no JavaScript."""

from collections.abc import Callable
from functools import wraps

from django.core.signing import BadSignature, SignatureExpired
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.models import Page

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.feedback.answers import TooManyAnswers, add_words, give_answer
from beatcancer_wagtail.feedback.forms import AnswerForm, WordsForm
from beatcancer_wagtail.feedback.tokens import answer_token, read_answer_token, read_page_token
from beatcancer_wagtail.models import FeedbackAnswer
from beatcancer_wagtail.reader_posts import (
    Refused,
    page_for_readers,
    refuse_strange_forms,
    render_for_readers,
    see_other,
)
from beatcancer_wagtail.senders import sender_of

MOST_BYTES = 16 * 1024  # 1,000 characters, each of them escaped, and the fields around them
TEMPLATE, REFUSAL_TEMPLATE = "beatcancer_wagtail/feedback.html", "beatcancer_wagtail/feedback_refused.html"


def feedback_view(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What both steps have in common. A signed token stands for the CSRF cookie, which would spoil every cache."""

    @sensitive_post_parameters()  # nobody is sent what a reader wrote when something fails
    @csrf_exempt
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, **kwargs) -> HttpResponse:
        if not library_settings().FEEDBACK:
            raise Http404
        try:
            if request.method == "POST":
                refuse_strange_forms(request, MOST_BYTES)
            response = view(request, **kwargs)
        except Refused as refused:
            response = _render(request, REFUSAL_TEMPLATE, refused.page, {"why": refused.why}, refused.status)
            for name, value in refused.headers.items():
                response[name.replace("_", "-")] = value
        response["X-Robots-Tag"] = "noindex"
        response["Referrer-Policy"] = "same-origin"  # the address names the answer
        return response

    return guarded


@feedback_view
def answer(request: HttpRequest) -> HttpResponse:
    """Take yes or no from the form below an article, then ask for words."""
    if request.method != "POST":
        raise Refused(405, _("Answers are given with the buttons at the end of an article."), Allow="POST")
    form = AnswerForm(request.POST)
    if not form.is_valid():
        raise Refused(400, _("The form came incomplete. Please open the article again and answer there."))
    try:
        page_id, revision_id = read_page_token(form.cleaned_data["token"])
    except BadSignature:
        raise Refused(400, _("This form is not one of ours. Please open the article again and answer there.")) from None
    page = page_for_readers(request, page_id)
    if form.cleaned_data["website"]:
        return redirect(page.get_url(request))
    try:
        given = give_answer(page, revision_id, helpful=form.cleaned_data["helpful"] == "yes", sender=sender_of(request))
    except TooManyAnswers:
        why = _("Many answers have come in the last hour, and we cannot take more just now. Please try again later.")
        raise Refused(429, why, page=page, Retry_After="3600") from None
    except FeedbackAnswer.DoesNotExist:  # the page was deleted meanwhile
        raise Http404 from None
    return see_other("beatcancer_wagtail:feedback_words", answer_token(given))


@feedback_view
def words(request: HttpRequest, token: str) -> HttpResponse:
    """Say thank you, and take the words that a reader may add within a day."""
    try:
        given = FeedbackAnswer.objects.get(pk=read_answer_token(token))
    except SignatureExpired:
        raise Refused(410, _("This form is more than a day old. Please open the article again.")) from None
    except (BadSignature, FeedbackAnswer.DoesNotExist):
        raise Refused(400, _("This form is not one of ours. Please open the article again.")) from None
    page = page_for_readers(request, given.page_id)
    form = WordsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if not form.cleaned_data["website"]:
            add_words(given, form.cleaned_data["text"])
        response = see_other("beatcancer_wagtail:feedback_words", token)
        response["Location"] += "?sent"
        return response
    context = {"form": form, "answer": given, "sent": "sent" in request.GET and not form.is_bound}
    return _render(request, TEMPLATE, page, context, 422 if form.is_bound else 200)


def _render(request: HttpRequest, template: str, page: Page | None, context: dict, status: int) -> HttpResponse:
    shown = {"article": page, "article_url": page.get_url(request) if page else "", **context}
    return render_for_readers(request, template, page, shown, status=status)

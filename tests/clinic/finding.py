from beatcancer_wagtail.resources import public_resources, site_path
from beatcancer_wagtail.search.query import find


def best_ten(request, words):
    records = public_resources().filter(url_path__startswith=site_path(request=request))
    return find(records, words, start=0, stop=10)  # .total, and .ids with the best match first

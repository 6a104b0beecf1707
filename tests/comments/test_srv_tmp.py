import time, pytest
from tests.builders import *
from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.comments.thread import Thread
from django.db import connection
@pytest.mark.django_db
def test_speed():
    a = make_article()
    Comment.objects.bulk_create(Comment(page_id=a.pk, name="x", text="y"*500, status="approved") for i in range(200))
    import cProfile, pstats
    Thread(a).total
    def best(f):
        r = 9
        for _ in range(7):
            t = time.perf_counter(); f(); r = min(r, time.perf_counter()-t)
        return round(r*1000, 2)
    print("ms whole", best(lambda: Thread(a).comments))
    from django.test.utils import CaptureQueriesContext
    with CaptureQueriesContext(connection) as c: Thread(a).comments
    sql = c.captured_queries[0]["sql"]; print(sql)
    def raw():
        with connection.cursor() as cur: cur.execute(sql.replace("%","%%")); cur.fetchall()
    print("ms raw", best(raw))
    print("ms plain", best(lambda: list(Comment.objects.filter(page_id=a.pk, status="approved")[:20])))
    p = cProfile.Profile(); p.enable(); [Thread(a).comments for _ in range(20)]; p.disable()
    pstats.Stats(p).sort_stats("cumtime").print_stats(22)

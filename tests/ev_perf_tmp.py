import datetime, time, uuid, pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.builders import *
pytestmark=pytest.mark.django_db
def grow(l, n, future):
    from beatcancer_wagtail.events.models import EventDate, EventPage
    from wagtail.models import Page
    e=make_event(l,tags=["A"]); 
    pages=[]
    base=Page.objects.get(pk=e.pk)
    for i in range(n):
        slug=f"s{i}"
        step=Page._int2str(i+2).rjust(4,"0")
        pages.append(Page(path=l.path+step,depth=l.depth+1,title=slug,draft_title=slug,slug=slug,url_path=l.url_path+slug+"/",content_type_id=base.content_type_id,locale_id=base.locale_id,translation_key=uuid.uuid4(),live=True))
    Page.objects.bulk_create(pages,batch_size=500)
    cols=[f.column for f in EventPage._meta.local_concrete_fields if f.column!="page_ptr_id"]
    q=connection.ops.quote_name
    with connection.cursor() as c:
        c.execute(f"INSERT INTO beatcancer_events_eventpage (page_ptr_id,{','.join(map(q,cols))}) SELECT p.id,{','.join('e.'+q(x) for x in cols)} FROM wagtailcore_page p, beatcancer_events_eventpage e WHERE e.page_ptr_id=%s AND p.path > %s AND p.path LIKE %s", [e.pk, base.path, l.path+"%"])
    now=timezone.now(); rows=[]
    for i,p in enumerate(Page.objects.filter(path__gt=base.path, path__startswith=l.path).order_by("path")):
        d=(now+datetime.timedelta(hours=i%20000+1 if future else -(i%20000)-5))
        for k in range(2):
            dd=d+datetime.timedelta(days=7*k if future else -7*k)
            rows.append(EventDate(event_id=p.pk,start_date=dd.date(),start_time=dd.time().replace(tzinfo=None),end_time=dd.time(),starts_at=dd,ends_at=dd+datetime.timedelta(hours=1)))
    EventDate.objects.bulk_create(rows,batch_size=500)
    from beatcancer_wagtail.models import ResourceTag
    tag=ResourceTag.objects.first().tag
    ResourceTag.objects.bulk_create([ResourceTag(tag=tag,content_object_id=p.pk) for p in Page.objects.filter(path__gt=base.path, path__startswith=l.path)],batch_size=500)
@pytest.mark.parametrize("future",[True,False])
def test_it(client,future):
    l=make_event_listing()
    def t(label):
      for u in ("","?when=past","?mode=online","?tag=a","?page=400","ics/","s1/"):
        client.get(l.url+u)
        best=9
        for _ in range(3):
            a=time.perf_counter(); r=client.get(l.url+u); best=min(best,time.perf_counter()-a)
        with CaptureQueriesContext(connection) as cap: client.get(l.url+u)
        slow=sorted(((float(q["time"]),q["sql"]) for q in cap.captured_queries),reverse=True)[:3]
        print(label,u,r.status_code,round(best*1000),"ms",[(x,y[:60]) for x,y in slow])
        if label=="10000" and slow[0][0]>0.03: print("   ",slow[0][1])
    grow(l,30,future); t("30")
    l2=make_event_listing(title="Big",slug="big"); l=l2; grow(l,10000,future)
    with connection.cursor() as c: c.execute("ANALYZE")
    t("10000")

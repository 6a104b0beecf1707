import datetime, time, icalendar, pytest
from django.urls import reverse
from tests.builders import *
from tests.events.test_editing import *
from tests.events.test_editing import create, JULY, editor
pytestmark = pytest.mark.django_db
D=datetime.date
@pytest.mark.parametrize("d,z",[("9999-12-31","Europe/London"),("0001-01-01","Asia/Tokyo"),("0202-07-03","Europe/London"),("2999-07-03","Europe/London")])
@pytest.mark.parametrize("action",["","publish"])
@pytest.mark.parametrize("alld",["","on"])
def test_years(editor, d, z, action, alld):
    t=time.time()
    extra={"all_day":"on"} if alld else {}
    a=create(editor,{**JULY,"start_date":d},action=action,time_zone=z,**extra)
    print(d,action,alld,a.status_code,round(time.time()-t,1))
    if action and a.status_code==302:
        t=time.time(); e=EventPage.objects.get(); r=editor.get(e.url+"ics/"); print("   ics",r.status_code,len(r.content),round(time.time()-t,1)); r=editor.get(e.url); print("  page",r.status_code)
NASTY=["a,b;c\\d\"e:f","line\r\nATTACH:http://x\nfoo\rBEGIN:VEVENT","ctl\x07\x0b\x0c\x1b\x7f\x85\u2028\u2029x","emoji 👩‍⚕️"*30,"rtl \u202eabc","^n^' %s","END:VCALENDAR\r\nBEGIN:VCALENDAR"]
@pytest.mark.parametrize("t",NASTY)
def test_nasty(client,t):
    e=make_event(title=t,summary=t,venue=t,address=t,access_notes=t,status_note=t,status="moved_online",mode="mixed",dates=[event_date(3),event_date(9,status="cancelled")])
    c=client.get(e.url+"ics/").content
    cal=icalendar.Calendar.from_ical(c)
    assert len(cal.events)==2
    bad=[l for l in c.split(b"\r\n") if any(b<32 and b!=9 or b==127 for b in l)]
    print(repr(t[:30]), "bad lines", bad[:3], max(len(l) for l in c.split(b"\r\n")), repr(str(cal.events[0]["SUMMARY"])[:60]))
    for l in c.split(b"\r\n"): l.decode()
def test_tz_default(editor, settings):
    settings.TIME_ZONE="US/Eastern"
    data=page_form(editor, create_url(EventPage, home_page())); print(data["time_zone"])

"""Pages of our own in many skins: each holds the same content, of which no word may be lost, among the same boilerplate."""

from __future__ import annotations

import re

LEAD = "Larch tea is a mild herbal drink that some people take for a sore throat, and this page says how much of it is too much."
DOSES = [
    "Adults may take 250 ml three times a day, never more than 1.5 g of dried needles in one cup.",
    "Children of 6 to 12 years: 5 mg/kg, at most 80 mg.",
    "Stop at once if you feel a racing heart, and call your doctor on the same day.",
]
SIGNS = ["dry mouth", "itching of the palms", "a heart beat above 110"]
TABLE = [("Weight", "Dose"), ("40 kg", "10 mg"), ("60 kg", "15 mg"), ("80 kg", "20 mg")]
HIDDEN = "Kept in a closed panel, the tea keeps its strength for 18 months below 25 degrees."
LOOSE = "Loose words stand here without any element, 3 drops at night,"
LAST = "The needles were weighed in 2 trials with 314 people, of whom 12 had mild side effects."
CONTENT = " ".join([LEAD, *DOSES, *SIGNS, *(word for row in TABLE for word in row), HIDDEN, LOOSE, LAST])

NAV = '<a href="/a">Zaphome</a> <a href="/b">Zapnews</a> <a href="/c">Zapshop</a> <a href="/d">Zapcontact</a>'
FOOT = '<p>© 2031 Zapfoot Ltd. <a href="/i">Zapimprint</a> <a href="/p">Zapprivacy</a></p>'
RELATED = (
    "<h3>Related articles</h3><ul>"
    + "".join(f'<li><a href="/r{n}">Zaprelated story {n}</a></li>' for n in range(4))
    + "</ul>"
)
SHARE = '<a href="https://x.example/1">Zapshare</a><a href="https://x.example/2">Zaptweet</a><a href="https://x.example/3">Zappin</a>'
LETTER = '<form action="/s"><p>Zapnewsletter every week</p><input name="email"><button>Zapsign</button></form>'
COOKIE = '<div class="cookie-banner" role="dialog"><p>Zapcookies make this site better for you, please accept them all.</p><button>Zapaccept</button></div>'


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def table(rows=TABLE) -> str:
    head, *rest = rows
    return (
        "<table><tr>" + "".join(f"<th>{cell}</th>" for cell in head) + "</tr>"
        + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rest) + "</table>"
    )  # fmt: skip


def items() -> str:
    return "<ul>" + "".join(f"<li>{sign}</li>" for sign in SIGNS) + "</ul>"


def doses(tag: str = "p") -> str:
    return "".join(f"<{tag}>{dose}</{tag}>" for dose in DOSES)


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Larch tea</title>{head}</head><body>{body}</body></html>".encode()


def plain_parts() -> str:
    return f"<p>{LEAD}</p><h2>Doses</h2>{doses()}{table()}<h2>Signs</h2>{items()}<div>{LOOSE}</div><p>{HIDDEN}</p><p>{LAST}</p>"


SKINS = {
    "semantic": f"<header><nav>{NAV}</nav></header><main><article><h1>Larch tea</h1>{plain_parts()}</article></main><aside>{RELATED}</aside><footer>{FOOT}</footer>{COOKIE}",
    "div soup": f'<div id="top"><div class="navbar">{NAV}</div></div><div id="wrap"><div class="c1"><h1>Larch tea</h1><div><div>{LEAD}</div></div>'
    f'<div class="x"><div>{"</div><div>".join(DOSES)}</div></div><div>{table()}</div><div>{items()}</div><div>{LOOSE}</div><div>{HIDDEN}</div><div>{LAST}</div></div>'
    f'<div class="sidebar">{RELATED}</div></div><div class="footer">{FOOT}</div>',
    "layout tables": f'<table width="100%"><tr><td colspan=3>{NAV}</td></tr><tr><td width=120><ul><li><a href="/1">Zapone</a><li><a href="/2">Zaptwo</a><li><a href="/3">Zapthree</a></ul></td>'
    f"<td><font size=4>Larch tea</font><br>{LEAD}<br><br>{'<br>'.join(DOSES)}<br>{table()}{items()}{LOOSE}<br>{HIDDEN}<p>{LAST}</td><td></td></tr><tr><td colspan=3>{FOOT}</td></tr></table>",
    "sections outside main": f"<nav>{NAV}</nav><main><h1>Larch tea</h1><p>{LEAD}</p>{doses()}</main><section><h2>Table</h2>{table()}</section>"
    f"<section><h2>Signs</h2>{items()}<p>{LOOSE}</p></section><section><p>{HIDDEN}</p><p>{LAST}</p></section><footer>{FOOT}</footer>",
    "text outside tags": f"<div class=nav>{NAV}</div><h1>Larch tea</h1>{LEAD}<br>{'<br>'.join(DOSES)}<h2>Table</h2>{table()}{items()}{LOOSE}<br><br>{HIDDEN}<hr>{LAST}<div id=footer>{FOOT}</div>",
    "beside an iframe": f"<main><h1>Larch tea</h1><div>{LEAD}<iframe src='https://www.youtube.com/embed/abc'></iframe>{LOOSE}</div><p>{DOSES[0]}<iframe src='https://v.example/1'></iframe></p>"
    f"<figure><iframe src='https://v.example/2'></iframe><figcaption>{DOSES[1]}</figcaption></figure><div><iframe src='https://v.example/3'></iframe><p>{DOSES[2]}</p></div>{table()}{items()}<p>{HIDDEN}</p><p>{LAST}</p></main>",
    "tabs": f"<div class=page><ul class=menu>{NAV}</ul><h1>Larch tea</h1><p>{LEAD}</p><div class=tabs><ul role=tablist><li role=tab><a href='#t1'>Taking it</a><li role=tab><a href='#t2'>Keeping it</a></ul>"
    f"<div role=tabpanel id=t1>{doses()}{items()}</div><div role=tabpanel id=t2 hidden aria-hidden=true style='display:none'><p>{HIDDEN}</p>{table()}{LOOSE}<p>{LAST}</p></div></div></div>",
    "accordion": f"<main><h1>Larch tea</h1><p>{LEAD}</p><div class=accordion><h3><button aria-expanded=false aria-controls=a1>Doses</button></h3><div id=a1 hidden>{doses()}</div>"
    f"<button class='accordion-button collapsed' data-bs-target='#a2'>Table</button><div id=a2 class=collapse style='display: none'>{table()}{items()}</div><div class=toggle><div class=title>Keeping</div><div class='content hidden'>{HIDDEN} {LOOSE}</div></div></div><p>{LAST}</p></main><footer>{FOOT}</footer>",
    "details": f"<article><h1>Larch tea</h1><p>{LEAD}</p><details><summary>Doses</summary>{doses()}{table()}</details><details><summary>Signs</summary>{items()}{LOOSE}</details><details><summary>Keeping</summary>{HIDDEN}</details><p>{LAST}</p></article><div class=share-buttons>{SHARE}</div>",
    "one form": f"<form id=aspnetForm action='/x'><input type=hidden name=v><div id=header>{NAV}</div><div id=content><h1>Larch tea</h1>{plain_parts()}</div><div id=footer>{FOOT}</div></form>",
    "cards": f"<nav>{NAV}</nav><div class=container><h1>Larch tea</h1><div class=row><div class=col><div class=card><div class=card-body><p>{LEAD}</p></div></div></div><div class=col><div class=card><div class=card-header>Doses</div><div class=card-body>{doses()}</div></div></div>"
    f"<div class=col><div class=card><div class=card-body>{table()}</div><div class=card-footer>{LOOSE}</div></div></div><div class=col><div class=card>{items()}</div></div><div class=col><div class=card><p>{HIDDEN}</p><p>{LAST}</p></div></div></div></div><footer>{FOOT}</footer>",
    "asides": f"<main><article><h1>Larch tea</h1><p>{LEAD}</p><aside class=warning role=note><p>{DOSES[2]}</p></aside><aside><p>{DOSES[1]}</p></aside><p>{DOSES[0]}</p><aside class='key-facts'><h3>Key facts</h3>{items()}</aside>{table()}<div role=alert>{HIDDEN}</div><p>{LOOSE}</p><p>{LAST}</p></article></main><aside class=sidebar>{RELATED}</aside>",
    "page builder": "<div class='site-header'>" + NAV + "</div><div class='builder builder-page'>" + "".join(
        f"<section class='builder-section builder-top-section'><div class='builder-widget-wrap'><div class='builder-element builder-widget builder-widget-text-editor' data-widget-type='text'><div class='builder-widget-container'>{part}</div></div></div></section>"
        for part in ("<h1>Larch tea</h1>", f"<p>{LEAD}</p>", doses(), table(), items(), f"<p>{HIDDEN}</p>", LOOSE, f"<p>{LAST}</p>")
    ) + f"</div><footer>{FOOT}</footer>",
    "old page": f"<center><font color=red><b>Larch tea</b></font></center><p>{LEAD}<p><b>Doses</b><br>{'<br>'.join(DOSES)}<p>{table()}<p>{items()}<p>{LOOSE}<p>{HIDDEN}<p>{LAST}<hr><center><font size=1>{NAV}</font></center>",
    "own elements": f"<app-root><app-header><nav>{NAV}</nav></app-header><app-article><h1>Larch tea</h1><app-text>{LEAD}</app-text><app-dose>{'</app-dose><app-dose>'.join(DOSES)}</app-dose>{table()}{items()}<app-note>{LOOSE}</app-note><app-panel hidden>{HIDDEN}</app-panel><app-text>{LAST}</app-text></app-article></app-root>",
    "misleading names": f"<div class='has-sidebar comments-open'><div class='promo-page ad-free'><div class='social-support related-symptoms'><h1>Larch tea</h1><p class='popular-advice'>{LEAD}</p><div class='header-text'>{doses()}</div><div class='sponsor-free table-widget'>{table()}</div>"
    f"<div class='menu-of-signs'>{items()}</div><p class='comment'>{LOOSE}</p><div class='tag-line'>{HIDDEN}</div><p class='footnote'>{LAST}</p></div></div></div>",
    "quotes and lists": f"<main><h1>Larch tea</h1><blockquote><p>{LEAD}</p><footer>{LOOSE}</footer></blockquote><dl><dt>Dose</dt><dd>{DOSES[0]}</dd><dt>Children</dt><dd>{DOSES[1]}</dd></dl><ol><li>{DOSES[2]}<ul><li>{SIGNS[0]}<li>{SIGNS[1]}<li>{SIGNS[2]}</ul></ol><pre>{HIDDEN}</pre>{table()}<address>{LAST}</address></main>",
    "many articles": f"<div id=page><header><nav>{NAV}</nav></header><div id=content><article><h2>One</h2><p>{LEAD}</p></article><article><h2>Two</h2>{doses()}</article><article><h2>Three</h2>{table()}{items()}</article><article><p>{LOOSE}</p><p>{HIDDEN}</p><p>{LAST}</p></article></div><div id=sidebar>{RELATED}</div></div>",
    "everything around": f"{COOKIE}<a class=skip-link href='#m'>Zapskip</a><header role=banner><div class=search-form><form><input name=q><button>Zapsearch</button></form></div>{NAV}</header><div class=breadcrumb><a href='/'>Zaphome</a> › Zapcrumb</div><main id=m><article>"
    f"<h1>Larch tea</h1><div class='share-bar'>{SHARE}</div>{plain_parts()}<div class=newsletter-box>{LETTER}</div><div class=related-posts>{RELATED}</div><div class='advert'>Zapadvert text</div></article><div id=comments><h2>3 comments</h2><p>Zapcomment that is rather long and says that tea was good for the writer.</p></div></main><footer>{FOOT}</footer>",
    "headings in buttons": f"<main><h1>Larch tea</h1><p>{LEAD}</p><button type=button class=collapsible>What doses are there?</button><div class=panel style='max-height:0'>{doses()}</div><button class=collapsible>Signs</button><div class=panel>{items()}{LOOSE}</div><p>{HIDDEN}</p>{table()}<p>{LAST}</p></main>",
    "shadow root": f"<div><template shadowrootmode=open><main><h1>Larch tea</h1>{plain_parts()}</main></template></div><template><p>Zaptemplate</p></template>",
    "unclosed": f"<main><h1>Larch tea</h1><p>{LEAD}<p>{DOSES[0]}<p>{DOSES[1]}<div>{DOSES[2]}<ul><li>{SIGNS[0]}<li>{SIGNS[1]}<li>{SIGNS[2]}</ul>{table()}<b>{LOOSE}<p>{HIDDEN}<p>{LAST}",
}  # fmt: skip

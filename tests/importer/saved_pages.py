"""Saved pages of an old site, in our own words, and archives of them."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Drawing

MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/all/">All guides</a></li><li><a href="/us/">About us</a></li></ul></nav>'


def saved_page(title="Waiting for a result", *, text="", extra="", address="", head=""):
    """A page as a browser saves it: a menu, an article with two sections, a foot."""
    canonical = f'<link rel="canonical" href="{address}">' if address else ""
    text = text or f"{title}: most people wait for about a week, and many find the evenings hardest."
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Meadow House</title>
<meta name="description" content="What helps while you wait, in short words.">{canonical}{head}</head>
<body><header>{MENU}</header>
<main><article><h1>{title}</h1>
<p>{text}</p>
<h2>What helps</h2>
<p>Write down what you want to ask. Bring somebody who listens with you, because two hear more than one.</p>
<ul><li>A walk before noon</li><li>A friend on the telephone</li><li>Something to do with your hands</li></ul>
<h2>When to call</h2>
<p>Call your team when the letter is more than three days late, or when something new worries you.</p>
{extra}
</article></main>
<footer><p>Meadow House is a charity. Follow us on every network there is.</p></footer></body></html>""".encode()


def page_file(name="waiting.html", **options):
    return SimpleUploadedFile(name, saved_page(**options), content_type="text/html")


def picture(colour="teal", *, width=60, height=40) -> bytes:
    file = io.BytesIO()
    Drawing.new("RGB", (width, height), colour).save(file, "PNG")
    return file.getvalue()


def archive_file(paths, name="old-site.zip"):
    """A ZIP of ``paths``: what lies in it, by its path."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in paths.items():
            archive.writestr(path, data)
    return SimpleUploadedFile(name, file.getvalue(), content_type="application/zip")

"""``python -m benchmarks`` measures the library and prints a table of ratios; ``--quick`` takes less of everything.

``DATABASE_URL`` names another database than SQLite. Everything happens in a test database and in var/benchmarks.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EXPLANATION = Path(__file__).resolve().parents[1] / "docs" / "explanation"
PAGE, IMPORT_PAGE = EXPLANATION / "performance.md", EXPLANATION / "importing.md"


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures the library.")
    parser.add_argument("--articles", type=int, nargs="+", help="sizes of the library (317 10000 100000)")
    parser.add_argument("--rounds", type=int, help="how often each page is measured (60)")
    parser.add_argument("--quick", action="store_true", help="one small library, few rounds, no server started")
    parser.add_argument("--search", action="store_true", help="only the search")
    parser.add_argument("--posting", action="store_true", help="only comments that are sent at once")
    parser.add_argument("--importing", action="store_true", help="only what the importer keeps of saved pages")
    parser.add_argument("--corpus", type=Path, help="the folder with the saved pages (../shared/import-corpus)")
    parser.add_argument("--scorer", type=Path, help="the program that scores them (../shared/tools/import-score)")
    parser.add_argument("--write", action="store_true", help="put the figures into the documentation")
    options = parser.parse_args(arguments)
    sizes = sorted(options.articles or ([50] if options.quick else [317, 10_000, 100_000]))
    rounds = options.rounds or (3 if options.quick else 60)

    if options.importing:
        return measure_importing(options)

    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    import django

    django.setup()
    from benchmarks.report import Report, write

    if options.posting:
        with throwaway_database():
            print(measure_posting())
        return 0
    report = Report(sizes, rounds)
    measure_database(report, only_search=options.search)
    if not options.search:
        with throwaway_database():
            report.facts["Comments"] = measure_posting()
    if not options.quick and not options.search:
        measure_server(report)
    print(report)
    if options.write:
        write(report, PAGE, only_search=options.search)
    return 0


def measure_importing(options) -> int:
    from benchmarks import importing
    from benchmarks.places import put

    table = importing.measure(options.corpus or importing.CORPUS, options.scorer or importing.SCORER)
    print(table)
    if options.write:
        put(table, IMPORT_PAGE, "importing")
    return 0


def measure_database(report, *, only_search: bool = False) -> None:
    from benchmarks.seed import grow_library, load_demo

    with throwaway_database():
        say("Loading the demo")
        load_demo()
        for size in report.sizes:
            say(f"Growing the library to {size:,} articles")
            grow_library(size)
            if size == report.sizes[0] and not only_search:
                say("Measuring each page")
                measure_pages(report)
            if not only_search:
                say("Measuring what may grow")
                measure_growth(report)
            say("Entering the articles into the search index, and searching")
            measure_search(report, size)


@contextmanager
def throwaway_database() -> Iterator[None]:
    from django.conf import settings
    from django.test.utils import setup_databases, teardown_databases

    settings.DATA.mkdir(parents=True, exist_ok=True)
    databases = setup_databases(verbosity=0, interactive=False, serialized_aliases=set())
    try:
        yield
    finally:
        teardown_databases(databases, verbosity=0)


def measure_pages(report) -> None:
    from benchmarks import pages
    from benchmarks.measure import checked, ratios, statements, statements_after_a_change
    from benchmarks.report import Row

    bars = {
        "Floor: the text in one field": ("", pages.floor()),
        "Article": ("12 statements, none repeated; 2.0", pages.article()),
        "Article with 1 book": ("the same statements", pages.article("books-1")),
        "Article with 20 books": ("the same statements", pages.article("books-20")),
        "Article, `CACHE_BODIES` on": ("1.3", pages.on_a_site_with(pages.KEPT_BODIES, pages.article())),
        "Home page": ("12 statements, none repeated", pages.home()),
        **{f"Library, {name}": ("12 statements, none repeated", get) for name, get in pages.library_pages().items()},
    }
    floor = next(iter(bars))
    found = ratios({name: request for name, (_bar, request) in bars.items()}, report.rounds, to=floor)
    report.rows = [
        Row(name, statements(request), found[name], bar, fresh=statements_after_a_change(request))
        for name, (bar, request) in bars.items()
    ]

    floor, article = (pages.on_a_site_with(pages.NO_CACHE, request) for request in (pages.floor(), pages.article()))
    uncached = ratios({"floor": floor, "article": article}, max(3, report.rounds // 4), to="floor")["article"]
    report.rows.append(Row("Article on a site without any cache, as is its floor", statements(article), uncached))

    form = pages.edit_form()
    size = len(checked(form).content) / 1000
    report.rows.append(Row("Edit form of the article", statements(form), None, "36 statements, 210 kB", size))


def measure_growth(report) -> None:
    from benchmarks import pages
    from benchmarks.measure import ratios

    library = {f"Library, {name}": request for name, request in pages.library_pages().items()}
    requests = {"floor": pages.floor(), "Article": pages.article(), **library}
    warm = ratios(requests, report.rounds, to="floor")
    cold = ratios(requests, max(2, report.rounds // 12), to="floor", cold=True)
    for name in requests:
        if name != "floor":
            report.growth.setdefault(name, []).append(warm[name])
    for name in requests:
        if name != "floor":
            report.growth.setdefault(f"{name}, with an empty cache", []).append(cold[name])


def measure_search(report, size: int) -> None:
    from benchmarks import search
    from benchmarks.report import load
    from benchmarks.seed import index_library

    index_library()
    report.searches[size] = (*search.measure(max(3, report.rounds // 6)), load())


def measure_posting() -> str:
    from benchmarks import posting
    from benchmarks.seed import load_demo

    load_demo()
    say("Sending comments")
    return posting.measure()


def measure_server(report) -> None:
    from django.conf import settings

    from benchmarks.serving import prepare_seconds, resident_megabytes

    folder = settings.DATA / "demo"
    say("Preparing the demo")
    report.facts["Demo prepared in"] = f"{prepare_seconds(folder):.0f} s"
    say("Serving the demo")
    memory = resident_megabytes(folder)
    report.facts["Memory of the process that serves the demo"] = f"{memory:.0f} MB" if memory else "unknown here"


def say(line: str) -> None:
    print(f"{line} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

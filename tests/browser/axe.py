"""axe, the accessibility checker, with the rules that we hold ourselves to."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page, *, within=None, without=()):
    """What axe finds wrong, one line for each element; empty is what we want.

    ``within`` and ``without`` are selectors of what to look at and what to leave out.
    """
    scope = {"exclude": [[selector] for selector in without]}
    if within:
        scope["include"] = [[within]]
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, context=scope if within or without else None, options=options).response["violations"]
    return [f"{rule['id']}: {node['target'][0]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]

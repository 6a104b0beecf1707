"""axe, the accessibility checker, with the rules that we hold ourselves to."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What slides open lies over its neighbours on the way.
AT_REST = """async () => {
    const ending = (one) => one.playState === "running" && one.effect.getComputedTiming().endTime < Infinity;
    await Promise.all(document.getAnimations().filter(ending).map((one) => one.finished.catch(() => null)));
    if (window.jQuery) await window.jQuery(":animated").promise();
}"""


def violations(page, *, within=None, without=()):
    """What axe finds wrong, one line for each element; empty is what we want.

    ``within`` and ``without`` are selectors of what to look at and what to leave out.
    """
    page.evaluate(AT_REST)
    scope = {"exclude": [[selector] for selector in without]}
    if within:
        scope["include"] = [[within]]
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, context=scope if within or without else None, options=options).response["violations"]
    return [f"{rule['id']}: {node['target'][0]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]

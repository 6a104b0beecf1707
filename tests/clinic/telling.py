CONDITIONS = {"lymphoma": "Lymphoma", "melanoma": "Melanoma"}


def name_the_conditions(page, request, graph):
    """Tell search engines which illnesses an article is about."""
    names = [CONDITIONS[tag.slug] for tag in getattr(page, "tag_labels", ()) if tag.slug in CONDITIONS]
    for node in graph["@graph"]:
        if names and node["@type"] == "MedicalWebPage":
            node["about"] = [{"@type": "MedicalCondition", "name": name} for name in names]

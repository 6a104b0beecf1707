import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models

import beatcancer_wagtail.links


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                ("heading", models.CharField(max_length=160)),
                ("introduction", models.TextField(blank=True, max_length=400)),
                ("about", wagtail.fields.RichTextField(blank=True)),
                (
                    "closing",
                    wagtail.fields.StreamField(
                        [("call_to_action", 6)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "max_length": 160}),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"help_text": "One or two sentences.", "label": "Text", "required": False, "rows": 3},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Say what happens: “Join a group”, not “Click here”.",
                                    "label": "Words on the button",
                                    "max_length": 60,
                                },
                            ),
                            3: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {
                                    "help_text": "Choose a page, or fill in the address below.",
                                    "label": "Page",
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example https://example.org/groups, /donate/, tel:+44… or mailto:…",
                                    "label": "Address",
                                    "max_length": 500,
                                    "required": False,
                                    "search_index": False,
                                    "validators": [beatcancer_wagtail.links.validate_link],
                                },
                            ),
                            5: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("band", "Band in the middle of a page"),
                                        ("closing", "Large, at the end of a page"),
                                    ],
                                    "label": "Size",
                                },
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("heading", 0),
                                        ("text", 1),
                                        ("button_text", 2),
                                        ("page", 3),
                                        ("url", 4),
                                        ("size", 5),
                                    ]
                                ],
                                {},
                            ),
                        },
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=("wagtailcore.page",),
        ),
    ]

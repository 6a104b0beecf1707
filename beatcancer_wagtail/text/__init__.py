"""Pure functions over plain text: no Django, no database."""

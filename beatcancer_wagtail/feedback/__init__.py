"""Was this page helpful? A form that any proxy may keep, and what becomes of the answers."""

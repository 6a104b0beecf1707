"""What the commands for one person's comments have in common."""

import getpass

EMAIL_HELP = "the person's e-mail address; - asks for it, so that it stays out of the shell's history"


def asked_email(value: str | None) -> str | None:
    return getpass.getpass("E-mail address (not shown): ") if value == "-" else value

"""Options that several commands share."""

import click

story_argument = click.argument("story", required=False, metavar="[STORY]")
with_option = click.option(
    "--with", "packs", multiple=True, metavar="PACK", help="Lay this folder over the story; may be repeated."
)

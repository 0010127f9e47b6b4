"""`glfstory graph`: a picture of a story."""

from collections.abc import Sequence

import click

from glfstory.cli.options import story_argument, with_option
from glfstory.cli.streams import Misuse, say


@click.command()
@story_argument
@with_option
@click.option(
    "--format", "form", type=click.Choice(["mermaid", "dot"]), default="mermaid", help="The language of the picture."
)
@click.option("--season", default="", metavar="S", help="Only this season, with everything that may come in it.")
def graph(story: str | None, packs: Sequence[str], form: str, season: str) -> None:
    """Print a picture of a story: season by season its scenes, storylets and endings, and which choice leads where.

    Mermaid is drawn by many sites and editors from Markdown, dot by Graphviz. The same story gives the same text.

    Example: glfstory graph my-story --format dot | dot -Tsvg > my-story.svg
    """
    from glfstory.cli.exploring import opened
    from glfstory.exporting.graph.dot import as_dot
    from glfstory.exporting.graph.mermaid import as_mermaid, is_too_large
    from glfstory.exporting.graph.plan import plan

    told = opened(story, packs, {})
    seasons = [each.id for each in told.seasons]
    if season and season not in seasons:
        from glfstory.engine.expressions import nearest

        hint = nearest(season, seasons) or f"there are {', '.join(seasons)}."
        raise Misuse(f"This story has no season {season!r}; {hint}")
    made = plan(told, season)
    say(as_dot(made) if form == "dot" else as_mermaid(made))
    if form == "mermaid" and is_too_large(made):
        click.echo(
            "glfstory: Mermaid draws no picture as large as this, unless it is set to: "
            "ask for one season by --season, or for --format dot.",
            err=True,
        )

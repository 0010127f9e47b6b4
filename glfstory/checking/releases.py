"""Finds a story that no longer plays as the release that it says it is."""

from glfstory.engine.release import play_hash, release_of, releases
from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft
from glfstory.reading.nodes import Table


def changed_release(draft: Draft, story: Story) -> None:
    """Tells a story with releases that plays as none of them; run codes and the runs of a class need one."""
    gathered = draft.gathered.story
    if story.packs or not story.releases or release_of(story) is not None or gathered is None:
        return
    if isinstance(gathered.node, Table):
        newest = max((each.number for each in releases(story)), default=0)
        draft.findings.add(
            "W606-release",
            gathered.node.key("releases"),
            "the story does not play as any of its releases any more, so that it has no run codes",
            f"add {newest + 1}: {play_hash(story)} to releases"
            + (f", or put that hash under {newest} if nobody has played release {newest} yet" if newest else ""),
        )

"""Finds tags that nothing bears, that no mechanical player prefers, or that one prefers in vain."""

from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft


def idle_tags(draft: Draft, story: Story) -> None:
    """Tells tags without use; those of choices are for policies, where the story has any."""
    of_scenes = {tag for scene in story.scenes.values() for tag in scene.tags}
    of_choices = {tag for scene in story.scenes.values() for choice in scene.choices for tag in choice.tags}
    preferred = {tag for tags in story.policies.values() for tag in tags}
    for name in story.tags:
        key = draft.gathered.entries["tags"][name].key
        if name not in of_scenes | of_choices:
            fix = "put it under tags: of a scene or a choice, or delete it"
            draft.findings.add("N711-unused-tag", key, f"no scene and no choice bears the tag {name!r}", fix)
        elif name in of_choices - preferred and story.policies:
            fix = "name it in a policy, or delete it"
            draft.findings.add("N713-unpreferred-tag", key, f"no policy prefers the tag {name!r}", fix)
    for name, tags in draft.shapes["policies"].items():
        for tag in tags:
            if tag in story.tags and tag not in of_choices:
                says = f"the policy {str(name)!r} prefers {str(tag)!r}, and no choice bears it"
                draft.findings.add(
                    "N714-vain-preference", tag, says, "tag a choice with it, or take it from the policy"
                )

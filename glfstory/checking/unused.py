"""Finds what a story declares and never uses: constants, chances, options, rules, tags, and what is in the archive."""

from glfstory.checking.occasions import rules_of
from glfstory.checking.variables import names_read
from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft

READ = {
    "constants": ("N703-unused-constant", "constant"),
    "chances": ("N704-unused-chance", "chance"),
    "options": ("N705-unused-option", "option"),
}


def unused_names(draft: Draft, story: Story) -> None:
    """Tells constants, chances and options that nothing reads, inputs likewise, and rules that no season runs."""
    read = names_read(draft, story)
    for group, (code, kind) in READ.items():
        for name, entry in draft.gathered.entries[group].items():
            if name not in read:
                fix = "use it in an expression, or delete it"
                draft.findings.add(code, entry.key, f"nothing reads the {kind} {name}", fix)
    inputs = draft.shapes["story"]["story"].inputs
    for name in inputs:
        if name not in read:
            fix = "read it in the scene that it belongs to, or delete it"
            draft.findings.add("N706-unused-input", name, f"nothing reads the input {name}", fix)
    run = {rule for season in story.seasons for rule in rules_of(season)}
    for name, entry in draft.gathered.entries["rules"].items():
        if name not in run:
            fix = "name it in open:, at: or close: of a season, or delete it"
            draft.findings.add("N707-unused-rule", entry.key, f"no season runs the rule {name}", fix)

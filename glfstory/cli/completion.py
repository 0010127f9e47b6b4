"""`glfstory completion`: what a shell needs to complete commands, options and names."""

import click
from click.shell_completion import get_completion_class, shell_complete

from glfstory.cli.streams import say

VARIABLE = "_GLFSTORY_COMPLETE"
"""Set by the shell while it asks what could stand where a word was begun."""
SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the script with which a shell completes glfstory's commands, options, folders and kept runs.

    \b
    Put it where your shell looks for such scripts, and open a new shell:
      bash  glfstory completion bash > ~/.local/share/bash-completion/completions/glfstory
            (needs bash 4.4 and the package bash-completion; or add to ~/.bashrc:
            eval "$(glfstory completion bash)")
      zsh   glfstory completion zsh > ~/.zfunc/_glfstory
            (with fpath+=~/.zfunc before compinit in ~/.zshrc)
      fish  glfstory completion fish > ~/.config/fish/completions/glfstory.fish

    Example: glfstory completion fish
    """  # noqa: D301
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    program = made(click.Group("glfstory"), {}, "glfstory", VARIABLE)
    say((program.source_template % program.source_vars()).strip())


def answer(commands: click.Group, asked: str) -> int:
    """Answers a shell that asks how a command line may go on; the exit code."""
    return shell_complete(commands, {}, "glfstory", VARIABLE, asked)

"""`python -m glfstory`."""

from glfstory.cli import main

main()

"""`python -m glfstory`."""

from glfstory.cli import main

if __name__ == "__main__":
    main()

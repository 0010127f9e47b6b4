"""The story on a full screen. The only room that knows Textual."""

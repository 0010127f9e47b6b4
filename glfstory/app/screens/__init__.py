"""What fills the terminal: one screen a module, its stylesheet beside it."""

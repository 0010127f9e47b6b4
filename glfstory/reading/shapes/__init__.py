"""The written story: what each key of a file may hold, before anything is linked."""

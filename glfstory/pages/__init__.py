"""A run as plain data to show, with its words already formatted. Every front end draws this."""

"""What happened, beside the record: the debrief of a run as plain data, which every front end and export shows."""

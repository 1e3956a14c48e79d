"""What the corpus is worth: faults to mend (`check`), and what is known and not known (`passport`)."""

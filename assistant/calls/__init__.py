"""Calls for projects: what their text asks, word for word, and the plan back from their deadline."""

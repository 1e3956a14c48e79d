"""What a question is after, for whom, and what to ask back when that is not clear."""

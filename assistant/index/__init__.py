"""The embedding model, the vectors, the words, and what joins them."""

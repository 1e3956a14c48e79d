"""The library: documents, pages, passages and facts, the truth the index is derived from."""

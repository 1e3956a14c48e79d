"""The directory of French clusters, and what can be said from it: référents, partners, comparisons, sheets."""

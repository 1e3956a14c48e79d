"""Who should meet whom among a chosen set of clusters, for those who introduce."""

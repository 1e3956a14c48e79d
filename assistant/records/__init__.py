"""What a cluster remembers of its contacts: persons, notes, suggestions kept. Private to one home, erasable."""

"""What leaves as a file to open, print or send: tables as CSV, documents as DOCX, their sources kept."""

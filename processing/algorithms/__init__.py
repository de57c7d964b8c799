"""One algorithm a file; the file name is its id."""

"""What the data at hand are enough for, and what each missing column would make possible."""

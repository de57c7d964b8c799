"""Menu and docks: they gather input, start algorithms and show results."""

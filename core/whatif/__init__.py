"""Other thresholds and weights tried out on a result, fast enough for a slider."""

"""Industrial land in bases, communities and blocks; control lines on it; what counts as industrial."""

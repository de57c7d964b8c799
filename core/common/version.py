"""Version of the method: part of every fingerprint, and written beside every result."""

METHOD_VERSION = "0.1.0"

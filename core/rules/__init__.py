"""The rule profile: read, checked, compared and written again; the unit costs in it."""

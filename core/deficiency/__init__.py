"""The five layers of deficiency, the trace that says why, and the guidance by level and category."""

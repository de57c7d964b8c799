"""The sample district: land, lines, firms and their names, from one seed."""

"""From the tables of registers and surveys to the standard tables: columns, units, CRS, geometry, checks."""

"""Whole parcels given to receivers at least cost: the solver, its bounds, what is lacking where."""

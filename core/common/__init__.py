"""What every room uses: the columns of the tables, errors and sentences, units, sums, areas and overlays."""

"""The three scenarios and one's own: who moves where, the land balance, phases, principles, conflicts."""

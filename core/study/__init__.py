"""The study: named steps over the rooms above, each with what it reads, writes and depends on."""

"""File formats at the edge: bytes into text and values, values into files that people open."""

"""Counts over the tree of units: the same answer as counting by hand."""

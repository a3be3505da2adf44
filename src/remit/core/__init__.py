"""Values and rules: standard library only, no clock, no input or output, no randomness.

The modules form a line, written down in the import contract of the project file; each imports only those before it.
"""

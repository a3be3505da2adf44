"""Values and rules: standard library only, no clock, no input or output, no randomness.

The modules form a line; each imports only those before it:
problem, scope, period, workday, clause, duty, regime, post, assignment, record, schedule, standing.
"""

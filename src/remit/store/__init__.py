"""What an installation keeps: the only Django app with tables.

`models` holds columns and constraints; `load` turns rows into core values and `save` core values into rows;
`access` says who may see and do what; `inquiry` answers guarded questions; `actions` holds the use cases, one
verb and one transaction each. Primary keys, querysets and model instances never leave `load` and `save`.
"""

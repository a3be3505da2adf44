"""The append-only journal, as bytes and hashes: standard library only, so that an outsider can check it without us."""

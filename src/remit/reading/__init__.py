"""From a text to its clauses and from clauses to what they lay on whom: pure rules over words, no files."""

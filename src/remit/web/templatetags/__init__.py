"""What templates can say: marks are shapes, words are language."""

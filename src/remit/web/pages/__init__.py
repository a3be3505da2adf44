"""The pages, one module each: parse, call one action or loader, render."""

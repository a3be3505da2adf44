from remit.reading.lexer import Line
def unwrap_lines(flat: str, lines: list[Line]) -> list[Line]:
    return lines

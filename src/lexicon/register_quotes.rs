//! Quotes that are never closed: the table reader takes everything to the end of the file as one cell, and says nothing.

/// Where in a cell a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the first byte of a line.
    LineStart,
    /// At the first byte of another cell.
    CellStart,
    InCell,
    InComment,
    InQuotes,
    /// Behind a quote within quotes: the end of the cell, or the first half of `""`.
    BehindQuote,
}

/// Line and column (both from 1) of the cell whose quote is not closed, by the rules of the table reader.
pub(super) fn unclosed(text: &str, delimiter: u8) -> Option<(u64, usize)> {
    // Most files have none at all.
    memchr::memchr(b'"', text.as_bytes())?;
    let (mut state, mut line, mut column) = (State::LineStart, 1, 1);
    let mut opened = (1, 1);
    for byte in text.bytes() {
        state = match (state, byte) {
            (State::InQuotes, b'"') => State::BehindQuote,
            (State::InQuotes, _) => State::InQuotes,
            (State::BehindQuote, b'"') => State::InQuotes,
            (_, b'\n' | b'\r') => {
                column = 1;
                State::LineStart
            }
            (State::InComment, _) | (State::LineStart, b'#') => State::InComment,
            (State::LineStart | State::CellStart, b'"') => {
                opened = (line, column);
                State::InQuotes
            }
            (State::LineStart | State::CellStart | State::InCell | State::BehindQuote, byte) if byte == delimiter => {
                column += 1;
                State::CellStart
            }
            (State::LineStart | State::CellStart | State::InCell | State::BehindQuote, _) => State::InCell,
        };
        line += u64::from(byte == b'\n');
    }
    (state == State::InQuotes).then_some(opened)
}

#[test]
fn only_a_quote_that_is_never_closed_is_found() {
    for text in ["", "a,b\n", "\"a\",\"b\nc\"\n", "\"a \"\"b\"\"\",c", "# \"\na,b\n", "a \"b,c\n", "\"a\"b,c\"\n"] {
        assert_eq!(unclosed(text, b','), None, "{text}");
    }
    assert_eq!(unclosed("a,b\n1,\"x\n2,y\n", b','), Some((2, 2)));
    assert_eq!(unclosed("# c\n\r\n\"a\"\",b\n", b','), Some((3, 1)));
    assert_eq!(unclosed("# c\r\n\"a\"\"\tb\n", b'\t'), Some((2, 1)));
}

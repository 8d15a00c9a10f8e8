//! Text for a terminal.

use std::io::{self, Write};

use super::problem::Problem;

/// A text from outside, made safe to print: a control character as its picture (ESC is ␛), so that no file can move the
/// cursor or change colours.
pub fn shown(text: &str) -> String {
    text.chars().map(picture).collect()
}

fn picture(c: char) -> char {
    match c {
        '\n' => '\n',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '␡',
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => c,
    }
}

/// Writes to standard output; escape sequences for colours go only to a terminal that wants them.
pub fn print(text: &str) -> Result<(), Problem> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(stdout_problem)
}

/// A line on standard error. Where that is closed there is nobody to tell.
pub fn note(text: &str) {
    let _ = writeln!(anstream::stderr(), "{}", shown(text));
}

/// What a failed write to standard output means.
pub fn stdout_problem(cause: io::Error) -> Problem {
    match cause.kind() {
        io::ErrorKind::BrokenPipe => Problem::ClosedPipe,
        _ => Problem::Unwritable { name: "-".to_owned(), cause },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_become_pictures() {
        assert_eq!(shown("赤\u{1b}[31m\t\u{c}\u{9b}\u{202e}"), "赤␛[31m␉␌\u{fffd}\u{fffd}");
    }
}

//! Tables whose columns the dump has lost: all numbers first, then all names.

use super::key::is_key_header;
use crate::line::Line;
use crate::text::normal_form;

/// In how many text lines the header must stand.
const HEAD: usize = 30;
/// The longest text of a header, in characters.
const SHORT: usize = 10;
/// The fewest lines that are numbers alone.
const NUMBERS: usize = 5;

/// Whether the dump of a table has lost its columns: its headers one below the other, and numbers alone on their lines.
pub(crate) fn has_lost_columns(lines: &[Line], source: &str) -> bool {
    let body: Vec<&Line> = lines.iter().filter(|line| !line.is_blank()).collect();
    let Some(key) = body.iter().take(HEAD).position(|line| is_key_header(line.text(source))) else { return false };
    let headers = body[key + 1..].iter().take_while(|line| is_header(&normal_form(source, &[line.span]))).count();
    let numbers = body[key..].iter().filter(|line| is_number(line.text(source))).count();
    let short = body.iter().filter(|line| line.width <= 4 * SHORT).count();
    headers >= 2 && numbers >= NUMBERS && short * 2 >= body.len()
}

fn is_header(text: &str) -> bool {
    text.chars().count() <= SHORT && !text.ends_with('。') && !text.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a line is a number and nothing else: a row's, an amount, a share.
fn is_number(text: &str) -> bool {
    text.chars().any(char::is_numeric) && text.chars().all(|c| c.is_numeric() || ",，.．%％△▲- ".contains(c))
}

//! Quotation → places in the source, whatever the width of its characters and wherever its lines broke.

use unicode_normalization::UnicodeNormalization;

use crate::ledger::ends_piece;
use crate::span::{Span, is_space};

/// A place that a correction quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    /// Where it begins, in code points.
    pub at: usize,
    /// The whole stretch, in bytes.
    pub span: Span,
    /// The same line by line.
    pub pieces: Vec<Span>,
}

/// A text without white space and differences of width, with the way back.
pub(super) struct Folded {
    text: String,
    letters: String,
    /// For each character of `letters`: its first byte there, and the source character's byte, length and code point.
    places: Vec<(usize, Span, usize)>,
}

impl Folded {
    pub fn new(text: &str) -> Self {
        let mut letters = String::with_capacity(text.len());
        let mut places = Vec::new();
        for (code_point, (at, c)) in text.char_indices().enumerate() {
            if is_space(c) {
                continue;
            }
            for folded in std::iter::once(c).nfkc() {
                places.push((letters.len(), Span::new(at, at + c.len_utf8()), code_point));
                letters.push(folded);
            }
        }
        Self { text: text.to_owned(), letters, places }
    }

    /// Every place of the quotation.
    pub fn find(&self, quote: &str) -> Vec<Anchor> {
        let wanted = folded(quote);
        self.letters.match_indices(&wanted).map(|(start, _)| self.anchor(start, start + wanted.len())).collect()
    }

    fn anchor(&self, start: usize, end: usize) -> Anchor {
        let first = self.places.partition_point(|place| place.0 < start);
        let last = self.places.partition_point(|place| place.0 < end) - 1;
        let span = Span::new(self.places[first].1.start, self.places[last].1.end);
        Anchor { at: self.places[first].2, span, pieces: pieces(&self.text, span) }
    }

    /// The stretch together with the brackets that stand around it.
    pub fn with_brackets(&self, anchor: &Anchor) -> Anchor {
        let before = self.text[..anchor.span.start].trim_end_matches(is_space);
        let after = self.text[anchor.span.end..].trim_start_matches(is_space);
        let open = before.chars().next_back().filter(|c| "（(".contains(*c));
        let close = after.chars().next().filter(|c| "）)".contains(*c));
        let (Some(open), Some(close)) = (open, close) else { return anchor.clone() };
        let start = before.len() - open.len_utf8();
        let span = Span::new(start, self.text.len() - after.len() + close.len_utf8());
        let at = self.text[..start].chars().count();
        Anchor { at, span, pieces: pieces(&self.text, span) }
    }

    pub fn text(&self) -> &str {
        &self.text
    }
}

/// The same for a text that has no place: `厚木 市` → `厚木市`.
fn folded(text: &str) -> String {
    text.chars().filter(|c| !is_space(*c)).nfkc().collect()
}

/// Whether a quotation, with or without its brackets, is all of a label: `（厚木 市）` of `厚木市`, not of `厚木市立病院`.
pub(super) fn is_label(quote: &str, label: &str) -> bool {
    let (quote, label) = (folded(quote), folded(label));
    quote == label || quote.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) == Some(label.as_str())
}

/// A stretch line by line, without the white space at the lines' ends.
fn pieces(text: &str, span: Span) -> Vec<Span> {
    let mut start = span.start;
    let mut pieces = Vec::new();
    for line in span.of(text).split_inclusive(ends_piece) {
        let piece = Span::new(start, start + line.len()).trim(text);
        start += line.len();
        pieces.extend((!piece.is_empty()).then_some(piece));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_found_over_a_line_end_and_in_another_width() {
        let source = "日時 １０月\n・研修を行う（こども\n医療）\n";
        let folded = Folded::new(source);
        let found = folded.find("行う(こども医療)");
        assert_eq!(found.len(), 1);
        let texts: Vec<&str> = found[0].pieces.iter().map(|piece| piece.of(source)).collect();
        assert_eq!(texts, ["行う（こども", "医療）"]);
        assert_eq!(folded.find("10月")[0].span.of(source), "１０月");
        assert!(folded.find("11月").is_empty());
    }

    #[test]
    fn a_label_is_quoted_as_a_whole() {
        assert!(is_label("市立 病院", "市立病院") && is_label("（ＡＢ）", "AB"));
        assert!(!is_label("市立病院", "厚木市立病院") && !is_label("（市立病院）", "厚木市立病院"));
    }

    #[test]
    fn brackets_around_a_label_belong_to_it() {
        let source = "話す（ 厚木市 ）。";
        let folded = Folded::new(source);
        assert_eq!(folded.with_brackets(&folded.find("厚木市")[0]).span.of(source), "（ 厚木市 ）");
    }
}

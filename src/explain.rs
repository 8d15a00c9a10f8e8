//! Line by line: which rule decided, and what became of it in the output.
//!
//! The rules are written down by the pipeline as it runs; what a line became is read off the finished document's leaves,
//! so that it holds for every type of document and never says other than the output does.

use serde_json::Value;

use crate::characters::Characters;
use crate::decode::{DecodeError, decode};
use crate::diagnostic::Diagnostic;
use crate::model::Document;
use crate::options::Options;
use crate::parse::read;
use crate::source::Source;
use crate::span::Span;
use crate::trace::{Bracket, Decision, Trace};

/// One line of the source and its fate.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplainedLine {
    /// Its number, from 1.
    pub number: usize,
    /// The line as written, without its end.
    pub text: String,
    /// The rules that decided it: none for a blank line, several where a form feed divides the line.
    pub decisions: Vec<Decision>,
    /// The brackets that begin here and close a text: whether each names who speaks.
    pub brackets: Vec<Bracket>,
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
    /// The diagnostics that begin here.
    pub diagnostics: Vec<Diagnostic>,
}

/// A stretch of a line that one leaf of the output selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The stretch as written.
    pub text: String,
    /// The leaf: `title`, `meeting.place`, `agenda-1/theme-1.heading`, `agenda-1/theme-1/opinion-2.marks`.
    pub leaf: String,
    /// The kind that the leaf's object states: `opinion`, `page-number`.
    pub kind: Option<String>,
}

/// Reads a document and says of each line which rule decided it and what it became.
///
/// # Errors
/// As [`parse`](crate::parse()): only decoding can fail.
///
/// ```
/// let text = "第１回検討会の概要\n１ 日時：平成29年２月１日\n２ 場所：県庁\n";
/// let lines = giji::explain(text.as_bytes(), &giji::Options::named("a.txt")).unwrap();
/// assert_eq!(lines[2].decisions[0].rule, "head.place");
/// let place = lines[2].pieces.last().unwrap();
/// assert_eq!((place.leaf.as_str(), place.text.as_str()), ("meeting.place", "県庁"));
/// ```
pub fn explain(bytes: &[u8], options: &Options) -> Result<Vec<ExplainedLine>, DecodeError> {
    let (source, undecodable) = decode(bytes, &options.name, options.encoding)?;
    let mut trace = Trace::default();
    let document = read(&source, &undecodable, bytes, options, Some(&mut trace)).document;
    let mut lines = lines(&source);
    let (decisions, brackets) = trace.finish();
    for (span, decision) in decisions {
        let decided = &mut lines[source.line_of(span.start) - 1].decisions;
        // Every cell of a row says the same of its line.
        if !decided.contains(&decision) {
            decided.push(decision);
        }
    }
    for (span, bracket) in brackets {
        lines[source.line_of(span.start) - 1].brackets.push(bracket);
    }
    add_pieces(&mut lines, &source, &document);
    for diagnostic in document.diagnostics {
        // What is about the whole document stands at its first line.
        let at = diagnostic.lines.map_or(0, |[first, _]| first - 1);
        if let Some(line) = lines.get_mut(at) {
            line.diagnostics.push(diagnostic);
        }
    }
    Ok(lines)
}

fn lines(source: &Source) -> Vec<ExplainedLine> {
    let ends = source.line_starts.iter().skip(1).copied().chain([source.text.len()]);
    let spans = source.line_starts.iter().zip(ends).map(|(start, end)| Span::new(*start, end));
    let empty = |(at, span): (usize, Span)| ExplainedLine {
        number: at + 1,
        text: span.of(&source.text).trim_end_matches(['\r', '\n']).to_owned(),
        decisions: Vec::new(),
        brackets: Vec::new(),
        pieces: Vec::new(),
        diagnostics: Vec::new(),
    };
    spans.enumerate().map(empty).collect()
}

/// Cuts every leaf at the line ends and enters its parts into their lines.
fn add_pieces(lines: &mut [ExplainedLine], source: &Source, document: &Document) {
    let characters = Characters::new(&source.text);
    let value = serde_json::to_value(document).unwrap_or_default();
    for leaf in leaves(&value) {
        let mut start = characters.byte(leaf.at[0]);
        let end = characters.byte(leaf.at[1]);
        while start < end {
            let line = source.line_of(start);
            let stop = source.line_starts.get(line).map_or(end, |next| end.min(*next));
            let text = Span::new(start, stop).of(&source.text).trim_end_matches(['\r', '\n']).to_owned();
            lines[line - 1].pieces.push(Piece { text, leaf: leaf.path.clone(), kind: leaf.kind.clone() });
            start = stop;
        }
    }
}

/// One position pair of the output and the leaf in which it stands.
struct Leaf {
    at: [usize; 2],
    path: String,
    kind: Option<String>,
}

/// The leaves of an output, in the order of their places.
fn leaves(document: &Value) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    walk(document, "", &mut leaves);
    leaves.sort_by_key(|leaf| leaf.at);
    leaves
}

fn walk(value: &Value, path: &str, leaves: &mut Vec<Leaf>) {
    match value {
        Value::Object(object) => {
            // An element's id says more than its place in a list; the document's own id says nothing here.
            let id = object.get("id").and_then(Value::as_str).filter(|_| !path.is_empty());
            let path = id.unwrap_or(path);
            let kind = object.get("kind").and_then(Value::as_str);
            for (key, value) in object {
                match key.as_str() {
                    "spans" => enter(value, path, kind, leaves),
                    "marks" => enter(value, &below(path, "marks"), kind, leaves),
                    "fields" => {
                        let fields = value.as_object().into_iter().flatten();
                        fields.for_each(|(name, value)| enter(value, &below(path, name), kind, leaves));
                    }
                    // These point at text that is some other leaf's.
                    "at" | "mentions" | "evidence" | "diagnostics" | "lines" => {}
                    _ => walk(value, &below(path, key), leaves),
                }
            }
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, value)| walk(value, &format!("{path}[{at}]"), leaves));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn enter(positions: &Value, path: &str, kind: Option<&str>, leaves: &mut Vec<Leaf>) {
    for pair in positions.as_array().into_iter().flatten() {
        let end = |at: usize| pair[at].as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
        leaves.push(Leaf { at: [end(0), end(1)], path: path.to_owned(), kind: kind.map(str::to_owned) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "第３回三浦半島地域連絡会議の概要\n\n１ 日時：平成29年２月１日（水）\n２ 場所：横須賀市保健所\n３ 議題\n（１）取組内容について\n\
        （主な意見）\n・短期入所の空きがわから\n- 1 -\nない（三浦市）\n（以上）\n";

    fn explained() -> Vec<ExplainedLine> {
        explain(TEXT.as_bytes(), &Options::named("t.txt")).unwrap()
    }

    fn rules(line: &ExplainedLine) -> Vec<(&str, bool)> {
        line.decisions.iter().map(|decision| (decision.rule, decision.continues)).collect()
    }

    #[test]
    fn a_wrapped_line_continues_what_the_line_before_the_page_number_opened() {
        let lines = explained();
        assert_eq!(rules(&lines[7]), [("opinion.bullet", false)]);
        assert_eq!(rules(&lines[8]), [("furniture.page-number-between-dashes", false)]);
        assert_eq!(rules(&lines[9]), [("opinion.bullet", true)]);
        assert_eq!(rules(&lines[1]), []);
    }

    #[test]
    fn the_pieces_of_a_line_are_the_leaves_that_select_them() {
        let lines = explained();
        let pieces: Vec<(&str, &str)> =
            lines[9].pieces.iter().map(|piece| (piece.leaf.as_str(), piece.text.as_str())).collect();
        let opinion = "agenda-1/opinion-1";
        let [marks, party] = [format!("{opinion}.marks"), format!("{opinion}.attribution.parties[0]")];
        assert_eq!(pieces, [(opinion, "ない"), (&marks, "（"), (&party, "三浦市"), (&marks, "）")]);
        assert_eq!(lines[8].pieces[0].kind.as_deref(), Some("page-number"));
    }

    #[test]
    fn every_visible_character_of_every_line_is_in_one_piece() {
        for line in explained() {
            let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let pieces: String = line.pieces.iter().map(|piece| visible(&piece.text)).collect();
            assert_eq!(pieces, visible(&line.text), "line {}", line.number);
        }
    }

    #[test]
    fn a_document_of_no_known_type_is_all_residue_and_says_so_at_its_first_line() {
        let lines = explain("拝啓\n早春の候\n".as_bytes(), &Options::named("t.txt")).unwrap();
        assert_eq!(lines[0].diagnostics.len(), 1);
        assert_eq!(lines[1].pieces[0].leaf, "residue[1]");
    }
}

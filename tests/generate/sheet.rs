//! Pages of physical lines, and the way from a leaf of the structure to the pieces of it on those lines.

use super::normal::text_of;
use super::wrap::{Kinsoku, break_at, columns};

/// A part of a document whose text the gold answer names.
pub type Leaf = usize;

/// Characters in a row that belong to one leaf, or to none (marks).
pub struct Run {
    pub text: String,
    pub leaf: Option<Leaf>,
}

pub fn mark(text: impl Into<String>) -> Run {
    Run { text: text.into(), leaf: None }
}

pub fn leaf(text: impl Into<String>, leaf: Leaf) -> Run {
    Run { text: text.into(), leaf: Some(leaf) }
}

/// How a paragraph is broken.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    pub width: usize,
    pub kinsoku: Kinsoku,
    /// Characters that open something in this document and never begin a wrapped line.
    pub marks: &'a str,
    pub first: &'a str,
    pub hang: &'a str,
    /// Every third line or so is shorter by so many columns.
    pub ragged: usize,
}

#[derive(Clone, Default)]
pub struct Line {
    pub text: String,
    pub pieces: Vec<(Leaf, String)>,
    /// The last line of its paragraph.
    pub last: bool,
    /// A heading or label: some authors leave a blank line before it.
    pub opens: bool,
}

#[derive(Default)]
pub struct Sheet {
    pub lines: Vec<Line>,
    leaves: usize,
}

impl Sheet {
    pub fn new_leaf(&mut self) -> Leaf {
        self.leaves += 1;
        self.leaves - 1
    }

    pub fn blank(&mut self) {
        self.lines.push(Line { last: true, ..Line::default() });
    }

    /// Writes one paragraph over as many lines as it needs.
    pub fn paragraph(&mut self, setting: Setting, opens: bool, runs: &[Run]) {
        let chars: Vec<(char, Option<Leaf>)> =
            runs.iter().flat_map(|run| run.text.chars().map(|c| (c, run.leaf))).collect();
        let plain: Vec<char> = chars.iter().map(|(c, _)| *c).collect();
        let mut at = 0;
        while at < chars.len() {
            let indent = if at == 0 { setting.first } else { setting.hang };
            let short = if (at + chars.len()).is_multiple_of(3) { setting.ragged } else { 0 };
            let room = setting.width.saturating_sub(columns(indent) + short).max(8);
            let end = at + break_at(&plain[at..], room, setting.kinsoku, setting.marks);
            self.lines.push(line(indent, &chars[at..end], end == chars.len(), opens && at == 0));
            at = end;
        }
    }

    /// The normal form of a leaf, over all its pieces.
    pub fn text(&self, leaf: Leaf) -> String {
        let pieces: Vec<&str> = self
            .lines
            .iter()
            .flat_map(|line| &line.pieces)
            .filter(|(of, _)| *of == leaf)
            .map(|(_, text)| text.as_str())
            .collect();
        text_of(&pieces)
    }
}

fn line(indent: &str, chars: &[(char, Option<Leaf>)], last: bool, opens: bool) -> Line {
    let mut pieces: Vec<(Leaf, String)> = Vec::new();
    let mut before = None;
    for &(c, leaf) in chars {
        if let Some(leaf) = leaf {
            match pieces.last_mut() {
                Some((of, text)) if *of == leaf && before == Some(leaf) => text.push(c),
                _ => pieces.push((leaf, String::from(c))),
            }
        }
        before = leaf;
    }
    let text = indent.chars().chain(chars.iter().map(|(c, _)| *c)).collect();
    Line { text, pieces, last, opens }
}

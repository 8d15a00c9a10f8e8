//! The label of a card's field: `内容：…`, `【内容】…`, `■内容` alone on its line.

use crate::rules::plan::LONGEST_HEADER;
use crate::rules::{is_bullet, is_circled, is_digit};
use crate::span::{Span, is_space};

use super::super::words::words;

/// The brackets that stand around labels.
const BRACKETS: [(char, char); 9] = [
    ('【', '】'),
    ('〔', '〕'),
    ('＜', '＞'),
    ('<', '>'),
    ('〈', '〉'),
    ('《', '》'),
    ('［', '］'),
    ('[', ']'),
    ('≪', '≫'),
];

/// How a label is written; one document writes all of its labels alike.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Form {
    /// `■`; ① stands for all circled digits, （ for all in brackets.
    mark: Option<char>,
    open: Option<char>,
    /// Whether a colon stands behind it.
    colon: bool,
    /// Whether nothing but white space parts it from its value.
    spaced: bool,
}

impl Form {
    /// Whether nothing but its words tells a label from another line.
    pub fn is_bare(self) -> bool {
        self.open.is_none() && !self.colon
    }

    /// Whether nothing but white space parts labels from what they head.
    pub fn is_spaced(self) -> bool {
        self.spaced
    }
}

/// What may be the label of a field.
#[derive(Clone, Debug)]
pub(super) struct Label<'s> {
    pub form: Form,
    /// As written, inner spaces included.
    pub name: &'s str,
    pub span: Span,
    /// Its mark, its brackets, its colon.
    pub marks: Vec<Span>,
    /// What stands behind it on its line.
    pub value: Span,
}

impl Label<'_> {
    /// What it says, for comparison: `内　容` → `内容`.
    pub fn key(&self) -> String {
        self.name.chars().filter(|c| !is_space(*c)).collect()
    }
}

/// Reads a line as one that begins with a label; which words are labels is for the document to say.
pub(super) fn label(line: Span, source: &str) -> Option<Label<'_>> {
    let text = line.of(source);
    let (mark, front) = mark(text);
    let inner = text[front..].trim_start_matches(is_space);
    let start = text.len() - inner.len();
    let at = |from: usize, to: usize| Span::new(line.start + from, line.start + to);
    let first = inner.chars().next()?;
    let bracket = BRACKETS.iter().find(|(open, _)| *open == first);
    let (name, behind, open) = match bracket {
        Some((open, close)) => {
            let from = start + open.len_utf8();
            let end = short(&text[from..]).find(*close)? + from;
            let after = text[end + close.len_utf8()..].trim_start_matches(is_space);
            (from..end, text.len() - after.trim_start_matches(['：', ':']).len(), Some(*open))
        }
        None => match colon(short(inner)) {
            Some((colon, length)) => (start..start + colon, start + colon + length, None),
            None if inner.len() <= LONGEST_HEADER => (start..text.len(), text.len(), None),
            None => return None,
        },
    };
    let span = at(name.start, name.end).trim(source);
    let marks = [at(0, front), at(start, name.start), at(name.end, behind)].map(|mark| mark.trim(source));
    let plain = !span.is_empty() && span.end - span.start <= LONGEST_HEADER;
    plain.then(|| Label {
        form: Form { mark, open, colon: open.is_none() && behind > name.end, spaced: false },
        name: span.of(source),
        span,
        marks: marks.into_iter().filter(|mark| !mark.is_empty()).collect(),
        value: at(behind, text.len()).trim(source),
    })
}

/// The most words of a label: `内　　容`, `主　管　課`.
const MOST_WORDS: usize = 3;

/// Reads a line as one that begins with a label and white space: its first word, its first two, ….
pub(super) fn spaced(line: Span, source: &str) -> impl Iterator<Item = Label<'_>> {
    let text = line.of(source);
    let (mark, front) = mark(text);
    let behind = Span::new(line.start + front, line.end).trim(source);
    let ends = words(source, behind).take(MOST_WORDS).map(|word| word.end);
    let parted = ends.filter(move |end| *end < line.end && *end - behind.start <= LONGEST_HEADER);
    parted.map(move |end| {
        let span = Span::new(behind.start, end);
        let marks = Some(Span::new(line.start, line.start + front)).filter(|mark| !mark.is_empty());
        Label {
            form: Form { mark, open: None, colon: false, spaced: true },
            name: span.of(source),
            span,
            marks: marks.into_iter().collect(),
            value: Span::new(end, line.end).trim(source),
        }
    })
}

/// As much of a line as a label with what stands around it may take.
fn short(text: &str) -> &str {
    let end = (0..=text.len().min(LONGEST_HEADER + 3)).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}

/// Where the first colon stands, and how many bytes it takes.
fn colon(text: &str) -> Option<(usize, usize)> {
    let wide = text.find('：').map(|at| (at, '：'.len_utf8()));
    let narrow = text.find(':').map(|at| (at, 1));
    wide.into_iter().chain(narrow).min()
}

/// The mark before a label, and how many bytes it takes: `■`, `①`, `（1）`.
fn mark(text: &str) -> (Option<char>, usize) {
    let Some(first) = text.chars().next() else { return (None, 0) };
    if is_circled(first) {
        return (Some('①'), first.len_utf8());
    }
    if is_bullet(first) {
        return (Some(first), first.len_utf8());
    }
    let inner = text.strip_prefix(['（', '(']).unwrap_or("");
    let behind = inner.trim_start_matches(is_digit);
    match behind.chars().next() {
        Some(close @ ('）' | ')')) if behind.len() < inner.len() => {
            (Some('（'), text.len() - behind.len() + close.len_utf8())
        }
        _ => (None, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, &str, usize)> {
        let found = label(Span::new(0, text.len()), text)?;
        Some((found.key(), found.value.of(text), found.marks.len()))
    }

    #[test]
    fn brackets_colons_and_marks_stand_around_a_label() {
        for (line, want) in [
            ("内容：・研修を行う", ("内容", "・研修を行う", 1)),
            ("【内　容】研修", ("内容", "研修", 2)),
            ("〔内容〕：研修", ("内容", "研修", 2)),
            ("■担当課", ("担当課", "", 1)),
            ("○ 担当課: 観光課", ("担当課", "観光課", 2)),
            ("（１）担当課：観光課", ("担当課", "観光課", 2)),
            ("担当課", ("担当課", "", 0)),
        ] {
            assert_eq!(read(line), Some((want.0.to_owned(), want.1, want.2)), "{line}");
        }
        assert_eq!(read("地域の関係機関が集まる場を設け、課題について話し合うこととする"), None);
    }
}

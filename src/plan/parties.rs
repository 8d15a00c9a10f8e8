//! The organizations of a cell: `厚木市、ゆいはあと（既存の部会）` → 厚木市; ゆいはあと with a remark.

use std::ops::Range;

use crate::link::split::plainly_several;
use crate::span::Span;
use crate::text::Text;

use super::blank::is_amount;
use super::cells::Entry;
use super::likeness::is_sentence;
use super::list::{is_close, is_open, is_separator};
use super::references;
use super::stacked::unstacked;

/// One organization of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Party {
    pub label: Vec<Span>,
    /// The content of the bracket behind the name.
    pub note: Option<Vec<Span>>,
}

/// What a cell of organizations holds.
#[derive(Debug, Default)]
pub(super) struct Parties {
    pub parties: Vec<Party>,
    /// Bullets, 、 and brackets.
    pub marks: Vec<Span>,
    /// References that stand behind a name without a space.
    pub references: Vec<Vec<Span>>,
}

/// What is written behind a name and belongs to it: `○○（株）`.
const PARTS_OF_NAMES: [&str; 14] =
    ["株", "有", "社", "財", "福", "医", "独", "一社", "公社", "一財", "公財", "仮称", "特非", "NPO"];

/// Divides the entries of a cell into organizations.
pub(super) fn parties(entries: &[Entry], source: &str) -> Parties {
    let mut found = Parties::default();
    for entry in entries.iter().flat_map(|entry| unstacked(entry, source)) {
        let text = Text::of(source, &entry.text);
        // …の一覧を更新し、ホームページで公表する: no list, though there are 、 in it. 12,480: neither.
        if is_sentence(text.as_str()) || is_amount(text.as_str()) {
            continue;
        }
        let mut end = text.as_str().len();
        found.marks.extend(entry.mark);
        for reference in references::at_end(text.as_str()) {
            end = end.min(reference.start);
            found.references.push(text.spans(reference, source));
        }
        for part in split(&text.as_str()[..end]) {
            found.marks.extend(text.spans(part.separator, source));
            found.party(&text, part.item, source);
        }
    }
    found.marks.retain(|mark| !mark.is_empty());
    found
}

impl Parties {
    fn party(&mut self, text: &Text, item: Range<usize>, source: &str) {
        let Some(remark) = remark(&text.as_str()[item.clone()]) else {
            // What is plainly a sentence is no name, wherever it stands.
            if !is_sentence(&text.as_str()[item.clone()]) {
                self.named(text, item, source);
            }
            return;
        };
        let at = |range: Range<usize>| text.spans(item.start + range.start..item.start + range.end, source);
        self.marks.extend(at(remark.open.clone()));
        self.marks.extend(at(remark.close.clone()));
        self.parties
            .push(Party { label: at(0..remark.open.start), note: Some(at(remark.open.end..remark.close.start)) });
    }
}

impl Parties {
    /// `厚木市・愛川町` are two, `医療・福祉関係者` is one.
    fn named(&mut self, text: &Text, item: Range<usize>, source: &str) {
        let mut end = item.start;
        for name in plainly_several(&text.as_str()[item.clone()]) {
            let name = item.start + name.start..item.start + name.end;
            self.marks.extend(text.spans(end..name.start, source));
            end = name.end;
            let label = text.spans(name, source);
            self.parties.extend((!label.is_empty()).then_some(Party { label, note: None }));
        }
    }
}

/// An item of a list and the separator before it.
struct Part {
    separator: Range<usize>,
    item: Range<usize>,
}

/// Splits at 、 outside brackets; where a bracket never closes, at every 、.
fn split(text: &str) -> Vec<Part> {
    let closed = text.chars().filter(|c| is_open(*c)).count() <= text.chars().filter(|c| is_close(*c)).count();
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let (mut separator, mut start) = (0..0, 0);
    for (at, c) in text.char_indices() {
        if is_open(c) {
            depth += 1;
        } else if is_close(c) {
            depth = depth.saturating_sub(1);
        } else if is_separator(c) && (depth == 0 || !closed) {
            parts.push(Part { separator: std::mem::replace(&mut separator, at..at + c.len_utf8()), item: start..at });
            start = at + c.len_utf8();
        }
    }
    parts.push(Part { separator, item: start..text.len() });
    parts
}

/// The places of the brackets of a remark behind a name.
struct Remark {
    open: Range<usize>,
    close: Range<usize>,
}

/// The bracket with which an item ends, where a name stands before it.
fn remark(item: &str) -> Option<Remark> {
    let trimmed = item.trim_end();
    let last = trimmed.chars().next_back().filter(|c| matches!(c, '）' | ')' | '］' | '〕'))?;
    let close = trimmed.len() - last.len_utf8()..trimmed.len();
    let mut depth = 0_usize;
    for (at, c) in trimmed.char_indices().rev() {
        if is_close(c) {
            depth += 1;
        } else if is_open(c) {
            depth -= 1;
            if depth == 0 {
                let open = at..at + c.len_utf8();
                let inner = item[open.end..close.start].trim();
                let named = !item[..at].trim().is_empty();
                return (named && !inner.is_empty() && !PARTS_OF_NAMES.contains(&inner))
                    .then_some(Remark { open, close });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Vec<(String, Option<String>)> {
        let lines = source.split('\n').scan(0, |at, line| {
            let span = Span::new(*at, *at + line.len());
            *at = span.end + 1;
            Some(span)
        });
        let entry = Entry { mark: None, text: lines.collect(), note: false };
        let of = |spans: &[Span]| crate::text::normal_form(source, spans);
        let found = parties(&[entry], source);
        found.parties.iter().map(|party| (of(&party.label), party.note.as_deref().map(of))).collect()
    }

    #[test]
    fn a_remark_belongs_to_the_name_before_it() {
        let got = read("厚木市、ゆいはあと（既存の発\n達支援部会、事務局）、（医療型障害児入所\n施設）、㈱みどり");
        let want = [
            ("厚木市", None),
            ("ゆいはあと", Some("既存の発達支援部会、事務局")),
            ("（医療型障害児入所施設）", None),
            ("（株）みどり", None),
        ];
        assert_eq!(got, want.map(|(label, note)| (label.to_owned(), note.map(str::to_owned))));
    }

    #[test]
    fn a_middle_dot_parts_what_is_plainly_two() {
        let names = |source: &str| read(source).into_iter().map(|(label, _)| label).collect::<Vec<_>>();
        assert_eq!(names("厚木市・愛川町、清川村"), ["厚木市", "愛川町", "清川村"]);
        assert_eq!(names("厚木市福祉課・愛川町健康推進課"), ["厚木市福祉課", "愛川町健康推進課"]);
        for one in ["医療・福祉関係者等", "厚木・愛川地区医師会"] {
            assert_eq!(names(one), [one]);
        }
    }
}

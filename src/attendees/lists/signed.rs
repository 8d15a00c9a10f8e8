//! Rows whose last cell says whether somebody was there: `会長　石黒　正　○`, `医師会　板垣　豊　欠席`.

use super::Reader;
use crate::model::Presence;
use crate::span::{Span, is_space};

impl Reader<'_> {
    /// Reads one person and the sign behind; a sign that needs a header to be understood is one only below such a header.
    pub(super) fn signed_entry(&mut self, from: Span) -> bool {
        let text = from.of(self.source);
        let Some((row, sign)) = text.rsplit_once(|c: char| is_space(c) || matches!(c, '|' | '｜')) else {
            return false;
        };
        let Some(presence) = says(sign, self.signed) else { return false };
        let row = Span::new(from.start, from.start + row.len()).trim(self.source);
        let (entries, marks) = (self.out.entries.len(), self.out.marks.len());
        if row.is_empty() || !self.grid(row) || self.out.entries.len() != entries + 1 {
            self.out.entries.truncate(entries);
            self.out.marks.truncate(marks);
            return false;
        }
        if let Some(entry) = self.out.entries.last_mut() {
            entry.presence = Some(presence);
        }
        self.out.marks.push(Span::new(from.end - sign.len(), from.end));
        true
    }
}

/// What the word in the last cell says of its row's person.
pub(super) fn says(sign: &str, signed: bool) -> Option<Presence> {
    match sign {
        "出席" => Some(Presence::Present),
        "欠席" => Some(Presence::Absent),
        "代理出席" => Some(Presence::Proxy),
        "○" | "〇" | "◯" | "出" if signed => Some(Presence::Present),
        "×" | "✕" | "－" | "―" | "-" | "欠" if signed => Some(Presence::Absent),
        "代理" | "代" if signed => Some(Presence::Proxy),
        _ => None,
    }
}

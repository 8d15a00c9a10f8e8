//! Differences for a person: `[-gone-]` and `{+added+}` within what stayed.

use std::fmt::Write;

use super::dataset::DatasetDiff;
use super::document::{DocumentDiff, FieldChange, Names};
use super::items::{ItemChange, ItemKind};
use super::lines::Lines;
use super::opinions::{OpinionChange, OpinionKind};
use super::words::{Operation, Piece};
use crate::lang::Lang;

/// How many unchanged characters are shown on each side of a change.
const CONTEXT: usize = 20;

impl DatasetDiff {
    /// The differences, line by line.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let mut out = String::new();
        self.added.iter().for_each(|id| line(&mut out, &format!("+ {id}")));
        self.gone.iter().for_each(|id| line(&mut out, &format!("- {id}")));
        for document in &self.changed {
            line(&mut out, &format!("~ {}", document.new));
            document.lines(lang).iter().for_each(|text| line(&mut out, &format!("  {text}")));
        }
        let (added, gone, changed) = (self.added.len(), self.gone.len(), self.changed.len());
        line(
            &mut out,
            &match lang {
                Lang::En => format!("documents: {added} added, {gone} gone, {changed} changed"),
                Lang::Ja => format!("文書: 追加{added}、削除{gone}、変更{changed}"),
            },
        );
        out
    }
}

impl DocumentDiff {
    /// The differences, line by line, and their sum.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let mut out = String::new();
        self.lines(lang).iter().for_each(|text| line(&mut out, text));
        line(&mut out, &self.sum(lang));
        out
    }

    fn lines(&self, lang: Lang) -> Vec<String> {
        let mut lines: Vec<String> = self.head.iter().map(field).collect();
        self.items.iter().for_each(|change| item(change, lang, &mut lines));
        self.opinions.iter().for_each(|change| opinion(change, lang, &mut lines));
        names(&self.organizations, lang, &mut lines);
        let (section, unplaced) = match lang {
            Lang::En => ("section", "unplaced"),
            Lang::Ja => ("見出し等", "未分類"),
        };
        single_lines(&self.sections, section, lang, &mut lines);
        single_lines(&self.unplaced, unplaced, lang, &mut lines);
        lines
    }

    fn sum(&self, lang: Lang) -> String {
        let items = |kind| self.items.iter().filter(|change| change.kinds.contains(&kind)).count();
        let opinions = |kind| self.opinions.iter().filter(|change| change.kinds.contains(&kind)).count();
        let items: Vec<String> =
            [ItemKind::Added, ItemKind::Gone, ItemKind::Merged, ItemKind::Moved, ItemKind::Reworded]
                .map(|kind| format!("{} {}", items(kind), item_word(kind, lang)))
                .to_vec();
        let opinions: Vec<String> = [
            OpinionKind::Added,
            OpinionKind::Gone,
            OpinionKind::Moved,
            OpinionKind::Reworded,
            OpinionKind::Reattributed,
        ]
        .map(|kind| format!("{} {}", opinions(kind), opinion_word(kind, lang)))
        .to_vec();
        let sum = match lang {
            Lang::En => format!("items: {}; opinions: {}", items.join(", "), opinions.join(", ")),
            Lang::Ja => format!("項目: {}。意見: {}", items.join("、"), opinions.join("、")),
        };
        sum + &self.others(lang)
    }

    /// What differs beside items and opinions; nothing where nothing does.
    fn others(&self, lang: Lang) -> String {
        let organizations =
            self.organizations.added.len() + self.organizations.gone.len() + self.organizations.changed.len();
        let counts = [
            (self.head.len(), "fields", "文書の情報"),
            (organizations, "organizations", "機関"),
            (self.sections.count(), "section lines", "見出し等の行"),
            (self.unplaced.count(), "unplaced lines", "未分類の行"),
        ];
        let differing = counts.iter().filter(|(count, ..)| *count > 0);
        let shown = differing.map(|(count, english, japanese)| match lang {
            Lang::En => format!("; {english}: {count} changed"),
            Lang::Ja => format!("。{japanese}: 変更{count}"),
        });
        shown.collect()
    }
}

fn line(out: &mut String, text: &str) {
    let _ = writeln!(out, "{text}");
}

fn item(change: &ItemChange, lang: Lang, lines: &mut Vec<String>) {
    let words: Vec<&str> = change.kinds.iter().map(|kind| item_word(*kind, lang)).collect();
    let old = change.old.join(" + ");
    let place = match (&change.new, old.as_str()) {
        (Some(new), "") => format!("+ {new}"),
        (Some(new), old) if old == new => format!("~ {new}"),
        (Some(new), old) => format!("~ {old} → {new}"),
        (None, old) => format!("- {old}"),
    };
    lines.push(format!("{place} {}: {}", change.name, words.join(", ")).replace("  ", " "));
    lines.extend(change.fields.iter().map(|change| format!("    {}", field(change))));
}

fn opinion(change: &OpinionChange, lang: Lang, lines: &mut Vec<String>) {
    let words: Vec<&str> = change.kinds.iter().map(|kind| opinion_word(*kind, lang)).collect();
    let place = match (&change.old, &change.new) {
        (Some(old), Some(new)) if old == new => format!("~ {new}"),
        (Some(old), Some(new)) => format!("~ {old} → {new}"),
        (None, Some(new)) => format!("+ {new}"),
        (Some(old), None) => format!("- {old}"),
        (None, None) => String::new(),
    };
    lines.push(format!("{place}: {}: {}", words.join(", "), change.text));
    lines.extend(change.fields.iter().map(|change| format!("    {}", field(change))));
}

fn names(names: &Names, lang: Lang, lines: &mut Vec<String>) {
    let word = match lang {
        Lang::En => "organization",
        Lang::Ja => "機関",
    };
    lines.extend(names.added.iter().map(|name| format!("+ {word} {name}")));
    lines.extend(names.gone.iter().map(|name| format!("- {word} {name}")));
    lines.extend(names.changed.iter().map(|name| format!("~ {word} {name}")));
}

fn single_lines(differing: &Lines, word: &str, lang: Lang, lines: &mut Vec<String>) {
    let order = match lang {
        Lang::En => "the same lines in another order",
        Lang::Ja => "同じ行の順序が違う",
    };
    lines.extend(differing.gone.iter().map(|text| format!("- {word} {text}")));
    lines.extend(differing.added.iter().map(|text| format!("+ {word} {text}")));
    lines.extend(differing.reordered.then(|| format!("~ {word}: {order}")));
}

const fn item_word(kind: ItemKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (ItemKind::Added, Lang::En) => "added",
        (ItemKind::Gone, Lang::En) => "gone",
        (ItemKind::Merged, Lang::En) => "merged",
        (ItemKind::Moved, Lang::En) => "moved",
        (ItemKind::Reworded, Lang::En) => "reworded",
        (ItemKind::Added, Lang::Ja) => "追加",
        (ItemKind::Gone, Lang::Ja) => "削除",
        (ItemKind::Merged, Lang::Ja) => "統合",
        (ItemKind::Moved, Lang::Ja) => "移動",
        (ItemKind::Reworded, Lang::Ja) => "文言変更",
    }
}

const fn opinion_word(kind: OpinionKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (OpinionKind::Added, Lang::En) => "added",
        (OpinionKind::Gone, Lang::En) => "gone",
        (OpinionKind::Moved, Lang::En) => "moved",
        (OpinionKind::Reworded, Lang::En) => "reworded",
        (OpinionKind::Reattributed, Lang::En) => "other speaker",
        (OpinionKind::Added, Lang::Ja) => "追加",
        (OpinionKind::Gone, Lang::Ja) => "削除",
        (OpinionKind::Moved, Lang::Ja) => "移動",
        (OpinionKind::Reworded, Lang::Ja) => "文言変更",
        (OpinionKind::Reattributed, Lang::Ja) => "発言者変更",
    }
}

/// `content: …研修を[-年2回-]{+毎月+}行う…`
fn field(change: &FieldChange) -> String {
    let last = change.words.len().saturating_sub(1);
    let pieces = change.words.iter().enumerate().map(|(at, piece)| shown(piece, at == 0, at == last));
    format!("{}: {}", change.field, pieces.collect::<String>()).replace('\n', "⏎")
}

fn shown(piece: &Piece, first: bool, last: bool) -> String {
    match piece.operation {
        Operation::Gone => format!("[-{}-]", piece.text),
        Operation::Added => format!("{{+{}+}}", piece.text),
        Operation::Same => shortened(&piece.text, first, last),
    }
}

/// What stayed, without what is far from any change.
fn shortened(text: &str, first: bool, last: bool) -> String {
    let letters: Vec<char> = text.chars().collect();
    let (left, right) = (if first { 0 } else { CONTEXT }, if last { 0 } else { CONTEXT });
    if letters.len() <= left + right + 1 {
        return text.to_owned();
    }
    let head: String = letters[..left].iter().collect();
    let tail: String = letters[letters.len() - right..].iter().collect();
    format!("{head}…{tail}")
}

//! What a run did, for a person and as JSON.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use super::failure::Failure;
use super::manifest::Totals;
use super::stated::DoubtfulEncoding;
use crate::lang::Lang;

/// What a run did.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub failed: usize,
    pub removed: usize,
    /// Ids whose sources are gone.
    pub vanished: Vec<String>,
    /// Files that read worse as the settings state than as another encoding; told when they are read.
    pub doubtful_encodings: Vec<DoubtfulEncoding>,
    /// Ids that `--prune` removes.
    pub pruned: Vec<String>,
    /// Ids that failed, with the reason.
    pub failures: Vec<(String, Failure)>,
    /// Folders or files that could not be walked.
    pub problems: Vec<String>,
    /// Corrections that changed no document: what they quote.
    pub unused_corrections: Vec<String>,
    /// Whether an interrupted run was completed first.
    pub recovered: bool,
    /// Whether no document and no table was written, for nothing is new.
    pub nothing_new: bool,
    /// Whether nothing is new, but the database was missing or damaged and was made again.
    pub database_rebuilt: bool,
    pub dry_run: bool,
    pub now: Totals,
    /// The sums of the last run; none on the first.
    pub before: Option<Totals>,
}

impl Summary {
    /// A few lines for a person.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let mut text = String::new();
        self.documents(lang, &mut text);
        if !self.dry_run {
            self.contents(lang, &mut text);
            self.links(lang, &mut text);
            self.diagnostics(lang, &mut text);
        }
        text
    }

    fn documents(&self, lang: Lang, out: &mut String) {
        let Self { new, changed, same, failed, removed, .. } = self;
        let vanished = self.vanished.len();
        let _ = match lang {
            Lang::En => writeln!(
                out,
                "documents: {new} new, {changed} changed, {same} same, {failed} failed, {vanished} vanished, {removed} removed"
            ),
            Lang::Ja => writeln!(
                out,
                "文書: 新規{new}、変更{changed}、変更なし{same}、失敗{failed}、所在不明{vanished}、削除{removed}"
            ),
        };
        let _ = match (lang, self.nothing_new, self.dry_run) {
            (Lang::En, true, false) if self.database_rebuilt => {
                writeln!(out, "nothing new, but the database was missing or damaged: it was rebuilt")
            }
            (Lang::Ja, true, false) if self.database_rebuilt => {
                writeln!(out, "新しいものはありませんが、データベースがないか壊れていたため、作り直しました")
            }
            (Lang::En, _, true) => writeln!(out, "dry run: nothing was written"),
            (Lang::Ja, _, true) => writeln!(out, "試行のため、何も書き込んでいません"),
            (Lang::En, true, false) => writeln!(out, "nothing new: nothing was written"),
            (Lang::Ja, true, false) => writeln!(out, "新しいものがないため、何も書き込んでいません"),
            (_, false, false) => Ok(()),
        };
    }

    fn contents(&self, lang: Lang, out: &mut String) {
        let Totals { opinions, attributed, items, organizations, .. } = self.now;
        let _ = match lang {
            Lang::En => writeln!(
                out,
                "opinions: {opinions}, attributed: {attributed}; items: {items}; organizations: {organizations}"
            ),
            Lang::Ja => {
                writeln!(out, "意見: {opinions}（うち発言者あり{attributed}）、項目: {items}、機関: {organizations}")
            }
        };
    }

    fn links(&self, lang: Lang, out: &mut String) {
        for (relation, decisions) in &self.now.links {
            let counts: Vec<String> = decisions.iter().map(|(decision, count)| format!("{decision} {count}")).collect();
            let _ = match lang {
                Lang::En => writeln!(out, "links {relation}: {}", counts.join(", ")),
                Lang::Ja => writeln!(out, "関連 {relation}: {}", counts.join("、")),
            };
        }
    }

    /// Each code with its count and how that differs from the last run.
    fn diagnostics(&self, lang: Lang, out: &mut String) {
        let empty = BTreeMap::new();
        let before = self.before.as_ref().map(|totals| &totals.diagnostics);
        let codes = self.now.diagnostics.keys().chain(before.unwrap_or(&empty).keys());
        let mut codes: Vec<&String> = codes.collect();
        codes.sort();
        codes.dedup();
        for code in codes {
            let now = self.now.diagnostics.get(code).copied().unwrap_or(0);
            let change = before.map(|before| change(before.get(code).copied().unwrap_or(0), now, lang));
            let _ = writeln!(out, "{now:>8}  {code}{}", change.unwrap_or_default());
        }
    }
}

/// `  (+3, worse)`; nothing where the count is the same.
fn change(before: usize, now: usize, lang: Lang) -> String {
    let (sign, difference, english, japanese) = match now.cmp(&before) {
        std::cmp::Ordering::Equal => return String::new(),
        std::cmp::Ordering::Greater => ('+', now - before, "more than last time", "前回より増加"),
        std::cmp::Ordering::Less => ('-', before - now, "fewer than last time", "前回より減少"),
    };
    match lang {
        Lang::En => format!("  ({sign}{difference}, {english})"),
        Lang::Ja => format!("  （{sign}{difference}、{japanese}）"),
    }
}

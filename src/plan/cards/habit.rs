//! Which labels the cards of a document have, and how it writes them.

use rustc_hash::FxHashMap;

use crate::line::Line;
use crate::rules::plan::{COLUMNS, Column, PERIODS};

use super::label::{Form, Label, label, spaced as spaced_labels};

/// A longer label (in characters) is none, unless columns are called so.
const LONGEST_OTHER: usize = 12;

/// What labels are called that head what was asked and what was answered.
const ASKED: [&str; 6] = ["意見", "質問", "回答", "考え方", "質疑", "答弁"];

/// The labels of a document.
#[derive(Debug)]
pub(super) struct Habit {
    form: Form,
    keys: Vec<String>,
}

impl Habit {
    /// Learns the labels; nothing where the document does not say again and again what is done and by whom.
    pub fn of(lines: &[Line], source: &str) -> Option<Self> {
        let mut counts: FxHashMap<(Form, String), (usize, usize)> = FxHashMap::default();
        for (at, line) in lines.iter().enumerate() {
            for found in readings(line, source) {
                counts.entry((found.form, found.key())).or_insert((at, 0)).1 += 1;
            }
        }
        let mut found: Vec<_> = counts.into_iter().collect();
        found.sort_unstable_by_key(|(_, (first, _))| *first);
        let (again, once): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, (_, count))| *count > 1);
        let mut habits: Vec<(Form, Known)> = Vec::new();
        for ((form, key), (_, count)) in again {
            let at = habits.iter().position(|(other, _)| *other == form);
            let at = at.unwrap_or_else(|| {
                habits.push((form, Known::default()));
                habits.len() - 1
            });
            habits[at].1.add(key, count, form);
        }
        let (form, known) = habits.into_iter().max_by_key(|(_, known)| known.total)?;
        let mut keys = known.keys()?;
        // A label that one card alone has is told by the signs around it.
        let once = once.into_iter().filter(|((own, _), _)| *own == form && !form.is_bare()).map(|((_, key), _)| key);
        keys.extend(once.filter(|key| COLUMNS.rule(key).is_some()));
        Some(Self { form, keys })
    }

    /// The label with which a line begins, and which of the document's it is.
    pub fn read<'s>(&self, line: &Line, source: &'s str) -> Option<(usize, Label<'s>)> {
        let own = |found: Label<'s>| {
            let key = found.key();
            self.keys.iter().position(|own| *own == key).map(|at| (at, found))
        };
        if self.form.is_spaced() {
            return spaced_labels(line.span, source).filter(|found| found.form == self.form).find_map(own);
        }
        label(line.span, source).filter(|found| found.form == self.form).and_then(own)
    }

    pub fn keys(&self) -> &[String] {
        &self.keys
    }
}

/// The labels of one form.
#[derive(Debug, Default)]
struct Known {
    /// Each with what such a column holds, if that is known, and how often it stands.
    labels: Vec<(String, Option<Column>, usize)>,
    /// How often those stand that columns are called by.
    total: usize,
}

impl Known {
    fn add(&mut self, key: String, count: usize, form: Form) {
        let kind = COLUMNS.rule(&key).map(|rule| rule.kind);
        if kind.is_some() {
            self.total += count;
        }
        let asked = ASKED.iter().any(|word| key.ends_with(word));
        if kind.is_some() || asked || !form.is_bare() && key.chars().count() <= LONGEST_OTHER {
            self.labels.push((key, kind, count));
        }
    }

    /// The labels of the cards, where these are a plan's: those that columns are called by, and what most cards have beside them.
    fn keys(self) -> Option<Vec<String>> {
        let has = |kind: Column| self.labels.iter().any(|(_, own, _)| *own == Some(kind));
        // 意見の内容, 市の考え方: what was asked and answered is no plan.
        if self.labels.iter().any(|(key, _, _)| ASKED.iter().any(|word| key.contains(word))) {
            return None;
        }
        let told = has(Column::Content) && (has(Column::Lead) || has(Column::Cooperating));
        let timed = has(Column::Schedule);
        let cards = self.labels.iter().filter(|(_, kind, _)| kind.is_some()).map(|(_, _, count)| *count).max()?;
        let usual = |key: &str, count: usize| count * 10 >= cards * 6 && !(timed && PERIODS.rule(key).is_some());
        let own = self.labels.into_iter().filter(|(key, kind, count)| kind.is_some() || usual(key, *count));
        told.then(|| own.map(|(key, _, _)| key).collect())
    }
}

/// The labels with which a line may begin.
fn readings<'s>(line: &Line, source: &'s str) -> impl Iterator<Item = Label<'s>> {
    let spaced = Some(line).filter(|line| line.has_wide_gap);
    label(line.span, source).into_iter().chain(spaced.into_iter().flat_map(|line| spaced_labels(line.span, source)))
}

/// A cheap test that keeps the patterns away from minutes: near the top a label for what is done, and one that is written alike
/// for who does it.
pub(in super::super) fn may_be(top: &[Line], source: &str) -> bool {
    let forms = |is: fn(&str) -> bool| {
        let labels = top.iter().flat_map(|line| readings(line, source));
        labels.filter(move |found| is(found.name)).map(|found| found.form)
    };
    let what: Vec<Form> = forms(says_what).collect();
    !what.is_empty() && forms(says_who).any(|form| what.contains(&form))
}

/// 取組内容, 事業概要, 内　　容.
fn says_what(name: &str) -> bool {
    // The last character tells most words apart before any is looked for.
    if !name.ends_with(['容', '要', '細', '組', 'み', '策', '等', '）', ')']) {
        return false;
    }
    name.starts_with('内') && name.ends_with('容')
        || ["内容", "概要", "具体", "取組", "詳細"].iter().any(|word| name.contains(word))
}

/// 主たる機関, 担当課, 連携先.
fn says_who(name: &str) -> bool {
    const ENDS: [&str; 11] = ["課", "担当", "主体", "主管", "所管", "部署", "担当者", "責任者", "実施者", "先", "所属"];
    ENDS.iter().any(|end| name.ends_with(end)) || ["機関", "団体"].iter().any(|word| name.contains(word))
}

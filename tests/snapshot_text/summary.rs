//! The whole corpus on one page.

use std::collections::BTreeSet;

use super::counts::{Corpus, Counts};
use super::table::{share, table};
use crate::gold_score::{Count, cases};

/// Counts, diagnostics, gold scores, and rules that nothing of the corpus needs.
pub fn summary(corpus: &Corpus) -> String {
    let parts = [
        ("Documents", documents(corpus)),
        ("Diagnostics", diagnostics(corpus)),
        ("Hand labels", labels()),
        ("Rules that decided no line", unused(corpus)),
    ];
    parts.iter().map(|(heading, text)| format!("{heading}\n\n{text}\n")).collect()
}

fn documents(corpus: &Corpus) -> String {
    let header = [
        "",
        "type",
        "lines",
        "placed",
        "sections",
        "items",
        "opinions",
        "attributed",
        "parties",
        "resolved",
        "diagnostics",
    ];
    let total = corpus.total();
    let rows = corpus.documents.iter().chain([&total]).map(|counts| {
        let Counts { lines, placed_lines, sections, items, opinions, attributed, parties, resolved, .. } = counts;
        let figures = [sections, items, opinions, attributed, parties, resolved].map(usize::to_string);
        let mut row = vec![counts.name.clone(), counts.kind.clone(), lines.to_string(), share(*placed_lines, *lines)];
        row.extend(figures);
        row.push(counts.diagnostics.values().sum::<usize>().to_string());
        row
    });
    table(&[header.map(str::to_owned).to_vec()].into_iter().chain(rows).collect::<Vec<_>>())
}

fn diagnostics(corpus: &Corpus) -> String {
    let total = corpus.total();
    let found = corpus.documents.iter().chain([&total]).filter(|counts| !counts.diagnostics.is_empty());
    let line = |counts: &Counts| {
        let codes = counts.diagnostics.iter().map(|(code, count)| format!("{code} {count}"));
        format!("{}: {}\n", counts.name, codes.collect::<Vec<_>>().join(", "))
    };
    found.map(line).collect()
}

/// Precision and recall of each document's labels, with the figures of what is not exact.
fn labels() -> String {
    let header = ["", "precision", "recall", "right", "given", "wanted"].map(str::to_owned).to_vec();
    let row = |name: String, count: Count| {
        let Count { right, given, wanted } = count;
        let mut row = vec![name, format!("{:.3}", count.precision()), format!("{:.3}", count.recall())];
        row.extend([right, given, wanted].map(|figure| figure.to_string()));
        row
    };
    let mut rows = vec![header];
    for case in cases() {
        let score = case.score();
        rows.push(row(case.name(), score.total()));
        let inexact = score.measures.iter().filter(|(_, count)| count.right < count.wanted.max(count.given));
        rows.extend(inexact.map(|(measure, count)| row(format!("    {measure}"), *count)));
    }
    table(&rows)
}

/// Rules by name; a family of which no rule ever shows leaves no trace yet.
fn unused(corpus: &Corpus) -> String {
    let family = |id: &str| id.split('.').next().unwrap_or_default().to_owned();
    let traced: BTreeSet<String> = corpus.rules_used.iter().map(|id| family(id)).collect();
    let unused = giji::rule_ids().into_iter().filter(|id| !corpus.rules_used.contains(id));
    let (single, silent): (Vec<&str>, Vec<&str>) = unused.partition(|id| traced.contains(&family(id)));
    let silent: BTreeSet<String> = silent.into_iter().map(family).collect();
    let lines =
        single.iter().map(|id| format!("{id}\n")).chain(silent.iter().map(|family| format!("{family}: no trace\n")));
    lines.collect()
}

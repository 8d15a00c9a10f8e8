//! The organizations for a person: aligned columns, by display width.

use giji::Lang;
use unicode_width::UnicodeWidthStr;

use super::entry::{Entry, Label, Standing};
use crate::cli::flat::word;
use crate::cli::screen::shown;

/// One line for each organization, and one with the counts by status.
pub fn render(entries: &[Entry], lang: Lang) -> String {
    let rows: Vec<[String; COLUMNS]> = std::iter::once(head(lang)).chain(entries.iter().map(cells)).collect();
    let widths: [usize; COLUMNS] =
        std::array::from_fn(|at| rows.iter().map(|row| row[at].width()).max().unwrap_or_default());
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (at, (cell, width)) in row.iter().zip(widths).enumerate() {
            let space = " ".repeat(width - cell.width());
            // Numbers end where their columns end.
            if NUMBERS.contains(&at) {
                line += &(space + cell)
            } else {
                line += &(cell.clone() + &space)
            }
            line += "  ";
        }
        text += line.trim_end();
        text.push('\n');
    }
    text + &sum(entries, lang)
}

const COLUMNS: usize = 8;

/// Which columns hold counts.
const NUMBERS: std::ops::Range<usize> = 0..5;

fn head(lang: Lang) -> [String; COLUMNS] {
    let words = match lang {
        Lang::En => ["speaker", "lead", "coop.", "attendee", "mention", "status", "organization", "labels"],
        Lang::Ja => ["発言", "主担当", "協力", "出席", "言及", "状態", "機関", "表記"],
    };
    words.map(str::to_owned)
}

fn cells(entry: &Entry) -> [String; COLUMNS] {
    let counts = &entry.counts;
    let [speaker, lead, cooperating, attendee, mention] =
        [counts.speaker, counts.lead, counts.cooperating, counts.attendee, counts.mention]
            .map(|count| if count == 0 { "·".to_owned() } else { count.to_string() });
    [speaker, lead, cooperating, attendee, mention, word(entry.status), shown(&entry.name), shown(&labels(entry))]
}

/// `市立病院 (context), 小田原市立病院 (exact)`; of an ambiguous label what it may mean.
fn labels(entry: &Entry) -> String {
    if entry.status == Standing::Ambiguous {
        return format!("? {}", entry.candidates.join(" | "));
    }
    let label = |label: &Label| match label.methods() {
        methods if methods.is_empty() => label.label.clone(),
        methods => format!("{} ({methods})", label.label),
    };
    entry.labels.iter().map(label).collect::<Vec<_>>().join(", ")
}

fn sum(entries: &[Entry], lang: Lang) -> String {
    let count = |status| entries.iter().filter(|entry| entry.status == status).count();
    let [resolved, unregistered, ambiguous, generic] =
        [Standing::Resolved, Standing::Unregistered, Standing::Ambiguous, Standing::Generic].map(count);
    match lang {
        Lang::En => format!(
            "{} organizations: {resolved} resolved, {unregistered} unregistered; ambiguous labels: {ambiguous}; groups: {generic}\n",
            resolved + unregistered
        ),
        Lang::Ja => format!(
            "{}機関: 特定{resolved}、未登録{unregistered}。あいまいな表記{ambiguous}、機関でない集団{generic}\n",
            resolved + unregistered
        ),
    }
}

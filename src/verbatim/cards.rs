//! Cards of a plan, one field a line: `担当課：福祉課`, `実施時期：通年`, `内容：研修会を開催する。` None of these words speaks.

use rustc_hash::FxHashMap;

use crate::line::Line;
use crate::rules::plan::{COLUMNS, LONGEST_HEADER};
use crate::rules::verbatim::Style;
use crate::span::is_space;
use crate::verbatim::candidate::Candidate;

/// Takes out heads that are what a plan calls its columns, where two other such words stand before colons as often.
pub(super) fn take_out(all: &mut Vec<Candidate>, body: &[Line], source: &str) {
    let is_field = |candidate: &Candidate| candidate.form.style == Style::Colon && is_column(&candidate.name);
    if !all.iter().any(is_field) {
        return;
    }
    let mut fields: FxHashMap<String, usize> = FxHashMap::default();
    for field in body.iter().filter_map(|line| field(line.text(source))) {
        *fields.entry(field).or_default() += 1;
    }
    let on_cards = |name: &str| {
        let own = fields.get(name).copied().unwrap_or(0);
        fields.iter().filter(|(other, count)| *other != name && **count * 2 >= own).count() >= 2
    };
    all.retain(|candidate| !is_field(candidate) || !on_cards(&candidate.name));
}

/// The word before a line's first colon, where a plan may call a column so.
fn field(text: &str) -> Option<String> {
    let (word, _) = text.split_once(['：', ':'])?;
    let word: String = word.chars().filter(|c| !is_space(*c)).collect();
    is_column(&word).then_some(word)
}

fn is_column(word: &str) -> bool {
    word.len() <= LONGEST_HEADER && COLUMNS.rule(word).is_some()
}

//! What the cards are about: their headings say it, or a label does.

use rustc_hash::FxHashSet;

use crate::rules::plan::Column;
use crate::span::Span;
use crate::text::normal_form;

use super::super::kinds::kinds as of_headers;
use super::{Card, kind};

/// What a column is called that says to which group a row belongs.
const GROUP: &str = "区分";

/// What the columns hold: the heading's number and name, where a heading opens each card, and the labels.
///
/// What names a thing stands once, what names its group comes again from card to card.
pub(super) fn kinds(keys: &[String], cards: &[Card], headed: bool, source: &str) -> Vec<Column> {
    let mut headers: Vec<String> = keys.to_vec();
    let mut own = if headings(cards).next().is_some() { "項目" } else { "" };
    let divided = keys.iter().any(|key| kind(key) == Some(Column::Category));
    if !divided && let Some(at) = groups(keys, cards, !own.is_empty(), source) {
        GROUP.clone_into(&mut headers[at]);
    }
    if let Some(at) = headers.iter().position(|header| kind(header) == Some(Column::Name)).filter(|_| !own.is_empty()) {
        if !divided && are_groups(&headings(cards).collect::<Vec<_>>(), source) {
            own = GROUP;
        } else {
            headers[at].clear();
        }
    }
    if headed {
        headers.splice(0..0, ["番号".to_owned(), own.to_owned()]);
    }
    of_headers(&headers)
}

/// The label that names groups, where something else names the cards.
fn groups(keys: &[String], cards: &[Card], headed: bool, source: &str) -> Option<usize> {
    let names = |at: &usize| kind(&keys[*at]) == Some(Column::Name);
    let may_name = |at: &usize| names(at) || keys[*at].ends_with(['策', '業', '目', '組']);
    let others = (0..keys.len()).filter(may_name).count() + usize::from(headed);
    let values = |at: usize| {
        let fields = cards.iter().flat_map(|card| &card.fields).filter(move |field| field.key == at);
        fields.map(|field| field.label.value).collect::<Vec<_>>()
    };
    (0..keys.len()).filter(names).find(|at| others > 1 && are_groups(&values(*at), source))
}

/// Whether headings or labels say what the cards are about; numbers alone may be those of rows.
pub(super) fn are_named(keys: &[String], cards: &[Card]) -> bool {
    let labelled = || keys.iter().any(|key| kind(key) == Some(Column::Name));
    headings(cards).count() * 2 >= cards.len() || labelled()
}

/// What the headings say behind their numbers.
fn headings<'a>(cards: &'a [Card]) -> impl Iterator<Item = Span> + 'a {
    let names = cards.iter().filter_map(|card| Some(card.heading.as_ref()?.1.name));
    names.filter(|name| !name.is_empty())
}

/// Whether texts come again from card to card, as the names of groups do and those of measures do not.
fn are_groups(texts: &[Span], source: &str) -> bool {
    let distinct: FxHashSet<String> = texts.iter().map(|text| normal_form(source, &[*text])).collect();
    distinct.len() * 5 <= texts.len() * 4
}

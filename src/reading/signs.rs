//! What minutes show that other documents do not: a title that says so, a date, an agenda, speakers: `第２回審議会 会議録`.

use crate::attendees::Attendees;
use crate::attribute;
use crate::element::{Element, Kind};
use crate::options::TypeHint;
use crate::rules::{head::Field, summary::Kind as Part};
use crate::text::normal_form;

/// Minutes have a title that says so, or at least two of: a date, an agenda, sections, opinions. Day and place alone are an
/// invitation's too.
pub(super) fn is_minutes(
    elements: &[Element],
    ends: &[attribute::End],
    source: &str,
    attendees: &Attendees,
    hint: TypeHint,
) -> bool {
    let has = |kind: Kind| elements.iter().any(|element| element.kind == kind);
    let signs = [
        has(Kind::Title),
        elements.iter().any(|element| element.kind == Kind::Title && is_record(&normal_form(source, &element.text))),
        has(Kind::Field(Field::Agenda)) || has(Kind::Part(Part::Agenda)),
        has(Kind::Part(Part::Item)) || has(Kind::Part(Part::Opinions)),
        !attendees.entries.is_empty(),
        attendees.are_present(),
        ends.iter().filter(|end| matches!(end, attribute::End::Speaker(_))).count() >= 2,
        elements.iter().filter(|element| opens_or_closes(element, source)).count() >= 2,
    ];
    let when_and_where = [has(Kind::Field(Field::Date)), has(Kind::Field(Field::Place))];
    let count = signs.iter().chain(&when_and_where).filter(|sign| **sign).count();
    match hint {
        TypeHint::Minutes => true,
        TypeHint::Plan => false,
        TypeHint::Auto => count >= 2 && signs.contains(&true),
    }
}

/// Whether a title says that it is the record of a meeting: `第２回審議会 会議録`.
fn is_record(title: &str) -> bool {
    const WORDS: [&str; 8] =
        ["会議録", "議事録", "議事概要", "議事要旨", "議事要録", "会議概要", "会議要旨", "会議要録"];
    // 会議録（案）, 議事録（要旨）
    let bare = title.rfind(['（', '(']).map_or(title, |open| title[..open].trim_end());
    title.chars().count() > 6 && WORDS.iter().any(|word| title.ends_with(word) || bare.ends_with(word))
}

/// Whether a numbered heading is what only meetings have: `１ 開会`, `２ 会長あいさつ`.
fn opens_or_closes(element: &Element, source: &str) -> bool {
    const WORDS: [&str; 10] =
        ["開会", "閉会", "あいさつ", "挨拶", "議事", "議題", "質疑", "意見交換", "自己紹介", "委嘱状"];
    let heading = matches!(element.kind, Kind::Part(Part::Heading | Part::Agenda));
    heading && !element.text.is_empty() && {
        let text = normal_form(source, &element.text);
        WORDS.iter().any(|word| text.contains(word))
    }
}

//! What stands numbered right below `議題` is its agenda, however it is numbered: `Ⅰ 実績について`, `ア …`, `１．…`.

use super::topics::{self, topic};
use crate::element::{Element, Kind};
use crate::lexicon::brackets::is_kanji;
use crate::rules::head::Field;
use crate::rules::is_circled;
use crate::rules::is_digit;
use crate::rules::summary::Kind as Part;
use crate::span::Span;
use crate::text::normal_form;
use crate::values::number::{number, small};

/// Makes agenda items of the themes, or of the headings with plain numbers, that a field `議題` opens with, and of all that are
/// numbered like them.
pub(super) fn mark(elements: &mut Vec<Element>, source: &str) {
    let Some(field) = elements.iter().position(|element| element.kind == Kind::Field(Field::Agenda)) else { return };
    if states_topic(&elements[field..], source) {
        let topic = elements.remove(field + 1);
        elements[field].lines.end = topic.lines.end;
        elements[field].text = topic.text;
        return;
    }
    count_paragraphs(elements, field, source);
    let Some(first) = elements.get(field + 1).filter(|_| elements[field].text.is_empty()) else { return };
    let Some(style) = style(first, source) else { return };
    let kind = first.kind;
    let like = |element: &Element| element.kind == kind && self::style(element, source) == Some(style);
    let marks = || elements[field].marks.iter().map(|mark| mark.of(source));
    let begins = first.label.is_some_and(|label| number(label.of(source)) == Some(1));
    let own =
        marks().find(|mark| mark.starts_with(is_digit)).map(|mark| number(mark.trim_end_matches(['.', '．', '、'])));
    let is = match kind {
        // ３ 議題 above １ 実績について: they begin anew below it.
        Kind::Part(Part::Heading) if style == Style::Digit && begins && own.is_some() => {
            let topic =
                || first.text.last().is_some_and(|last| TOPICS.iter().any(|end| last.of(source).ends_with(end)));
            let named = || marks().any(names_agenda) || marks().any(names_matters) && topic();
            let own = own.flatten().filter(|_| named());
            return mark_below(elements, field, own, source);
        }
        Kind::Part(Part::Heading) => begins && (style == Style::Digit || style == Style::HalfBracket),
        // ①… is a theme, unless it holds themes.
        Kind::Part(Part::Theme) => {
            let named =
                || marks().any(names_agenda) || style == Style::HalfBracket && begins && marks().any(names_matters);
            style != Style::Circled && named() || holds_themes(elements, &like)
        }
        Kind::Part(_) | Kind::Field(_) | Kind::Paragraph | Kind::Title => false,
    };
    if !is {
        return;
    }
    let found: Vec<usize> = (field..elements.len()).filter(|at| like(&elements[*at])).collect();
    for at in found {
        elements[at].kind = Kind::Part(Part::Agenda);
    }
}

/// Makes agenda items of the lines right below the field, and further down, that count with half a bracket though no rule knows
/// them: `１）実績について`.
fn count_paragraphs(elements: &mut [Element], field: usize, source: &str) {
    let counted = |element: &Element| {
        let first = element.text.first().filter(|_| element.kind == Kind::Paragraph)?;
        let topic = topic(first.of(source)).filter(|topic| topic.style == topics::Style::HalfBracket)?;
        let told = element.text.iter().any(|piece| piece.of(source).contains('。'));
        let digit = first.of(source).starts_with(is_digit);
        let label = topic.label.clone().filter(|_| digit && !told)?;
        let at = |byte: usize| first.start + byte;
        Some((topic.number, Span::new(at(label.start), at(label.end)), at(topic.text.start)))
    };
    if !elements[field].text.is_empty() || elements.get(field + 1).is_none_or(|first| counted(first).is_none()) {
        return;
    }
    let mut last = 0;
    for element in &mut elements[field + 1..] {
        let Some((number, label, start)) = counted(element).filter(|(number, ..)| *number == last + 1) else {
            continue;
        };
        last = number;
        (element.kind, element.rule, element.label) = (Kind::Part(Part::Agenda), "agenda.counted", Some(label));
        element.text[0].start = start;
    }
}

/// Makes agenda items of the headings that count from one right below a field that is numbered itself: those before its next
/// number, `３ 議題`, `1. 実績について`, `４ 会議の内容`; and of the same headings further down.
fn mark_below(elements: &mut [Element], field: usize, own: Option<u32>, source: &str) {
    let Some(own) = own.filter(|own| *own > 1) else { return };
    let heading = |element: &Element| {
        let label = element.label.filter(|_| element.kind == Kind::Part(Part::Heading))?;
        number(label.of(source)).filter(|_| style(element, source) == Some(Style::Digit))
    };
    let mut count = 0;
    let mut items = Vec::new();
    for (at, element) in elements.iter().enumerate().skip(field + 1) {
        match heading(element) {
            // Where the items have come as far as the field, what comes next may be either's.
            Some(number) if number == count + 1 && number <= own => {
                count = number;
                items.push(at);
            }
            Some(_) => break,
            None if matches!(element.kind, Kind::Field(_) | Kind::Title) => break,
            // １ 開会 over （１）委員の紹介: what is numbered below it is on the agenda.
            None if element.kind == Kind::Part(Part::Agenda) => return,
            None => {}
        }
    }
    let topics: Vec<String> = items.iter().map(|at| normal_form(source, &elements[*at].text)).collect();
    for element in &mut elements[field + 1..] {
        if heading(element).is_some() && topics.contains(&normal_form(source, &element.text)) {
            element.kind = Kind::Part(Part::Agenda);
        }
    }
}

/// Whether the one topic of the meeting stands below the field's name without a number: `議題⏎駅前広場の整備について`.
fn states_topic(elements: &[Element], source: &str) -> bool {
    let [field, topic, behind @ ..] = elements else { return false };
    let alone = matches!(topic.text.as_slice(), [line] if TOPICS.iter().any(|end| line.of(source).ends_with(end)));
    let ends = behind.first().is_none_or(|next| matches!(next.kind, Kind::Field(_) | Kind::Part(Part::Heading)));
    field.text.is_empty()
        && topic.kind == Kind::Paragraph
        && alone
        && ends
        && field.marks.iter().any(|mark| names_agenda(mark.of(source)))
}

/// With what the name of a topic ends.
const TOPICS: [&str; 4] = ["について", "の件", "に関すること", "の選任"];

/// How a label counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Circled,
    Roman,
    Kana,
    KanaBracket,
    HalfBracket,
    Ideograph,
    Digit,
}

fn style(element: &Element, source: &str) -> Option<Style> {
    let label = element.label?.of(source);
    match label.chars().next()? {
        c if is_circled(c) => Some(Style::Circled),
        'Ⅰ'..='Ⅻ' => Some(Style::Roman),
        'ア'..='ト' => Some(Style::Kana),
        '（' | '(' => Some(Style::KanaBracket),
        c if is_digit(c) && label.ends_with(['）', ')']) => Some(Style::HalfBracket),
        c if is_digit(c) => Some(Style::Digit),
        c if small(label).is_some() && is_kanji(c) => Some(Style::Ideograph),
        _ => None,
    }
}

/// `議題`, `３　協議事項`; `内容` may hold anything.
fn names_agenda(mark: &str) -> bool {
    let words: String = mark.chars().filter(|c| !c.is_whitespace()).collect();
    ["議題", "議案", "案件", "協議事項", "審議事項", "報告事項", "次第"].iter().any(|word| words.contains(word))
}

/// `議事`, `４　議事概要`: what is numbered there with half a bracket is what `（１）` would be.
fn names_matters(mark: &str) -> bool {
    let words: String = mark.chars().filter(|c| !c.is_whitespace()).collect();
    words.contains("議事")
}

/// Whether themes of another kind stand below one of these, before the next of them: those are the themes then.
fn holds_themes(elements: &[Element], like: &dyn Fn(&Element) -> bool) -> bool {
    let mut within = false;
    elements.iter().any(|element| {
        let other = element.kind == Kind::Part(Part::Theme) && !like(element);
        within |= like(element);
        other && within
    })
}

//! What stands numbered right below `議題` is its agenda, however it is numbered: `Ⅰ 実績について`, `ア …`, `１．…`.

use crate::element::{Element, Kind};
use crate::lexicon::brackets::is_kanji;
use crate::rules::head::Field;
use crate::rules::is_circled;
use crate::rules::is_digit;
use crate::rules::summary::Kind as Part;
use crate::values::number::{number, small};

/// Makes agenda items of the themes, or of the headings with plain numbers, that a field `議題` opens with, and of all that are
/// numbered like them.
pub(super) fn mark(elements: &mut [Element], source: &str) {
    let Some(field) = elements.iter().position(|element| element.kind == Kind::Field(Field::Agenda)) else { return };
    let Some(first) = elements.get(field + 1).filter(|_| elements[field].text.is_empty()) else { return };
    let Some(style) = style(first, source) else { return };
    let kind = first.kind;
    let like = |element: &Element| element.kind == kind && self::style(element, source) == Some(style);
    let marks = || elements[field].marks.iter().map(|mark| mark.of(source));
    let is = match kind {
        // ３ 議題 above １ 実績について: that the field counts like them would make them its equals.
        Kind::Part(Part::Heading) => {
            style == Style::Digit
                && first.label.is_some_and(|label| number(label.of(source)) == Some(1))
                && !marks().any(|mark| mark.starts_with(is_digit))
        }
        // ①… is a theme, unless it holds themes.
        Kind::Part(Part::Theme) => {
            style != Style::Circled && marks().any(names_agenda) || holds_themes(elements, &like)
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

/// Whether themes of another kind stand below one of these, before the next of them: those are the themes then.
fn holds_themes(elements: &[Element], like: &dyn Fn(&Element) -> bool) -> bool {
    let mut within = false;
    elements.iter().any(|element| {
        let other = element.kind == Kind::Part(Part::Theme) && !like(element);
        within |= like(element);
        other && within
    })
}

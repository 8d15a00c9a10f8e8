//! Which headings are themes: `１．連携` or `（１）連携` below （主な意見）, `◆連携` above items.
//!
//! The number alone does not tell: `（１）` is an agenda item in one document and a theme in another. Below （主な意見）, or
//! within an agenda item that is numbered otherwise, a series that begins at 1 and has opinions or items below is one of themes.

use crate::classify::speakers;
use crate::element::{Element, Kind};
use crate::lexicon::roles;
use crate::rules::head::{Field, NEXT_SENTENCE};
use crate::rules::summary::{AFFAIRS, Kind as Part};
use crate::span::is_space;
use crate::values::number::number;

/// What stands open while the elements are walked through.
#[derive(Default)]
struct Walk {
    /// Whether （主な意見） has been passed in the open agenda item.
    opinions: bool,
    /// How the open agenda item is numbered, and how those before it were.
    agenda: Option<char>,
    before: Vec<char>,
    /// The last theme: how it is numbered, and its number.
    series: Option<(char, u32)>,
}

/// Says of each element whether it is a heading that is a theme.
pub(super) fn themes(elements: &[Element], source: &str) -> Vec<bool> {
    let mut walk = Walk::default();
    let themes = elements.iter().enumerate().map(|(at, element)| match element.kind {
        Kind::Field(Field::Agenda | Field::Next) if element.rule != NEXT_SENTENCE => {
            walk = Walk { before: std::mem::take(&mut walk.before), ..Walk::default() };
            false
        }
        Kind::Part(Part::Opinions) => {
            (walk.opinions, walk.series) = (true, None);
            false
        }
        Kind::Part(part @ (Part::Agenda | Part::Heading)) => walk.heading(part, element, elements.get(at + 1), source),
        Kind::Part(Part::End) => {
            walk.opinions = false;
            false
        }
        Kind::Part(Part::Theme | Part::Item | Part::Other | Part::Summary | Part::Note | Part::Bullet) => false,
        Kind::Field(_) | Kind::Title | Kind::Paragraph => false,
    });
    themes.collect()
}

impl Walk {
    fn heading(&mut self, part: Part, element: &Element, next: Option<&Element>, source: &str) -> bool {
        let next = next.map(|next| next.kind);
        let holds_items = next == Some(Kind::Part(Part::Item));
        let holds = holds_items || matches!(next, Some(Kind::Part(Part::Bullet) | Kind::Paragraph));
        let Some((style, value)) = numbering(element, source) else {
            let word: String =
                element.text.iter().flat_map(|piece| piece.of(source).chars()).filter(|c| !is_space(*c)).collect();
            let part = matches!(element.rule, AFFAIRS | speakers::RULE) || is_part(&word) && !holds_items;
            let marked = element.label.is_none() && !element.marks.is_empty() && !part;
            return marked && holds && (self.opinions || self.agenda.is_some());
        };
        let open =
            self.opinions || self.agenda.is_some_and(|agenda| agenda != style) || part == Part::Heading && holds_items;
        let begins = value == 1 && open && !self.before.contains(&style);
        let goes_on = self.series.is_some_and(|(known, last)| known == style && last + 1 == value);
        if holds && (begins || goes_on) && style != WRITTEN {
            self.series = Some((style, value));
            return true;
        }
        self.series = None;
        self.opinions = announces_opinions(element, source);
        self.agenda = (part == Part::Agenda).then_some(style);
        self.before.extend(self.agenda);
        false
    }
}

/// `審議結果`, `主な質疑と意見`: what the minutes tell, no theme of the meeting.
fn is_part(word: &str) -> bool {
    const TOLD: [&str; 8] = ["意見", "質疑", "発言", "回答", "説明", "結果", "報告", "審議"];
    let told = word.chars().nth(5).is_none() || TOLD.iter().any(|told| word.contains(told));
    roles::is_heading(word) && told && !word.ends_with("について")
}

/// `議題１`, `日程第１`: a label in words, which is never a theme's.
const WRITTEN: char = '議';

/// How a heading is numbered, and its number: `（` and 1 of `（１）連携`.
fn numbering(element: &Element, source: &str) -> Option<(char, u32)> {
    let label = element.label?.of(source);
    let style = match label.chars().next()? {
        '（' | '(' | '⑴'..='⒇' => '（',
        '第' => '第',
        c if c.is_alphabetic() => WRITTEN,
        _ => '1',
    };
    Some((style, number(label)?))
}

/// `４ 主な意見`.
fn announces_opinions(element: &Element, source: &str) -> bool {
    element.text.first().is_some_and(|piece| piece.of(source).contains("主な意見"))
}

//! Lines that open something though no rule of the summary says so: headings by the document's own marks, by brackets, by
//! their words or by blank lines alone, and answers that begin with a name.

use super::Classifier;
use super::answer;
use super::handout::names_handout;
use super::marked::{HEADING_MARKS, in_round_brackets, is_marked_heading, is_set_apart, is_short_heading};
use super::opening::{Opening, paragraph};
use crate::element::{Element, Kind};
use crate::leading;
use crate::lexicon::brackets::is_hiragana;
use crate::lexicon::roles::{self, Role};
use crate::line::Line;
use crate::link::defined::definition_sign;
use crate::rules::headings::lists_decisions;
use crate::rules::summary::{AFFAIRS, Kind as Part, RULES};
use crate::rules::{is_bullet, plain_circle};
use crate::span::{Span, is_space};
use crate::trailing::is_open;

/// In columns: two full-width characters.
const SET_IN: usize = 4;

/// What may stand between a short form and its name.
const DEFINING: [char; 5] = ['＝', '：', '…', '=', ':'];

impl Classifier<'_> {
    /// `こども課：来年度に行う。` below `①原委員：窓口を一つにしてほしい。`: both begin with who says it.
    pub(super) fn answers_by_name(&self, text: &str) -> bool {
        let colon = |text: &str| text.chars().take(16).any(|c| matches!(c, '：' | ':'));
        let open = self.elements.last().filter(|open| open.kind == Kind::Part(Part::Bullet));
        let first = open.and_then(|open| open.text.first()).map_or("", |first| first.of(self.source));
        if !colon(first) || !colon(text) || text.starts_with(is_bullet) {
            return false;
        }
        let named = |text: &str| {
            let lead = leading::lead(text, false).filter(|lead| lead.sign == leading::Sign::Colon);
            lead.is_some_and(|lead| leading::is_told(&text[lead.end..]) && leading::is_name(&text[lead.name]))
        };
        named(first) && named(text)
    }

    /// `（事務局）来年度に行う。`, `＞（事務局）…` below `・窓口を一つにしてほしい。（厚木市）`: the desk answers what ended above.
    pub(super) fn desk_answers(&self, at: usize) -> Option<Opening> {
        let line = &self.body[at];
        line.first(self.source).filter(|c| is_open(*c) || "＞>⇨⇛".contains(*c))?;
        let text = line.text(self.source).trim_start_matches(['＞', '>', '⇨', '⇛']).trim_start_matches(is_space);
        let open = self.elements.last().filter(|open| open.kind == Kind::Part(Part::Bullet));
        let (open, before) = open.filter(|_| self.in_body && text.starts_with(is_open)).zip(at.checked_sub(1))?;
        // Farther in than any further line of the text above would stand.
        let set_in = line.indent >= open.indent + SET_IN;
        let ended = set_in || self.is_finished(open) || !self.habits.is_full(&self.body[before]);
        let lead = leading::lead(text, false).filter(|_| self.depth == 0 && ended)?;
        let desk = roles::at_end(&text[lead.name.clone()]) == Some((0, Role::Desk));
        let told = desk && text[lead.end..].contains(is_hiragana);
        let text = Span::new(line.span.end - text.len(), line.span.end);
        let mark = Span::new(line.span.start, text.start).trim(self.source);
        let marks = if mark.is_empty() { Vec::new() } else { vec![mark] };
        told.then_some(Opening { kind: Kind::Part(Part::Bullet), rule: answer::RULE, label: None, marks, text })
    }

    /// Whether the line says what a short form means, or begins as what is open does, which says it: `保健所＝釧路保健所` below
    /// `日赤＝釧路赤十字病院`.
    pub(super) fn defines(&self, open: &Element, line: &Line) -> bool {
        let text = line.text(self.source);
        let may = !text.contains('。') && text.contains(DEFINING) && self.depth == 0;
        let above = || definition_sign(open.text.first().map_or("", |first| first.of(self.source)));
        may && (definition_sign(text).is_some() || above().is_some_and(|sign| text.contains(sign)))
    }

    /// `〇事務局の説明`, where the document marks its headings so; `○本日の会議に付した事件` is one anywhere.
    pub(super) fn marked_heading(&self, text: &str, line: &Line) -> Option<Opening> {
        let mark = text.chars().next().filter(|c| HEADING_MARKS.contains(&plain_circle(*c)))?;
        let habit = self.heading_marks.iter().find(|known| known.mark == plain_circle(mark));
        let affairs = RULES.rule(text[mark.len_utf8()..].trim_start()).is_some_and(|rule| rule.id == AFFAIRS);
        let heads = habit.is_some_and(|habit| is_marked_heading(text) || habit.any_words && is_short_heading(text));
        // ■№２　受入基準, ■まとめ: the rules know more of it than that it is a heading.
        let known = || {
            let rule = RULES.rule(text);
            rule.is_some_and(|rule| matches!(rule.kind, Part::Opinions | Part::Item | Part::Summary))
        };
        if !affairs && (!heads || known()) {
            return None;
        }
        let behind = Span::new(line.span.start + mark.len_utf8(), line.span.end).trim(self.source);
        let mark = Span::new(line.span.start, line.span.start + mark.len_utf8());
        let rule = if affairs { AFFAIRS } else { "heading.word" };
        Some(Opening { kind: Kind::Part(Part::Heading), rule, label: None, marks: vec![mark], text: behind })
    }

    /// `（報告書（骨子案）について）` above bullets.
    pub(super) fn bracketed_heading(&self, at: usize) -> Option<Opening> {
        let line = &self.body[at];
        let text = in_round_brackets(line, self.body.get(at + 1), self.source, self.habits.gap)?;
        let marks = vec![Span::new(line.span.start, text.start), Span::new(text.end, line.span.end)];
        Some(Opening { kind: Kind::Part(Part::Heading), rule: "heading.word", label: None, marks, text })
    }

    /// A heading that nothing marks: a known word alone between blank lines, `審議結果`; any short line that stands so
    /// where that is the document's habit, `問い合わせ先`.
    pub(super) fn bare_heading(&self, line: &Line, text: &str) -> Option<Opening> {
        if lists_decisions(text) {
            return Some(paragraph(line, Kind::Part(Part::Heading), "heading.word"));
        }
        let apart = line.gap > self.habits.gap && text.len() <= 48;
        if !apart || !text.starts_with(|c: char| c.is_alphabetic()) || names_handout(text) {
            return None;
        }
        let word = text.replace(is_space, "");
        let known = roles::is_heading(&word) && !word.contains(['。', '、']);
        let habit = || self.sets_headings_apart && is_set_apart(line, self.source, self.habits.gap);
        (known || habit()).then(|| paragraph(line, Kind::Part(Part::Heading), "heading.word"))
    }
}

//! Whether a mark begins a line only because the line before it was full: `…保健⏎・福祉…`.

use super::Classifier;
use super::answer;
use super::bullet::{BulletShape, run_of_marks};
use super::opening::Opening;
use super::topics::{NUMBERED, topic};
use crate::element::{Element, Kind};
use crate::leading::{self, Sign};
use crate::line::Line;
use crate::rules::head::{Field, NEXT_SENTENCE};
use crate::rules::is_circled;
use crate::rules::summary::Kind as Part;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::attendance;
use crate::values::number::{number, numbers, place_in_series};

impl Classifier<'_> {
    /// Whether a mark stands at the beginning of the line only because the line before it was full.
    pub(super) fn by_chance(&self, opening: &Opening, at: usize) -> bool {
        let (Some(open), Some(before)) = (self.elements.last(), at.checked_sub(1)) else { return false };
        let text_like = matches!(
            open.kind,
            Kind::Part(Part::Bullet | Part::Note | Part::Agenda | Part::Theme | Part::Item)
                | Kind::Field(_)
                | Kind::Paragraph
        );
        let line = &self.body[at];
        let wrapped = self.habits.is_full(&self.body[before]) && line.gap <= self.habits.gap;
        let torn = line.gap <= self.habits.gap && self.tears_date(line, open);
        if opening.kind == Kind::Part(Part::Heading) && (torn || self.is_time(line, open)) {
            return true;
        }
        // 出席者 １ 協議会委員12名, 傍聴者 なし: what a line says of the field above it.
        let first = || opening.label.is_some_and(|label| number(label.of(self.source)) == Some(1));
        let stated = || attendance::is_stated(&normal_form(self.source, &[opening.text]));
        let below = open.kind == Kind::Field(Field::Attendees) && open.text.is_empty();
        let unnumbered = opening.label.is_none();
        if opening.kind == Kind::Part(Part::Heading) && below && (unnumbered || first()) && stated() {
            return true;
        }
        // ・⏎①早期の発見、②…: the bullet has been torn off its text.
        let torn_off = open.kind == Kind::Part(Part::Bullet) && open.text.is_empty() && line.gap <= self.habits.gap;
        if opening.kind == Kind::Part(Part::Theme) && torn_off && self.goes_through_series(opening) {
            return true;
        }
        let told = matches!(open.kind, Kind::Part(Part::Bullet | Part::Note) | Kind::Paragraph);
        if opening.kind == Kind::Part(Part::Theme) && told && wrapped && self.goes_through_series(opening) {
            return true;
        }
        if !text_like || !wrapped || self.is_finished(open) || matches!(opening.rule, "opinion.led" | answer::RULE) {
            return false;
        }
        match opening.kind {
            // 議案第42号　手数料条例の改正: white space behind a number written out is no accident of a wrap.
            Kind::Part(Part::Agenda) if opening.label.is_some_and(|label| label.of(self.source).contains('第')) => {
                false
            }
            Kind::Part(part @ (Part::Agenda | Part::Theme | Part::Heading)) => {
                !self.is_next_number(part, opening.label) || self.carries_series_on(open, opening)
            }
            // …は№３⏎№４ …: a number sign without a bracket goes on counting, or it is part of a sentence.
            Kind::Part(Part::Item) => {
                let text = matches!(open.kind, Kind::Part(Part::Bullet | Part::Note));
                opening.rule == "item.number-sign" && text && !self.counts_on(opening.label)
            }
            // ①…⏎②…: a list that counts on.
            Kind::Part(Part::Bullet) if opening.rule == NUMBERED && self.counts_list_on(line) => false,
            // …方法を考えたい⏎→（事務局）検討する: an arrow and a name.
            Kind::Part(Part::Bullet) if answers_by_name(line.text(self.source)) => false,
            Kind::Part(Part::Bullet) if told => {
                let after_noun = !self.body[before].last(self.source).is_some_and(is_hiragana);
                let dot = matches!(line.first(self.source), Some('・' | '･')) && after_noun;
                !self.is_usual_bullet(line) || dot && !self.habits.kinsoku && self.habits.closes_with_bracket
            }
            Kind::Field(Field::Agenda) if !matches!(open.kind, Kind::Field(_)) => {
                let colon = opening.marks.iter().any(|mark| mark.of(self.source).ends_with(['：', ':']));
                opening.marks.len() == 1 && !colon && opening.text.trim(self.source).is_empty()
            }
            // …をお願いしたい。⏎次回は…: what is open goes on.
            Kind::Field(Field::Next) => opening.rule == NEXT_SENTENCE,
            Kind::Part(_) | Kind::Field(_) | Kind::Title | Kind::Paragraph => false,
        }
    }

    /// Whether the label carries on its series: 1, or one more than the last of its kind.
    fn is_next_number(&self, part: Part, label: Option<Span>) -> bool {
        let Some(value) = label.and_then(|label| place_in_series(label.of(self.source))) else { return true };
        let last = self.counters.iter().find(|(kind, _)| *kind == part).map_or(0, |(_, last)| *last);
        value == 1 || value == last + 1
    }

    /// Whether the number next to a heading's own stands in its words: `①早期の発見②継続した支援③…` is a sentence's list.
    fn goes_through_series(&self, opening: &Opening) -> bool {
        let own = opening.label.map_or("", |label| label.of(self.source));
        let next = own.chars().next().filter(|c| is_circled(*c)).and_then(|c| char::from_u32(c as u32 + 1));
        next.is_some_and(|next| opening.text.of(self.source).contains(next))
    }

    /// Whether the number before a heading's own stands in the sentence that is open: `…は①早期の発見、②支援、⏎③移行に分ける`.
    fn carries_series_on(&self, open: &Element, opening: &Opening) -> bool {
        let own = opening.label.map_or("", |label| label.of(self.source));
        let last = own.chars().next().filter(|c| is_circled(*c)).and_then(|c| char::from_u32(c as u32 - 1));
        let last = last.filter(|c| is_circled(*c));
        last.is_some_and(|last| open.text.iter().rev().take(3).any(|piece| piece.of(self.source).contains(last)))
    }

    /// Whether a numbered opinion is the first of a list or the next one.
    fn counts_list_on(&self, line: &Line) -> bool {
        let last = self.counters.iter().find(|(kind, _)| *kind == Part::Bullet).map_or(0, |(_, last)| *last);
        topic(line.text(self.source)).is_some_and(|topic| topic.number == 1 || topic.number == last + 1)
    }

    /// Whether an item's number is higher than those before it.
    fn counts_on(&self, label: Option<Span>) -> bool {
        let last = self.counters.iter().find(|(kind, _)| *kind == Part::Item).map_or(0, |(_, last)| *last);
        label.and_then(|label| numbers(label.of(self.source)).first().copied()).is_some_and(|first| first > last)
    }

    /// Whether the document has used such a bullet before; its column may vary by a space.
    fn is_usual_bullet(&self, line: &Line) -> bool {
        let Some(shape) = BulletShape::of(line, self.source) else { return false };
        // `- …`, `-- …`: a stroke that white space follows is no stroke within a word.
        if matches!(shape.mark, '-' | '*') && (shape.spaced || run_of_marks(line.text(self.source), 1) > 1) {
            return true;
        }
        self.bullets.iter().any(|known| {
            known.mark == shape.mark && known.spaced == shape.spaced && known.column.abs_diff(shape.column) <= 2
        })
    }
}

/// Whether an arrow and the name of who answers begin the line: `→（事務局）…`, `⇒事務局：…`.
fn answers_by_name(text: &str) -> bool {
    let said = text.strip_prefix(['→', '⇒']).map(|said| said.trim_start_matches(is_space));
    said.and_then(|said| Some((said, leading::lead(said, false)?))).is_some_and(|(said, lead)| {
        matches!(lead.sign, Sign::Bracket(_) | Sign::Colon) && leading::names_somebody(&said[lead.name])
    })
}

/// A text seldom has a middle dot after kana, a sentence without a full stop often ends in one.
fn is_hiragana(c: char) -> bool {
    ('ぁ'..='ゖ').contains(&c)
}

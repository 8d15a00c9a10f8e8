//! Items of a list that name a body and nobody of it: `気象庁、国土地理院、全国知事会`.

use std::ops::Range;

use super::Reader;
use crate::attendees::{Entry, Facts, count};
use crate::lexicon::brackets::{is_hiragana, is_katakana};
use crate::lexicon::groups::{self, Group};
use crate::lexicon::roles;
use crate::line::Line;
use crate::link::shape::{Shape, is_short_school};
use crate::rules::is_bullet;
use crate::span::{Span, is_space};
use crate::text::normal_form;

/// Which items are bodies of which nobody is named: `気象庁、国土地理院、全国知事会`.
///
/// A municipality is one in any list, and so is what no person was read from but whose form is plainly a body's; a form that
/// names may have too (たんぽぽの会), and a word without any, only where most of the others are bodies.
pub(super) fn bodies(whole: &str, parts: &[Range<usize>], read: &[Option<Facts>]) -> Vec<bool> {
    let kinds: Vec<Body> = parts.iter().map(|part| Body::of(whole[part.clone()].trim())).collect();
    let count = kinds.iter().filter(|kind| **kind >= Body::Weak).count();
    let plain = kinds.iter().any(|kind| *kind >= Body::Plain);
    let among_bodies = plain && count >= 2 && count * 2 > parts.len();
    let is_body = |(kind, facts): (&Body, &Option<Facts>)| match kind {
        Body::Government => true,
        Body::Plain => {
            let person = |facts: &Facts| Body::of(whole[facts.person.clone()].trim());
            among_bodies || facts.as_ref().is_none_or(|facts| person(facts) == Body::Plain)
        }
        Body::Weak => among_bodies,
        Body::Named => among_bodies && facts.as_ref().is_none_or(|facts| facts.role.is_none()),
        Body::No => false,
    };
    kinds.iter().zip(read).map(is_body).collect()
}

impl Reader<'_> {
    /// Reads lines each of which is a body and no more, right below the heading of a list: `・釧路市医師会`; gives the next line.
    pub(super) fn body_lines(&mut self, at: usize) -> Option<usize> {
        const WIDEST: usize = 64;
        if self.headed != Some(at - 1) || self.begun != at - 1 {
            return None;
        }
        let first = &self.body[at];
        let bullet = first.first(self.source).filter(|c| is_bullet(*c));
        let like = |line: &&Line| {
            let own = line.first(self.source).filter(|c| is_bullet(*c));
            line.indent == first.indent && own == bullet && line.width <= WIDEST && self.may_be_body(line)
        };
        let run: Vec<Span> = self.body[at..].iter().take_while(like).map(|line| line.span).collect();
        let marks = |span: &Span| span.start + bullet.map_or(0, char::len_utf8);
        let own: Vec<Span> = run.iter().map(|span| Span::new(marks(span), span.end).trim(self.source)).collect();
        let names: Vec<String> = own.iter().map(|span| normal_form(self.source, &[*span])).collect();
        let (whole, parts) = one_after_the_other(&names);
        let read: Vec<Option<Facts>> = parts.iter().map(|_| None).collect();
        if parts.len() < 2 || !bodies(&whole, &parts, &read).into_iter().all(|is_body| is_body) {
            return None;
        }
        for ((line, span), name) in run.iter().zip(own).zip(names) {
            self.out
                .marks
                .extend((span.start > line.start).then(|| Span::new(line.start, span.start).trim(self.source)));
            self.out.entries.push(Entry { person: None, ..self.entry(vec![span], String::new(), None, Some(name)) });
        }
        (at..at + run.len()).for_each(|own| self.out.listed[own] = true);
        Some(at + run.len())
    }

    fn may_be_body(&self, line: &Line) -> bool {
        self.may_be_bodies(line) && !line.text(self.source).trim_start_matches(is_bullet).trim().contains(is_space)
    }

    fn may_be_bodies(&self, line: &Line) -> bool {
        line.gap <= self.gap
            && !line.text(self.source).contains(['。', '、', '：', ':', '（', '('])
            && !self.is_other_field(line)
            && self.heading(line).is_none()
    }

    /// Reads lines of bodies that wide gaps divide, right below the heading of a list: `釧路市　釧路市医師会　釧路保健所`; a line
    /// end may tear one of them. Gives the next line.
    pub(super) fn bodies_apart(&mut self, at: usize) -> Option<usize> {
        if self.headed != Some(at - 1) || self.begun != at - 1 || !self.body[at].text(self.source).contains('\u{3000}')
        {
            return None;
        }
        let indent = self.body[at].indent;
        // A wrap may put the gap itself at the beginning of a line.
        let beside = |line: &&Line| line.indent.abs_diff(indent) <= 2 && self.may_be_bodies(line);
        let run = self.body[at..].iter().take_while(beside).count();
        let mut found: Vec<Vec<Span>> = Vec::new();
        for line in &self.body[at..at + run] {
            let mut start = line.span.start;
            let pieces = line.text(self.source).split('\u{3000}').map(|piece| {
                start += piece.len() + '\u{3000}'.len_utf8();
                Span::new(start - piece.len() - '\u{3000}'.len_utf8(), start - '\u{3000}'.len_utf8())
            });
            for (place, piece) in pieces.filter(|piece| !piece.of(self.source).trim().is_empty()).enumerate() {
                let piece = piece.trim(self.source);
                match found.last_mut().filter(|_| place == 0) {
                    Some(last) if is_torn_body(last[last.len() - 1].of(self.source), piece.of(self.source)) => {
                        last.push(piece);
                    }
                    _ => found.push(vec![piece]),
                }
            }
        }
        let names: Vec<String> = found.iter().map(|spans| normal_form(self.source, spans)).collect();
        let (whole, parts) = one_after_the_other(&names);
        let read: Vec<Option<Facts>> = parts.iter().map(|_| None).collect();
        if parts.len() < 3 || !bodies(&whole, &parts, &read).into_iter().all(|is_body| is_body) {
            return None;
        }
        for (spans, name) in found.into_iter().zip(names) {
            self.out.entries.push(Entry { person: None, ..self.entry(spans, String::new(), None, Some(name)) });
        }
        (at..at + run).for_each(|own| self.out.listed[own] = true);
        Some(at + run)
    }
}

/// Names as one text, and where each of them lies in it.
fn one_after_the_other(names: &[String]) -> (String, Vec<Range<usize>>) {
    let ends = names.iter().scan(0, |end, name| {
        *end += name.len();
        Some(*end - name.len()..*end)
    });
    (names.concat(), ends.collect())
}

/// How plainly an item names a body; the order is that of strength.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Body {
    /// A role, a person with one, a count: 主任児童委員, 事務局3人.
    No,
    /// A name that may be anybody's: ふれあい立石（家族会）.
    Named,
    /// ピアサポートの会
    Weak,
    /// 立石市障がい福祉課
    Plain,
    /// 立石市
    Government,
}

impl Body {
    fn of(item: &str) -> Body {
        let shape = Shape::of(item);
        let group = groups::of(item) == Some(Group::Generic);
        let role = roles::at_end(item).is_some() && !group;
        let counted = item.ends_with(['名', '人']) || count::names_nobody(item);
        match shape.form.or(shape.head) {
            // 東村 is a village and a family name.
            _ if shape.is_government() && roles::is_surname(item) => Body::Weak,
            _ if shape.is_government() => Body::Government,
            _ if role || counted => Body::No,
            Some(_) if group => Body::Named,
            // …とは学校、児童相談所、警察: no name, so it may be a sentence that stands here.
            Some(form) if form.suffix == item => Body::Weak,
            Some(form) if form.plain && (form.suffix.chars().nth(1).is_some() || !item.contains(is_space)) => {
                Body::Plain
            }
            Some(_) => Body::Weak,
            // 県: whose officials came; 大竹支援: a school.
            None if groups::of(item) == Some(Group::Government) || is_short_school(&shape) => Body::Weak,
            None if group || is_kana(item) => Body::Named,
            None if item.contains(is_space) || !is_long(item) => Body::No,
            None => Body::Named,
        }
    }
}

/// Whether the line end between two items of a list tears a body's name: `善通寺市子ど` and `も未来課`.
pub(super) fn is_torn_body(head: &str, tail: &str) -> bool {
    let (head, tail) = (head.trim(), tail.trim());
    let whole = Body::of(&format!("{head}{tail}"));
    !head.is_empty() && whole >= Body::Plain && Body::of(head) < Body::Plain
}

/// つくし: nobody's family name is written so.
fn is_kana(item: &str) -> bool {
    item.chars().nth(1).is_some() && item.chars().all(|c| is_hiragana(c) || is_katakana(c))
}

/// Whether an item is longer than a family name.
fn is_long(item: &str) -> bool {
    item.chars().nth(4).is_some()
}

//! How much a piece of a cell looks like a list of organizations, a sentence, or a date in a schedule.
//!
//! Only forms are judged here: suffixes, particles, predicate endings. What the document itself repeats is judged in
//! [`habits`](super::habits).

use super::blank::is_amount;
use super::endings::{ACTIONS, ORGANIZATIONS, PREDICATES};
use super::list::{is_close, is_open, is_separator, trim};
use super::nicknames::is_named_kind;
use super::shapes::{is_term, rest};

/// What a form speaks for, in the points of the scoring model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Likeness {
    /// A list of organizations.
    pub organization: i32,
    /// A sentence or a description.
    pub prose: i32,
    /// More than a word or two, as a category is.
    pub phrase: i32,
    /// The rest of something that a line end has cut: `る。`, `務所`.
    pub rest: i32,
    /// A cell of the schedule: a month is named.
    pub schedule: i32,
    /// There is a 、 outside brackets.
    pub list: bool,
    /// Nothing but a figure: `12,480`, `80％`.
    pub amount: bool,
}

/// Whether a piece begins and ends with itself, or a line end may have cut it there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole {
    pub begins: bool,
    pub ends: bool,
}

/// Judges a piece without its bullet. `known` says whether the document lists a name elsewhere.
pub(super) fn likeness(text: &str, whole: Whole, known: impl Fn(&str) -> bool) -> Likeness {
    let mut piece = Piece::default();
    let mut item = Item::default();
    let (mut sum, mut items) = (0, 0);
    let mut depth = 0_usize;
    let mut before = None;
    for (at, c) in text.char_indices() {
        piece.character(before, c);
        if depth == 0 && is_separator(c) {
            sum += item.worth(&text[item.start..at], whole.begins || items > 0, &known);
            items += 1;
            item = Item { start: at + c.len_utf8(), ..Item::default() };
        } else {
            item.character(at, before, c);
            depth = if is_open(c) { depth + 1 } else { depth.saturating_sub(usize::from(is_close(c))) };
        }
        before = Some(c);
    }
    sum += item.worth(&text[item.start..], (whole.begins || items > 0) && whole.ends, &known);
    piece.likeness(text, sum / (items + 1), items > 0)
}

/// What the characters of a piece say together.
#[derive(Default)]
struct Piece {
    length: i32,
    particles: i32,
    stop: bool,
    joined: bool,
    month: bool,
}

impl Piece {
    fn character(&mut self, before: Option<char>, c: char) {
        self.length += 1;
        match c {
            'を' | 'は' | 'が' | 'に' | 'で' | 'へ' => {
                self.particles += i32::from(is_particle(before, c));
                self.joined |= matches!(c, 'を' | 'に');
            }
            '。' => self.stop = true,
            'の' | '（' | '「' | '『' => self.joined = true,
            '月' => self.month |= before.is_some_and(crate::rules::is_digit),
            _ => {}
        }
    }

    fn likeness(&self, text: &str, organization: i32, list: bool) -> Likeness {
        let sentence = is_sentence_end(text);
        let end = if sentence {
            15
        } else if ACTIONS.end(text) {
            6
        } else {
            0
        };
        let prose = 4 * self.particles.min(5) + end + if self.stop { 12 } else { 0 };
        let phrase = 3 * (self.length - 8).max(0) + if self.joined { 12 } else { 0 } + if sentence { 10 } else { 0 };
        let long = if self.length > 16 { 30 } else { 0 };
        let dated = if self.month {
            25
        } else if is_term(text) {
            15
        } else {
            0
        };
        let amount = is_amount(text);
        Likeness { organization, prose, phrase, rest: rest(text), schedule: dated - long, list, amount }
    }
}

/// One item of a list.
#[derive(Default)]
struct Item {
    start: usize,
    /// Where the bracket behind the name opens.
    remark: Option<usize>,
    length: i32,
    particles: i32,
}

impl Item {
    fn character(&mut self, at: usize, before: Option<char>, c: char) {
        if at > self.start && self.remark.is_none() && is_open(c) {
            self.remark = Some(at);
        }
        if self.remark.is_none() {
            self.length += 1;
            self.particles += i32::from(matches!(c, 'を' | 'は' | 'が') && is_particle(before, c));
        }
    }

    /// How much the item looks like an organization's name; one that may be cut is not blamed for it.
    fn worth(&self, item: &str, whole: bool, known: impl Fn(&str) -> bool) -> i32 {
        if known(item) {
            return 30;
        }
        let name = trim(&item[..self.remark.map_or(item.len(), |at| at - self.start)]);
        if name.is_empty() {
            return 0;
        }
        let long = (self.length - 16).max(0);
        let score = if ORGANIZATIONS.end(name) || is_named_kind(name) {
            20 - 8 * self.particles
        } else if ACTIONS.end(name) || is_sentence_end(name) {
            -20
        } else {
            -10 * i32::from(self.particles > 0)
        };
        if score - long < 0 && !whole { (score - long) / 3 } else { score - long }
    }
}

/// A case particle. In a name written in kana (かがやき, はぐくみ) the same letters are none.
fn is_particle(before: Option<char>, c: char) -> bool {
    before.is_some_and(|before| c == 'を' || !('ぁ'..='ゖ').contains(&before))
}

/// Whether a text ends as a sentence does: `研修を行う`.
pub(super) fn is_sentence_end(text: &str) -> bool {
    let mut back = text.chars().rev();
    let last = back.next();
    let written = back.next().is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let verb = matches!(last, Some('る' | 'す' | 'う' | 'く' | 'ぐ' | 'つ' | 'む' | 'ぶ' | 'た' | 'い'));
    last == Some('。') || verb && (written || PREDICATES.end(text))
}

/// Whether a text can be nothing but a sentence: `一覧を作成する`.
pub(super) fn is_sentence(text: &str) -> bool {
    let objects = ["を", "について", "に関して", "に向けて"];
    text.ends_with('。') || is_sentence_end(text) && objects.iter().any(|object| text.contains(object))
}

/// Whether nothing speaks against a name: no sentence, no case particle.
pub(super) fn may_be_name(item: &str) -> bool {
    !is_sentence_end(item) && !item.contains(['を', 'は', 'が', '。']) && !ACTIONS.end(item)
}

/// Whether a name ends like an organization's.
pub(super) fn has_suffix(item: &str) -> bool {
    ORGANIZATIONS.end(item) || is_named_kind(item)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(text: &str) -> Likeness {
        likeness(text, Whole { begins: true, ends: true }, |_| false)
    }

    #[test]
    fn lists_of_names_look_like_organizations() {
        for text in ["厚木市、厚木市立病院", "ゆいはあと、病院MSW、厚木保健福祉事務所、厚木市", "座間養護学校（窓口）"]
        {
            assert!(like(text).organization > 0, "{text}");
        }
        for text in ["研修会の開催", "一覧を作成する", "国や県への働きかけ"] {
            assert!(like(text).organization < 0, "{text}");
        }
    }

    #[test]
    fn a_month_makes_a_schedule_cell() {
        assert!(like("会議開催（９月頃）").schedule > 0);
        assert_eq!(like("厚木市").schedule, 0);
    }
}

//! Whether a document's texts use to begin with names, and with what sign: one decision from all of them together.

use super::{Lead, Sign, lead};
use crate::lexicon::brackets::is_hiragana;
use crate::lexicon::roles;
use crate::line::Line;
use crate::link::judge::{Position, Verdict, judge};
use crate::rules::head::{FIELDS, Field};
use crate::rules::is_bullet;
use crate::span::Span;
use crate::text::normal_form;
use crate::trailing::{is_close, is_open};

/// The fewest texts that make a habit.
const FEWEST: usize = 3;

/// How this document's texts begin, where they use to begin with a name; `texts` are their first lines without their bullets,
/// and whether more lines follow.
pub(crate) fn habit<'t>(texts: impl Iterator<Item = (&'t str, bool)>) -> Option<Sign> {
    let leads = texts.filter_map(|(text, more)| Some((text, lead(text, more)?)));
    let mut leads: Vec<(&str, Lead)> = leads.collect();
    // Whether words are a field's or a name is dear to know, and two lines are no habit.
    let usual = frequent(&leads);
    leads.retain(|(text, lead)| usual.iter().any(|(sign, _)| *sign == lead.sign) && !is_field(text));
    let mut counts: Vec<Count> = frequent(&leads).into_iter().map(|(sign, all)| Count::new(sign, all)).collect();
    for (text, lead) in &leads {
        let Some(count) = counts.iter_mut().find(|count| count.sign == lead.sign) else { continue };
        count.told += usize::from(lead.sign == Sign::Line || is_told(&text[lead.end..]));
        count.add(&text[lead.name.clone()]);
    }
    counts.into_iter().filter(Count::is_habit).max_by_key(|count| count.sure).map(|count| count.sign)
}

/// The signs of so many leads that they may be a habit, with how many these are.
fn frequent(leads: &[(&str, Lead)]) -> Vec<(Sign, usize)> {
    let mut counts: Vec<(Sign, usize)> = Vec::new();
    for (_, lead) in leads {
        match counts.iter_mut().find(|(sign, _)| *sign == lead.sign) {
            Some((_, count)) => *count += 1,
            None => counts.push((lead.sign, 1)),
        }
    }
    counts.retain(|(_, count)| *count >= FEWEST);
    counts
}

/// `日時：…`, `場所　…`.
fn is_field(text: &str) -> bool {
    FIELDS.rule(text).is_some_and(|rule| rule.kind != Field::Unnamed)
}

struct Count {
    sign: Sign,
    all: usize,
    /// Those with more behind the name than a figure: `厚木市：３件` says nothing.
    told: usize,
    /// Those with a name that is one by itself.
    sure: usize,
    /// Others that may be names where names are usual: `＜ひまわり＞`.
    likely: usize,
    /// Those with a family name alone: `＜飯山＞`.
    families: usize,
    first: String,
    /// Whether there are two names at least.
    several: bool,
}

impl Count {
    fn new(sign: Sign, all: usize) -> Self {
        Self { sign, all, told: 0, sure: 0, likely: 0, families: 0, first: String::new(), several: false }
    }

    fn add(&mut self, name: &str) {
        let name = normal_form(name, &[Span::new(0, name.len())]);
        let family = roles::is_surname(&name) || name.strip_suffix(['氏', '様']).is_some_and(roles::is_surname);
        if !family && !is_name(&name) {
            self.likely += usize::from(is_name_among_others(&name));
            return;
        }
        self.families += usize::from(family);
        self.sure += usize::from(!family);
        self.several |= self.sure + self.families > 1 && name != self.first;
        if self.sure + self.families == 1 {
            self.first = name;
        }
    }

    fn is_habit(&self) -> bool {
        let least = if matches!(self.sign, Sign::Bracket(_) | Sign::Colon | Sign::HalfBracket) { 2 } else { 3 };
        // 森, 泉, 原 are words too, so family names have to be most of what stands there.
        let families = matches!(self.sign, Sign::Bracket(_) | Sign::Colon)
            && self.families >= 3
            && (self.families + self.sure) * 4 >= self.all * 3;
        let named = self.sure >= least && self.sure * 2 >= self.all;
        // 〈市立病院〉, 〈ひまわり〉, 〈こだま〉: nothing else stands there.
        let others = self.likely > 0 && (self.sure + self.likely) * 5 >= self.all * 4;
        let likely = self.sure >= 2 && self.sure * 6 >= self.all && others;
        let habit = self.several && (named || families) || likely;
        habit && self.all >= 3 && self.told * 2 > self.all
    }
}

/// Whether a text says something: a sentence ends in it, or there is kana as verbs have it.
pub(crate) fn is_told(text: &str) -> bool {
    text.contains('。') || text.chars().filter(|c| is_hiragana(*c)).nth(3).is_some()
}

/// Whether the words name somebody wherever they stand: `小田原市健康づくり課`, `山田委員`, `事務局`.
pub(crate) fn is_name(name: &str) -> bool {
    let position = Position { before: "", last_in_paragraph: true, elsewhere: 0, habit: 0, known: false };
    !roles::is_heading(name) && judge(name, &position).verdict == Verdict::Speaker
}

/// The habit of those lines that no bullet opens.
pub(crate) fn habit_of_lines(body: &[Line], source: &str) -> Option<Sign> {
    let texts = body.iter().enumerate().filter(|(_, line)| !line.first(source).is_some_and(is_bullet));
    // …足りない（厚木 above 保健所）: the end of a bracket that the line above has opened.
    let opened =
        |above: &Line| above.text(source).chars().rev().find(|c| is_open(*c) || is_close(*c)).is_some_and(is_open);
    let closes = |text: &str| text.chars().take(24).find(|c| is_open(*c) || is_close(*c)).is_some_and(is_close);
    let torn = |at: usize, text: &str| at > 0 && closes(text) && opened(&body[at - 1]);
    let texts = texts.map(|(at, line)| (at, line.text(source))).filter(|(at, text)| !torn(*at, text));
    habit(texts.map(|(_, text)| (text, false))).filter(|sign| *sign != Sign::Gap)
}

/// Whether they may be a name where others like them are: `ひまわり` beside `小田原市健康づくり課`.
pub(crate) fn is_name_among_others(name: &str) -> bool {
    let position = Position { before: "", last_in_paragraph: true, elsewhere: 0, habit: 60, known: false };
    !roles::is_heading(name) && judge(name, &position).verdict == Verdict::Speaker
}

/// Whether words may be a name, or are a role and nothing else: `厚木市`, `事務局`.
pub(crate) fn names_somebody(words: &str) -> bool {
    is_name_among_others(words) || roles::at_end(words).is_some_and(|(at, _)| at == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_a_habit_and_topics_are_none() {
        let names = ["【厚木市】増やす。", "【ひまわり】難しい。", "【厚木保健所】続ける。"];
        let of = |texts: [&'static str; 3]| habit(texts.into_iter().map(|text| (text, false)));
        assert_eq!(of(names), Some(Sign::Bracket('【')));
        assert_eq!(of(["【課題】増やす。", "【現状】難しい。", "【厚木市】続ける。"]), None);
        assert_eq!(of(["厚木市：３件", "愛川町：２件", "清川村：12件（前年10件）"]), None);
        assert_eq!(of(["【厚木市】増やす。", "【厚木市】難しい。", "【厚木市】続ける。"]), None);
    }
}

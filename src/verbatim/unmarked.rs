//! Heads that no mark and no bracket opens: `会長：…`, `12番 矢代議員　…`, `事務局` alone, `議　　長　　…`.

use crate::leading;
use crate::lexicon::{forms, roles};
use crate::rules::is_digit;
use crate::rules::verbatim::{
    ALONE, COLON, QUOTED, SEAT, SEATED, SPACED, SPACED_LETTERS, SPACED_ONCE, Style, closes_head,
};
use crate::span::is_space;
use crate::verbatim::candidate::{Candidate, Scanner};
use crate::verbatim::glance::{closes_at_first_space, name_before_colon, role_before, short_before};
use crate::verbatim::speaker::{Speaker, Strength};
use crate::verbatim::titles::{is_titled, names_holder, names_person};
use crate::verbatim::window::Window;

impl Scanner<'_> {
    /// A line without a mark; `text` is the line as written, `first` its first character.
    pub(super) fn unmarked(&mut self, window: &Window, text: &str, first: char, at: usize) -> Option<Candidate> {
        if is_digit(first) && short_before(text, |c| c == '番') {
            let named = self.decide(&SEATED, window, at).filter(|found| is_titled(found) && names_person(found));
            return named.or_else(|| self.decide(&SEAT, window, at).filter(is_titled));
        }
        if name_before_colon(text) {
            let mut found = self.decide(&COLON, window, at);
            // 漁協：, 土地改良区：: a kind of body alone is one here.
            if let Some(found) = found.as_mut().filter(|found| found.speaker.strength < Strength::Organization)
                && forms::of(&found.name).is_some_and(|form| form.plain && found.name.chars().nth(1).is_some())
                && !roles::is_surname(&found.name)
            {
                let organization = Some(0..found.name.len());
                found.speaker = Speaker { strength: Strength::Organization, organization, ..Speaker::of("") };
            }
            if let Some(found) = found.filter(|found| found.speaker.strength >= Strength::Possible && !is_titled(found))
            {
                return Some(found);
            }
        }
        // 青波手をつなぐ親の会：放課後の居場所が…: longer than a person's name, and a body's.
        if short_before(text, |c| matches!(c, '：' | ':')) && !name_before_colon(text) && text.contains('。') {
            let found = self.decide(&COLON, window, at).filter(|found| found.form.style == Style::Colon);
            let body = found.filter(|found| !is_titled(found) && leading::is_name(&found.name));
            if let Some(found) = body {
                return Some(Candidate { speaker: Speaker::body(&found.name), ..found });
            }
        }
        if role_before(text, closes_head) || closes_without_opening(text) {
            let found = self.decide(&COLON, window, at).filter(is_titled);
            let found = found.filter(|found| !self.closes_earlier(found));
            if found.is_some() {
                return found;
            }
        }
        if role_before(text, |c| c == '「') && quotes_to_end(text) {
            let found = self.decide(&QUOTED, window, at);
            if let Some(found) = found.filter(|found| found.speaker.strength >= Strength::Organization) {
                return Some(found);
            }
        }
        let bracketed = text.ends_with(['）', ')']);
        if text.len() <= if bracketed { 96 } else { 48 } && !text.ends_with(['。', '、', '」']) {
            let alone = self.decide(&ALONE, window, at);
            // …の見直し（案）: a bracket at a line's end closes a head only where it names the holder of a role.
            let alone = alone.filter(|found| !bracketed || names_holder(found));
            if alone.as_ref().is_some_and(|found| found.speaker.strength != Strength::No) {
                return alone;
            }
        }
        role_before(text, is_space).then(|| self.spaced(window, at)).flatten().filter(is_titled)
    }

    /// A line whose head only white space closes.
    fn spaced(&mut self, window: &Window, at: usize) -> Option<Candidate> {
        let letters = window.text.chars().nth(1).is_some_and(is_space);
        let found = letters.then(|| self.decide(&SPACED_LETTERS, window, at)).flatten().filter(is_titled);
        let found = found.or_else(|| self.decide(&SPACED, window, at).filter(is_titled));
        let once = || closes_at_first_space(&window.text).then(|| self.decide(&SPACED_ONCE, window, at)).flatten();
        found.or_else(once)
    }
}

/// Whether what the first 「 opens ends with the line, or on a later one: not `市長「公約」に関する質問`.
fn quotes_to_end(text: &str) -> bool {
    let mut depth = 0;
    let mut close = None;
    for (at, c) in text.char_indices() {
        depth += i32::from(c == '「') - i32::from(c == '」');
        if depth == 0 && c == '」' && close.is_none() {
            close = Some(at + c.len_utf8());
        }
    }
    close.is_none_or(|close| text[close..].trim_matches('。').is_empty())
}

/// `委員）高齢の方の`, `今井（正）委員長）`: among the first characters a bracket closes that nothing has opened.
fn closes_without_opening(text: &str) -> bool {
    let mut depth = 0;
    text.chars().take(18).any(|c| {
        depth += i32::from(matches!(c, '（' | '(')) - i32::from(matches!(c, '）' | ')'));
        depth < 0
    })
}

//! Whether numbered lines are opinions, one after the other.

use super::numbered::{Lines, Numbered, stops};
use crate::leading;
use crate::rules::summary::{Kind as Part, RULES};
use crate::rules::{is_bullet, is_circled};
use crate::trailing::is_close;

/// In lines: so far above a list the heading is looked for that announces opinions.
const FAR: usize = 60;

impl Lines<'_> {
    /// The lines of a style that are opinions: all that may be, or those of single lists.
    pub(super) fn listed(&self, like: &[&Numbered]) -> Vec<usize> {
        let runs = like.chunk_by(|one, next| next.topic.number == one.topic.number + 1);
        let runs: Vec<&[&Numbered]> = runs.filter(|run| self.may_voice(run)).collect();
        let all = runs.concat();
        if self.are_list(&all) {
            return all.iter().map(|line| line.at).collect();
        }
        let voiced = |run: &&[&Numbered]| run.iter().all(|line| self.is_attributed(line)) && self.are_list(run);
        runs.into_iter().filter(|run| voiced(run) || self.are_told(run)).flatten().map(|line| line.at).collect()
    }

    /// Whether each of the lines begins a text that ends with a full stop or with who says it, as no theme does, below a heading
    /// that announces opinions: `主な意見` above `①…してほしい。`, `②…である（厚木市）`
    fn are_told(&self, run: &[&Numbered]) -> bool {
        let told = |line: &&Numbered| {
            let end = self.end(line);
            let last = self.body[end - 1].text(self.source);
            let text = &self.body[line.at..end];
            let sentences = || text.iter().any(|line| line.text(self.source).contains('。'));
            // №１　相談窓口 above what is told and by whom heads it.
            let whole =
                text.len() == 1 || self.habits.is_nearly_full(&text[0]) || text[0].text(self.source).contains('。');
            let named = || self.is_attributed(line) || last.ends_with(is_close) && sentences();
            let ends = last.ends_with('。') || whole && named();
            ends && !self.body.get(end).is_some_and(|next| next.first(self.source).is_some_and(is_bullet))
        };
        run.len() >= 2 && run.iter().all(told) && self.follows_opinions(run[0].at)
    }

    /// Whether a heading above the line announces opinions, with no other part of the agenda between.
    fn follows_opinions(&self, at: usize) -> bool {
        let above = self.body[at.saturating_sub(FAR)..at].iter().rev().map(|line| line.text(self.source));
        for text in above.filter(|text| !text.ends_with('。') && text.chars().nth(24).is_none()) {
            if ["意見", "質疑", "発言", "要望", "コメント"].iter().any(|word| text.contains(word)) {
                return true;
            }
            if RULES.rule(text).is_some_and(|rule| matches!(rule.kind, Part::Agenda | Part::Heading)) {
                return false;
            }
        }
        false
    }

    /// Whether nearly all of the lines begin a text that ends as texts do, with a full stop or a bracket, and half of them
    /// are long or say who says so.
    fn are_list(&self, like: &[&Numbered]) -> bool {
        let said = |line: &&&Numbered| {
            let last = self.body[self.end(line) - 1].text(self.source);
            // ①研修について（資料１） is a heading with a bracket; (1)… is told apart by its length.
            let two = last.char_indices().any(|(at, c)| is_circled(c) && last[..at].trim_end().ends_with(is_close));
            if two {
                return false;
            }
            let ends = stops(last) || !line.topic.style.is_strict() && last.ends_with(is_close);
            ends || self.is_attributed(line)
        };
        let long = |line: &&&Numbered| {
            let text = &self.body[line.at..self.end(line)];
            text.len() > 1 || text[0].text(self.source).contains('。') || self.is_attributed(line)
        };
        let enough = like.len() >= 3 || like.len() == 2 && like.iter().all(|line| self.is_attributed(line));
        enough
            && like.iter().filter(said).count() * 5 >= like.len() * 4
            && like.iter().filter(long).count() * 2 >= like.len()
            && like.iter().filter(|line| self.heads(line)).count() * 3 <= like.len()
            && self.are_names(like)
    }

    /// Whether half of the words with which texts begin are names anywhere: `①現状：…`, `②課題：…` may be names among names.
    fn are_names(&self, like: &[&Numbered]) -> bool {
        let count = |is_name: fn(&str) -> bool| like.iter().filter(|line| self.begins_with(line, is_name)).count();
        count(leading::is_name) * 2 >= count(leading::is_name_among_others)
    }
}

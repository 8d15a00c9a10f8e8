//! What numbered lines are in this document: headings with something below, or opinions one after the other.
//!
//! ```text
//! ①研修の実施                     a theme
//! ・年に一度では足りない（厚木市）
//!
//! ①年に一度では足りない（厚木市）   opinions
//! ②時間帯を選べるとよい（愛川町）
//! ```
//!
//! What a line is shows in how its like end and in what stands below them, so that is counted before any line is judged.

use rustc_hash::FxHashMap;

use super::bracketed::closing;
use super::numbered::{Lines, Numbered};
use super::own_label::{own_label, retain_counting};
use super::topics::{Style, Topic, topic};
use crate::line::Line;
use crate::rules::is_bullet;
use crate::rules::summary::{Kind as Part, RULES};
use crate::survey::Habits;

/// What numbered or set-off lines are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Use {
    /// Headings with opinions or items below.
    Theme,
    /// Headings of parts that are told in sentences: `１）前回の確認` above `事務局から説明した。`
    Part,
    /// Opinions, one after the other.
    List,
}

/// What this document uses its styles for.
#[derive(Default)]
pub(super) struct Uses {
    themes: Vec<Style>,
    parts: Vec<Style>,
    /// The lines of lists of opinions, in order.
    listed: Vec<usize>,
    /// The lines of headings with labels that only this document has, or between signs, which rules take for bullets, in order.
    apart: Vec<usize>,
    /// The lines of points that belong to one opinion, in order.
    points: Vec<usize>,
    /// Whether the document has labels of its own.
    has_own: bool,
    /// The lines in brackets that head nothing, in order: torn names, labels that the rules know.
    others: Vec<usize>,
}

impl Uses {
    /// What a line of this style is for; `None` where nothing tells, or where the style is a rule's.
    pub fn of(&self, style: Style, at: usize) -> Option<Use> {
        if self.others.binary_search(&at).is_ok() {
            return None;
        }
        if self.themes.contains(&style) {
            return Some(Use::Theme);
        }
        if self.parts.contains(&style) {
            return Some(Use::Part);
        }
        self.listed.binary_search(&at).is_ok().then_some(Use::List)
    }

    /// Whether the line is a point of the opinion above it: `①窓口を一つにする` below `・次の点をお願いしたい`.
    pub fn is_point(&self, at: usize) -> bool {
        self.points.binary_search(&at).is_ok()
    }

    /// A line taken apart at a label of the document's own, where it has any.
    pub fn own(&self, text: &str) -> Option<Topic> {
        self.has_own.then(|| own_label(text)).flatten()
    }

    /// Whether a line that the rules of the summary know as well has a use here.
    pub fn precede_rules(&self, at: usize, text: &str) -> bool {
        let ideograph = || topic(text).is_some_and(|topic| topic.style == Style::Ideograph);
        self.listed.binary_search(&at).is_ok()
            || self.apart.binary_search(&at).is_ok()
            || self.themes.contains(&Style::Ideograph) && ideograph()
    }
}

/// The uses of the styles in this document.
pub(super) fn uses(body: &[Line], source: &str, habits: &Habits) -> Uses {
    let read = |text: &str| topic(text).or_else(|| own_label(text));
    let found = body.iter().enumerate().filter_map(|(at, line)| Some(Numbered::new(at, read(line.text(source))?)));
    let mut found: Vec<Numbered> = found.collect();
    retain_counting(&mut found);
    let own: Vec<usize> =
        found.iter().filter(|line| line.topic.style.is_own()).map(|line| body[line.at].span.start).collect();
    let lines = Lines { body, source, habits, closing: closing(body, source), own };
    let others: Vec<usize> = found
        .iter()
        .filter(|line| lines.is_torn_name(line) || lines.is_known_bracket(line))
        .map(|line| line.at)
        .collect();
    found.retain(|line| others.binary_search(&line.at).is_err());
    lines.tell_headings(&mut found);
    let mut uses = Uses { points: lines.points(&found), others, has_own: !lines.own.is_empty(), ..Uses::default() };
    let found: Vec<&Numbered> = found.iter().filter(|line| !uses.is_point(line.at)).collect();
    let mut judged: Vec<Style> = Vec::new();
    for Topic { style, number, .. } in found.iter().map(|line| &line.topic) {
        // A list in which this style is used begins at its beginning.
        if *number > 1 || judged.contains(style) {
            continue;
        }
        judged.push(*style);
        let like: Vec<&Numbered> = found.iter().filter(|line| line.topic.style == *style).copied().collect();
        if *style == Style::HalfBracket && lines.are_parts(&like) {
            uses.parts.push(*style);
        } else if lines.are_themes(*style, &like) {
            uses.themes.push(*style);
            let apart = style.is_own() || matches!(style, Style::Enclosed(_));
            uses.apart.extend(like.iter().filter(|_| apart).map(|line| line.at));
        } else if style.may_list() {
            uses.listed.extend(lines.listed(&like));
        }
    }
    uses.listed.sort_unstable();
    uses.apart.sort_unstable();
    uses
}

impl Lines<'_> {
    /// The lines of runs `①…②…③…（厚木市）` below a bullet, of which only the last says who voiced them all.
    fn points(&self, found: &[Numbered]) -> Vec<usize> {
        let goes_on = |one: &Numbered, next: &Numbered| {
            let (one, next) = (&one.topic, &next.topic);
            next.style == one.style && next.number == one.number + 1
        };
        let runs = found.chunk_by(goes_on).filter(|run| run.len() >= 2 && run[0].topic.number == 1);
        let belongs = |run: &&[Numbered]| {
            let Some((last, others)) = run.split_last() else { return false };
            if self.is_within_numbered(run, found) {
                return true;
            }
            let bullet = || self.bullet_above(others[0].at);
            last.topic.style.may_list()
                && bullet().is_some_and(|bullet| !self.is_named(bullet, others[0].at))
                && run.windows(2).all(|pair| self.end(&pair[0]) == pair[1].at)
                && self.is_named(last.at, self.end(last))
                && !others.iter().any(|line| self.is_named(line.at, self.end(line)))
        };
        runs.filter(belongs).flatten().map(|line| line.at).collect()
    }

    /// Whether the lines stand within a numbered text that ends as a sentence does and whose number the next line behind them
    /// counts on: `（１）…`, `（２）…` between `１　次の点を直してほしい。` and `２　…`.
    fn is_within_numbered(&self, run: &[Numbered], found: &[Numbered]) -> bool {
        let (first, last) = (&run[0], &run[run.len() - 1]);
        let place = found.partition_point(|line| line.at < first.at);
        let Some(outer) = place.checked_sub(1).map(|outer| &found[outer]) else { return false };
        let next = found.get(place + run.len());
        let counts_on = |next: &Numbered| {
            next.topic.style == outer.topic.style
                && next.topic.number == outer.topic.number + 1
                && self.end(last) == next.at
        };
        outer.topic.style.may_list()
            && outer.topic.style != first.topic.style
            && self.end(outer) == first.at
            && self.body[first.at - 1].text(self.source).ends_with('。')
            && next.is_some_and(counts_on)
            && run.windows(2).all(|pair| self.end(&pair[0]) == pair[1].at)
    }

    /// The bullet whose text ends right above the line.
    fn bullet_above(&self, at: usize) -> Option<usize> {
        let bullet = (at.saturating_sub(8)..at).rev().find(|above| self.opens(&self.body[*above]))?;
        self.body[bullet].first(self.source).is_some_and(is_bullet).then_some(bullet)
    }

    fn are_themes(&self, style: Style, like: &[&Numbered]) -> bool {
        // 【厚木市】 may say who speaks below it, unless everything below names its speaker.
        let name = matches!(style, Style::Lenticular | Style::Enclosed(_));
        let may = |line: &&&Numbered| !name || self.is_named_below(line);
        // [1] 次第, [2] 名簿: a list of things, none of which heads the next.
        let listed_below =
            |line: &Numbered| style.is_own() && self.body.get(line.at + 1).is_some_and(|next| self.is_own(next));
        let heads = || like.iter().filter(may).filter(|line| self.heads(line) && !listed_below(line)).count();
        // Ⅰ 実績, Ⅱ 計画 in a list above Ⅰ 実績 and what was said of it: the list says nothing of what its lines are.
        let words = |line: &Numbered| self.body[line.at].text(self.source);
        let last: FxHashMap<&str, usize> = like.iter().map(|line| (words(line), line.at)).collect();
        let listed = |line: &&&Numbered| !self.heads(line) && last.get(words(line)).is_some_and(|last| *last > line.at);
        // №１　研修, 1-1 研修: what these head the rules know.
        let ruled = || style.is_own() && like.first().is_some_and(|first| self.is_ruled(first));
        !style.is_of_rules()
            && !ruled()
            && heads() > 0
            && heads() * 3 >= (like.len() - like.iter().filter(listed).count()) * 2
    }

    /// Whether half of the lines head what is told in sentences, and few of them points.
    fn are_parts(&self, like: &[&Numbered]) -> bool {
        let points = like.iter().filter(|line| self.has_points(line)).count();
        let heads = like.iter().filter(|line| self.heads(line)).count();
        heads >= 2 && heads * 2 >= like.len() && points * 2 < like.len()
    }

    fn is_ruled(&self, line: &Numbered) -> bool {
        RULES.rule(self.body[line.at].text(self.source)).is_some_and(|rule| rule.kind != Part::Bullet)
    }
}

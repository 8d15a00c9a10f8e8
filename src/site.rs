//! What a web page shows around the minutes on it: no part of them, and so left over.
//!
//! ```text
//! トップページ > 市政情報 > 審議会        above the title: where the page lies
//! 第２回白鷺市環境審議会 会議録
//! 更新日：2019年7月1日                   between title and fields: when it was posted
//! １ 日時 …
//! このページに関するお問い合わせ          below the last turn: whom to ask, to the end
//! ```

use crate::line::Line;
use crate::rules::Rule;
use crate::rules::head::{FIELDS, Field};
use crate::rules::is_digit;
use crate::rules::site::{BESIDE, END, End, TOP, Top};
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::title::{names_document, names_meeting};
use crate::trace::Decision;

/// How many lines a page may show before the minutes.
const HEAD: usize = 60;
/// How many lines may stand below the last that names the page: what else the site has.
const BELOW: usize = 24;
/// In how many last lines whom to ask is looked for.
const LAST: usize = 120;

/// The lines of the minutes, and which lines are the site's, by the rule that says so.
pub(crate) fn divide(mut lines: Vec<Line>, source: &str) -> (Vec<Line>, Vec<(Span, Decision)>) {
    let ink: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].is_blank()).collect();
    let page = Page { lines: &lines, ink: &ink, source };
    let mut site = page.head();
    site.extend(page.end(site.last().map_or(0, |(at, _)| at + 1)));
    if site.is_empty() {
        return (lines, Vec::new());
    }
    let decisions = site.iter().map(|(at, rule)| (lines[ink[*at]].span, Decision { rule, continues: false })).collect();
    let mut of_site = vec![false; lines.len()];
    site.iter().for_each(|(at, _)| of_site[ink[*at]] = true);
    let mut is_of_site = of_site.into_iter();
    lines.retain(|_| !is_of_site.next().unwrap_or(false));
    (lines, decisions)
}

/// The lines of a page that are not blank.
struct Page<'l> {
    lines: &'l [Line],
    ink: &'l [usize],
    source: &'l str,
}

/// What a line of a site has no rule of its own for.
const AROUND: &str = "site.around";
const PATH: &str = "site.path";

impl Page<'_> {
    fn text(&self, at: usize) -> &str {
        self.lines[self.ink[at]].text(self.source)
    }

    /// The site's lines above the first field.
    fn head(&self) -> Vec<(usize, &'static str)> {
        let most = self.ink.len().min(HEAD);
        // Most documents show nothing of a site: that is seen before anything else is asked.
        if (0..most).all(|at| TOP.rule(self.text(at)).is_none() && !self.is_first_step(at)) {
            return Vec::new();
        }
        let until = (0..most).find(|at| self.begins_minutes(*at)).unwrap_or(most);
        let rules: Vec<_> = (0..until).map(|at| TOP.rule(self.text(at))).collect();
        let is = |at: usize, kind: Top| rules[at].is_some_and(|rule| rule.kind == kind);
        let mut site: Vec<Option<&'static str>> = vec![None; until];
        for at in 0..until {
            if is(at, Top::Page) || is(at, Top::Path) {
                site[at] = rules[at].map(|rule| rule.id);
            }
        }
        for at in self.listed_path(until) {
            site[at] = Some(PATH);
        }
        if let Some(path) = (0..until).rev().find(|at| site[*at] == Some(PATH)) {
            for at in 0..path {
                let free = site[at].is_none() && !self.is_title(at);
                site[at] = site[at].or(free.then(|| rules[at].map_or(AROUND, |rule| rule.id)));
            }
        }
        self.mark_steps(&mut site);
        // A word of the page stands beside another line of it, or above all, right above the title.
        let words: Vec<usize> = (0..until).filter(|at| is(*at, Top::Word)).collect();
        let first = (0..until).find(|at| !is(*at, Top::Word)).filter(|first| self.is_title(*first)).unwrap_or(0);
        (0..first).for_each(|at| site[at] = site[at].or(rules[at].map(|rule| rule.id)));
        let mut beside = |at: usize, other: Option<usize>| {
            if site[at].is_none() && other.is_some_and(|other| site.get(other).is_some_and(Option::is_some)) {
                site[at] = rules[at].map(|rule| rule.id);
            }
        };
        words.iter().for_each(|at| beside(*at, at.checked_sub(1)));
        words.iter().rev().for_each(|at| beside(*at, Some(at + 1)));
        site.into_iter().enumerate().filter_map(|(at, rule)| rule.map(|rule| (at, rule))).collect()
    }

    /// The step of the path that stands once more above the title: `くらし・福祉`.
    fn mark_steps(&self, site: &mut [Option<&'static str>]) {
        let Some(path) = (0..site.len()).rev().find(|at| site[*at] == Some(PATH)) else { return };
        let Some(title) = (path + 1..site.len()).find(|at| self.is_title(*at)) else { return };
        let steps: Vec<&str> =
            (0..=path).filter(|at| site[*at] == Some(PATH)).flat_map(|at| steps(self.text(at))).collect();
        for (at, rule) in site.iter_mut().enumerate().take(title).skip(path + 1) {
            if rule.is_none() && steps.contains(&self.text(at)) {
                *rule = Some(AROUND);
            }
        }
    }

    /// Whether the minutes have begun with this line: a field, or a sentence.
    fn begins_minutes(&self, at: usize) -> bool {
        let text = self.text(at);
        if TOP.rule(text).is_some() {
            return false;
        }
        let field = FIELDS.rule(text).is_some_and(|rule| match rule.kind {
            Field::Date | Field::Time | Field::Place | Field::Attendees | Field::Agenda | Field::Manner => true,
            Field::Opening | Field::Closing | Field::Next | Field::Name => true,
            Field::Other | Field::Unnamed => false,
        });
        field || text.contains('。')
    }

    /// Whether a line is what the document is called: `第２回白鷺市環境審議会 会議録`.
    fn is_title(&self, at: usize) -> bool {
        let text = normal_form(self.source, &[self.lines[self.ink[at]].span]);
        names_meeting(&text) && (names_document(&text) || text.contains('第') && text.contains('回'))
    }

    /// The path as a list of its steps: `1. ホーム⏎2. くらし⏎3. 審議会`.
    fn listed_path(&self, until: usize) -> std::ops::Range<usize> {
        let Some(first) = (0..until).find(|at| self.is_first_step(*at)) else { return 0..0 };
        let end = (first..until).find(|at| numbered_step(self.text(*at)).is_none()).unwrap_or(until);
        if end - first >= 2 { first..end } else { 0..0 }
    }

    /// `1. ホーム`.
    fn is_first_step(&self, at: usize) -> bool {
        const FIRST: [&str; 5] = ["ホーム", "トップページ", "トップ", "HOME", "TOP"];
        numbered_step(self.text(at)).is_some_and(|text| FIRST.contains(&text))
    }

    /// The site's lines at the end: all below whom to ask about the page.
    fn end(&self, from: usize) -> Vec<(usize, &'static str)> {
        // What stands beside these lines tells nothing without them, and behind the last sentence most documents have none.
        let last = from.max(self.ink.len().saturating_sub(LAST));
        let told = |at: &usize| self.text(*at).contains('。');
        let ends = |at: usize| END.rule(self.text(at)).is_some();
        let near = (last..self.ink.len()).rev().find(|at| ends(*at) || told(at));
        if !near.is_some_and(ends) {
            return Vec::new();
        }
        let mut start = None;
        let (mut page, mut contact, mut reach, mut other) = (false, false, false, 0);
        for at in (from..self.ink.len()).rev() {
            let text = self.text(at);
            let Some(rule) = end_rule(text) else {
                other += 1;
                // What is told, or said by somebody, is no site's.
                if other > BELOW
                    || text.contains('。')
                    || text.starts_with(['（', '(', '【', '〔', '〈', '○', '〇', '◯'])
                {
                    break;
                }
                continue;
            };
            match rule.kind {
                End::Closing => (page, start) = (true, Some(at)),
                End::Page if other == 0 => (page, start) = (true, Some(at)),
                End::Contact if other <= 1 => {
                    // 担当：企画課　電話：…: whom and where on one line.
                    reach |= ["電話", "TEL", "ＴＥＬ"].iter().any(|word| text.contains(word));
                    (contact, start) = (true, Some(at));
                }
                End::Reach if other <= 1 => (reach, start) = (true, Some(at)),
                End::Files if other <= 1 => (page, start) = (true, Some(at)),
                End::Page | End::Contact | End::Reach | End::Files | End::File | End::Beside => {}
            }
        }
        let start = start.filter(|_| page || contact && reach).unwrap_or(self.ink.len());
        (start..self.ink.len()).map(|at| (at, end_rule(self.text(at)).map_or(AROUND, |rule| rule.id))).collect()
    }
}

/// What a line at a page's end is.
fn end_rule(text: &str) -> Option<&'static Rule<End>> {
    END.rule(text).or_else(|| BESIDE.rule(text))
}

/// What stands behind the number of a step: `1. ホーム`.
fn numbered_step(text: &str) -> Option<&str> {
    let digits = text.find(|c: char| !is_digit(c)).filter(|end| *end > 0)?;
    let rest = text[digits..].strip_prefix(['.', '．'])?;
    Some(rest.trim_start_matches(is_space))
}

/// The steps of a path: one where it is a list, else those between its signs.
fn steps(text: &str) -> Vec<&str> {
    numbered_step(text).map_or_else(|| text.split(['>', '＞', '›', '»']).map(str::trim).collect(), |step| vec![step])
}

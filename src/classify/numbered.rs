//! A numbered line, and what the text that it begins tells of it: where it ends, who is named there.

use std::cell::OnceCell;

use super::topics::{Topic, topic};
use super::voiced::{HABIT, is_speaker};
use crate::leading::{self, Sign};
use crate::lexicon::brackets::is_hiragana;
use crate::line::Line;
use crate::rules::summary::{Kind as Part, RULES};
use crate::rules::{is_bullet, is_circled};
use crate::span::Span;
use crate::survey::Habits;
use crate::text::Text;
use crate::trailing::{Trailing, is_close, is_open};

/// A line that a style sets off, and what is found out about the text that it begins.
pub(super) struct Numbered {
    pub at: usize,
    pub topic: Topic,
    /// What heads the list that it is of.
    under: Under,
    end: OnceCell<usize>,
    attributed: OnceCell<bool>,
}

impl Numbered {
    pub fn new(at: usize, topic: Topic) -> Self {
        Self { at, topic, under: Under::Open, end: OnceCell::new(), attributed: OnceCell::new() }
    }
}

/// What the lines are read in.
pub(super) struct Lines<'b> {
    pub body: &'b [Line],
    pub source: &'b str,
    pub habits: &'b Habits,
    /// The angle brackets with which texts end.
    pub closing: Vec<char>,
    /// Where the lines begin whose labels only this document has, in order.
    pub own: Vec<usize>,
}

/// What a list stands under.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Under {
    /// `主な意見`, `＜質疑応答＞`.
    Opinions,
    /// `議題`, `決定事項`, `今後の日程`, `配布資料`: a bracket names who is in charge.
    Business,
    Open,
}

impl Lines<'_> {
    /// Tells every line what heads its list: what stands above the first of it.
    pub fn tell_headings(&self, found: &mut [Numbered]) {
        for at in 0..found.len() {
            let own = &found[at].topic;
            let before = found[..at].iter().rev().find(|line| line.topic.style == own.style);
            found[at].under = match before {
                Some(before) if own.number == before.topic.number + 1 => before.under,
                _ => self.heading_above(found[at].at),
            };
        }
    }

    fn heading_above(&self, at: usize) -> Under {
        const BUSINESS: [&str; 12] =
            ["議題", "議事", "次第", "日程", "予定", "事項", "対応", "宿題", "資料", "案件", "報告", "スケジュール"];
        let Some(above) = at.checked_sub(1).map(|above| &self.body[above]) else { return Under::Open };
        let text = above.text(self.source);
        let short = text.chars().nth(20).is_none();
        let bare = text.trim_end_matches(|c| is_close(c) || ">：:".contains(c));
        let opinions = || short && ["意見", "質疑", "発言", "要望"].iter().any(|word| text.contains(word));
        let follows =
            text.ends_with('。') && ["のとおり報告", "のとおり決", "とおり了承"].iter().any(|word| text.contains(word));
        if opinions() || RULES.rule(text).is_some_and(|rule| rule.kind == Part::Opinions) {
            Under::Opinions
        } else if short && BUSINESS.iter().any(|word| bare.ends_with(word)) || follows {
            Under::Business
        } else {
            Under::Open
        }
    }

    /// Whether a list may be one of opinions: what is on the agenda and what is to be done are none, unless they are sentences.
    pub fn may_voice(&self, run: &[&Numbered]) -> bool {
        let Some(first) = run.first().filter(|first| first.under == Under::Business) else { return true };
        let above = self.body[first.at - 1].text(self.source);
        let agenda = above.ends_with("議題") || above.ends_with("議事");
        agenda
            && run
                .iter()
                .all(|line| self.body[line.at..self.end(line)].iter().any(|line| line.text(self.source).contains('。')))
    }

    /// Whether a line is as short as a heading and stands above what a heading stands above.
    pub fn heads(&self, numbered: &Numbered) -> bool {
        let line = &self.body[numbered.at];
        let text = &line.text(self.source)[numbered.topic.text.clone()];
        let short = !text.contains('。') && !text.ends_with('、') && text.chars().nth(60).is_none();
        let unmarked = || self.habits.closes_unmarked && !self.habits.is_nearly_full(line);
        // １　窓口をどう直すか（福祉課） above bullets says who is in charge.
        let next = self.body.get(numbered.at + 1).and_then(|next| next.first(self.source));
        let bullet = next.is_some_and(|c| is_bullet(c) && !"→⇒⇨➡".contains(c));
        let above = || opens_below(self.body, numbered.at, self.source) || unmarked() || self.reports_below(numbered);
        short && (bullet || above() && !self.is_attributed(numbered))
    }

    /// Whether a bullet or an item stands right below the line.
    pub fn has_points(&self, numbered: &Numbered) -> bool {
        opens_below(self.body, numbered.at, self.source)
    }

    /// Whether a topic stands here, and right below it a sentence: `ア　前回の確認` above `事務局から説明した。`
    fn reports_below(&self, numbered: &Numbered) -> bool {
        let line = &self.body[numbered.at];
        let text = &line.text(self.source)[numbered.topic.text.clone()];
        let noun = text.ends_with("について")
            || text.chars().next_back().is_some_and(|c| c.is_alphabetic() && !is_hiragana(c));
        // 事務局から資料１により⏎説明した。
        let below =
            || self.body[numbered.at + 1..].iter().take(4).take_while(|below| topic(below.text(self.source)).is_none());
        let told = || below().any(|below| below.last(self.source) == Some('。'));
        let full = self.habits.is_full(line) || self.habits.is_nearly_full(line);
        numbered.topic.style.may_list() && noun && (!full || self.habits.is_short(line)) && told()
    }

    /// Whether the text that begins here says something and names who says it: `③夜も受けてほしい（厚木市）`, no
    /// `③計画について（厚木市）`.
    pub fn is_attributed(&self, line: &Numbered) -> bool {
        *line.attributed.get_or_init(|| {
            let end = self.end(line);
            // …できるか。（原委員）⏎　４月にできる。（こども課）: what stands below the first name is another voice's.
            let first = (line.at..end).find(|at| self.body[*at].last(self.source).is_some_and(is_close));
            let asked =
                |last: usize| self.ending(line.at, last + 1).is_some_and(|ending| ending.stands_after_sentence());
            let end = first.filter(|last| asked(*last)).map_or(end, |last| last + 1);
            // What stands below a line that no width has ended is another text, but for a name: …してほしい。⏎（原委員）
            let wrapped = |line: &Line| self.habits.is_full(line) || self.habits.is_nearly_full(line);
            let alone = self.body[end - 1].text(self.source).starts_with(is_open);
            let whole = line.at..if alone { end.saturating_sub(2).max(line.at) } else { end - 1 };
            // 窓口の場所（林委員） below 主な意見.
            let told = |ending: &Trailing| line.under == Under::Opinions || tells(ending.before());
            let habit = if line.under == Under::Opinions { 60 } else { HABIT };
            let ending = || self.ending(line.at, end);
            let ends = || ending().is_some_and(|ending| told(&ending) && is_speaker(&ending, habit));
            self.body[whole].iter().all(wrapped) && (self.begins_with(line, leading::is_name_among_others) || ends())
        })
    }

    /// `①厚木市：窓口を一つにしてほしい`.
    pub fn begins_with(&self, line: &Numbered, is_name: fn(&str) -> bool) -> bool {
        let text = &self.body[line.at].text(self.source)[line.topic.text.clone()];
        let lead = leading::lead(text, false).filter(|lead| match lead.sign {
            Sign::Bracket(_) | Sign::Colon | Sign::HalfBracket | Sign::Dots | Sign::Slash => true,
            Sign::Gap | Sign::Line => false,
        });
        lead.is_some_and(|lead| leading::is_told(&text[lead.end..]) && is_name(&text[lead.name]))
    }

    /// Whether these lines end with a name, whatever it is.
    pub fn is_named(&self, at: usize, end: usize) -> bool {
        self.ending(at, end).is_some_and(|ending| is_speaker(&ending, HABIT))
    }

    /// The bracket at the end of these lines.
    fn ending(&self, at: usize, end: usize) -> Option<Trailing> {
        let lines = &self.body[end.saturating_sub(2).max(at)..end];
        let last = lines.last()?.text(self.source).trim_end_matches(['。', '．', '.', ' ']);
        if !last.ends_with(is_close) {
            return None;
        }
        let pieces: Vec<Span> = lines.iter().map(|line| line.span).collect();
        Trailing::of(&[], Text::of(self.source, &pieces))
    }

    /// The line behind the last one of the text that begins here.
    pub fn end(&self, line: &Numbered) -> usize {
        let below = || self.body[line.at + 1..].iter().take(40).take_while(|below| !self.opens(below)).count();
        *line.end.get_or_init(|| line.at + 1 + below())
    }

    /// Whether a line begins with a label that only this document has.
    pub fn is_own(&self, line: &Line) -> bool {
        self.own.binary_search(&line.span.start).is_ok()
    }

    /// Whether a line begins with what opens a text of its own.
    pub fn opens(&self, line: &Line) -> bool {
        line.first(self.source).is_some_and(|c| is_bullet(c) || is_circled(c) || "【〔［[＜<№".contains(c))
            || topic(line.text(self.source)).is_some()
            || self.is_own(line)
            || RULES.rule(line.text(self.source)).is_some()
    }
}

/// Whether words state something as no heading does: `夜も受けてほしい`, `窓口の一本化が必要`; not `計画について`.
fn tells(text: &str) -> bool {
    let text = text.trim_end();
    stops(text) || text.contains(['が', 'は']) && !text.ends_with("について")
}

/// Whether words end as a sentence does: `夜も受けてほしい`, `難しいのではないか`.
pub(super) fn stops(text: &str) -> bool {
    text.ends_with(['。', 'い', 'る', 'た', 'う', 'く', 'す', 'つ', 'む', 'か', 'よ', 'ね', 'だ', '？', '?', '」'])
}

/// Whether a bullet or an item stands below the line, or below the one line with which it goes on.
fn opens_below(body: &[Line], at: usize, source: &str) -> bool {
    let opens = |line: &Line| line.first(source).is_some_and(|c| is_bullet(c) || "【〔［[＜<〈№①".contains(c));
    let below = body[at + 1..].iter().take(2).collect::<Vec<_>>();
    below.iter().any(|line| opens(line))
        && below.first().is_some_and(|next| opens(next) || topic(next.text(source)).is_none())
}

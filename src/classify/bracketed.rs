//! Lines that are nothing but a bracket, `【厚木市】`: names of the texts above or below them, labels, or headings.

use super::handout::names_handout;
use super::numbered::{Lines, Numbered};
use super::topics::{Style, topic};
use crate::apart::FAR_IN;
use crate::leading;
use crate::lexicon::roles;
use crate::line::Line;
use crate::name_lines;
use crate::rules::is_bullet;
use crate::rules::summary::{Kind as Part, RULES};
use crate::trailing::is_open;

/// What sorts the texts below it and is no theme of theirs.
const STAMPS: [&str; 19] = [
    "新規",
    "継続",
    "拡充",
    "拡大",
    "縮小",
    "廃止",
    "休止",
    "完了",
    "重要",
    "緊急",
    "再掲",
    "変更",
    "追加",
    "修正",
    "休憩",
    "再開",
    "開会",
    "閉会",
    "昼休み",
];

/// The angle brackets with which two lines at least end that begin with something else: `…難しい。＜厚木市＞`.
pub(super) fn closing(body: &[Line], source: &str) -> Vec<char> {
    let (mut once, mut again) = (Vec::new(), Vec::new());
    for line in body {
        let close = line.last(source).filter(|c| "】〉＞》>〕］]".contains(*c) && !again.contains(c));
        let Some(close) = close.filter(|_| !line.first(source).is_some_and(is_open)) else { continue };
        if once.contains(&close) { again.push(close) } else { once.push(close) }
    }
    again
}

impl Lines<'_> {
    /// Whether a line in brackets is the name of the text above, which others carry on their last lines: `＜厚木市＞`.
    pub(super) fn is_torn_name(&self, line: &Numbered) -> bool {
        let own = &self.body[line.at];
        let is_name = || {
            let inside = &own.text(self.source)[line.topic.text.clone()];
            name_lines::is_name(own, self.source)
                || leading::is_name_among_others(inside)
                || roles::at_end(inside).is_some()
        };
        if !matches!(line.topic.style, Style::Angle | Style::Lenticular | Style::Enclosed(_)) || !is_name() {
            return false;
        }
        // 〔須崎福祉センター　鈴木委員〕 names somebody wherever it stands.
        let plainly = |text: &str| leading::is_name(text) || roles::at_end(text).is_some();
        if matches!(line.topic.style, Style::Enclosed(_)) && plainly(&own.text(self.source)[line.topic.text.clone()]) {
            return true;
        }
        let far = || line.at > 0 && own.indent >= self.body[line.at - 1].indent + FAR_IN;
        let stands =
            || name_lines::is_plain_name(own, self.source) || far() && name_lines::is_likely_name(own, self.source);
        if self.habits.names == name_lines::Stand::Below && stands() {
            return true;
        }
        own.last(self.source).is_some_and(|close| self.closing.contains(&close))
    }

    /// `【№１】`, `【資料２】`, `【新規】`: it is known what it is, whatever other brackets head.
    pub(super) fn is_known_bracket(&self, line: &Numbered) -> bool {
        let text = self.body[line.at].text(self.source);
        let inside = &text[line.topic.text.clone()];
        matches!(line.topic.style, Style::Angle | Style::Lenticular | Style::Enclosed(_))
            && (RULES.rule(text).is_some_and(|rule| rule.kind != Part::Bullet)
                || names_handout(text)
                || STAMPS.contains(&inside))
    }

    /// Whether the bulleted text right below names who says it, or an item stands there.
    pub(super) fn is_named_below(&self, line: &Numbered) -> bool {
        let below = line.at + 1;
        let rule = self.body.get(below).and_then(|next| RULES.rule(next.text(self.source)));
        if rule.is_some_and(|rule| rule.kind == Part::Item) {
            return true;
        }
        // ①夜間の窓口がほしい（厚木市）
        let first = |text: &str| topic(text).is_some_and(|topic| topic.number == 1 && topic.style.may_list());
        let marked = |next: &Line| next.first(self.source).is_some_and(is_bullet) || first(next.text(self.source));
        let bulleted = self.body.get(below).is_some_and(marked);
        let more = || self.body[below + 1..].iter().take(40).take_while(|next| !self.opens(next)).count();
        bulleted && self.is_named(below, below + 1 + more())
    }
}

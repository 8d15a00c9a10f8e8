//! Whether what is open, or a line, names its speaker: `…してほしい。（厚木市）`, `（久慈市）`.

use super::Classifier;
use crate::apart::FAR_IN;
use crate::element::{Element, Kind};
use crate::leading::names_somebody;
use crate::line::Line;
use crate::link::judge::{Position, Verdict, judge};
use crate::name_lines::stands_at_right;
use crate::rules::summary::Kind as Part;
use crate::rules::{is_bullet, is_circled, is_digit};
use crate::span::Span;
use crate::text::Text;
use crate::trailing::{Trailing, is_close, is_open};

/// The share of texts that end with a bracket, in percent, where nothing tells of it.
pub(super) const HABIT: u8 = 20;

/// Whether the bracket names its speaker by itself, in a document of which so many texts end with one.
pub(super) fn is_speaker(ending: &Trailing, habit: u8) -> bool {
    let position = Position { before: ending.before(), last_in_paragraph: true, elsewhere: 0, habit, known: false };
    judge(ending.content(), &position).verdict == Verdict::Speaker
}

impl Classifier<'_> {
    /// `（久慈市）` on a line of its own, in a document whose texts have no bullets and end so.
    pub(super) fn is_attribution(&self, line: &Line) -> bool {
        self.habits.closes_unmarked && self.is_bracket(line) && self.names_speaker(&[line.span])
    }

    /// Whether the text is a sentence and ends with its speaker: `…できるか。（原委員）`.
    pub(super) fn is_voiced(&self, open: &Element) -> bool {
        let last = open.text.last().map_or("", |last| last.of(self.source));
        if !last.ends_with(is_close) {
            return false;
        }
        let text = &open.text[open.text.len().saturating_sub(2)..];
        let ending = Trailing::of(&[], Text::of(self.source, text)).filter(|ending| ending.is_closed);
        ending.is_some_and(|ending| ending.stands_after_sentence() && is_speaker(&ending, HABIT))
    }

    /// Whether the text ends with its speaker, in such a document.
    pub(super) fn is_attributed(&self, open: &Element) -> bool {
        let closed =
            open.text.last().is_some_and(|last| last.of(self.source).trim_end_matches('。').ends_with(is_close));
        self.habits.closes_unmarked && closed && self.names_speaker(&open.text[open.text.len().saturating_sub(2)..])
    }

    /// Whether a bracket apart from the text before it names who said that: `（久慈市）`, not `（拍手）`; or is torn within a name.
    pub(super) fn may_name_speaker(&self, line: &Line) -> bool {
        let torn = !line.text(self.source).contains(is_close);
        self.names_speaker(&[line.span]) || torn && self.habits.closes_with_bracket
    }

    /// Whether the text above ends with its speaker, only that its author forgot to close the bracket: `…足りない。（厚木市`.
    pub(super) fn lacks_its_end(&self, open: &Element, before: usize) -> bool {
        let last = open.text.last().map_or("", |last| last.of(self.source));
        let told = last.rfind(is_open).is_some_and(|at| last[..at].trim_end().ends_with(['。', '．', '？', '！']));
        let ended = !self.habits.is_full(&self.body[before]);
        let own = &open.text[open.text.len().saturating_sub(1)..];
        let named = || Trailing::of(&[], Text::of(self.source, own)).is_some_and(|end| is_speaker(&end, HABIT));
        self.habits.closes_unmarked && told && ended && !last.ends_with('、') && named()
    }

    /// Whether the line is nothing but the name of who said what is open: `→保健所`, or `保健所` at the right margin.
    pub(super) fn names_who_said_it(&self, at: usize) -> bool {
        let line = &self.body[at];
        let far = self.habits.names_at_right && line.indent >= FAR_IN;
        let arrow = line.first(self.source).is_some_and(|c| matches!(c, '→' | '⇒'));
        let Some(above) = at.checked_sub(1).map(|above| &self.body[above]).filter(|_| far || arrow) else {
            return false;
        };
        let open = self.elements.last().map(|open| open.kind);
        if !matches!(open, Some(Kind::Part(Part::Bullet) | Kind::Paragraph)) || above.last(self.source) != Some('。') {
            return false;
        }
        if far && stands_at_right(above, line, self.source) {
            return true;
        }
        // → 事務局 above what the desk answers.
        let name = line.text(self.source).trim_start_matches(['→', '⇒', ' ', '\u{3000}']);
        let next = self.body.get(at + 1).and_then(|next| next.first(self.source));
        let ended = next.is_none_or(|c| is_bullet(c) || is_open(c) || is_circled(c) || is_digit(c));
        arrow && ended && !name.contains(['。', '：', ':']) && names_somebody(name)
    }

    /// Whether the line is a name without brackets above a bullet, and others have stood so right below headings.
    pub(super) fn is_name_above(&self, at: usize) -> bool {
        let line = &self.body[at];
        let bulleted = self.body.get(at + 1).and_then(|next| next.first(self.source)).is_some_and(is_bullet);
        let text = line.text(self.source);
        let short = bulleted && line.width.saturating_sub(line.indent) <= 40 && !text.contains(['。', '、', '「']);
        short && names_somebody(text) && (self.has_name_above || self.ends_with_name_above())
    }

    /// Whether the last elements are a heading, a name alone and a bullet: `（１）研修`, `厚木市`, `・増やしたい。`
    pub(super) fn ends_with_name_above(&self) -> bool {
        let Some([heading, name, bullet]) = self.elements.last_chunk::<3>() else { return false };
        let heads = matches!(heading.kind, Kind::Part(Part::Opinions | Part::Agenda | Part::Theme | Part::Item));
        let alone = || matches!(name.text.as_slice(), [one] if names_somebody(one.of(self.source)));
        heads && name.kind == Kind::Paragraph && bullet.kind == Kind::Part(Part::Bullet) && alone()
    }

    /// Whether the bracket is its speaker by itself: （医師、看護師等） in mid-sentence may be none.
    fn names_speaker(&self, text: &[Span]) -> bool {
        let Some(ending) = Trailing::of(&[], Text::of(self.source, text)).filter(|ending| ending.is_closed) else {
            return false;
        };
        is_speaker(&ending, HABIT)
    }

    /// A line that is one bracket, or begins one and is torn: the attribution that found no place on the line before.
    pub(super) fn is_bracket(&self, line: &Line) -> bool {
        let text = line.text(self.source);
        let torn = || !text.contains(is_close) && !text.contains('。');
        // ＜今後の進め方⏎について＞ heads something, unless texts end with such brackets here.
        let heads = text.starts_with(['【', '＜', '〈', '《']) && !self.habits.closes_with_angles;
        !heads && text.starts_with(is_open) && (text.trim_end_matches('。').ends_with(is_close) || torn())
    }
}

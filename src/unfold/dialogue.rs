//! Turns that follow each other within a paragraph: `…いつか。（事務局）来年度です。（委員）費用は。`
//!
//! A bracket behind a sentence may as well name who said it. Here it does not where the same brackets begin lines and
//! hardly ever end a paragraph.

use crate::line::Line;
use crate::rules::{is_bullet, is_circled};
use crate::span::is_space;

/// The brackets in which heads stand.
const BRACKETS: [char; 9] = ['（', '(', '【', '〈', '＜', '［', '〔', '《', '≪'];
/// The fewest lines that such a bracket begins.
const FEWEST: usize = 2;
/// In bytes: the longest beginning of a head that a line end has torn.
const TORN: usize = 30;

/// The bracket with which the turns of a document begin, be it within a paragraph.
pub(super) struct Dialogue<'b, F> {
    body: &'b [Line],
    source: &'b str,
    is_head: F,
    open: char,
    /// How wide a line is that goes on in the next one.
    full: usize,
}

impl<'b, F: Fn(&str, char) -> bool> Dialogue<'b, F> {
    /// None where no turn begins within a paragraph.
    pub fn of(body: &'b [Line], source: &'b str, is_head: F) -> Option<Self> {
        let opened = |open: char| {
            let lines = body.iter().filter(|line| line.first(source) == Some(open));
            lines.filter(|line| is_head(line.text(source), open)).take(FEWEST).count() == FEWEST
        };
        let open = BRACKETS.into_iter().find(|open| opened(*open))?;
        let mut widths: Vec<usize> =
            body.iter().filter(|line| line.last(source) != Some('。')).map(|line| line.width).collect();
        widths.sort_unstable();
        let full = widths.get(widths.len() / 2).copied().unwrap_or(0).saturating_sub(4);
        let dialogue = Self { body, source, is_head, open, full };
        let (mut within, mut closing) = (0, 0);
        for at in 0..body.len() {
            let cuts = dialogue.cuts(at).len();
            within += cuts;
            closing += usize::from(cuts == 0 && dialogue.closes(at));
        }
        (within > 0 && closing * 4 <= within).then_some(dialogue)
    }

    /// Where turns begin within a line, in bytes of it.
    pub fn cuts(&self, at: usize) -> Vec<usize> {
        let line = &self.body[at];
        let text = line.text(self.source);
        let wraps = line.width >= self.full;
        let next = self.body.get(at + 1).filter(|next| wraps && next.gap == 0).map(|next| next.text(self.source));
        let next = next.filter(|next| !next.starts_with(|c| is_bullet(c) || is_circled(c) || BRACKETS.contains(&c)));
        let ended = |cut: usize| {
            let before = text[..cut].trim_end_matches(is_space);
            let quoted =
                before.rfind(['「', '」', '『', '』']).is_some_and(|at| before[at..].starts_with(['「', '『']));
            before.ends_with(['。', '？', '！', '）', ')']) && before.contains(['。', '？', '！']) && !quoted
        };
        let starts = text.match_indices(self.open).map(|(cut, _)| cut).filter(|cut| *cut > 0 && ended(*cut));
        starts.filter(|cut| self.begins(&text[*cut..], next)).collect()
    }

    /// Whether a head begins here and words follow it, be it in the next line: neither a stage direction nor another point.
    fn begins(&self, head: &str, next: Option<&str>) -> bool {
        let behind = |head: &str| {
            let behind = head.split_once(is_close).map_or("", |(_, behind)| behind.trim_start_matches(is_space));
            let first = behind.chars().next();
            first.is_some_and(|c| !is_bullet(c) && !is_circled(c) && !is_close(c) && !"。、・（(".contains(c))
        };
        if let Some(next) = next.filter(|_| head.len() <= TORN) {
            let joined = format!("{head}{}", next.chars().take(40).collect::<String>());
            return (self.is_head)(&joined, self.open) && behind(&joined);
        }
        (self.is_head)(head, self.open) && behind(head)
    }

    /// Whether such a bracket ends the line behind a sentence.
    fn closes(&self, at: usize) -> bool {
        let text = self.body[at].text(self.source);
        let open = text.rfind(self.open).filter(|open| *open > 0);
        text.ends_with(is_close) && open.is_some_and(|open| (self.is_head)(&text[open..], self.open))
    }
}

fn is_close(c: char) -> bool {
    matches!(c, '）' | ')' | '】' | '〉' | '＞' | '］' | '〕' | '》' | '≫')
}

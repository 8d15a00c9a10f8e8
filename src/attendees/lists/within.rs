//! A body in brackets above those who came from it: `（青木町）`, `• （障害福祉課）`, `【財務部】`.

use super::Reader;
use super::divided::is_office;
use super::heading::stands_beside;
use crate::attendees::{grid, item};
use crate::lexicon::{forms, roles};
use crate::link::shape::Shape;
use crate::rules::is_bullet;
use crate::span::is_space;
use crate::text::normal_form;

impl Reader<'_> {
    /// Takes a line that names the body of those below, and keeps its name for them.
    pub(super) fn begin_body(&mut self, at: usize) -> bool {
        let text = normal_form(self.source, &[self.body[at].span]);
        let Some(name) = body(&text).filter(|_| self.names_somebody(at + 1)) else { return false };
        self.within = Some(name);
        self.out.marks.push(self.body[at].span);
        self.out.listed[at] = true;
        if let Some(open) = &mut self.open {
            open.idle = 0;
        }
        true
    }

    /// Whether the line at `at` names a person.
    pub(super) fn names_somebody(&self, at: usize) -> bool {
        let Some(line) = self.body.get(at).filter(|line| line.width <= 120) else { return false };
        let text = normal_form(self.source, &[line.span]);
        if text.contains('。') {
            return false;
        }
        let text = text.trim_start_matches(|c: char| is_bullet(c) || is_space(c));
        let first = text.split(['、', '，', ',']).next().unwrap_or_default().trim();
        let words = || first.split(is_space).any(|word| item::item(word, 0..word.len()).is_some());
        let office = self.group.as_deref().is_some_and(stands_beside) && is_office(first);
        // The normal form closes up letters set apart; what parts the names is in the line as written.
        let spaced = || !grid::entries(first).is_empty() || grid::names(line.text(self.source)).is_some();
        office || item::item(first, 0..first.len()).is_some() || words() || spaced()
    }
}

/// The brackets around a body that stands above those who came from it.
const OPEN: [char; 10] = ['（', '(', '【', '〔', '＜', '<', '〈', '《', '［', '['];
const CLOSE: [char; 10] = ['）', ')', '】', '〕', '＞', '>', '〉', '》', '］', ']'];

/// The body that a line in brackets names: 障害福祉課 of `• （障害福祉課）`, 教育庁 of `（教育庁関係）`.
fn body(line: &str) -> Option<String> {
    let marked = line.trim();
    let line = line.trim_start_matches(|c: char| is_bullet(c) || is_space(c));
    let bracketed = line.strip_prefix(OPEN).and_then(|rest| rest.strip_suffix(CLOSE));
    // ■川北市
    let squared = || {
        marked
            .strip_prefix(['■', '□', '◆', '◇'])
            .map(str::trim)
            .filter(|name| name.ends_with(['市', '町', '村', '県', '区']))
    };
    let inside = bracketed.or_else(squared)?;
    let name = inside.trim().strip_suffix("関係").unwrap_or(inside).trim();
    let plain = (2..=20).contains(&name.chars().count()) && !name.contains(|c| is_space(c) || "、（(：:".contains(c));
    let shape = Shape::of(name);
    let formed = forms::of(name).is_some_and(|form| form.plain && form.suffix.len() < name.len());
    let ends = name.chars().nth(2).is_some()
        && name.ends_with(['課', '部', '局', '室', '庁', '館', '市', '町', '村', '県', '区', '所', '会', '校']);
    let legal = || shape.head.is_some_and(|form| form.plain) && name.chars().nth(4).is_some();
    let body = shape.is_government() || formed || ends || name.ends_with("センター") || legal();
    let body = body && !roles::is_heading(name);
    // （青木町）: 青木 is a family name too, but nobody stands alone in a bracket.
    let named = !ends && item::item(name, 0..name.len()).is_some();
    (plain && body && !named && !roles::is_surname(name)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::body;

    #[test]
    fn a_bracket_above_names_a_body() {
        assert_eq!(body("• （障害福祉課）").as_deref(), Some("障害福祉課"));
        assert_eq!(body("（教育庁関係）").as_deref(), Some("教育庁"));
        assert_eq!(body("【財務部】").as_deref(), Some("財務部"));
        for line in ["（委員紹介）", "（市長より委嘱状交付）", "（事務局長）", "（開会）", "青木町"]
        {
            assert_eq!(body(line), None, "{line}");
        }
    }
}

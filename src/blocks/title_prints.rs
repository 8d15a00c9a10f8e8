//! Running headers that print the document's title in fewer words: `第２回審議会` above `第２回審議会 会議録`.

use super::{Sheet, ends_sentence};
use crate::model::FurnitureKind;
use crate::span::is_space;

/// The fewest characters that a print shares with the title.
const SHARED: usize = 7;

impl Sheet<'_> {
    /// Lines that are the title's beginning and stand in the middle of a sentence; with one of them all its like.
    pub(super) fn mark_title_prints(&mut self) {
        let Some(first) = (0..self.lines.len()).find(|at| self.kinds[*at].is_none()) else { return };
        let title: Vec<char> = letters(self.text(first)).collect();
        if title.len() < SHARED {
            return;
        }
        let is_print = |at: &usize| self.kinds[*at].is_none() && shares(&title, self.text(*at));
        let prints: Vec<usize> = (first + 1..self.lines.len()).filter(is_print).collect();
        if prints.iter().any(|at| self.breaks_sentence(*at)) {
            prints.into_iter().for_each(|at| self.kinds[at] = Some(FurnitureKind::Header));
        }
    }

    /// `…機関等を指⏎第２回審議会⏎しております。`
    fn breaks_sentence(&self, at: usize) -> bool {
        let near = |line: &usize| self.kinds[*line].is_none();
        let before = (0..at).rev().find(near).map(|line| &self.lines[line]);
        let after = (at + 1..self.lines.len()).find(near).map(|line| &self.lines[line]);
        let (Some(before), Some(after)) = (before, after) else { return false };
        let full = before.width * 5 >= self.widest * 4;
        full && before.last(self.source).is_some_and(|c| !ends_sentence(c)) && !self.is_marked(after)
    }
}

/// Whether a line begins as the title does, all but a word such as 議事録.
fn shares(title: &[char], line: &str) -> bool {
    // Most lines begin otherwise: that is seen before anything is counted.
    if line.chars().next() != title.first().copied()
        || line.len() > 4 * (title.len() + 8)
        || line.contains(['。', '、'])
    {
        return false;
    }
    let own = letters(line).count();
    let alike = letters(line).zip(title).take_while(|(own, title)| own == *title).count();
    alike >= SHARED && own <= alike + 4
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !is_space(*c))
}

#[cfg(test)]
mod tests {
    use crate::options::Options;

    #[test]
    fn the_title_s_beginning_in_mid_sentence_is_a_header() {
        let text = "令和５年度第２回青波市交通審議会 会議録\n\n○会長　ここでいう関係機関とは、学校、警察、児童相談所、医療機関等を指\n\
                    令和５年度第２回青波市交通審議会\nしております。\n○委員　令和５年度第２回青波市交通審議会の資料で、公共交通の利用者を示\nしております。\n";
        let document = crate::parse_str(text, &Options::default()).document;
        let headers: Vec<&str> = document.furniture.iter().map(|furniture| furniture.text.as_str()).collect();
        assert_eq!(headers, ["令和5年度第2回青波市交通審議会"]);
        let said = &document.sections[0].opinions[0].text;
        assert!(said.contains("医療機関等を指しております。"), "{said}");
    }
}

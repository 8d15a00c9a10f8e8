//! Running headers and footers: lines that the pages repeat.

use std::ops::Range;

use super::said::is_said;
use super::{Sheet, ends_sentence};
use crate::lexicon::brackets::is_hiragana;
use crate::model::FurnitureKind;
use crate::rules::is_digit;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::title::{names_document, names_meeting};

/// A line without its white space, every number made the same: what two prints of a header share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    hash: u64,
    /// In characters.
    length: usize,
    /// Whether it holds the rest of a bracket that opened on the line before: no header ends so.
    torn: bool,
}

/// Where pages end, and how wide their text is.
struct Pages {
    /// The lines that are page numbers.
    numbers: Vec<usize>,
    /// Which lines stand beside a page's end.
    edges: Vec<bool>,
    /// The width at which text wraps.
    full: Option<usize>,
}

/// In columns: how far a wrapped line may be from the width at which text wraps, and how far in it may stand.
const SLACK: usize = 4;
/// In columns: no text wraps earlier.
const NARROWEST: usize = 30;

/// No header takes more bytes: eighty Japanese characters.
const LONGEST: usize = 240;

impl Key {
    /// The key of a line; that of a longer one than any header equals no other.
    pub fn of(text: &str) -> Self {
        if text.len() > LONGEST {
            return Self { hash: 0, length: 0, torn: true };
        }
        let mut key = Self { hash: 0xcbf2_9ce4_8422_2325, length: 0, torn: false };
        let (mut depth, mut number) = (0i32, false);
        let mut rest = text.as_bytes();
        loop {
            // Kana and ideographs, which are neither white space nor digits nor brackets, need not be decoded.
            while let [a @ 0xe3..=0xe9, b, c, after @ ..] = rest
                && (*a, *b, *c) != (0xe3, 0x80, 0x80)
            {
                key.take(u32::from_le_bytes([*a, *b, *c, 0]));
                number = false;
                rest = after;
            }
            let Some(c) = text[text.len() - rest.len()..].chars().next() else { break };
            rest = &rest[c.len_utf8()..];
            let digit = is_digit(c);
            if is_space(c) || digit && number {
                continue;
            }
            number = digit;
            depth += i32::from(matches!(c, '（' | '(')) - i32::from(matches!(c, '）' | ')'));
            key.take(u32::from(if digit { '#' } else { c }));
        }
        key.torn = depth != 0;
        key
    }

    /// Whether other prints of the line are worth a search.
    fn may_repeat(&self) -> bool {
        self.length > 1 && !self.torn
    }

    /// FNV-1a, character by character.
    fn take(&mut self, character: u32) {
        self.hash = (self.hash ^ u64::from(character)).wrapping_mul(0x100_0000_01b3);
        self.length += 1;
    }
}

/// Whether the prints of a line stand equally far from the page numbers above or below them, if pages have numbers. Words that
/// come again in speech may stand at nearly equal distances from each other, but not from those.
fn stands_alike(group: &[usize], pages: &[usize]) -> bool {
    let near = |distances: Vec<usize>| {
        let (least, most) = (distances.iter().min(), distances.iter().max());
        least.zip(most).is_none_or(|(least, most)| most - least <= SLACK)
    };
    let place = |at: usize| pages.partition_point(|page| *page < at);
    let below = group.iter().filter_map(|at| pages.get(place(*at)).map(|page| page - at)).collect();
    let above = group.iter().filter_map(|at| place(*at).checked_sub(1).map(|page| at - pages[page])).collect();
    pages.len() < 3 || near(below) || near(above)
}

impl Sheet<'_> {
    /// Headers and footers: lines beside page ends that come again beside other page ends and nowhere else; lines that
    /// return at equal distances; and the document's first line wherever it is repeated.
    pub(super) fn mark_repeated(&mut self) {
        let Some(first) = self.kinds.iter().position(Option::is_none) else { return };
        let edges = self.page_edges();
        let pages = Pages { numbers: self.page_numbers(), edges, full: self.full_width() };
        let free =
            self.kinds.iter().zip(&self.keys).enumerate().filter(|(_, (kind, key))| kind.is_none() && key.may_repeat());
        let mut order: Vec<(u64, usize)> = free.map(|(at, (_, key))| (key.hash, at)).collect();
        order.sort_unstable();
        let prints = order.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1);
        let mut groups: Vec<Vec<usize>> = prints.map(|group| group.iter().map(|(_, at)| *at).collect()).collect();
        // What one group is found to be tells of the lines beside it: the order must not be that of the hashes.
        groups.sort_by_key(|group| group[0]);
        for group in groups {
            self.mark_group(&group, group[0] == first, &pages);
        }
        self.keep_title(first);
    }

    /// Judges all prints of one line together. They are in order; the first may be the title itself.
    fn mark_group(&mut self, group: &[usize], is_first_line: bool, pages: &Pages) {
        let edges = &pages.edges;
        let text = self.text(group[0]);
        let beside = group.iter().filter(|at| edges[**at]).count();
        // 資料１ may stand above the title, which the pages repeat.
        let is_title = group[0] <= 4 && self.lines[group[0]].page == 1 && names_meeting(text);
        let repeats_title = (is_first_line || is_title && names_document(text)) && self.keys[group[0]].length >= 8;
        // One print may stand away from any page's end; a label above the title beside its running header makes two, and the
        // first line of all is the top of a page.
        let away = usize::from(beside > 2) + 1 + usize::from(is_first_line);
        let running = beside >= 2 && beside + away >= group.len();
        // 順次着手, 順次着手: two cells of a table's rows stand together, two prints of a header do not.
        let together = |pair: &[usize]| pair[1] == pair[0] + 1 && self.lines[pair[0]].page == self.lines[pair[1]].page;
        if is_said(text) || self.wraps(group[0], pages.full) || !is_first_line && group.windows(2).any(together) {
            return;
        }
        // A speaker's name alone on its line comes again and again; a running header of that length has a number, or is
        // what the document begins with.
        let short = self.keys[group[0]].length <= 5 && !text.contains(is_digit);
        let spoken = short && !is_first_line && !self.is_marked(&self.lines[group[0]]);
        let periodic = !spoken && self.is_periodic(group) && stands_alike(group, &pages.numbers);
        let once = is_first_line && group.len() == 2;
        for at in group.iter().skip(usize::from(is_first_line || is_title)).copied() {
            // 会議資料 above the title, and once more with the blank lines of a sheet's top below it.
            let topped = || self.lines.get(at + 1).is_some_and(|next| next.gap > 2) && at > group[0] + 15;
            let touches = edges[at] && (running && self.touches_edge(at) || once) || once && topped();
            let marked = self.is_marked(&self.lines[at]) && !names_document(text);
            if repeats_title || (touches || periodic) && !marked {
                self.kinds[at] = Some(FurnitureKind::Header);
            }
        }
    }

    /// Whether nothing but furniture stands between the line and its page's end or beginning.
    fn touches_edge(&self, at: usize) -> bool {
        let ends = |other: Option<usize>| {
            let other = other.filter(|other| *other < self.lines.len());
            other.is_none_or(|other| self.kinds[other].is_some() || self.lines[other].page != self.lines[at].page)
        };
        ends(at.checked_sub(1)) || ends(Some(at + 1))
    }

    /// Whether a line comes again at the same distance each time, as on pages of equal length: three times or more.
    fn is_periodic(&self, group: &[usize]) -> bool {
        let steps = || group.windows(2).map(|pair| self.lines[pair[1]].number - self.lines[pair[0]].number);
        let (Some(shortest), Some(longest)) = (steps().min(), steps().max()) else { return false };
        group.len() >= 3 && shortest >= 15 && (longest - shortest) * 10 <= longest
    }

    /// The first sheet's print of a running header is furniture too, unless it is the document's title.
    fn keep_title(&mut self, first: usize) {
        let mut later = first + 1..self.lines.len();
        let hash = self.keys[first].hash;
        if !later.any(|at| self.kinds[at] == Some(FurnitureKind::Header) && self.keys[at].hash == hash) {
            return;
        }
        let names = |lines: Range<usize>| {
            let spans: Vec<Span> = self.lines[lines].iter().map(|line| line.span).collect();
            names_document(&normal_form(self.source, &spans))
        };
        let below = (first + 1)..self.lines.len().min(first + 5);
        // 第２回連絡会 above 開催結果について: the title itself, which names the meeting nowhere else.
        let named = names_meeting(self.text(first)) && !below.clone().any(|at| names_meeting(self.text(at)));
        let says_more = |end: usize| {
            let text = self.text(end - 1);
            names(below.start..end)
                && (!names(first..first + 1) || names_meeting(text) && !names_meeting(self.text(first)))
        };
        let is_title = named || !below.clone().any(says_more);
        self.kinds[first] = (!is_title).then_some(FurnitureKind::Header);
    }

    /// The width at which text wraps, if it does: most lines that end no sentence have it.
    fn full_width(&self) -> Option<usize> {
        let open = self.lines.iter().filter(|line| line.last(self.source).is_some_and(|c| !ends_sentence(c)));
        let mut widths: Vec<usize> = open.map(|line| line.width).collect();
        widths.sort_unstable();
        let full = widths.get(widths.len() / 2).copied().filter(|full| *full >= NARROWEST)?;
        let near = widths.iter().filter(|width| width.abs_diff(full) <= SLACK).count();
        (near * 5 >= widths.len() * 2).then_some(full)
    }

    /// Whether a line is as wide as text is where it wraps, and like text: `まの説明について御意見や御質問はござい`. Whoever is in the
    /// chair says the same again and again.
    fn wraps(&self, at: usize, full: Option<usize>) -> bool {
        let (line, text) = (&self.lines[at], self.text(at));
        let letters = || text.chars().filter(|c| !is_space(*c));
        let kana = || letters().filter(|c| is_hiragana(*c)).count() * 3 >= letters().count();
        let text_wide = full.is_some_and(|full| line.width.abs_diff(full) <= SLACK) && line.indent <= SLACK;
        text_wide && !text.contains(is_digit) && kana()
    }

    /// The lines that are page numbers, in order.
    fn page_numbers(&self) -> Vec<usize> {
        (0..self.kinds.len()).filter(|at| self.kinds[*at] == Some(FurnitureKind::PageNumber)).collect()
    }

    /// Which lines stand within two text lines of a page's end or beginning.
    fn page_edges(&self) -> Vec<bool> {
        let count = self.lines.len();
        let mut edges = vec![false; count];
        for at in 0..count {
            let number = self.kinds[at] == Some(FurnitureKind::PageNumber);
            let turns = self.lines.get(at + 1).is_some_and(|next| next.page != self.lines[at].page);
            if number || turns {
                let reach = at.saturating_sub(2)..(at + 3).min(count);
                edges[reach].iter_mut().for_each(|edge| *edge = true);
            }
        }
        edges
    }
}

#[cfg(test)]
mod tests {
    use crate::options::Options;

    #[test]
    fn two_equal_lines_together_are_no_header() {
        let page = |number: usize, last: &str| {
            format!(
                "青波圏域連絡会議事録\n\n（{number}）報告について\n・資料{number}により報告\n\n{last}\n\n-{number}-\n\n"
            )
        };
        let text = |last: &str| [1, 2, 3].map(|number| page(number, last)).concat();
        let headers = |text: &str| {
            let document = crate::parse_str(text, &Options::default()).document;
            document.furniture.iter().filter(|furniture| furniture.text == "順次着手中").count()
        };
        assert_eq!(headers(&text("順次着手中\n\n順次着手中")), 0);
        assert_eq!(headers(&text("青波市\n\n順次着手中")), 3);
    }
}

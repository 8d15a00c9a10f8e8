//! Entries of one cell on one line without a space between them: `○研修を行う○視察を行う`.

use crate::rules::{is_bullet, is_circled, is_digit};
use crate::span::Span;
use crate::values::number::number;

use super::cells::Entry;
use super::endings::ACTIONS;
use super::likeness::is_sentence_end;

/// The entries that stand in one without a line or a space between them.
///
/// `・` joins words too: behind it another entry begins only where a sentence or an action has ended.
pub(super) fn unglued(entry: Entry, source: &str) -> Vec<Entry> {
    let Some(mut own) = entry.mark.and_then(|mark| mark.of(source).chars().next()) else { return vec![entry] };
    let mut entries = vec![Entry { mark: entry.mark, text: Vec::new(), note: entry.note }];
    for span in entry.text {
        let mut start = span.start;
        for (at, c) in span.of(source).char_indices().skip(1) {
            let at = span.start + at;
            if !opens(own, c, Span::new(start, at).of(source).trim_end()) {
                continue;
            }
            add(&mut entries, Span::new(start, at).trim(source));
            own = c;
            start = at + c.len_utf8();
            entries.push(Entry { mark: Some(Span::new(at, start)), text: Vec::new(), note: entry.note });
        }
        add(&mut entries, Span::new(start, span.end).trim(source));
    }
    entries
}

fn add(entries: &mut [Entry], text: Span) {
    if let Some(entry) = entries.last_mut().filter(|_| !text.is_empty()) {
        entry.text.push(text);
    }
}

/// Whether a mark behind this text opens another entry beside one that `own` opens.
fn opens(own: char, mark: char, before: &str) -> bool {
    if is_circled(own) {
        return is_circled(mark) && number(&mark.to_string()) == next(own);
    }
    let ended = || before.ends_with(['。', '）']) || is_sentence_end(before) || ACTIONS.end(before);
    mark == own && is_bullet(mark) && !before.is_empty() && (!matches!(mark, '・' | '･' | '-' | '－') || ended())
}

/// A name and the remarks that are glued to it: `講習会※新規`.
pub(super) fn remarks(name: Vec<Span>, source: &str) -> (Vec<Span>, Vec<Entry>) {
    let sign = |span: &Span| span.of(source).find('※').filter(|at| *at > 0).map(|at| span.start + at);
    let Some((line, at)) = name.iter().enumerate().find_map(|(line, span)| Some((line, sign(span)?))) else {
        return (name, Vec::new());
    };
    let behind = at + '※'.len_utf8();
    let mut text = vec![Span::new(behind, name[line].end).trim(source)];
    text.extend(&name[line + 1..]);
    text.retain(|span| !span.is_empty());
    let mut own = name[..line].to_vec();
    own.push(Span::new(name[line].start, at).trim(source));
    (own, apart(Entry { mark: Some(Span::new(at, behind)), text, note: true }, source))
}

/// The remarks that stand in one: `※新規※年２回`, but not `※別紙の※1`.
pub(super) fn apart(entry: Entry, source: &str) -> Vec<Entry> {
    let remark = entry.mark.is_some_and(|mark| mark.of(source) == "※");
    let mut entries = vec![Entry { mark: entry.mark, text: Vec::new(), note: entry.note }];
    for span in entry.text {
        let mut start = span.start;
        for (at, sign) in span.of(source).match_indices('※').filter(|_| remark) {
            let (at, behind) = (span.start + at, span.start + at + sign.len());
            if source[behind..span.end].starts_with(is_digit) {
                continue;
            }
            add(&mut entries, Span::new(start, at).trim(source));
            entries.push(Entry { mark: Some(Span::new(at, behind)), text: Vec::new(), note: entry.note });
            start = behind;
        }
        add(&mut entries, Span::new(start, span.end).trim(source));
    }
    entries
}

/// The number behind that of a circled digit.
fn next(circled: char) -> Option<u32> {
    number(&circled.to_string()).map(|number| number + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        let mark = text.chars().next().map_or(0, char::len_utf8);
        let entry = Entry { mark: Some(Span::new(0, mark)), text: vec![Span::new(mark, text.len())], note: false };
        unglued(entry, text).iter().map(|entry| entry.text[0].of(text)).collect()
    }

    #[test]
    fn a_mark_behind_an_entry_opens_another_one() {
        assert_eq!(read("○研修を行う○視察を行う"), ["研修を行う", "視察を行う"]);
        assert_eq!(
            read("・研修を行う。・医療・介護の連携を図る・視察の実施"),
            ["研修を行う。", "医療・介護の連携を図る", "視察の実施"]
        );
        assert_eq!(read("①研修を行う②資料②を配る"), ["研修を行う", "資料②を配る"]);
        assert_eq!(read("・保健師・看護師による訪問"), ["保健師・看護師による訪問"]);
    }

    #[test]
    fn a_remark_behind_a_name_is_none_of_it() {
        let text = "講習会※新規※年２回";
        let (name, notes) = remarks(vec![Span::new(0, text.len())], text);
        assert_eq!(name[0].of(text), "講習会");
        let notes: Vec<&str> = notes.iter().map(|note| note.text[0].of(text)).collect();
        assert_eq!(notes, ["新規", "年２回"]);
    }
}

//! Organizations one below the other without a mark between them: `名寄市立病院⏎美深町健康課` are two, `座間養⏎護学校` is one.

use crate::lexicon::forms::Gives;
use crate::lexicon::groups;
use crate::link::shape::Shape;
use crate::span::Span;
use crate::text::normal_form;

use super::cells::Entry;
use super::likeness::has_suffix;
use super::list::{is_close, is_open, is_separator, without_remark};
use super::words::words;

/// Takes an entry apart where a line, or a word, ends with a whole name and the next one begins with another.
///
/// Only a place written in full says so of two lines: 厚木保健福祉事務所 above 大和センター may be one name. Of two words on a line, and
/// behind a remark, it is enough that both are whole.
pub(super) fn unstacked(entry: &Entry, source: &str) -> Vec<Entry> {
    let listed = entry.text.iter().any(|piece| piece.of(source).contains(is_separator));
    let pieces: Vec<Span> = entry.text.iter().flat_map(|line| words(source, *line)).collect();
    if pieces.len() < 2 || listed || entry.note {
        return vec![Entry { mark: entry.mark, text: entry.text.clone(), note: entry.note }];
    }
    let mut entries: Vec<Entry> = vec![Entry { mark: entry.mark, ..Entry::default() }];
    let mut open: Vec<Span> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let spaced = !entry.text.iter().any(|line| line.start == piece.start);
        let whole = is_whole(&open, source) || spaced && ends_body(&normal_form(source, &open));
        if !open.is_empty() && whole && opens(&open, &pieces[at..], spaced, source) {
            entries.push(Entry::default());
            open.clear();
        }
        open.push(*piece);
        let text = entries.last_mut().map(|entry| &mut entry.text);
        match text {
            // What is one name keeps the space in it.
            Some(text) if spaced && open.len() > 1 => {
                if let Some(last) = text.last_mut() {
                    last.end = piece.end;
                }
            }
            Some(text) => text.push(*piece),
            None => {}
        }
    }
    entries
}

/// Whether another name begins with the first of these words.
fn opens(open: &[Span], rest: &[Span], spaced: bool, source: &str) -> bool {
    let remark = open.last().and_then(|piece| piece.of(source).chars().next_back()).is_some_and(is_close);
    let next = normal_form(source, &rest[..1]);
    let shape = Shape::of(&next);
    // 厚木市 健康づくり課 is one name, and so is 第一 係.
    let part = shape.place.is_none() && shape.form.is_some_and(|form| form.gives == Gives::Parent);
    let listed = spaced && ends_body(&normal_form(source, open)) && has_suffix(&next) && !names_part(&next);
    begins_name(rest, source) || (spaced || remark) && !part && is_whole(&rest[..1], source) || listed && !part
}

/// Whether a name is plainly whole here, and no body whose part may follow: 会計課, but not 健康福祉部 or 社会福祉法人.
pub(super) fn ends_body(name: &str) -> bool {
    const PARENTS: [&str; 9] = ["部", "局", "市", "町", "村", "区", "県", "法人", "会社"];
    let name = without_remark(name);
    has_suffix(name) && !PARENTS.iter().any(|parent| name.ends_with(parent))
}

/// What parts of bodies are called.
const PARTS: [&str; 9] = ["支所", "支部", "支店", "分室", "係", "班", "室", "センター", "出張所"];

/// 支所, 健康係: what may belong to the body before it.
pub(super) fn names_part(name: &str) -> bool {
    PARTS.iter().any(|part| name.ends_with(part))
}

/// 支所, センター: no name without what stands before it.
pub(super) fn is_part(name: &str) -> bool {
    PARTS.contains(&name)
}

/// Whether the lines are a name that ends here, with a remark behind it or without.
fn is_whole(lines: &[Span], source: &str) -> bool {
    let text = normal_form(source, lines);
    let (opened, closed) = (text.matches(is_open).count(), text.matches(is_close).count());
    let name = text.split(is_open).next().unwrap_or(&text);
    let remark = closed > 0 && text.ends_with(is_close);
    let shape = Shape::of(name);
    // 神奈川県 above 厚木市健康づくり課 belongs to it.
    let prefecture = shape.is_government() && name.ends_with(['都', '道', '府', '県']);
    let plain = shape.is_plain() || shape.form.is_some_and(|form| form.plain) || groups::of(name).is_some();
    opened == closed && !prefecture && (remark && !name.is_empty() || plain)
}

/// Whether the lines begin with a name that begins with its place in full.
fn begins_name(lines: &[Span], source: &str) -> bool {
    (1..=lines.len().min(3)).any(|count| {
        let text = normal_form(source, &lines[..count]);
        let name = text.split(is_open).next().unwrap_or(&text);
        let shape = Shape::of(name);
        let full = shape.place.as_ref().is_some_and(|place| place.full);
        let owned = ["県立", "市立", "町立", "村立", "都立", "府立", "道立"].iter().any(|word| name.starts_with(word));
        (full || owned) && shape.is_plain()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Vec<String> {
        let lines = source.split('\n').scan(0, |at, line| {
            let span = Span::new(*at, *at + line.len());
            *at = span.end + 1;
            Some(span)
        });
        let entry = Entry { mark: None, text: lines.collect(), note: false };
        unstacked(&entry, source).iter().map(|entry| normal_form(source, &entry.text)).collect()
    }

    #[test]
    fn two_names_one_below_the_other_are_two() {
        assert_eq!(read("居宅介護支援事業所せせらぎ\n飯田市"), ["居宅介護支援事業所せせらぎ", "飯田市"]);
        assert_eq!(read("名寄保健福祉事務所\n県立名寄病院"), ["名寄保健福祉事務所", "県立名寄病院"]);
        assert_eq!(
            read("コスモスの家（事務局）\n米原市社会福祉協\n議会"),
            ["コスモスの家（事務局）", "米原市社会福祉協議会"]
        );
    }

    #[test]
    fn names_that_a_space_parts_are_as_many() {
        assert_eq!(read("北播磨保健所 居宅介護支援事業所みなみかぜ 県立西脇病院").len(), 3);
        assert_eq!(read("飯田市福祉総務課（事務局）\nみなみかぜクリニック").len(), 2);
        for source in
            ["厚木市 健康づくり課", "訪問看護ステーション もみじ", "社会福祉法人 みどり会", "みどり（株）\n厚木支店"]
        {
            assert_eq!(read(source).len(), 1, "{source}");
        }
    }

    #[test]
    fn one_name_over_two_lines_is_one() {
        for source in [
            "リハビリテーション事\n業団",
            "厚木保健福祉事務所\n大和センター",
            "神奈川県\n厚木市健康づくり課",
            "ゆいはあと（既存の発\n達支援部会で中心的役\n割）",
            "厚木市\n立病院",
        ] {
            assert_eq!(read(source).len(), 1, "{source}");
        }
    }
}

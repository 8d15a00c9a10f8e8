//! The labels of handouts, which stand among the fields of a head and between its lists, and what is listed below `配布資料`.

use crate::element::{Element, Kind};
use crate::rules::head::Field;
use crate::rules::is_digit;
use crate::rules::summary::Kind as Part;

/// `（１）委員名簿` below `５ 提出資料`: a handout, which nobody says and no meeting is about.
pub(crate) const LISTED: &str = "handout.listed";

/// Makes bullets of handouts of what is numbered or bulleted right below their heading.
pub(super) fn mark(elements: &mut [Element], source: &str) {
    let mut within = false;
    for element in elements {
        let told = || element.text.last().is_some_and(|last| last.of(source).ends_with('。'));
        let named = || element.text.first().is_some_and(|first| names_handout(first.of(source)));
        match element.kind {
            Kind::Part(Part::Agenda | Part::Bullet) if within && !element.text.is_empty() && !told() => {
                element.kind = Kind::Part(Part::Bullet);
                element.rule = LISTED;
                element.marks.splice(0..0, element.label.take());
            }
            Kind::Paragraph if within && named() => {}
            Kind::Field(Field::Other) | Kind::Part(Part::Heading) | Kind::Paragraph => within = heads(element, source),
            Kind::Field(_) | Kind::Part(_) | Kind::Title => within = false,
        }
    }
}

fn heads(element: &Element, source: &str) -> bool {
    let words = if element.text.is_empty() { &element.marks } else { &element.text };
    announces(words.iter().flat_map(|piece| piece.of(source).chars()))
}

/// Whether handouts are listed below such words: `５ 提出資料`, `（当日資料）`.
pub(crate) fn announces(words: impl Iterator<Item = char>) -> bool {
    const LONGEST: usize = 8;
    let letters: String = words.filter(|c| c.is_alphabetic()).take(LONGEST + 1).collect();
    letters.ends_with("資料") && letters.chars().nth(LONGEST).is_none()
}

/// `資料１　委員名簿`, `参考資料２－１ …`, `別紙３`: a handout's label at the beginning of a line.
pub(super) fn names_handout(text: &str) -> bool {
    const WORDS: [&str; 7] = ["資料", "参考資料", "当日資料", "参考", "別紙", "別添", "追加資料"];
    let text = text.trim_start_matches(['【', '（', '(', '［', '[', '〔']);
    let behind = WORDS.iter().find_map(|word| text.strip_prefix(word));
    let behind = behind.map(|behind| behind.trim_start_matches(['№', ' ', '\u{3000}', '－', '-']));
    behind.is_some_and(|behind| behind.trim_start_matches("No").trim_start_matches(['.', '．']).starts_with(is_digit))
}

#[cfg(test)]
mod tests {
    use super::names_handout;

    #[test]
    fn a_handout_s_label_begins_a_line() {
        for text in ["資料１　委員名簿", "参考資料2-1 要綱", "【資料No.3】計画（案）", "別紙１"]
        {
            assert!(names_handout(text), "{text}");
        }
        for text in ["資料の確認", "資料により説明する", "参考とする", "第１号資料"] {
            assert!(!names_handout(text), "{text}");
        }
    }
}

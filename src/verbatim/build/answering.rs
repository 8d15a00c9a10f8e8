//! The office that answers, where a form names it below the answer.
//!
//! ```text
//! （回答）
//! 　来年度から実施します。
//! （回答部局課名）
//! 　健康部　保健予防課
//! ```

use crate::span::Span;
use crate::text::normal_form;

/// In characters: no office's name is longer.
const LONGEST: usize = 40;

/// Takes the name of the office and the words that announce it off the paragraphs.
pub(super) fn office(paragraphs: &mut Vec<Vec<Span>>, source: &str) -> Option<(Vec<Span>, Vec<Span>)> {
    let [.., announced, office] = paragraphs.as_slice() else { return None };
    let name = normal_form(source, office);
    let plain = name.chars().nth(LONGEST).is_none() && !name.contains(['。', '：', ':']);
    if paragraphs.len() < 3 || !plain || !announces(&normal_form(source, announced)) {
        return None;
    }
    let office = paragraphs.pop()?;
    Some((paragraphs.pop()?, office))
}

/// `（回答部局課名）`, `【担当課】`.
fn announces(text: &str) -> bool {
    const OFFICES: [&str; 6] = ["部局課", "部局", "部署", "課", "課室", "所属"];
    let inside = text
        .strip_prefix(['（', '(', '【', '〔', '＜'])
        .and_then(|text| text.strip_suffix(['）', ')', '】', '〕', '＞']));
    let kind = inside.and_then(|inside| ["回答", "担当", "所管"].iter().find_map(|word| inside.strip_prefix(word)));
    kind.is_some_and(|kind| OFFICES.contains(&kind.strip_suffix('名').unwrap_or(kind)))
}

//! Questions and answers that the text marks as such: 問１ and 答, Ｑ and Ａ, 質問： and 回答：, （要望） and （回答）.

use crate::fold::with_plain_ideographs;
use crate::line::Line;
use crate::rules::sides::{SIDES, Side};
use crate::span::Span;
use crate::verbatim::{Head, Voice};

/// The heads of questions and answers; none unless the document marks both, in pairs.
pub(crate) fn sides(body: &[Line], source: &str) -> Vec<Head> {
    let heads: Vec<Head> = body.iter().enumerate().filter_map(|(at, line)| side(line, at, source)).collect();
    let asks = |head: &Head| matches!(head.voice, Voice::Question | Voice::Opinion);
    let questions = heads.iter().filter(|head| asks(head)).count();
    let answers = heads.iter().filter(|head| matches!(head.voice, Voice::Answer)).count();
    let paired = heads.windows(2).filter(|pair| asks(&pair[0]) && matches!(pair[1].voice, Voice::Answer)).count();
    let enough = questions >= 1 && answers >= 1 && paired * 2 >= questions && heads.len() >= 3;
    if enough { heads } else { Vec::new() }
}

fn side(line: &Line, at: usize, source: &str) -> Option<Head> {
    let text = with_plain_ideographs(line.text(source));
    let (rule, caught) = SIDES.decide(&text)?;
    let span = |name: &str| {
        let range = caught.name(name)?.range();
        Some(Span::new(line.span.start + range.start, line.span.start + range.end).trim(source))
    };
    Some(Head {
        line: at,
        height: 1,
        rule: rule.id,
        voice: match rule.kind {
            Side::Question => Voice::Question,
            Side::Answer => Voice::Answer,
            Side::Opinion => Voice::Opinion,
        },
        label: Vec::new(),
        marks: span("mark").into_iter().collect(),
        text: span("text").into_iter().collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_begins_the_words_is_no_number_of_the_mark() {
        let cases = [
            ("Ａ　90分以内であれば", "90分以内であれば"),
            ("Ｑ　２本目は", "２本目は"),
            ("Ｑ１　２本目は", "２本目は"),
            ("問 ２ 坂の上の停留所は", "坂の上の停留所は"),
            ("A1. 来年から", "来年から"),
        ];
        for (text, words) in cases {
            let (_, caught) = SIDES.decide(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(caught.text("text"), words, "{text}");
        }
    }
}

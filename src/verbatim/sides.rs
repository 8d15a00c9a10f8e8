//! Questions and answers that the text marks as such: 問１ and 答, Ｑ and Ａ, 質問： and 回答：, （要望） and （回答）.

use crate::line::Line;
use crate::rules::sides::{SIDES, Side};
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::title::Genre;
use crate::trailing::is_open;
use crate::verbatim::speaker::{Speaker, Strength};
use crate::verbatim::{Head, Voice, points};

/// The lines that a mark makes a question or an answer; none in a survey or a list of frequent questions.
pub(super) fn marked(body: &[Line], source: &str) -> Vec<Head> {
    let heads: Vec<Head> = body.iter().enumerate().filter_map(|(at, line)| side(line, at, source)).collect();
    if heads.is_empty() || Genre::of_first_lines(body, source) == Genre::Apart {
        return Vec::new();
    }
    points::divided(without_captions(heads, body), body, source)
}

/// The heads of questions and answers; none unless the document marks both, in pairs.
pub(super) fn paired(heads: &[Head]) -> Vec<Head> {
    let questions = heads.iter().filter(|head| asks(head)).count();
    let answers = heads.iter().filter(|head| matches!(head.voice, Voice::Answer)).count();
    let paired = heads.windows(2).filter(|pair| asks(&pair[0]) && matches!(pair[1].voice, Voice::Answer)).count();
    let enough = questions >= 1 && answers >= 1 && paired * 2 >= questions && heads.len() >= 3;
    if enough { heads.to_vec() } else { Vec::new() }
}

/// Whether a head announces what is answered.
pub(super) fn asks(head: &Head) -> bool {
    matches!(head.voice, Voice::Question | Voice::Opinion)
}

/// Takes out the captions of columns, which stand alone, one right below the other: `意見の概要`, `件数`, `市の考え方`.
fn without_captions(heads: Vec<Head>, body: &[Line]) -> Vec<Head> {
    const CAPTION: usize = 12;
    let alone = |head: &Head| head.text.is_empty();
    let empty = |above: &Head, below: &Head| {
        alone(above) && alone(below) && body[above.line + 1..below.line].iter().all(|line| line.width <= CAPTION)
    };
    let caption = |at: usize| {
        let above = at.checked_sub(1).is_some_and(|above| empty(&heads[above], &heads[at]));
        above || heads.get(at + 1).is_some_and(|below| empty(&heads[at], below))
    };
    let captions: Vec<bool> = (0..heads.len()).map(caption).collect();
    let kept = heads.into_iter().zip(captions).filter(|(_, caption)| !caption);
    kept.map(|(head, _)| head).collect()
}

fn side(line: &Line, at: usize, source: &str) -> Option<Head> {
    let text = line.text(source);
    let (rule, caught) = SIDES.decide(text)?;
    let span = |name: &str| {
        let range = caught.name(name)?.range();
        Some(Span::new(line.span.start + range.start, line.span.start + range.end).trim(source))
    };
    // Ｑ（山田委員）　…, but 答（再質問に対し）　… and Ｑ　（資料１の）目標は.
    let who = span("who").filter(|who| Speaker::of(&normal_form(source, &[*who])).strength >= Strength::Organization);
    let mark = span("mark")?;
    let mut text = span("text").unwrap_or(Span::new(line.span.end, line.span.end));
    let again = |bracket: &Span| bracket.of(source).ends_with(['し', 'て']);
    if let (None, Some(bracket)) = (who, span("who").filter(|bracket| !again(bracket))) {
        let between = source[mark.end..bracket.start].rfind(is_open).unwrap_or(bracket.start - mark.end);
        text.start = mark.end + between;
    }
    let who = who.or_else(|| {
        let office = office(text.of(source)).filter(|_| rule.kind == Side::Answer)?;
        let who = Span::new(text.start, text.start + office);
        text = Span::new(who.end, text.end).trim(source);
        Some(who)
    });
    let marks = match who {
        Some(who) => vec![Span::new(mark.start, who.start).trim(source), Span::new(who.end, text.start).trim(source)],
        None => vec![Span::new(mark.start, text.start).trim(source)],
    };
    let marks = marks.into_iter().filter(|mark| !mark.is_empty()).collect();
    Some(Head {
        line: at,
        height: 1,
        rule: rule.id,
        voice: match rule.kind {
            Side::Question => Voice::Question,
            Side::Answer => Voice::Answer,
            Side::Opinion => Voice::Opinion,
        },
        label: who.into_iter().collect(),
        marks,
        text: (!text.is_empty()).then_some(text).into_iter().collect(),
    })
}

/// How many bytes the office takes with which an answer begins: `町長　令和５年度末で…`.
fn office(text: &str) -> Option<usize> {
    text.find(is_space).filter(|end| names_office(&text[..*end]))
}

/// Whether the words, in normal form, are an office, or somebody with one: `町長`, `山本教育長`.
pub(super) fn names_office(words: &str) -> bool {
    (2..=12).contains(&words.chars().count()) && Speaker::of(words).strength == Strength::Role
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_behind_the_mark_or_at_the_end_names_who_said_it() {
        let text = "第２回広報懇話会　会議概要\n日時　令和５年６月２日（金）\n議題１　広報紙について\n\
                    Ｑ（山田委員）　減らしたのはなぜか。\nＡ（事務局）　紙代のためである。\nＱ　（３ページの）写真が暗い。\n\
                    Ａ　明るくする。\nＱ２　目標は。（佐藤副会長）\nＡ２　２万部である（目安）。\n→　全員異議なく承認された。\n";
        let document = crate::parse_str(text, &crate::Options::default()).document;
        let opinions = document.sections.iter().flat_map(|section| &section.opinions).map(|opinion| {
            (opinion.text.as_str(), opinion.attribution.as_ref().map_or("", |said| said.label.as_str()))
        });
        let want = [
            ("減らしたのはなぜか。", "山田委員"),
            ("紙代のためである。", "事務局"),
            ("（3ページの）写真が暗い。", ""),
            ("明るくする。", ""),
            ("目標は。", "佐藤副会長"),
            ("2万部である（目安）。", ""),
        ];
        assert_eq!(opinions.collect::<Vec<_>>(), want);
    }

    #[test]
    fn comments_and_views_stand_below_their_numbers() {
        let text = "環境基本計画（素案）に対する意見の結果\n１　意見の件数　２件\n２　意見の概要\nNo.1\n【意見】規制すべきだ。\n\
                    【市の考え方】基準を定めます。\nNo.2\n【意見】反対である。\n【市の考え方】慎重に検討します。\n";
        let document = crate::parse_str(text, &crate::Options::default()).document;
        let items: Vec<_> = document.sections.iter().flat_map(|section| &section.sections).collect();
        let said = |at: usize| items[at].opinions.iter().map(|opinion| opinion.text.as_str()).collect::<Vec<_>>();
        assert_eq!(
            (said(0), said(1)),
            (vec!["規制すべきだ。", "基準を定めます。"], vec!["反対である。", "慎重に検討します。"])
        );
        assert_eq!(items[1].label.as_ref().map(|label| label.numbers.clone()), Some(vec![2]));
    }

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

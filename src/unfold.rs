//! Stage: body → body, where an extractor has run lines together: a whole document on one line becomes lines again.
//!
//! A long line with several heads in it is divided before each head; what stands before the first one is divided
//! before the names of fields too. Where brackets open turns, those within a paragraph are divided too (`dialogue`).
//! Fields that stand beside each other are divided (`items`), and the items of an agenda from its name and from each other;
//! names of fields are divided from the values to which they are glued (`glued`). Positions stay what they are, for a line
//! is a stretch of the source.

mod dialogue;
mod glued;
mod items;

use std::borrow::Cow;

use crate::line::{Line, columns};
use crate::pattern::Pattern;
use crate::rules::is_digit;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::verbatim::speaker::{Speaker, Strength};
use dialogue::Dialogue;

/// From how many display columns on a line may be several that were run together.
const LONG: usize = 200;

/// Among how many lines of the beginning a form may name the meeting.
const HEAD: usize = 12;

/// Divides lines in which heads stand.
pub(crate) fn unfold<'l>(body: &'l [Line], source: &str) -> Cow<'l, [Line]> {
    let mut out: Vec<Line> = Vec::new();
    let mut divided = false;
    let glued = glued::glued(body, source);
    let dialogue = Dialogue::of(body, source, is_head);
    for (at, line) in body.iter().enumerate() {
        let text = line.text(source);
        let cuts = if line.width >= LONG { cuts(text) } else { Vec::new() };
        let cuts = if cuts.is_empty() && at < HEAD { items::named_meeting(text).into_iter().collect() } else { cuts };
        let turns = dialogue.as_ref().filter(|_| cuts.is_empty()).map_or_else(Vec::new, |dialogue| dialogue.cuts(at));
        let among_turns = !turns.is_empty();
        let cuts = if among_turns { turns } else { cuts };
        let cuts = if cuts.is_empty() { items::cuts(text) } else { cuts };
        let glued = || glued.and_then(|glued| glued.cut(line, source)).into_iter().collect();
        let cuts = if cuts.is_empty() { glued() } else { cuts };
        divided |= !cuts.is_empty();
        let mut start = line.span.start;
        for end in cuts.into_iter().map(|cut| line.span.start + cut).chain([line.span.end]) {
            let span = Span::new(start, end).trim(source);
            if !span.is_empty() {
                let whole = span == line.span;
                // The last turn of a wrapped line goes on in the next one, as far as the line is full.
                let wraps = among_turns && end == line.span.end;
                let width = if whole || wraps { line.width } else { columns(span.of(source)) };
                // A division stands for the blank line or the new paragraph that the extractor has lost.
                let gap = if start == line.span.start { line.gap } else { 1 };
                let indent = if start == line.span.start { line.indent } else { 0 };
                out.push(Line { span, width, gap, indent, ..*line });
            }
            start = end;
        }
    }
    if divided { Cow::Owned(out) } else { Cow::Borrowed(body) }
}

/// Where a line is divided, in bytes of it; nowhere unless at least two heads stand in it.
fn cuts(text: &str) -> Vec<usize> {
    static FIELD: Pattern = Pattern::new(concat!(
        r"[\s　](?:[○〇◯●◎■□◆◇][\s　]?|[0-9０-９]{1,2}[\s　.．、][\s　]?|[（(][0-9０-９]{1,2}[）)][\s　]?)?(?:(?:開[\s　]*催[\s　]*)?(?:日[\s　]*時|場[\s　]*所)|会[\s　]*場|会議名|会議次第|配[布付]資料|出[\s　]*席[\s　]*(?:者|委[\s　]*員)|欠[\s　]*席[\s　]*(?:者|委[\s　]*員)|案[\s　]*件|傍[\s　]*聴[\s　]*者|議事次第|次[\s　]*第|議[\s　]*題|開催日時等|【[^【】]{1,12}】|[<＜〈][^<>＜＞〈〉]{1,8}[>＞〉]|議[\s　]*事[\s　]*録)[\s　：:]",
        r"|[\s　][■□◆◇●◎][\s　]?(?:議[\s　]*事|資[\s　]*料|[^\s：:。、（(]{2,8})[：:\s　]",
        r"|(?<bare>[\s　](?:(?:令和|平成|昭和)\s*(?:[0-9０-９]{1,2}|元)\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日\s*[（(][月火水木金土日]",
        r"|(?:午前|午後)\s*[0-9０-９]{1,2}\s*時(?:\s*[0-9０-９]{1,2}\s*分)?\s*(?:開会|開議)[\s　]))",
        r"|[\s　](?:[0-9０-９]{1,2}[\s　.．、]|[（(][0-9０-９]{1,2}[）)][\s　.．]?)[^0-9０-９\s年月日時分秒回人名階号条期度月]",
    ));
    let heads = spoken(heads(text), text);
    if heads.len() < 2 {
        return Vec::new();
    }
    let front = &text[..heads[0]];
    let title = front.find(is_space).unwrap_or(0);
    let space = |at: usize| at + front[at..].chars().next().map_or(0, char::len_utf8);
    let words = |at: usize| front[at..].chars().filter(|c| !is_space(*c)).take(3).collect::<String>();
    let mut cuts: Vec<usize> = Vec::new();
    let mut from = 0;
    // What closes one name may open the next: 日　時　場　所.
    while let Some(caught) = FIELD.captures_at(front, from) {
        let Some(found) = caught.get(0) else { break };
        // 日時　令和６年…: a day right behind a field's name is its value.
        let value = caught.name("bare").is_some() && from > 0 && found.start() == from;
        cuts.extend(Some(space(found.start())).filter(|at| *at > title && !value));
        from = front[..found.end()].char_indices().next_back().map_or(front.len(), |(at, _)| at);
    }
    // 第１回協議会 議事録 is the title as a whole.
    if cuts.first().is_some_and(|at| words(*at) == "議事録") {
        cuts.remove(0);
    }
    cuts.extend(heads);
    cuts.dedup();
    cuts
}

/// The heads from the first one on behind which something is said: `<事務局> 企画課長、係員` is a group of those who were there.
fn spoken(heads: Vec<usize>, text: &str) -> Vec<usize> {
    let ends = heads.iter().skip(1).copied().chain([text.len()]);
    let first = heads.iter().zip(ends).position(|(start, end)| text[*start..end].contains('。'));
    first.map_or(Vec::new(), |first| heads[first..].to_vec())
}

/// Where heads begin in a line: `〈 事務局 〉`, `(委員)`, `○会長　`, `事務局：`, each after white space or a sentence.
fn heads(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let opens = is_space(before) || matches!(before, '。' | '．' | '」' | '）' | ')' | '-' | '－');
        if opens && is_head(&text[at..], c) {
            found.push(at);
        }
        before = c;
    }
    found
}

fn is_head(rest: &str, first: char) -> bool {
    let close = match first {
        '〈' | '＜' | '<' | '‹' => "〉＞>›",
        '(' | '（' => "）)",
        '【' => "】",
        '［' | '[' => "］]",
        '《' => "》",
        '○' | '〇' | '◯' | '◎' | '■' | '□' | '△' | '▲' | '◆' | '◇' | '●' => " 　：:",
        // 事務局：それでは
        _ if first.is_alphabetic() => "：:",
        _ => return false,
    };
    let inside = if first.is_alphabetic() { rest } else { &rest[first.len_utf8()..] };
    let inside = inside.trim_start_matches(is_space);
    let mut near = inside.char_indices().take(24).take_while(|(_, c)| !first.is_alphabetic() || !is_space(*c));
    let Some((end, _)) = near.find(|(_, c)| close.contains(*c)) else { return false };
    // (有効活用担当)2人 counts.
    let behind = inside[end..].trim_start_matches(['）', ')']);
    let counts = behind.trim_start_matches(is_digit);
    if counts.len() < behind.len() && counts.starts_with(['人', '名']) {
        return false;
    }
    let content = normal_form(inside, &[Span::new(0, end)]);
    // ■傍聴者：なし is a field.
    if ["傍聴", "出席", "欠席", "参加"].iter().any(|word| content.starts_with(word)) {
        return false;
    }
    Speaker::of(&content).strength == Strength::Role
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::Encoding;
    use crate::normalize::normalize;
    use crate::source::Source;

    #[test]
    fn a_document_on_one_line_is_divided_at_its_heads() {
        let speech = "お時間ですので、始めます。".repeat(8);
        let text = format!("第１回協議会 日  時 令和６年６月27日(木) 議題 〈 事務局 〉 {speech} 〈 会長 〉 {speech}");
        let source = Source::new("t", text.clone().into(), Encoding::Utf8, text.len(), 0);
        let lines = normalize(&source);
        let divided = unfold(&lines, &text);
        let starts: Vec<String> = divided.iter().map(|line| line.text(&text).chars().take(6).collect()).collect();
        assert_eq!(starts, ["第１回協議会", "日  時 令", "議題", "〈 事務局 ", "〈 会長 〉"]);
    }

    #[test]
    fn heads_before_colons_and_fields_of_forms_divide_too() {
        let speech = "お時間ですので、始めます。".repeat(8);
        let text = format!(
            "第２回部会 議事録 開催日時 令和５年７月13日(木)15:00〜 開催場所 ホール <会議次第> 1 開会 事務局:{speech} 会長:{speech}"
        );
        let source = Source::new("t", text.clone().into(), Encoding::Utf8, text.len(), 0);
        let lines = normalize(&source);
        let divided = unfold(&lines, &text);
        let starts: Vec<String> = divided.iter().map(|line| line.text(&text).chars().take(4).collect()).collect();
        assert_eq!(starts, ["第２回部", "開催日時", "開催場所", "<会議次", "1 開会", "事務局:", "会長:お"]);
    }

    #[test]
    fn a_day_behind_the_title_and_marked_fields_divide_too() {
        let speech = "お時間ですので、始めます。".repeat(8);
        let text = format!(
            "第２回部会 議事録  令和５年７月13日(木) ホール ■傍聴者:なし ■議事: 1.計画について 2.その他 ○会長　{speech} ○事務局　{speech}"
        );
        let source = Source::new("t", text.clone().into(), Encoding::Utf8, text.len(), 0);
        let lines = normalize(&source);
        let divided = unfold(&lines, &text);
        let starts: Vec<String> = divided.iter().map(|line| line.text(&text).chars().take(4).collect()).collect();
        assert_eq!(starts, ["第２回部", "令和５年", "■傍聴者", "■議事:", "1.計画", "2.その", "○会長　", "○事務局"]);
    }

    #[test]
    fn long_speech_that_mentions_somebody_stays_one_line() {
        let text = format!("{}（事務局）{}", "これは長い発言です。".repeat(12), "続きます。".repeat(12));
        let source = Source::new("t", text.clone().into(), Encoding::Utf8, text.len(), 0);
        assert_eq!(unfold(&normalize(&source), &text).len(), 1);
    }
}

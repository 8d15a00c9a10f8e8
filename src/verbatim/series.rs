//! Headings among turns that no head follows: those that count on, `（２）`, and banners, `【審査】`.

use super::heading::Heading;
use super::layout::Role;
use crate::blocks::ends_sentence;
use crate::lexicon::brackets::{is_kanji, is_katakana};
use crate::line::Line;
use crate::rules::headings::Numbering;
use crate::span::{Span, is_space};
use crate::text::normal_form;

/// In lines: how far above the first turn its part's heading may stand.
const FRONT: usize = 12;

/// Headings that no head follows: those that count on where the ones before heads stopped.
pub(super) fn mark_series(body: &[Line], source: &str, first: usize, roles: &mut [Role]) {
    // （１） above the first turn, （２） below the last one of its part.
    let mut last: Vec<(Numbering, usize, u32)> = Vec::new();
    for above in body[..first].iter().rev().take(FRONT) {
        let heading = Heading::of(above, source).filter(|heading| heading.numbering == Numbering::ParenDigit);
        let number = heading.as_ref().and_then(|heading| heading.number(source));
        if let (Some(heading), Some(number), true) = (heading, number, last.is_empty()) {
            last.push((heading.numbering, heading.indent, number));
        }
    }
    let mut banners: Vec<char> = Vec::new();
    for at in first..body.len() {
        if let Role::Heading(heading) = &roles[at] {
            let marked = |c: &char| matches!(c, '□' | '■' | '◇' | '◆') && heading.numbering == Numbering::None;
            let bracket = heading.numbering == Numbering::Bracket;
            banners.extend(body[at].first(source).filter(|c| bracket || marked(c)));
            if let Some(number) = heading.number(source) {
                last.retain(|(numbering, _, _)| *numbering != heading.numbering);
                last.push((heading.numbering, heading.indent, number));
            }
            continue;
        }
        if matches!(roles[at], Role::Speech)
            && let Some(heading) = agenda_word(&body[at], source).or_else(|| conclusion(&body[at], source))
        {
            roles[at] = Role::Heading(heading);
            continue;
        }
        if !matches!(roles[at], Role::Speech)
            || !body[at].text(source).starts_with(|c: char| {
                !c.is_alphabetic() || "第議案次報協審会アイウエオカキク一二三四五六七八九十".contains(c)
            })
        {
            continue;
        }
        let Some(heading) = Heading::of(&body[at], source) else { continue };
        // 【審査】 below 【Ａ社へのヒアリング】, both between finished sentences.
        let bracket = body[at].first(source).filter(|_| heading.numbering == Numbering::Bracket);
        if let Some(bracket) = bracket.filter(|bracket| banners.contains(bracket) && is_banner(body, at, source, roles))
        {
            banners.push(bracket);
            roles[at] = Role::Heading(heading);
            continue;
        }
        // □次回の日程 below 持ち寄ってほしい。, where □ heads other parts.
        let square =
            heading.numbering == Numbering::None && body[at].first(source).is_some_and(|c| banners.contains(&c));
        let ended = at > 0 && body[at - 1].last(source).is_some_and(ends_sentence);
        if square && ended && body[at].width <= 40 {
            roles[at] = Role::Heading(heading);
            continue;
        }
        if !heading.is_numbered() {
            continue;
        }
        let stage = names_stage(&heading, source) || is_topic(&heading, body, at, source, roles);
        if stage && !recited(body, at, roles, &heading, source) {
            roles[at] = Role::Heading(heading);
            continue;
        }
        let next = heading.number(source);
        let known =
            last.iter_mut().find(|(numbering, indent, _)| *numbering == heading.numbering && *indent == heading.indent);
        if let Some((_, _, number)) = known
            && next == Some(*number + 1)
            && is_apart(&heading, body, at, source, roles)
        {
            *number += 1;
            roles[at] = Role::Heading(heading);
        }
    }
}

/// Whether a line that counts on stands apart from the speech around it.
fn is_apart(heading: &Heading, body: &[Line], at: usize, source: &str, roles: &[Role]) -> bool {
    let beside = |below: &Line| below.gap > 0 || below.indent > heading.indent;
    let above = at.checked_sub(1).map(|above| &body[above]);
    // ５　その他 left of the turns above it.
    let left = |above: &Line| above.indent > heading.indent;
    // （２）今後の予定について below 当面は維持する。
    let ended = above.and_then(|above| above.last(source)).is_some_and(ends_sentence);
    let topic =
        || ["について", "の件", "に関すること", "その他"].iter().any(|end| body[at].text(source).ends_with(end));
    body[at].gap > 0
        || body.get(at + 1).is_some_and(beside)
        || above.is_some_and(left)
        || ended && (topic() || counts_alone(heading, body, at, source, roles))
}

/// `報告事項` alone on its line, which nobody says.
fn agenda_word(line: &Line, source: &str) -> Option<Heading> {
    let text = line.text(source);
    let may = text.len() <= 30 && text.ends_with('項');
    may.then(|| Heading::of(line, source))
        .flatten()
        .filter(|heading| !heading.is_numbered() && heading.marks.is_empty())
}

/// `（結論）`, `（報告事項）` alone on its line: what was decided or follows, which nobody says.
fn conclusion(line: &Line, source: &str) -> Option<Heading> {
    const WORDS: [&str; 14] = [
        "結論",
        "審議結果",
        "協議結果",
        "決定事項",
        "決定",
        "結果",
        "まとめ",
        "今後の対応",
        "報告事項",
        "協議事項",
        "審議事項",
        "報告",
        "協議",
        "審議",
    ];
    let text = line.text(source);
    // 〇審議結果
    let mark = text
        .chars()
        .next()
        .filter(|c| matches!(c, '○' | '〇' | '◯' | '■' | '□' | '◆' | '◇' | '●'))
        .map_or(0, char::len_utf8);
    if mark > 0 && WORDS.contains(&text[mark..].trim()) {
        let text = Span::new(line.span.start + mark, line.span.end).trim(source);
        let marks = vec![Span::new(line.span.start, line.span.start + mark)];
        return Some(Heading { numbering: Numbering::None, marks, label: None, text: vec![text], indent: line.indent });
    }
    let close = text.chars().next_back().filter(|c| matches!(c, '）' | ')' | '】' | '］'))?;
    let inside = text.strip_suffix(close)?.strip_prefix(['（', '(', '【', '［'])?;
    let words = inside.trim();
    if !WORDS.contains(&words) {
        return None;
    }
    let start = line.span.start + text.len() - close.len_utf8() - inside.len();
    let marks = vec![Span::new(line.span.start, start), Span::new(line.span.end - close.len_utf8(), line.span.end)];
    let text = vec![Span::new(start, start + inside.len()).trim(source)];
    Some(Heading { numbering: Numbering::None, marks, label: None, text, indent: line.indent })
}

/// Whether a heading's words are those that only an order of business has: `４　閉会`, `５　議　事`.
fn names_stage(heading: &Heading, source: &str) -> bool {
    const WORDS: [&str; 15] = [
        "閉会",
        "閉式",
        "散会",
        "その他",
        "連絡事項",
        "事務連絡",
        "諸連絡",
        "議事",
        "議題",
        "報告事項",
        "協議事項",
        "審議事項",
        "質疑応答",
        "意見交換",
        "議案審議",
    ];
    let words = normal_form(source, &heading.text).replace(is_space, "");
    WORDS.contains(&words.as_str())
}

/// `次第１　計画について`, `議題２　素案について` below a finished sentence: a word of the agenda counts it, and no sentence goes on
/// below it. What an assembly deals with, `議案第１号　…について`, is read out too.
fn is_topic(heading: &Heading, body: &[Line], at: usize, source: &str, roles: &[Role]) -> bool {
    const COUNTED: [&str; 8] = ["次第", "会議次第", "議題", "議事", "案件", "報告事項", "協議事項", "審議事項"];
    let label = heading.label.map_or("", |label| label.of(source));
    let counted = COUNTED.iter().any(|word| label.starts_with(word));
    let words = heading.text.last().map_or("", |words| words.of(source));
    let below = body.get(at + 1).and_then(|below| below.first(source));
    let goes_on = below.is_some_and(|c| "をはがのにとへで、".contains(c));
    let apart = at.checked_sub(1).is_some_and(|above| {
        body[above].last(source).is_some_and(ends_sentence)
            || matches!(roles[above], Role::Aside(_) | Role::AsideGoesOn)
    });
    counted && apart && !goes_on && ["について", "の件"].iter().any(|end| words.ends_with(end))
}

/// Whether a short line of nouns counts on where nothing since the last heading has its numbering: `（２）委員からの要望`.
fn counts_alone(heading: &Heading, body: &[Line], at: usize, source: &str, roles: &[Role]) -> bool {
    let noun = body[at].last(source).is_some_and(|c| is_kanji(c) || is_katakana(c));
    let same = |line: &Line| Heading::of(line, source).is_some_and(|other| other.numbering == heading.numbering);
    let since = (0..at).rev().take_while(|above| !matches!(roles[*above], Role::Heading(_)));
    noun && body[at].width <= 50 && !since.into_iter().any(|above| same(&body[above]))
}

/// Whether a numbered line belongs to a list that somebody reads out: `2. その他` below `1. 計画について`, or above `となっております。`
fn recited(body: &[Line], at: usize, roles: &[Role], heading: &Heading, source: &str) -> bool {
    let above = at.checked_sub(1).filter(|above| matches!(roles[*above], Role::Speech | Role::Head(_)));
    let above = above.and_then(|above| Heading::of(&body[above], source));
    let before = above.filter(|above| above.numbering == heading.numbering).and_then(|above| above.number(source));
    let counts_on = before.is_some_and(|before| heading.number(source) == Some(before + 1));
    const GOES_ON: [&str; 5] = ["となって", "となり", "でござい", "です", "であり"];
    let below = body.get(at + 1).map_or("", |below| below.text(source));
    counts_on || GOES_ON.iter().any(|words| below.starts_with(words))
}

/// Whether a line between brackets or behind a square stands below a finished sentence or what nobody says:
/// `【Ａ社へのヒアリング】`, `■審議事項` below `→ 承認`, `●その他`.
pub(super) fn is_banner(body: &[Line], at: usize, source: &str, roles: &[Role]) -> bool {
    let held = body[at].first(source).is_some_and(|c| match c {
        '【' | '≪' | '《' | '〔' | '＜' | '〈' | '■' | '◆' => true,
        // Before points too: only a topic's own words tell that it heads something.
        '●' | '◉' | '◎' | '□' | '◇' | '▼' | '▲' | '★' => ends_as_topic(body[at].text(source)),
        _ => false,
    });
    held && at.checked_sub(1).is_none_or(|above| {
        matches!(roles[above], Role::Aside(_) | Role::AsideGoesOn)
            || body[above].last(source).is_some_and(ends_sentence)
    })
}

/// `●その他`, `◎計画について`.
fn ends_as_topic(text: &str) -> bool {
    const ENDS: [&str; 18] = [
        "について",
        "の件",
        "に関すること",
        "その他",
        "報告事項",
        "協議事項",
        "審議事項",
        "連絡事項",
        "意見交換",
        "の宣告",
        "の宣言",
        "の指名",
        "の決定",
        "の報告",
        "の互選",
        "の選挙",
        "の朗読",
        "一般質問",
    ];
    ENDS.iter().any(|end| text.ends_with(end))
}

//! What each line is between the heads: speech, a stage direction, a heading.

use std::ops::Range;

use crate::classify::handout::announces;
use crate::line::Line;
use crate::rules::asides::{ASIDES, Aside, ROUND_BRACKETS};
use crate::rules::head::{FIELDS, Field};
use crate::rules::headings::{HEADINGS, Numbering};
use crate::rules::is_digit;
use crate::span::is_space;
use crate::verbatim::Head;
use crate::verbatim::after;
use crate::verbatim::askers::{mark_askers, mark_persons};
use crate::verbatim::heading::Heading;
use crate::verbatim::series::{is_banner, mark_series};

/// What a line of the verbatim part is.
#[derive(Clone, Debug)]
pub(crate) enum Role {
    /// The head with this number.
    Head(usize),
    /// The rest of a head that takes two lines.
    HeadGoesOn,
    Heading(Heading),
    /// A wrapped heading's further line.
    HeadingGoesOn,
    /// The number that a database puts before each turn.
    Number,
    Aside(Aside),
    /// A further line of an aside whose bracket was open.
    AsideGoesOn,
    /// The sentence below the last turn with which the record is signed.
    Signing,
    /// The next meeting, stated below the last turn.
    Next,
    Speech,
}

/// The roles of all lines from `first` on, where `first` is the first heading before the first head.
pub(crate) struct Layout {
    pub first: usize,
    /// One for each line of the body; those before `first` say nothing.
    pub roles: Vec<Role>,
}

/// Sorts the lines of the body around the heads. Lines of attendee lists (`listed`) are nobody's headings.
pub(crate) fn layout(body: &[Line], source: &str, heads: &[Head], listed: &[bool]) -> Layout {
    let mut roles: Vec<Role> = body.iter().map(|_| Role::Speech).collect();
    for (number, head) in heads.iter().enumerate() {
        roles[head.line] = Role::Head(number);
        for below in 1..head.height {
            roles[head.line + below] = Role::HeadGoesOn;
        }
    }
    mark_persons(body, source, heads, &mut roles);
    mark_asides(body, source, &mut roles);
    after::mark(body, heads, source, &mut roles);
    let asker = mark_askers(body, source, heads, &mut roles);
    let mut first = heads.first().map_or(body.len(), |head| head.line);
    for (number, head) in heads.iter().enumerate() {
        let top = mark_headings(body, source, head.line, &mut roles, listed);
        if number == 0 {
            let top = below_handouts(body, source, top..head.line, &mut roles);
            first = below_agenda(top, head.line, &mut roles);
        }
    }
    let first = asker.map_or(first, |asker| first.min(asker));
    mark_series(body, source, first, &mut roles);
    Layout { first, roles }
}

fn mark_asides(body: &[Line], source: &str, roles: &mut [Role]) {
    let mut at = 0;
    while at < body.len() {
        if matches!(roles[at], Role::Speech)
            && let Some((aside, height)) = aside(body, at, source)
        {
            roles[at] = Role::Aside(aside);
            (at + 1..at + height).for_each(|below| roles[below] = Role::AsideGoesOn);
            at += height;
        } else {
            at += 1;
        }
    }
}

/// The aside that begins in a line, and how many lines it takes: 〔…〕 may be wrapped.
fn aside(body: &[Line], at: usize, source: &str) -> Option<(Aside, usize)> {
    let first = body[at].first(source)?;
    let length = body[at].span.end - body[at].span.start;
    if length > 240 || first.is_alphabetic() && (length > 120 || !may_report(body[at].text(source))) {
        return None;
    }
    let text = body[at].text(source);
    if first.is_alphabetic() && body.get(at + 1).is_some_and(|next| is_rest(next, source)) {
        return None;
    }
    if let Some(rule) = ASIDES.rule(text).filter(|rule| rule.id != ROUND_BRACKETS || !closes_within(text)) {
        return (!is_part_of_agenda(text)).then_some((rule.kind, 1));
    }
    let open = text.starts_with(['〔', '（', '(']) && !text.contains(['〕', '）', ')']);
    let next = body.get(at + 1).filter(|_| open)?;
    let joined = format!("{text}{}", next.text(source));
    ASIDES.rule(&joined).map(|rule| (rule.kind, 2))
}

/// Whether words stand behind the round bracket that opens a line: `（２）公表すること。（拍手）`, a point and no stage direction.
fn closes_within(text: &str) -> bool {
    let (mut depth, mut inside) = (0_i32, text.starts_with(['（', '(']));
    inside
        && text.chars().any(|c| {
            depth += i32::from(matches!(c, '（' | '(')) - i32::from(matches!(c, '）' | ')'));
            let outside = !inside && depth == 0 && !is_space(c) && !matches!(c, '。' | '.' | '）' | ')');
            inside = depth > 0;
            outside
        })
}

/// `（報告事項）`, `［議題１　計画について］`: it heads what follows, though its brackets or a word are those of stage directions.
fn is_part_of_agenda(text: &str) -> bool {
    let inside = text.strip_prefix(['（', '(', '〔', '［', '[', '《', '≪', '【', '＜', '〈']);
    let inside = inside.and_then(|rest| rest.strip_suffix(['）', ')', '〕', '］', ']', '》', '≫', '】', '＞', '〉']));
    let Some(inside) = inside.map(str::trim) else { return false };
    let stage = matches!(inside, "報告事項" | "協議事項" | "審議事項" | "報告" | "協議" | "審議");
    stage || counts_part(inside) && HEADINGS.rule(text).is_some_and(|rule| rule.kind == Numbering::Ordinal)
}

/// Whether the words are a counted topic: `議題１　計画について`, `第２号議案　会費の件`; not `議題１　資料により説明`.
fn counts_part(inside: &str) -> bool {
    const COUNTED: [&str; 5] = ["議題", "案件", "次第", "議案", "第"];
    const DONE: [&str; 10] = ["説明", "報告", "承認", "了承", "可決", "異議なし", "採決", "休憩", "退席", "終了"];
    const TOPICS: [&str; 4] = ["について", "の件", "に関すること", "その他"];
    let topic = TOPICS.iter().any(|end| inside.ends_with(end));
    topic || COUNTED.iter().any(|word| inside.starts_with(word)) && !DONE.iter().any(|end| inside.ends_with(end))
}

/// Whether a line is the rest of a sentence: `をいたします。` below `…についてご報告`.
fn is_rest(line: &Line, source: &str) -> bool {
    const RESTS: [&str; 9] = ["を", "が", "に", "へ", "の", "いたし", "させ", "します", "して"];
    RESTS.iter().any(|rest| line.text(source).starts_with(rest))
}

/// Whether a line of words may be an aside, by its last character: no pattern is run on plain speech.
fn may_report(text: &str) -> bool {
    const PARTS: [&str; 6] = ["意見", "質問", "質疑", "意見交換", "質疑応答", "主な意見"];
    if PARTS.contains(&text) {
        return true;
    }
    let last = text.trim_end_matches(['。', '.']).chars().next_back();
    last.is_some_and(|c| "明告介読拶つ会議憩開了始上り完）)分半時午".contains(c))
}

/// Marks the run of headings that stands right before a head; gives the first line of that run.
fn mark_headings(body: &[Line], source: &str, head: usize, roles: &mut [Role], listed: &[bool]) -> usize {
    let (mut at, mut top) = (head, head);
    let mut below: Option<usize> = None;
    while at > 0 && !listed.get(at - 1).copied().unwrap_or(false) {
        at -= 1;
        match roles[at] {
            Role::Aside(_) | Role::AsideGoesOn => {}
            Role::Speech if is_number(&body[at], source) && at + 1 == head => roles[at] = Role::Number,
            Role::Speech if names_columns(body[at].text(source)) => roles[at] = Role::Number,
            Role::Speech => {
                let limit = body[head].indent.max(below.unwrap_or(0));
                match heading(body, at, source, roles, limit, at + 1 == head || below.is_some()) {
                    Some(found) => {
                        below = Some(found.indent);
                        roles[at] = Role::Heading(found);
                    }
                    None if goes_on(body, at, source) => {
                        roles[at] = Role::HeadingGoesOn;
                        continue;
                    }
                    None => break,
                }
            }
            Role::Head(_)
            | Role::HeadGoesOn
            | Role::Heading(_)
            | Role::HeadingGoesOn
            | Role::Number
            | Role::Signing
            | Role::Next => break,
        }
        top = at;
    }
    top
}

/// Where a run of headings begins, if those at its top list the handouts: `５ 提出資料`, `（１）委員名簿`, `６ 会議の内容`.
fn below_handouts(body: &[Line], source: &str, run: Range<usize>, roles: &mut [Role]) -> usize {
    let top = run.start;
    let above = top.checked_sub(1).map(|above| body[above].text(source));
    let Some(Role::Heading(first)) = roles.get(top).filter(|_| above.is_some_and(|text| announces(text.chars())))
    else {
        return top;
    };
    let numbering = first.numbering;
    // ９ 配布資料 without a list stands beside 10 会議の結果.
    if Heading::of(&body[top - 1], source).is_some_and(|above| above.numbering == numbering) {
        return top;
    }
    let like = |role: &Role| match role {
        Role::Heading(heading) => heading.numbering == numbering,
        Role::HeadingGoesOn => true,
        Role::Head(_)
        | Role::HeadGoesOn
        | Role::Number
        | Role::Aside(_)
        | Role::AsideGoesOn
        | Role::Signing
        | Role::Next
        | Role::Speech => false,
    };
    let end = run.clone().find(|at| !like(&roles[*at])).unwrap_or(run.end);
    roles[top..end].fill(Role::Speech);
    end
}

/// Where a run of headings before the first head ends with a list, it is the agenda and announces no turn.
fn below_agenda(top: usize, head: usize, roles: &mut [Role]) -> usize {
    let numberings: Vec<Numbering> = roles[top..head]
        .iter()
        .filter_map(|role| match role {
            Role::Heading(heading) => Some(heading.numbering),
            _ => None,
        })
        .collect();
    let listed = matches!(numberings.as_slice(), [.., before, last] if before == last);
    if !listed {
        return top;
    }
    let last = (top..head).rev().find(|at| matches!(roles[*at], Role::Heading(_) | Role::HeadingGoesOn));
    roles[top..head]
        .iter_mut()
        .filter(|role| matches!(role, Role::Heading(_) | Role::HeadingGoesOn))
        .for_each(|role| *role = Role::Speech);
    last.map_or(top, |last| last + 1)
}

/// A heading right before a head: numbered, or set apart by a blank line, and no further in than the heads.
fn heading(body: &[Line], at: usize, source: &str, roles: &[Role], limit: usize, beside: bool) -> Option<Heading> {
    let line = &body[at];
    let found = Heading::of(line, source)?;
    let field = FIELDS.rule(line.text(source)).map(|rule| rule.kind);
    // 議題１：見守りについて has a colon as fields have it.
    let counted = found.numbering == Numbering::Ordinal;
    let may = |field: Field| matches!(field, Field::Agenda | Field::Next) || counted && field == Field::Unnamed;
    if field.is_some_and(|field| !may(field)) {
        return None;
    }
    let near = line.indent <= limit;
    let unnumbered = matches!(found.numbering, Numbering::Bracket | Numbering::None);
    let banner = unnumbered && is_banner(body, at, source, roles);
    let apart = (line.gap > 0 || banner) && line.width <= 60 && beside;
    (near && (found.is_numbered() || apart)).then_some(found)
}

/// Whether the line is a further one of a numbered heading above it: deeper in, and no heading of its own.
fn goes_on(body: &[Line], at: usize, source: &str) -> bool {
    let Some(above) = at.checked_sub(1) else { return false };
    let (line, before) = (&body[at], &body[above]);
    let deeper = line.indent > before.indent + 3 && line.gap == 0 && before.width >= 50;
    // 議案第21号　令和７年度使用教科用図書⏎の採択について, where pages are narrow.
    let ends = ["について", "の件", "に関すること"].iter().any(|end| line.text(source).ends_with(end));
    let narrow = ends && before.width >= 36 && line.width < before.width && line.gap <= 1;
    (deeper || narrow) && Heading::of(before, source).is_some_and(|heading| heading.is_numbered())
}

/// `発言者　　発言内容`: what stands in the columns below.
fn names_columns(text: &str) -> bool {
    const LONGEST: usize = 90;
    text.starts_with("発言者")
        && text.len() <= LONGEST
        && text.ends_with(['容', '旨', '要', '項', '言'])
        && !text.contains('。')
}

fn is_number(line: &Line, source: &str) -> bool {
    let text = line.text(source);
    !text.is_empty() && text.len() <= 5 && text.chars().all(|c| is_digit(c) || is_space(c))
}

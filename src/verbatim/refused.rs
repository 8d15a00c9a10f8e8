//! Lines that look like heads and are none: fields, asides, lists of names, what goes on with the line above.

use crate::blocks::ends_sentence;
use crate::leading;
use crate::lexicon::brackets::is_katakana;
use crate::line::Line;
use crate::name_lines;
use crate::rules::asides::ASIDES;
use crate::rules::head::{FIELDS, Field};
use crate::rules::verbatim::HALF_BRACKET;
use crate::rules::verbatim::Style;
use crate::text::normal_form;
use crate::trailing::{is_close, is_open};
use crate::values::{attendance, date};
use crate::verbatim::candidate::Candidate;
use crate::verbatim::heading::Heading;
use crate::verbatim::listed::LISTED;
use crate::verbatim::speaker::{Speaker, Strength};

/// Takes out listed names that stand farther in than the heads of offices beside them: `　　　　　今井　委員の…` within a turn.
pub(super) fn take_out_inner(all: &mut Vec<Candidate>, body: &[Line]) {
    let spaced = |candidate: &&Candidate| candidate.form.style == Style::Spaced && candidate.rule != LISTED;
    let Some(outer) = all.iter().filter(spaced).map(|candidate| body[candidate.line].indent).max() else { return };
    all.retain(|candidate| candidate.rule != LISTED || body[candidate.line].indent <= outer);
}

/// What happens in a meeting; such a word makes a stage direction of what looks like a name: `（全員挙手）`.
const STAGE: [&str; 14] =
    ["挙手", "起立", "拍手", "退席", "着席", "入室", "退室", "休憩", "再開", "異議", "了承", "賛成", "反対", "採決"];

/// Whether a name alone on its line is the last one of a list rather than a head: it stands right below the list, and no
/// sentence begins below it.
pub(super) fn ends_list(candidate: &Candidate, body: &[Line], source: &str, listed: &[bool]) -> bool {
    let below_list = candidate.line > 0 && listed.get(candidate.line - 1).copied().unwrap_or(false);
    let next = || body.get(candidate.line + candidate.height);
    let speech = |line: &Line| line.text(source).contains('。') || line.width >= 50;
    let near = body[candidate.line].gap == 0;
    // 久我企画官 above ５．議事要旨: nothing is said.
    const PARTS: [&str; 8] = ["議事", "議題", "要旨", "概要", "内容", "経過", "次第", "議事録"];
    let heading = |line: &Line| {
        let part = PARTS.iter().any(|part| line.text(source).trim_end_matches(['：', ':']).ends_with(part));
        part && line.width <= 30 && Heading::of(line, source).is_some_and(|heading| heading.is_numbered())
    };
    if candidate.form.style == Style::Alone && candidate.text.is_empty() && next().is_some_and(heading) {
        return true;
    }
    candidate.form.style == Style::Alone && below_list && near && !next().is_some_and(speech)
}

/// Whether a bracket is a stage direction or a number, so that it says nothing of the heads of its form.
pub(super) fn is_aside(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let named = candidate.speaker.strength == Strength::Named;
    let stage = || STAGE.iter().any(|word| candidate.name.contains(word));
    // （挙手全員）: all of them did it, and none of them is meant.
    let all = candidate.name.strip_suffix("全員").or_else(|| candidate.name.strip_suffix("多数"));
    if candidate.form.style == Style::Bracketed
        && candidate.text.is_empty()
        && all.is_some_and(|done| STAGE.contains(&done))
    {
        return true;
    }
    if candidate.form.style != Style::Bracketed || candidate.speaker.strength > Strength::Named || named && !stage() {
        return false;
    }
    let number = candidate.name.chars().all(|c| c.is_ascii_digit() || is_katakana(c));
    candidate.speaker.strength == Strength::No && number
        || candidate.text.is_empty() && ASIDES.rule(body[candidate.line].text(source)).is_some()
}

/// Whether a line may be a head by what it is otherwise and by what stands before it.
///
/// A field is none (`○場所　市役所`), and without a mark a line is none that goes on with a sentence.
pub(super) fn is_free(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let line = &body[candidate.line];
    match candidate.form.style {
        // 《傍聴者》　なし, 〔欠席者〕２名: who was there is nobody's speech.
        Style::Bracketed if counts_those_present(candidate, source) => false,
        // 記録に「異議なし。⏎（会長）では承認します。」とある: it is quoted.
        Style::Bracketed if is_quoted(candidate.line, body, source) => false,
        // 開会（進行：総務課長）: the colon stands within a bracket.
        Style::Colon | Style::MarkColon if candidate.rule != HALF_BRACKET && leaves_open(&candidate.name) => false,
        Style::Mark | Style::MarkColon | Style::MarkBracketed | Style::Bracketed => {
            let role = candidate.speaker.strength == Strength::Role;
            role || FIELDS.rule(line.text(source)).is_none_or(|rule| matches!(rule.kind, Field::Unnamed | Field::Other))
        }
        // …（県薬 above 剤師会）: the end of a bracket that is open.
        Style::Colon if candidate.rule == HALF_BRACKET && is_torn(candidate.line, body, source) => false,
        Style::Colon | Style::Quoted | Style::Alone | Style::Spaced => {
            let before = candidate.line.checked_sub(1).map(|at| &body[at]);
            let open = |before: &Line| before.last(source).is_some_and(|c| !ends_sentence(c));
            // 出席者 alone on its line heads a list.
            let list = candidate.form.style == Style::Alone
                && candidate.name.ends_with('者')
                && is_list_name(line.text(source));
            // 保護者各位 above 花水木小学校長: who writes a letter stands below those who get it.
            let addressed =
                |before: &Line| ["各位", "御中", "殿"].iter().any(|word| before.text(source).ends_with(word));
            // パネリスト　…氏 above 　　　　　　市民代表　…氏: those who will speak; １番　矢代正君 above ３番　久我誠君: those who
            // are appointed.
            let beside = |other: Option<&Line>| other.is_some_and(|other| names_another(line, other, source));
            let many = beside(before) || beside(body.get(candidate.line + candidate.height));
            // 保健所 at the right margin below a sentence says whose that was.
            let signs = |before: &Line| name_lines::stands_at_right(before, line, source);
            if list
                || candidate.form.style == Style::Alone
                    && (many || before.is_some_and(|before| addressed(before) || signs(before)))
            {
                return false;
            }
            // 日程第３　議案第18号　…の一部改正について ends without a full stop and is no sentence that goes on.
            let heading = |before: &Line| Heading::of(before, source).is_some_and(|heading| heading.is_numbered());
            !before.is_some_and(|before| line.gap == 0 && open(before) && before.width >= 50 && !heading(before))
        }
        Style::Narrative | Style::Announced => true,
    }
}

/// `説明者：事務局`: it states who explained, and says nothing itself.
pub(super) fn states_who(candidate: &Candidate, source: &str) -> bool {
    let states = ["説明者", "発表者", "報告者", "提案者", "発言者", "回答者", "質問者"].contains(&&*candidate.name);
    states && Speaker::of(&normal_form(source, &candidate.text)).strength >= Strength::Organization
}

/// Whether a line and the one beside it are a name each, honoured alike: `久我誠氏`, `１番　矢代正君`.
fn names_another(line: &Line, other: &Line, source: &str) -> bool {
    let (one, other) = (line.text(source), other.text(source));
    let alike = one.chars().next_back().filter(|c| matches!(c, '氏' | '君' | '様')) == other.chars().next_back();
    alike && !other.contains(['。', '、', '：', ':'])
}

/// Whether a bracket names a part in the meeting and the words behind it who was given it: `（会長）久我委員、（副会長）岡野委員に決定`.
pub(super) fn gives_part(candidate: &Candidate, source: &str) -> bool {
    candidate.form.style == Style::Bracketed && leading::gives_part(&normal_form(source, &candidate.text))
}

/// Whether no more than a figure stands behind a name: `久我誠君　　５票`.
pub(super) fn counts_votes(candidate: &Candidate, source: &str) -> bool {
    let text = normal_form(source, &candidate.text);
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十〇".contains(c));
    let spaced = matches!(candidate.form.style, Style::Spaced | Style::Mark);
    spaced && behind.len() < text.len() && matches!(behind, "票" | "点" | "票。")
}

/// Whether a name and an office stand right below a date: whoever they are signs what is read out.
///
/// ```text
/// 　令和６年６月４日
/// 　　白鷺市長　矢代正
/// ```
pub(super) fn signs_below_date(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let Some(above) = candidate.line.checked_sub(1).map(|above| &body[above]) else { return false };
    let unmarked = matches!(candidate.form.style, Style::Alone | Style::Spaced);
    let named = candidate.speaker.person.is_some() && candidate.speaker.role.is_some();
    let dated = || {
        let text = normal_form(source, &[above.span]);
        above.width <= 50 && date::find(&text).is_some_and(|found| found.range == (0..text.len()))
    };
    unmarked && named && dated()
}

/// Whether the text behind a list's name only says how many they were.
pub(super) fn counts_those_present(candidate: &Candidate, source: &str) -> bool {
    let names_list = ["傍聴者", "傍聴人", "出席者", "欠席者", "参加者", "報道関係者"].contains(&&*candidate.name);
    names_list && attendance::count(&normal_form(source, &candidate.text)).is_some()
}

/// Whether a bracket that begins in a name does not end there.
fn leaves_open(name: &str) -> bool {
    last_opens(name.chars().rev())
}

/// Whether a bracket is open at the beginning of a line.
fn is_torn(line: usize, body: &[Line], source: &str) -> bool {
    let above = body[line.saturating_sub(3)..line].iter().rev().flat_map(|line| line.text(source).chars().rev());
    last_opens(above.take(120))
}

/// Whether the first bracket in a text read from its end opens.
fn last_opens(mut backwards: impl Iterator<Item = char>) -> bool {
    backwards.find(|c| is_open(*c) || is_close(*c)).is_some_and(is_open)
}

/// Whether a quotation that words lead up to is open at the beginning of a line, and no blank line stands within it.
fn is_quoted(line: usize, body: &[Line], source: &str) -> bool {
    let near = body[..=line].iter().rev().take(3).take_while(|line| line.gap <= 1).count();
    let above = body[line.saturating_sub(near)..line].iter().rev().map(|line| line.text(source));
    let open = above.into_iter().find_map(|text| {
        let at = text.rfind(['「', '」', '『', '』'])?;
        Some(text[at..].starts_with(['「', '『']) && text[..at].ends_with(|c: char| c.is_alphabetic()))
    });
    open.unwrap_or(false)
}

fn is_list_name(text: &str) -> bool {
    FIELDS.rule(text).is_some_and(|rule| rule.kind == Field::Attendees)
}

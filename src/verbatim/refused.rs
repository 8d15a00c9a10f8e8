//! Lines that look like heads and are none: fields, asides, lists of names, what goes on with the line above.

use crate::blocks::ends_sentence;
use crate::lexicon::brackets::is_katakana;
use crate::line::Line;
use crate::name_lines;
use crate::rules::asides::ASIDES;
use crate::rules::head::{FIELDS, Field};
use crate::rules::verbatim::HALF_BRACKET;
use crate::rules::verbatim::Style;
use crate::text::normal_form;
use crate::trailing::{is_close, is_open};
use crate::values::attendance;
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
            // パネリスト　…氏 above 　　　　　　市民代表　…氏: a list of those who will speak.
            let listed = |other: &Line, gap: usize| {
                gap <= 1 && other.text(source).ends_with('氏') && !other.text(source).contains('。')
            };
            let below = body.get(candidate.line + 1).is_some_and(|below| listed(below, below.gap));
            let many =
                line.text(source).ends_with('氏') && (below || before.is_some_and(|before| listed(before, line.gap)));
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

fn is_list_name(text: &str) -> bool {
    FIELDS.rule(text).is_some_and(|rule| rule.kind == Field::Attendees)
}

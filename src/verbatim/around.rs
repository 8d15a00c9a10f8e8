//! What stands around a head: the end of a sentence above it, a sentence, a list or no more than an opening behind it.

use crate::blocks::ends_sentence;
use crate::lexicon::roles;
use crate::line::Line;
use crate::rules::{is_bullet, is_digit};
use crate::text::normal_form;
use crate::values::attendance;
use crate::verbatim::candidate::Candidate;

/// Whether the words behind the head say no more than that the meeting begins.
pub(super) fn opens(candidate: &Candidate, source: &str) -> bool {
    let text = normal_form(source, &candidate.text);
    matches!(
        text.as_str(),
        "開会" | "開会宣言" | "開会あいさつ" | "開会の挨拶" | "開会のあいさつ" | "あいさつ" | "挨拶"
    )
}

/// Whether the line above ends a sentence, so that what stands here begins something.
pub(super) fn stands_after_sentence(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let above = candidate.line.checked_sub(1).and_then(|above| body[above].last(source));
    above.is_some_and(ends_sentence)
}

/// Whether a sentence stands behind the head on its line, or ends in the next one.
pub(super) fn says_itself(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let own = candidate.text.iter().any(|text| text.of(source).contains('。'));
    let next = || body.get(candidate.line + 1).is_some_and(|line| line.text(source).contains('。'));
    own || !candidate.text.is_empty() && body[candidate.line].width >= 28 && next()
}

/// With what a list of offices or a count of people ends: 課長, 係員, ４名, （欠席２人）.
const LIST_ENDS: [char; 10] = ['名', '人', '）', ')', '長', '員', '事', '任', '査', '佐'];

/// Whether what stands behind the head lists who was there: `事務局：障害福祉課長 他4人`, `（事務局）課長、係長`.
pub(super) fn lists(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let text = normal_form(source, &candidate.text);
    let short = body[candidate.line].width < 60 && text.ends_with(LIST_ENDS);
    let offices = || text.contains('、') && text.split('、').all(|office| roles::at_end(office.trim()).is_some());
    // 【会長】矢代正、久我誠、…（敬称略）: who was there.
    let courteous = text.contains('、') && text.contains("敬称略");
    !text.contains('。') && (courteous || short && (attendance::is_stated(&text) || offices()))
}

/// Whether the line below opens something else.
pub(super) fn next_is_marked(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let next = body.get(candidate.line + candidate.height).and_then(|line| line.first(source));
    next.is_none_or(|c| is_bullet(c) || is_digit(c) || "（(【〔［[〈①②③".contains(c))
}

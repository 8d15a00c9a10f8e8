//! When a meeting began and ended, where only the record of it says so: `午前10時２分開議`, `（閉会　20時00分）`.

use crate::line::Line;
use crate::rules::asides::Aside;
use crate::text::normal_form;
use crate::values::time;
use crate::verbatim::Head;
use crate::verbatim::layout::{Layout, Role};

const BEGIN: [&str; 5] = ["開会", "開議", "開始", "始め", "開き"];
const END: [&str; 6] = ["閉会", "散会", "閉議", "延会", "終了", "閉じ"];

/// Beginning and end, derived from stage directions and from times in brackets behind what the chair says.
pub(super) fn times(body: &[Line], layout: &Layout, heads: &[Head], source: &str) -> (Option<String>, Option<String>) {
    let read = |at: usize| {
        let text = normal_form(source, &[body[at].span]);
        time::find(&text).0.map(|found| (text, found.time))
    };
    let said = |at: &usize, words: &[&str]| {
        let (text, time) = match layout.roles[*at] {
            Role::Aside(Aside::Procedure) => read(*at)?,
            Role::Head(_) | Role::Speech => read(*at).filter(|(text, _)| text.ends_with([')', '）']))?,
            Role::HeadGoesOn
            | Role::Heading(_)
            | Role::HeadingGoesOn
            | Role::Number
            | Role::Aside(Aside::End | Aside::Opinions)
            | Role::AsideGoesOn
            | Role::Signing
            | Role::Next => return None,
        };
        words.iter().any(|word| text.contains(word)).then_some(time)
    };
    let first = heads.first().map_or(0, |head| head.line);
    let begin = 0..body.len().min(first + 6);
    let last = body.len().saturating_sub(8)..body.len();
    (begin.into_iter().find_map(|at| said(&at, &BEGIN)), last.rev().find_map(|at| said(&at, &END)))
}

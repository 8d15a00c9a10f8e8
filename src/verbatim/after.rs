//! What stands below the last turn and nobody says: who signs, and when the next meeting is.
//!
//! ```text
//! ○会長　これで閉会いたします。
//!
//! 　上記のとおり会議の次第を記載し、相違ないことを証するため署名する。
//! 　　会長　矢代正
//! 次回開催予定　令和７年２月頃
//! ```

use super::Head;
use super::candidate::Candidate;
use super::layout::Role;
use crate::blocks::ends_sentence;
use crate::lexicon::any_of::AnyOf;
use crate::line::Line;
use crate::rules::head::{FIELDS, Field, NEXT_SENTENCE};
use crate::span::Span;
use crate::text::normal_form;
use crate::values::date;

/// With what the sentence begins above the names of those who sign.
const BEGIN: [&str; 9] = ["上記", "前記", "右、", "右会議", "右の", "以上", "この会議", "会議の", "地方自治法"];
/// What it says: that they sign.
static SIGNED: AnyOf = AnyOf::new(&[
    "署名する",
    "署名した。",
    "署名捺印",
    "署名押印",
    "記名押印",
    "証するため",
    "証する為",
    "証明するため",
]);
/// Of what.
static RECORD: AnyOf = AnyOf::new(&["会議", "議事", "顛末", "てん末", "経過", "次第", "相違な", "地方自治法"]);
/// In lines: how far the sentence may reach.
const REACH: usize = 3;

/// Takes out the names of those who sign: nothing is said below any of them.
pub(super) fn take_out_signers(all: &mut Vec<Candidate>, body: &[Line], source: &str) {
    let Some(signing) = (0..body.len()).rev().find(|at| signs(body, *at, source)) else { return };
    let said = |at: usize| body.iter().skip(at).take(REACH).any(|line| line.text(source).contains('。'));
    if !all.iter().any(|candidate| candidate.line > signing && said(candidate.line)) {
        all.retain(|candidate| candidate.line < signing);
    }
}

/// Marks the lines below the last head that end its turn.
pub(super) fn mark(body: &[Line], heads: &[Head], source: &str, roles: &mut [Role]) {
    let Some(last) = heads.last() else { return };
    for (at, role) in roles.iter_mut().enumerate().skip(last.line + last.height) {
        if !matches!(role, Role::Speech) {
            continue;
        }
        if signs(body, at, source) {
            *role = Role::Signing;
        } else if announces_next(body, at, source) {
            *role = Role::Next;
        }
    }
}

/// Whether the sentence begins here with which a record is signed.
fn signs(body: &[Line], at: usize, source: &str) -> bool {
    let text = body[at].text(source);
    if !BEGIN.iter().any(|word| text.starts_with(word)) {
        return false;
    }
    let mut sentence = String::new();
    for line in body.iter().skip(at).take(REACH) {
        sentence.push_str(line.text(source));
        if line.text(source).contains('。') {
            break;
        }
    }
    SIGNED.is_in(&sentence) && RECORD.is_in(&sentence)
}

/// Whether a line states the next meeting as a form does: `次回開催予定　令和７年２月頃`, and not as somebody says it.
fn announces_next(body: &[Line], at: usize, source: &str) -> bool {
    let apart = body[at].gap > 0 || body[at - 1].last(source).is_some_and(ends_sentence);
    let text = body[at].text(source);
    apart
        && !text.contains('。')
        && next(body[at].span, source).is_some_and(|(_, value)| {
            let stated = date::partial(&normal_form(source, &[value]));
            stated.year.is_some() || stated.month.is_some()
        })
}

/// The field's name and its value: `次回：`, `令和７年２月頃`.
pub(super) fn next(line: Span, source: &str) -> Option<(Span, Span)> {
    let (rule, caught) = FIELDS.decide(line.of(source))?;
    let field = rule.kind == Field::Next && rule.id != NEXT_SENTENCE;
    let value = ["value", "spaced", "joined"].iter().find_map(|name| caught.name(name)).filter(|_| field)?;
    let value = Span::new(line.start + value.start(), line.end).trim(source);
    let name = Span::new(line.start, value.start).trim(source);
    (!value.is_empty()).then_some((name, value))
}

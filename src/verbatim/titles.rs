//! What a candidate's name must say where little else sets it off: a role, its holder, a person on a seat.

use crate::lexicon::roles::{self, Role};
use crate::values::person_name::is_known_name;
use crate::verbatim::candidate::Candidate;
use crate::verbatim::speaker::{Speaker, Strength};

/// A role and its holder in brackets, `都市計画課長（一ノ瀬千鶴子君）`, or a holder and the office: `久我会長（羽衣村長）`.
pub(super) fn names_holder(candidate: &Candidate) -> bool {
    // 宗像補佐（資料１に基づき説明）: whoever stands before the bracket, it holds nobody.
    let open = candidate.name.find(['（', '(']);
    let held = candidate.speaker.person.as_ref().zip(open).is_some_and(|(person, open)| person.start > open);
    let one = candidate.name.matches(['（', '(']).count() == 1;
    // も難しい（朝倉委員）: the end of a sentence holds nobody.
    let held = held && open.is_some_and(|open| is_office(&candidate.name[..open]));
    is_titled(candidate) && one && (held || open.is_some_and(|open| adds_office(&candidate.name, open)))
}

/// Whether a role or a body stands before the bracket.
fn is_office(before: &str) -> bool {
    roles::at_end(before.trim_end()).is_some() || Speaker::of(before).strength >= Strength::Organization
}

/// `久我会長（羽衣村長）`: somebody with a role, and in the bracket the office that brings it.
fn adds_office(name: &str, open: usize) -> bool {
    let before = Speaker::of(&name[..open]);
    let inside = name[open..].trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
    let office = roles::at_end(inside).is_some_and(|(_, role)| role != Role::Desk);
    before.strength == Strength::Role && before.person.is_some() && office
}

/// `内田議長`, `事務局`.
pub(super) fn is_titled(candidate: &Candidate) -> bool {
    candidate.speaker.strength == Strength::Role
}

/// Whether a name stands behind a seat's number, not a word of the speech: `２番　担当：…`.
pub(super) fn names_person(candidate: &Candidate) -> bool {
    let person = candidate.speaker.person.clone().map(|person| &candidate.name[person]);
    let honoured = candidate.name.ends_with(['）', ')']) || roles::at_end(&candidate.name).is_some();
    person.is_some_and(|person| honoured || is_known_name(person))
}

/// A letter of a word whose letters are set apart.
pub(super) fn is_one_letter(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

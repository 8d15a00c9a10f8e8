//! Persons that ・ divides: `奥委員・辻委員`, `委員 野々村・安斎・比嘉`.
//!
//! The middle dot stands within names and bodies too (`ジョン・スミス`, `訪問看護・介護センター`), so each piece must be plainly a person.

use std::ops::Range;

use crate::attendees::item::{is_family_shaped, may_be_named, trimmed};
use crate::lexicon::forms;
use crate::lexicon::roles::{self, Role};
use crate::span::is_space;
use crate::values::person_name::is_whole_name;
use crate::verbatim::speaker::{Speaker, Strength};

const DOTS: [char; 2] = ['・', '･'];

/// Whether a text without 、 is such a list.
pub(super) fn is_dotted(text: &str) -> bool {
    text.contains(DOTS) && persons(text, 0..text.len()).len() > 1
}

/// The item divided at its dots, or as it is.
pub(super) fn persons(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let own = &text[part.clone()];
    if !own.contains(DOTS) {
        return vec![part];
    }
    let mut pieces = Vec::new();
    let mut start = part.start;
    for piece in own.split(DOTS) {
        pieces.push(trimmed(text, start..start + piece.len()));
        start += piece.len();
        start += text[start..part.end].chars().next().map_or(0, char::len_utf8);
    }
    let family = |piece: &Range<usize>| roles::is_surname(&text[piece.clone()]);
    let titled = |piece: &Range<usize>| is_titled(&text[piece.clone()]);
    let (first, others) = (&text[pieces[0].clone()], &pieces[1..]);
    let known = pieces.iter().filter(|piece| family(piece)).count();
    let shaped =
        |piece: &Range<usize>| is_family_shaped(&text[piece.clone()]) && roles::at_end(&text[piece.clone()]).is_none();
    // 委員 野々村・安斎: the first one's role is for all.
    let headed = || {
        let (role, name) = first.rsplit_once(|c: char| is_space(c) || matches!(c, '：' | ':'))?;
        (is_role(role.trim()) && roles::is_surname(name.trim()) && known * 2 >= others.len()).then_some(())
    };
    // 奥・辻委員: the last one's is.
    let closed = || others.split_last().is_some_and(|(last, between)| titled(last) && between.iter().all(family));
    // 山田太郎・鈴木花子・佐藤次郎: whole names; 山田太郎・花子 is none of that.
    let whole = |piece: &Range<usize>| is_whole(&text[piece.clone()]);
    let wholes = pieces.iter().filter(|piece| whole(piece)).count();
    let named = pieces.iter().all(|piece| may_be_named(&text[piece.clone()]));
    let all = wholes >= 2 && wholes * 3 >= pieces.len() * 2 && named
        || others.iter().all(shaped) && headed().is_some()
        || others.iter().all(family) && roles::is_surname(first) && others.len() >= 2
        || pieces.iter().all(titled)
        || roles::is_surname(first) && closed();
    if all { pieces } else { vec![part] }
}

/// `奥委員`: a person and an office or 氏, not the desk.
fn is_titled(text: &str) -> bool {
    let said = Speaker::of(text);
    let desk = roles::at_end(text).is_some_and(|(_, role)| role == Role::Desk);
    said.strength == Strength::Role && said.person.is_some() && !desk
}

/// `山田太郎`: a family name that is known and a given one of ideographs or kana, three letters or more.
fn is_whole(name: &str) -> bool {
    let long = (3..=6).contains(&name.chars().count());
    long && is_whole_name(name) && forms::of(name).is_none_or(|form| !form.plain)
}

fn is_role(word: &str) -> bool {
    roles::at_end(word).is_some_and(|(at, _)| at == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_divides_only_what_is_plainly_persons() {
        let of = |text: &str| {
            persons(text, 0..text.len()).iter().map(|part| text[part.clone()].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(of("奥委員・辻委員"), ["奥委員", "辻委員"]);
        assert_eq!(of("委員 野々村・安斎・奥"), ["委員 野々村", "安斎", "奥"]);
        assert_eq!(of("山田太郎・鈴木花子・佐藤次郎"), ["山田太郎", "鈴木花子", "佐藤次郎"]);
        for whole in ["副会長・沖田功", "ジョン・スミス", "訪問看護・介護センター", "障害福祉課・こども課"]
        {
            assert_eq!(of(whole), [whole]);
        }
    }
}

//! The words of such a line and what each may be: a role (`１番`), a name, a name with its role (`良平委員長`), 代理.

use std::ops::Range;

use super::open::MOST_LETTERS;
use super::plain;
use crate::attendees::item::may_be_named;
use crate::lexicon::brackets::{is_hiragana, is_kanji, is_katakana};
use crate::lexicon::forms;
use crate::lexicon::roles::{self, Role};
use crate::link::shape::Shape;
use crate::rules::is_digit;
use crate::span::is_space;
use crate::values::person_name::{is_known_name, is_name_shaped};
use crate::verbatim::speaker::{Speaker, Strength};

/// A stretch without white space and what it may be.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub range: Range<usize>,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// `１番`, `市長`, `総務部長`.
    Role,
    /// `良平委員長`, `武君`: a name that ends here, with its role if it states one.
    Ending {
        name: Range<usize>,
        role: Option<Range<usize>>,
    },
    /// Part of a name.
    Name,
    /// 君, 様 behind a name, set apart.
    Honorific,
    /// `（厚木医師会　会長）`, with white space within: whose the person before it is, and as what.
    Bracket,
    /// `代理`.
    Proxy,
    Other,
}

pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut tokens = plain_tokens(line);
    join_letters(line, &mut tokens);
    // 会 計 管 理 者 兼: the other office stands on the next line.
    for at in (1..tokens.len()).rev() {
        if &line[tokens[at].range.clone()] == "兼" && tokens[at - 1].kind == Kind::Role {
            tokens[at - 1].range.end = tokens[at].range.end;
            tokens.remove(at);
        }
    }
    // 石黒　正部会長: a given name behind a family name, and no 正部会長.
    for at in 1..tokens.len() {
        let word = &line[tokens[at].range.clone()];
        let family = tokens[at - 1].kind == Kind::Name && roles::is_surname(&line[tokens[at - 1].range.clone()]);
        let role = word.strip_prefix('正').and_then(roles::at_end).is_some_and(|(start, _)| start == 0);
        if family && role && tokens[at].kind != Kind::Name {
            let name = tokens[at].range.start..tokens[at].range.start + '正'.len_utf8();
            let role = Some(name.end..tokens[at].range.end);
            tokens[at].kind = Kind::Ending { name, role };
        }
    }
    // 会　長, 委　員: two letters set apart are one role. 1 番: a seat.
    for at in (1..tokens.len()).rev() {
        let number = line[tokens[at - 1].range.clone()].chars().all(is_digit);
        if number && &line[tokens[at].range.clone()] == "番" {
            let range = tokens[at - 1].range.start..tokens[at].range.end;
            tokens[at - 1] = Token { range, kind: Kind::Role };
            tokens.remove(at);
            continue;
        }
        let range = tokens[at - 1].range.start..tokens[at].range.end;
        let letters = line[range.clone()].replace(is_space, "");
        let spread = letters.chars().count() == 2 && line[range.clone()].chars().count() > 2;
        if spread && roles::at_end(&letters).is_some_and(|(at, _)| at == 0) {
            tokens[at - 1] = Token { range, kind: Kind::Role };
            tokens.remove(at);
        }
    }
    tokens
}

/// Makes one role of letters set apart: `副 市 長`, `総　務　部　長`.
fn join_letters(line: &str, tokens: &mut Vec<Token>) {
    let single = |token: &Token| line[token.range.clone()].chars().nth(1).is_none();
    let mut at = 0;
    while at < tokens.len() {
        let run = tokens[at..].iter().take_while(|token| single(token)).count();
        let role = |length: &usize| {
            let range = tokens[at].range.start..tokens[at + length - 1].range.end;
            let letters = line[range].replace(is_space, "");
            let said = Speaker::of(&letters);
            // 総　務　課　長　風　間　　勇　君: an office and its holder, not one role.
            let honoured = letters.contains(['君', '氏']);
            said.strength == Strength::Role && said.person.is_none() && said.organization.is_none() && !honoured
        };
        if let Some(length) = (3..=run.min(8)).rev().find(role) {
            tokens[at] = Token { range: tokens[at].range.start..tokens[at + length - 1].range.end, kind: Kind::Role };
            tokens.drain(at + 1..at + length);
        }
        at += 1;
    }
}

fn plain_tokens(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = None;
    let mut behind = 0;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        if at < behind {
            continue;
        }
        let bracket = spaced_bracket(&line[at..]).map(|length| at..at + length);
        let apart = is_space(c) || matches!(c, '|' | '｜' | '…' | '‥') || bracket.is_some();
        match (start, apart) {
            (None, false) => start = Some(at),
            (Some(begin), true) => {
                tokens.extend(split(line, begin..at));
                start = None;
            }
            (None, true) | (Some(_), false) => {}
        }
        if let Some(range) = bracket {
            behind = range.end;
            tokens.push(Token { range, kind: Kind::Bracket });
        }
    }
    tokens
}

/// The length in bytes of the bracket with white space within with which a text begins: `（厚木医師会　会長）`.
fn spaced_bracket(text: &str) -> Option<usize> {
    let inside = text.strip_prefix(['（', '('])?;
    let close = inside.find(['（', '(', '）', ')'])?;
    let shut = inside[close..].chars().next().filter(|c| matches!(c, '）' | ')'))?;
    let spaced = inside[..close].trim().contains(is_space);
    spaced.then_some(text.len() - inside.len() + close + shut.len_utf8())
}

/// A word as tokens: two where a role and a name stand together, `委員長雨宮`.
fn split(line: &str, range: Range<usize>) -> Vec<Token> {
    let word = plain(&line[range.clone()]);
    let whole = |kind| vec![Token { range: range.clone(), kind }];
    if matches!(&*word, "代理" | "※代理" | "※代理出席" | "代理出席") {
        return whole(Kind::Proxy);
    }
    // 長　谷　川　ま　さ　の　ぶ: letters set apart.
    if word.chars().nth(1).is_none() && word.starts_with(|c| is_hiragana(c) || is_katakana(c)) {
        return whole(Kind::Name);
    }
    if matches!(&*word, "〃" | "″") {
        return whole(Kind::Role);
    }
    if roles::at_end(&word) == Some((0, Role::Honorific)) {
        return whole(Kind::Honorific);
    }
    // 市川　豊　公募: for whom somebody sits there.
    if is_department(&word) || word.starts_with("公募") {
        return whole(Kind::Other);
    }
    // 小 畑 克 己（警察署長）: the last letter of a name, and the bracket behind it.
    let given = word.find(['（', '(']).filter(|at| range.start > 0 && may_be_given(&word[..*at]));
    let letter = given.or_else(|| word.chars().next().filter(|c| is_kanji(*c)).map(char::len_utf8)).unwrap_or(0);
    if letter > 0 && word[letter..].starts_with(['（', '(']) && word.ends_with(['）', ')']) && word.len() == range.len()
    {
        let (name, bracket) = (range.start..range.start + letter, range.start + letter..range.end);
        // 今井 環　氏（湖北大学教授）
        let kind = if word.starts_with(['氏', '君', '様']) { Kind::Honorific } else { Kind::Name };
        return vec![Token { range: name, kind }, Token { range: bracket, kind: Kind::Bracket }];
    }
    let said = Speaker::of(&word);
    if said.strength == Strength::Role && said.person.is_none() || is_office_in_detail(&word) {
        return whole(Kind::Role);
    }
    // Folding keeps the length of what names are made of; where it does not, the parts are not told apart.
    let same = word.len() == range.len();
    if let (Strength::Role, Some(person), true) = (said.strength, said.person, same) {
        let shift = |part: Range<usize>| part.start + range.start..part.end + range.start;
        if let Some((role, name)) = role_before(&word[person.clone()]) {
            let (role, name) = (shift(role), shift(name));
            let ending = Kind::Ending { name: name.clone(), role: None };
            return vec![Token { range: role, kind: Kind::Role }, Token { range: name.start..range.end, kind: ending }];
        }
        return whole(Kind::Ending { name: shift(person), role: said.role.map(shift) });
    }
    let bare = word.strip_suffix(['君', '氏', '様']).unwrap_or(&word);
    if let (Some((role, name)), true) = (role_before(bare), same && bare.len() < word.len()) {
        let shift = |part: Range<usize>| part.start + range.start..part.end + range.start;
        let ending = Kind::Ending { name: shift(name.clone()), role: None };
        let rest = Token { range: range.start + name.start..range.end, kind: ending };
        return vec![Token { range: shift(role), kind: Kind::Role }, rest];
    }
    if let (Some((role, name)), true) = (role_before(&word), same) {
        let shift = |part: Range<usize>| part.start + range.start..part.end + range.start;
        return vec![Token { range: shift(role), kind: Kind::Role }, Token { range: shift(name), kind: Kind::Name }];
    }
    // 木　村　ひでこ: one letter is never a body.
    let body = said.strength == Strength::Organization && word.chars().nth(1).is_some();
    let short = word.chars().count() <= 5 && is_name_shaped(&word) && !body;
    // 安芸市 before 連合会: a municipality is no name, though one begins so.
    let place = body && Shape::of(&word).is_government() && !roles::is_surname(&word);
    // 宮古市医師会, 上越保健所 begin with family names, and are nobody's.
    let form = word.chars().nth(4).is_some()
        && forms::of(&word).is_some_and(|form| form.plain && form.suffix.chars().nth(1).is_some());
    whole(if short || is_known_name(&word) && !place && !form { Kind::Name } else { Kind::Other })
}

/// `企画管理部次長（総括担当兼庶務班長）`: an office, and in a bracket what its holder has charge of.
fn is_office_in_detail(word: &str) -> bool {
    let Some((office, inside)) = word.strip_suffix(['）', ')']).and_then(|word| word.split_once(['（', '('])) else {
        return false;
    };
    let said = Speaker::of(office);
    let charge =
        ["担当", "班長", "係長", "課長", "室長", "主幹", "総括", "取扱"].iter().any(|end| inside.ends_with(end));
    charge && said.strength == Strength::Role && said.person.is_none() && !is_known_name(inside)
}

/// `恵子` before a bracket: two or three letters that a name may end with, and neither a family name, an office nor a body's.
fn may_be_given(word: &str) -> bool {
    let letters = (2..=3).contains(&word.chars().count()) && is_name_shaped(word);
    let other = roles::is_surname(word) || roles::at_end(word).is_some() || roles::begins_department(word);
    letters && !other && forms::of(word).is_none() && !is_department(word)
}

/// `西ヶ丘健太郎`: the letters of a whole name, and no body's.
pub(super) fn is_unlisted_name(word: &str) -> bool {
    let body = forms::of(word).is_some() || Shape::of(word).is_plain();
    word.chars().nth(2).is_some() && may_be_named(word) && !body
}

/// `建政部`, `都市計画課`: no name, though a short one may begin with a family name's letter.
fn is_department(word: &str) -> bool {
    let end = word.ends_with(['部', '課', '局', '室', '省', '庁', '署']);
    end && word.chars().count() >= 3 && !roles::is_surname(word) && role_before(word).is_none()
}

/// A role at the beginning of a word and the name behind it: `病院管理局局長梶谷`.
fn role_before(word: &str) -> Option<(Range<usize>, Range<usize>)> {
    // No name is longer, so no role that ends further to the left stands before one.
    let near = word.char_indices().rev().take(MOST_LETTERS).filter(|(at, _)| *at > 0).map(|(at, _)| at);
    let ends = near.filter(|at| {
        let role = roles::at_end(&word[..*at]);
        let office = matches!(role, Some((_, Role::Chair | Role::Member | Role::Elected | Role::Office)));
        office && Speaker::of(&word[..*at]).person.is_none()
    });
    let split = |at: &usize| {
        let name = &word[*at..];
        is_name_shaped(name)
            && !name.starts_with(['会', '員', '長', '等', '課', '係', '局', '室'])
            && roles::at_end(name).is_none()
            && (is_known_name(name) || name.chars().count() <= 2)
    };
    let at = ends.into_iter().find(split)?;
    Some((0..at, at..word.len()))
}

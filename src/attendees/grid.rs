//! The entries of a line whose parts white space divides: `１番　蓮　見　　剛　　２番　有坂　み　き`, `市長　　鷹　取　義　明`.

use std::ops::Range;

use crate::attendees::Facts;
use crate::attendees::item::{self, item};
use crate::lexicon::roles::{self, Role};
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::person_name::{is_known_name, is_name_shaped};
use crate::verbatim::speaker::{Speaker, Strength};

/// A stretch without white space and what it may be.
#[derive(Clone, Debug)]
struct Token {
    range: Range<usize>,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    /// `１番`, `市長`, `総務部長`.
    Role,
    /// `良平委員長`, `武君`: a name that ends here, with its role if it states one.
    Ending {
        name: Range<usize>,
        role: Option<Range<usize>>,
    },
    /// Part of a name.
    Name,
    /// `（厚木医師会 会長)`, `代理`.
    Proxy,
    Other,
}

/// The entries of a line as written, ranges of its bytes.
pub(super) fn entries(line: &str) -> Vec<(Range<usize>, Facts)> {
    let tokens = tokens(line);
    let mut found = Vec::new();
    let mut open = Open::default();
    for (at, token) in tokens.iter().enumerate() {
        let names_follow =
            tokens[at + 1..].first().is_some_and(|next| matches!(next.kind, Kind::Name | Kind::Ending { .. }));
        match &token.kind {
            Kind::Role if !open.names.is_empty() && !names_follow && open.is_name(line) => {
                open.role = Some(token.range.clone());
                found.extend(open.close(line, token.range.end));
            }
            // 委員　鉄道株式会社　課長　…: the part in the meeting says more than the office.
            Kind::Role if open.names.is_empty() && open.has_part(line) => {}
            Kind::Role => {
                // 曙市　まちづくり部長　…: what stands before the role is whose it is.
                if open.role.is_none() && open.name().is_some_and(|name| !is_known_name(&line[name])) {
                    open.organization = open.name();
                    open.names.clear();
                    open.role = Some(token.range.clone());
                    continue;
                }
                found.extend(open.close(line, token.range.start));
                open.begin(token.range.start);
                open.role = Some(token.range.clone());
            }
            Kind::Ending { name, role } => {
                open.begin(token.range.start);
                open.names.push(name.clone());
                open.honoured = true;
                if role.is_some() {
                    open.role.clone_from(role);
                }
                found.extend(open.close(line, token.range.end));
            }
            Kind::Name => {
                open.begin(token.range.start);
                open.names.push(token.range.clone());
            }
            Kind::Proxy => {
                open.begin(token.range.start);
                open.proxy = true;
            }
            Kind::Other => {
                found.extend(open.close(line, token.range.start));
                open.begin(token.range.start);
                open.organization = Some(token.range.clone());
            }
        }
    }
    found.extend(open.close(line, line.len()));
    found
}

/// An entry that still grows.
#[derive(Default)]
struct Open {
    start: Option<usize>,
    organization: Option<Range<usize>>,
    role: Option<Range<usize>>,
    names: Vec<Range<usize>>,
    proxy: bool,
    /// Whether 君 or a role stands behind the name.
    honoured: bool,
}

impl Open {
    fn begin(&mut self, at: usize) {
        self.start.get_or_insert(at);
    }

    fn name(&self) -> Option<Range<usize>> {
        Some(self.names.first()?.start..self.names.last()?.end)
    }

    fn is_name(&self, line: &str) -> bool {
        self.name().is_some_and(|name| is_person(&line[name]))
    }

    /// Whether the role is one of the meeting's own: 会長, 委員.
    fn has_part(&self, line: &str) -> bool {
        let word = self.role.clone().map(|role| plain(&line[role]).replace(is_space, ""));
        let role = word.as_deref().and_then(|word| roles::at_end(word).filter(|(at, _)| *at == 0));
        role.is_some_and(|(_, role)| matches!(role, Role::Chair | Role::Member))
    }

    /// Gives the entry if it has a person; what was open is forgotten unless it may belong to the next name.
    fn close(&mut self, line: &str, end: usize) -> Option<(Range<usize>, Facts)> {
        let name = self.name();
        if name.is_none() && end < line.len() {
            // 国土整備省　都市部長　…: nothing is complete yet.
            if self.role.is_some() && !self.has_part(line) {
                self.organization = self.organization.take().or(self.role.take());
            }
            return None;
        }
        let done = std::mem::take(self);
        let person = name?;
        let sure = done.honoured || done.role.is_some() || is_known_name(&line[person.clone()]);
        let end = end.min(line.len());
        let whole = done.start?..line[..end].trim_end_matches(is_space).len();
        let facts =
            Facts { person: person.clone(), role: done.role, organization: done.organization, proxy: done.proxy };
        (sure && is_person(&line[person])).then_some((whole, facts))
    }
}

/// Whether the letters make a name, however they are set apart.
fn is_person(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !is_space(*c)).collect();
    let count = bare.chars().count();
    let shaped = (2..=9).contains(&count) && is_name_shaped(&bare) && !roles::is_heading(&bare);
    !item::is_count(&bare) && !item::names_nobody(&bare) && (shaped || is_known_name(&bare))
}

fn tokens(line: &str) -> Vec<Token> {
    let mut tokens = plain_tokens(line);
    // 会　長, 委　員: two letters set apart are one role.
    for at in (1..tokens.len()).rev() {
        let range = tokens[at - 1].range.start..tokens[at].range.end;
        let letters = line[range.clone()].chars().filter(|c| !is_space(*c)).collect::<String>();
        let spread = letters.chars().count() == 2 && line[range.clone()].chars().count() > 2;
        if spread && roles::at_end(&letters).is_some_and(|(at, _)| at == 0) {
            tokens[at - 1] = Token { range, kind: Kind::Role };
            tokens.remove(at);
        }
    }
    tokens
}

fn plain_tokens(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        let apart = is_space(c) || matches!(c, '|' | '｜');
        match (start, apart) {
            (None, false) => start = Some(at),
            (Some(begin), true) => {
                tokens.extend(split(line, begin..at));
                start = None;
            }
            (None, true) | (Some(_), false) => {}
        }
    }
    tokens
}

/// A word as tokens: two where a role and a name stand together, `委員長雨宮`.
fn split(line: &str, range: Range<usize>) -> Vec<Token> {
    let word = plain(&line[range.clone()]);
    let whole = |kind| vec![Token { range: range.clone(), kind }];
    if word == "代理" {
        return whole(Kind::Proxy);
    }
    let said = Speaker::of(&word);
    if said.strength == Strength::Role && said.person.is_none() {
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
    let short = word.chars().count() <= 5 && is_name_shaped(&word) && said.strength != Strength::Organization;
    whole(if short || is_known_name(&word) { Kind::Name } else { Kind::Other })
}

/// A role at the beginning of a word and the name behind it: `病院管理局局長梶谷`.
fn role_before(word: &str) -> Option<(Range<usize>, Range<usize>)> {
    let ends = word.char_indices().skip(1).map(|(at, _)| at).filter(|at| {
        let role = roles::at_end(&word[..*at]);
        let office = matches!(role, Some((_, Role::Chair | Role::Member | Role::Elected | Role::Office)));
        office && Speaker::of(&word[..*at]).person.is_none()
    });
    let split = |at: &usize| {
        let name = &word[*at..];
        is_name_shaped(name)
            && !name.starts_with(['会', '員', '長', '等'])
            && roles::at_end(name).is_none()
            && (is_known_name(name) || name.chars().count() <= 2)
    };
    let at = ends.filter(split).last()?;
    Some((0..at, at..word.len()))
}

fn plain(word: &str) -> String {
    normal_form(word, &[Span::new(0, word.len())])
}

/// An entry that a single item makes: `Shane Coughlan – LF`, `馬場賢輔 (厚木歯科医師会 会長)`.
pub(super) fn single(line: &str) -> Option<(Range<usize>, Facts)> {
    let dash = line.char_indices().find(|(at, c)| {
        matches!(c, '–' | '—' | '-' | '－') && line[..*at].ends_with(|c: char| is_space(c) || c.is_ascii_alphabetic())
    });
    if let Some((at, c)) = dash
        && line[..at].chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '.' | '\'' | '-'))
        && line[..at].trim().contains(' ')
    {
        let organization = at + c.len_utf8()..line.len();
        let trimmed = super::item::trimmed(line, organization);
        let facts =
            Facts { person: 0..line[..at].trim_end().len(), role: None, organization: Some(trimmed), proxy: false };
        return Some((0..line.len(), facts));
    }
    item(line, 0..line.len()).map(|facts| (0..line.len(), facts))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(String, String, String)> {
        let part = |range: Option<Range<usize>>| range.map_or(String::new(), |range| plain(&line[range]));
        let all = entries(line).into_iter();
        all.map(|(_, facts)| (part(Some(facts.person)), part(facts.role), part(facts.organization))).collect()
    }

    fn one(person: &str, role: &str, organization: &str) -> (String, String, String) {
        (person.to_owned(), role.to_owned(), organization.to_owned())
    }

    #[test]
    fn nobody_is_called_none() {
        for line in ["欠席議員なし", "別添名簿のとおり", "欠席委員　なし"] {
            assert_eq!(read(line), [], "{line}");
        }
        assert_eq!(read("委員　　小鳥遊　ゆう"), [one("小鳥遊 ゆう", "委員", "")]);
    }

    #[test]
    fn entries_of_every_grid_are_read() {
        assert_eq!(
            read("１番　　蓮　見　　剛　　　　　　　　　２番　　有　坂　み　き"),
            [one("蓮見剛", "1番", ""), one("有坂みき", "2番", "")]
        );
        assert_eq!(read("市長　　　　　　鷹　取　義　明"), [one("鷹取義明", "市長", "")]);
        assert_eq!(read("国土整備省　　　　都市部長　　　　穂積　康弘"), [one("穂積 康弘", "都市部長", "国土整備省")]);
        assert_eq!(
            read("嵯峨　良平委員長　　　　桜庭　いずみ副委員長"),
            [one("嵯峨 良平", "委員長", ""), one("桜庭 いずみ", "副委員長", "")]
        );
        assert_eq!(read("委員長雨宮　康介君"), [one("雨宮 康介", "委員長", "")]);
        assert_eq!(read("病院管理局局長梶谷　俊一君"), [one("梶谷 俊一", "病院管理局局長", "")]);
        assert_eq!(read("議長　　久我　内閣総理大臣"), [one("久我", "内閣総理大臣", "")]);
        assert_eq!(
            read("事務局長　　　　　杉　立　敏　也　　　　　次長　　　　　　　南　部　　　剛"),
            [one("杉立敏也", "事務局長", ""), one("南部剛", "次長", "")]
        );
        assert_eq!(
            read("就労継続支援事業所はとば　施設長　小野塚里美"),
            [one("小野塚里美", "施設長", "就労継続支援事業所はとば")]
        );
    }
}

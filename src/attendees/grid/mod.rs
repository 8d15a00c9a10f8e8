//! The entries of a line whose parts white space divides: `１番　蓮　見　　剛　　２番　有坂　み　き`, `市長　　鷹　取　義　明`.

mod bracket;
mod even;
mod open;
mod token;

use std::ops::Range;

use crate::attendees::Facts;
use crate::attendees::bracket::office_elsewhere;
use crate::attendees::item::item;
use crate::lexicon::{forms, roles};
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::person_name::{is_known_name, is_whole_name, key};
pub(super) use bracket::{before_bracket, bracketed};
pub(super) use even::{behind_role, names};
use open::{MOST_LETTERS, Open};
use token::{Kind, Token, is_unlisted_name, tokens};

/// The entries of a line as written, ranges of its bytes.
pub(super) fn entries(line: &str) -> Vec<(Range<usize>, Facts)> {
    let tokens = tokens(line);
    let mut found = Vec::new();
    let mut open = Open::default();
    for (at, token) in tokens.iter().enumerate() {
        let names_follow =
            tokens[at + 1..].first().is_some_and(|next| matches!(next.kind, Kind::Name | Kind::Ending { .. }));
        match &token.kind {
            // 東条　隆志　北陵大学　教授: what stands behind the whole name and its body is the office there.
            Kind::Role if open.affiliated => {
                open.take_office(line, &token.range);
                found.extend(open.close(line, token.range.end));
            }
            Kind::Role if !open.names.is_empty() && !names_follow && open.is_name(line) => {
                open.take_office(line, &token.range);
                found.extend(open.close(line, token.range.end));
            }
            // 委員　鉄道株式会社　課長　…: the part in the meeting says more than the office.
            Kind::Role if open.names.is_empty() && open.has_part(line) => {
                let at = office_elsewhere(&line[token.range.clone()]).filter(|_| open.organization.is_none());
                open.organization = at.map(|at| token.range.start..token.range.start + at).or(open.organization.take());
            }
            Kind::Role => {
                // 曙市　まちづくり部長　…: what stands before the role is whose it is.
                let body = |name: Range<usize>| {
                    let word = &line[name];
                    !is_known_name(word) || names_follow && is_municipality_shaped(word)
                };
                if open.role.is_none() && open.name().is_some_and(body) {
                    open.organization = open.name();
                    open.names.clear();
                    open.role = Some(token.range.clone());
                    continue;
                }
                found.extend(open.close(line, token.range.start));
                open.begin(token.range.start);
                open.role = Some(token.range.clone());
            }
            // 岩木総合支所長　野　呂　智　子: an office that begins like a name, before the name of who holds it.
            Kind::Ending { role: Some(_), .. }
                if open.names.is_empty() && whole_name_follows(line, &tokens[at + 1..]) =>
            {
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
            Kind::Honorific => {
                open.honoured = !open.names.is_empty();
                // 石黒　正　氏（北陵大学　教授）
                if tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Bracket) {
                    continue;
                }
                found.extend(open.close(line, token.range.end));
            }
            Kind::Name if open.is_followed(line, &token.range) && is_body(&line[token.range.clone()]) => {
                open.affiliate(&token.range);
            }
            Kind::Name => {
                if open.affiliated || open.is_followed(line, &token.range) && begins_person(&line[token.range.clone()])
                {
                    found.extend(open.close(line, token.range.start));
                }
                open.begin(token.range.start);
                open.names.push(token.range.clone());
            }
            Kind::Bracket => open.take_bracket(line, &token.range),
            Kind::Proxy => {
                // 椎名　紀子委員　代理　竹下　修: whom he stands for was complete.
                let before = found.pop_if(|_| open.start.is_none());
                let body = before.as_ref().and_then(|(_, facts): &(_, Facts)| facts.organization.clone());
                open.begin(before.map_or(token.range.start, |(whole, _): (Range<usize>, _)| whole.start));
                open.organization = open.organization.take().or(body);
                // 村上啓介（自治会連合会）※代理出席　柏木治: the one who came is named last.
                open.names.clear();
                (open.role, open.affiliated) = (None, false);
                open.proxy = true;
            }
            // 会長　14番　西ヶ丘健太郎: behind a role and at the line's end stands a name, though no list of names has it.
            Kind::Other
                if at + 1 == tokens.len()
                    && open.role.is_some()
                    && open.names.is_empty()
                    && is_unlisted_name(&line[token.range.clone()]) =>
            {
                open.names.push(token.range.clone());
            }
            // ２番　小松　浩　　第２区　牧野　武: what stands before one name stands before the other.
            Kind::Other
                if open.role.as_ref().is_some_and(|role| open.name().is_some_and(|name| role.end <= name.start))
                    && open.is_name(line)
                    && whole_name_follows(line, &tokens[at + 1..]) =>
            {
                found.extend(open.close(line, token.range.start));
                open.begin(token.range.start);
                open.organization = Some(token.range.clone());
            }
            Kind::Other if open.is_affiliation(line, &token.range) => open.affiliate(&token.range),
            Kind::Other if open.names.is_empty() && open.role.is_none() && open.organization.is_some() => {
                open.organization = open.organization.map(|own| own.start..token.range.end);
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

/// Whether a family name and a given name stand next, with no role of their own.
fn whole_name_follows(line: &str, tokens: &[Token]) -> bool {
    if tokens.len() > MOST_LETTERS {
        return false;
    }
    let mut words = tokens.iter().map_while(|token| (token.kind == Kind::Name).then_some(&token.range));
    let Some(first) = words.next() else { return false };
    let last = words.last().unwrap_or(first);
    let name = key(&line[first.start..last.end]);
    let alone = tokens.iter().all(|token| token.kind == Kind::Name);
    alone && name.chars().nth(2).is_some() && is_whole_name(&name)
}

/// `青嶺町` before an office and its holder: 青 is a family name, but nobody is called 嶺町.
fn is_municipality_shaped(word: &str) -> bool {
    let ends = word.ends_with(['市', '町', '村', '区', '県']);
    ends && word.chars().nth(2).is_some() && !word.contains(is_space) && !roles::is_surname(word)
}

/// Whether a word of a few letters says whose the person before it is: `公募市民`, `医師会`.
fn is_body(word: &str) -> bool {
    const ENDS: [char; 18] =
        ['会', '所', '社', '学', '院', '団', '部', '課', '局', '室', '市', '町', '村', '県', '民', '校', '園', '協'];
    word.ends_with(ENDS) && word.chars().count() >= 3 && !begins_person(word) || word.ends_with("市民")
}

/// Whether a word begins another person rather than saying whose the one before it is: `佐藤` behind `島　翔太`.
fn begins_person(word: &str) -> bool {
    let word = &key(word);
    // 掛川大学: a body that is called after a place, as families are.
    if forms::of(word)
        .is_some_and(|form| form.plain && form.suffix.chars().nth(1).is_some() && form.suffix.len() < word.len())
    {
        return false;
    }
    let family = roles::surnames_at_start(word).any(|end| end > word.chars().next().map_or(0, char::len_utf8));
    roles::is_surname(word) || family && is_known_name(word)
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
    fn a_bracket_behind_the_name_says_whose_the_person_is() {
        assert_eq!(read("委　員　　岡本　和夫（湖北医師会　会長）"), [one("岡本 和夫", "委 員", "湖北医師会")]);
        assert_eq!(read("岡本　和夫（湖北医師会　会長）"), [one("岡本 和夫", "会長", "湖北医師会")]);
        assert_eq!(
            read("委　員　　西村　勇（長浜保健所　所長）※代理出席　保健予防課長　林"),
            [one("林", "保健予防課長", "長浜保健所")]
        );
        assert_eq!(
            read("副委員長　小　川　美由紀　　　委　員　　大久保　利　明"),
            [one("小 川 美由紀", "副委員長", ""), one("大久保 利 明", "委 員", "")]
        );
    }

    #[test]
    fn entries_of_every_grid_are_read() {
        assert_eq!(
            read("１番　　蓮　見　　剛　　　　　　　　　２番　　有　坂　み　き"),
            [one("蓮見剛", "1番", ""), one("有坂みき", "2番", "")]
        );
        assert_eq!(read("市長　　　　　　鷹　取　義　明"), [one("鷹取義明", "市長", "")]);
        assert_eq!(read("岩木総合支所長　　野　呂　智　子"), [one("野呂智子", "岩木総合支所長", "")]);
        assert_eq!(read("山田課長　　佐藤係長"), [one("山田", "課長", ""), one("佐藤", "係長", "")]);
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

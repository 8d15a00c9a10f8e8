//! Persons with brackets on lines that white space divides: `会長　武者小路　実（弁護士）`, `山田太郎（医師会）　佐藤花子（公募）`.

use std::ops::Range;

use super::entries;
use crate::attendees::Facts;
use crate::attendees::item::{self, item};
use crate::attendees::{bracket, remark};
use crate::lexicon::roles;
use crate::span::is_space;
use crate::values::person_name::is_name_shaped;

/// `会長　武者小路　実（弁護士）`: one person whose names white space divides, and what the bracket says of him.
pub(in crate::attendees) fn before_bracket(line: &str) -> Option<(Range<usize>, Facts)> {
    let (own, inside) = bracket::at_end(line)?;
    if has_letters_apart(own) {
        return bracket::with_bracket(line).map(|facts| (0..line.len(), facts));
    }
    let found = entries(own);
    let [(_, facts)] = found.as_slice() else { return None };
    let bare = own.trim_end_matches(['氏', '様', '君', '殿']).trim_end();
    let whole = (facts.person.end == own.len() || facts.person.end == bare.len())
        && facts.organization.is_none()
        && facts.role.is_some();
    // （東山手警察署 生活安全課長）: the office behind the last space is not the body.
    let content = item::trimmed(line, inside.clone());
    let office = bracket::last_office(&line[content.clone()]);
    let content = content.start..office.map_or(content.end, |at| content.start + at);
    // 委員　安達　幸男（委員長）
    let told = bracket::chair_in_bracket(line, facts.clone());
    if whole && told.role != facts.role {
        return Some((0..line.len(), told));
    }
    // （青波市立東小学校校長）
    let body = bracket::office_elsewhere(&line[content.clone()]).map(|at| content.start..content.start + at);
    let content = body.unwrap_or(content);
    let long = line[content.clone()].chars().nth(1).is_some() && roles::at_end(&line[content.clone()]).is_none();
    let says_how = remark::says_how(&line[content.clone()]);
    let organization = (long && !says_how).then(|| item::trimmed(line, content));
    let proxy = line[inside].contains("代理");
    (whole && !proxy).then(|| (0..line.len(), Facts { organization, ..facts.clone() }))
}

/// `依 田 浩 敏`: a name whose letters are set apart, so that none of them begins a role.
fn has_letters_apart(name: &str) -> bool {
    let letters = name.split(is_space).filter(|letter| !letter.is_empty());
    let (mut count, mut single) = (0, true);
    for letter in letters {
        count += 1;
        single &= letter.chars().nth(1).is_none();
    }
    single && count >= 3 && !name.ends_with(['氏', '君', '様']) && is_name_shaped(&name.replace(is_space, ""))
}

/// Persons each with a bracket, white space between them: `山田太郎（医師会）　佐藤花子（公募）`; none where the line is no such list.
///
/// `Ａ委員（大学教授）　Ｂ委員（中学校長）` names nobody.
pub(in crate::attendees) fn bracketed(line: &str) -> Option<Vec<(Range<usize>, Facts)>> {
    if !line.ends_with(['）', ')']) {
        return None;
    }
    let ends = line.char_indices().filter(|(at, c)| {
        let behind = line[at + c.len_utf8()..].trim_start_matches(is_space);
        let apart = line[at + c.len_utf8()..].starts_with(is_space);
        matches!(c, '）' | ')') && apart && !behind.starts_with(['（', '(', '※', '代'])
    });
    let ends: Vec<usize> = ends.map(|(at, c)| at + c.len_utf8()).chain([line.len()]).collect();
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let parts = starts.zip(&ends).map(|(start, end)| item::trimmed(line, start..*end));
    let read = parts.filter_map(|part| Some((part.clone(), item(line, part)?)));
    (ends.len() >= 2).then(|| read.collect())
}

//! Who came for another: `尾花委員（代理 小倉山事務長）`, `大塚委員代理 太田美智子`.

use std::ops::Range;

use crate::attendees::bracket::with_bracket;
use crate::attendees::item::{may_be_named, officer, plain};
use crate::attendees::{Facts, grid};
use crate::lexicon::roles;
use crate::span::is_space;

/// `尾花委員（代理 小倉山事務長）`: the one who came, for whom and for whose body the other sits there.
pub(super) fn represented(own: &str) -> Option<Facts> {
    let (at, bracket) = own.match_indices(['（', '(']).find(|(at, bracket)| {
        let inside = own[at + bracket.len()..].trim_start();
        inside.starts_with("代理") || ["代：", "代:"].iter().any(|short| inside.starts_with(short))
    })?;
    let inside = own[at + bracket.len()..].trim_start();
    let start = own.len() - inside.len();
    let name = ["代理出席者", "代理出席", "代理者", "代理", "代"].iter().find_map(|word| inside.strip_prefix(word))?;
    let name = name.trim_start_matches(|c| is_space(c) || "：:・".contains(c));
    let begin = start + inside.len() - name.len();
    let name = name.strip_suffix(['）', ')']).unwrap_or(name).trim_end();
    let one = |entries: Vec<(Range<usize>, Facts)>| match entries.as_slice() {
        [(_, facts)] => Some(facts.clone()),
        _ => None,
    };
    let facts = plain(name).or_else(|| officer(name)).or_else(|| one(grid::entries(name)));
    let facts = facts.or_else(|| {
        let whole = may_be_named(&name.replace(is_space, ""));
        whole.then_some(Facts { person: 0..name.len(), role: None, organization: None, proxy: true })
    })?;
    let facts = facts.shifted(begin);
    let before = own[..at].trim_end();
    let body = || one(grid::entries(before)).or_else(|| with_bracket(before))?.organization;
    Some(Facts { proxy: true, organization: facts.organization.clone().or_else(body), ..facts })
}

/// `大塚委員代理 太田美智子 (大和綾瀬薬剤師会 理事)`: the one who came stands behind 代理.
pub(super) fn deputy(own: &str) -> Option<Facts> {
    let after = own.find("代理")? + "代理".len();
    let rest = own[after..].trim_start();
    // 会長代理　板垣　豊: a part in the meeting.
    let role = roles::at_end(&own[..after]).is_some_and(|(at, role)| at == 0 && role == roles::Role::Chair);
    if role || rest.len() == own.len() - after || own[..after].contains(['（', '(']) {
        return None;
    }
    let begin = own.len() - rest.len();
    let facts = with_bracket(rest).or_else(|| plain(rest))?;
    Some(Facts { proxy: true, ..facts.shifted(begin) })
}

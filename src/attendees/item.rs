//! One entry of a list that 、 divides: `白拍会長`, `委員長 門脇健太郎君`, `鵜飼（帆波システムズ）`, `ソニー 福地`.

use std::ops::Range;

use crate::attendees::bracket::{self, chair_in_bracket, with_bracket};
use crate::attendees::count::{is_count, names_nobody, without_count};
use crate::attendees::proxy::{deputy, represented};
use crate::attendees::{Facts, remark};
use crate::lexicon::brackets::is_kanji;
use crate::lexicon::{forms, roles};
use crate::link::affiliated::affiliated as affiliation;
use crate::link::shape::Shape;
use crate::span::is_space;
use crate::values::person_name::{is_known_name, is_name_shaped};
use crate::verbatim::speaker::{Speaker, Strength};

/// Reads one item in normal form. What names no person (`福祉部長`, `事務局3人`) gives nothing.
pub(super) fn item(text: &str, range: Range<usize>) -> Option<Facts> {
    let range = trimmed(text, without_count(text, range));
    // ○大川一郎, where ○ says who is in the chair.
    let marks = ['○', '〇', '◯', '◎', '●'];
    // ○○大学教授 hides a name.
    let own = &text[range.clone()];
    let bare = own.strip_prefix(marks).filter(|rest| !rest.starts_with(marks)).unwrap_or(own).len();
    let range = trimmed(text, range.end - bare..range.end);
    let own = &text[range.clone()];
    if own.is_empty() || own.chars().count() > 40 || is_count(own) || names_nobody(own) {
        return None;
    }
    if let Some(facts) = represented(own) {
        return Some(facts.shifted(range.start));
    }
    // （代理）江川　誠
    if let Some(rest) = ["（代理）", "(代理)"].iter().find_map(|word| own.strip_prefix(word))
        && let Some(facts) = item(text, range.end - rest.len()..range.end)
    {
        return Some(Facts { proxy: true, ..facts });
    }
    if let Some(remark) = remark::at_end(own)
        && let Some(facts) = item(text, range.start..range.start + remark.at)
    {
        return Some(Facts { proxy: facts.proxy || remark.proxy, ..facts });
    }
    let facts = labelled(own).or_else(|| deputy(own)).or_else(|| role_in_front(own)).or_else(|| with_bracket(own));
    let facts = role_glued(own).or(facts).or_else(|| two_names(own)).or_else(|| plain(own));
    // 参事官　ほか: others, whom nobody names.
    // あいさつ（部会長）: what comes next on the agenda.
    let facts = facts.filter(|facts| !is_nobody(&own[facts.person.clone()]));
    let facts = facts.and_then(|facts| {
        let before = || bracket::at_end(own).and_then(|(before, _)| body_glued(before));
        if holds_body(&own[facts.person.clone()]) { body_glued(own).or_else(before) } else { Some(facts) }
    });
    facts.map(|facts| chair_in_bracket(own, facts).shifted(range.start))
}

/// The last characters of bodies: 花岡町, 木津根村, 福祉課.
const BODIES: [char; 15] = ['市', '町', '村', '県', '区', '課', '部', '局', '所', '会', '校', '院', '園', '社', '署'];

/// `花岡町：佐久間`: whose somebody is, before a colon.
fn labelled(own: &str) -> Option<Facts> {
    let colon = own.split_once(['：', ':']);
    // 副会長・沖田功
    let leaders = |name: &str| name.starts_with(['・', '･']);
    let dot = || {
        own.split_once('・')
            .filter(|(_, name)| !leaders(name))
            .filter(|(role, _)| roles::at_end(role).is_some_and(|(at, _)| at == 0))
    };
    let (body, name) = colon.or_else(dot)?;
    let (body, begin) = (body.trim_end(), own.len() - name.trim_start().len());
    let whose = Speaker::of(body);
    // 会長・見留隆博: behind a role of the meeting stands a name, though no list of names has it.
    let titled = whose.strength == Strength::Role && whose.person.is_none();
    // 行政・事務局 are two of the same kind.
    if roles::at_end(&own[begin..]).is_some_and(|(at, _)| at == 0) {
        return None;
    }
    let facts = with_bracket(&own[begin..]).or_else(|| plain(&own[begin..])).or_else(|| {
        (is_family_shaped(&own[begin..]) || titled && may_be_named(&own[begin..])).then_some(Facts {
            person: 0..own.len() - begin,
            role: None,
            organization: None,
            proxy: false,
        })
    })?;
    let facts = facts.shifted(begin);
    match whose.strength {
        _ if facts.organization.is_none() && (whose.strength == Strength::Organization || body.ends_with(BODIES)) => {
            Some(Facts { organization: Some(0..body.len()), ..facts })
        }
        Strength::Role if whose.person.is_none() && facts.role.is_none() => {
            Some(Facts { role: Some(0..body.len()), ..facts })
        }
        _ => None,
    }
}

/// `(部会長)馬嶋順子`.
pub(super) fn role_in_front(own: &str) -> Option<Facts> {
    let inside = own.strip_prefix(['（', '(', '【', '［', '〔', '＜'])?;
    let close = inside.find(['）', ')', '】', '］', '〕', '＞'])?;
    let open = own.len() - inside.len();
    let role = open..open + close;
    let begin = role.end + inside[close..].chars().next()?.len_utf8();
    let name = trimmed(own, begin..own.len());
    // （部　会　長）, （福祉課長）
    let closed = own[role.clone()].replace(is_space, "");
    if closed == "代理" && (is_known_name(&own[name.clone()]) || may_be_named(&own[name.clone()].replace(is_space, "")))
    {
        return Some(Facts { person: name, role: None, organization: None, proxy: true });
    }
    let said = Speaker::of(&closed);
    let titled = roles::at_end(&closed).is_some_and(|(at, role)| at == 0 && role != roles::Role::Desk)
        || said.strength == Strength::Role && said.person.is_none() && roles::begins_department(&closed);
    let named = is_known_name(&own[name.clone()]) || titled && may_be_named(&own[name.clone()].replace(is_space, ""));
    (titled && named).then_some(Facts { person: name, role: Some(role), organization: None, proxy: false })
}

/// `委員菅 たけし`, `課長補佐平位光一`: a role and a whole name, which an extractor or the normal form has put together.
fn role_glued(own: &str) -> Option<Facts> {
    let (end, role) = roles::at_start(own)?;
    let name = &own[end..];
    let (first, given) = name.split_once(is_space).unwrap_or((name, ""));
    let part = matches!(role, roles::Role::Chair | roles::Role::Member);
    let office = matches!(role, roles::Role::Office) && given.is_empty();
    let plain = |word: &str| is_name_shaped(word) && roles::at_end(word).is_none() && !roles::begins_department(word);
    let long = || roles::surnames_at_start(name).any(|end| end < name.len() && name[..end].chars().nth(1).is_some());
    let whole = if given.is_empty() {
        plain(name) && long() && is_known_name(name)
    } else {
        roles::is_surname(first) && plain(given)
    };
    ((part || office) && whole && !roles::is_surname(&own[..end + first.len()]) && !roles::is_surname(own))
        .then_some(Facts { person: end..own.len(), role: Some(0..end), organization: None, proxy: false })
}

/// `小倉山事務長`: an office, and before it what no department is called.
pub(super) fn officer(own: &str) -> Option<Facts> {
    let (at, role) = roles::at_end(own)?;
    let office = matches!(role, roles::Role::Office | roles::Role::Elected) && !roles::begins_department(own);
    let named = is_name_shaped(&own[..at]) && (2..=4).contains(&own[..at].chars().count());
    (office && named).then_some(Facts { person: 0..at, role: Some(at..own.len()), organization: None, proxy: false })
}

/// `白拍会長`, `委員長 門脇健太郎君`, `多岐川正君`, `市役所福祉課 大河内係長`, `見ル野一太`.
pub(super) fn plain(own: &str) -> Option<Facts> {
    let said = Speaker::of(own);
    if let Some(facts) = body_glued(own).filter(|_| said.organization.is_none()) {
        return Some(facts);
    }
    let person = said.person?;
    let sure = said.strength == Strength::Role || is_known_name(&own[person.clone()]);
    // 大川 晃(会長) 東大学教授: what a bracket divides is no one role.
    let whole = said.role.as_ref().is_none_or(|role| {
        // 総務課長（兼）秘書係長: two offices of one.
        let both = own[role.clone()].replace("（兼）", "").replace("(兼)", "");
        if both.len() < role.len() && !both.contains(['（', '(']) {
            return true;
        }
        let before = own[role.clone()].split(['（', '(']).next().unwrap_or_default();
        let ends = own[role.clone()].ends_with(['）', ')']);
        before.len() == role.len() || ends && roles::at_end(before.trim_end()).is_some()
    });
    // 上田友子 事務局 細田館長: a person before what was taken for a role.
    let alone = said.role.as_ref().is_none_or(|role| {
        let words = own[role.clone()].split_once(is_space);
        role.end > person.start
            || words.is_none_or(|(first, _)| !is_known_name(first) || roles::at_end(first).is_some())
    });
    (sure && whole && alone).then_some(Facts { person, role: said.role, organization: said.organization, proxy: false })
}

/// `青葉市医師会金江副会長`: nothing parts the body from the one who is that in it.
fn body_glued(own: &str) -> Option<Facts> {
    if own.contains(is_space) {
        return None;
    }
    let (body, titled) = affiliation(own)?;
    let end = body.len() + titled.person?.len();
    let role = (end < own.len()).then_some(end..own.len());
    Some(Facts { person: body.len()..end, role, organization: Some(0..body.len()), proxy: false })
}

/// Whether what was taken for a name begins with a body's, which only a known family name could be told from.
fn holds_body(name: &str) -> bool {
    let form = |at: usize| {
        let form = Shape::of(&name[..at]).form;
        form.is_some_and(|form| form.plain && form.suffix.chars().nth(1).is_some())
    };
    name.chars().nth(4).is_some() && !is_known_name(name) && name.char_indices().skip(3).any(|(at, _)| form(at))
}

/// `ソニー 福地`: where the first word is no name and the second is one.
fn two_names(own: &str) -> Option<Facts> {
    let (first, _) = own.split_once(is_space)?;
    if Speaker::of(own).strength == Strength::Role {
        return None;
    }
    let rest = own[first.len()..].trim_start();
    let begin = own.len() - rest.len();
    // 財務局長長谷部 健次: an office, and whose it is right behind it.
    if let Some(end) = office_end(first).filter(|_| is_name_shaped(rest) && rest.chars().count() <= 4) {
        return Some(Facts { person: end..own.len(), role: Some(0..end), organization: None, proxy: false });
    }
    // 鈴本 京子: a family name that no list has, before a given one.
    // 社協 須磨: a kind of body is nobody's family name.
    let kind = forms::of(first).is_some_and(|form| form.plain) && !roles::is_surname(first);
    if kind && is_family_shaped(rest) {
        return Some(affiliated(first.len(), begin..own.len()));
    }
    if is_family_shaped(first) && !roles::is_surname(rest) && rest.chars().count() <= 4 && is_name_shaped(rest) {
        return Some(Facts { person: 0..own.len(), role: None, organization: None, proxy: false });
    }
    let latin = first.chars().all(|c| c.is_ascii_graphic());
    let body = latin || !is_known_name(first) && !roles::is_heading(first) && first.chars().count() >= 2;
    let named = is_known_name(rest) || latin && is_family_shaped(rest);
    // 会長(村長) 伊集院: two roles of one.
    let bare = first.split(['（', '(']).next().unwrap_or_default();
    if named && bare.len() < first.len() && roles::at_end(bare).is_some_and(|(at, _)| at == 0) {
        return Some(Facts { person: begin..own.len(), role: Some(0..first.len()), organization: None, proxy: false });
    }
    (body && named).then(|| affiliated(first.len(), begin..own.len()))
}

/// Where an office ends behind which a family name stands: `財務局長` of `財務局長長谷部`.
pub(super) fn office_end(word: &str) -> Option<usize> {
    word.match_indices('長')
        .map(|(at, _)| at + '長'.len_utf8())
        .find(|&end| end < word.len() && roles::is_surname(&word[end..]) && roles::at_end(&word[..end]).is_some())
}

/// Whether the words that were taken for a name say that nobody is named: `なし`, `開会 ・`, `1人`.
pub(super) fn is_nobody(name: &str) -> bool {
    let closed: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    // （委員（五十音順））: in which order they stand.
    let order = || ["音順", "敬称略", "順不同"].iter().any(|word| closed.contains(word));
    names_nobody(name) || order() || roles::is_heading(name) || roles::is_heading(&closed) || is_count(&closed)
}

pub(super) fn affiliated(organization: usize, person: Range<usize>) -> Facts {
    Facts { person, role: None, organization: Some(0..organization), proxy: false }
}

/// Whether a word may be a family name that no list has: one to three ideographs.
pub(super) fn is_family_shaped(word: &str) -> bool {
    (1..=3).contains(&word.chars().count()) && word.chars().all(is_kanji) && !roles::is_heading(word)
}

/// Whether a word may be a whole name that no list has: two to six letters, ideographs among them, and no office.
pub(super) fn may_be_named(word: &str) -> bool {
    let shaped = is_name_shaped(word) && word.contains(is_kanji) && (2..=6).contains(&word.chars().count());
    shaped && roles::at_end(word).is_none() && !roles::begins_department(word) && !roles::is_heading(word)
}

pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let own = &text[range.clone()];
    let start = range.start + own.len() - own.trim_start().len();
    start..start + own.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_an_item_gives_its_person() {
        let cases = [
            ("白拍会長", "白拍", Some("会長"), None),
            ("委員長 門脇健太郎君", "門脇健太郎", Some("委員長"), None),
            ("鵜飼（帆波システムズ）", "鵜飼", None, Some("帆波システムズ")),
            ("鵜飼（Web参加）", "鵜飼", None, None),
            ("鵜飼（椎名市医師会 会長）", "鵜飼", Some("会長"), Some("椎名市医師会")),
            ("馬場賢輔 (厚木歯科医師会 会長)", "馬場賢輔", Some("会長"), Some("厚木歯科医師会")),
            ("ソニー 福地", "福地", None, Some("ソニー")),
            ("尾花委員（代理 小倉山事務長）", "小倉山", Some("事務長"), None),
            ("市役所福祉課 大河内係長", "大河内", Some("係長"), Some("市役所福祉課")),
            ("平栗主任（事務局） （計6名）", "平栗", Some("主任"), None),
            ("岡部（隆）委員", "岡部（隆）", Some("委員"), None),
        ];
        for (text, person, role, organization) in cases {
            let facts = item(text, 0..text.len()).unwrap_or_else(|| panic!("{text}"));
            let part = |range: Option<Range<usize>>| range.map(|range| &text[range]);
            assert_eq!((&text[facts.person], part(facts.role), part(facts.organization)), (person, role, organization));
        }
        let nobody =
            ["福祉部長", "事務局3人", "委員10名", "課長補佐", "なし", "別添名簿のとおり（欠席：瑠璃川薬剤師会）"];
        for text in nobody {
            assert!(item(text, 0..text.len()).is_none(), "{text}");
        }
    }
}

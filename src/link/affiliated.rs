//! A person named with the organization: `三木市障がい福祉課 東海林様`, `藤委員・医師会`, `釧路市：大野`.

use super::class::Class;
use super::shape::Shape;
use crate::lexicon::roles::Role;
use crate::lexicon::{groups, roles};
use crate::span::is_space;
use crate::values::person_name::is_known_name;
use crate::values::titled::{Titled, titled};

/// The organization of a label and the person behind it; none where either is in doubt.
pub(crate) fn affiliated(label: &str) -> Option<(&str, Titled)> {
    let (at, _) = roles::at_end(label)?;
    let is_body = |body: &str| {
        let shape = Shape::of(body);
        shape.is_plain() || shape.form.is_some_and(|form| form.plain) || groups::of(body).is_some()
    };
    if let Some((body, person)) = label.trim_end().rsplit_once(is_space) {
        let body = body.trim();
        let person = || titled(person).or_else(|| head_of_body(person));
        return is_body(body).then(person)?.map(|person| (body, person));
    }
    // 豊田市五十嵐委員: nothing separates them, so the family name has two characters at least.
    let splits = label[..at].char_indices().skip(2).map(|(at, _)| label.split_at(at));
    let mut long = splits.filter(|(_, person)| person.chars().count() > label[at..].chars().count() + 1);
    long.find_map(|(body, person)| {
        let head = || head_of_body(person).filter(|_| has_form(body));
        let person = titled(person).or_else(head).filter(|person| person.person.is_some())?;
        // 渡部美香委員: what ends like a department may be a family name.
        (is_body(body) && !roles::is_surname(body)).then_some((body, person))
    })
}

/// `山本所長`, `校長`: who stands at the head of the body before it. 大野市長 and 大野町長 head other bodies.
fn head_of_body(label: &str) -> Option<Titled> {
    let (at, role) = roles::at_end(label)?;
    let (name, title) = label.split_at(at);
    let governs = ["市長", "町長", "村長", "区長", "知事", "議長"].iter().any(|end| title.ends_with(end));
    let heads = matches!(role, Role::Elected | Role::Chair | Role::Office) && !governs;
    let family = roles::is_surname(name) && name.chars().nth(1).is_some();
    let person = family.then(|| name.to_owned());
    (heads && (family || name.is_empty())).then(|| Titled { person, role: title.to_owned() })
}

/// `青葉医師会会長 山本一郎`, `青葉医師会 会長 山本`: the body, what its bearer is there, and the name.
fn head_and_name(label: &str) -> Option<(&str, Titled)> {
    let (before, name) = label.trim_end().rsplit_once(is_space)?;
    let known = roles::is_surname(name) && name.chars().nth(1).is_some() || is_known_name(name);
    let before = before.trim_end();
    let (at, role) = roles::at_end(before).filter(|_| known)?;
    let (body, title) = (before[..at].trim_end(), &before[at..]);
    let heads = matches!(role, Role::Elected | Role::Chair | Role::Office);
    let titled = Titled { person: Some(name.to_owned()), role: title.to_owned() };
    (heads && has_form(body)).then_some((body, titled))
}

/// The same, where a sign parts the two in either order as well: `藤委員・医師会`, `釧路市：大野`, `大野（釧路市）`.
pub(crate) fn body_and_person(label: &str) -> Option<(&str, Titled)> {
    affiliated(label).or_else(|| head_and_name(label)).or_else(|| {
        let (one, other) = parted(label)?;
        let pair = |body: &'_ str, person: &'_ str| is_beside(body, person);
        pair(one, other).map(|person| (one, person)).or_else(|| pair(other, one).map(|person| (other, person)))
    })
}

/// The two parts of a label that one sign parts.
fn parted(label: &str) -> Option<(&str, &str)> {
    let sign = |c: char| matches!(c, '・' | '：' | ':') || is_space(c);
    let (one, other) = match label.strip_suffix(['）', ')']) {
        Some(inside) => inside.rsplit_once(['（', '('])?,
        None => label.split_once(sign)?,
    };
    let (one, other) = (one.trim(), other.trim());
    // 豊田 HWC: a place before a gap, unless somebody's part in the meeting is stated, or the body's form: 豊田福祉会 大野.
    let gap = !label.ends_with(['）', ')']) && label[one.len()..].starts_with(is_space);
    let named = || roles::is_surname(other) && has_form(one);
    if gap && titled(one).is_none() && titled(other).is_none() && !named() {
        return None;
    }
    let single = !other.contains(|c| sign(c) || matches!(c, '（' | '(' | '、'));
    (single && !one.is_empty() && !other.is_empty()).then_some((one, other))
}

/// Whether a name is plainly a body's by its form, and no government: `豊田福祉会`.
fn has_form(name: &str) -> bool {
    let shape = Shape::of(name);
    shape.is_plain() && !shape.is_government()
}

/// The person, if one of the words is a family name, with a part in the meeting or without, and the other may be a body.
fn is_beside(body: &str, person: &str) -> Option<Titled> {
    // 事務局（青葉市福祉課）
    if roles::at_end(person) == Some((0, Role::Desk)) {
        return has_form(body).then(|| Titled { person: None, role: person.to_owned() });
    }
    let family = roles::is_surname(person) && person.chars().nth(1).is_some();
    // 会津・南会津広域連合: the word is part of the body's own name.
    let family = family && !body.contains(person);
    let plain = || family.then(|| Titled { person: Some(person.to_owned()), role: String::new() });
    let titled = titled(person).filter(|titled| titled.person.is_some());
    let found = titled.or_else(plain)?;
    let may = !roles::is_surname(body) && roles::at_end(body).is_none_or(|(at, _)| at > 0);
    let class = || match Class::of(body, false) {
        Class::Known | Class::PlaceAndForm | Class::Form | Class::BareForm | Class::PlaceAndMore => true,
        Class::WeakForm | Class::Generic | Class::Government | Class::Nickname => true,
        // 千葉・石川 are two of the same kind.
        Class::Place | Class::Role => false,
        Class::Nouns | Class::Word | Class::Ending(_) | Class::Refused(_) => false,
    };
    (may && class()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_may_be_named_with_the_organization() {
        for (label, body, person) in [
            ("三木市障がい福祉課 東海林様", "三木市障がい福祉課", "東海林"),
            ("民生委員　藤委員", "民生委員", "藤"),
            ("商工会議所　伊藤委員", "商工会議所", "伊藤"),
            ("豊田市五十嵐委員", "豊田市", "五十嵐"),
            ("学識経験者大久保課長", "学識経験者", "大久保"),
        ] {
            let found = affiliated(label).map(|(body, titled)| (body, titled.person));
            assert_eq!(found, Some((body, Some(person.to_owned()))), "{label}");
        }
        for (label, body, person, role) in [
            ("藤原委員・倉吉市歯科医師会", "倉吉市歯科医師会", "藤原", "委員"),
            ("くじら　田村委員", "くじら", "田村", "委員"),
            ("倉吉市：大野", "倉吉市", "大野", ""),
            ("倉吉薬剤師会・大野", "倉吉薬剤師会", "大野", ""),
            ("大野（倉吉総合病院）", "倉吉総合病院", "大野", ""),
            ("倉吉福祉会　大野", "倉吉福祉会", "大野", ""),
            ("訪問看護ステーションくじら 大野所長", "訪問看護ステーションくじら", "大野", "所長"),
            ("訪問看護ステーションくじら大野所長", "訪問看護ステーションくじら", "大野", "所長"),
            ("倉吉市医師会会長 大野一郎", "倉吉市医師会", "大野一郎", "会長"),
            ("倉吉市医師会 会長 大野", "倉吉市医師会", "大野", "会長"),
        ] {
            let found = body_and_person(label).map(|(body, titled)| (body, titled.person, titled.role));
            assert_eq!(found, Some((body, Some(person.to_owned()), role.to_owned())), "{label}");
        }
        for label in [
            "千葉・石川",
            "豊田 HWC",
            "倉吉市 大野",
            "倉吉市立病院 大野町長",
            "会津・南会津広域連合",
            "田村委員・大野委員",
            "前回：大野",
            "医師会・薬剤師会",
            "大野",
        ] {
            assert_eq!(body_and_person(label), None, "{label}");
        }
        for (label, body, role) in [
            ("事務局（倉吉市福祉課）", "倉吉市福祉課", "事務局"),
            ("事務局：倉吉市福祉課", "倉吉市福祉課", "事務局"),
            ("倉吉市福祉課（事務局）", "倉吉市福祉課", "事務局"),
            ("倉吉養護学校 校長", "倉吉養護学校", "校長"),
        ] {
            let want = Titled { person: None, role: role.to_owned() };
            assert_eq!(body_and_person(label), Some((body, want)), "{label}");
        }
        for label in [
            "長浜市健康課長",
            "長浜市北川保育園長",
            "大野診療所長",
            "厚木医師会会長",
            "松本市保健師",
            "藤沢市民病院院長",
            "山田委員",
        ] {
            assert_eq!(affiliated(label), None, "{label}");
        }
    }
}

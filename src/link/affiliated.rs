//! A person named with the organization: `三木市障がい福祉課 東海林様`, `民生委員　藤委員`.

use super::shape::Shape;
use crate::lexicon::{groups, roles};
use crate::span::is_space;
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
        return titled(person).filter(|_| is_body(body)).map(|person| (body, person));
    }
    // 豊田市五十嵐委員: nothing separates them, so the family name has two characters at least.
    let splits = label[..at].char_indices().skip(2).map(|(at, _)| label.split_at(at));
    let mut long = splits.filter(|(_, person)| person.chars().count() > label[at..].chars().count() + 1);
    long.find_map(|(body, person)| {
        let person = titled(person).filter(|person| person.person.is_some())?;
        is_body(body).then_some((body, person))
    })
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
        for label in ["長浜市健康課長", "厚木医師会会長", "松本市保健師", "藤沢市民病院院長", "山田委員"]
        {
            assert_eq!(affiliated(label), None, "{label}");
        }
    }
}

//! The one among those who attend that a label can mean: 天草郡市医師会 for 医師会, 放課後等デイサービスにじいろ for にじいろ.

use super::by_document::{Found, ends_in, push, unless_anothers};
use super::context::{Context, Listed};
use super::names;
use super::resolution::{Resolution, Support};
use super::shape::Shape;
use super::written::Written;
use crate::lexicon::abbreviations::kind;
use crate::lexicon::forms::{self, Form};
use crate::model::{Classification, Method};

/// The attendees whose name ends in the label, or in a long form of it, where what stands before is a word of its own.
///
/// Who sits at the table is known, so one such name is enough, wherever it is from; several are of equal standing. A
/// department is none of these: 障がい福祉課 may be another one than 福祉課.
pub(super) fn attending(written: &Written, cx: &Context, identify: &dyn Fn(&str) -> Resolution) -> Vec<Found> {
    let (shape, label) = (written.shape, written.shape.label);
    let mut attendees = cx.attendees().peekable();
    if attendees.peek().is_none() {
        return Vec::new();
    }
    let has_long_forms = !written.expanded.is_empty();
    let short = label.chars().nth(2).is_none() && !has_long_forms;
    let vague = shape.form.is_some_and(|form| is_vague(form, label)) && !has_long_forms;
    if shape.is_government() || vague || short || cx.has_standing(label) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for name in attendees {
        if written.keys().any(|key| is_end(key, shape, name)) || is_owners(label, name) || is_head(label, name) {
            let evidence = vec![Support::rule("context.attendee").at(Some(name.spot.clone()))];
            push(&mut found, Found { resolution: identify(name.shape.label), method: Method::Context, evidence });
        }
    }
    unless_anothers(label, found, cx)
}

/// A department, and a form alone that many bodies have: センター, 協議会.
fn is_vague(form: &Form, label: &str) -> bool {
    let kind = form.classification;
    let many = matches!(kind, Classification::Other | Classification::Council | Classification::Company)
        // A 児童相談所 is a 相談所 too.
        || kind == Classification::ConsultationOffice && label.chars().nth(6).is_none();
    kind == Classification::Department || form.suffix == label && (many || label.chars().nth(2).is_none())
}

/// Whether a name is a word and then `key`: 天草郡市 + 医師会, 東京女子医科大学附属 + 八千代医療センター, 放課後等デイサービス + にじいろ.
fn is_end(key: &str, label: &Shape, name: &Listed) -> bool {
    let Some(before) = ends_in(&name.key, key).filter(|before| !before.ends_with('・')) else { return false };
    // 歯科医師会 is no 医師会.
    if forms::of(key).is_some_and(|form| name.shape.form.is_some_and(|own| own.suffix != form.suffix)) {
        return false;
    }
    let bare = label.place.is_none() && label.form.is_some_and(|form| form.plain && key.ends_with(form.suffix));
    let is_word = || kind(before).is_some() || last_word(before) || forms::of(before).is_some();
    // 地区 and 北部 tell 北部地区医師会 from others, as its place does; a name goes on before a name (南会津 is not 会津).
    let body = label.body();
    let of_all = || LOCATORS.contains(&body) || forms::exactly(body).is_some_and(|form| form.plain);
    let form_alone = bare && (names::is_owner(body) || of_all());
    before.chars().nth(1).is_some() && (form_alone || is_word())
}

/// What tells a body from another of its kind at the same place, and at every place again: 中央病院.
const LOCATORS: &[&str] = &["中央", "総合", "地区", "郡市", "市民", "県民"];

/// Whether a word of a known kind stands at the end: 大学附属.
fn last_word(before: &str) -> bool {
    before.char_indices().skip(1).any(|(at, _)| kind(&before[at..]).is_some())
}

/// 市立伊勢総合病院 for 市立病院, 大樹町立国民健康保険病院 for 町立病院.
fn is_owners(label: &str, name: &Listed) -> bool {
    let Some((owner, form)) = label.split_once('立') else { return false };
    let owned = owner.chars().nth(1).is_none() && forms::exactly(form).is_some_and(|form| form.plain);
    let place = name.shape.place.as_ref().map_or(0, |place| place.written.len());
    let written = name.shape.label;
    owned
        && written.ends_with(form)
        && (written.starts_with(&label[..owner.len() + '立'.len_utf8()])
            || written[..place].ends_with(owner) && written[place..].starts_with('立'))
}

/// ハローワーク鳥栖 for ハローワーク.
fn is_head(label: &str, name: &Listed) -> bool {
    name.shape.place.is_none() && name.shape.head.is_some_and(|head| head.suffix == label)
}

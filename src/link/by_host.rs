//! The government whose meeting it is: 県 and 本市, and the departments that are named without it.

use super::context::Context;
use super::resolution::{Resolution, Spot, Support, full_name, organization_of_government};
use super::resolve::resolve_full;
use super::shape::{Shape, place_at_start};
use crate::lexicon::departments;
use crate::lexicon::forms::{Form, Gives};
use crate::lexicon::municipalities::{Municipalities, Municipality};
use crate::model::{Classification, Method, Status};

/// 県 in a document of 神奈川県, 本市 in one of 厚木市.
pub(super) fn the_government(label: &str, cx: &Context) -> Option<Resolution> {
    let word = label
        .trim_start_matches(['本', '当'])
        .trim_end_matches("役所")
        .trim_end_matches("役場")
        .trim_end_matches('庁')
        .trim_end_matches('側');
    let (row, at) = government_called(word, cx)?;
    let evidence = vec![Support::register(row.id()), Support::rule("context.government").at(at)];
    Some(Resolution::resolved(organization_of_government(row), Method::Context, evidence))
}

/// The government of this document that a word like 県 or 市 means.
fn government_called(word: &str, cx: &Context) -> Option<(&'static Municipality, Option<Spot>)> {
    let host = cx.home.sole.as_ref().map(|(row, range)| (*row, Some(Spot::Title(range.clone()))));
    let city_of_ward =
        |row: &'static Municipality| row.ward_of.and_then(|city| Municipalities::all().by_code(city)).unwrap_or(row);
    match word {
        "県" | "都" | "府" | "道" => {
            cx.home.prefecture_row().filter(|row| row.name.ends_with(word)).map(|row| (row, None))
        }
        "市" => host.map(|(row, at)| (city_of_ward(row), at)).filter(|(row, _)| row.name.ends_with('市')),
        "町" | "村" | "区" => host.filter(|(row, _)| row.name.ends_with(word)),
        _ => None,
    }
}

/// A department without its government, in a meeting of one government alone: 健康づくり課, 市教育委員会, 県社協.
pub(super) fn of_host(shape: &Shape, cx: &Context) -> Option<Resolution> {
    if shape.place.is_some() {
        return None;
    }
    let (full, at) = match shape.label.char_indices().nth(1) {
        Some((second, _)) if shape.label.starts_with(['市', '県', '町', '村', '区', '都', '府', '道']) => {
            // 県西, 市民, 道央: the word goes on.
            let goes_on = [
                '西', '東', '南', '北', '央', '中', '内', '外', '民', '立', '営', '街', '長', '下', '上', '境', '域',
                '界',
            ];
            let (row, at) = government_called(&shape.label[..second], cx).filter(|_| {
                !shape.label[second..].starts_with(goes_on) && !departments::begins_with_word(shape.label)
            })?;
            (format!("{}{}", row.name, &shape.label[second..]), at)
        }
        Some(_) | None => {
            shape.form.filter(|form| form.plain && is_governments(shape.label, form))?;
            let (row, range) = cx.home.sole.as_ref()?;
            (format!("{}{}", full_name(row), shape.label), Some(Spot::Title(range.clone())))
        }
    };
    // A city may have no 市立病院 under that name, or two.
    let owned = place_at_start(&full).is_some_and(|place| place.owner);
    let resolution = resolve_full(&full, cx).filter(|resolution| resolution.status == Status::Resolved && !owned)?;
    let evidence = [Support::rule("context.government").at(at)].into_iter().chain(resolution.evidence).collect();
    Some(Resolution::resolved(resolution.organization?, Method::Context, evidence))
}

/// Whether a name without its government can be one of its: its board of education, its council of social welfare, a
/// department by its name.
fn is_governments(label: &str, form: &Form) -> bool {
    let by_law = form.gives == Gives::Region && form.suffix == label;
    let of_board = label.starts_with("教育委員会") || label.starts_with("教委");
    let department = form.classification == Classification::Department && !of_board;
    by_law || form.gives == Gives::Parent && (!department || departments::is_governments(label))
}

//! A part of an organization that is named together with it: 座間養護学校PTA, 小田原市立病院地域連携室.

use super::by_form::of_place;
use super::by_register;
use super::context::Context;
use super::resolution::{Resolution, Support, organization_of_shape};
use super::shape::Shape;
use crate::lexicon::any_end::AnyEnd;
use crate::lexicon::forms::{self, Form, Gives};
use crate::model::{Classification, Method, Organization};

/// A part of an organization that its own name begins with: 座間養護学校PTA, 厚木保健福祉事務所大和センター, 小田原市立病院地域連携室.
pub(super) fn branch(shape: &Shape, cx: &Context) -> Option<Resolution> {
    let label = shape.label;
    if !PARTS.ends(label) && !forms::all_at_end(label).any(is_of_a_whole) {
        return None;
    }
    let (shortest, _) = label.char_indices().nth(3)?;
    let ends = label.char_indices().rev().map(|(at, _)| at).take_while(|at| *at >= shortest);
    let mut wholes = ends.filter_map(|end| Some((end, whole_of(&label[..end], &label[end..], cx)?)));
    let (end, parent) = wholes.next()?;
    let part = forms::of(&label[end..])?;
    let own = is_of_a_whole(part);
    let organization = Organization {
        classification: if own { part.classification } else { parent.classification },
        parent: Some(parent.id),
        ..organization_of_shape(shape)
    };
    let rule = if part.gives == Gives::Member { "form.parents-association" } else { "form.branch" };
    Some(Resolution::resolved(organization, Method::Exact, vec![Support::rule(rule)]))
}

/// What a part of an organization may be called, whatever its form gives.
static PARTS: AnyEnd =
    AnyEnd::new(&["センター", "支所", "分室", "分校", "分院", "出張所", "連携室", "相談室", "事務局", "支部", "部会"]);

/// Whether a name of this form belongs to the one before it: 課, PTA.
fn is_of_a_whole(form: &Form) -> bool {
    matches!(form.gives, Gives::Parent | Gives::Member)
}

/// Whether a name of this form may have parts: it tells more than 課 or 会.
fn may_have_parts(form: &Form) -> bool {
    form.plain && form.suffix.chars().nth(1).is_some()
}

/// The organization that `name` is, if it is one in full that `rest` can be a part of.
fn whole_of(name: &str, rest: &str, cx: &Context) -> Option<Organization> {
    if !forms::all_at_end(name).any(may_have_parts) {
        return None;
    }
    let part = forms::of(rest)?;
    if !is_of_a_whole(part) && !PARTS.ends(rest) {
        return None;
    }
    let shape = Shape::of(name);
    let form = shape.form.filter(|form| may_have_parts(form))?;
    let whole = matches!(form.gives, Gives::Place | Gives::Region | Gives::Owner)
        || form.classification == Classification::BoardOfEducation;
    let resolution = by_register::name(name, cx)
        .or_else(|| if whole { of_place(&shape, form, shape.place.as_ref()?, cx) } else { None })?;
    resolution.organization
}

//! Whom a label means, and what speaks for it.

use std::borrow::Cow;
use std::ops::Range;

use super::shape::Shape;
use crate::lexicon::municipalities::{Municipalities, Municipality};
use crate::lexicon::register::Row;
use crate::model::{Classification, Identifier, Method, Organization, Status};

/// The answer for one label.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolution {
    /// `Unknown` for a role (座長) and for a group (行政), which are nobody's name.
    pub status: Status,
    /// Absent where the label is ambiguous or a role. A group has classification `generic`.
    pub organization: Option<Organization>,
    pub method: Option<Method>,
    pub evidence: Vec<Support>,
    /// All that it may mean, where that is open: at least two.
    pub candidates: Vec<Candidate>,
    /// The role in the meeting or the office that the label names: 座長, 課長.
    pub role: Option<String>,
}

/// One of several that a label may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// `lg:132063`
    pub id: String,
    /// `東京都府中市`
    pub name: String,
}

/// One thing that a person can check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Support {
    /// `form.municipal-department`, `variant.shogai`
    pub rule: Option<Cow<'static, str>>,
    /// Id of a register row.
    pub register: Option<String>,
    /// A place in the document.
    pub at: Option<Spot>,
}

/// A place in what the caller gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// An index into [`Surroundings::names`](super::context::Surroundings::names).
    Name(usize),
    /// A range of bytes of one of [`Surroundings::texts`](super::context::Surroundings::texts).
    Text { piece: usize, range: Range<usize> },
    /// A range of bytes of the title.
    Title(Range<usize>),
}

impl Support {
    pub fn rule(rule: impl Into<Cow<'static, str>>) -> Support {
        Support { rule: Some(rule.into()), ..Support::default() }
    }

    pub fn register(id: impl Into<String>) -> Support {
        Support { register: Some(id.into()), ..Support::default() }
    }

    pub fn at(self, spot: Option<Spot>) -> Support {
        Support { at: spot, ..self }
    }
}

impl Resolution {
    pub fn resolved(organization: Organization, method: Method, evidence: Vec<Support>) -> Resolution {
        Resolution {
            status: Status::Resolved,
            organization: Some(organization),
            method: Some(method),
            evidence,
            ..Resolution::open()
        }
    }

    /// Several of equal standing.
    pub fn ambiguous(candidates: Vec<Candidate>, evidence: Vec<Support>) -> Resolution {
        Resolution { status: Status::Ambiguous, candidates, evidence, ..Resolution::open() }
    }

    /// Plainly a name, nowhere known.
    pub fn unregistered(organization: Organization) -> Resolution {
        Resolution { status: Status::Unregistered, organization: Some(organization), ..Resolution::open() }
    }

    /// A role in the meeting: 座長.
    pub fn role(role: &str) -> Resolution {
        Resolution { role: Some(role.to_owned()), ..Resolution::open() }
    }

    /// A group of people or bodies: 行政.
    pub fn generic(label: &str) -> Resolution {
        let group = Organization { classification: Classification::Generic, ..organization_of_name(label) };
        Resolution { organization: Some(group), evidence: vec![Support::rule("group.generic")], ..Resolution::open() }
    }

    fn open() -> Resolution {
        Resolution {
            status: Status::Unknown,
            organization: None,
            method: None,
            evidence: Vec::new(),
            candidates: Vec::new(),
            role: None,
        }
    }

    /// The id of what it is resolved to, for comparing.
    pub fn id(&self) -> Option<&str> {
        self.organization.as_ref().map(|organization| organization.id.as_str())
    }
}

/// An organization that only its name tells: `org:うわまち病院`, a hospital by its form.
pub fn organization_of_name(name: &str) -> Organization {
    organization_of_shape(&Shape::of(name))
}

/// The same for a name that is taken apart already.
pub fn organization_of_shape(shape: &Shape) -> Organization {
    let name = shape.label;
    let form = shape.form.filter(|form| form.plain).or(shape.head);
    let classification = form.map_or(Classification::Other, |form| form.classification);
    Organization {
        id: format!("org:{name}"),
        name: name.to_owned(),
        other_names: Vec::new(),
        classification,
        parent: None,
        region: None,
        identifiers: Vec::new(),
        register: None,
    }
}

/// A register row as the organization it describes.
pub fn organization_of_row(row: &Row) -> Organization {
    Organization {
        id: row.id.clone(),
        name: row.name.clone(),
        other_names: row.other_names.clone(),
        classification: row.classification,
        parent: row.parent.clone(),
        region: row.region.clone(),
        identifiers: row.identifiers.clone(),
        register: Some(row.id.clone()),
    }
}

/// A municipality, ward or prefecture with its code: `lg:142107`.
pub fn organization_of_government(row: &Municipality) -> Organization {
    Organization {
        id: row.id(),
        name: full_name(row),
        other_names: Vec::new(),
        classification: if row.is_prefecture() { Classification::Prefecture } else { Classification::Municipality },
        parent: row.ward_of.map(|city| format!("lg:{city}")),
        region: None,
        identifiers: vec![Identifier {
            scheme: "全国地方公共団体コード".to_owned(), identifier: row.code.to_owned()
        }],
        register: Some(row.id()),
    }
}

/// `三浦市`; a ward with its city: `横浜市青葉区`.
pub fn full_name(row: &Municipality) -> String {
    let city = row.ward_of.and_then(|city| Municipalities::all().by_code(city));
    format!("{}{}", city.map_or("", |city| city.name), row.name)
}

/// `東京都府中市`: the name that tells it from its namesakes.
pub fn name_with_prefecture(row: &Municipality) -> String {
    let prefecture = Municipalities::all().prefecture(row.prefecture()).filter(|_| !row.is_prefecture());
    format!("{}{}", prefecture.map_or("", |prefecture| prefecture.name), full_name(row))
}

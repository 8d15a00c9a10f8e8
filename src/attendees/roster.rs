//! Whom a head may mean: the persons of the lists, by name and by role.

use std::collections::HashSet;

use crate::attendees::Entry;
use crate::span::{Span, is_space};
use crate::values::person_name::{key, may_be};

/// The persons of the lists.
#[derive(Default, Debug)]
pub(crate) struct Roster {
    people: Vec<Listed>,
}

/// One person of a list.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub person: String,
    /// The name, and the role, as they are compared.
    key: String,
    role_key: String,
    role: Option<String>,
    organization: Option<String>,
    /// Whether the list has them among those who explain to the members or run the meeting.
    beside: bool,
    /// Where the entry stands.
    pub at: Vec<Span>,
}

impl Listed {
    /// Whether the list states this organization.
    pub fn is_of(&self, organization: &str) -> bool {
        self.organization.as_deref().is_some_and(|own| key(own) == key(organization))
    }

    /// Where the name ends that stands before the listed role: `神楽課長`.
    pub fn name_end(&self, head: &str) -> Option<usize> {
        let ends = head.char_indices().map(|(at, _)| at).skip(1);
        ends.into_iter().find(|at| key(&head[..*at]) == self.key && key(&head[*at..]) == self.role_key)
    }

    /// Whether the role that the list states ends so.
    pub fn has_role(&self, role: &str) -> bool {
        self.role.is_some() && self.role_key.ends_with(&key(role))
    }
}

/// A list of more people is no attendee list; each head would be compared with each of them.
const MOST_PEOPLE: usize = 3_000;

impl Roster {
    pub(super) fn of(entries: &[Entry]) -> Self {
        let listed = |entry: &Entry| {
            let person = entry.person.clone()?;
            let role = entry.role.clone().or_else(|| entry.seat.clone());
            Some(Listed {
                key: key(&person),
                role_key: role.as_deref().map(key).unwrap_or_default(),
                person,
                role,
                organization: entry.organization.clone(),
                beside: entry.group.as_deref().is_some_and(is_beside),
                at: entry.label.clone(),
            })
        };
        let entries = if entries.len() > MOST_PEOPLE { &[] } else { entries };
        Self { people: entries.iter().filter_map(listed).collect() }
    }

    /// Whether the document lists nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The names, as they are compared.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.people.iter().map(|listed| listed.key.as_str())
    }

    /// Whether a name may be that of a listed person.
    pub fn knows(&self, name: &str) -> bool {
        self.possible(name).next().is_some()
    }

    /// The persons whom a name may mean.
    fn possible<'r, 'n>(&'r self, name: &'n str) -> impl Iterator<Item = &'r Listed> + use<'r, 'n> {
        // Two names of one person begin alike, up to a bracket: this spares the long comparison.
        let mut front = key(name);
        front.truncate(front.find(['（', '(']).unwrap_or(front.len()));
        let alike = self.people.iter().filter(move |listed| listed.key.starts_with(&front));
        alike.filter(move |listed| may_be(name, &listed.person))
    }

    /// Who of the list a name may mean; where several may, a role that fits chooses.
    pub fn persons<'r>(&'r self, name: &str, role: Option<&str>) -> Vec<&'r Listed> {
        let wanted = key(name);
        // 高橋委員 is not the 高橋 who explains to the members.
        let member = role.is_some_and(|role| ["委員", "議員", "構成員"].iter().any(|part| role.ends_with(part)));
        let may = |listed: &&Listed| !(member && listed.beside);
        let same = |listed: &&Listed| listed.key == wanted;
        let exact: Vec<&Listed> = self.people.iter().filter(same).filter(may).collect();
        if !exact.is_empty() {
            return distinct(exact);
        }
        let all = distinct(self.possible(name).filter(may).collect());
        let fits = |listed: &&Listed| role.is_some() && listed.role.as_deref() == role;
        let fitting: Vec<&Listed> = all.iter().copied().filter(fits).collect();
        if fitting.len() == 1 { fitting } else { all }
    }

    /// Who of the list holds a role: `会長`, `福祉部長`.
    pub fn holders(&self, role: &str) -> Vec<&Listed> {
        let role = key(role);
        let holds = |listed: &&Listed| {
            let own = listed.role_key.as_str();
            // 神楽課長: a name that no list of names has.
            own == role || !own.is_empty() && role.strip_prefix(listed.key.as_str()) == Some(own)
        };
        distinct(self.people.iter().filter(holds).collect())
    }
}

/// `説明員`, `事務局職員出席者`, `説明のため出席した者`: nobody there is a member.
fn is_beside(group: &str) -> bool {
    let group = group.replace(is_space, "");
    !group.contains("委員") && ["説明", "事務局", "職員", "執行部"].iter().any(|word| group.contains(word))
}

/// A person who stands in two lists is one.
fn distinct(found: Vec<&Listed>) -> Vec<&Listed> {
    let mut kept = HashSet::new();
    found.into_iter().filter(|listed| kept.insert(listed.key.as_str())).collect()
}

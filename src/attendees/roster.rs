//! Whom a head may mean: the persons of the lists, by name and by role.

use crate::attendees::Entry;
use crate::span::Span;
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
    role: Option<String>,
    organization: Option<String>,
    /// Where the entry stands.
    pub at: Vec<Span>,
}

impl Listed {
    /// Whether the list states this organization.
    pub fn is_of(&self, organization: &str) -> bool {
        self.organization.as_deref().is_some_and(|own| key(own) == key(organization))
    }

    /// Whether the role that the list states ends so.
    pub fn has_role(&self, role: &str) -> bool {
        self.role.as_deref().is_some_and(|own| key(own).ends_with(&key(role)))
    }
}

impl Roster {
    pub(super) fn of(entries: &[Entry]) -> Self {
        let listed = |entry: &Entry| Listed {
            person: entry.person.clone(),
            role: entry.role.clone(),
            organization: entry.organization.clone(),
            at: entry.label.clone(),
        };
        Self { people: entries.iter().map(listed).collect() }
    }

    /// Whether a name may be that of a listed person.
    pub fn knows(&self, name: &str) -> bool {
        self.people.iter().any(|listed| may_be(name, &listed.person))
    }

    /// Who of the list a name may mean; where several may, a role that fits chooses.
    pub fn persons(&self, name: &str, role: Option<&str>) -> Vec<&Listed> {
        let same = |listed: &&Listed| key(&listed.person) == key(name);
        let exact: Vec<&Listed> = self.people.iter().filter(same).collect();
        if !exact.is_empty() {
            return distinct(exact);
        }
        let all = distinct(self.people.iter().filter(|listed| may_be(name, &listed.person)).collect());
        let fits = |listed: &&Listed| role.is_some() && listed.role.as_deref() == role;
        let fitting: Vec<&Listed> = all.iter().copied().filter(fits).collect();
        if fitting.len() == 1 { fitting } else { all }
    }

    /// Who of the list holds a role: `会長`, `福祉部長`.
    pub fn holders(&self, role: &str) -> Vec<&Listed> {
        let role = key(role);
        let holds = |listed: &&Listed| {
            let own = listed.role.as_deref().map(key).unwrap_or_default();
            // 神楽課長: a name that no list of names has.
            own == role || !own.is_empty() && format!("{}{own}", key(&listed.person)) == role
        };
        distinct(self.people.iter().filter(holds).collect())
    }
}

/// A person who stands in two lists is one.
fn distinct(found: Vec<&Listed>) -> Vec<&Listed> {
    let mut kept: Vec<&Listed> = Vec::new();
    for listed in found {
        if !kept.iter().any(|other| key(&other.person) == key(&listed.person)) {
            kept.push(listed);
        }
    }
    kept
}

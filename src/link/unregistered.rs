//! Stage: names → organizations (stand-in until the organizations land).

use crate::model::{Classification, Organization, Section, Status};

/// One unregistered organization for each distinct label.
pub(crate) fn link(sections: &mut [Section]) -> Vec<Organization> {
    let mut organizations = Vec::new();
    sections.iter_mut().for_each(|section| link_section(section, &mut organizations));
    organizations
}

fn link_section(section: &mut Section, organizations: &mut Vec<Organization>) {
    for opinion in &mut section.opinions {
        let parties = opinion.attribution.iter_mut().flat_map(|attribution| &mut attribution.parties);
        for party in parties.filter(|party| party.role.is_none() && party.person.is_none()) {
            party.status = Status::Unregistered;
            party.organization = Some(format!("org:{}", party.label));
            if !organizations.iter().any(|known: &Organization| known.name == party.label) {
                organizations.push(organization(&party.label));
            }
        }
    }
    section.sections.iter_mut().for_each(|part| link_section(part, organizations));
}

pub(crate) fn organization(name: &str) -> Organization {
    Organization {
        id: format!("org:{name}"),
        name: name.to_owned(),
        other_names: Vec::new(),
        classification: Classification::Other,
        parent: None,
        region: None,
        identifiers: Vec::new(),
        register: None,
    }
}

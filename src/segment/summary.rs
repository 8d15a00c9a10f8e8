//! The closing summary whose text stands away from it: `【総括】※`, and after the end `※座長により…`.

use crate::attribute::End;
use crate::element::Element;
use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::model::{Attribution, Evidence, Note, Opinion, OpinionKind, Party, Positions, Section, Status};
use crate::pattern::Pattern;
use crate::segment::opinion::{self, Parts};
use crate::span::Span;
use crate::text::Text;

/// A summary that waits for its note, and the note as it comes in.
#[derive(Default)]
pub(super) struct Detached {
    /// Id of the section whose ※ has no note yet, and where its ※ stands.
    pub awaited: Option<(String, Vec<Span>)>,
    /// Whether what follows belongs to the note.
    pub active: bool,
    /// Whether （以上） has been passed.
    pub after_end: bool,
    notes: Vec<Note>,
    opinions: Vec<Opinion>,
    marks: Vec<Span>,
    chair: Option<Chair>,
}

/// Who sums up, as the note says.
struct Chair {
    role: String,
    /// The note's whole text, the evidence.
    at: Positions,
}

impl Detached {
    /// Whether a ※ note is the one that the summary waits for: it reports a summary, or it stands after the end.
    pub fn claims(&self, note: &str) -> bool {
        static SUMMARY: Pattern = Pattern::new("まとめ|総括|講評|座長|会長|委員長|部会長|議長");
        let marked = self.awaited.as_ref().is_some_and(|(_, mark)| !mark.is_empty());
        let told = || SUMMARY.is_match(note) && (marked || note.contains("まとめ") || note.contains("総括"));
        self.awaited.is_some() && !self.active && (marked && self.after_end || told())
    }

    /// Takes in the note itself.
    pub fn note(&mut self, element: &Element, ledger: &mut Ledger) {
        let passage = ledger.passage(&element.text);
        self.active = true;
        self.marks.extend(&element.marks);
        let role = chair(&passage.text);
        self.chair = role.map(|role| Chair { role, at: passage.spans.clone() });
        self.notes.push(Note { detached: true, ..Note::new(passage) });
    }

    /// Takes in one of its points.
    pub fn point(&mut self, element: &Element, end: &End, ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        let Some((id, _)) = &self.awaited else { return };
        let parts = Parts::of(element, end);
        if parts.text.is_empty() {
            return;
        }
        let mut own = Vec::new();
        let mut opinion = opinion::opinion(id.clone(), OpinionKind::Summary, &parts, ledger, &mut own);
        opinion.detached = true;
        match (&self.chair, &opinion.attribution) {
            (Some(chair), None) => opinion.attribution = Some(chair.attribution()),
            (Some(_) | None, _) => findings.extend(own),
        }
        self.opinions.push(opinion);
    }

    /// Gives note and points to the section that waited for them.
    pub fn deliver(self, sections: &mut [Section], ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        let Some((id, mark)) = self.awaited else { return };
        if self.notes.is_empty() && mark.is_empty() {
            return;
        }
        if self.notes.is_empty() {
            let text = Text::of(ledger.text(), &mark).as_str().to_owned();
            findings.push(Finding { kind: FindingKind::DanglingMark { text }, at: mark });
            return;
        }
        let marks = ledger.place(&self.marks);
        if let Some(section) = find(sections, &id) {
            section.notes.extend(self.notes);
            for mut opinion in self.opinions {
                // What stands with the section itself has been numbered before.
                opinion.id = format!("{id}/opinion-{}", section.opinions.len() + 1);
                section.opinions.push(opinion);
            }
            section.marks.0.extend(marks.0);
        }
    }
}

impl Chair {
    fn attribution(&self) -> Attribution {
        let evidence = Evidence { rule: Some("note.chair-summary".to_owned()), register: None, at: self.at.clone() };
        let party = Party {
            label: self.role.clone(),
            spans: Positions::default(),
            person: None,
            role: Some(self.role.clone()),
            organization: None,
            status: Status::Unknown,
            method: None,
            evidence: vec![evidence],
            candidates: Vec::new(),
            lines: None,
        };
        Attribution { label: self.role.clone(), parties: vec![party], basis: Some(crate::model::Basis::Inferred) }
    }
}

/// The role that the note names as its speaker: `座長により最後に次のようなまとめがあった。` → 座長.
fn chair(note: &str) -> Option<String> {
    static CHAIR: Pattern = Pattern::new(
        "(?:^|[、。])(?:最後に、?|なお、?)?(?<role>(?:副)?(?:座長|会長|委員長|部会長|議長|代表|幹事長|リーダー|所長|課長))(?:により|より|から|が|は|による)",
    );
    CHAIR.captures(note).map(|caught| caught.text("role").to_owned())
}

fn find<'s>(sections: &'s mut [Section], id: &str) -> Option<&'s mut Section> {
    for section in sections {
        if section.id == id {
            return Some(section);
        }
        if let Some(found) = find(&mut section.sections, id) {
            return Some(found);
        }
    }
    None
}

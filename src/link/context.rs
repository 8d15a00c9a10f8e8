//! What a document tells about its organizations before any label is resolved.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};

use rustc_hash::FxHashMap;

use super::defined::{self, Definition};
use super::fit::Fit;
use super::home::Home;
use super::names::Searched;
use super::own_names::Spelling;
use super::resolution::{Resolution, Spot};
use super::shape::Shape;
use crate::lexicon::lengths::Lengths;
use crate::lexicon::letters::Letters;
use crate::lexicon::municipalities::Municipalities;
use crate::lexicon::pair_set::PairSet;
use crate::lexicon::register::Register;
use crate::lexicon::variants;

/// A name that the document holds, in normal form.
#[derive(Debug, Clone, Copy)]
pub struct DocumentName<'a> {
    pub text: &'a str,
    pub standing: Standing,
}

/// Where a document names an organization; the order is that of authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A trailing bracket.
    Speaker,
    /// A column of organizations of a plan.
    Column,
    /// The attendee list.
    Attendee,
}

/// What the caller knows of a document when it asks for a label.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    pub title: &'a str,
    /// The region that the title names: `小田原`, `県央`.
    pub region: Option<&'a str>,
    /// The day of the meeting, `2017-01-30`: rows of the register that are not valid then are left out.
    pub date: Option<&'a str>,
    /// The names at all places where organizations stand, in order of appearance.
    pub names: &'a [DocumentName<'a>],
    /// Running text (opinions, contents, notes), in which longer forms may stand; searched only when a label asks for it.
    pub texts: &'a [&'a str],
    pub register: &'a Register,
}

/// A name of the document, taken apart once.
#[derive(Debug, Clone)]
pub(super) struct Listed<'a> {
    pub shape: Shape<'a>,
    pub key: Cow<'a, str>,
    /// Those of the key.
    pub letters: Letters,
    pub spot: Spot,
    pub standing: Option<Standing>,
}

/// What supports a label that is no name by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knowledge {
    /// The attendee list or a column has it.
    Standing,
    /// A row of the register that may be meant here.
    Register,
    /// A longer name in the document.
    LongerName,
}

/// [`Surroundings`] with what follows from them. One for each document.
#[derive(Debug)]
pub struct Context<'a> {
    pub(super) around: Surroundings<'a>,
    pub(super) home: Home,
    pub(super) listed: Vec<Listed<'a>>,
    /// Where a label, and where the names of a key, stand in `listed`.
    by_label: FxHashMap<&'a str, usize>,
    by_key: FxHashMap<Cow<'a, str>, Vec<usize>>,
    /// Those of `listed` who attend.
    attendees: Vec<usize>,
    pub(super) in_texts: OnceCell<Vec<Listed<'a>>>,
    own_lengths: OnceCell<Lengths>,
    beginnings: OnceCell<PairSet>,
    /// What was found in texts that were searched for longer forms: asked again for mentions.
    pub(super) searched_texts: OnceCell<FxHashMap<(usize, usize), Searched>>,
    /// Where the document's texts have words that are spelt in several ways.
    pub(super) spellings: OnceCell<Vec<Spelling>>,
    resolved: RefCell<FxHashMap<String, Resolution>>,
    /// What the document says of its short forms.
    definitions: OnceCell<Vec<Definition>>,
}

impl<'a> Context<'a> {
    pub fn new(around: Surroundings<'a>) -> Context<'a> {
        let mut listed: Vec<Listed<'a>> = Vec::new();
        let mut by_label: FxHashMap<&'a str, usize> = FxHashMap::default();
        let mut by_key: FxHashMap<Cow<'a, str>, Vec<usize>> = FxHashMap::default();
        for (index, name) in around.names.iter().enumerate() {
            let at = *by_label.entry(name.text).or_insert(listed.len());
            if let Some(known) = listed.get_mut(at) {
                known.standing = known.standing.max(Some(name.standing));
                continue;
            }
            let new = Listed::new(name.text, Spot::Name(index), Some(name.standing));
            by_key.entry(new.key.clone()).or_default().push(at);
            listed.push(new);
        }
        let shapes: Vec<Shape> = listed.iter().map(|name| name.shape.clone()).collect();
        let home = Home::of(around.title, around.region, &shapes);
        let attends = |at: &usize| listed[*at].standing == Some(Standing::Attendee);
        let attendees = (0..listed.len()).filter(attends).collect();
        Context {
            around,
            home,
            listed,
            by_label,
            by_key,
            attendees,
            in_texts: OnceCell::new(),
            own_lengths: OnceCell::new(),
            beginnings: OnceCell::new(),
            searched_texts: OnceCell::new(),
            spellings: OnceCell::new(),
            resolved: RefCell::default(),
            definitions: OnceCell::new(),
        }
    }

    /// What the document's texts say that its short forms mean.
    pub(super) fn definitions(&self) -> &[Definition] {
        self.definitions.get_or_init(|| defined::definitions(self.around.texts))
    }

    /// Where the document is at home, as far as it tells.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// Whether the attendee list, a column, the register or a longer name in the document supports this label: what
    /// [`judge`](super::judge::judge) asks as `known`. For labels that are no speaker by themselves: it searches the document.
    pub fn knows(&self, label: &str) -> bool {
        self.knowledge(label).is_some()
    }

    /// What supports a label; the first of these that does.
    pub fn knowledge(&self, label: &str) -> Option<Knowledge> {
        let has_row = || self.around.register.named(label).any(|(row, _)| self.fit(row) != Fit::Elsewhere);
        if self.has_standing(label) {
            Some(Knowledge::Standing)
        } else if has_row() {
            Some(Knowledge::Register)
        } else {
            super::resolve::is_supported(label, self).then_some(Knowledge::LongerName)
        }
    }

    /// Whom a label means (see [`resolve`](super::resolve::resolve)); each label is resolved once.
    pub fn resolve(&self, label: &str) -> Resolution {
        if let Some(known) = self.resolved.borrow().get(label) {
            return known.clone();
        }
        let resolution = super::resolve::resolve(label, self);
        self.resolved.borrow_mut().insert(label.to_owned(), resolution.clone());
        resolution
    }

    /// Whether the document has exactly this name at a place of organizations.
    pub(super) fn uses(&self, label: &str) -> bool {
        self.by_label.contains_key(label)
    }

    /// The pairs of characters, and the characters alone, with which any name may begin: the document's own, a government's,
    /// the register's.
    pub(super) fn beginnings(&self) -> &PairSet {
        self.beginnings.get_or_init(|| {
            let mut beginnings = self.own_lengths().pairs().clone();
            beginnings.unite(Municipalities::all().first_pairs());
            beginnings.unite(self.around.register.first_pairs());
            beginnings
        })
    }

    /// The first characters and lengths of the document's own names.
    fn own_lengths(&self) -> &Lengths {
        self.own_lengths.get_or_init(|| Lengths::of_prefixes(self.listed.iter().map(|name| name.shape.label)))
    }

    /// The length in bytes of the longest name of the document's own that `text` begins with.
    pub(super) fn own_name_at(&self, text: &str) -> Option<usize> {
        self.own_lengths().prefixes(text).find(|&end| self.uses(&text[..end]))
    }

    /// Whether the attendee list or a column has exactly this name.
    pub(super) fn has_standing(&self, label: &str) -> bool {
        self.by_label.get(label).is_some_and(|at| self.listed[*at].standing > Some(Standing::Speaker))
    }

    /// The names at places of organizations, in order.
    pub(super) fn listed(&self) -> &[Listed<'a>] {
        &self.listed
    }

    /// The names of those who attend, in order.
    pub(super) fn attendees(&self) -> impl Iterator<Item = &Listed<'a>> {
        self.attendees.iter().map(|at| &self.listed[*at])
    }

    /// The names at places of organizations that have this key, in order.
    pub(super) fn listed_as(&self, key: &str) -> impl Iterator<Item = &Listed<'a>> + Clone {
        self.by_key.get(key).into_iter().flatten().map(|at| &self.listed[*at])
    }
}

impl<'a> Listed<'a> {
    pub fn new(name: &'a str, spot: Spot, standing: Option<Standing>) -> Listed<'a> {
        let key = variants::key(name);
        Listed { shape: Shape::of(name), letters: Letters::of(&key), key, spot, standing }
    }
}

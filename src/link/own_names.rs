//! The names of a document itself: at places of organizations, and in its running text, which is searched only when a
//! label asks.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::{Context, Listed};
use super::names::{Name, Searched, search};
use super::resolution::Spot;
use super::shape::place_at_start;
use crate::lexicon::brackets::is_kanji;
use crate::lexicon::variants;

/// A document that names more organizations than any meeting has is a list of something else, or made to keep us busy.
const MOST_NAMES: usize = 4_000;

impl<'a> Context<'a> {
    /// Another spelling of the same name in this document, or of what follows its place: 障がい福祉課 beside 小田原市障害がい福祉課.
    pub fn other_spelling(&self, label: &str) -> Option<String> {
        let rest = &label[place_at_start(label).map_or(0, |place| place.written.len())..];
        if !variants::spellings().is_match(rest) {
            return None;
        }
        let key = variants::key(label);
        // Another spelling of the whole label is its variant, and is reported as that.
        let holds = |name: &String| {
            if self.has_too_many_names() {
                return false;
            }
            let listed = self.listed.iter().any(|known| known.shape.rest == name && known.key != key);
            listed || self.holds_respelt(name)
        };
        variants::respelt(rest).filter(|name| name.chars().nth(2).is_some()).find(holds)
    }

    /// Whether the running text holds a name, one with a word that is spelt in several ways, as a word.
    fn holds_respelt(&self, name: &str) -> bool {
        let Some(within) = variants::spellings().find(name) else { return false };
        let holds = |spot: &Spelling| {
            let text = self.around.texts[spot.text];
            let start = spot.at.checked_sub(within.start()).filter(|start| text.is_char_boundary(*start));
            start.and_then(|start| text[start..].strip_prefix(name)).is_some_and(|behind| !behind.starts_with(is_kanji))
        };
        self.spellings().iter().any(holds)
    }

    /// Where the running text has words that are spelt in several ways: 障がい, 子ども.
    fn spellings(&self) -> &[Spelling] {
        self.spellings.get_or_init(|| {
            let texts = self.around.texts.iter().enumerate();
            let found = texts.flat_map(|(text, content)| {
                variants::spellings().find_iter(content).map(move |found| Spelling { text, at: found.start() })
            });
            found.collect()
        })
    }

    /// All names of the document among which a longer form of a label is looked for: those at places of organizations
    /// first, then those of the running text.
    ///
    /// None where there are more than [`MOST_NAMES`]: each label would be compared with each name.
    pub(super) fn names(&self) -> impl Iterator<Item = &Listed<'a>> {
        let listed = if self.has_too_many_names() { &[][..] } else { &self.listed };
        let in_texts = if self.has_too_many_names() { &[][..] } else { self.in_texts() };
        listed.iter().chain(in_texts)
    }

    fn has_too_many_names(&self) -> bool {
        self.listed.len() > MOST_NAMES || self.in_texts().len() > MOST_NAMES
    }

    fn in_texts(&self) -> &[Listed<'a>] {
        self.in_texts.get_or_init(|| {
            let mut known: FxHashSet<&str> = self.listed.iter().map(|name| name.shape.label).collect();
            let mut found: Vec<Listed<'a>> = Vec::new();
            for (piece, text) in self.around.texts.iter().enumerate() {
                for Name { range, .. } in self.searched(text).names.iter().filter(|name| !name.bare) {
                    let name = &text[range.clone()];
                    if known.insert(name) {
                        found.push(Listed::new(name, Spot::Text { piece, range: range.clone() }, None));
                    }
                }
            }
            found
        })
    }

    /// What a text holds. Each of the document's texts is searched once, and known again by where it lies in memory.
    pub(super) fn searched(&self, text: &str) -> Cow<'_, Searched> {
        let place = |text: &str| (text.as_ptr() as usize, text.len());
        let search_all =
            || self.around.texts.iter().map(|text| (place(text), search(text, self.beginnings()))).collect();
        let searched: &FxHashMap<(usize, usize), Searched> = self.searched_texts.get_or_init(search_all);
        match searched.get(&place(text)) {
            Some(found) => Cow::Borrowed(found),
            None => Cow::Owned(search(text, self.beginnings())),
        }
    }
}

/// A place of a word with several spellings.
#[derive(Debug)]
pub(super) struct Spelling {
    /// Which of the document's texts.
    text: usize,
    /// In bytes of it.
    at: usize,
}

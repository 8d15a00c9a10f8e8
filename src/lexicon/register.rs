//! The register of organizations: the embedded rows and those of users' files, found by name.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use super::letters::Letters;
use super::municipalities::Municipality;
use super::pair_set::PairSet;
use super::register_error::RegisterError;
use super::register_file;
use super::variants;
use crate::lexicon::register_starts::{pair, starts};
use crate::link::shape::{Rows, place_at_start};
use crate::model::{Classification, Identifier};

/// One organization that somebody vouches for.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// `odawara-city-hospital`, `lg:142069`
    pub id: String,
    /// `小田原市立病院`
    pub name: String,
    /// `県立こども医療センター`, `こども医療`
    pub other_names: Vec<String>,
    pub classification: Classification,
    /// `神奈川`, `小田原`: a prefecture, a municipality or a region of the register's own; absent for the whole country.
    pub region: Option<String>,
    /// Id of another row, or of a municipality (`lg:142069`).
    pub parent: Option<String>,
    /// `2016`, `2016-04` or `2016-04-01`; compared as far as both are written.
    pub valid_from: Option<String>,
    pub valid_to: Option<String>,
    pub identifiers: Vec<Identifier>,
    /// Where a reader can check the row.
    pub source: Option<String>,
}

impl Row {
    /// Whether the organization exists on a day (`2017-01-30`); without a day always.
    pub fn is_valid(&self, date: Option<&str>) -> bool {
        let Some(date) = date else { return true };
        let begun = self.valid_from.as_deref().is_none_or(|from| from <= &date[..from.len().min(date.len())]);
        let goes_on = self.valid_to.as_deref().is_none_or(|to| to >= &date[..to.len().min(date.len())]);
        begun && goes_on
    }
}

/// What stands for the prefecture of a row that has none.
const ANYWHERE: &str = "";

/// By which of its names a row was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Name,
    OtherName,
}

/// Rows with an index by the key of their names (see [`variants::key`]).
#[derive(Debug, Default)]
pub struct Register {
    rows: Vec<Row>,
    /// Those of each row's name, by its key.
    letters: Vec<Letters>,
    by_id: FxHashMap<String, usize>,
    by_key: FxHashMap<String, Vec<(usize, By)>>,
    /// Indexes of rows by their prefecture and the two characters with which a short form of their name may begin.
    by_start: FxHashMap<(&'static str, char, char), Vec<usize>>,
    /// The places that each region of a row may be: asked of many rows for one label.
    places: FxHashMap<String, Rows>,
    /// The first two characters of all names.
    first_pairs: PairSet,
    /// For the first two characters of names, a bit for each length in characters.
    lengths: FxHashMap<(char, char), u64>,
}

static EMBEDDED: LazyLock<Arc<Register>> = LazyLock::new(|| {
    let rows = register_file::read_tsv("organizations.tsv", include_str!("organizations.tsv"))
        .expect("the embedded register is tested");
    Arc::new(Register::of(rows))
});

impl Register {
    /// The rows that come with the program.
    pub fn embedded() -> Arc<Register> {
        Arc::clone(&EMBEDDED)
    }

    /// The embedded rows and those of files, TSV or CSV. A row with the id of an earlier one replaces it.
    ///
    /// # Errors
    /// The file, line and column of the first cell that cannot be read.
    pub fn with_files<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Register, RegisterError> {
        let mut register = Register::of(EMBEDDED.rows.clone());
        for path in paths {
            let rows = register_file::read(path.as_ref())?;
            register.reserve(rows.len());
            rows.into_iter().for_each(|row| register.insert(row));
        }
        Ok(register)
    }

    /// A register of these rows only.
    pub fn of(rows: impl IntoIterator<Item = Row>) -> Register {
        let mut register = Register::default();
        rows.into_iter().for_each(|row| register.insert(row));
        register
    }

    fn reserve(&mut self, rows: usize) {
        self.rows.reserve(rows);
        self.letters.reserve(rows);
        self.by_id.reserve(rows);
        self.by_key.reserve(rows * 2);
    }

    /// Adds a row, or replaces the one with its id.
    pub fn insert(&mut self, row: Row) {
        let index = self.by_id.get(&row.id).copied().unwrap_or(self.rows.len());
        if let Some(old) = self.rows.get(index).cloned() {
            self.forget(&old, index);
        }
        if let Some(region) = row.region.as_ref().filter(|region| !self.places.contains_key(*region)) {
            let rows = place_at_start(region).map(|place| place.rows).unwrap_or_default();
            self.places.insert(region.clone(), rows);
        }
        self.remember(&row.name, index, By::Name);
        for start in self.starts_of(&row) {
            self.by_start.entry(start).or_default().push(index);
        }
        for other in &row.other_names {
            self.remember(other, index, By::OtherName);
        }
        self.by_id.insert(row.id.clone(), index);
        let letters = Letters::of(&variants::key(&row.name));
        if index < self.rows.len() {
            (self.rows[index], self.letters[index]) = (row, letters);
        } else {
            self.rows.push(row);
            self.letters.push(letters);
        }
    }

    fn remember(&mut self, name: &str, index: usize, by: By) {
        let found = self.by_key.entry(variants::key(name).into_owned()).or_default();
        if !found.iter().any(|&(known, _)| known == index) {
            found.push((index, by));
        }
        if let Some(pair) = pair(name) {
            let length = name.chars().count().min(63);
            *self.lengths.entry(pair).or_default() |= 1 << length;
            self.first_pairs.insert(pair.0, pair.1);
        }
    }

    /// The keys of a row in `by_start`.
    fn starts_of(&self, row: &Row) -> Vec<(&'static str, char, char)> {
        let mut prefectures: Vec<&'static str> =
            self.places(row.region.as_deref().unwrap_or_default()).iter().map(|place| place.prefecture()).collect();
        prefectures.dedup();
        if prefectures.is_empty() {
            prefectures.push(ANYWHERE);
        }
        let pairs = starts(&row.name).filter_map(pair);
        pairs
            .flat_map(|(one, two)| prefectures.iter().map(move |digits| (*digits, one, two)).collect::<Vec<_>>())
            .collect()
    }

    fn forget(&mut self, row: &Row, index: usize) {
        for name in std::iter::once(&row.name).chain(&row.other_names) {
            let key = variants::key(name);
            let empty = self.by_key.get_mut(&*key).is_some_and(|found| {
                found.retain(|&(known, _)| known != index);
                found.is_empty()
            });
            if empty {
                self.by_key.remove(&*key);
            }
        }
        for start in self.starts_of(row) {
            if let Some(rows) = self.by_start.get_mut(&start) {
                rows.retain(|&known| known != index);
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Every row, embedded ones first.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub fn by_id(&self, id: &str) -> Option<&Row> {
        self.by_id.get(id).map(|&index| &self.rows[index])
    }

    /// The pairs of characters with which names begin.
    pub fn first_pairs(&self) -> &PairSet {
        &self.first_pairs
    }

    /// The length in bytes of the longest name that `text` begins with, any spelling of the same length.
    ///
    /// An automaton over tens of thousands of names takes longer to build than a collection takes to read; this needs none.
    pub fn name_at(&self, text: &str) -> Option<usize> {
        let (first, second) = pair(text)?;
        if !self.first_pairs.may_have(first, second) {
            return None;
        }
        let lengths = *self.lengths.get(&(first, second))?;
        let longest = 63 - lengths.leading_zeros() as usize;
        let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(longest).collect();
        let (key, keys) = variants::key_with_ends(&text[..*ends.last()?]);
        let mut ends =
            (2..=ends.len()).rev().filter(|length| lengths >> length & 1 == 1).map(|length| ends[length - 1]);
        let known = |end: &usize| {
            let at = keys.binary_search_by_key(end, |(written, _)| *written).ok();
            at.is_some_and(|at| self.by_key.contains_key(&key[..keys[at].1]))
        };
        ends.find(known)
    }

    /// The municipalities and prefectures that a row's region may be; none for a region of another kind.
    pub fn places(&self, region: &str) -> &[&'static Municipality] {
        self.places.get(region).map_or(&[], |rows| rows)
    }

    /// The rows that bear this name in any spelling, with whether it is their name or another one.
    pub fn named(&self, name: &str) -> impl Iterator<Item = (&Row, By)> {
        self.by_key.get(&*variants::key(name)).into_iter().flatten().map(|&(index, by)| (&self.rows[index], by))
    }

    /// The rows of a prefecture (its two digits), or of no one prefecture, whose name, or what follows its place or its kind,
    /// begins as `short` does: 平塚みなと病院 for みなと. Each with the letters of its name.
    pub fn starting_like(
        &self,
        short: &str,
        prefecture: Option<&'static str>,
    ) -> impl Iterator<Item = (&Row, Letters)> {
        let keys = [prefecture, Some(ANYWHERE)].into_iter().flatten();
        let rows = keys.filter_map(move |digits| self.by_start.get(&pair(short).map(|(one, two)| (digits, one, two))?));
        rows.flatten().map(|&index| (&self.rows[index], self.letters[index]))
    }
}

#[cfg(test)]
#[path = "register_tests.rs"]
mod tests;

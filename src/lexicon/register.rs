//! The register of organizations: the embedded rows and those of users' files, found by name.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use super::abbreviations::{Kind, kind_at_start};
use super::char_set::CharSet;
use super::municipalities::Municipalities;
use super::register_error::RegisterError;
use super::register_file;
use super::variants;
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
    by_id: FxHashMap<String, usize>,
    by_key: FxHashMap<String, Vec<(usize, By)>>,
    /// Indexes of rows by the two characters with which a short form of their name may begin.
    by_start: FxHashMap<(char, char), Vec<usize>>,
    /// The first characters of all names.
    firsts: CharSet,
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
        self.by_id.reserve(rows);
        self.by_key.reserve(rows * 2);
    }

    /// Adds a row, or replaces the one with its id.
    pub fn insert(&mut self, row: Row) {
        let index = self.by_id.get(&row.id).copied().unwrap_or(self.rows.len());
        if let Some(old) = self.rows.get(index).cloned() {
            self.forget(&old, index);
        }
        self.remember(&row.name, index, By::Name);
        for other in &row.other_names {
            self.remember(other, index, By::OtherName);
        }
        self.by_id.insert(row.id.clone(), index);
        if index < self.rows.len() { self.rows[index] = row } else { self.rows.push(row) }
    }

    fn remember(&mut self, name: &str, index: usize, by: By) {
        let found = self.by_key.entry(variants::key(name)).or_default();
        if !found.iter().any(|&(known, _)| known == index) {
            found.push((index, by));
        }
        if let Some(pair) = pair(name) {
            let length = name.chars().count().min(63);
            *self.lengths.entry(pair).or_default() |= 1 << length;
            self.firsts.insert(pair.0);
        }
        for pair in starts(name).filter(|_| by == By::Name).filter_map(pair) {
            self.by_start.entry(pair).or_default().push(index);
        }
    }

    fn forget(&mut self, row: &Row, index: usize) {
        for name in std::iter::once(&row.name).chain(&row.other_names) {
            let key = variants::key(name);
            let empty = self.by_key.get_mut(&key).is_some_and(|found| {
                found.retain(|&(known, _)| known != index);
                found.is_empty()
            });
            if empty {
                self.by_key.remove(&key);
            }
            for pair in starts(name).filter_map(pair) {
                if let Some(rows) = self.by_start.get_mut(&pair) {
                    rows.retain(|&known| known != index);
                }
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

    /// Whether a name may begin with this character.
    #[inline]
    pub fn may_begin_with(&self, first: char) -> bool {
        self.firsts.may_have(first)
    }

    /// The length in bytes of the longest name that `text` begins with, any spelling of the same length.
    ///
    /// An automaton over tens of thousands of names takes longer to build than a collection takes to read; this needs none.
    pub fn name_at(&self, text: &str) -> Option<usize> {
        let lengths = *self.lengths.get(&pair(text)?)?;
        let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(63).collect();
        let mut ends =
            (2..=ends.len()).rev().filter(|length| lengths >> length & 1 == 1).map(|length| ends[length - 1]);
        ends.find(|&end| self.by_key.contains_key(&variants::key(&text[..end])))
    }

    /// The rows that bear this name in any spelling, with whether it is their name or another one.
    pub fn named(&self, name: &str) -> impl Iterator<Item = (&Row, By)> {
        self.by_key.get(&variants::key(name)).into_iter().flatten().map(|&(index, by)| (&self.rows[index], by))
    }

    /// The rows whose name, or what follows its place or its kind, begins as `short` does: 平塚みなと病院 for みなと.
    pub fn starting_like(&self, short: &str) -> impl Iterator<Item = &Row> {
        pair(short).and_then(|pair| self.by_start.get(&pair)).into_iter().flatten().map(|&index| &self.rows[index])
    }
}

fn pair(text: &str) -> Option<(char, char)> {
    let mut chars = text.chars();
    Some((chars.next()?, chars.next()?))
}

/// The ends of a name with which a short form may begin: all of it, and what follows its place, its 立 and a word for its kind.
fn starts(name: &str) -> impl Iterator<Item = &str> {
    let all = Municipalities::all();
    let place = all.name_at_start(name).or_else(|| all.core_at_start(name)).unwrap_or(0);
    let rest = &name[place..];
    let owned =
        rest.char_indices().take(3).find(|&(_, c)| c == '立').map_or(rest, |(at, c)| &rest[at + c.len_utf8()..]);
    let kind = kind_at_start(owned).filter(|(_, kind)| *kind != Kind::Filler).map_or(0, |(length, _)| length);
    let starts = [name, rest, owned, &owned[kind..]];
    (0..starts.len()).filter(move |&at| !starts[..at].contains(&starts[at])).map(move |at| starts[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_by_each_of_its_names_and_spellings() {
        let register = Register::embedded();
        let ids = |name: &str| register.named(name).map(|(row, by)| (row.id.as_str(), by)).collect::<Vec<_>>();
        assert_eq!(ids("小田原市立病院"), [("odawara-city-hospital", By::Name)]);
        assert_eq!(ids("こども医療"), [("kanagawa-kcmc", By::OtherName)]);
        assert_eq!(ids("東海大学医学部附属病院"), [("tokai-university-hospital", By::Name)]);
        assert_eq!(ids("リハセンター").len(), 2);
        assert_eq!(ids("ほうあんふじ"), []);
    }

    #[test]
    fn a_later_row_with_the_same_id_replaces_the_earlier() {
        let mut register = Register::of(Register::embedded().rows().to_vec());
        let renamed = Row {
            name: "小田原総合病院".into(),
            ..register.by_id("odawara-city-hospital").expect("embedded").clone()
        };
        register.insert(renamed);
        assert_eq!(register.named("小田原市立病院").count(), 0);
        assert_eq!(register.named("小田原総合病院").count(), 1);
        assert_eq!(register.len(), Register::embedded().len());
    }

    #[test]
    fn the_longest_name_at_a_place_is_found() {
        let register = Register::embedded();
        let text = "こども医療センターと北里大学東病院";
        assert_eq!(register.name_at(text), Some("こども医療センター".len()));
        assert_eq!(register.name_at(&text[3..]), None);
    }

    #[test]
    fn a_row_is_valid_between_its_dates() {
        let row = Row {
            valid_from: Some("2016-04".into()),
            valid_to: Some("2019".into()),
            ..Register::embedded().rows()[0].clone()
        };
        for (date, valid) in [("2016-03-31", false), ("2016-04-01", true), ("2019-12-31", true), ("2020-01-01", false)]
        {
            assert_eq!(row.is_valid(Some(date)), valid, "{date}");
        }
        assert!(row.is_valid(None));
    }
}

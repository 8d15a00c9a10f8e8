//! `giji.toml`: the settings of a collection.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use globset::{Glob, GlobBuilder, GlobMatcher, GlobSet, GlobSetBuilder};
use serde::Deserialize;

use super::error::IngestError;
use crate::encoding::Encoding;
use crate::options::TypeHint;

/// The settings as a person writes them; every key may be left out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Which files are taken: globs below each folder.
    pub include: Vec<String>,
    /// Which of them are left out.
    pub exclude: Vec<String>,
    /// Registers of organizations, relative to this file.
    pub registers: Vec<PathBuf>,
    /// The corrections, relative to this file; `corrections.toml` beside it where absent.
    pub corrections: Option<PathBuf>,
    /// Whether CSV files begin with a byte order mark, for Excel.
    pub excel: bool,
    /// Whether documents are written without white space.
    pub compact: bool,
    /// The largest file that is read.
    pub max_bytes: u64,
    /// What a person knows of some files.
    pub files: Vec<Override>,
    /// The file these were read from.
    #[serde(skip)]
    pub path: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            include: vec!["**/*.txt".to_owned()],
            exclude: Vec::new(),
            registers: Vec::new(),
            corrections: None,
            excel: false,
            compact: false,
            max_bytes: 16 << 20,
            files: Vec::new(),
            path: None,
        }
    }
}

/// What a person knows of the files that match.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// Glob over paths below the folder: `odawara/**`.
    pub r#match: String,
    /// Their encoding.
    #[serde(default)]
    pub encoding: Option<String>,
    /// Their type: `minutes`, `plan`.
    #[serde(default)]
    pub r#type: Option<String>,
    /// Their region, where the document does not say it: for tables and links, and to tell whom 県 or 市立病院 means.
    #[serde(default)]
    pub region: Option<String>,
}

impl Settings {
    /// The settings of these folders: the file that is named, else the one `giji.toml` that stands in them.
    ///
    /// # Errors
    /// A file that cannot be read or makes no sense, or two files.
    pub fn load(named: Option<&Path>, folders: &[PathBuf]) -> Result<Self, IngestError> {
        if let Some(path) = named {
            return Self::read(path);
        }
        let mut seen = HashSet::new();
        let paths = folders.iter().map(|folder| folder.join("giji.toml")).filter(|path| path.is_file());
        // A folder may be given twice.
        let mut found = paths.filter(|path| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())));
        match (found.next(), found.next()) {
            (None, _) => Ok(Self::default()),
            (Some(path), None) => Self::read(&path),
            (Some(first), Some(second)) => Err(IngestError::TwoSettings { first, second }),
        }
    }

    fn read(path: &Path) -> Result<Self, IngestError> {
        let text = fs::read_to_string(path).map_err(IngestError::settings(path))?;
        let wrong = |message: String| IngestError::Settings { path: path.to_owned(), message };
        let mut settings: Self = toml::from_str(&text).map_err(|cause| wrong(cause.to_string()))?;
        settings.path = Some(path.to_owned());
        settings.rules().map_err(wrong)?;
        Ok(settings)
    }

    /// A path in this file is relative to it.
    #[must_use]
    pub fn beside(&self, path: &Path) -> PathBuf {
        let folder = self.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        folder.join(path)
    }

    /// The settings ready for use; the message says what makes no sense.
    pub(super) fn rules(&self) -> Result<Rules, String> {
        let overrides = self.files.iter().map(Rule::new).collect::<Result<_, _>>()?;
        Ok(Rules { include: globs(&self.include)?, exclude: globs(&self.exclude)?, overrides })
    }
}

/// Settings with their globs compiled.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    include: GlobSet,
    exclude: GlobSet,
    overrides: Vec<Rule>,
}

#[derive(Clone, Debug)]
struct Rule {
    matcher: GlobMatcher,
    known: Known,
}

/// What is known of one file beforehand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Known {
    pub encoding: Option<Encoding>,
    pub r#type: Option<TypeHint>,
    pub region: Option<String>,
}

impl Rules {
    /// Whether the file at this path below its folder belongs to the collection.
    pub fn takes(&self, path: &str) -> bool {
        self.include.is_match(path) && !self.exclude.is_match(path)
    }

    /// What is known of a file; a later rule goes before an earlier one.
    pub fn known(&self, path: &str) -> Known {
        let matching = self.overrides.iter().filter(|rule| rule.matcher.is_match(path));
        matching.fold(Known::default(), |known, rule| Known {
            encoding: rule.known.encoding.or(known.encoding),
            r#type: rule.known.r#type.or(known.r#type),
            region: rule.known.region.clone().or(known.region),
        })
    }
}

impl Rule {
    fn new(written: &Override) -> Result<Self, String> {
        let encoding = match &written.encoding {
            Some(name) => Some(name.parse::<Encoding>().map_err(|cause| cause.message(crate::Lang::En))?),
            None => None,
        };
        let r#type = match written.r#type.as_deref() {
            None => None,
            Some("minutes") => Some(TypeHint::Minutes),
            Some("plan") => Some(TypeHint::Plan),
            Some(other) => return Err(format!("type = \"{other}\" is neither minutes nor plan")),
        };
        let known = Known { encoding, r#type, region: written.region.clone() };
        Ok(Self { matcher: glob(&written.r#match)?.compile_matcher(), known })
    }
}

pub(crate) fn glob(pattern: &str) -> Result<Glob, String> {
    GlobBuilder::new(pattern).literal_separator(true).build().map_err(|cause| cause.to_string())
}

fn globs(patterns: &[String]) -> Result<GlobSet, String> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(glob(pattern)?);
    }
    set.build().map_err(|cause| cause.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_rule_goes_before_an_earlier_one() {
        let text = "[[files]]\nmatch = \"**\"\nregion = \"県央\"\nencoding = \"cp932\"\n[[files]]\nmatch = \"odawara/*\"\nregion = \"小田原\"\n";
        let rules = toml::from_str::<Settings>(text).unwrap().rules().unwrap();
        let known = rules.known("odawara/a.txt");
        assert_eq!((known.region.as_deref(), known.encoding), (Some("小田原"), Some(Encoding::Cp932)));
        assert_eq!(rules.known("b.txt").region.as_deref(), Some("県央"));
        assert!(rules.takes("深い/所/第１回.txt") && !rules.takes("a.pdf"));
    }

    #[test]
    fn an_unknown_key_is_refused() {
        assert!(toml::from_str::<Settings>("regoin = \"x\"").is_err());
    }
}

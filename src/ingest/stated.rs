//! An encoding that `giji.toml` states, held against the bytes: a wrong one turns a good document into noise.

use serde::Serialize;

use crate::decode::decode;
use crate::encoding::Encoding;
use crate::lang::Lang;
use crate::source::Source;

/// A file that reads worse as stated than as what it seems to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DoubtfulEncoding {
    /// The source: `minutes/odawara/a.txt`.
    pub path: String,
    /// What the settings say: `cp932`.
    pub stated: String,
    /// As what it reads without noise: `utf-8`.
    pub likely: String,
}

impl DoubtfulEncoding {
    /// Nothing where the stated encoding reads the bytes, or where no other one reads them better.
    pub(super) fn of(path: &str, bytes: &[u8], stated: Encoding) -> Option<Self> {
        let (as_stated, _) = decode(bytes, path, Some(stated)).ok()?;
        if is_clean(&as_stated) {
            return None;
        }
        let (as_found, _) = decode(bytes, path, None).ok()?;
        let better = as_found.encoding != as_stated.encoding && is_clean(&as_found);
        let name = |encoding: Encoding| encoding.name().to_owned();
        better.then(|| Self { path: path.to_owned(), stated: name(stated), likely: name(as_found.encoding) })
    }

    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let Self { path, stated, likely } = self;
        match lang {
            Lang::En => format!(
                "{path}: warning: parts of it cannot be read as {stated}, which the settings state; as {likely} all of it can: correct encoding in giji.toml"
            ),
            Lang::Ja => format!(
                "{path}: 警告: 設定の文字コード {stated} では読めない部分があります。{likely} ならすべて読めます。giji.toml の encoding を確かめてください"
            ),
        }
    }
}

/// Whether nothing was unreadable, and no character stands there that wrong decoding makes: gaiji, control characters.
fn is_clean(source: &Source) -> bool {
    let noise = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}');
    source.undecodable == 0 && source.private_use().is_empty() && !source.text.chars().any(noise)
}

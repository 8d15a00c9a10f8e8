//! The text as patterns read it: unusual signs made the usual ones that they stand for, every byte offset unchanged.
//!
//! Patterns name ordinary characters, `日時：`, `・窓口を…`, `会長：…`. What authors and their programs write instead is
//! made ordinary here, before any stage asks; leaves of the output are made of the source as it is written.
//!
//! | file | makes ordinary |
//! |---|---|
//! | `signs` | characters that stand for another one wherever they stand: `⽇時` → `日時`, `場所︓` → `場所：` |
//! | `bullets` | marks that this document alone puts before its lines: `▷窓口を…`, `ð 窓口を…` |
//! | `labels` | numbers in one character, of which this document has one series: `㋐相談`, `⒈研修` |
//! | `heads` | signs that this document alone puts behind names and fields: `会長＞…`, `場所→…` |

mod bullets;
mod heads;
mod labels;
mod signs;

use std::borrow::Cow;

use crate::line::Line;

pub(crate) use signs::stands_for_another;

/// A character to be read as another one that takes as many bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct StandIn {
    at: usize,
    read_as: char,
}

/// The text for patterns; as it is written where every character is an ordinary one.
pub(crate) fn plain<'s>(text: &'s str, lines: &[Line]) -> Cow<'s, str> {
    let text = read_as(text.into(), signs::stand_ins(text, lines));
    let mut openers = bullets::stand_ins(&text, lines);
    openers.extend(labels::stand_ins(&text, lines));
    let text = read_as(text, openers);
    let heads = heads::stand_ins(&text, lines);
    read_as(text, heads)
}

/// The text with these characters read as others; those that would move what follows stay as they are.
fn read_as(text: Cow<'_, str>, mut stand_ins: Vec<StandIn>) -> Cow<'_, str> {
    if stand_ins.is_empty() {
        return text;
    }
    stand_ins.sort_by_key(|found| found.at);
    let mut plain = String::with_capacity(text.len());
    let mut from = 0;
    for StandIn { at, read_as } in stand_ins {
        let length = read_as.len_utf8();
        if at >= from && text[at..].chars().next().is_some_and(|c| c.len_utf8() == length) {
            plain.push_str(&text[from..at]);
            plain.push(read_as);
            from = at + length;
        }
    }
    plain.push_str(&text[from..]);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::Encoding;
    use crate::normalize::normalize;
    use crate::source::Source;

    /// What patterns read of a text.
    pub(super) fn plain_of(text: &str) -> String {
        let lines = normalize(&Source::new("t", text.into(), Encoding::Utf8, text.len(), 0));
        plain(text, &lines).into_owned()
    }

    #[test]
    fn no_byte_moves() {
        for text in [
            "⽇時︓令和３年\n▷窓口を\n▷研修を\n▷夜間の\n",
            "Ø 窓口を\nØ 研修を\nØ 夜間の\n",
            "🔵窓口\n🔵研修\n🔵夜間\n",
        ] {
            let plain = plain_of(text);
            let ends = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
            assert_eq!(ends(&plain), ends(text), "{text}");
        }
    }

    #[test]
    fn an_ordinary_text_is_not_copied() {
        let text = "１　日時：令和３年６月10日（木）\n・窓口を一つにする。（みどり市）\n○会長　では\n";
        let lines = normalize(&Source::new("t", text.into(), Encoding::Utf8, text.len(), 0));
        assert!(matches!(plain(text, &lines), Cow::Borrowed(_)));
    }
}

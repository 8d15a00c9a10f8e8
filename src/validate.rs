//! Stage: findings about the whole.

use crate::finding::{Finding, FindingKind};
use crate::source::{Source, Undecodable};
use crate::span::Span;

/// Bytes that could not be read and characters that only their author could.
pub(crate) fn doubtful_characters(source: &Source, undecodable: &[Undecodable]) -> Vec<Finding> {
    let bad = undecodable.iter().map(|run| Finding {
        kind: FindingKind::UndecodableBytes { byte_offset: run.byte_offset, length: run.length, line: run.line },
        at: vec![Span::new(run.at, run.at + run.replacements * '\u{fffd}'.len_utf8())],
    });
    let private = source.private_use().into_iter().map(|run| Finding {
        at: vec![Span::new(run.at, run.at + run.characters.len())],
        kind: FindingKind::PrivateUseCharacter { text: run.characters },
    });
    bad.chain(private).collect()
}

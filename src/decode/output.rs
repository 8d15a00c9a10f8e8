//! `Output`: the text that a decoder writes, and the list of what it could not read.

use memchr::memchr2_iter;

use super::MAX_LISTED;
use crate::source::Undecodable;

/// What could not be read: the first runs, and how much there is in all.
#[derive(Default)]
pub(super) struct Bad {
    pub listed: Vec<Undecodable>,
    pub total: usize,
    /// How many bytes they have.
    pub bytes: usize,
}

/// A text in the making.
pub(super) struct Output {
    text: String,
    bad: Bad,
    /// The file's offset of the first byte after the BOM.
    base: usize,
    /// Where the last malformed run ended: in the decoded bytes, in the text.
    last_end: Option<(usize, usize)>,
    /// The line of `counted_to`, and how far line ends were counted: a text
    /// that is damaged everywhere must not be counted from its start each time.
    line: usize,
    counted_to: usize,
}

impl Output {
    pub(super) fn new(bytes: usize, base: usize) -> Self {
        // Two bytes of a legacy encoding or UTF-16 are three in UTF-8.
        let text = String::with_capacity(bytes + bytes / 2 + 16);
        Self { text, bad: Bad::default(), base, last_end: None, line: 1, counted_to: 0 }
    }

    pub(super) fn push(&mut self, c: char) {
        self.text.push(c);
    }

    pub(super) fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Writes one U+FFFD for the `length` bytes at `offset` (after the BOM).
    pub(super) fn push_malformed(&mut self, offset: usize, length: usize) {
        self.bad.bytes += length;
        let at = self.text.len();
        self.text.push(char::REPLACEMENT_CHARACTER);
        let adjoins = self.last_end == Some((offset, at));
        self.last_end = Some((offset + length, self.text.len()));
        if adjoins {
            // The run may have been counted without being listed.
            if self.bad.total == self.bad.listed.len()
                && let Some(run) = self.bad.listed.last_mut()
            {
                run.length += length;
                run.replacements += 1;
            }
            return;
        }
        self.bad.total += 1;
        if self.bad.listed.len() < MAX_LISTED {
            let line = self.line_at(at);
            let byte_offset = self.base + offset;
            self.bad.listed.push(Undecodable { byte_offset, length, at, replacements: 1, line });
        }
    }

    pub(super) fn finish(self) -> (String, Bad) {
        (self.text, self.bad)
    }

    /// The line of the byte `at`, at which a U+FFFD has just been written.
    fn line_at(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let new = &bytes[self.counted_to..at];
        for end in memchr2_iter(b'\n', b'\r', new).map(|end| self.counted_to + end) {
            // `at` holds a U+FFFD, so the byte after a line end is there to look at.
            if bytes[end] == b'\n' || bytes[end + 1] != b'\n' {
                self.line += 1;
            }
        }
        self.counted_to = at;
        self.line
    }
}

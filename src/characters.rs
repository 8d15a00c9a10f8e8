//! Between positions and the text: code points and bytes.

/// How many code points lie between two entries of the index.
const STEP: usize = 256;

/// Finds the byte at which a code point of a text begins, so that a position of the output can slice a `&str`; and the
/// way back.
///
/// ```
/// let text = "①議題";
/// let characters = giji::Characters::new(text);
/// let [start, end] = [1, 3];
/// assert_eq!(&text[characters.byte(start)..characters.byte(end)], "議題");
/// ```
#[derive(Clone, Debug)]
pub struct Characters<'t> {
    text: &'t str,
    /// The byte at which code point `STEP * n` begins.
    bytes: Vec<usize>,
}

impl<'t> Characters<'t> {
    /// Indexes a text: one entry for each 256 characters.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, bytes: text.char_indices().step_by(STEP).map(|(byte, _)| byte).collect() }
    }

    /// The byte at which this code point begins; the text's length where there are not so many.
    #[must_use]
    pub fn byte(&self, character: usize) -> usize {
        let Some(&start) = self.bytes.get(character / STEP) else { return self.text.len() };
        let rest = &self.text[start..];
        rest.char_indices().nth(character % STEP).map_or(self.text.len(), |(byte, _)| start + byte)
    }

    /// How many code points stand before this byte, which must be on a character boundary.
    #[must_use]
    pub fn character(&self, byte: usize) -> usize {
        let step = self.bytes.partition_point(|start| *start <= byte).saturating_sub(1);
        let start = self.bytes.get(step).copied().unwrap_or(0);
        step * STEP + self.text[start..byte].chars().count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_a_long_text_is_found() {
        let text = "①a議\n".repeat(200);
        let characters = Characters::new(&text);
        for (at, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!((characters.byte(at), characters.character(byte)), (byte, at));
        }
        assert_eq!((characters.byte(800), characters.character(text.len())), (text.len(), 800));
        assert_eq!(characters.byte(9_999), text.len());
        assert_eq!((Characters::new("").byte(0), Characters::new("").character(0)), (0, 0));
    }
}

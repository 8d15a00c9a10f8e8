//! Whether a character is one of a few: one bit for most that are not, whatever the number of characters.

/// A fixed set of characters, written as a text.
pub struct OneOf {
    characters: &'static str,
    /// A bit for the low ten bits of each character.
    low: [u64; 16],
}

impl OneOf {
    pub const fn new(characters: &'static str) -> Self {
        let bytes = characters.as_bytes();
        let mut low = [0; 16];
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] & 0xc0 != 0x80 {
                let bit = first_char(bytes, at) & 0x3ff;
                low[(bit >> 6) as usize] |= 1 << (bit & 63);
            }
            at += 1;
        }
        Self { characters, low }
    }

    pub const fn is_empty(&self) -> bool {
        self.characters.is_empty()
    }

    #[inline]
    pub fn has(&self, c: char) -> bool {
        let bit = c as usize & 0x3ff;
        self.low[bit >> 6] >> (bit & 63) & 1 == 1 && self.characters.chars().any(|own| own == c)
    }
}

/// The scalar value of the character that begins at a byte of UTF-8.
const fn first_char(bytes: &[u8], at: usize) -> u32 {
    let first = bytes[at] as u32;
    if first < 0x80 {
        return first;
    }
    let (mut value, length) = match first {
        0..0xe0 => (first & 0x1f, 2),
        0xe0..0xf0 => (first & 0x0f, 3),
        _ => (first & 0x07, 4),
    };
    let mut next = 1;
    while next < length {
        value = value << 6 | bytes[at + next] as u32 & 0x3f;
        next += 1;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::OneOf;

    #[test]
    fn members_are_found_and_others_are_not() {
        static SIGNS: OneOf = OneOf::new("（(【é𠮷");
        assert!("（(【é𠮷".chars().all(|c| SIGNS.has(c)));
        // 䀨 has the low bits of (.
        assert!("）)a䀨𠮸".chars().all(|c| !SIGNS.has(c)));
    }
}

//! Words of two characters for the full-text index.

/// Every pair of neighbouring letters, once, separated by spaces: `在宅医療` → `在宅 宅医 医療`.
///
/// SQLite's own trigram tokeniser finds words of three characters and more; Japanese lives on words of two.
#[must_use]
pub fn bigrams(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let pairs = letters.windows(2).filter(|pair| pair.iter().all(|c| c.is_alphanumeric()));
    let mut pairs: Vec<(char, char)> = pairs.map(|pair| (pair[0], pair[1])).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let mut out = String::with_capacity(pairs.len() * 7);
    for (first, second) in pairs {
        out.push(first);
        out.push(second);
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_do_not_reach_over_punctuation() {
        assert_eq!(bigrams("在宅、医療"), "医療 在宅 ");
        assert_eq!(bigrams("ああああ"), "ああ ");
        assert_eq!(bigrams("市"), "");
    }
}

//! Random choices that are the same on every machine: splitmix64.

/// A stream of numbers from one seed. The same seed gives the same document for ever.
pub struct Rng(u64);

impl Rng {
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66_D1CE_B00C);
        rng.next();
        rng
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number of `low..=high`.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + (self.next() % (high - low + 1) as u64) as usize
    }

    /// True in `percent` of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.between(1, 100) <= percent
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.between(0, from.len() - 1)]
    }

    /// A word of `first` in `percent` of a hundred cases, else of `second`.
    pub fn mixed<'a>(&mut self, percent: usize, first: &[&'a str], second: &[&'a str]) -> &'a str {
        let list = if self.chance(percent) { first } else { second };
        self.word(list)
    }

    pub fn word<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.between(0, from.len() - 1)]
    }

    /// One of the choices, each as often as its weight says.
    pub fn weighted<T: Copy>(&mut self, from: &[(usize, T)]) -> T {
        let total: usize = from.iter().map(|(weight, _)| weight).sum();
        let mut at = self.between(1, total);
        for (weight, choice) in from {
            if at <= *weight {
                return *choice;
            }
            at -= weight;
        }
        from[0].1
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.between(0, i));
        }
    }

    /// `count` different ones, in the order in which they stand.
    pub fn sample<T: Clone>(&mut self, from: &[T], count: usize) -> Vec<T> {
        let mut places: Vec<usize> = (0..from.len()).collect();
        self.shuffle(&mut places);
        places.truncate(count);
        places.sort_unstable();
        places.into_iter().map(|i| from[i].clone()).collect()
    }
}

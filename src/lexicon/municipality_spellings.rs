//! How others than the table spell the names of municipalities: 茅ヶ崎市, 茅ケ崎市, 茅が崎市.

use std::borrow::Cow;

use super::municipalities::Municipality;

/// The name as the table writes it, and as others do: 茅ヶ崎市, 茅ケ崎市, 茅が崎市; 龍ケ崎市, 竜ヶ崎市.
pub(super) fn spellings(name: &'static str) -> Vec<Cow<'static, str>> {
    const ALIKE: &[(&[char], &[&str])] = &[
        (&['ヶ', 'ケ'], &["ヶ", "ケ", "が"]),
        (&['龍'], &["龍", "竜"]),
        (&['竈'], &["竈", "釜"]),
        (&['檜'], &["檜", "桧"]),
    ];
    let mut spellings = vec![Cow::Borrowed(name)];
    for (written, others) in ALIKE.iter().filter(|(written, _)| name.contains(*written)) {
        let spelt = spellings
            .iter()
            .flat_map(|spelling| others.iter().map(|other| Cow::Owned(spelling.replace(*written, other))));
        let more: Vec<_> = spelt.filter(|spelling| !spellings.contains(spelling)).collect();
        spellings.extend(more);
    }
    spellings
}

/// The core in a row's own spelling or in another one: 茅が崎 of 茅が崎市.
pub(super) fn core_of(spelling: &str, row: &Municipality) -> Cow<'static, str> {
    if spelling == row.name {
        return Cow::Borrowed(row.core());
    }
    let kind = &row.name[row.core().len()..];
    Cow::Owned(spelling.strip_suffix(kind).unwrap_or(spelling).to_owned())
}

//! Prefectures, municipalities and wards with their codes.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::lengths::Lengths;
use super::municipality_spellings::{core_of, spellings};
use super::pair_set::PairSet;
use super::table::rows;

/// One row of `municipalities.tsv`: `142018 横須賀市`.
#[derive(Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Six digits with the check digit: `142018`.
    pub code: &'static str,
    /// `横須賀市`, `神奈川県`, `青葉区`.
    pub name: &'static str,
    /// For a ward of a designated city, the city's code.
    pub ward_of: Option<&'static str>,
}

impl Municipality {
    /// The first two digits, which all rows of one prefecture share.
    pub fn prefecture(&self) -> &'static str {
        &self.code[..2]
    }

    pub fn is_prefecture(&self) -> bool {
        self.code[2..].starts_with("000")
    }

    pub fn is_ward(&self) -> bool {
        self.ward_of.is_some()
    }

    /// The name without 市, 町, 県 …: `横須賀`; 北海道 has none.
    pub fn core(&self) -> &'static str {
        match self.name.char_indices().next_back() {
            Some((last, _)) if self.name != "北海道" => &self.name[..last],
            Some(_) | None => self.name,
        }
    }

    /// The id in the output: `lg:142018`.
    pub fn id(&self) -> String {
        format!("lg:{}", self.code)
    }
}

/// Words that are the core of some municipality but mostly mean something else: 中央 (中央市), 本部 (本部町), 小林 (小林市).
const COMMON_CORES: &[&str] = &[
    "中央",
    "南部",
    "本部",
    "昭和",
    "朝日",
    "平和",
    "大空",
    "高原",
    "共和",
    "東北",
    "九州",
    "四国",
    "小林",
    "中川",
    "山田",
    "池田",
    "清水",
    "高森",
    "吉田",
    "松田",
    "東部",
    "西部",
    "北部",
    "新富",
    "金山",
    "大野",
    "福島町",
    "石川町",
    "中井",
    "寒川町",
    "大井",
    "美里",
    "美郷",
    "太子",
    "坂井",
    "木村",
];

/// All rows, found by full name and by core.
pub struct Municipalities {
    rows: &'static [Municipality],
    names: FxHashMap<Cow<'static, str>, Vec<&'static Municipality>>,
    cores: FxHashMap<Cow<'static, str>, Vec<&'static Municipality>>,
    name_lengths: Lengths,
    core_lengths: Lengths,
}

static ALL: LazyLock<Municipalities> = LazyLock::new(Municipalities::load);

impl Municipalities {
    /// The table, read at first use.
    pub fn all() -> &'static Municipalities {
        &ALL
    }

    fn load() -> Municipalities {
        let rows: Vec<Municipality> = rows::<3>(include_str!("municipalities.tsv"))
            .map(|[code, name, ward_of]| Municipality {
                code,
                name,
                ward_of: Some(ward_of).filter(|code| !code.is_empty()),
            })
            .collect();
        // The table lives as long as the program, and what points to its rows too.
        let rows: &'static [Municipality] = rows.leak();
        let mut names: FxHashMap<_, Vec<_>> = FxHashMap::with_capacity_and_hasher(rows.len(), FxBuildHasher);
        let mut cores: FxHashMap<_, Vec<_>> = FxHashMap::with_capacity_and_hasher(rows.len(), FxBuildHasher);
        for row in rows {
            let is_core = !row.is_ward() && row.core().chars().nth(1).is_some();
            for spelling in spellings(row.name) {
                if is_core {
                    cores.entry(core_of(&spelling, row)).or_default().push(row);
                }
                names.entry(spelling).or_default().push(row);
            }
        }
        COMMON_CORES.iter().for_each(|core| drop(cores.remove(*core)));
        let name_lengths = Lengths::of_prefixes(names.keys().map(|name: &Cow<str>| name.as_ref()));
        let core_lengths = Lengths::of_prefixes(cores.keys().map(|core: &Cow<str>| core.as_ref()));
        Municipalities { rows, names, cores, name_lengths, core_lengths }
    }

    /// All that are called so: 府中市 gives two.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &'static Municipality> {
        self.all_named(name).iter().copied()
    }

    /// The same as a list.
    pub fn all_named(&self, name: &str) -> &[&'static Municipality] {
        self.names.get(name).map_or(&[], Vec::as_slice)
    }

    /// All whose name without its last character is `core`: 小田原 gives 小田原市, 府中 gives two cities.
    pub fn with_core(&self, core: &str) -> &[&'static Municipality] {
        self.cores.get(core).map_or(&[], Vec::as_slice)
    }

    /// The row with this code, with or without `lg:`.
    pub fn by_code(&self, code: &str) -> Option<&'static Municipality> {
        let code = code.strip_prefix("lg:").unwrap_or(code);
        self.rows.binary_search_by_key(&code, |row| row.code).ok().map(|index| &self.rows[index])
    }

    /// The prefecture with these two digits.
    pub fn prefecture(&self, digits: &str) -> Option<&'static Municipality> {
        let first = self.rows.partition_point(|row| row.prefecture() < digits);
        self.rows.get(first).filter(|row| row.is_prefecture() && row.prefecture() == digits)
    }

    /// All rows of the prefecture with these two digits, itself first.
    pub fn in_prefecture(&self, digits: &str) -> &'static [Municipality] {
        let start = self.rows.partition_point(|row| row.prefecture() < digits);
        let end = self.rows.partition_point(|row| row.prefecture() <= digits);
        &self.rows[start..end]
    }

    /// The pairs of characters with which a full name may begin.
    pub fn first_pairs(&self) -> &PairSet {
        self.name_lengths.pairs()
    }

    /// The length in bytes of the longest full name that `text` begins with: `横須賀市健康づくり課` → that of 横須賀市.
    pub fn name_at_start(&self, text: &str) -> Option<usize> {
        self.name_lengths.prefixes(text).find(|&end| self.names.contains_key(&text[..end]))
    }

    /// The length in bytes of the longest core that `text` begins with: `小田原養護` → that of 小田原.
    pub fn core_at_start(&self, text: &str) -> Option<usize> {
        self.core_lengths.prefixes(text).find(|&end| self.cores.contains_key(&text[..end]))
    }

    /// Every row, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = &'static Municipality> {
        self.rows.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_order_and_carry_a_right_check_digit() {
        let rows = Municipalities::all().rows;
        assert!(rows.is_sorted_by_key(|row| row.code));
        for row in rows {
            let digits: Vec<u32> = row.code.chars().filter_map(|c| c.to_digit(10)).collect();
            let sum: u32 = digits.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
            let check = if sum < 11 { 11 - sum } else { (11 - sum % 11) % 10 };
            assert_eq!(digits[5], check, "{row:?}");
        }
    }

    #[test]
    fn a_name_is_found_with_all_that_share_it() {
        let all = Municipalities::all();
        assert_eq!(all.named("横須賀市").map(|m| m.code).collect::<Vec<_>>(), ["142018"]);
        assert_eq!(all.named("府中市").map(|m| m.code).collect::<Vec<_>>(), ["132063", "342084"]);
        assert_eq!(all.with_core("小田原").iter().map(|m| m.name).collect::<Vec<_>>(), ["小田原市"]);
        assert_eq!(all.named("茅ケ崎市").map(|m| m.name).collect::<Vec<_>>(), ["茅ヶ崎市"]);
        assert_eq!(all.with_core("竜ヶ崎").iter().map(|m| m.name).collect::<Vec<_>>(), ["龍ケ崎市"]);
        assert_eq!(all.by_code("lg:142107").map(|m| m.name), Some("三浦市"));
        assert_eq!(all.prefecture("14").map(|m| m.name), Some("神奈川県"));
    }

    #[test]
    fn the_longest_name_wins() {
        let all = Municipalities::all();
        assert_eq!(all.name_at_start("武蔵村山市福祉課"), Some("武蔵村山市".len()));
        assert_eq!(all.name_at_start("四日市市民病院"), Some("四日市市".len()));
        assert_eq!(all.core_at_start("東村山医師会"), Some("東村山".len()));
        assert_eq!(all.name_at_start("ほうあんふじ"), None);
    }
}

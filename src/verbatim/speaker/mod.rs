//! What a head says of its speaker: person, role, organization; or that it names nobody.

mod parts;
mod prose;
mod titled;
mod word;

use std::ops::Range;

use parts::part;
use prose::is_prose;

/// How surely a text names a speaker.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Strength {
    /// A heading, a sentence, a field.
    No,
    /// It has the form of a name: `暁烏`.
    Possible,
    /// It is an organization: `デジタル庁`.
    Organization,
    /// It is a known family name: `小田切`.
    Named,
    /// It has a role: `内田議長`, `４番（奈良祥孝君）`, `事務局`.
    Role,
}

/// A head's content, taken apart. Ranges are of its normal form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Speaker {
    pub strength: Strength,
    pub person: Option<Range<usize>>,
    pub role: Option<Range<usize>>,
    pub organization: Option<Range<usize>>,
}

impl Speaker {
    const NOBODY: Self = Self { strength: Strength::No, person: None, role: None, organization: None };

    /// Reads the content of a head in normal form: `議長（清野一榮議員）`.
    pub fn of(text: &str) -> Self {
        let end = text.trim_end().len();
        let start = text.len() - text.trim_start().len();
        if start >= end || text.chars().count() > 45 || is_prose(text) || text.ends_with('票') {
            return Self::NOBODY;
        }
        part(text, start..end)
    }

    /// A head that is known to be a body's name and nothing else: `医師会`.
    pub fn body(text: &str) -> Self {
        Self { organization: Some(0..text.len()), ..Self::with(Strength::Organization) }
    }

    fn with(strength: Strength) -> Self {
        Self { strength, ..Self::NOBODY }
    }

    fn shifted(self, by: usize) -> Self {
        let shift = |range: Range<usize>| range.start + by..range.end + by;
        Self {
            strength: self.strength,
            person: self.person.map(shift),
            role: self.role.map(shift),
            organization: self.organization.map(shift),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> (Strength, Option<&str>, Option<&str>, Option<&str>) {
        let speaker = Speaker::of(text);
        let part = |range: Option<Range<usize>>| range.map(|range| &text[range]);
        (speaker.strength, part(speaker.person), part(speaker.role), part(speaker.organization))
    }

    #[test]
    fn every_form_of_a_head_is_taken_apart() {
        use Strength::Role;
        let cases = [
            ("内田議長", Some("内田"), Some("議長"), None),
            ("議長（清野一榮議員）", Some("清野一榮"), Some("議長"), None),
            ("市長（櫻田 宏）", Some("櫻田 宏"), Some("市長"), None),
            ("おのせ康裕議長", Some("おのせ康裕"), Some("議長"), None),
            ("植竹 貴副区長", Some("植竹 貴"), Some("副区長"), None),
            ("4番（奈良祥孝君）", Some("奈良祥孝"), Some("4番"), None),
            ("国土整備省（穂積都市部長）", Some("穂積"), Some("都市部長"), Some("国土整備省")),
            ("鬼頭（ま）委員", Some("鬼頭（ま）"), Some("委員"), None),
            ("委員長(相馬君)", Some("相馬"), Some("委員長"), None),
            ("本間君", Some("本間"), None, None),
            ("知事：朱鷺田 実", Some("朱鷺田 実"), Some("知事"), None),
            ("相談支援部会:大久保委員", Some("大久保"), Some("委員"), Some("相談支援部会")),
            ("朝凪町長 矢吹", Some("矢吹"), Some("朝凪町長"), None),
            ("福祉総務課長", None, Some("福祉総務課長"), None),
            ("千葉市長", None, Some("千葉市長"), None),
            ("織部総務部長", Some("織部"), Some("総務部長"), None),
            ("議 長", None, Some("議 長"), None),
            ("事務局", None, Some("事務局"), None),
            ("A委員", None, Some("A委員"), None),
            ("各委員", None, Some("各委員"), None),
            ("久保洋子教育委員", Some("久保洋子"), Some("教育委員"), None),
            ("国土整備省計画局計画課・山本課長補佐", Some("山本"), Some("課長補佐"), Some("国土整備省計画局計画課")),
            ("岡安市民協働・地域政策課長", Some("岡安"), Some("市民協働・地域政策課長"), None),
            ("司会（開催団体）", None, Some("司会"), Some("開催団体")),
            ("司会（主催者）", None, Some("司会"), None),
            ("参考人（常夏島農協 宇良氏）", Some("宇良"), Some("参考人"), None),
        ];
        for (text, person, role, organization) in cases {
            assert_eq!(said(text), (Role, person, role, organization), "{text}");
        }
    }

    #[test]
    fn what_is_no_head_names_nobody() {
        for text in [
            "議事日程",
            "出席委員",
            "日時",
            "議題",
            "主な意見及び質疑応答",
            "事務局説明",
            "応用編のレビュー",
            "その他",
            "皆様",
        ] {
            assert_eq!(said(text).0, Strength::No, "{text}");
        }
        assert_eq!(said("小田切").0, Strength::Named);
        assert_eq!(said("芦澤 美智子").0, Strength::Named);
        assert_eq!(said("デジタル庁").0, Strength::Organization);
    }
}

//! How an author spells the fixed parts of minutes: fields, labels, headings of parts.

use super::era::fiscal_year;
use super::habits::Habits;
use super::minutes::Minutes;
use super::orgs::widen;
use super::rng::Rng;

/// How this author spells the fixed parts.
pub struct Spelling {
    pub day: &'static str,
    pub place: &'static str,
    pub colon: &'static str,
    pub numbering: usize,
    pub agenda: &'static str,
    pub agenda_style: usize,
    pub opinions_mark: Option<&'static str>,
    pub next: usize,
    pub end: Option<&'static str>,
    pub title: usize,
    pub era: usize,
    pub time: usize,
    pub detached: bool,
    pub centred: bool,
    /// `資料１` above the title.
    pub tag: Option<&'static str>,
    pub attendance: Option<&'static str>,
    pub two_line_day: bool,
}

impl Spelling {
    pub fn random(rng: &mut Rng, narrow: bool) -> Self {
        Spelling {
            day: rng.word(&["日時", "日時", "日　時", "日 時", "開催日時", "日　　時", "開催日"]),
            place: rng.word(&["場所", "場所", "場　所", "会場", "開催場所", "場　　所"]),
            colon: rng.word(&["：", "：", ":", "　", "　："]),
            numbering: rng.between(0, 5),
            agenda: rng.word(&["議題", "議題", "議　題", "議事", "議　事"]),
            agenda_style: rng.between(0, 3),
            opinions_mark: rng.weighted(&[
                (50, Some("（主な意見）")),
                (15, Some("（主な意見等）")),
                (10, Some("【主な意見】")),
                (10, Some("主な意見")),
                (15, None),
            ]),
            next: rng.between(0, 3),
            end: rng.weighted(&[(50, Some("（以上）")), (20, Some("以上")), (10, Some("以　上")), (20, None)]),
            title: rng.between(0, 7),
            era: rng.between(0, 9),
            time: if narrow { rng.between(2, 4) } else { rng.between(0, 5) },
            detached: rng.chance(75),
            centred: rng.chance(30),
            tag: rng.weighted(&[(85, None), (8, Some("資料１")), (4, Some("参考資料２")), (3, Some("【公開用】"))]),
            attendance: rng.weighted(&[
                (80, None),
                (10, Some("別紙名簿のとおり")),
                (5, Some("委員14名、事務局３名")),
                (5, Some("構成員12名（うち代理２名）")),
            ]),
            two_line_day: rng.chance(12),
        }
    }

    /// The title as this author spells it, for the page header as well.
    pub fn title_of(&self, minutes: &Minutes, habits: &Habits) -> String {
        let area = match ["地域", "地域", "圏域", "", "地区"][self.title % 5] {
            "地域" if minutes.subject.starts_with("地域") => "圏域",
            area => area,
        };
        let name = format!("{}{area}{}", minutes.region.name, minutes.subject);
        let number = format!("第{}回", minutes.number);
        let year = fiscal_year(&minutes.day);
        let text = match self.title {
            0 | 1 => format!("{number}{name}の概要"),
            2 => format!("{year}　{number}{name}　議事概要"),
            3 => format!("{number}　{name}　{}", if self.era < 5 { "会議概要" } else { "会 議 概 要" }),
            4 => format!("{year}{number}{name}　会議結果概要"),
            5 => format!("{number}{name}議事要旨"),
            6 => format!("{number}{name}（概要）"),
            _ => format!("{number} {name}の結果について（概要）"),
        };
        habits.write(&text)
    }
}

/// `【№１】` in the author's style; several numbers as a list or, where they follow each other, as a range.
pub fn item_label(numbers: &[usize], habits: &Habits) -> String {
    let style =
        if habits.saved.is_narrow() && matches!(habits.item_style, 0 | 1 | 5 | 7) { 3 } else { habits.item_style };
    let range = numbers.len() > 1 && style % 2 == 1 && !habits.saved.is_narrow();
    let digits = |n: &usize| match style {
        2 | 6 => n.to_string(),
        3 => widen(&n.to_string()),
        _ => habits.number(&n.to_string()),
    };
    let list = if range {
        format!("{}～{}", digits(&numbers[0]), digits(&numbers[numbers.len() - 1]))
    } else {
        numbers.iter().map(digits).collect::<Vec<_>>().join("、")
    };
    match style {
        0 | 1 | 5 | 7 => format!("【№{list}】"),
        2 => format!("【No.{list}】"),
        3 => format!("【Ｎｏ．{list}】"),
        4 => format!("【番号{list}】"),
        8 if !habits.saved.is_narrow() => format!("〔№{list}〕"),
        9 => format!("【{list}】"),
        _ => format!("【№ {list}】"),
    }
}

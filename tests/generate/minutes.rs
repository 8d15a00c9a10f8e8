//! Minutes as their author knows them: meeting, agenda, themes, items, opinions. No lines yet.

use super::brackets::no_speaker;
use super::orgs::{REGIONS, Region, cast};
use super::rng::Rng;
use super::sentence::{Author, fill_one, heading, opinion};
use super::words::DOMAINS;

pub struct Minutes {
    pub region: &'static Region,
    pub subject: String,
    pub number: usize,
    pub day: Day,
    pub agenda: Vec<Agenda>,
    pub chair: &'static str,
    pub next: (i32, u32),
}

/// A day and its hours, with the weekday that the author wrote (now and then a slip).
pub struct Day {
    pub year: i32,
    pub month: u32,
    pub day: u32,
    pub weekday: char,
    pub start: (u32, u32),
    pub end: (u32, u32),
}

pub struct Agenda {
    pub heading: String,
    pub notes: Vec<String>,
    pub body: Option<Body>,
}

pub struct Body {
    pub themes: Vec<Theme>,
    pub other: Vec<Opinion>,
    pub summary: Vec<String>,
}

pub struct Theme {
    /// A body without themes has one theme without a heading.
    pub heading: Option<String>,
    pub items: Vec<Item>,
}

pub struct Item {
    /// Empty where opinions stand directly under the theme.
    pub numbers: Vec<usize>,
    pub heading: Option<String>,
    pub opinions: Vec<Opinion>,
}

pub struct Opinion {
    pub text: String,
    pub speaker: Option<String>,
}

/// What the encoding can hold: without ① there are no themes.
pub struct Limits {
    pub themes: bool,
    pub wide_latin: bool,
}

impl Minutes {
    pub fn random(rng: &mut Rng, limits: &Limits) -> Self {
        let region = rng.pick(REGIONS);
        let domain = rng.pick(DOMAINS);
        let size = rng.between(6, 14);
        let bodies = cast(rng, region, limits.wide_latin, size);
        let author = Author { domain, bodies: &bodies };
        let day = Day::random(rng);
        let next = (day.year + i32::from(day.month > 9), (day.month + 2) % 12 + 1);
        let count = rng.between(2, 4);
        let with_body = rng.between(0, count - 1);
        let second = rng.chance(15).then(|| rng.between(0, count - 1));
        let mut agenda: Vec<Agenda> = (0..count)
            .map(|i| Agenda::random(rng, &author, limits, i == with_body || second == Some(i), i + 1 == count))
            .collect();
        agenda.iter_mut().filter_map(|a| a.body.as_mut()).skip(1).for_each(|body| body.summary.clear());
        let subject = format!(
            "{}{}",
            domain.subject,
            rng.word(&[
                "連絡会議",
                "協議会",
                "推進会議",
                "検討会",
                "部会",
                "ワーキンググループ会議",
                "ネットワーク会議"
            ])
        );
        Minutes {
            region,
            subject,
            number: rng.between(1, 24),
            day,
            agenda,
            chair: rng.word(&["座長", "座長", "座長", "会長", "議長"]),
            next,
        }
    }
}

impl Day {
    fn random(rng: &mut Rng) -> Self {
        let years = rng.weighted(&[(12, (1975, 1988)), (6, (1989, 1989)), (8, (2019, 2019)), (74, (1990, 2026))]);
        let (year, month) = (rng.between(years.0, years.1) as i32, rng.between(1, 12) as u32);
        let day = rng.between(1, 28) as u32;
        let right = weekday(year, month, day);
        let weekday = if rng.chance(85) { right } else { *rng.pick(&['月', '火', '水', '木', '金']) };
        let start = (rng.between(9, 19) as u32, *rng.pick(&[0, 0, 30]));
        let end = (start.0 + rng.between(1, 2) as u32, *rng.pick(&[0, 15, 30, 45]));
        Day { year, month, day, weekday, start, end }
    }
}

/// The weekday of a day of the Gregorian calendar (Sakamoto's method).
pub fn weekday(year: i32, month: u32, day: u32) -> char {
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month as usize - 1];
    let y = if month < 3 { year - 1 } else { year };
    ['日', '月', '火', '水', '木', '金', '土']
        [(y + y / 4 - y / 100 + y / 400 + shift + day as i32).rem_euclid(7) as usize]
}

impl Agenda {
    fn random(rng: &mut Rng, author: &Author, limits: &Limits, with_body: bool, last: bool) -> Self {
        let heading = if last && !with_body && rng.chance(30) {
            "その他".to_string()
        } else {
            format!("{}について", heading(rng, author).trim_end_matches("について"))
        };
        let notes = (0..rng.between(0, 2)).map(|_| note(rng, author)).collect();
        Agenda { heading, notes, body: with_body.then(|| Body::random(rng, author, limits)) }
    }
}

/// What happened under an agenda item, in the author's words.
fn note(rng: &mut Rng, author: &Author) -> String {
    let pattern = rng.word(&[
        "{k}について説明",
        "事務局から{n}の{k}について説明",
        "{n}に係る{k}について、検討。",
        "資料に基づき説明し、質疑応答を行った。",
        "{o}から{n}について報告",
        "{n}の協力を依頼。",
        "{n}を踏まえ、{k}と{k}の案を提示し、意見交換を行った。",
        "異議なく了承された。",
    ]);
    fill_one(rng, author, pattern)
}

impl Body {
    fn random(rng: &mut Rng, author: &Author, limits: &Limits) -> Self {
        let themes = if limits.themes && rng.chance(80) { rng.between(2, 6) } else { 0 };
        let numbered = themes == 0 || rng.chance(85);
        let mut number = 0;
        let mut list: Vec<Theme> = Vec::new();
        let headings = rng.sample(author.domain.themes, themes);
        for i in 0..themes.max(1) {
            let items = if numbered { rng.between(1, 4) } else { 1 };
            let items = (0..items).map(|_| Item::random(rng, author, numbered, &mut number)).collect();
            list.push(Theme { heading: headings.get(i).map(|h| h.to_string()), items });
        }
        let other = if rng.chance(60) { opinions(rng, author) } else { Vec::new() };
        let summary = if rng.chance(60) {
            (0..rng.between(1, 4)).map(|_| opinion(rng, author, "。")).collect()
        } else {
            Vec::new()
        };
        Body { themes: list, other, summary }
    }
}

impl Item {
    fn random(rng: &mut Rng, author: &Author, numbered: bool, number: &mut usize) -> Self {
        if !numbered {
            return Item { numbers: Vec::new(), heading: None, opinions: opinions(rng, author) };
        }
        *number += rng.weighted(&[(70, 1), (20, 2), (10, 3)]);
        let mut numbers = vec![*number];
        for _ in 0..rng.weighted(&[(85, 0), (10, 1), (5, 2)]) {
            *number += 1;
            numbers.push(*number);
        }
        let heading = rng.chance(70).then(|| heading(rng, author));
        Item { numbers, heading, opinions: opinions(rng, author) }
    }
}

fn opinions(rng: &mut Rng, author: &Author) -> Vec<Opinion> {
    (0..rng.weighted(&[(30, 1), (30, 2), (20, 3), (10, 4), (10, 6)])).map(|_| Opinion::random(rng, author)).collect()
}

impl Opinion {
    fn random(rng: &mut Rng, author: &Author) -> Self {
        let end = rng.weighted(&[(45, "。"), (55, "")]);
        let mut text = opinion(rng, author, end);
        if rng.chance(12) {
            let pattern = no_speaker(rng);
            let inside = fill_one(rng, author, pattern);
            text = format!("{}（{inside}）{}", text.trim_end_matches('。'), if rng.chance(15) { "。" } else { "" });
        }
        Opinion { text, speaker: rng.chance(88).then(|| speaker(rng, author)) }
    }
}

/// Who says it: one body, seldom several, seldom with its section in brackets.
fn speaker(rng: &mut Rng, author: &Author) -> String {
    let one = rng.pick(author.bodies).clone();
    match rng.between(0, 99) {
        0..=6 => {
            let other = rng.pick(author.bodies).clone();
            if other == one { one } else { format!("{one}{}{other}", rng.pick(&["、", "、", "・"])) }
        }
        7 => {
            let more = rng.sample(author.bodies, 3);
            more.join("、")
        }
        10..=13 => format!(
            "{}{}",
            rng.word(&["山田", "佐々木", "高橋", "小野寺", "長谷川", "菅原"]),
            rng.word(&["委員", "委員", "座長", "会長", "先生"])
        ),
        14 => rng.word(&["〇〇委員", "Ａ委員", "Ｂ構成員"]).to_string(),
        9 if !one.contains('（') => format!("{one}　{}", rng.word(&["地域連携室", "看護部", "相談支援係"])),
        8 if !one.contains('（') => {
            format!("{one}（{}）", rng.pick(&["地域連携室", "相談支援係", "看護部", "事務局"]))
        }
        _ => one,
    }
}

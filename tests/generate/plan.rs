//! Plan tables as their author knows them: rows of cells. No lines yet.

use super::orgs::{REGIONS, Region, cast};
use super::rng::Rng;
use super::sentence::{Author, fill, heading};
use super::words::{DOMAINS, Domain};

pub struct Plan {
    pub region: &'static Region,
    pub domain: &'static Domain,
    pub year: i32,
    /// `案`, or nothing where the plan is settled.
    pub draft: bool,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub number: usize,
    pub category: &'static str,
    pub name: String,
    pub notes: Vec<String>,
    pub content: Vec<String>,
    pub lead: Vec<Party>,
    pub cooperating: Vec<Party>,
    pub related: Vec<usize>,
    pub supersedes: Vec<usize>,
    /// The lines of each cell: `進捗報告`, or `会議開催` over `（９月頃）`.
    pub schedule: Vec<Vec<String>>,
    /// A throw of the dice for what this row's author did by whim.
    pub whim: usize,
}

/// One body of a cell with the remark in its brackets.
#[derive(Clone)]
pub struct Party {
    pub label: String,
    pub note: Option<String>,
}

#[rustfmt::skip]
const CATEGORIES: &[&[&str]] = &[
    &["体制構築", "コーディネート", "人材育成", "資源把握", "情報集約", "普及啓発", "その他"],
    &["連携体制", "人材確保", "情報共有", "住民啓発", "災害対策"],
    &["相談支援", "地域移行", "就労支援", "権利擁護", "コミュニケーション", "その他"],
    &["予防", "早期発見", "見守り", "切れ目のない支援", "進行管理"],
    &["移動手段", "利用促進", "路線再編", "運転手確保", "新技術"],
    &["Ａ 基盤整備", "Ｂ 研修", "Ｃ 広報"],
];

#[rustfmt::skip]
const ACTIONS: &[&str] = &[
    "{n}を{v}", "{w}を対象とした{k}を行う", "{n}について{o}と協議し、{n}を{v}", "{k}の実施", "{k}を年{d}回開催する", "{n}や{n}を{p}ごとに{v}", "{w}が{n}を{v}ことができるよう、{k}を進める", "{n}を踏まえ、{k}の可能性を検討", "『{q0}』の編集と{p}での配布",
    "{n}（{i}）の{k}について検討する", "{q}を参考に{n}を{v}", "{l}を活用した{n}の{k}", "{o}・{o}の{w}が集まる場を設け、{n}を{v}", "{p}の{w}に向けて{n}を{v}とともに、{n}の周知を図る。", "{n}の担い手を増やすため、{k}に協力を要請する", "{w}と{w}が互いに相談しやすい体制を作る。",
    "{n}に関する調査を行い、{n}を{v}。", "関係機関で{n}を共有し、{k}につなげる", "{n}の現状、{n}などの情報を把握し、{w}への開示を行う。",
];

#[rustfmt::skip]
const PURPOSES: &[&str] = &["", "", "", "{n}が{s}ため、", "{w}の負担を減らすため、", "{n}を{v}ことにより、", "{p}での{n}に加え、", "{n}、{n}、{n}など、", "{w}だけでなく{w}を含め、", "{t}に備え、{p}で", "{d}年度末までに"];

#[rustfmt::skip]
const GENERIC: &[&str] = &["行政", "医療機関", "保健師", "関係機関", "参加委員所属全機関", "医療・福祉関係者等", "相談支援事業所", "訪問看護事業所", "各市町村", "地域住民", "民生委員"];

const LEAD_NOTES: &[&str] = &[
    "既存の部会で中心的役割",
    "事務局",
    "窓口",
    "調整役",
    "資料作成",
    "平成30年度から",
    "会場提供",
    "研修の企画と運営",
    "案",
];

const COOPERATING_NOTES: &[&str] = &["健康づくり課、福祉課", "地域連携室", "予定", "オブザーバー", "会場提供"];

impl Plan {
    pub fn random(rng: &mut Rng) -> Self {
        let (region, domain) = (rng.pick(REGIONS), rng.pick(DOMAINS));
        let size = rng.between(6, 12);
        let wide = rng.chance(30);
        let bodies = cast(rng, region, wide, size);
        let author = Author { domain, bodies: &bodies };
        let count = rng.between(5, 40);
        let categories = rng.pick(CATEGORIES);
        let schedules = ScheduleKind::random(rng);
        let dense = rng.between(10, 90);
        let mut number = 0;
        let rows = (0..count).map(|i| {
            number += if rng.chance(3) { 2 } else { 1 };
            Row::random(rng, &author, number, count, categories[i * categories.len() / count], schedules, dense)
        });
        Plan { rows: rows.collect(), region, domain, year: rng.between(1993, 2027) as i32, draft: rng.chance(60) }
    }
}

/// What this author writes into the quarters.
#[derive(Clone, Copy)]
enum ScheduleKind {
    None,
    Reports,
    Months,
    Mixed,
}

impl ScheduleKind {
    fn random(rng: &mut Rng) -> Self {
        rng.weighted(&[
            (15, ScheduleKind::None),
            (40, ScheduleKind::Reports),
            (20, ScheduleKind::Months),
            (25, ScheduleKind::Mixed),
        ])
    }
}

impl Row {
    fn random(
        rng: &mut Rng,
        author: &Author,
        number: usize,
        count: usize,
        category: &'static str,
        schedules: ScheduleKind,
        dense: usize,
    ) -> Self {
        let notes = (0..rng.weighted(&[(85, 0), (10, 1), (5, 2)]))
            .map(|_| fill(rng, author, &["{o}開催", "{o}と共催", "年{d}回", "{p}のみ", "継続", "{n}を含む"]))
            .collect();
        let content = (0..if rng.chance(dense) { rng.between(2, 4) } else { 1 }).map(|_| action(rng, author)).collect();
        let lead = parties(rng, author, &[(50, 1), (30, 2), (12, 3), (8, 5)], true);
        let cooperating = parties(rng, author, &[(20, 1), (25, 2), (20, 3), (20, 5), (15, 9)], false);
        let references = |rng: &mut Rng| {
            let size = rng.weighted(&[(60, 1), (30, 2), (10, 3)]);
            let from: Vec<usize> = (1..=count).filter(|n| *n != number).collect();
            rng.sample(&from, size)
        };
        let related = if rng.chance(15) { references(rng) } else { Vec::new() };
        let supersedes = if rng.chance(15) { references(rng) } else { Vec::new() };
        let schedule = schedule(rng, schedules);
        Row {
            number,
            category,
            name: name(rng, author),
            notes,
            content,
            lead,
            cooperating,
            related,
            supersedes,
            schedule,
            whim: rng.between(0, 99),
        }
    }
}

fn name(rng: &mut Rng, author: &Author) -> String {
    heading(rng, author)
}

/// At least a line of a narrow column: a cell of a few letters has no width to know it by.
fn action(rng: &mut Rng, author: &Author) -> String {
    loop {
        let text = fill(rng, author, PURPOSES) + &fill(rng, author, ACTIONS);
        if text.chars().count() >= 13 {
            return if rng.chance(15) {
                format!("{}。{}", text.trim_end_matches('。'), fill(rng, author, ACTIONS))
            } else {
                text
            };
        }
    }
}

fn parties(rng: &mut Rng, author: &Author, sizes: &[(usize, usize)], lead: bool) -> Vec<Party> {
    let size = rng.weighted(sizes).min(author.bodies.len());
    let mut list: Vec<Party> =
        rng.sample(author.bodies, size).into_iter().map(|label| Party { label, note: None }).collect();
    for party in &mut list {
        if lead && rng.chance(8) {
            party.note = Some(rng.word(LEAD_NOTES).to_string());
        } else if !lead && rng.chance(12) {
            party.label = rng.word(GENERIC).to_string();
        } else if !lead && rng.chance(3) {
            party.note = Some(rng.word(COOPERATING_NOTES).to_string());
        } else if !lead && rng.chance(3) {
            party.label = format!("（{}）", rng.word(&["医療型障害児入所施設", "各地区の自治会", "希望する事業所"]));
        }
    }
    let mut seen: Vec<String> = Vec::new();
    list.retain(|party| {
        !seen.contains(&party.label) && {
            seen.push(party.label.clone());
            true
        }
    });
    list
}

fn schedule(rng: &mut Rng, kind: ScheduleKind) -> Vec<Vec<String>> {
    let one = |text: &str| vec![text.to_string()];
    let month = rng.between(1, 12);
    let named = |rng: &mut Rng, month: usize| {
        let event = rng.word(&["会議開催", "研修会", "中間報告", "調査実施", "まとめ", "訓練実施", "配布"]);
        let time = format!("（{month}月{}）", rng.word(&["", "頃", "頃", "予定", "上旬"]));
        if rng.chance(70) { vec![event.to_string(), time] } else { vec![format!("{event}{time}")] }
    };
    match kind {
        ScheduleKind::None => Vec::new(),
        ScheduleKind::Reports => vec![one("進捗報告"), one("進捗報告")],
        ScheduleKind::Months => (0..rng.between(1, 2)).map(|i| named(rng, (month + 4 * i - 1) % 12 + 1)).collect(),
        ScheduleKind::Mixed => match rng.between(0, 5) {
            0 => Vec::new(),
            1 => vec![one("進捗報告")],
            2 => vec![named(rng, month), named(rng, month % 12 + 1)],
            3 => vec![one(rng.word(&["第2四半期", "第3四半期"]))],
            _ => vec![one("進捗報告"), one("進捗報告")],
        },
    }
}

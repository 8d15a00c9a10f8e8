//! What a table says: its columns and their cells, before any of it is set.

use crate::generate::rng::Rng;

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Key,
    Department,
    Name,
    Amount,
    Text,
    Date,
    Mark,
    Person,
    Relation,
}

pub struct Column {
    pub kind: Kind,
    pub header: &'static str,
    /// Share of empty cells, in percent.
    pub empty: usize,
    /// Display columns after which a cell is wrapped.
    pub width: usize,
}

pub struct Table {
    pub caption: &'static str,
    pub note: Option<&'static str>,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    pub numbers: Vec<u32>,
    /// Row numbers that the row's cells name.
    pub references: Vec<Vec<u32>>,
    pub total: bool,
}

const DEPARTMENTS: &[&str] = &[
    "総務課",
    "危機管理課",
    "企画政策課",
    "福祉課",
    "子育て応援課",
    "健康づくり推進課",
    "建設課",
    "農林水産課",
    "生涯学習課",
    "財政課",
    "上下水道局業務課",
    "学校教育課",
];
const NAMES: &[&str] = &[
    "防災行政無線更新事業",
    "放課後児童クラブ運営費",
    "橋りょう長寿命化修繕事業費（補助分）",
    "図書館資料購入費",
    "公園費",
    "移住定住促進事業",
    "有害鳥獣対策事業費",
    "小学校施設整備事業費（空調設備の更新）",
    "障害者計画策定費",
    "職員研修費",
    "スマート窓口推進事業",
    "港湾維持費",
    "コミュニティバス等運行事業費",
    "老人福祉一般管理費（介護保険）",
];
const SENTENCES: &[&str] = &[
    "防護柵の設置の補助及び捕獲の報償金等。",
    "新採用研修、専門研修を行う。",
    "10か所から11か所に増やす。",
    "1階ロビーの段差を解消し、多目的トイレを設ける。",
    "3年に1度の計画の策定で、住民2,000人に調査する。",
    "点検は12橋で行う。",
    "県の補助金1,250千円を充てる。",
    "工期は9月から翌年2月までとし、入札は6月に行う予定である。",
    "前年度で完了した。",
    "委託料のほか、消耗品費等を計上する。",
    "利用者の負担を軽くするため、料金を見直す。",
];
const PEOPLE: &[&str] = &["山岸", "小野寺", "東海林", "林", "長谷川", "五十嵐", "堀", "久世"];
const GIVEN: &[&str] = &["茂樹", "まり", "翔太", "恵", "一郎", "佐知子"];
const MARKS: &[&str] = &["○", "×", "△", "―"];

const OTHERS: &[(Kind, &[&str])] = &[
    (Kind::Department, &["担当課", "主管課", "所管", "部署名"]),
    (Kind::Name, &["事業名", "件名", "取組名"]),
    (Kind::Amount, &["前年度", "予算額", "決算額"]),
    (Kind::Amount, &["本年度", "補正額", "執行額"]),
    (Kind::Amount, &["増減", "差引", "国庫支出金"]),
    (Kind::Text, &["主な内容", "概要", "説明", "備　　考"]),
    (Kind::Date, &["受付日", "実施日"]),
    (Kind::Mark, &["評価", "継続"]),
    (Kind::Person, &["担当者", "氏　名"]),
    (Kind::Relation, &["関連", "接触状況"]),
];

impl Table {
    pub fn random(rng: &mut Rng) -> Self {
        let count = rng.between(1, 7);
        let mut columns = vec![Column {
            kind: Kind::Key,
            header: rng.word(&["番号", "No", "No.", "№", "番　号", "項番"]),
            empty: 0,
            width: 20,
        }];
        let mut chosen = rng.sample(OTHERS, count);
        if !chosen.iter().any(|(kind, _)| matches!(kind, Kind::Department | Kind::Name)) {
            chosen[0] = OTHERS[1];
        }
        for (kind, headers) in chosen {
            columns.push(Column { kind, header: rng.word(headers), empty: empty(kind, rng), width: width(kind, rng) });
        }
        let rows = rng.between(5, 40);
        let mut number = rng.weighted(&[(75, 1), (15, 24052), (10, 101)]);
        let mut table = Self {
            caption: rng.word(&[
                "令和５年度当初予算における主な事業",
                "重点事業の一覧",
                "野生動物 市内出没情報",
                "補助金交付実績",
            ]),
            note: rng.weighted(&[(60, None), (25, Some("（単位：千円）")), (15, Some("令和５年４月１日現在"))]),
            columns,
            rows: Vec::new(),
            numbers: Vec::new(),
            references: Vec::new(),
            total: false,
        };
        for _ in 0..rows {
            let mut named = Vec::new();
            let row = table.columns.iter().map(|column| cell(column, number, &mut named, rng)).collect();
            table.rows.push(row);
            table.numbers.push(number);
            table.references.push(named);
            number += if rng.chance(95) { 1 } else { 2 };
        }
        table
    }
}

fn empty(kind: Kind, rng: &mut Rng) -> usize {
    match kind {
        Kind::Key | Kind::Name => 0,
        Kind::Department | Kind::Date | Kind::Person => rng.weighted(&[(80, 0), (20, 10)]),
        Kind::Amount => rng.weighted(&[(50, 0), (30, 15), (20, 70)]),
        Kind::Text | Kind::Mark => rng.weighted(&[(70, 0), (30, 20)]),
        Kind::Relation => 50,
    }
}

fn width(kind: Kind, rng: &mut Rng) -> usize {
    match kind {
        Kind::Department => rng.between(4, 8) * 2,
        Kind::Name => rng.between(8, 20) * 2,
        Kind::Text => rng.between(12, 25) * 2,
        Kind::Key | Kind::Amount | Kind::Date | Kind::Mark | Kind::Person | Kind::Relation => 60,
    }
}

fn cell(column: &Column, number: u32, named: &mut Vec<u32>, rng: &mut Rng) -> String {
    if rng.chance(column.empty) {
        return String::new();
    }
    match column.kind {
        Kind::Key => number.to_string(),
        Kind::Department => rng.word(DEPARTMENTS).to_string(),
        Kind::Name => rng.word(NAMES).to_string(),
        Kind::Amount => amount(rng),
        Kind::Text => (0..rng.between(1, 3)).map(|_| rng.word(SENTENCES)).collect(),
        Kind::Date => format!("{}月{}日", rng.between(1, 12), rng.between(1, 28)),
        Kind::Mark => rng.word(MARKS).to_string(),
        Kind::Person => format!("{} {}", rng.word(PEOPLE), rng.word(GIVEN)),
        Kind::Relation => {
            let other = number.saturating_sub(rng.between(1, 30) as u32).max(1);
            named.push(other);
            match rng.between(0, 2) {
                0 => format!("No.{other}と接触"),
                1 => format!("№{other}と同じ"),
                _ => format!("再掲（No.{other}）"),
            }
        }
    }
}

/// `1,234`, `△ 213`, `0`.
fn amount(rng: &mut Rng) -> String {
    let value = match rng.between(0, 3) {
        0 => rng.between(0, 999),
        1 | 2 => rng.between(1_000, 99_999),
        _ => rng.between(100_000, 3_000_000),
    };
    let digits = value.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if value > 0 && rng.chance(20) { format!("△ {text}") } else { text }
}

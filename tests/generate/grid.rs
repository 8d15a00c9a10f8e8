//! The columns of a plan table and the ways of the program that flattened it.

use super::habits::{Digits, Habits};
use super::rng::Rng;
use super::wrap::Kinsoku;

/// The table's columns and the extractor's ways.
pub struct Grid {
    pub category: usize,
    pub name: usize,
    pub content: usize,
    pub lead: usize,
    pub cooperating: usize,
    /// A cell of more lines than this stands apart from a single line before it.
    pub apart: usize,
    pub content_bullet: &'static str,
    pub lead_bullet: &'static str,
    pub cooperating_bullet: &'static str,
    pub note_indent: &'static str,
    pub header: usize,
    pub header_place: usize,
    pub schedule_header: &'static str,
    pub quarters: (usize, usize),
    pub pages: usize,
    pub page_number: bool,
    pub form_feed: bool,
    pub label: Option<&'static str>,
    pub title: usize,
    pub reference_style: usize,
    pub shapes: &'static [&'static str],
    /// Of a hundred cells with one point, how many have its bullet too.
    pub bullet_single: usize,
    /// Of a hundred cells with several leads, how many lack their bullets.
    pub bullet_lost: usize,
    pub ragged: usize,
    /// Names one below the other without bullets, where each fits its line.
    pub lead_lines: bool,
    pub category_shapes: bool,
    pub report_shares_line: bool,
}

pub const HEADERS: &[[&str; 6]] = &[
    ["番号", "課題区分", "項目", "内容", "主たる機関（案）", "協力を得たい関係機関（例）"],
    ["番号", "取組分野", "取組項目", "具体的内容", "主担当", "連携機関"],
    ["No.", "区分", "取組名", "取組内容", "主な実施機関", "協力機関"],
    ["№", "課題", "事業名", "事業内容", "主管", "関係機関"],
    ["番号", "分野", "取組項目", "内容", "中心となる機関", "協力機関（例）"],
];

impl Grid {
    pub fn random(rng: &mut Rng, rows: usize) -> Self {
        let bullets = rng.between(0, 9);
        let (content_bullet, lead_bullet) = match bullets {
            0..=4 => ("・", "・"),
            5 => ("○", "・"),
            6 => ("・", ""),
            7 => ("", ""),
            8 => ("●", "●"),
            _ => ("", "・"),
        };
        Grid {
            category: rng.between(4, 8) * 2,
            name: rng.between(12, 22) * 2,
            content: rng.between(28, 50) * 2,
            lead: rng.between(8, 15) * 2,
            cooperating: rng.between(18, 30) * 2,
            apart: rng.weighted(&[(50, 3), (15, 0), (15, 2), (10, 4), (10, 6)]),
            content_bullet,
            lead_bullet,
            cooperating_bullet: rng.weighted(&[(85, ""), (15, "・")]),
            note_indent: rng.weighted(&[(50, " "), (30, ""), (20, "　")]),
            header: rng.between(0, HEADERS.len() - 1),
            header_place: rng.between(0, 2),
            schedule_header: rng.word(&["スケジュールイメージ", "スケジュール", "実施時期", "年間予定"]),
            quarters: rng.weighted(&[(75, (1, 4)), (25, (2, 4))]),
            pages: rng.between(1, 5).min(rows.div_ceil(4)),
            page_number: rng.chance(30),
            form_feed: rng.chance(30),
            label: rng.weighted(&[(40, None), (30, Some("参考資料3－2")), (15, Some("資料1")), (15, Some("別紙2"))]),
            title: rng.between(0, 3),
            reference_style: rng.between(0, 3),
            shapes: rng.pick::<&[&str]>(&[
                &["順次実施", "方法検討"],
                &["順次実施"],
                &["準備", "試行", "本格実施"],
                &[],
            ]),
            bullet_single: rng.weighted(&[(40, 0), (30, 30), (30, 100)]),
            bullet_lost: rng.weighted(&[(60, 0), (40, 10)]),
            ragged: rng.weighted(&[(70, 0), (30, 2)]),
            lead_lines: rng.chance(40),
            category_shapes: rng.chance(20),
            report_shares_line: rng.chance(10),
        }
    }
}

/// A spreadsheet program breaks at the column's edge and nothing hangs over it.
pub fn table_habits(mut habits: Habits, rng: &mut Rng) -> Habits {
    habits.kinsoku = if rng.chance(80) { Kinsoku::PushDown } else { Kinsoku::None };
    habits.gaps = super::habits::Gaps::None;
    habits.trailing_space = false;
    habits.digits = rng.weighted(&[(40, Digits::Half), (50, Digits::OneFull), (10, Digits::Full)]);
    habits.radicals = false;
    habits.half_katakana = false;
    habits.ascii_text = rng.chance(10);
    habits
}

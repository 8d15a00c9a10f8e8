//! What a column holds for which the plan has no field, as far as its header says: 予算額 amounts, 指標 what can be counted.

use crate::rules::is_digit;

use super::super::atoms::{Atom, Form};

/// What the header of such a column promises.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holds {
    /// 予算額（千円）: `12,480`.
    Amount,
    /// 指標, 目標: `実施箇所数　12か所`, `相談件数を２割増やす`.
    Measure,
    /// 進捗状況: `実施済`.
    State,
    /// 備考: anything.
    Anything,
}

/// What is said of how far a thing has come, or how it stands to last year.
const STATES: [&str; 32] = [
    "済",
    "実施済",
    "実施済み",
    "実施中",
    "一部実施",
    "未実施",
    "完了",
    "未完了",
    "達成",
    "未達成",
    "一部達成",
    "順調",
    "概ね順調",
    "おおむね順調",
    "やや遅れ",
    "遅れ",
    "遅れている",
    "遅延",
    "検討中",
    "調整中",
    "準備中",
    "着手",
    "着手済",
    "未着手",
    "新規",
    "継続",
    "拡充",
    "縮小",
    "廃止",
    "終了",
    "再掲",
    "休止",
];

impl Holds {
    pub fn of(header: &str) -> Self {
        let has = |words: &[&str]| words.iter().any(|word| header.contains(word));
        if has(&["予算", "経費", "事業費", "金額", "財源", "円"]) {
            Self::Amount
        } else if has(&["指標", "目標", "KPI"]) {
            Self::Measure
        } else if has(&["進捗", "達成", "評価"]) {
            Self::State
        } else {
            Self::Anything
        }
    }

    /// How well a piece fits a column that holds this.
    pub fn fit(self, atom: &Atom, text: &str) -> i32 {
        // 備考 has its own words, and seldom names anybody.
        let named = if is_count(atom, text) { 0 } else { atom.likeness.organization.clamp(0, 30) / 2 };
        let worth = match self {
            Self::Amount if atom.likeness.amount => 30,
            Self::Amount => -20,
            Self::Measure if counts(text) => 15,
            Self::Measure => 0,
            Self::State | Self::Anything if is_state(text) => 20,
            Self::State if atom.width > 24 || atom.form != Form::Plain => -15,
            Self::State | Self::Anything => -3,
        };
        worth - named
    }
}

/// `実施済`: nobody is called so.
pub(super) fn is_state(text: &str) -> bool {
    STATES.contains(&text)
}

/// What figures count.
const UNITS: &str = "回人件か箇カヶ％%校組名台世割";

/// `12か所`, `年４回`, `80％`: a figure with what it counts.
fn counts(text: &str) -> bool {
    let mut digit = false;
    text.chars().any(|c| {
        let unit = digit && UNITS.contains(c);
        digit = is_digit(c);
        unit
    })
}

/// Whether a piece is a figure with what it counts and little else, or ends with one, as the name of nobody does.
pub(super) fn is_count(atom: &Atom, text: &str) -> bool {
    let first = || text.starts_with(|c| is_digit(c) || matches!(c, '年' | '月' | '約'));
    atom.width <= WIDEST_COUNT && first() && counts(text) || ends_counted(text)
}

/// `実施箇所数　12か所`, `配布数：20,000部`; 市内中学校３校 are somebody.
fn ends_counted(text: &str) -> bool {
    const UNITS: [&str; 14] =
        ["回", "人", "件", "名", "組", "部", "割", "台", "％", "%", "か所", "カ所", "ヶ所", "箇所"];
    let Some(rest) = UNITS.iter().find_map(|unit| text.strip_suffix(unit)) else { return false };
    let label = rest.trim_end_matches(|c| is_digit(c) || matches!(c, ',' | '，' | '.' | '．'));
    label.len() < rest.len() && !label.ends_with('第')
}

/// `年間約1,200人`, in display columns.
const WIDEST_COUNT: usize = 14;

//! Tables whose columns are kept by spaces: what a word of them says by itself, and what the lines around them are.

use super::guard::DIGITS;
use super::{Guard, Rule, RuleSet};

/// What one word of a grid is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Word {
    /// `番号`, `No`: the header of the column that numbers the rows.
    KeyHeader,
    /// `12`, `議案第１号`: what numbers a row.
    Number,
    /// `合計`: opens a row that has no number.
    Total,
}

/// With what the header of a numbering column ends: 番号, No, No., №, 項番, 順位, 議席.
pub(crate) const KEY_ENDS: &str = "号OoＯｏ.．№#＃番位席回";

pub(crate) static WORDS: RuleSet<Word> = RuleSet::new(&[
    Rule {
        id: "table.number",
        kind: Word::Number,
        guard: Guard::DIGIT.short(60).ending("0123456789０１２３４５６７８９号番.．)）"),
        pattern: r"^(?<number>[0-9０-９]{1,8})\s*(?:号|番)?[.．)）]?$",
        examples: &["12", "２３", "24052", "３号", "4."],
    },
    Rule {
        id: "table.number-circled",
        kind: Word::Number,
        guard: Guard::CIRCLED.short(6),
        pattern: r"^(?<number>[①-⑳㉑-㉟㊱-㊿])$",
        examples: &["①", "⑳", "㉑"],
    },
    Rule {
        id: "table.number-with-word",
        kind: Word::Number,
        guard: Guard::ANY.short(80).ending("0123456789０１２３４５６７８９号番)）").having(DIGITS, 24),
        pattern: r"^(?<series>(?:[\p{Han}]{0,6}第|[NnＮｎ][OoＯｏ][.．]?|№|[（(]))\s*(?<number>[0-9０-９]{1,6})\s*(?:号|番|[)）])?$",
        examples: &["議案第１号", "第 ３号", "No.12", "№５", "（３）"],
    },
    Rule {
        id: "table.number-of-parts",
        kind: Word::Number,
        guard: Guard::DIGIT.short(30).ending("0123456789０１２３４５６７８９）)①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        pattern: r"^[0-9０-９]{1,2}(?:[-－‐ー―](?:[0-9０-９]{1,3}|[（(][0-9０-９]{1,2}[)）]|[①-⑳])){1,2}$",
        examples: &["1-1", "２－３", "4-2-1", "1-(2)-③", "２－（１）"],
    },
    Rule {
        id: "table.key-header",
        kind: Word::KeyHeader,
        guard: Guard::ANY.short(48).ending(KEY_ENDS),
        pattern: r"^(?:[\p{Han}]{0,4}番\s*号|[\p{Han}]{0,3}[NnＮｎ][OoＯｏ][.．]?|№|#|＃|項\s*番|通\s*番|連\s*番|付\s*番|順\s*位|議\s*席|回)$",
        examples: &["番号", "番　号", "整理番号", "No", "No.", "ＮＯ", "№", "項番", "回"],
    },
    Rule {
        id: "table.total",
        kind: Word::Total,
        guard: Guard::of("合総小累中平計").ending("計均"),
        pattern: r"^(?:[合総小累中]?\s*計|平\s*均)$",
        examples: &["合計", "合　　計", "計", "小計"],
    },
]);

/// What a line above or below a grid is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Beside {
    /// `（単位：千円）`, `※…`, `令和３年２月２日現在`: said of the whole table.
    Note,
}

pub(crate) static BESIDE: RuleSet<Beside> = RuleSet::new(&[
    Rule {
        id: "table.unit",
        kind: Beside::Note,
        guard: Guard::of("（(［[【〔単"),
        pattern: r"^[（(［\[【〔]?\s*単\s*位\s*[：:／/\s].{1,12}$",
        examples: &["（単位：千円）", "単位:円", "（単位　千円）"],
    },
    Rule {
        id: "table.note",
        kind: Beside::Note,
        guard: Guard::of("※＊*注（(［[【備凡"),
        pattern: r"^(?:[（(]?[※＊*]|[（(［\[【]?\s*(?:注|備考|注記|凡例)\s*(?:[0-9０-９①-⑳]{1,2})?\s*[）)］\]】：:．.、\s]).+$",
        examples: &["※「〃」は上と同じ課を示す。", "（注）金額は税込みである。", "注１　概数である。", "（※）再掲"],
    },
    Rule {
        id: "table.as-of",
        kind: Beside::Note,
        guard: Guard::of("（(令平昭0123456789０１２３４５６７８９").ending("在点で出成新版）)"),
        pattern: r"^[（(]?(?:令和|平成|昭和|[0-9０-９]{4}\s*年)[^。、]{2,24}(?:現\s*在|時\s*点|まで(?:の届出)?|作\s*成|更\s*新|版)[)）]?$",
        examples: &["令和３年２月２日現在", "（令和5年4月1日時点）", "令和3年5月9日までの届出"],
    },
]);

/// What a cell says of another row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Saying {
    /// `No.23890と接触`.
    Related,
}

/// Matches a cell from `No.` on; the group `numbers` holds the rows' numbers.
pub(crate) static REFERENCES: RuleSet<Saying> = RuleSet::new(&[Rule {
    id: "table.reference",
    kind: Saying::Related,
    guard: Guard::of("NnＮｎ№番"),
    pattern: concat!(
        r"^(?:[NnＮｎ][OoＯｏ][.．]?|№|番号)\s*",
        r"(?<numbers>[0-9０-９]{1,8}(?:\s*(?:[、，・～〜~－―-]|及び|と)\s*(?:[NnＮｎ][OoＯｏ][.．]?|№|番号)?\s*[0-9０-９]{1,8})*)",
        r"(?<tail>\s*(?:から|まで|より|参照|関連|同様|再掲|[とにのはもをへ])[^、。，．（）()「」\s]*)?",
        r"(?:[、。，．（）()「」\s]|$)",
    ),
    examples: &["No.23890と接触", "№９とも関連", "No.3102、3103と近い", "No.2980）", "No.4の改修に合わせて設置する。"],
}]);

/// Words of two letters that headers set apart: `氏　　名` is one header, `国　　県` are two.
pub(crate) const SET_APART: &[&str] = &[
    "番号", "氏名", "区分", "所属", "備考", "項目", "内容", "役職", "住所", "年度", "金額", "単位", "数量", "場所",
    "日時", "期日", "担当", "名称", "件名", "摘要", "科目", "予算", "決算", "増減", "比較", "分野", "事業", "課題",
    "目標", "実績", "評価", "関連", "種類", "種別", "結果", "理由", "期間", "時期", "対応", "回答", "意見", "合計",
    "国籍", "性別", "年齢", "職名", "機関", "団体", "方法", "状況", "概要", "順位", "項番", "連番", "通番",
];

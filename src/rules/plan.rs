//! The words of plan tables: column headers, periods, handout labels, references between rows.

use super::{Guard, Rule, RuleSet};
use crate::model::Relation;

/// What a column of a plan holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub(crate) enum Column {
    /// 番号.
    Number,
    /// 課題区分.
    Category,
    /// 項目.
    Name,
    /// 内容.
    Content,
    /// 主たる機関.
    Lead,
    /// 協力を得たい関係機関.
    Cooperating,
    /// スケジュール.
    Schedule,
    /// A column for which the output has no place: 備考.
    Other,
}

/// The longest header of a column, in bytes.
pub(crate) const LONGEST_HEADER: usize = 54;

/// Headers of columns, each a word of at most [`LONGEST_HEADER`] bytes. A remark in brackets may follow each: `主たる機関（案）`.
pub(crate) static COLUMNS: RuleSet<Column> = RuleSet::new(&[
    Rule {
        id: "plan.column-number",
        kind: Column::Number,
        guard: Guard::of("番整項通連行NnＮ№#＃"),
        pattern: r"^(?:番\s*号|整理番号|項目?番号?|[通連行]番|[NnＮ][OoＯｏ][.．]?|№|[#＃])$",
        examples: &["番号", "番 号", "No.", "Ｎｏ．", "№", "項番"],
    },
    Rule {
        id: "plan.column-cooperating",
        kind: Column::Cooperating,
        guard: Guard::ANY
            .ending("機課先者体署局属関名等ど）)")
            .holding(&["協力", "連携", "関係", "関連", "協働", "支援"], 400),
        pattern: r"^.*(?:協力|連携|関係|関連|協働|支援).*?(?:機関|課|先|者|団体|部署|部局|所属)(?:名|等|など)?(?:[（(][^）)]*[）)])?$",
        examples: &[
            "協力を得たい関係機関（例）",
            "連携機関",
            "連携先",
            "関係課",
            "協力団体等",
            "連携・協力機関",
            "関連部署",
        ],
    },
    Rule {
        id: "plan.column-lead",
        kind: Column::Lead,
        guard: Guard::ANY.ending("当管務室係手課先者体署局属関名等ど）)").holding(
            &["担当", "主管", "所管", "主務", "主体", "実施", "中心", "主たる", "主な", "主要", "責任者", "担い手"],
            400,
        ),
        pattern: concat!(
            r"^(?:.*(?:担当|主管|所管|主務)(?:課|者|機関|部署|部局|所属|室|係)?|.*主体|.*実施(?:機関|者|部署|団体)",
            r"|中心(?:と)?(?:なる|的な?)(?:機関|団体|者)|主(?:たる|な|要な?)(?:実施)?(?:機関|団体|担い手)|責任者|担い手)(?:名|等|など)?(?:[（(][^）)]*[）)])?$",
        ),
        examples: &["主たる機関（案）", "主担当", "担当課", "主な実施機関", "実施主体", "主管", "中心となる機関"],
    },
    Rule {
        id: "plan.column-content",
        kind: Column::Content,
        guard: Guard::ANY.ending("容要策組細針等ど）)").holding(&["内容", "概要", "具体", "詳細", "取組方針"], 400),
        pattern: r"^.*(?:内容|概要|具体策|具体的な?(?:取組|取り組み|施策|方策)|詳細|取組方針)(?:等|など)?(?:[（(][^）)]*[）)])?$",
        examples: &["内容", "具体的な取組内容", "事業内容", "取組の具体的な内容", "取組の概要"],
    },
    Rule {
        id: "plan.column-schedule",
        kind: Column::Schedule,
        guard: Guard::ANY.ending("ル期定程方限間画度ジ表案）)").holding(
            &[
                "スケジュール",
                "時期",
                "予定",
                "工程",
                "進め方",
                "日程",
                "期限",
                "期間",
                "年次",
                "年度別",
                "年間計画",
                "実施年度",
            ],
            400,
        ),
        pattern: r"^.*(?:スケジュール|時期|予定|工程|進め方|日程|期限|期間|年(?:次|度|次別|度別|間)計画|実施年度)(?:イメージ|表|案)?(?:[（(][^）)]*[）)])?$",
        examples: &["スケジュールイメージ", "スケジュール（案）", "実施時期", "年間予定", "進め方", "年度別計画"],
    },
    Rule {
        id: "plan.column-category",
        kind: Column::Category,
        guard: Guard::ANY.ending("分野類域目柱題別リー名等標針向）)").holding(
            &["区分", "分野", "分類", "領域", "大項目", "柱", "課題", "種別", "カテゴリ", "目標", "方針", "方向"],
            400,
        ),
        pattern: concat!(
            r"^(?:.*(?:区分|分野|分類|領域|大項目|柱|課題|種別|カテゴリー?)|(?:基本|重点|施策)(?:目標|方針|方向))",
            r"(?:名|等)?(?:[（(][^）)]*[）)])?$",
        ),
        examples: &["課題区分", "取組分野", "分野", "課題", "施策の柱", "大項目", "基本目標"],
    },
    Rule {
        id: "plan.column-name",
        kind: Column::Name,
        guard: Guard::ANY.ending("目組み業策項ンマ称名等）)").holding(
            &["項目", "取組", "取り組み", "事業", "施策", "事項", "アクション", "テーマ", "名称", "件名"],
            400,
        ),
        pattern: r"^.*(?:項目|取組|取り組み|取組み|事業|施策|事項|アクション|テーマ|名称|件名)(?:名|等)?(?:[（(][^）)]*[）)])?$",
        examples: &["項目", "取組項目", "取組名", "事業名", "施策名", "検討事項"],
    },
    Rule {
        id: "plan.column-other",
        kind: Column::Other,
        guard: Guard::of("備現目背予経財指評成効実進達対場会根優年活数到"),
        pattern: r"^(?:備考|現状|目標|(?:評価|成果|活動|数値|達成)指標|(?:数値|達成|到達|成果)目標|目標値|目的|背景|予算額?|経費|財源|指標|評価|成果|効果|実績|進捗(?:状況|度)?|達成(?:度|状況)|対象者?|場所|会場|根拠|優先(?:度|順位)|年度)(?:[（(][^）)]*[）)])?$",
        examples: &["備考", "現状", "目標", "評価指標", "数値目標", "予算額（千円）", "進捗状況", "対象"],
    },
]);

/// What a piece of the schedule's head says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Period {
    /// `第１四半期`, perhaps with its months.
    Quarter,
    /// `上半期`.
    Half,
    /// `（４月～６月）`.
    Months,
    /// `４月`.
    Month,
    /// `令和３年度`.
    Year,
}

/// Heads of the schedule's columns.
pub(crate) static PERIODS: RuleSet<Period> = RuleSet::new(&[
    Rule {
        id: "plan.period-quarter",
        kind: Period::Quarter,
        guard: Guard::of("第1234１２３４一二三四QＱ").ending("期QＱ1234１２３４）)］]").having("期QＱ", 24),
        pattern: concat!(
            r"^(?<label>第?\s*(?<number>[1-4１-４一二三四])\s*(?:[・／/]\s*)?四半期|[QＱ](?<q>[1-4１-４])|(?<k>[1-4１-４])[QＱ])",
            r"(?:\s*(?<open>[（(［\[])(?<months>[^）)］\]]*)(?<close>[）)］\]]))?$",
        ),
        examples: &["第１四半期", "第2四半期（7月～9月）", "第三四半期", "四四半期", "Q1", "4Q（1-3月）"],
    },
    Rule {
        id: "plan.period-half",
        kind: Period::Half,
        guard: Guard::of("上下前後").ending("期半）)］]"),
        pattern: r"^(?<label>上半期|下半期|上期|下期|前期|後期|前半|後半)(?:\s*(?<open>[（(［\[])(?<months>[^）)］\]]*)(?<close>[）)］\]]))?$",
        examples: &["上半期", "下半期（10月～3月）", "後期"],
    },
    Rule {
        id: "plan.period-months",
        kind: Period::Months,
        guard: Guard::of("（(［[0123456789０１２３４５６７８９").ending("月）)］]").having("月", 24),
        pattern: r"^(?<open>[（(［\[])?(?<months>[0-9０-９]{1,2}\s*月?\s*(?:[～〜~－‐–—―−ー-]|から)\s*(?:翌年?)?[0-9０-９]{1,2}\s*月)(?<close>[）)］\]])?$",
        examples: &["（４月～６月）", "(10月-12月)", "４～６月", "１月から３月"],
    },
    Rule {
        id: "plan.period-month",
        kind: Period::Month,
        guard: Guard::DIGIT.ending("月"),
        pattern: r"^(?<label>(?<number>[0-9０-９]{1,2})\s*月)$",
        examples: &["４月", "12月"],
    },
    Rule {
        id: "plan.period-year",
        kind: Period::Year,
        guard: Guard::of("令平2２HRＨＲ").ending("年度0123456789０１２３４５６７８９元"),
        pattern: concat!(
            r"^(?<label>(?:令和|平成)\s*(?:[0-9０-９]{1,2}|元)\s*年度?|[2２][0０][0-9０-９]{2}\s*年度",
            r"|[HRＨＲ]\s*(?:[0-9０-９]{1,2}|元)\s*(?:年度?)?)$",
        ),
        examples: &["令和３年度", "平成 31年度", "2021年度", "令和3年", "H30", "Ｒ元年度", "R4年度"],
    },
]);

/// The label of a handout.
pub(crate) static LABELS: RuleSet<()> = RuleSet::new(&[Rule {
    id: "plan.handout-label",
    kind: (),
    guard: Guard::of("【（([［〔参別当配会補資添様")
        .ending("0123456789０１２３４５６７８９】）)]］〕")
        .holding(&["資料", "別紙", "別添", "別表", "参考", "添付", "様式"], 8),
    pattern: concat!(
        r"^[【（(\[［〔]?(?:(?:参考|別添|当日|配布|配付|会議|補足)?資料|別[紙添表]|参考|添付|様式)\s*(?:№|[NnＮ][OoＯｏ][.．]?)?\s*",
        r"[0-9０-９]+(?:\s*[－‐–—―−ー・の-]\s*[0-9０-９]+)*[】）)\]］〕]?$",
    ),
    examples: &["参考資料３－２", "資料1", "【資料２－１】", "別紙2", "参考１", "資料№３"],
}]);

/// References between rows, anywhere in a cell.
pub(crate) static REFERENCES: RuleSet<Relation> = RuleSet::new(&[
    Rule {
        id: "plan.reference-supersedes",
        kind: Relation::Supersedes,
        guard: Guard::ANY.holding(&["旧", "前年度", "昨年度", "前回"], usize::MAX),
        pattern: concat!(
            r"(?:[【\[［〔（(※]\s*)?(?:旧|前年度の?|昨年度の?|前回の?)\s*(?:計画の?|版の?)?(?:№|[NnＮ][OoＯｏ][.．]?|番号|項目)?\s*",
            r"(?<numbers>[0-9０-９]+(?:\s*(?:[、，,・･～〜~－-]|及び|と)\s*(?:旧)?(?:№|[NnＮ][OoＯｏ][.．]?)?\s*[0-9０-９]+)*)\s*番?",
            r"(?:(?:を|と|から|より|の|に)?[一-龥々ぁ-ん]{0,10})\s*[】\]］〕）)]?",
        ),
        examples: &["【旧№8、9を統合】", "（旧№８・９）", "【旧No.3を改訂】", "※旧№８から変更", "【旧８、９】"],
    },
    Rule {
        id: "plan.reference-merged",
        kind: Relation::Supersedes,
        guard: Guard::ANY.holding(&["統合", "改訂", "改定", "分割", "再編", "集約"], usize::MAX),
        pattern: concat!(
            r"(?:[【\[［〔（(※]\s*)?(?:№|[NnＮ][OoＯｏ][.．]?|番号)\s*",
            r"(?<numbers>[0-9０-９]+(?:\s*(?:[、，,・･～〜~－-]|及び|と)\s*(?:№|[NnＮ][OoＯｏ][.．]?)?\s*[0-9０-９]+)*)\s*番?",
            r"(?:を|と|から|より|の)?(?:統合|改訂|改定|分割|再編|集約)(?:した?|する)?(?:もの)?\s*[】\]］〕）)]?",
        ),
        examples: &["【№８、９を統合】", "（No.3を分割）"],
    },
    Rule {
        id: "plan.reference-related",
        kind: Relation::Related,
        guard: Guard::ANY,
        pattern: concat!(
            r"(?:[【\[［〔（(※＊*→⇒]\s*)*(?:関連|参照)?\s*[：:]?\s*(?:№|[NnＮ][OoＯｏ][.．]?|番号|項番)\s*",
            r"(?<numbers>[0-9０-９]+(?:\s*(?:[、，,・･～〜~－-]|及び|と)\s*(?:№|[NnＮ][OoＯｏ][.．]?|番号)?\s*[0-9０-９]+)*)\s*番?",
            r"(?:の(?:取組|項目|事業|施策))?(?:にも|とも|に|と|も|を|の)?\s*(?:相互に|密接に)?(?:関連|連携|連動|関係|参照|再掲|共通|同様)[ぁ-ん]{0,4}(?:あり|項目|事業|取組)?\s*[】\]］〕）)]?",
        ),
        examples: &[
            "※№9とも関連",
            "※No.3と関連",
            "（№９関連）",
            "※№７、21とも関連",
            "【№4参照】",
            "※番号９とも関連する",
        ],
    },
    Rule {
        id: "plan.reference-listed",
        kind: Relation::Related,
        guard: Guard::ANY,
        pattern: concat!(
            r"[【\[［〔（(※＊*]?\s*(?:関連|参照)\s*(?:項目|番号|事業)?\s*[：:]?\s*(?:№|[NnＮ][OoＯｏ][.．]?|番号)\s*",
            r"(?<numbers>[0-9０-９]+(?:\s*(?:[、，,・･～〜~－-]|及び|と)\s*(?:№|[NnＮ][OoＯｏ][.．]?|番号)?\s*[0-9０-９]+)*)\s*[】\]］〕）)]?",
            r"|(?:→|⇒|[※＊*]|[（(【])\s*(?:№|[NnＮ][OoＯｏ][.．]?)\s*(?<listed>[0-9０-９]+(?:\s*[、，,・･]\s*(?:№|[NnＮ][OoＯｏ][.．]?)?\s*[0-9０-９]+)*)\s*[】）)]?$",
        ),
        examples: &["関連：№３", "（関連№3、4）", "→№９", "※№5"],
    },
]);

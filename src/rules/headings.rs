//! Headings among speech and how they are numbered: `日程第１　議案第146号`, `（２）意見交換`, `【質疑応答】`.

use super::{Guard, Rule, RuleSet};
use crate::span::is_space;

/// How the heading of a part is numbered; in speech only a line right before a head is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Numbering {
    /// `日程第１　…`, `第１　…`, `議題１　…`, `議題（１）…`.
    Ordinal,
    /// `（１）…`.
    ParenDigit,
    /// `①…`.
    Circled,
    /// `１　…`, `1.…`.
    Digit,
    /// `（ア）…`.
    ParenKana,
    /// `ア　…`.
    Kana,
    /// `【№１】`, `No.2　…`: what a list of opinions counts.
    Item,
    /// `【…】`.
    Bracket,
    /// `大森　葵　議員`: who asks the questions below it; no rule finds it.
    Person,
    /// `（参考）…`, `○議題…`: no number at all.
    None,
}

/// Headings among speech. Groups: `mark`, `label`, `text`.
pub(crate) static HEADINGS: RuleSet<Numbering> = RuleSet::new(&[
    Rule {
        id: "part.item",
        kind: Numbering::Item,
        guard: Guard::of("№NＮnｎ【〔［[〈＜<").short(120),
        pattern: concat!(
            r"^(?<label>[【〔［\[〈＜<]?\s*(?:№|[NnＮｎ][OoＯｏ]\s*[.．])\s*[0-9０-９]{1,3}(?:\s*[、，,・～〜－-]\s*(?:№|[NnＮｎ][OoＯｏ]\s*[.．])?\s*[0-9０-９]{1,3})*\s*[】〕］\]〉＞>]?)",
            r"(?:[\s　：:]*(?<text>[^\s：:0-9０-９].*))?$",
        ),
        examples: &["No.2", "【№３】研修", "№１２　広報について", "【№３、４】"],
    },
    Rule {
        id: "part.ordinal-bracketed",
        kind: Numbering::Ordinal,
        guard: Guard::of("【〔［[〈＜<《≪").ending("】〕］]〉＞>》≫").short(180),
        pattern: concat!(
            r"^(?<mark>[【〔［\[〈＜<《≪])\s*(?<label>(?:追加)?(?:議事)?(?:日\s*程|議\s*題|議\s*事|次\s*第|案\s*件|議案|報告|協議|審議|諮問|陳情|請願)?(?:事項)?\s*(?:第\s*[0-9０-９一二三四五六七八九十]{1,3}(?:\s*号(?:議案|報告|諮問|案件)?)?|",
            r"[（(]\s*[0-9０-９]{1,2}\s*[）)]|[0-9０-９]{1,2}|[①-⑳]))[\s　．.、：:]+(?<text>[^【】〔〕［］\[\]〈〉＜＞<>《》≪≫。]+?)\s*(?<end>[】〕］\]〉＞>》≫])$",
        ),
        examples: &[
            "【第２号議案：会費について】",
            "〔２　要綱について〕",
            "［議題（１） 計画について］",
            "＜議題１　計画について＞",
        ],
    },
    Rule {
        id: "part.ordinal-in-round",
        kind: Numbering::Ordinal,
        guard: Guard::of("（(").ending("）)").short(180),
        // （１　計画について） may count anything: here a word must say what is counted.
        pattern: concat!(
            r"^(?<mark>[（(])\s*(?<label>(?:議\s*題|次\s*第|案\s*件|日\s*程|議案|報告|協議|審議)(?:事項)?\s*(?:第\s*)?[0-9０-９一二三四五六七八九十①-⑳]{1,3}(?:\s*号(?:議案)?)?|第\s*[0-9０-９一二三四五六七八九十]{1,3}\s*号議案)",
            r"[\s　．.、：:]+(?<text>[^（）()。]+?)\s*(?<end>[）)])$",
        ),
        examples: &["（議題１　計画について）", "（第２号議案　会費について）"],
    },
    Rule {
        id: "part.ordinal-matter",
        kind: Numbering::Ordinal,
        guard: Guard::of("第議報諮陳請案○◯〇◎■□◆◇●").ending("て件議").short(75),
        pattern: r"^(?<mark>[○◯〇◎■□◆◇●]\s*)?(?<label>(?:議\s*案|報\s*告|諮\s*問|陳\s*情|請\s*願)\s*第\s*[0-9０-９]{1,3}\s*号|第\s*[0-9０-９]{1,3}\s*号(?:議案|報告|諮問)|(?:議\s*題|案\s*件)\s*[0-9０-９]{1,2})\s*(?<end>について|の審議(?:について)?|の件)$",
        examples: &["〇議案第１号について", "第２号議案の審議", "◎議題３について"],
    },
    Rule {
        id: "part.ordinal",
        kind: Numbering::Ordinal,
        guard: Guard::of("第日議案報陳請諮協審追次会○◯〇◎■□◆◇●△▲▽▼【〔［["),
        pattern: concat!(
            r"^(?<mark>[○◯〇◎■□◆◇●△▲▽▼【〔［\[]\s*)?(?:(?<label>(?:追加|会議)?(?:議事)?(?:日\s*程|議\s*題|議\s*事|次\s*第|案\s*件|議案|報告|協議|審議|諮問|陳情|請願)?(?:事項)?\s*(?:第\s*[0-9０-９一二三四五六七八九十]{1,3}(?:\s*号(?:議案|報告|諮問|案件)?)?|",
            r"[（(]\s*[0-9０-９]{1,2}\s*[）)]|[0-9０-９]{1,2}|[①-⑳]))(?:[】〕］\]][\s　．.、：:]*|[\s　．.、：:]+|$)",
            r"|(?<closed>(?:議\s*題|議\s*事|案\s*件|(?:報\s*告|協\s*議|審\s*議|諮\s*問)(?:\s*事\s*項)?)\s*(?:[（(]\s*[0-9０-９]{1,2}\s*[）)]|[0-9０-９]{1,2}\s*[）)]|[①-⑳])))(?<text>.*)$",
        ),
        examples: &[
            "日程第１　議案第146号",
            "第１　会議録署名議員の指名",
            "第２号議案　業務の委託について",
            "議題1 各部会報告",
            "議題（１）　医療法人の設立",
            "議題①　計画",
            "次第１　計画について",
            "【議題２】その他",
            "会議次第２　議事",
            "報告事項１）相談の実績について",
            "◆議事（２）校名の決め方について",
        ],
    },
    Rule {
        id: "part.paren-digit",
        kind: Numbering::ParenDigit,
        guard: Guard::of("（(⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽■□◆◇●▼▲"),
        pattern: r"^(?<mark>[■□◆◇●▼▲]\s*)?(?<label>[（(]\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]|[⑴-⒇])\s*(?<text>.*)$",
        examples: &["(1)計画の素案に寄せられた意見について", "（２）意見交換", "（一）計画の修正", "■（３）その他"],
    },
    Rule {
        id: "part.circled",
        kind: Numbering::Circled,
        guard: Guard::CIRCLED,
        pattern: r"^(?<label>.)[.．、]?\s*(?<text>.*)$",
        examples: &["①路線について"],
    },
    Rule {
        id: "part.digit",
        kind: Numbering::Digit,
        guard: Guard::DIGIT,
        pattern: r"^(?<label>[0-9０-９]{1,2}(?:[-－‐][0-9０-９]{1,2})?)(?:\s*[.．、]\s*|[\s　]+)(?<text>[^0-9０-９\s].*)$",
        examples: &["１　路線について", "5.議事概要", "２－１　目安箱"],
    },
    Rule {
        id: "part.half-bracket",
        kind: Numbering::Digit,
        guard: Guard::DIGIT.short(120),
        // １）人が足りない is a point of somebody's speech: the words have to be those of a topic.
        pattern: concat!(
            r"^(?<label>[0-9０-９]{1,2}\s*[）)])\s*(?<text>(?:[^。、]{0,40}(?:について|に関すること|の件|の紹介|の報告|の選出)|",
            r"その他|開\s*会|閉\s*会|(?:[^。、]{0,10})?(?:あいさつ|挨\s*拶)|意見交換|質疑応答|自己紹介))$",
        ),
        examples: &["１）保育の現状について", "3) その他"],
    },
    Rule {
        id: "part.ideograph",
        kind: Numbering::Digit,
        guard: Guard::of("一二三四五六七八九十").short(120),
        pattern: r"^(?<label>[一二三四五六七八九十]{1,3})(?:\s*[.．、]\s*|[\s　]+)(?<text>[^\s、。一二三四五六七八九十][^\s、。][^。]*)$",
        examples: &["四　閉会", "二、路線について"],
    },
    Rule {
        id: "part.paren-kana",
        kind: Numbering::ParenKana,
        guard: Guard::of("（("),
        pattern: r"^(?<label>[（(]\s*[ア-ン]\s*[)）])\s*(?<text>.*)$",
        examples: &["（ア）福祉計画"],
    },
    Rule {
        id: "part.kana",
        kind: Numbering::Kana,
        guard: Guard::of("アイウエオカキクケコサシスセソタチツテト"),
        pattern: r"^(?<label>[アイウエオカキクケコサシスセソタチツテト])(?:[\s　．.、]+)(?<text>.+)$",
        examples: &["ア 羽衣市地域福祉計画(第4期)"],
    },
    Rule {
        id: "part.bracket",
        kind: Numbering::Bracket,
        guard: Guard::of("【〔［[〈＜<《≪"),
        pattern: r"^(?<mark>[【〔［\[〈＜<《≪])\s*(?<text>[^【】〔〕［］\[\]〈〉＜＞<>《》≪≫。]{1,30}?)\s*(?<close>[】〕］\]〉＞>》≫])$",
        examples: &["【質疑応答】", "〔意見等〕", "＜計画について＞"],
    },
    Rule {
        id: "part.agenda-word",
        kind: Numbering::None,
        guard: Guard::of("報協審議連決").short(30),
        pattern: r"^(?<text>(?:報\s*告|協\s*議|審\s*議|議\s*決|決\s*議|連\s*絡)\s*事\s*項)$",
        examples: &["報告事項", "協　議　事　項"],
    },
    Rule {
        id: "part.annex",
        kind: Numbering::None,
        guard: Guard::of("別参"),
        pattern: r"^(?<text>(?:別紙|別添|参考)[0-9０-９]{0,2}[\s　：:][^。]{1,40})$",
        examples: &["別紙　事前にいただいた質問への回答", "参考１：追加の意見"],
    },
    Rule {
        id: "part.remark",
        kind: Numbering::None,
        guard: Guard::of("（(○◯〇◎■□◆◇●△▲▽▼"),
        pattern: r"^(?<mark>[○◯〇◎■□◆◇●△▲▽▼]\s*)?(?<text>(?:[（(][^（）()。]{1,12}[）)]\s*)?[^。]{1,40})$",
        examples: &["（参考）事前に提出された資料", "○議事", "■ 意見交換", "△諸般の報告"],
    },
]);

/// Whether words head what sums up the meeting: `座長まとめ`, `総 括`.
pub(crate) fn sums_up(words: &str) -> bool {
    const WHO: [&str; 5] = ["座長", "会長", "委員長", "部会長", "議長"];
    let words: String = words.chars().filter(|c| !is_space(*c)).collect();
    let rest = WHO.iter().find_map(|who| words.strip_prefix(who)).unwrap_or(&words);
    let rest = rest.strip_prefix("から").unwrap_or(rest);
    matches!(rest.strip_prefix('の').unwrap_or(rest), "まとめ" | "総括" | "全体のまとめ")
}

/// Whether words head what was decided or is to be done, where a bracket names who is in charge: `決定事項`, `今後の対応`.
pub(crate) fn lists_decisions(words: &str) -> bool {
    matches!(
        words.trim_end_matches(['：', ':']),
        "決定事項" | "今後の対応" | "宿題" | "宿題事項" | "次回までの宿題" | "次回までの対応" | "次回までの作業"
    )
}

//! What marks questions and answers: `問１　循環の向きが`, `回答：８月31日`, `（意見）歩道を先に`.
//!
//! Groups: `mark`, `who` (a bracket that may name the one who said it), `text`.

use super::{Guard, Rule, RuleSet};

/// Which side of a question a mark announces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    Question,
    Answer,
    /// `（意見）`: neither, though it may be answered.
    Opinion,
}

/// The marks of questions and answers.
pub(crate) static SIDES: RuleSet<Side> = RuleSet::new(&[
    Rule {
        id: "question.who",
        kind: Side::Question,
        guard: Guard::led("QＱ問質"),
        pattern: concat!(
            r"^(?<mark>[・○◯〇●■□◆◇]?\s*(?:[QＱ]|問|質問|質疑)\s*[0-9０-９]{0,3})",
            r"[（(](?<who>[^（）()]{1,16})[）)]\s*[：:]?\s*(?<text>\S.*)$",
        ),
        examples: &["質問（山田委員）：意見を", "Ｑ２（委員） いつから"],
    },
    Rule {
        id: "question.word",
        kind: Side::Question,
        guard: Guard::led("QＱ問質"),
        pattern: concat!(
            r"^(?<mark>[・○◯〇●■□◆◇]?\s*[（(【［\[〈＜<《]?\s*(?:[QＱ]|問い?|質問|質疑)",
            r"(?:[0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,2})?\s*[）)】］\]〉＞>》：:.．、]*|",
            r"\s*[0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,2})?\s*(?:[）)】］\]〉＞>》：:]+|[.．、]?\s)|\s*[）)】］\]〉＞>》：:.．、]+|\s))\s*(?:[（(](?<who>[^（）()]{1,16})[）)]\s*[：:]?)?\s*(?<text>\S.*)$",
        ),
        examples: &[
            "問１　循環の向きが",
            "問 ２ 坂の上の",
            "Ｑ　乗り継ぎの",
            "質問：意見を",
            "【質問】利用者は",
            "Q1. いつから",
        ],
    },
    Rule {
        id: "answer.who",
        kind: Side::Answer,
        guard: Guard::led("AＡ答回"),
        pattern: concat!(
            r"^(?<mark>[・○◯〇●■□◆◇]?\s*(?:[AＡ]|答|回答|答弁)\s*[0-9０-９]{0,3})",
            r"[（(](?<who>[^（）()]{1,16})[）)]\s*[：:]?\s*(?<text>\S.*)$",
        ),
        examples: &["答（再質問に対し）　移る先には", "回答（事務局）：８月31日"],
    },
    Rule {
        id: "answer.word",
        kind: Side::Answer,
        guard: Guard::led("AＡ答回"),
        pattern: concat!(
            r"^(?<mark>[・○◯〇●■□◆◇]?\s*[（(【［\[〈＜<《]?\s*(?:[AＡ]|答え?|回答|答弁)",
            r"(?:[0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,2})?\s*[）)】］\]〉＞>》：:.．、]*|",
            r"\s*[0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,2})?\s*(?:[）)】］\]〉＞>》：:]+|[.．、]?\s)|\s*[）)】］\]〉＞>》：:.．、]+|\s))\s*(?:[（(](?<who>[^（）()]{1,16})[）)]\s*[：:]?)?\s*(?<text>\S.*)$",
        ),
        examples: &["答　朝の３便は", "Ａ　90分以内", "回答：８月31日", "A1. 来年から"],
    },
    Rule {
        id: "answer.view",
        kind: Side::Answer,
        guard: Guard::ANY.holding(&["考え方", "見解", "対応", "回答", "対応方針"], 12),
        pattern: concat!(
            r"^(?<mark>[・○◯〇●■□◆◇→⇒]?\s*(?:[（(【［\[〈＜<《]\s*(?:(?:[^\s（）()【】。、]{0,8}の)?(?:考え方?|見解)|(?:[^\s（）()【】。、]{0,8}の)?(?:対応|回答)(?:方針|状況|案)?)\s*[0-9０-９]{0,3}\s*[）)】］\]〉＞>》][：:]?",
            r"|(?:[^\s（）()【】。、：:]{0,8}の)?(?:考え方?|見解|対応(?:方針|案)?)\s*[0-9０-９]{0,3}\s*[：:]))\s*(?<text>\S.*)$",
        ),
        examples: &[
            "【市の考え方】減量の効果を",
            "＜町の見解＞　今後",
            "県の考え方：計画に",
            "対応：修正した。",
            "（事務局の回答）来年度",
        ],
    },
    Rule {
        id: "opinion.word",
        kind: Side::Opinion,
        guard: Guard::of("（(【［[〈＜<《・○◯〇●■□◆◇意要提御ご委住市町区参").holding(&["意見", "要望", "提案"], 10),
        pattern: r"^(?<mark>[・○◯〇●■□◆◇]?\s*(?:[（(【［\[〈＜<《]\s*(?:御|ご)?(?:意見|要望|提案)(?:の?(?:概要|要旨|内容))?\s*[0-9０-９]{0,3}\s*[）)】］\]〉＞>》][：:]?|(?:(?:委員|住民|市民|町民|区民|参加者)の?)?(?:御|ご)?(?:意見|要望|提案)(?:の?(?:概要|要旨|内容))?\s*[0-9０-９]{0,3}(?:\s*[：:]|[\u{3000}\t])|(?:意見|要望)[ ]))\s*(?<text>\S.*)$",
        examples: &[
            "（意見）歩道を先に",
            "【要望】街灯を",
            "意見：増やしてほしい",
            "意見　早期に",
            "【意見の概要】反対である。",
            "委員意見：重い。",
        ],
    },
]);

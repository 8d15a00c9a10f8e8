//! Verbatim minutes: how a turn's head is set off, what is no speech, and what marks questions and answers.
//!
//! A row here says only where a head would stand; whether its words name a speaker, and whether the document uses the
//! form at all, `verbatim::learn` decides. Groups: `number`, `mark` (position marks), `head`, `close`, `text`.

use super::{Guard, Rule, RuleSet};

/// How a head is set off from its turn.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) enum Style {
    /// `○（青木克德区長）　…`: a mark and brackets around the head.
    MarkBracketed,
    /// `■会長:…`: a mark and a colon.
    MarkColon,
    /// `○内田議長　…`, `○小田切`: a mark; white space or the line's end closes the head.
    Mark,
    /// `〈 事務局 〉`, `【下山座長】`, `(委員)…`, `《…》`: brackets alone.
    Bracketed,
    /// `委員長(相馬君):…`.
    Colon,
    /// `事務局` alone on its line.
    Alone,
    /// `会長　　それでは…`.
    Spaced,
    /// `・菊岡会長から、「…」`.
    Narrative,
}

/// A mark that may open a head; the three circles are one.
#[inline]
pub(crate) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '○' | '〇'
            | '◯'
            | '◎'
            | '●'
            | '◉'
            | '□'
            | '■'
            | '◇'
            | '◆'
            | '△'
            | '▲'
            | '▽'
            | '▼'
            | '☆'
            | '★'
            | '・'
            | '◦'
    )
}

/// Heads that open with a mark or a bracket, decided by the first character.
pub(crate) static MARKED: RuleSet<Style> = RuleSet::new(&[
    Rule {
        id: "head.mark-bracketed",
        kind: Style::MarkBracketed,
        guard: Guard::of("○〇◯◎●◉□■◇◆△▲▽▼☆★0123456789０１２３４５６７８９"),
        pattern: concat!(
            r"^(?<number>[0-9０-９]{1,4}\s*[:：.．]\s*)?(?<mark>[○〇◯◎●◉□■◇◆△▲▽▼☆★]\s*[（(【\[［〔〈＜<《])\s*",
            r"(?<head>[^（）()。、「」【】\[\]［］〔〕〈〉＜＞<>《》]{1,24}(?:[（(][^（）()。、]{1,16}[）)][^（）()。、\s：:「]{0,10})?)\s*",
            r"(?<close>[）)】\]］〕〉＞>》][:：]?)\s*(?<text>.*)$",
        ),
        examples: &["○（青木克德区長）　令和７年…", "○（鬼頭（ま）委員）　バス停の…", "◯〔事務局〕", "■【会長】 次に"],
    },
    Rule {
        id: "head.mark-colon",
        kind: Style::MarkColon,
        guard: Guard::of("○〇◯◎●◉□■◇◆△▲▽▼☆★・◦0123456789０１２３４５６７８９"),
        pattern: concat!(
            r"^(?<number>[0-9０-９]{1,4}\s*[:：.．]\s*)?(?<mark>[○〇◯◎●◉□■◇◆△▲▽▼☆★・◦])\s*",
            r"(?<head>[^。、「」：:【】]{1,24}?)\s*(?<close>[：:])\s*(?<text>.*)$",
        ),
        examples: &["■会長:案件(1)について", "○事務局：資料１を", "・委員長：では"],
    },
    Rule {
        id: "head.bracketed",
        kind: Style::Bracketed,
        guard: Guard::of("【〈＜<‹《≪［[〔(（"),
        pattern: concat!(
            r"^(?<mark>[【〈＜<‹《≪［\[〔(（])\s*",
            r"(?<head>[^（）()。、「」【】\[\]［］〔〕〈〉＜＞<>‹›《》≪≫]{1,30}?(?:[（(][^（）()。、]{1,16}[）)][^（）()。、\s「】〉＞>]{0,10})?)\s*",
            r"(?<close>[】〉＞>›》≫］\]〕)）][:：]?)\s*(?<text>.*)$",
        ),
        examples: &[
            "【下山座長】  皆様、",
            "〈 事務局 〉",
            "‹会長>",
            "(事務局)",
            "（委員）調査票が",
            "【知事：朱鷺田 実】",
            "《相談支援部会:大久保委員》",
        ],
    },
]);

/// Heads behind a mark that white space or the line's end closes; tried where no row of `MARKED` holds.
pub(crate) static SPACED_MARK: RuleSet<Style> = RuleSet::new(&[Rule {
    id: "head.mark",
    kind: Style::Mark,
    guard: Guard::of("○〇◯◎●◉□■◇◆△▲▽▼☆★0123456789０１２３４５６７８９"),
    pattern: concat!(
        r"^(?<number>[0-9０-９]{1,4}\s*[:：.．]\s*)?(?<mark>[○〇◯◎●◉□■◇◆△▲▽▼☆★])\s*",
        r"(?<head>[^\s○〇◯])(?<text>.*)$",
    ),
    examples: &[
        "○内田議長　ただいまから",
        "○議長（清野一榮議員）　これより",
        "17: ◯高橋たくみ委員　伺います。",
        "○小田切",
    ],
}]);

/// A sign that may close a head which no mark opens; only lines with one of these near their beginning are asked.
pub(crate) fn closes_head(c: char) -> bool {
    matches!(c, '：' | ':' | '＞' | '>' | '｜' | '|' | '／')
}

/// Heads that only a sign closes: a colon.
pub(crate) static COLON: RuleSet<Style> = RuleSet::new(&[Rule {
    id: "head.colon",
    kind: Style::Colon,
    guard: Guard::ANY.holding(&["：", ":"], 40),
    pattern: r"^(?<head>[^\s。、「」：:【】※＊*・0-9０-９（(][^。、「」：:【】]{0,24}?)\s*(?<close>[：:])\s*(?<text>.*)$",
    examples: &["委員長(相馬君):ただいまより", "事務局：", "小委員長：  では"],
}]);

/// A head alone on its line, without any mark.
pub(crate) static ALONE: RuleSet<Style> = RuleSet::new(&[Rule {
    id: "head.alone",
    kind: Style::Alone,
    guard: Guard::ANY,
    pattern: r"^(?<head>[^\s。、「」：:【】※＊*・0-9０-９（(○〇◯][^。、「」：:【】]{0,15})$",
    examples: &["事務局", "中澤", "朝凪町長 矢吹"],
}]);

/// A head that only white space closes: `会長　　それでは`.
pub(crate) static SPACED: RuleSet<Style> = RuleSet::new(&[Rule {
    id: "head.spaced",
    kind: Style::Spaced,
    guard: Guard::ANY,
    pattern: r"^(?<head>[^\s。、「」：:【】※＊*・0-9０-９（(○〇◯][^。、「」：:【】\s]{0,12}(?:\s[^。、「」：:【】\s]{1,6})?)(?:[\u{3000}\t]|\s{2})\s*(?<text>\S.*)$",
    examples: &["会長　　それでは、議事に", "山田委員\t質問ですが", "議 長  ただいまから"],
}]);

/// Reports of who said what: the head stands before から or より, the words between 「 and 」.
pub(crate) static NARRATIVE: RuleSet<Style> = RuleSet::new(&[Rule {
    id: "head.narrative",
    kind: Style::Narrative,
    guard: Guard::of("・○〇◯●■□◆◇▪•-－").holding(&["ら「", "り「", "は「", "、「", " 「", "　「", "\t「"], 40),
    pattern: concat!(
        r"^(?<mark>[・○〇◯●■□◆◇▪•－-])\s*(?<head>[^。、「」：:]{2,24}?)",
        r"(?<close>(?:から|より)(?:は)?、?\s*「)(?<text>.*)$",
    ),
    examples: &["・平デジタル大臣から、「規制を", "・一部の構成員から、「個人の"],
}]);

/// What a line is that is nobody's speech.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Aside {
    /// A stage direction or a time.
    Procedure,
    /// The end of the whole.
    End,
    /// `〔意見等〕`: what follows are turns.
    Opinions,
}

/// Lines that are no speech though they stand among it.
pub(crate) static ASIDES: RuleSet<Aside> = RuleSet::new(&[
    Rule {
        id: "aside.end",
        kind: Aside::End,
        guard: Guard::of("（(【〔―－—-─〈＜以了終完").ending("上了り完】〕）)〉＞―－—─-。."),
        pattern: r"^[（(【〔〈＜―－—─-]*\s*(?:以\s*上|了|終\s*了|終\s*わ\s*り|完)\s*[】〕）)〉＞―－—─-]*[。.]?$",
        examples: &["（以上）", "――了――", "以　上", "－以上－"],
    },
    Rule {
        id: "aside.opinions",
        kind: Aside::Opinions,
        guard: Guard::of("（(【〔［[〈＜<《≪主意質発各委出御ご■○〇◯◆●□◇")
            .ending("見言疑問換答等容旨要】〕］]〉＞>》≫）):："),
        pattern: r"^[（(【〔［\[〈＜<《≪■○〇◯◆●□◇\s]*(?:主な|主たる|各委員の|委員からの|出された)?\s*(?:御|ご)?(?:意見|発言|質疑|質問)(?:交換|応答|等|内容|要旨|概要)?(?:[・、／/及びと]*(?:御|ご)?(?:意見|質疑|質問|発言|応答|回答)(?:応答|等)?)*\s*[】〕］\]〉＞>》≫）):：]*$",
        examples: &["〔意見等〕", "〇主な意見及び質疑応答", "（質疑応答）"],
    },
    Rule {
        id: "aside.report",
        kind: Aside::Procedure,
        guard: Guard::ANY
            .ending("明告介読拶つ）。")
            .holding(&["説明", "報告", "紹介", "朗読", "挨拶", "あいさつ"], 100),
        pattern: r"^[^。「」]{1,24}(?:より|から|が|に基づき|により)[^。「」]{0,40}(?:説明|報告|紹介|朗読|挨拶|あいさつ)(?:（[^（）]*）)?。?$",
        examples: &["事務局より資料1に基づき説明。", "事務局から資料３を報告"],
    },
    Rule {
        id: "aside.stage-brackets",
        kind: Aside::Procedure,
        guard: Guard::of("〔［[《≪").ending("〕］]》≫。."),
        pattern: r"^(?:〔[^〔〕]+〕|［[^［］]+］|\[[^\[\]]+\]|《[^《》]+》|≪[^≪≫]+≫)[。.]?$",
        examples: &["〔「異議なし」と呼ぶ者あり〕", "《資料確認》", "〔午後１時30分　開会〕"],
    },
    Rule {
        id: "aside.round-brackets",
        kind: Aside::Procedure,
        guard: Guard::of("（(").ending("）)。."),
        pattern: concat!(
            r"^[（(](?:.*(?:呼ぶ者|の声|と言う者|拍手|起立|挙手|登壇|降壇|退席|着席|退場|入場|出席|退室|入室|休憩|再開|再会|開会|閉会|開議|散会|延会|開始|終了|",
            r"朗読|黙[とﾄ]う|異議|了承|賛成|反対|採決|表決|投票|投影|配付|配布|説明|報告|紹介|確認|省略|笑い|笑|発言する|する者|離席|中断|交代|交替|参照|",
            r"資料|名簿|あいさつ|挨拶|自己紹介|別紙|なし|了|会場|[0-9０-９]{1,2}\s*[：:]\s*[0-9０-９]{2}|[0-9０-９]{1,2}時[0-9０-９半]*分?)[^）)]*)[）)][。.]?$",
        ),
        examples: &[
            "（「異議なし」の声あり）",
            "（14：00）",
            "（賛成者起立）",
            "(開会前)",
            "（午前９時30分　開会）",
            "（杉立敏也事務局長報告）",
        ],
    },
    Rule {
        id: "aside.between-strokes",
        kind: Aside::Procedure,
        guard: Guard::of("=＝").ending("=＝"),
        pattern: r"^[=＝]{1,3}\s*[^=＝]+[=＝]{1,3}$",
        examples: &["= 資料1-1について福祉総務課長から説明 =", "＝閉会＝"],
    },
    Rule {
        id: "aside.time",
        kind: Aside::Procedure,
        guard: Guard::of("午正0123456789０１２３４５６７８９").ending("会議憩開了始るた。."),
        pattern: concat!(
            r"^(?:[0-9０-９]{1,4}\s*[:：]\s*)?(?:(?:午前|午後|正午)\s*)?(?:[0-9０-９一二三四五六七八九十]{1,3}\s*[時：:]\s*(?:[0-9０-９一二三四五六七八九十]{1,3}\s*分?|半)?)?\s*",
            r"(?:に|、|　|\s)*(?:開\s*会|開\s*議|閉\s*会|散\s*会|延\s*会|休\s*憩|再\s*開|終\s*了|開\s*始|閉\s*議)(?:[・、](?:開\s*議|開\s*会|散\s*会|閉\s*会))?\s*(?:する|した)?[。.]?$",
        ),
        examples: &["午前10時48分休憩", "午後二時三十五分散会", "午後１時開会・開議", "12: 午前11時20分散会"],
    },
    Rule {
        id: "aside.marked-time",
        kind: Aside::Procedure,
        guard: Guard::of("△▲▽▼◇◆○◯〇◎□■●"),
        pattern: concat!(
            r"^[△▲▽▼◇◆○◯〇◎□■●]\s*(?:開\s*会|開\s*議|閉\s*会|散\s*会|延\s*会|休\s*憩|再\s*開|閉\s*議)(?:[・、](?:開\s*議|散\s*会|閉\s*会))?",
            r"(?:\s*[（(]?\s*(?:午前|午後|正午)?\s*[0-9０-９一二三四五六七八九十]{1,3}\s*[時：:][0-9０-９一二三四五六七八九十半分\s]*[）)]?)?$",
        ),
        examples: &["△休憩　午前10時30分", "△開議", "◇散会（午後３時05分）"],
    },
]);

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
        id: "question.word",
        kind: Side::Question,
        guard: Guard::led("QＱ問質"),
        pattern: concat!(
            r"^(?<mark>[・○◯〇●■□◆◇]?\s*[（(【［\[〈＜<《]?\s*(?:[QＱ]|問い?|質問|質疑)",
            r"(?:[0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,2})?\s*[）)】］\]〉＞>》：:.．、]*|",
            r"\s*[0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,2})?\s*(?:[）)】］\]〉＞>》：:]+|[.．、]?\s)|\s*[）)】］\]〉＞>》：:.．、]+|\s))\s*(?<text>\S.*)$",
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
        id: "answer.word",
        kind: Side::Answer,
        guard: Guard::led("AＡ答回"),
        pattern: concat!(
            r"^(?<mark>[・○◯〇●■□◆◇]?\s*[（(【［\[〈＜<《]?\s*(?:[AＡ]|答え?|回答|答弁)",
            r"(?:[0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,2})?\s*[）)】］\]〉＞>》：:.．、]*|",
            r"\s*[0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,2})?\s*(?:[）)】］\]〉＞>》：:]+|[.．、]?\s)|\s*[（(][^（）()]{1,12}[）)]\s*[：:]?|\s*[）)】］\]〉＞>》：:.．、]+|\s))\s*(?<text>\S.*)$",
        ),
        examples: &[
            "答　朝の３便は",
            "答（再質問に対し）　移る先には",
            "Ａ　90分以内",
            "回答：８月31日",
            "A1. 来年から",
        ],
    },
    Rule {
        id: "opinion.word",
        kind: Side::Opinion,
        guard: Guard::of("（(【［[〈＜<《・○◯〇●■□◆◇意要提"),
        pattern: r"^(?<mark>[・○◯〇●■□◆◇]?\s*(?:[（(【［\[〈＜<《]\s*(?:御|ご)?(?:意見|要望|提案)\s*[0-9０-９]{0,3}\s*[）)】］\]〉＞>》][：:]?|(?:意見|要望|提案)\s*[0-9０-９]{0,3}\s*[：:]))\s*(?<text>\S.*)$",
        examples: &["（意見）歩道を先に", "【要望】街灯を", "意見：増やしてほしい"],
    },
]);

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
    /// `【…】`.
    Bracket,
    /// `（参考）…`, `○議題…`: no number at all.
    None,
}

/// Headings among speech. Groups: `mark`, `label`, `text`.
pub(crate) static HEADINGS: RuleSet<Numbering> = RuleSet::new(&[
    Rule {
        id: "part.ordinal",
        kind: Numbering::Ordinal,
        guard: Guard::of("第日議案報陳請諮協審追○◯〇◎■□◆◇●△▲▽▼【〔［["),
        pattern: concat!(
            r"^(?<mark>[○◯〇◎■□◆◇●△▲▽▼【〔［\[]\s*)?(?<label>(?:追加)?(?:議事)?(?:日\s*程|議\s*題|議\s*事|案\s*件|議案|報告|協議|審議|諮問|陳情|請願)?(?:事項)?\s*(?:第\s*[0-9０-９一二三四五六七八九十]{1,3}(?:\s*号)?|",
            r"[（(]\s*[0-9０-９]{1,2}\s*[）)]|[0-9０-９]{1,2}|[①-⑳]))[】〕］\]]?(?:[\s　．.、：:]+|$)(?<text>.*)$",
        ),
        examples: &[
            "日程第１　議案第146号",
            "第１　会議録署名議員の指名",
            "議題1 各部会報告",
            "議題（１）　医療法人の設立",
            "議題①　計画",
        ],
    },
    Rule {
        id: "part.paren-digit",
        kind: Numbering::ParenDigit,
        guard: Guard::of("（(⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽"),
        pattern: r"^(?<label>[（(]\s*[0-9０-９]{1,2}\s*[)）]|[⑴-⒇])\s*(?<text>.*)$",
        examples: &["(1)計画の素案に寄せられた意見について", "（２）意見交換"],
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
        examples: &["【質疑応答】", "〔意見等〕", "＜議題１ 計画について＞"],
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

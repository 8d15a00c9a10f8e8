//! Verbatim minutes: how a turn's head is set off: `○内田議長　…`, `【下山座長】`, `事務局：`.
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
    /// `山田委員「…」`: a quotation right behind the head.
    Quoted,
    /// `○村上総務大臣から、以下の発言があった。`, what was said below.
    Announced,
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
            | '•'
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
            r"(?<close>[）)】\]］〕〉＞>》]\s*[:：]?)\s*(?<text>.*)$",
        ),
        examples: &["○（青木克德区長）　令和７年…", "○（鬼頭（ま）委員）　バス停の…", "◯〔事務局〕", "■【会長】 次に"],
    },
    Rule {
        id: "head.mark-colon",
        kind: Style::MarkColon,
        guard: Guard::of("○〇◯◎●◉□■◇◆△▲▽▼☆★・•◦→⇒0123456789０１２３４５６７８９"),
        pattern: concat!(
            r"^(?<number>[0-9０-９]{1,4}\s*[:：.．]\s*)?(?<mark>[○〇◯◎●◉□■◇◆△▲▽▼☆★・•◦→⇒])\s*",
            r"(?<head>[^。、「」：:【】]{1,24}?)\s*(?<close>[：:])\s*(?<text>.*)$",
        ),
        examples: &[
            "■会長:案件(1)について",
            "○事務局：資料１を",
            "・委員長：では",
            "• 委員：よい案である。",
            "→事務局：検討する。",
        ],
    },
    Rule {
        id: "head.bracketed",
        kind: Style::Bracketed,
        guard: Guard::of("【〈＜<‹《≪［[〔(（→⇒"),
        pattern: concat!(
            r"^(?<mark>(?:[→⇒]\s*)?[【〈＜<‹《≪［\[〔(（])\s*",
            r"(?<head>[^（）()。、「」【】\[\]［］〔〕〈〉＜＞<>‹›《》≪≫]{1,30}?(?:[（(][^（）()。、]{1,16}[）)][^（）()。、\s「】〉＞>]{0,10})?)\s*",
            r"(?<close>[】〉＞>›》≫］\]〕)）]\s*[:：]?)\s*(?<text>.*)$",
        ),
        examples: &[
            "【下山座長】  皆様、",
            "〈 事務局 〉",
            "‹会長>",
            "(事務局)",
            "（委員）調査票が",
            "【知事：朱鷺田 実】",
            "《相談支援部会:大久保委員》",
            "→（事務局）来年度である。",
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
    matches!(c, '：' | ':' | '＞' | '>' | '｜' | '|' | '／' | '…' | '‥' | '―' | '—' | '─' | '－' | '・')
}

/// `久我会長……では`: a head that dots or a stroke close.
pub(crate) const DOTS: &str = "head.dots";

/// `委員）高齢の方の`: a head that a bracket closes which nothing opened.
pub(crate) const HALF_BRACKET: &str = "head.half-bracket";

/// Heads that only a sign closes: a colon, dots, a stroke, half a bracket.
pub(crate) static COLON: RuleSet<Style> = RuleSet::new(&[
    Rule {
        id: "head.colon",
        kind: Style::Colon,
        guard: Guard::ANY.holding(&["：", ":"], 40),
        pattern: r"^(?<head>[^\s。、「」：:【】※＊*・0-9０-９（(][^。、「」：:【】…‥―—─－]{0,24}?)\s*(?<close>[：:])\s*(?<text>.*)$",
        examples: &["委員長(相馬君):ただいまより", "事務局：", "小委員長：  では"],
    },
    Rule {
        id: DOTS,
        kind: Style::Colon,
        guard: Guard::ANY.holding(&["…", "‥", "―", "—", "─", "－", "・・"], 60),
        pattern: concat!(
            r"^(?<head>[^\s。、「」：:【】※＊*・0-9０-９（(…‥―—─－][^。、「」：:【】…‥―—─－]{0,16}?)",
            r"(?<close>\s*(?:…+|‥+|―+|—+|─+|・{2,})|\s－\s)\s*(?<text>[^\s…‥―—─－・].*)$",
        ),
        examples: &["久我会長……では", "事務局　…　資料", "矢代委員 － 賛成です。", "会長 ― では", "委員・・・理由は"],
    },
    Rule {
        id: HALF_BRACKET,
        kind: Style::Colon,
        guard: Guard::ANY.holding(&["）", ")"], 18),
        pattern: concat!(
            r"^(?<head>[^\s。、「」：:【】※＊*・0-9０-９（）()ア-ンa-zA-Z][^\s。、「」：:【】（）()]{0,8}[（(][^\s。、（）()]{1,4}[）)][^\s。、「」：:【】（）()]{1,8}|",
            r"[^\s。、「」：:【】※＊*・0-9０-９（）()ア-ンa-zA-Z][^\s。、「」：:【】（）()]{1,16}?|[A-Z](?:委員|議員|構成員|氏|さん))(?<close>[）)])\s*(?<text>\S.*|)$",
        ),
        examples: &[
            "委員）高齢の方の講座について。",
            "事務局)前から実施している。",
            "今井（正）委員長）休憩します。",
            "A委員)賛成です。",
        ],
    },
]);

/// A head alone on its line, without any mark.
pub(crate) static ALONE: RuleSet<Style> = RuleSet::new(&[Rule {
    id: "head.alone",
    kind: Style::Alone,
    guard: Guard::ANY,
    pattern: r"^(?<head>(?:[○〇◯●◎△▲□■×]{2}|[^\s。、「」：:【】※＊*・0-9０-９（(○〇◯])(?:[^。、「」：:【】]{0,15}|[^。、「」：:【】（(]{0,14}[（(][^。、「」：:【】（）()]{1,14}[）)]))$",
    examples: &["事務局", "中澤", "朝凪町長 矢吹", "都市計画課長（一ノ瀬千鶴子君）"],
}]);

/// Heads whose letters are set apart, closed by white space: `議　　長　　ただいまから`.
pub(crate) static SPACED_LETTERS: RuleSet<Style> = RuleSet::new(&[Rule {
    id: "head.spaced-letters",
    kind: Style::Spaced,
    guard: Guard::ANY,
    pattern: r"^(?<head>[\p{Han}A-ZＡ-Ｚ](?:\s{1,4}\p{Han}){1,6})(?:[\u{3000}\t]|\s{2})\s*(?<text>\S.*)$",
    examples: &[
        "議　　長　　ただいまから",
        "Ａ 委 員　賛成です。",
        "事 務 局　　資料１を",
        "副 会 長　では",
        "議 長  ただいまから",
    ],
}]);

/// Heads that only white space closes: `会長　　それでは`.
pub(crate) static SPACED: RuleSet<Style> = RuleSet::new(&[Rule {
    id: "head.spaced",
    kind: Style::Spaced,
    guard: Guard::ANY,
    pattern: r"^(?<head>(?:[○〇◯●◎△▲□■×]{2}|[^\s。、「」：:【】※＊*・0-9０-９（(○〇◯])[^。、「」：:【】\s]{0,20}(?:\s[^。、「」：:【】\s]{1,6})?)(?:[\u{3000}\t]|\s{2})\s*(?<text>\S.*)$",
    examples: &["会長　　それでは、議事に", "山田委員\t質問ですが", "○○委員　質問ですが", "△△△△　賛成です。"],
}]);

/// Heads that one space closes, where no row of `SPACED` finds one: `事務局 資料１を`.
pub(crate) static SPACED_ONCE: RuleSet<Style> = RuleSet::new(&[Rule {
    id: "head.spaced-once",
    kind: Style::Spaced,
    guard: Guard::ANY,
    pattern: r"^(?<head>(?:[○〇◯●◎△▲□■×]{2}|[^\s。、「」：:【】※＊*・0-9０-９（(○〇◯])[^。、「」：:【】\s]{0,20})\s(?<text>\S.*)$",
    examples: &["事務局 資料１を", "Ａ委員 賛成です。", "議長（矢代正君） これより"],
}]);

/// A seat's number and a name: `12番 矢代正議員　伺います。`
pub(crate) static SEATED: RuleSet<Style> = RuleSet::new(&[
    Rule {
        id: "head.seated-colon",
        kind: Style::Colon,
        guard: Guard::DIGIT.holding(&["：", ":"], 60),
        pattern: r"^(?<head>[0-9０-９]{1,3}\s{0,3}番\s{0,2}[^。、「」：:【】\s0-9０-９]{1,10})(?<close>[：:])\s*(?<text>\S.*)$",
        examples: &["４番関委員：面積は", "４番 矢代正議員： はい。"],
    },
    Rule {
        id: "head.seated-alone",
        kind: Style::Alone,
        guard: Guard::DIGIT.short(60),
        pattern: r"^(?<head>[0-9０-９]{1,3}\s{0,3}番\s{0,3}[^。、「」：:【】\s0-9０-９]{1,10}(?:\s[^。、「」：:【】\s]{1,5}(?:議員|委員|君|氏|さん))?)$",
        examples: &["12番　矢代正議員", "３番（矢代正君）"],
    },
    Rule {
        id: "head.seated",
        kind: Style::Spaced,
        guard: Guard::DIGIT,
        pattern: r"^(?<head>[0-9０-９]{1,3}\s{0,3}番\s{0,2}[^。、「」：:【】\s0-9０-９]{1,10}(?:\s[^。、「」：:【】\s]{1,6})?)\s+(?<text>\S.*)$",
        examples: &["12番 矢代正議員　伺います。", "３番（矢代正君） はい。", "３番 矢代 正議員　はい。"],
    },
]);

/// A seat's number alone, where no name stands behind it: `２番　ただいまの`.
pub(crate) static SEAT: RuleSet<Style> = RuleSet::new(&[
    Rule {
        id: "head.seat-colon",
        kind: Style::Colon,
        guard: Guard::DIGIT.holding(&["：", ":"], 24),
        pattern: r"^(?<head>[0-9０-９]{1,3}\s{0,3}番(?:委員|議員)?)\s*(?<close>[：:])\s*(?<text>\S.*)$",
        examples: &["２番：賛成です。", "７番委員：現地を確認しました。"],
    },
    Rule {
        id: "head.seat",
        kind: Style::Spaced,
        guard: Guard::DIGIT,
        pattern: r"^(?<head>[0-9０-９]{1,3}\s{0,3}番(?:委員|議員)?)\s+(?<text>[^\s：:].*)$",
        examples: &["２　番　　現地を", "７番委員　　現地を確認しました。"],
    },
]);

/// `委員「時期は。」`: a head before a quotation.
pub(crate) const QUOTED_HEAD: &str = "head.quoted";

/// Heads behind which a quotation stands, and nothing behind that.
pub(crate) static QUOTED: RuleSet<Style> = RuleSet::new(&[Rule {
    id: QUOTED_HEAD,
    kind: Style::Quoted,
    guard: Guard::ANY.having("「", 18),
    pattern: r"^(?<head>[^\s。、「」：:【】※＊*・0-9０-９（(](?:[^。、「」：:【】]{0,14}[^\s。、「」：:【】])?)(?<close>「)(?<text>\S.*)$",
    examples: &["矢代委員「時期はいつか。」", "事務局「来年度から"],
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

/// Reports whose words stand below: the head before から or より, then 以下 or 次.
pub(crate) static ANNOUNCED: RuleSet<Style> = RuleSet::new(&[Rule {
    id: "head.announced",
    kind: Style::Announced,
    guard: Guard::of("・○〇◯●■□◆◇▪•-－").ending("。：:").holding(&["以下", "次の"], 90),
    pattern: concat!(
        r"^(?<mark>[・○〇◯●■□◆◇▪•－-])\s*(?<head>[^。、「」：:]{2,24}?)",
        r"(?<close>(?:から|より)(?:は)?、?\s*(?:以下|次)の(?:とおり|ような|通り)?[^。「」]{0,16}(?:発言|意見|説明|報告|挨拶|あいさつ|回答|質問|コメント|指摘)[^。「」]{0,16}[。：:])(?<text>.*)$",
    ),
    examples: &["○村上総務大臣から、以下の発言があった。", "・久我議長より次のような意見があった。"],
}]);

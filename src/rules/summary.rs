//! A summary with numbered agenda, themes, items and bulleted opinions.

use super::guard::DIGITS;
use super::{Guard, LEADING_MARK, Rule, RuleSet};

/// What a line of a summary opens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// `（１）…`: an agenda item.
    Agenda,
    /// `①…`: a theme.
    Theme,
    /// `【№１】…`: an item.
    Item,
    /// `【その他】`.
    Other,
    /// `【総括】`.
    Summary,
    /// `（主な意見）`: what follows are opinions.
    Opinions,
    /// `（以上）`.
    End,
    /// `※座長により…`.
    Note,
    /// `・…`.
    Bullet,
    /// `５ その他`: a heading with a plain number.
    Heading,
}

/// `本日の会議に付した事件`: what an assembly dealt with, behind the agenda and no part of it.
pub(crate) const AFFAIRS: &str = "heading.affairs";

pub(crate) static RULES: RuleSet<Kind> = RuleSet::new(&[
    Rule {
        id: "item.bracket-number",
        kind: Kind::Item,
        guard: Guard::of("【〔［[〈＜<《≪（(").having("№NnＮｎ番項課取", 8),
        pattern: concat!(
            r"^(?<label>[【〔［\[〈＜<《≪（(]\s*(?:№|[NnＮｎ][OoＯｏ]\s*[.．]?|番号|項目|課題|取組)\s*",
            r"[0-9０-９]{1,3}(?:\s*(?:[、，,・･/／と]|及び|[-‐－―~～〜ー−])\s*(?:№|[NnＮｎ][OoＯｏ]\s*[.．]?)?\s*[0-9０-９]{1,3})*\s*[】〕］\]〉＞>》≫）)])",
            r"\s*(?<text>.*)$",
        ),
        examples: &[
            "【№１】ネットワーク会議",
            "【No.12】",
            "【Ｎｏ．３】研修",
            "【№３、４】",
            "【番号５】",
            "【№３～５】",
            "≪№６≫ 研修の実施",
            "（課題１）移動の手段",
        ],
    },
    Rule {
        id: "item.bracket-number-heading",
        kind: Kind::Item,
        guard: Guard::of("【〔［[〈＜<《").ending("】〕］]〉＞>》").having("№NnＮｎ", 8),
        pattern: concat!(
            r"^(?<mark>[【〔［\[〈＜<《])\s*(?<label>(?:№|[NnＮｎ][OoＯｏ]\s*[.．]?)\s*",
            r"[0-9０-９]{1,3}(?:\s*(?:[、，,・･/／と]|及び|[-‐－―~～〜ー−])\s*(?:№|[NnＮｎ][OoＯｏ]\s*[.．]?)?\s*[0-9０-９]{1,3})*)",
            r"[\s　：:]+(?<text>[^】〕］\]〉＞>》]+?)\s*(?<close>[】〕］\]〉＞>》])$",
        ),
        examples: &["【№１ ネットワーク会議】", "［No.3：研修の実施］"],
    },
    Rule {
        id: "item.number-sign",
        kind: Kind::Item,
        guard: Guard::of("№NＮ■□◆◇●○〇◯◎").having("№NＮ", 4),
        pattern: concat!(
            r"^(?<mark>[■□◆◇●○〇◯◎]\s*)?(?<label>(?:№|[NＮ][OoＯｏ]\s*[.．])\s*[0-9０-９]{1,3}(?:\s*(?:[、，,・･～〜と-]|及び)\s*(?:№|[NＮ][OoＯｏ]\s*[.．])?\s*[0-9０-９]{1,3})*)",
            r"(?:[\s　：:]+(?<text>[^\s0-9０-９].*)|(?<near>[「『（(][^。、]*))?$",
        ),
        examples: &[
            "№１ ネットワーク会議",
            "No.12　研修の実施",
            "№３、４",
            "№３と４　通学の支援",
            "■№５　通学の支援",
            "№６（通学の支援）について",
        ],
    },
    Rule {
        id: "item.bracket-digit",
        kind: Kind::Item,
        guard: Guard::of("【〔［").having(DIGITS, 8),
        pattern: r"^(?<label>[【〔［]\s*[0-9０-９]{1,3}(?:\s*[、，,・～〜-]\s*[0-9０-９]{1,3})*\s*[】〕］])\s*(?<text>.*)$",
        examples: &["【１】ネットワーク会議", "【12】", "【３～５】研修", "［２］研修"],
    },
    Rule {
        id: "item.word-number",
        kind: Kind::Item,
        guard: Guard::of("番項課取").holding(&["番号", "項目", "課題", "取組"], 1).short(120),
        pattern: r"^(?<label>(?:番号|項目|課題|取組)\s*(?:[0-9０-９]{1,3}|[①-⑳]))(?:[\s　：:．.]+(?<text>[^\s0-9０-９。][^。]*))?$",
        examples: &["番号３　通学の支援", "課題１：人材の育成", "項目２"],
    },
    Rule {
        id: "other.bracket",
        kind: Kind::Other,
        guard: Guard::of("【〔［[〈＜<《").holding(&["その他"], 20),
        pattern: r"^(?<label>[【〔［\[〈＜<《]\s*その他(?:の意見|意見|・意見|全般|、全般|御意見|ご意見)?\s*[】〕］\]〉＞>》])\s*(?<text>.*)$",
        examples: &["【その他】", "［その他の意見］"],
    },
    Rule {
        id: "summary.bracket",
        kind: Kind::Summary,
        guard: Guard::of("【〔［[〈＜<《（(≪").holding(&["括", "め", "評"], 20),
        pattern: r"^(?<label>[【〔［\[〈＜<《（(≪]\s*(?:総\s*括|ま\s*と\s*め|全体のまとめ|(?:座長|会長|委員長|部会長|議長)(?:から)?の?(?:まとめ|総括)|講評)\s*[】〕］\]〉＞>》）)≫])\s*(?<text>.*)$",
        examples: &["【総括】", "【まとめ】", "〔総 括〕", "（まとめ）", "＜会長総括＞"],
    },
    Rule {
        id: "summary.alone",
        kind: Kind::Summary,
        guard: Guard::of("座会委部議■□○◯〇●◎◆◇").having("括め", 16).short(60),
        pattern: r"^(?<mark>[■□○◯〇●◎◆◇]\s*)?(?<label>(?:座長|会長|委員長|部会長|議長)(?:から)?の?(?:まとめ|総括))[：:]?$",
        examples: &["座長まとめ", "○会長総括", "■委員長のまとめ："],
    },
    Rule {
        id: "summary.marked",
        kind: Kind::Summary,
        guard: Guard::of("■□◆◇◎").having("総ま全", 4).short(40),
        pattern: r"^(?<mark>[■□◆◇◎]\s*)(?<label>総\s*括|ま\s*と\s*め|全体のまとめ)[：:]?$",
        examples: &["■まとめ", "◆ 総　括"],
    },
    Rule {
        id: "mark.opinions",
        kind: Kind::Opinions,
        guard: Guard::of("（(【〔［[〈＜<《≪◎主意質発各委出御ご■○〇◯◆◇●□構参住町市県区村保学地利関傍会")
            .short(90)
            .ending("見言疑問換答等容旨要】〕］]〉＞>》≫）):：")
            .holding(&["意見", "発言", "質疑", "質問"], 24),
        pattern: r"^[（(【〔［\[〈＜<《≪■○〇◯◎◆◇●□\s]*(?:[^\s。、「」：:（）()]{0,10}からの|(?:各|出席)?(?:委員|構成員|参加者|出席者)の?|出された)?(?:主な|主たる)?\s*(?:御|ご)?(?:意見|発言|質疑|質問)(?:(?:交換|応答)(?:の(?:内容|要旨|概要))?|等|内容|要旨|概要)?(?:[・、／/及びと]*(?:御|ご)?(?:意見|質疑|質問|発言|応答|回答)(?:応答|等)?)*\s*[】〕］\]〉＞>》≫）):：]*$",
        examples: &[
            "（主な意見）",
            "〇主な意見及び質疑応答",
            "【主な意見】",
            "（意見交換）",
            "〔質疑応答〕",
            "主な意見・質疑",
            "御意見",
            "各委員の意見",
            "構成員からの主な意見",
            "（委員意見）",
            "〔意見交換の内容〕",
            "◎主な発言",
        ],
    },
    Rule {
        id: "mark.end",
        kind: Kind::End,
        guard: Guard::of("（(【〔以―－‐–—─-").short(40).ending("上了】〕）)―－‐–—─-。.").having("以了", 24),
        pattern: r"^(?:[（(【〔―－‐–—─-]*\s*以\s*上\s*[】〕）)―－‐–—─-]*[。.]?|[（(【〔]\s*(?:終\s*)?了\s*[】〕）)])$",
        examples: &["（以上）", "以　上", "以上", "‐ 以上 ‐", "（了）"],
    },
    Rule {
        id: "agenda.paren-digit",
        kind: Kind::Agenda,
        guard: Guard::of("（(⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        pattern: r"^(?<label>[（(]\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]|[⑴-⒇])\s*(?<text>.*)$",
        examples: &["（１）小児在宅医療について", "(2) その他", "⑶研修について", "（一）地域防災計画の修正について"],
    },
    Rule {
        id: "agenda.ordinal-bracket",
        kind: Kind::Agenda,
        guard: Guard::of("議案協審報諮■□◆◇●○〇◯◎")
            .having("（(）)①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 24)
            .holding(&["議", "案", "協", "審", "報", "諮"], 16),
        pattern: r"^(?<mark>[■□◆◇●○〇◯◎]\s*)?(?<label>(?:議\s*題|議\s*事|案\s*件|議\s*案|協\s*議|審\s*議|報\s*告|諮\s*問)(?:事\s*項)?\s*(?:[（(]?\s*[0-9０-９]{1,2}\s*[)）]|[①-⑳]))[：:．.、]?\s*(?<text>.*)$",
        examples: &[
            "議題（１）　医療法人の設立",
            "議題(1)資料2：診療所の決定について",
            "報告事項①実績",
            "◆議事（２）校名の決め方について",
            "審議事項１）計画の進行管理について",
        ],
    },
    Rule {
        id: "agenda.ordinal",
        kind: Kind::Agenda,
        guard: Guard::of("議案協審報諮日第■□◆◇●○〇◯◎")
            .having(DIGITS, 24)
            .holding(&["議", "案", "協", "審", "報", "諮", "程"], 16),
        pattern: concat!(
            r"^(?<mark>[■□◆◇●○〇◯◎]\s*)?(?<label>(?:議\s*題|案\s*件|協\s*議|審\s*議|報\s*告|諮\s*問)(?:事\s*項)?\s*[0-9０-９]{1,2}|(?:日\s*程|議\s*案|報\s*告|諮\s*問)\s*第\s*[0-9０-９]{1,3}\s*号?|第\s*[0-9０-９]{1,3}\s*号\s*(?:議案|報告|諮問))",
            r"(?:[\s　．.、：:]+(?<text>\S.*)|\s*(?<close>について|の審議(?:について)?|の件))?$",
        ),
        examples: &[
            "議題１　各部会報告",
            "日程第１　会期の決定",
            "議案第１号",
            "報告事項２：実績",
            "第２号議案　業務の委託",
            "■議題１：見守りについて",
            "〇議案第２号について",
        ],
    },
    Rule {
        id: "agenda.ordinal-alone",
        kind: Kind::Agenda,
        guard: Guard::of("第").having("　\t ．.、", 6),
        // 第１ 四半期: what an extractor set apart by one space is no number of its own.
        pattern: r"^(?<label>第\s?[0-9０-９]{1,3})(?:(?:[\u{3000}\t]|[ ]{2}|[．.、])\s*(?<text>\S.*)|[ ](?<near>[^\s四半回号条期部章節0-9０-９].*))$",
        examples: &["第２　議案第41号　一般会計補正予算", "第1  会期の決定", "第１ 議事録署名委員の指名"],
    },
    Rule {
        id: "agenda.two-numbers",
        kind: Kind::Agenda,
        guard: Guard::DIGIT.having("-－‐−―", 9).short(150),
        pattern: r"^(?<label>[0-9０-９]{1,2}\s?[-－‐−―]\s?[0-9０-９]{1,2})(?:[.．]\s*|[\s　]+)(?<text>[\p{Han}ぁ-ゖァ-ヺｦ-ﾝ「][^。：]*)$",
        examples: &["５－１　個別避難計画について", "3-2 今後の取組"],
    },
    Rule {
        id: "agenda.bracket-ordinal",
        kind: Kind::Agenda,
        guard: Guard::of("【〔［[〈＜<《≪（(").holding(&["議", "案", "報", "諮"], 8),
        pattern: concat!(
            r"^(?<label>[【〔［\[〈＜<《≪（(]\s*(?:議\s*題|議\s*事|案\s*件|議\s*案|協\s*議|審\s*議|報\s*告|諮\s*問)(?:事\s*項)?\s*第?\s*",
            r"(?:[0-9０-９]{1,2}|[（(]\s*[0-9０-９]{1,2}\s*[)）]|[①-⑳])\s*号?\s*[】〕］\]〉＞>》≫）)])\s*(?<text>.*)$",
        ),
        examples: &[
            "【議題１】デマンド交通の実証運行について",
            "［報告事項（２）］",
            "＜議題１＞ 計画について",
            "（議題２）研修について",
        ],
    },
    Rule {
        id: "agenda.bracketed",
        kind: Kind::Agenda,
        guard: Guard::of("【〔［[〈＜<《≪").holding(&["議", "案", "報", "諮"], 8).ending("】〕］]〉＞>》≫"),
        pattern: concat!(
            r"^(?<mark>[【〔［\[〈＜<《≪])\s*(?<label>(?:議\s*題|議\s*事|案\s*件|議\s*案|協\s*議|審\s*議|報\s*告|諮\s*問)(?:事\s*項)?\s*第?\s*",
            r"(?:[0-9０-９]{1,2}|[（(]\s*[0-9０-９]{1,2}\s*[)）]|[①-⑳])\s*号?|第\s*[0-9０-９]{1,3}\s*号\s*(?:議案|報告|諮問))[\s．.、：:]+(?<text>[^【】〔〕［］\[\]〈〉＜＞<>《》≪≫]+?)\s*(?<close>[】〕］\]〉＞>》≫])$",
        ),
        examples: &[
            "【議題１　デマンド交通の実証運行について】",
            "＜議題１ 計画について＞",
            "【第１号議案：決算について】",
        ],
    },
    Rule {
        id: "theme.ordinal",
        kind: Kind::Theme,
        guard: Guard::of("テ論視").holding(&["テーマ", "論点", "視点"], 1),
        pattern: r"^(?<label>(?:テーマ|論\s*点|視\s*点)\s*(?:[0-9０-９]{1,2}|[①-⑳]))(?:[\s．.、：:]+(?<text>.*))?$",
        examples: &["テーマ１　人材の確保", "論点２：役割の分担", "視点①"],
    },
    Rule {
        id: "theme.group",
        kind: Kind::Theme,
        guard: Guard::ANY.holding(&["グループ", "班", "チーム", "テーブル", "分科会"], 12).short(120),
        pattern: concat!(
            r"^(?<mark>[【〔［\[〈＜<《■□◆◇○●◎]\s*)?(?<text>(?:第?\s*[0-9０-９一二三四五六七八九Ａ-ＺA-Z①-⑳]{1,2}\s*(?:グループ|班|チーム|テーブル|分科会)|",
            r"(?:グループ|班|チーム|テーブル|分科会)\s*[0-9０-９Ａ-ＺA-Z①-⑳]{1,2})(?:\s*[（(][^（）()。]{1,30}[）)]|\s*[：:]\s*[^：:。】〕］\]〉＞>》]{1,30})?)\s*(?<close>[】〕］\]〉＞>》：:]*)$",
        ),
        examples: &[
            "Ａグループ（発表者：佐分利さん）",
            "〈１班〉",
            "■グループ２",
            "第３班：",
            "【第１分科会：福祉・医療】",
        ],
    },
    Rule {
        id: "theme.circled",
        kind: Kind::Theme,
        guard: Guard::CIRCLED,
        pattern: r"^(?<label>.)[.．、]?\s*(?<text>.*)$",
        examples: &["①関係機関とのネットワーク構築", "➁ 人材育成"],
    },
    Rule {
        id: "note.reference-mark",
        kind: Kind::Note,
        guard: Guard::of("※＊*"),
        pattern: r"^(?<mark>※|[＊*][0-9０-９]{1,2}\s)\s*(?<text>.*)$",
        examples: &["※座長により最後に次のようなまとめがあった。", "＊１ 別紙のとおり"],
    },
    Rule {
        id: "opinion.bullet",
        kind: Kind::Bullet,
        guard: Guard::BULLET,
        pattern: LEADING_MARK,
        examples: &[
            "・小児の支援の基準が見えにくい（小田原市健康づくり課）",
            "○ 「人材不足」については、",
            "- 研修を増やす",
        ],
    },
    Rule {
        id: AFFAIRS,
        kind: Kind::Heading,
        guard: Guard::of("本").holding(&["会議に付", "委員会に付"], 40),
        pattern: r"^(?<text>本日の(?:会議|委員会)に付(?:した|議した|された|する)(?:事件|案件|議案|議題))$",
        examples: &["本日の会議に付した事件", "本日の委員会に付した案件"],
    },
    Rule {
        id: "heading.ideograph",
        kind: Kind::Heading,
        guard: Guard::of("一二三四五六七八九十").short(90),
        // 一　般　質　問: letters set apart are no number and its words.
        pattern: r"^(?<label>[一二三四五六七八九十]{1,3})(?:\s*[.．、]\s*|[\s　]+)(?<text>[^\s、。一二三四五六七八九十][^\s、。][^。]*)$",
        examples: &["一　開会", "十二、その他"],
    },
    Rule {
        id: "heading.digit",
        kind: Kind::Heading,
        guard: Guard::DIGIT,
        pattern: r"^(?<label>[0-9０-９]{1,2})(?:(?:\s*[.．、]\s*|[\s　]+)(?<text>[^0-9０-９\s].*)|[.．]\s+(?<counted>[0-9０-９]{1,4}\p{Han}.*))$",
        examples: &["５ その他", "1. 開会", "２．議事", "2. 1学期の教育活動について"],
    },
]);

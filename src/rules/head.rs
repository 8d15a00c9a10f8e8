//! The head of minutes: named fields, in any order and spelling.

use super::{Guard, Rule, RuleSet};

/// Which field a line opens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Field {
    /// 日時.
    Date,
    /// 開催時間, where it stands apart from the date.
    Time,
    /// 開会 with its time, where it stands apart from the date.
    Opening,
    /// 閉会 with its time.
    Closing,
    /// 場所.
    Place,
    /// 議題: its children are the agenda.
    Agenda,
    /// 次回.
    Next,
    /// 会議名: where a form states it.
    Name,
    /// 出席者, 傍聴者.
    Attendees,
    /// 開催方法: how they met.
    Manner,
    /// A field that the output has no name for, known by its words: 公開・非公開の別, 配布資料.
    Other,
    /// A field that the output has no name for.
    Unnamed,
}

/// `次回は２月に開催する。`: a sentence among others, which closes nothing.
pub(crate) const NEXT_SENTENCE: &str = "head.next-sentence";

/// `午前10時２分開議`: a line of the head; among turns it is a stage direction.
pub(crate) const OPENED_AT: &str = "head.opened-at";
/// `午後３時10分閉会`, likewise.
pub(crate) const CLOSED_AT: &str = "head.closed-at";

/// `審議事項`: above all topics it announces them; among them it heads some.
pub(crate) const TOPICS_ABOVE: &str = "head.topics-above";

/// `平成27年1月19日（月）10:15～`: a date with its time that no name announces.
pub(crate) const BARE_DATE: &str = "head.bare-date";

/// A number, bullet or bracket before a field's name, then the name, letters possibly set apart.
/// What may stand between name and value is a colon or white space.
pub(crate) static FIELDS: RuleSet<Field> = RuleSet::new(&[
    Rule {
        id: "head.date",
        kind: Field::Date,
        guard: Guard::led("会の開実審意照日期年招と").having("日期き", 40),
        pattern: concat!(
            r"^(?&number)[【〔［\[＜〈<《≪]?\s*",
            r"(?<name>(?:会\s*議\s*)?(?:の\s*)?(?:開\s*催\s*|実\s*施\s*|審\s*議\s*|意\s*見\s*照\s*会\s*|照\s*会\s*)?(?:日\s*時|期\s*日|(?:年\s*)?月\s*日(?:時)?|期\s*間)(?:及び場所|・場所)?|(?:会\s*議\s*)?(?:の\s*)?(?:開\s*催|開\s*会)\s*日|招\s*集\s*(?:日\s*時|年\s*月\s*日)|と\s*き)\s*",
            r"(?<colon>[：:／】］\]〕＞〉>》≫|｜]|[はに])?\s*(?<value>.*)$",
        ),
        examples: &[
            "１ 日時：平成 29年１月 30日（水）19：00～21：00",
            "■ 日 時:平成23年6月29日(水) 午後2時~午後4時",
            "開催日：令和 5年 2月17日",
            "○日時",
            "日　　時　令和３年７月１日",
            "会議開催日時:令和6年1月31日(水曜日) 午前10時から11時20分まで",
            "開催日時 | 令和3年10月19日",
            "＜日　時＞　2024年8月9日（金）10時～",
            "審議期間",
            "○開会日 平成20年7月15日",
            "〇招集日時 平成25年12月11日 午前10時",
            "会議の開催日",
        ],
    },
    Rule {
        id: "head.dated",
        kind: Field::Date,
        guard: Guard::led("日月実会審開招").having("年./．／-‐", 60).holding(&["日", "時", "期"], 24),
        // 日程 and 開催時期 are the day where one stands behind them.
        pattern: concat!(
            r"^(?&number)[【〔［\[＜〈<《≪]?\s*",
            r"(?<name>日\s*(?:程|付)|月\s*日|(?:実\s*施|会\s*議|審\s*議|招\s*集)\s*日|開\s*催\s*(?:の\s*日\s*(?:時|程)?|時\s*(?:期|間)|日\s*程))\s*",
            r"(?<colon>[：:】］\]〕＞〉>》≫|｜]|[\s　])\s*",
            r"(?<value>(?:(?:令和|平成|昭和|西暦)?\s*(?:[0-9０-９]{1,4}|元)\s*年|[RHＲＨ]?\s*[0-9０-９]{1,4}\s*[./．／‐-]\s*[0-9０-９]{1,2}\s*[./．／‐-]).*)$",
        ),
        examples: &["日程：令和３年６月10日（木）", "実施日　2021/6/10", "開催時間：令和３年６月10日　14時～16時"],
    },
    Rule {
        id: "head.time",
        kind: Field::Time,
        guard: Guard::led("開時").having("時", 40),
        pattern: concat!(
            r"^(?&number)[【〔［\[＜〈<《≪]?\s*",
            r"(?<name>(?:開\s*催\s*|会\s*議\s*|開\s*会[・、]閉\s*会\s*|開\s*閉\s*会\s*)?時\s*(?:間|刻))\s*(?<colon>[：:／】］\]〕＞〉>》≫]|[\s　])\s*(?<value>.*(?:[0-9０-９]|[一二三四五六七八九十]時).*)$",
        ),
        examples: &[
            "時　間　午前九時三十分～十一時",
            "時間：14：00～16：00",
            "２ 時　間　午後２時から午後４時まで",
            "開会・閉会時刻　午後２時00分開会　午後４時05分閉会",
        ],
    },
    Rule {
        id: "head.time-above",
        kind: Field::Time,
        guard: Guard::led("開会").short(60).ending("間刻：:"),
        pattern: r"^(?&number)(?<name>(?:会\s*議\s*の\s*)?開\s*催\s*時\s*[間刻]|会\s*議\s*時\s*[間刻])\s*(?<colon>[：:])?(?<value>)$",
        examples: &["会議の開催時間", "開催時間："],
    },
    Rule {
        id: "head.opening",
        kind: Field::Opening,
        guard: Guard::led("開").short(90).ending("時分0123456789０１２３４５６７８９"),
        pattern: r"^(?<number>[■□○〇◯●◎◇◆△▲▽▼・▪•*＊-]?)\s*(?<name>開\s*(?:会|議)(?:時刻|時間)?)(?<colon>\s*[：:]\s*|[\s　]+)(?<value>(?:午\s*[前後]\s*)?[0-9０-９]{1,2}\s*(?:時(?:\s*[0-9０-９]{1,2}\s*分)?|[:：][0-9０-９]{2}))$",
        examples: &["○開　会　　午前　10時00分", "開　　　会　午後2時00分", "• 開会　午前9時30分"],
    },
    Rule {
        id: "head.closing",
        kind: Field::Closing,
        guard: Guard::led("閉散").short(90).ending("時分0123456789０１２３４５６７８９"),
        pattern: r"^(?<number>[■□○〇◯●◎◇◆△▲▽▼・▪•*＊-]?)\s*(?<name>[閉散]\s*会(?:時刻|時間)?)(?<colon>\s*[：:]\s*|[\s　]+)(?<value>(?:午\s*[前後]\s*)?[0-9０-９]{1,2}\s*(?:時(?:\s*[0-9０-９]{1,2}\s*分)?|[:：][0-9０-９]{2}))$",
        examples: &["○閉会　　午前11時17分", "閉　会　午後３時55分"],
    },
    Rule {
        id: OPENED_AT,
        kind: Field::Opening,
        guard: Guard::of("午").short(80).ending("会議"),
        pattern: r"^(?<value>午\s*[前後]\s*[0-9０-９一二三四五六七八九十]{1,3}\s*時(?:\s*[0-9０-９一二三四五六七八九十]{1,3}\s*分)?)\s*(?<close>開\s*[会議])$",
        examples: &["午前10時２分開議", "午後一時三十分　開　会"],
    },
    Rule {
        id: CLOSED_AT,
        kind: Field::Closing,
        guard: Guard::of("午").short(80).ending("会議"),
        pattern: r"^(?<value>午\s*[前後]\s*[0-9０-９一二三四五六七八九十]{1,3}\s*時(?:\s*[0-9０-９一二三四五六七八九十]{1,3}\s*分)?)\s*(?<close>(?:閉\s*[会議]|散\s*会))$",
        examples: &["午後３時10分閉会", "午後一時三十分　散会"],
    },
    Rule {
        id: "head.place",
        kind: Field::Place,
        guard: Guard::led("会の開招場と実審集").having("場ろ地", 40),
        pattern: concat!(
            r"^(?&number)[【〔［\[＜〈<《≪]?\s*",
            r"(?<name>(?:会\s*議\s*)?(?:の\s*)?(?:開\s*催\s*|招\s*集\s*|実\s*施\s*|審\s*議\s*|集\s*合\s*)?(?:の\s*)?場\s*所|(?:開\s*催\s*|会\s*議\s*)?会\s*場|開\s*催\s*地|と\s*こ\s*ろ)(?:等)?\s*",
            r"(?:(?<colon>[：:／】］\]〕＞〉>》≫|｜])\s*(?<value>.*)|[\s　](?<spaced>.+))?$",
        ),
        examples: &[
            "２ 場所：おだわら総合医療福祉会館 ４階会議室１",
            "■ 場 所:府中市役所北庁舎3階第4会議室",
            "場　所　市役所３階",
            "会場",
            "〇招集場所　市議会委員会室",
            "開催会場：市役所３階",
            "開催地　市役所３階",
        ],
    },
    Rule {
        id: "head.press-date",
        kind: Field::Date,
        guard: Guard::led("会").having("見", 40),
        pattern: r"^(?&number)(?<name>会\s*見\s*日(?:\s*時)?)\s*(?<colon>[：:])?\s*(?<value>.*)$",
        examples: &["会見日：令和６年５月17日（金）", "会見日時　令和６年５月17日"],
    },
    Rule {
        id: "head.place-at",
        kind: Field::Place,
        guard: Guard::led("於会").having("於室", 40),
        pattern: r"^(?&number)(?:(?<name>於|会\s*議\s*室)\s*(?<colon>[：:])\s*(?<value>.*)|於[\s　](?<spaced>.+))$",
        examples: &["於：市民会館", "於　市役所３階", "会議室：３階中会議室"],
    },
    Rule {
        id: "head.manner",
        kind: Field::Manner,
        guard: Guard::led("会開実").having("方形", 40),
        pattern: concat!(
            r"^(?&number)[【〔［\[＜〈<《≪]?\s*",
            r"(?<name>(?:会\s*議\s*の?\s*)?(?:開\s*催\s*|実\s*施\s*)(?:方\s*法|形\s*式|形\s*態|方\s*式)|会\s*議\s*(?:方\s*法|形\s*式|形\s*態))\s*",
            r"(?:(?<colon>[：:／】］\]〕＞〉>》≫|｜])\s*(?<value>.*)|[\s　](?<spaced>.+))?$",
        ),
        examples: &["２　開催方法　Ｗｅｂ会議（Ｚｏｏｍ）", "開催形式：書面開催"],
    },
    Rule {
        id: NEXT_SENTENCE,
        kind: Field::Next,
        guard: Guard::led("次")
            .ending("。るすだ定催施")
            .having("は", 24)
            .holding(&["予定", "開催", "実施", "行う", "行います"], 100),
        pattern: concat!(
            r"^(?<name>次\s*回(?:の?(?:会議|会合|委員会|協議会|審議会|連絡会|部会))?は、?)\s*",
            r"(?<value>(?:令和|平成|西暦|[0-9０-９]{4}\s*[年/／]|[0-9０-９]{1,2}\s*(?:月|[/／][0-9０-９]))[^。、]{0,40}?)",
            r"(?<close>(?:に|の|を|で)?(?:開催|実施|予定|行う|行います)[^。、]{0,12}。?)$",
        ),
        examples: &["次回は平成31年２月21日（木）に開催する。", "次回の会議は、３月中旬を予定している。"],
    },
    Rule {
        id: "head.next",
        kind: Field::Next,
        guard: Guard::led("次今"),
        pattern: concat!(
            r"^(?&number)[【〔［\[＜〈<《≪]?\s*",
            r"(?<name>(?:次\s*回|今\s*後)(?:の)?(?:\s*(?:会議|会合|委員会|協議会))?(?:の)?(?:\s*(?:開催|日程))?(?:\s*(?:予定日時|予定日|予定|日程|日時|期日|について))?)\s*",
            r"(?:(?<colon>[：:／】〕］\]＞〉>》≫])\s*(?<value>.*)|[\s　]+(?<spaced>.+)|(?<joined>(?:令和|平成|[0-9０-９]{4}年|[0-9０-９]{1,2}月).*))?$",
        ),
        examples: &[
            "４ 次回開催予定",
            "次回：平成30年２月頃",
            "５ 次回の日程について",
            "次回会議　令和５年３月",
            "【次回の予定】",
        ],
    },
    Rule {
        id: "head.agenda",
        kind: Field::Agenda,
        guard: Guard::led("議案協検会次内報発"),
        pattern: concat!(
            r"^(?&number)[【〔［\[＜〈<《≪]?",
            r"(?<name>議\s*題|議\s*事|議\s*案|案\s*件|協\s*議\s*(?:事\s*項|題|内\s*容)?|検\s*討\s*(?:事\s*項|内\s*容)|(?:会\s*議\s*)?次\s*第|議\s*事\s*(?:日\s*程|概\s*要|内\s*容|次\s*第|要\s*旨)|内\s*容|会\s*議\s*(?:内\s*容|概\s*要)|報\s*告\s*事\s*項|発\s*言\s*者\s+(?:議題・|発\s*言\s*)*(?:内\s*容|要\s*旨)(?:・決定事項)?)(?:\s*(?:等|及び[^\s]{1,8}|（[^）]{1,8}）))?",
            r"\s*[】〕］\]＞〉>》≫]?\s*(?<colon>[：:／])?[\s|｜]*$",
        ),
        examples: &["３ 議題", "発言者　　発言内容", "議事", "7 会議概要 | |", "■議題：", "【議事】", "４ 協議事項"],
    },
    Rule {
        id: TOPICS_ABOVE,
        kind: Field::Agenda,
        guard: Guard::led("会議付審").short(80).having("題項件", 24),
        pattern: r"^(?&number)[【〔［\[＜〈<《≪]?(?<name>会\s*議\s*の\s*(?:議\s*題|案\s*件)|議\s*事\s*項\s*目|付\s*議\s*(?:事\s*件|案\s*件)|審\s*議\s*(?:事\s*項|案\s*件))\s*[】〕］\]＞>〉》≫]?\s*(?<colon>[：:／])?[\s|｜]*$",
        examples: &["会議の議題", "３ 議事項目", "７ 付議事件", "【審議事項】"],
    },
    Rule {
        id: "head.name",
        kind: Field::Name,
        guard: Guard::led("会審附").having("名", 40),
        pattern: r"^(?&number)[【〔［＜〈《]?\s*(?<name>(?:会\s*議|審\s*議\s*会|附属機関)(?:等)?の?\s*名\s*称?|会\s*議\s*の\s*名\s*称)\s*(?:(?<colon>[：:】〕］＞〉》|｜])\s*(?<value>.*)|[\s　]+(?<spaced>.+))?$",
        examples: &[
            "会議名：令和 5年第1回定例会（第1号 2月17日）",
            "会議の名称 | 白鷺町男女共同参画推進会議 |",
            "審議会等名称",
            "【会議名】 第６回こども計画策定委員会",
        ],
    },
    Rule {
        id: "head.attendees",
        kind: Field::Attendees,
        guard: Guard::led("出参欠傍構事オ市町村県区").having("席加聴成務ブ", 40),
        pattern: concat!(
            r"^(?&number)[【〔［\[]?",
            r"(?<name>(?:[市町村県区]\s*側?\s*)?出\s*席\s*(?:者|委\s*員|機\s*関)|参\s*加\s*(?:者|機\s*関)|欠\s*席\s*(?:者|委\s*員)|傍\s*聴\s*(?:者|人)(?:の?\s*数)?|傍\s*聴|構\s*成\s*員|事\s*務\s*局|オブザーバー|参\s*加\s*人\s*数|出\s*席\s*人\s*数|傍\s*聴\s*人\s*数)(?:名簿|一覧|数)?",
            r"(?:\s*[】〕］\]]\s*(?<joined>(?:委員\s*)?[0-9０-９]+\s*[名人].*|別[紙添].{0,12}|なし)|\s*[】〕］\]]?\s*(?:(?<colon>[：:／|｜])\s*(?<value>.*)|[（(](?<remark>[^）)]*)[)）]|[\s　]+(?<spaced>.+))?)$",
        ),
        examples: &[
            "【出席者】別紙のとおり",
            "３ 出席者：別紙名簿のとおり",
            "傍聴者：なし",
            "■ 出席者（敬称略）",
            "出席委員　10名",
            "参加人数　212人",
            "町出席者　企画課長ほか４名",
            "傍聴人の数　２人",
        ],
    },
    Rule {
        id: BARE_DATE,
        kind: Field::Date,
        guard: Guard::of("令平昭西RH12ＲＨ１２").having("月./．／", 40),
        pattern: concat!(
            r"^(?<value>(?:(?:令和|平成|昭和|西暦)?\s*(?:[0-9０-９]{1,4}|元|[一二三四五六七八九十]{1,3})\s*年\s*(?:[（(][^（）()]{3,8}[）)]\s*)?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日",
            r"|(?:[RHＲＨ]?[0-9０-９]{1,4})[./．／][0-9０-９]{1,2}[./．／][0-9０-９]{1,2})",
            r"\s*(?:(?:[（(]?[月火水木金土日](?:曜日?)?[）)]?)?\s*(?:午前|午後|[0-9０-９]{1,2}\s*[時:：]).*|(?:[（(][月火水木金土日](?:曜日?)?[）)]|[月火水木金土日]曜日)(?:[\s　].*)?",
            r"|(?:\s{2}|　)[^。、]{0,20}(?:庁舎|会議室|会館|公民館|ホール|センター|役場|役所)[^。、]{0,10}))$",
        ),
        examples: &[
            "平成28年１月４日 月曜日　　長浜市保健センター１階",
            "R2.9.24　　　鴨川市合同庁舎３",
            "平成27年1月19日(月)　10:15-12:30　総合福祉会館２階",
            "2020.2.25（火）午後１時～",
            "令和５年（2023年）９月27日（水）　役場２階会議室",
        ],
    },
    Rule {
        id: "head.other",
        kind: Field::Other,
        guard: Guard::led("会公非配資担所事問記議司進書作署提審傍").having("公資担管問録氏司行作", 40),
        pattern: concat!(
            r"^(?&number)[【〔［\[]?\s*",
            r"(?<name>(?:会\s*議\s*の\s*|審\s*議\s*の\s*|傍\s*聴\s*の\s*)?公\s*開\s*(?:(?:・|／|/|又は|または)\s*(?:一部)?非\s*公\s*開\s*)?(?:の\s*(?:別|可否|状況|有無|区分))|会議の公開(?:・非公開)?|公開・非公開|(?:一部)?非公開(?:の場合)?(?:の|とした)?理由|",
            r"(?:会\s*議\s*|配\s*[布付]\s*|提\s*出\s*)資\s*料(?:一覧|名)?|(?:担\s*当|所\s*管)\s*(?:部\s*署|部\s*局|課)(?:名)?|事務局(?:の)?担当課|問\s*い?\s*合\s*わ?\s*せ\s*先?|記\s*録\s*者|記\s*録\s*方\s*法|(?:議\s*事|会\s*議)\s*録\s*署\s*名\s*(?:委\s*員|人|者)?|会議録(?:の)?(?:作成|確認)(?:方法|者)|(?:会長|委員長|議長|座長)の氏名|司\s*会\s*(?:者|進\s*行)|進\s*行\s*役?|作\s*成\s*者)",
            r"\s*[】〕］\]]?\s*(?:(?<colon>[：:／|｜])\s*(?<value>.*)|[\s　]+(?<spaced>.+))?$",
        ),
        examples: &[
            "公開の別　公開",
            "会議の公開・非公開の別　公開",
            "配布資料",
            "会長の氏名　　　大路　孝之",
            "６　会議資料　次第、資料１",
            "担当課　高齢福祉課",
        ],
    },
    Rule {
        id: "head.unnamed",
        kind: Field::Unnamed,
        guard: Guard::ANY.holding(&["：", ":"], 40),
        pattern: r"^(?<number>[0-9０-９]{1,2}\s*[.．、]?\s*)?(?<name>[^\s：:、。（(「0-9０-９午【〔［＜≪《][^\s：:、。（(「]{0,7})\s*(?<colon>[：:])\s*(?<value>.+)$",
        examples: &["２ 議長：山田会長", "備考：資料１、資料２"],
    },
]);

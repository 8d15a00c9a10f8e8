//! Headings of attendee lists and of the groups within them.

use super::{Guard, Rule, RuleSet};

/// What a heading says of those below it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum List {
    /// 出席者, 出席議員, 参加者, 説明のため出席した者: they were there.
    Present,
    /// 欠席委員.
    Absent,
    /// 代理出席.
    Proxy,
    /// オブザーバー, 傍聴者.
    Observer,
    /// 構成員, 委員名簿, 回答者一覧: who they are, not whether they were there.
    Members,
    /// 委員, 事務局, 説明員: a group within a list.
    Group,
}

/// The words before a list. Groups: `name`, `close` (count, bracket, colon), `value`.
pub(crate) static LISTS: RuleSet<List> = RuleSet::new(&[
    Rule {
        id: "attendees.absent",
        kind: List::Absent,
        guard: Guard::led("欠"),
        pattern: concat!(
            r"^(?<mark>(?&number)[【〔［\[（(＜<〈《]?\s*)(?<name>欠\s*席(?:\s*(?:者|委\s*員|議\s*員|説\s*明\s*員|構\s*成\s*員))?(?:の職氏名|氏名|名簿|一覧)?)",
            r"(?<close>(?:(?:\s*[（(][^（）()0-9０-９]{1,6}[）)])?の(?:役?職名?・?)?氏名)?\s*(?:[（(][^（）()]{0,12}[）)])?\s*[】〕］\]）)＞>〉》]?\s*(?:[（(][^（）()]{0,12}[）)])?\s*[：:／|｜]?)(?:\s*$|(?<sure>[\s　]|\b)(?<value>.+)$)",
        ),
        examples: &["欠席委員　　大豆生田委員", "（欠席）", "欠　席　議　員　（１名）", "○欠席委員　　金目委員"],
    },
    Rule {
        id: "attendees.proxy",
        kind: List::Proxy,
        guard: Guard::led("代"),
        pattern: r"^(?<mark>(?&number)[【〔［\[（(＜<〈《]?\s*)(?<name>代\s*理\s*出\s*席\s*(?:者)?)(?<close>\s*[】〕］\]）)＞>〉》]?\s*[：:]?)(?:\s*(?<value>.+))?$",
        examples: &["代理出席者", "（代理出席）　山田課長"],
    },
    Rule {
        id: "attendees.observer",
        kind: List::Observer,
        guard: Guard::led("オ傍陪"),
        pattern: concat!(
            r"^(?<mark>(?&number)[【〔［\[（(＜<〈《]?\s*)(?<name>(?:オブザーバー?|傍\s*聴\s*(?:者|人)|陪席者?)(?:一覧)?)",
            r"(?<close>\s*(?:[（(][^（）()]{0,12}[）)])?\s*[】〕］\]）)＞>〉》]?\s*[：:／|｜]?)(?:\s*(?<value>.+))?$",
        ),
        examples: &["（オブザーバー）", "傍聴者：なし", "【オブザーバー】 県教育委員会　桂木指導主事"],
    },
    Rule {
        id: "attendees.present",
        kind: List::Present,
        guard: Guard::led("出参列会議区市町村県事農教委理執当一そ説担").having("席加集書明務", 40),
        pattern: concat!(
            r"^(?<mark>(?&number)[【〔［\[（(＜<〈《]?\s*)(?<name>出\s*席\s*(?:者|委\s*員|議\s*員|説\s*明\s*員|構\s*成\s*員|理\s*事|職\s*員|事務局職員|状\s*況)(?:の職氏名|氏名|名簿|一覧)?|",
            r"出\s*席\s*(?:機\s*関|団\s*体|施\s*設|事\s*業\s*所)|参\s*加\s*(?:者|委員|メンバー|機\s*関|団\s*体|施\s*設|事\s*業\s*所)|参\s*集\s*(?:者|機\s*関|団\s*体)|(?:会議に|議場に)?出席した(?:者|委員|議員|職員|(?:関係|事務局の?)職員)|列席者|会議出席者|(?:理事者側?|執行部側?|当局側?|[市町村県区]側|委員外|一般|その他の?)の?\s*出席者|(?:議会|区議会|市議会|県議会|農業委員会|教育委員会|委員会)?(?:の\s*)?事務局(?:(?:出席)?職員(?:出席者)?|(?:等)?の?(?:側の?)?出席者)|担\s*当\s*書\s*記|説\s*明\s*者|出\s*席)",
            r"(?<close>(?:(?:\s*[（(][^（）()0-9０-９]{1,6}[）)])?の(?:役?職名?・?)?氏名)?\s*(?:[（(][^（）()]{0,14}[）)])?\s*[】〕］\]）)＞>〉》]?\s*(?:[（(][^（）()]{0,14}[）)])?\s*[：:／|｜]?\s*(?:[（(][^（）()]{0,14}[）)])?)(?:\s*$|\s*(?<value>.+)$)",
        ),
        examples: &[
            "出　席　議　員　（１０名）",
            "■ 出席者:(敬称略)",
            "参加者：ソニー 福地",
            "出席委員　　白拍会長、夏目坂副会長",
            "出席事務局職員",
            "６．農業委員会事務局職員",
            "3　事務局等の出席者",
            "○出席した関係職員",
            "〇事務局職員出席者",
            "○担当書記",
            "出席：校長 大西、教頭 安田",
            "四　会議に出席した職員",
            "出席者(委員)の氏名　大路孝之、久我　誠",
            "〇理事者側出席者",
            "〇議会事務局出席者",
            "５ 説明者",
            "３ 出席機関　立石市障がい福祉課、立石医師会",
            "参加施設　あさひ診療所、訪問看護ステーション虹",
        ],
    },
    Rule {
        id: "attendees.present-for-a-reason",
        kind: List::Present,
        guard: Guard::ANY.holding(&["出席", "説明"], 60),
        pattern: concat!(
            r"^(?<mark>(?&number)[【〔［\[（(＜<〈《]?\s*)(?<name>",
            r"(?:地方自治法)?第?[^、。]{0,14}(?:による|により|に基づき|のため|ため)(?:に|の)?(?:議場に|会議に)?(?:出席|説明)[^、。]{0,10}(?:者|員|職員|氏名))",
            r"(?<close>\s*(?:[（(][^（）()]{0,14}[）)])?\s*[】〕］\]）)＞>〉》]?\s*(?:[（(][^（）()]{0,14}[）)])?\s*[：:／|｜]?\s*(?:[（(][^（）()]{0,14}[）)])?)(?:\s*$|\s*(?<value>.+)$)",
        ),
        examples: &["説明のため出席した者", "地方自治法第121条による出席者", "会議に説明のため会議に出席した職員"],
    },
    Rule {
        id: "attendees.absent-from",
        kind: List::Absent,
        guard: Guard::ANY.short(100).holding(&["会欠席者", "会議欠席者", "会欠席委員"], 60),
        pattern: r"^(?<mark>(?&number)[【〔［\[（(＜<〈《]?\s*)(?<name>[^\s、。：:（）()【】＜＞]{2,24}(?:会|会議)欠席(?:者|委員))(?<close>\s*(?:[（(][^（）()]{0,14}[）)])?\s*[】〕］\]）)＞>〉》]?\s*[：:|｜]?)(?:\s*$|\s+(?<value>.+)$)",
        examples: &["霞野・青波合併協議会欠席者　武　藤　一　男"],
    },
    Rule {
        id: "attendees.present-at",
        kind: List::Present,
        guard: Guard::ANY.short(100).holding(&["会出席者", "会議出席者", "会出席委員"], 60),
        pattern: r"^(?<mark>(?&number)[【〔［\[（(＜<〈《]?\s*)(?<name>[^\s、。：:（）()【】＜＞]{2,24}(?:会|会議)出席(?:者|委員))(?<close>\s*(?:[（(][^（）()]{0,14}[）)])?\s*[】〕］\]）)＞>〉》]?\s*[：:|｜]?)(?:\s*$|\s+(?<value>.+)$)",
        examples: &["霞野・青波合併協議会出席者"],
    },
    Rule {
        id: "attendees.members",
        kind: List::Members,
        guard: Guard::led("構委回出メ").having("成バ簿欠答", 40),
        pattern: concat!(
            r"^(?<mark>(?&number)[【〔［\[（(＜<〈《]?\s*)(?<name>構\s*成\s*(?:員|機\s*関|団\s*体)|メンバー|委\s*員\s*名\s*簿|委\s*員\s*の?\s*出\s*欠(?:\s*状\s*況)?|回\s*答\s*(?:者|機\s*関|団\s*体)|出席者名簿|構成員名簿)(?:一\s*覧)?",
            r"(?<close>\s*(?:[（(][^（）()]{0,14}[）)])?\s*[】〕］\]）)＞>〉》]?\s*[：:／|｜]?)(?:\s*(?<value>.+))?$",
        ),
        examples: &[
            "構成員　（敬称略、五十音順）",
            "回答者一覧",
            "【委員名簿】",
            "委員の出欠",
            "＜委員出欠＞",
            "メンバー　花岡町：佐久間、永瀬",
            "構成団体：立石市、立石医師会",
        ],
    },
    Rule {
        id: "attendees.with-courtesy",
        kind: List::Members,
        guard: Guard::ANY.holding(&["敬称略", "順不同", "五十音順", "50音順"], 90),
        pattern: concat!(
            r"^(?<mark>(?&number)[【〔［\[（(＜<〈《]?\s*)(?<name>[^\s、。：:（）()【】＜＞]{0,8}(?:委\s*員|会\s*員|構\s*成\s*員|メンバー))",
            r"(?<close>\s*[】〕］\]）)＞>〉》]?\s*[（(][^（）()]{0,16}(?:敬称略|順不同|音順)[^（）()]{0,10}[）)]\s*[】〕］\]）)＞>〉》]?\s*[：:／|｜]?)(?:\s*(?<value>.+))?$",
        ),
        examples: &["○委員（五十音順、敬称略）", "【検討会委員】（敬称略）", "委員（敬称略）：大豆生田、矢代"],
    },
]);

/// Groups within a list; the same words elsewhere head nothing.
pub(crate) static GROUPS: RuleSet<List> = RuleSet::new(&[Rule {
    id: "attendees.group",
    kind: List::Group,
    guard: Guard::ANY.having("員局人ア者事長課部側ン", 40),
    pattern: concat!(
        r"^(?<mark>(?&number)[【〔［\[（(＜<〈《]?\s*)(?<name>(?:[^\s、。：:（）()】〕］\]＞>〉》]{0,8})?(?:委\s*員|事\s*務\s*局|説\s*明\s*員|参\s*考\s*人|アドバイザー|関\s*係\s*者|幹\s*事|会\s*長|部\s*会\s*長|座\s*長|担\s*当\s*課|関\s*係\s*課|随\s*行\s*者|執\s*行\s*部|有\s*識\s*者|(?:行政|市|町|県|区)\s*側|コンサルタント|(?:市|町|村|県|区)\s*職\s*員))",
        r"(?<close>(?:の(?:役?職名?・?)?氏名|・職名?・氏名)?\s*(?:[（(][^（）()]{0,14}[）)])?\s*[】〕］\]）)＞>〉》－‐-]?\s*[：:|｜]?)(?:\s*$|(?:\s|(?<glued>))(?<value>.+)$)",
    ),
    examples: &[
        "（委員）",
        "<事務局>田中副市長",
        "【委員】坂口委員長、宮崎副委員長",
        "事務局　　こども課長、課長補佐、係長",
        "【学識経験者委員】",
        "説明員:総務部長 袴田君",
        "-事務局(大臣官房)-",
        "説明員の職氏名　都市計画課長　平位　剛",
    ],
}]);

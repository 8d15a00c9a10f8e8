//! Who speaks in generated minutes, and what is said. Nothing here is quoted from a real document.

use crate::generate::rng::Rng;

/// One who speaks.
#[derive(Clone, Debug)]
pub struct Person {
    pub family: &'static str,
    pub given: &'static str,
    /// `会長`, `委員`, `福祉課長`.
    pub role: &'static str,
}

/// One turn: who speaks, and the paragraphs.
pub struct Turn {
    pub person: usize,
    pub paragraphs: Vec<String>,
}

/// A meeting as it took place.
pub struct Meeting {
    pub persons: Vec<Person>,
    pub turns: Vec<Turn>,
    pub topics: Vec<&'static str>,
}

const FAMILIES: &[&str] = &[
    "小田切",
    "倉石",
    "大槻",
    "門脇",
    "織部",
    "梶谷",
    "雨宮",
    "三木",
    "高津戸",
    "小日向",
    "安曇",
    "矢吹",
    "鷹取",
    "蓮見",
    "有坂",
    "淡路",
    "生駒",
    "宇陀",
    "尾花",
    "喜入",
    "真壁",
    "新見",
    "三雲",
    "乾",
    "根津",
    "芦澤",
    "髙橋",
    "山﨑",
    "長谷川",
    "東",
    "林",
    "森",
    "五十嵐",
    "勅使河原",
    "佐々木",
    "南",
    "堀",
    "原",
    "北見",
    "戸塚",
    "中川",
    "川上",
    "上田",
    "金子",
];
const GIVEN: &[&str] =
    &["太郎", "健一", "美智子", "いずみ", "まさみ", "徹", "恵", "由美", "康介", "進", "勝利", "陽子", "実", "みき"];
const CHAIRS: &[&str] = &["会長", "委員長", "座長", "議長", "部会長"];
const OFFICES: &[&str] =
    &["福祉課長", "総務部長", "こども支援課長", "都市計画課長", "高齢福祉課長補佐", "教育総務課長", "企画調整係長"];
const TOPICS: &[&str] = &[
    "計画の素案について",
    "令和６年度の事業の実績について",
    "委員から寄せられた意見について",
    "その他",
    "今後の進め方について",
    "部会の設置について",
];

/// Sentences with what may be taken for a head, a heading or an end.
const SENTENCES: &[&str] = &[
    "資料１を御覧ください",
    "ただいまの御質問にお答えします",
    "○印のところが今回変えた点でございます",
    "担当は福祉課でございますが、詳しくは事務局から御説明いたします",
    "会長から御指摘のあった点は、次回までに整理いたします",
    "それでは、議題の（１）に入らせていただきます",
    "前回の会議では、委員の皆様からたくさんの御意見をいただきました",
    "昨年度は12件でございましたが、今年度は８月末の時点で既に９件となっております",
    "山間部では冬の間、バスが１日に２本しか来ないという声を聞いています",
    "その数字は、いつの時点のものでしょうか",
    "窓口に行かなくても手続ができるようにしてほしいと思います",
    "いわゆる「たらい回し」にならないように、つなぎ先を決めておくべきではないでしょうか",
    "資料３の５ページ、図の２にありますとおり、対象の方は31名です",
    "ありがとうございました",
    "ほかに御意見はございませんか",
    "賛成です",
    "私も同じ意見でございます",
    "なお、参考までに申し上げますと、近隣の市では既に取り組んでいるところが３つあります",
    "この点については、担当：福祉課と書かれておりますが、実際には複数の課が関わっています",
    "（２）の表の下から３行目、人数の欄を御覧いただきたいのですが、前年と比べて減っています",
];

impl Meeting {
    pub fn random(rng: &mut Rng) -> Self {
        let families = rng.sample(FAMILIES, 7);
        let given = |rng: &mut Rng| *rng.pick(GIVEN);
        let roles = [rng.word(CHAIRS), "委員", "委員", "委員", "副会長", rng.word(OFFICES), rng.word(OFFICES)];
        let count = rng.between(4, 7);
        let persons: Vec<Person> = families
            .iter()
            .zip(roles)
            .take(count)
            .map(|(family, role)| Person { family, given: given(rng), role })
            .collect();
        let length = rng.between(6, 24);
        let mut turns: Vec<Turn> = Vec::new();
        for at in 0..length {
            let last = turns.last().map(|turn| turn.person);
            let person = if at == 0 || rng.chance(30) { 0 } else { rng.between(0, persons.len() - 1) };
            let person = if Some(person) == last { (person + 1) % persons.len() } else { person };
            turns.push(Turn { person, paragraphs: paragraphs(rng) });
        }
        let topics = rng.sample(TOPICS, 3);
        Self { persons, turns, topics }
    }
}

fn paragraphs(rng: &mut Rng) -> Vec<String> {
    let count = rng.weighted(&[(60, 1), (25, 2), (10, 3), (5, 5)]);
    let sentences = |rng: &mut Rng| {
        let count = rng.between(1, 5);
        (0..count).map(|_| format!("{}。", rng.word(SENTENCES))).collect::<String>()
    };
    (0..count).map(|_| sentences(rng)).collect()
}

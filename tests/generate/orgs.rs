//! Regions and the bodies that speak in them.

use super::rng::Rng;
use super::words::NICKNAMES;

/// A region with its municipalities; some exist, some do not, and the generator treats them alike.
pub struct Region {
    pub name: &'static str,
    pub prefecture: &'static str,
    pub towns: &'static [&'static str],
}

#[rustfmt::skip]
pub const REGIONS: &[Region] = &[
    Region { name: "秩父", prefecture: "埼玉", towns: &["秩父市", "横瀬町", "皆野町", "長瀞町", "小鹿野町"] },
    Region { name: "北信", prefecture: "長野", towns: &["中野市", "飯山市", "山ノ内町", "木島平村", "野沢温泉村", "栄村"] },
    Region { name: "東三河北部", prefecture: "愛知", towns: &["新城市", "設楽町", "東栄町", "豊根村"] },
    Region { name: "橋本", prefecture: "和歌山", towns: &["橋本市", "かつらぎ町", "九度山町", "高野町"] },
    Region { name: "丹後", prefecture: "京都", towns: &["宮津市", "京丹後市", "伊根町", "与謝野町"] },
    Region { name: "宇城", prefecture: "熊本", towns: &["宇土市", "宇城市", "美里町"] },
    Region { name: "十勝", prefecture: "北海道", towns: &["帯広市", "音更町", "芽室町", "幕別町", "更別村"] },
    Region { name: "置賜", prefecture: "山形", towns: &["米沢市", "長井市", "南陽市", "高畠町", "川西町"] },
    Region { name: "会津", prefecture: "福島", towns: &["会津若松市", "喜多方市", "猪苗代町", "会津坂下町"] },
    Region { name: "幡多", prefecture: "高知", towns: &["四万十市", "宿毛市", "土佐清水市", "黒潮町", "三原村"] },
    Region { name: "湘南西部", prefecture: "神奈川", towns: &["平塚市", "秦野市", "伊勢原市", "大磯町", "二宮町"] },
    Region { name: "横須賀・三浦", prefecture: "神奈川", towns: &["横須賀市", "鎌倉市", "逗子市", "三浦市", "葉山町"] },
    Region { name: "県央", prefecture: "神奈川", towns: &["大和市", "綾瀬市", "座間市", "愛川町", "清川村"] },
    Region { name: "南加賀", prefecture: "石川", towns: &["小松市", "加賀市", "能美市", "川北町"] },
    Region { name: "中濃", prefecture: "岐阜", towns: &["関市", "美濃市", "郡上市", "坂祝町", "七宗町"] },
    Region { name: "筑後", prefecture: "福岡", towns: &["久留米市", "大川市", "小郡市", "うきは市", "大木町"] },
    Region { name: "南房総", prefecture: "千葉", towns: &["館山市", "鴨川市", "南房総市", "鋸南町"] },
    Region { name: "さぬき", prefecture: "香川", towns: &["さぬき市", "東かがわ市", "三木町", "直島町"] },
    Region { name: "城南", prefecture: "東京", towns: &["品川区", "大田区", "目黒区"] },
    Region { name: "白嶺", prefecture: "北越", towns: &["白嶺市", "霧原町", "鳥越村", "上瀬町"] },
    Region { name: "潮見", prefecture: "南州", towns: &["潮見市", "浜鳴町", "東潮見町", "磯辺村"] },
    Region { name: "あけぼの", prefecture: "常山", towns: &["あけぼの市", "みどり野市", "北沢町", "藤枝町"] },
    Region { name: "桜川流域", prefecture: "武州", towns: &["桜川市", "市川町", "四日市場町", "町田村"] },
];

#[rustfmt::skip]
const DEPARTMENTS: &[&str] = &[
    "健康づくり課", "健康増進課", "福祉課", "障害福祉課", "障がい福祉課", "子育て支援課", "こども家庭課", "保健センター", "社会福祉課", "学校教育課", "地域包括支援センター", "生活支援課", "高齢者支援課", "福祉事務所", "子育て政策課",
    "保健福祉部健康推進課", "長寿介護課", "健康福祉課", "こども未来課", "住民課", "危機管理課", "福祉総務課", "子ども若者相談室", "母子保健係",
];

const SURNAMES: &[&str] =
    &["中央", "総合", "第一", "赤十字", "厚生", "記念", "こども", "東", "南", "みなと", "中部", "労災"];

/// One body as a label writes it. `width` decides between ST and ＳＴ.
pub fn organization(rng: &mut Rng, region: &Region, wide: bool) -> String {
    let town = *rng.pick(region.towns);
    let (name, pref, nick, sur) = (region.name, region.prefecture, *rng.pick(NICKNAMES), *rng.pick(SURNAMES));
    let stem = town.trim_end_matches(['市', '町', '村', '区']);
    let latin = |s: &str| if wide { widen(s) } else { s.to_string() };
    match rng.between(0, 41) {
        0..=3 => town.to_string(),
        4..=10 => format!("{town}{}", rng.pick(DEPARTMENTS)),
        11 => format!("{name}保健所"),
        12 => format!("{name}保健福祉事務所"),
        13 => format!("{name}{}", latin("HWC")),
        14 => format!("{name}健康福祉センター"),
        15 => format!("{town}立病院"),
        16 => rng
            .word(&["市立病院", "町立病院", "県立こども病院", "総合医療センター", "こども医療", "リハセンター"])
            .to_string(),
        17 => format!("{name}{sur}病院"),
        18 => format!("{stem}{sur}病院"),
        19 => format!("{}医療", rng.pick(&[stem, name, "こども", "総合"])),
        20 => format!("{pref}大学医学部附属病院"),
        21 => format!("{stem}医師会"),
        22 => format!("{name}歯科医師会"),
        23 => format!("{name}薬剤師会"),
        24 => format!("{stem}養護学校"),
        25 => format!("{stem}養護"),
        26 => format!("{pref}県立{stem}特別支援学校"),
        27 => format!("{stem}支援学校{}", latin("PTA")),
        28 => format!("訪問看護ステーション{nick}"),
        29 => format!("訪問看護{}{nick}", latin("ST")),
        30 => format!("訪看{nick}"),
        31..=33 => nick.to_string(),
        34 => format!("{town}社協"),
        35 => format!("{town}社会福祉協議会"),
        36 => format!("{name}{}", rng.word(&["児童相談所", "児相", "教育事務所", "警察署", "消防署"])),
        37 => format!(
            "{}{nick}",
            rng.word(&[
                "相談支援事業所",
                "基幹相談支援センター",
                "児童発達支援センター",
                "居宅介護支援事業所",
                "グループホーム"
            ])
        ),
        38 => format!("{town}教育委員会"),
        39 => format!(
            "{stem}{}",
            rng.word(&[
                "保育園",
                "こども園",
                "小学校",
                "中央公民館",
                "療育センター",
                "手をつなぐ育成会",
                "父母の会",
                "民生委員児童委員協議会",
                "クリニック",
                "商工会"
            ])
        ),
        40 => format!("{}{nick}", rng.word(&["ＮＰＯ法人", "NPO法人", "社会福祉法人", "一般社団法人"])),
        _ => rng
            .word(&[
                "事務局",
                "県医療課",
                "県障害福祉課",
                "リハビリテーション病院",
                "看護協会",
                "歯科医師会",
                "医師会",
                "県教育委員会",
                "難病連",
                "保健所",
            ])
            .to_string(),
    }
}

/// The bodies of one meeting, all different.
pub fn cast(rng: &mut Rng, region: &Region, wide: bool, size: usize) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    while names.len() < size {
        let name = organization(rng, region, wide);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// `ST` → `ＳＴ`: letters and digits drawn wide.
pub fn widen(text: &str) -> String {
    let wide = |c: char| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c);
    text.chars().map(|c| if c.is_ascii_alphanumeric() { wide(c) } else { c }).collect()
}

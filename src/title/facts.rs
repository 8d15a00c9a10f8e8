//! What a title says of meeting, number and region: `第2回小田原地域小児等在宅医療連絡会議の概要`.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use super::words::names_meeting;
use crate::span::is_space;
use crate::values::date::{self, StatedDate};
use crate::values::number::number;

/// What a title says.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct TitleFacts {
    pub name: Option<String>,
    pub number: Option<u32>,
    pub region: Option<String>,
    /// The day, where the title of a meeting states one: `総務委員会　平成27年６月22日（月）`.
    pub date: Option<StatedDate>,
}

/// Reads meeting, number and region off a title: `第2回小田原地域小児等在宅医療連絡会議の概要`.
pub(crate) fn facts(title: &str) -> TitleFacts {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"第\s*(?<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*回").expect("a fixed pattern")
    });
    let numbered = || NUMBER.captures(title).map(|caught| caught["number"].to_owned());
    let counted = title.contains('回').then(numbered).flatten();
    let name = Some(name(title)).filter(|name| names_meeting(name));
    let region = name.as_deref().and_then(region);
    let date = name.as_ref().and_then(|_| day(title));
    TitleFacts { number: counted.and_then(|text| number(&text).or_else(|| kanji(&text))), region, name, date }
}

/// The one day that a title states, and of which it does not say what else was on it: `（令和５年４月１日改訂）`.
fn day(title: &str) -> Option<StatedDate> {
    const ELSE: [&str; 12] =
        ["現在", "施行", "策定", "改定", "改訂", "改正", "公表", "作成", "版", "付", "更新", "締切"];
    let found = date::find(title).filter(|found| found.date.is_some())?;
    let behind = title[found.range.end..].trim_start();
    let alone = date::find(behind).is_none();
    // A weekday that contradicts it makes the day doubtful.
    let agrees = found.weekday.is_none() || found.weekday == found.weekday_actual();
    (alone && agrees && !ELSE.iter().any(|word| behind.starts_with(word))).then_some(found)
}

/// A title without its year, its number and what it calls itself.
fn name(title: &str) -> String {
    static FRONT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"^(?:[【〔［]\s*[^】〕］]{1,12}[】〕］]\s*)?(?:[（(【]?(?:(?:令和|平成|昭和|大正)\s*(?:[0-9元]{1,2}|[元一二三四五六七八九十]{1,3})|[0-9]{4})\s*年度?(?:\s*[0-9]{1,2}\s*月(?:\s*[0-9]{1,2}\s*日)?)?(?:[（(](?:[0-9]{4}|令和[0-9元]+|平成[0-9元]+)年?度?[）)])?[）)】]?)?\s*",
            r"(?:第\s*[0-9一二三四五六七八九十]{1,3}\s*期\s*)?(?:[（(]?第\s*[0-9一二三四五六七八九十]{1,3}\s*回[）)]?)?\s*(?:[（(](?:通算[^）)]{1,8}|[0-9]{1,2}月)[）)])?\s*",
        ))
        .expect("a fixed pattern")
    });
    static BACK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:[（(【〔][^）)】〕]*[）)】〕]|について|における|開催|主な意見|での(?:主な)?意見|質疑応答|(?:主な)?(?:御|ご)?意見等?の?(?:概要|要旨|まとめ|一覧|集約)|第\s*[0-9一二三四五六七八九十]{1,3}\s*(?:[回号]|回\s*会議)|(?:令和|平成|昭和)\s*(?:[0-9]{1,2}|[元一二三四五六七八九十]{1,3})\s*年度|(?:令和|平成|昭和)?\s*(?:[0-9]{1,4}|元)\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|(?:午前|午後)\s*[0-9]{1,2}\s*時(?:\s*[0-9]{1,2}\s*分)?\s*(?:開会|開議|閉会|散会)?|(?:会議|議事|速記|審議|開催|実施|協議)?(?:概要|録|要旨|要録|要点|記録|結果|報告書?|メモ|まとめ|速報|次第)|[\s　の・]+)$")
            .expect("a fixed pattern")
    });
    static DAY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^[0-9]{2,4}[./／][0-9]{1,2}[./／][0-9]{1,2}\s*").expect("a fixed pattern"));
    // 農業委員会　平成29年10月（第23期）総会, 推進計画（第4回）審議会: when, and which of how many.
    static WITHIN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?<before>[^\s])\s*(?:(?:令和|平成|昭和)\s*[0-9元]{1,2}\s*年\s*[0-9]{1,2}\s*月(?:[（(]第\s*[0-9]{1,3}\s*[期回][）)])?|[（(]第\s*[0-9]{1,3}\s*回[）)])\s*(?<behind>[^\s0-9])")
            .expect("a fixed pattern")
    });
    let digit = |c: char| c.is_ascii_digit();
    let title = if title.starts_with(digit) { DAY.replace(title, "") } else { Cow::Borrowed(title) };
    let front = FRONT.replace(&title, "");
    let front = front.strip_prefix("（定例）").or_else(|| front.strip_prefix("（臨時）")).unwrap_or(&front);
    let timed = front.contains('年') || front.contains(['（', '(']) && front.contains('回');
    let mut name = if timed { WITHIN.replace(front, "$before$behind").into_owned() } else { front.to_owned() };
    // 建設委員会〔平成20年7月16日〕, and what the sheet calls itself below: a day in a bracket ends the name.
    if let Some(found) = date::find(&name).filter(|found| name[..found.range.start].ends_with(['〔', '（', '('])) {
        let open = name[..found.range.start].char_indices().next_back().map_or(0, |(at, _)| at);
        if ends_with_meeting(&name[..open]) && open > 0 {
            name.truncate(open);
        }
    }
    // 教育委員会会議録　平成25年第20回定例会: the record of what, and which.
    if let Some((record, which)) = name.split_once(is_space)
        && (record.ends_with("会議録") || record.ends_with("議事録"))
        && which.contains('年')
        && which.trim_end().ends_with(['会', '議'])
    {
        name.truncate(record.len());
    }
    // 連絡会 H30.11.7 15時～ 保健センター: where and when it met is none of its name.
    if let Some(dated) = date::find(&name).filter(|found| name[..found.range.start].ends_with(is_space)) {
        name.truncate(dated.range.start);
    }
    while let Some(found) = BACK.find(&name) {
        let rest = &name[..found.start()];
        // 連絡会議録 is 連絡会議 + 録, 審議会会議録 is 審議会 + 会議録.
        let in_name = found.as_str().starts_with("会議") && !ends_with_meeting(rest);
        let keep = found.start() + if in_name { "会議".len() } else { 0 };
        if keep == 0 || keep >= name.len() {
            break;
        }
        name.truncate(keep);
    }
    // 定例記者会見会見録 is 定例記者会見 + 会見録.
    let once = name.strip_suffix("会見").filter(|rest| rest.ends_with("会見"));
    once.unwrap_or(&name).trim().to_owned()
}

/// Whether a meeting's name ends here, its number aside: `…推進審議会　第２回　`.
fn ends_with_meeting(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches('の');
    // 推進協議会（第1回全体会）
    let bracket = text.strip_suffix(['）', ')']).and_then(|inside| inside.rfind(['（', '(']));
    let text = bracket.map_or(text, |at| text[..at].trim_end());
    let counted = text.strip_suffix('回').and_then(|text| {
        let digits = |c: char| c.is_ascii_digit() || c.is_whitespace() || "一二三四五六七八九十".contains(c);
        text.trim_end_matches(digits).strip_suffix('第')
    });
    let text = counted.unwrap_or(text).trim_end();
    // 図書館協議会　令和５年度第２回会議録
    let year = text.strip_suffix("年度").map(|text| text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '元'));
    let text = year.map_or(text, |text| text.trim_end_matches(['令', '和', '平', '成']).trim_end());
    text.ends_with(['会', '議']) || text.ends_with("グループ")
}

/// The region that a name begins with: `小田原地域小児…` → 小田原, `横須賀市障害…` → 横須賀市.
pub(crate) fn region(name: &str) -> Option<String> {
    area(name).or_else(|| municipality(name)).map(str::to_owned)
}

/// What stands before 地域, 圏域, 地区 at the beginning: at most ten characters of a name.
fn area(name: &str) -> Option<&str> {
    const AREAS: [&str; 5] = ["地域", "圏域", "地区", "区域", "管内"];
    // 西部保健医療圏域 is the 圏域 of 西部.
    const KINDS: [&str; 8] = ["二次保健医療", "保健医療", "保健福祉", "二次医療", "医療", "広域", "福祉", "生活"];
    let first = AREAS.iter().filter_map(|area| name.find(area)).min();
    let medical = name.find("医療圏").filter(|at| first.is_none_or(|first| *at < first));
    let area = &name[..medical.or(first)?];
    let area = KINDS.iter().find_map(|kind| area.strip_suffix(kind)).unwrap_or(area);
    // 三鷹市障がい者地域自立支援協議会: 地域 is of the body's name, not of its place.
    if place(area).is_some_and(|town| town.len() < area.len() && town.ends_with(['市', '町', '村', '区'])) {
        return None;
    }
    ((1..=10).contains(&area.chars().count()) && area.chars().all(is_name)).then_some(area)
}

/// A prefecture or municipality written in full at the beginning of a word: `横須賀市障害…` → 横須賀市.
fn municipality(name: &str) -> Option<&str> {
    name.split(is_space).find_map(|word| place(behind_bracket(word)))
}

/// `（仮称）府中市立…` → 府中市立….
fn behind_bracket(word: &str) -> &str {
    let inside = word.strip_prefix(['（', '(']);
    inside.and_then(|inside| inside.split_once(['）', ')'])).map_or(word, |(_, behind)| behind)
}

/// The place in full that a word begins with.
fn place(word: &str) -> Option<&str> {
    let place = crate::link::shape::Shape::of(word).place.filter(|place| place.full)?;
    Some(place.written)
}

fn is_name(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ー' | '々' | '\u{3400}'..='\u{9fff}')
}

fn kanji(text: &str) -> Option<u32> {
    let mut value = 0;
    for c in text.chars() {
        match "一二三四五六七八九".chars().position(|digit| digit == c) {
            Some(at) => value += at as u32 + 1,
            None if c == '十' => value = value.max(1) * 10,
            None => return None,
        }
    }
    (value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts_of(title: &str) -> (Option<String>, Option<u32>, Option<String>) {
        let facts = facts(title);
        (facts.name, facts.number, facts.region)
    }

    #[test]
    fn a_title_gives_name_number_and_region() {
        let cases = [
            ("定例記者会見会見録", "定例記者会見", None, None),
            (
                "第2回小田原地域小児等在宅医療連絡会議の概要",
                "小田原地域小児等在宅医療連絡会議",
                Some(2),
                Some("小田原"),
            ),
            (
                "第3回三浦半島地域小児等在宅医療連絡会議の概要",
                "三浦半島地域小児等在宅医療連絡会議",
                Some(3),
                Some("三浦半島"),
            ),
            ("令和3年度第1回横浜市障害者施策検討部会 議事録", "横浜市障害者施策検討部会", Some(1), Some("横浜市")),
            ("青波町地域ケア会議録（案）", "青波町地域ケア会議", None, Some("青波町")),
            ("第4回白瀬圏域連絡会 会議結果概要", "白瀬圏域連絡会", Some(4), Some("白瀬")),
            ("公立病院経営調査特別委員会速記録第四号", "公立病院経営調査特別委員会", None, None),
            ("第2回県北地域推進会議　意見まとめ", "県北地域推進会議", Some(2), Some("県北")),
            ("バス路線見直し説明会　質疑応答の概要", "バス路線見直し説明会", None, None),
            (
                "令和4年度第2回三鷹市障がい者地域自立支援協議会　会議録",
                "三鷹市障がい者地域自立支援協議会",
                Some(2),
                Some("三鷹市"),
            ),
            ("第12期第3回川崎市社会教育委員会議 会議録", "川崎市社会教育委員会議", Some(3), Some("川崎市")),
            ("東村山市男女共同参画審議会　第2回　会議録", "東村山市男女共同参画審議会", Some(2), Some("東村山市")),
            (
                "（仮称）川崎市立図書館検討委員会　第4回会議録",
                "（仮称）川崎市立図書館検討委員会",
                Some(4),
                Some("川崎市"),
            ),
            ("令和2年第3回定例会 北杜市議会会議録", "定例会 北杜市議会", Some(3), Some("北杜市")),
            (
                "令和3年度三鷹市健康づくり協議会 (第1回全体会) 会議要旨",
                "三鷹市健康づくり協議会",
                Some(1),
                Some("三鷹市"),
            ),
            ("2010年7月30日 第5回診療拠点の整備に関する会議 議事録", "診療拠点の整備に関する会議", Some(5), None),
            ("議会広報委員会 平成30年10月4日(木)", "議会広報委員会", None, None),
            ("平成29年度 第3回北浜地域医療調整会議審議結果", "北浜地域医療調整会議", Some(3), Some("北浜")),
            ("令和六年第七回鶴亀町教育委員会定例会会議録", "鶴亀町教育委員会定例会", Some(7), None),
            ("図書館協議会 令和5年度第2回会議録", "図書館協議会", Some(2), None),
            ("交通活性化協議会 令和元年度第4回会議 議事概要", "交通活性化協議会", Some(4), None),
            ("介護保険運営協議会令和6年度 第2回議事録", "介護保険運営協議会", Some(2), None),
            ("支援センター連絡会 H30.11.7 15時～ 保健センター2F", "支援センター連絡会", None, None),
            ("10/02/12 第9回水道料金協議会総会議事録", "水道料金協議会総会", Some(9), None),
            ("白鷺町農業委員会　平成29年10月（第23期）総会議事録", "白鷺町農業委員会総会", None, None),
            ("みどりの基本計画（第4回）審議会　要点録", "みどりの基本計画審議会", Some(4), None),
            ("令和6年度第15回（定例）教育委員会議事録", "教育委員会", Some(15), None),
            ("北杜市議会建設委員会〔平成20年7月16日〕建設委員会会議記録", "北杜市議会建設委員会", None, Some("北杜市")),
            ("北杜市教育委員会会議録 平成25年第20回定例会", "北杜市教育委員会", Some(20), Some("北杜市")),
            ("第6回川崎市社会教育委員会議での意見", "川崎市社会教育委員会議", Some(6), Some("川崎市")),
            ("令和6年3月定例会 教育委員会会議録", "定例会 教育委員会", None, None),
            ("医療的ケア児支援協議会（第十二回）議事概要", "医療的ケア児支援協議会", Some(12), None),
        ];
        for (title, name, number, region) in cases {
            let want = (Some(name.to_owned()), number, region.map(str::to_owned));
            assert_eq!(facts_of(title), want, "{title}");
        }
    }

    #[test]
    fn a_title_may_state_the_day() {
        let day = |title: &str| facts(title).date.and_then(|stated| stated.date).map(|date| date.to_string());
        assert_eq!(day("総務文教委員会 平成27年6月22日（月）").as_deref(), Some("2015-06-22"));
        assert_eq!(day("教育委員会定例会会議録（平成27年1月8日開催）").as_deref(), Some("2015-01-08"));
        for title in [
            "審議会規則について（平成27年4月1日施行）",
            "広報委員会 平成27年6月22日（火）",
            "予算の概要 平成27年4月1日",
        ] {
            assert_eq!(day(title), None, "{title}");
        }
    }
}

//! What a title says of meeting, number and region: `第2回小田原地域小児等在宅医療連絡会議の概要`.

use crate::pattern::{Captures, Pattern};

use super::name::name;
use super::region::region;
use super::words::names_meeting;
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
    static NUMBER: Pattern = Pattern::new(
        r"(?:第\s*(?<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*回|年度\s*(?<plain>[0-9]{1,2})\s*回|会議?\s*(?:#|[Vv][Oo][Ll]\.?|№|N[Oo]\.?)\s*(?<counted>[0-9]{1,3}))",
    );
    let caught = |caught: Captures| {
        caught.name("number").or(caught.name("plain")).or(caught.name("counted")).map(|at| at.as_str().to_owned())
    };
    let numbered = || NUMBER.captures(title).and_then(caught);
    let counted = title.contains(['回', '#', '№', 'o', 'O']).then(numbered).flatten();
    // 会議概要 says of no meeting which one it was.
    let name = Some(name(title)).filter(|name| names_meeting(name) && name != "会議");
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
    fn a_word_for_any_meeting_names_none() {
        for title in ["会議概要（案）", "会議録", "令和5年度会議概要"] {
            assert_eq!(facts_of(title).0, None, "{title}");
        }
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
            ("農業振興地域整備促進協議会議事録", "農業振興地域整備促進協議会", None, None),
            ("第8回東地区まちづくり懇談会", "東地区まちづくり懇談会", Some(8), None),
            ("支援センター連絡会 H30.11.7 15時～ 保健センター2F", "支援センター連絡会", None, None),
            ("10/02/12 第9回水道料金協議会総会議事録", "水道料金協議会総会", Some(9), None),
            ("白鷺町農業委員会　平成29年10月（第23期）総会議事録", "白鷺町農業委員会総会", None, None),
            ("みどりの基本計画（第4回）審議会　要点録", "みどりの基本計画審議会", Some(4), None),
            ("令和6年度第15回（定例）教育委員会議事録", "教育委員会", Some(15), None),
            ("北杜市議会建設委員会〔平成20年7月16日〕建設委員会会議記録", "北杜市議会建設委員会", None, Some("北杜市")),
            ("北杜市教育委員会会議録 平成25年第20回定例会", "北杜市教育委員会", Some(20), Some("北杜市")),
            ("第6回川崎市社会教育委員会議での意見", "川崎市社会教育委員会議", Some(6), Some("川崎市")),
            ("令和6年3月定例会 教育委員会会議録", "定例会 教育委員会", None, None),
            ("令和3年度2回川崎市環境審議会議事録", "川崎市環境審議会", Some(2), Some("川崎市")),
            ("朝霧地域連絡会議 #2議事録", "朝霧地域連絡会議", Some(2), Some("朝霧")),
            ("朝霧地域連絡会議 vol.12 議事録", "朝霧地域連絡会議", Some(12), Some("朝霧")),
            ("第2回目朝霧地域連絡会議レポート", "朝霧地域連絡会議", Some(2), Some("朝霧")),
            ("第2回朝霧地域連絡会議　会議の記録", "朝霧地域連絡会議", Some(2), Some("朝霧")),
            ("＜第2回朝霧地域連絡会議　議事録＞", "朝霧地域連絡会議", Some(2), Some("朝霧")),
            ("「第2回朝霧地域連絡会議」議事録", "朝霧地域連絡会議", Some(2), Some("朝霧")),
            ("議事録　第2回朝霧地域連絡会議", "朝霧地域連絡会議", Some(2), Some("朝霧")),
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

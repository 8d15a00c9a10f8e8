//! The name of a meeting within its title: `小田原地域小児等在宅医療連絡会議` of `第2回小田原地域小児等在宅医療連絡会議の概要`.

use crate::pattern::Pattern;
use crate::span::is_space;
use crate::values::date;

/// What stands behind a pattern that a text begins with.
fn behind<'t>(pattern: &Pattern, text: &'t str) -> &'t str {
    pattern.find(text).map_or(text, |found| &text[found.end()..])
}

/// A title without its year, its number and what it calls itself.
pub(super) fn name(title: &str) -> String {
    static FRONT: Pattern = Pattern::new(concat!(
        r"^(?:[【〔［]\s*[^】〕］]{1,12}[】〕］]\s*)?(?:[（(【]?(?:(?:令和|平成|昭和|大正)\s*(?:[0-9元]{1,2}|[元一二三四五六七八九十]{1,3})|[0-9]{4})\s*年度?(?:\s*[0-9]{1,2}\s*月(?:\s*[0-9]{1,2}\s*日)?)?(?:[（(](?:[0-9]{4}|令和[0-9元]+|平成[0-9元]+)年?度?[）)])?[）)】]?)?\s*",
        r"(?:第\s*[0-9一二三四五六七八九十]{1,3}\s*期\s*)?(?:[（(]?第\s*[0-9一二三四五六七八九十]{1,3}\s*回目?[）)]?|[0-9]{1,2}\s*回(?:目の?)?)?\s*(?:[（(](?:通算[^）)]{1,8}|[0-9]{1,2}月)[）)])?\s*",
    ));
    static BACK: Pattern = Pattern::new(
        r"(?:[（(【〔][^）)】〕]*[）)】〕]|について|における|開催|主な意見|での(?:主な)?意見|質疑応答|(?:主な)?(?:御|ご)?意見等?の?(?:概要|要旨|まとめ|一覧|集約)|(?:主な)?(?:御|ご)?意見等?(?:とその|と|及び|・)(?:対応|回答|考え方)(?:一覧)?|第\s*[0-9一二三四五六七八九十]{1,3}\s*(?:[回号]|回\s*会議)|(?:令和|平成|昭和)\s*(?:[0-9]{1,2}|[元一二三四五六七八九十]{1,3})\s*年度|(?:令和|平成|昭和)?\s*(?:[0-9]{1,4}|元)\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|(?:午前|午後)\s*[0-9]{1,2}\s*時(?:\s*[0-9]{1,2}\s*分)?\s*(?:開会|開議|閉会|散会)?|[\s　]会議の(?:概要|記録|結果|要旨)|(?:会議|議事|速記|審議|開催|実施|協議)?(?:概要|録|要旨|要録|要点|記録|結果|経過|報告書?|レポート|メモ|まとめ|速報|次第|摘録)|(?:#|[Vv][Oo][Ll]\.?|№|N[Oo]\.?)\s*[0-9]{1,3}|[\s　の・]+)$",
    );
    static DAY: Pattern = Pattern::new(r"^[0-9]{2,4}[./／][0-9]{1,2}[./／][0-9]{1,2}\s*");
    // 農業委員会　平成29年10月（第23期）総会, 推進計画（第4回）審議会: when, and which of how many.
    static WITHIN: Pattern = Pattern::new(
        r"(?<before>[^\s])\s*(?:(?:令和|平成|昭和)\s*[0-9元]{1,2}\s*年\s*[0-9]{1,2}\s*月(?:[（(]第\s*[0-9]{1,3}\s*[期回][）)])?|[（(]第\s*[0-9]{1,3}\s*回[）)])\s*(?<behind>[^\s0-9])",
    );
    let digit = |c: char| c.is_ascii_digit();
    let title = within(title);
    let title = if title.starts_with(digit) { behind(&DAY, title) } else { title };
    let front = behind(&FRONT, title);
    let front = front.strip_prefix("（定例）").or_else(|| front.strip_prefix("（臨時）")).unwrap_or(front);
    let timed = front.contains('年') || front.contains(['（', '(']) && front.contains('回');
    let parted = timed.then(|| WITHIN.captures(front)).flatten().and_then(|caught| {
        let (before, behind) = (caught.name("before")?, caught.name("behind")?);
        Some(format!("{}{}", &front[..before.end()], &front[behind.start()..]))
    });
    let mut name = parted.unwrap_or_else(|| front.to_owned());
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

/// A title without the brackets around it, `＜第２回連絡会議　議事録＞`, `「第２回連絡会議」議事録`, and without what it calls itself
/// before its name, `議事録　第２回連絡会議`.
fn within(title: &str) -> &str {
    const BRACKETS: [(char, char); 6] =
        [('＜', '＞'), ('<', '>'), ('〈', '〉'), ('《', '》'), ('「', '」'), ('『', '』')];
    const GENRES: [&str; 5] = ["議事録", "会議録", "議事要旨", "議事概要", "会議概要"];
    let inside = BRACKETS.iter().find_map(|(open, close)| {
        let (inside, behind) = title.strip_prefix(*open)?.split_once(*close)?;
        let genre = behind.trim().trim_start_matches('の');
        (genre.is_empty() || GENRES.contains(&genre)).then_some(inside)
    });
    let title = inside.unwrap_or(title);
    let named = GENRES.iter().find_map(|genre| {
        let rest = title.strip_prefix(genre)?;
        rest.starts_with(is_space).then(|| rest.trim_start())
    });
    named.filter(|rest| !rest.is_empty()).unwrap_or(title)
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

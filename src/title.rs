//! The title: which lines it takes, and what it says of meeting, number and region.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::fold::with_plain_ideographs;
use crate::lexicon::any_of::AnyOf;
use crate::line::Line;
use crate::rules::head::FIELDS;
use crate::rules::summary::{Kind, RULES};
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::number::number;

/// How many lines a title may take.
const LONGEST: usize = 4;

/// What a title says.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct TitleFacts {
    pub name: Option<String>,
    pub number: Option<u32>,
    pub region: Option<String>,
}

/// The body lines that make up the title; empty where none looks like one.
///
/// The first lines up to the first field or section, as far as the line that says what the document is (概要, 議事録, …).
pub(crate) fn lines(body: &[Line], source: &str) -> Range<usize> {
    let head: Vec<String> = body.iter().take(LONGEST + 2).map(|line| normal_form(source, &[line.span])).collect();
    let stop = head
        .iter()
        .zip(body)
        .enumerate()
        .position(|(at, (text, line))| {
            let marked = text.starts_with(['■', '◆', '#', '＃'])
                || text.starts_with(['○', '〇', '◯', '●', '◎', '□', '◇']) && names_document(text);
            let marked = at == 0 && marked && names_meeting(text);
            let line = with_plain_ideographs(line.text(source));
            let numbered = RULES.rule(&line).is_some_and(|rule| rule.kind == Kind::Heading);
            at > 0 && is_manner(text) && names_meeting(&head[0])
                || opens_body(&line) && !is_title_end(text) && !marked
                || numbered && (at > 0 || !names_meeting(text))
        })
        .unwrap_or(head.len());
    let start = head[..stop].iter().position(|text| !is_preliminary(text)).unwrap_or(stop);
    let mut range = start..stop.min(start + LONGEST);
    let last = range.find(|last| names_document(&head[start..=*last].concat()));
    let end = match last {
        Some(last) => last + 1 + usize::from(range.next().is_some_and(|next| is_title_end(&head[next]))),
        None if head.get(start).is_some_and(|text| start < stop && names_meeting(text)) => start + 1,
        None => start,
    };
    start..close_bracket(&head, start, end)
}

/// A title without the mark before it: `■ほおずき勉強会 第9回`, `# 打ち合わせメモ`.
pub(crate) fn without_mark(span: Span, source: &str) -> Span {
    let text = span.of(source);
    let bare = text.trim_start_matches(|c: char| "■◆◇○〇◯◎●□☆★#＃".contains(c) || is_space(c));
    if bare.is_empty() { span } else { Span::new(span.end - bare.len(), span.end) }
}

/// The end of the title once a bracket that it opened is closed: `…の結果について（概⏎要）`.
fn close_bracket(head: &[String], start: usize, end: usize) -> usize {
    let depth = |end: usize| {
        let text = || head[start..end].iter().flat_map(|line| line.chars());
        text().filter(|c| "（(".contains(*c)).count() > text().filter(|c| "）)".contains(*c)).count()
    };
    let closed = (end..head.len().min(start + LONGEST) + 1).find(|end| !depth(*end));
    if start == end { end } else { closed.unwrap_or(end) }
}

fn opens_body(text: &str) -> bool {
    let section = RULES.rule(text).is_some_and(|rule| rule.kind != Kind::Heading);
    section || FIELDS.rule(text).is_some()
}

/// 議事概要 alone on its line: below a meeting's name it ends the title, elsewhere it would announce the agenda.
fn is_title_end(text: &str) -> bool {
    names_document(text)
        && text.chars().count() <= 8
        && text.chars().all(|c| !c.is_ascii_digit() && c != '：' && c != ':')
}

/// `（書面開催）`, `（持ち回り開催）` alone on its line: how the meeting was held; the title above it is complete.
fn is_manner(text: &str) -> bool {
    let inner = text.strip_prefix(['（', '(']).and_then(|inner| inner.strip_suffix(['）', ')']));
    inner.is_some_and(|inner| inner.ends_with("開催") && inner.chars().count() <= 16)
}

/// A handout's label or a bare date above the title.
fn is_preliminary(text: &str) -> bool {
    static PRELIMINARY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^[【（(\[]?(?:(?:参考|別添|当日|配布)?資料\s*(?:No\.?|№)?\s*[0-9－\-‐−ー~～・]*|別[紙添]\s*[0-9]*|取扱注意|公開|未定稿|(?:令和|平成|昭和|[0-9]{4}年)[0-9元]*\s*年?\s*[0-9]{1,2}月\s*[0-9]{1,2}日(?:現在|版)?|[【〔［][^】〕］]{1,8}[】〕］])[】）)\]]?$")
            .expect("a fixed pattern")
    });
    PRELIMINARY.is_match(text)
}

/// Whether a line says what the document is: `…の概要`, `…会議録（案）`.
pub(crate) fn names_document(text: &str) -> bool {
    static DOCUMENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:概要|会議録|議事録|議事概要|議事要旨|議事要録|要旨|要録|要点|記録|会議結果|結果|報告書?|メモ|速記録|まとめ|速報|について)(?:[（(【〔].*[）)】〕])?$|[（(【〔](?:概要|要旨|要録|要点|議事録|会議録|記録)[）)】〕]$")
            .expect("a fixed pattern")
    });
    // 記録, 結果 alone announce a part.
    const PARTS: [&str; 8] = ["記録", "結果", "報告", "まとめ", "メモ", "要点", "会議結果", "について"];
    // One of the pattern's words or a bracket ends the line; most lines end otherwise.
    let may = text.ends_with(|c| "要録旨点果告書モとめ報て）)】〕".contains(c)) && !PARTS.contains(&text);
    may && DOCUMENT.is_match(text) && !is_form(text)
}

/// What meetings are called.
static MEETINGS: AnyOf = AnyOf::new(&[
    "会議",
    "委員会",
    "協議会",
    "審議会",
    "懇談会",
    "部会",
    "連絡会",
    "検討会",
    "研究会",
    "勉強会",
    "説明会",
    "公聴会",
    "懇話会",
    "意見交換会",
    "幹事会",
    "分科会",
    "総会",
    "会合",
    "ワーキング",
    "グループ",
    "タスクフォース",
    "ミーティング",
    "サミット",
    "定例会",
    "臨時会",
    "本会議",
]);

fn names_meeting(text: &str) -> bool {
    MEETINGS.is_in(text) && !text.ends_with('。') && !is_form(text)
}

/// A line of a printed form that speaks of the record and names nothing: `会議録の作成方法（全文記録・要点記録）`.
fn is_form(text: &str) -> bool {
    static WORDS: AnyOf = AnyOf::new(&["作成方法", "掲載形式", "とした理由", "名称", "更新日", "本文です", "開催した"]);
    WORDS.is_in(text)
}

/// Reads meeting, number and region off a title: `第2回小田原地域小児等在宅医療連絡会議の概要`.
pub(crate) fn facts(title: &str) -> TitleFacts {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"第\s*(?<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*回").expect("a fixed pattern")
    });
    let counted = NUMBER.captures(title).map(|caught| caught["number"].to_owned());
    let name = Some(name(title)).filter(|name| names_meeting(name));
    let region = name.as_deref().and_then(region);
    TitleFacts { number: counted.and_then(|text| number(&text).or_else(|| kanji(&text))), region, name }
}

/// A title without its year, its number and what it calls itself.
fn name(title: &str) -> String {
    static FRONT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"^(?:[（(【]?(?:(?:令和|平成|昭和|大正)\s*[0-9元]{1,2}|[0-9]{4})\s*年度?(?:[（(](?:[0-9]{4}|令和[0-9元]+|平成[0-9元]+)年?度?[）)])?[）)】]?)?\s*",
            r"(?:[（(]?第\s*[0-9一二三四五六七八九十]{1,3}\s*回[）)]?)?\s*",
        ))
        .expect("a fixed pattern")
    });
    static BACK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:[（(【〔][^）)】〕]*[）)】〕]|について|における|開催|主な意見|質疑応答|第\s*[0-9一二三四五六七八九十]{1,3}\s*[回号]|(?:会議|議事|速記)?(?:概要|録|要旨|要録|要点|記録|結果|報告書?|メモ|まとめ|速報|次第)|[\s　の・]+)$")
            .expect("a fixed pattern")
    });
    let mut name = FRONT.replace(title, "").into_owned();
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
    name.trim().to_owned()
}

fn ends_with_meeting(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches('の');
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
    ((1..=10).contains(&area.chars().count()) && area.chars().all(is_name)).then_some(area)
}

/// A prefecture or municipality written in full at the beginning: `横須賀市障害…` → 横須賀市.
fn municipality(name: &str) -> Option<&str> {
    let shape = crate::link::shape::Shape::of(name);
    let place = shape.place.filter(|place| place.full)?;
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
            ("バス路線見直し説明会　質疑応答の概要", "バス路線見直し説明会", None, None),
            ("医療的ケア児支援協議会（第十二回）議事概要", "医療的ケア児支援協議会", Some(12), None),
        ];
        for (title, name, number, region) in cases {
            let want = (Some(name.to_owned()), number, region.map(str::to_owned));
            assert_eq!(facts_of(title), want, "{title}");
        }
    }
}

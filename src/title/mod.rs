//! The title: which lines it takes, and what it says.

mod facts;
mod genre;
mod name;
mod region;
mod words;

pub(crate) use facts::facts;
pub(crate) use genre::Genre;
pub(crate) use region::region;
pub(crate) use words::{names_document, names_meeting};

use std::ops::Range;

use crate::lexicon::any_of::AnyOf;
use crate::line::Line;
use crate::pattern::Pattern;
use crate::rules::head::{FIELDS, Field};
use crate::rules::is_digit;
use crate::rules::summary::{Kind, RULES};
use crate::span::{Span, is_space};
use crate::text::normal_form;
use words::names_place;

/// How many lines a title may take.
const LONGEST: usize = 4;

/// The body lines that make up the title; empty where none looks like one.
///
/// The first lines up to the first field or section, as far as the line that says what the document is (概要, 議事録, …).
pub(crate) fn lines(body: &[Line], source: &str) -> Range<usize> {
    let first = first_lines(body, source);
    if first.is_empty() { below_fields(body, source).unwrap_or(first) } else { first }
}

/// The one line below 開催月日 and 開催場所 that says which meeting's record this is: `令和７年度第１回審議会議事録`.
fn below_fields(body: &[Line], source: &str) -> Option<Range<usize>> {
    let told = |line: &&Line| {
        let rule = FIELDS.rule(line.text(source));
        rule.is_some_and(|rule| matches!(rule.kind, Field::Date | Field::Time | Field::Place))
    };
    let at = body.iter().take(LONGEST).take_while(told).count();
    let line = body.get(at).filter(|_| at > 0)?;
    let text = normal_form(source, &[line.span]);
    let whole = names_document(&text) && names_meeting(&text) && text.contains('第') && text.contains('回');
    whole.then_some(at..at + 1)
}

/// The lines that a title takes at the beginning.
fn first_lines(body: &[Line], source: &str) -> Range<usize> {
    let head: Vec<String> = body.iter().take(LONGEST + 2).map(|line| normal_form(source, &[line.span])).collect();
    let stop = head
        .iter()
        .zip(body)
        .enumerate()
        .position(|(at, (text, line))| {
            let marked = text.starts_with(['■', '◆', '#', '＃'])
                || text.starts_with(['○', '〇', '◯', '●', '◎', '□', '◇']) && names_document(text);
            let marked = at == 0 && marked && names_meeting(text);
            let line = line.text(source);
            let numbered = RULES.rule(line).is_some_and(|rule| rule.kind == Kind::Heading);
            // …会議における and 主な意見 below it are one title.
            if at > 0 && head[at - 1].ends_with("における") {
                return false;
            }
            at > 0 && is_manner(text) && names_meeting(&head[0])
                || is_article(text)
                || opens_body(line) && !is_title_end(text) && !marked
                || numbered && (at > 0 || !names_meeting(text))
        })
        .unwrap_or(head.len());
    let start = head[..stop].iter().position(|text| !is_preliminary(text)).unwrap_or(stop);
    let start = below_header(&head[..stop], start);
    let mut range = start..stop.min(start + LONGEST);
    let last = range.find(|last| names_document(&head[start..=*last].concat()));
    let end = match last {
        Some(last) => last + 1 + usize::from(range.next().is_some_and(|next| is_title_end(&head[next]))),
        None => {
            let named = (start..stop.min(start + LONGEST)).find(|last| names_meeting(&head[start..=*last].concat()));
            named.map_or(start, |last| last + 1)
        }
    };
    start..close_bracket(&head, start, end)
}

/// Where the title begins, if the line above it is what the sheet prints on every page: `大隅地域　会議資料` above
/// `令和３年度第２回大隅地域防災会議の概要`, perhaps with a handout's label between them.
fn below_header(head: &[String], start: usize) -> usize {
    let counts = |text: &String| text.contains("年度") || text.contains('第') && text.contains('回');
    let whole = |text: &String| names_meeting(text) && counts(text);
    let Some(first) = head.get(start).filter(|first| !counts(first)) else { return start };
    let complete = names_meeting(first) || names_document(first);
    let next = (start + 1..head.len()).find(|at| !is_preliminary(&head[*at]));
    next.filter(|at| complete && whole(&head[*at])).unwrap_or(start)
}

/// `第１条　この要綱は、…`: an article of rules.
pub(crate) fn is_article(text: &str) -> bool {
    let digits = |c: char| is_digit(c) || "一二三四五六七八九十".contains(c) || is_space(c);
    let rest = text.strip_prefix('第').map(|rest| (rest.len(), rest.trim_start_matches(digits)));
    rest.is_some_and(|(whole, rest)| rest.len() < whole && rest.starts_with('条'))
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
    // 会議資料 above the title says what the sheet is.
    let label = |kind: Field| kind == Field::Other && text.ends_with('料') && text.chars().count() <= 8;
    section || FIELDS.rule(text).is_some_and(|rule| !label(rule.kind))
}

/// 議事概要 alone on its line: below a meeting's name it ends the title, elsewhere it would announce the agenda.
fn is_title_end(text: &str) -> bool {
    names_document(text)
        && text.chars().count() <= 8
        && text.chars().all(|c| !c.is_ascii_digit() && c != '：' && c != ':')
}

/// `（書面開催）`, `（持ち回り開催）`, `(Web会議)` alone on its line: how the meeting was held; the title above it is complete.
pub(crate) fn is_manner(text: &str) -> bool {
    const WAYS: [&str; 10] =
        ["書面", "持ち回り", "持回り", "オンライン", "Web", "WEB", "ウェブ", "ＷＥＢ", "Ｗｅｂ", "テレビ"];
    let inner = text.strip_prefix(['（', '(']).and_then(|inner| inner.strip_suffix(['）', ')']));
    inner.is_some_and(|inner| {
        let held = ["会議", "審議", "協議", "審査", "併用"].iter().any(|end| inner.ends_with(end));
        let way = held && WAYS.iter().any(|way| inner.contains(way));
        (inner.ends_with("開催") || way) && inner.chars().count() <= 16
    })
}

/// A handout's label or a bare date above the title.
fn is_preliminary(text: &str) -> bool {
    static LABELS: AnyOf = AnyOf::new(&["資料", "別紙", "別添", "取扱注意", "公開", "未定稿"]);
    static PRELIMINARY: Pattern = Pattern::new(
        r"^[【（(\[]?(?:(?:参考|別添|当日|配布)?資料(?:番号)?\s*(?:No\.?|№)?\s*[0-9－\-‐−ー~～・]*|別[紙添]\s*[0-9]*|取扱注意|公開|未定稿|(?:令和|平成|昭和|[0-9]{4}年)[0-9元]*\s*年?\s*[0-9]{1,2}月\s*[0-9]{1,2}日(?:現在|版)?|[【〔［][^】〕］]{1,8}[】〕］])[】）)\]]?$",
    );
    let may = LABELS.is_in(text) || text.contains(['日', '】', '〕', '］']);
    names_place(text) || names_department(text) || may && PRELIMINARY.is_match(text)
}

/// `企画部 都市政策室`: whose page it is.
fn names_department(text: &str) -> bool {
    let department = |word: &str| word.ends_with(['部', '課', '室', '局', '係']) && word.chars().nth(1).is_some();
    text.chars().nth(24).is_none() && !text.contains('会') && text.split_whitespace().all(department)
}

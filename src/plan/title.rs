//! Which lines are the title of a plan, and what it says.

use std::ops::Range;

use crate::grid::Grid;
use crate::lexicon::any_of::AnyOf;
use crate::line::Line;
use crate::model::Plan;
use crate::pattern::Pattern;
use crate::rules::is_digit;
use crate::rules::plan::LABELS;
use crate::span::Span;
use crate::text::normal_form;
use crate::title::region;
use crate::values::date::fiscal_year;

use super::outline::Kind;

/// How far from the top a title may stand.
const FARTHEST: usize = 8;

/// The body lines of the title; empty where none looks like one.
///
/// The first line before head and rows that names a plan, with the line before it where the year stands alone there.
pub(super) fn lines(body: &[Line], kinds: &[Kind], source: &str) -> Range<usize> {
    let open = body
        .iter()
        .zip(kinds)
        .take(FARTHEST)
        .take_while(|(line, kind)| **kind == Kind::Text && !opens_row(line.text(source)));
    let texts: Vec<String> = open.map(|(line, _)| normal_form(source, &[line.span])).collect();
    let may_be = |text: &String| !text.starts_with(['※', '（', '(', '＜', '<']) && LABELS.rule(text).is_none();
    let named = texts.iter().position(|text| may_be(text) && names_plan(text));
    let Some(named) = named else {
        let first = texts.iter().position(may_be);
        return first.map_or(0..0, |first| first..first + 1);
    };
    let start = match named.checked_sub(1) {
        Some(before) if body[named].gap == 0 && may_be(&texts[before]) && names_year(&texts[before]) => before,
        _ => named,
    };
    let standing = texts.get(named + 1).is_some_and(|text| body[named + 1].gap == 0 && is_standing(text));
    start..named + 1 + usize::from(standing)
}

/// Gives a table the lines above it: its title, the handout's label, and what is said of the whole.
pub(super) fn above(grid: &mut Grid, lines: &[Line], source: &str) {
    let lines = lines.iter().map(|line| line.span);
    let (labels, said): (Vec<Span>, Vec<Span>) = lines.partition(|line| LABELS.rule(line.of(source)).is_some());
    let names = |line: &&Span| names_plan(&normal_form(source, &[**line]));
    grid.caption = said.iter().find(names).or(said.first()).copied();
    grid.notes.extend(labels.into_iter().chain(said.into_iter().filter(|line| Some(*line) != grid.caption)));
    grid.notes.sort_unstable();
}

fn opens_row(text: &str) -> bool {
    let rest = text.trim_start_matches(is_digit);
    rest.len() < text.len() && rest.starts_with([' ', '　']) || rest.is_empty()
}

/// Whether a caption calls what stands below it a plan in so many words: `…に係る取組内容（案）`, but not `計画事業の予算一覧`.
pub(super) fn is_of_plan(caption: &str) -> bool {
    static WORDS: AnyOf = AnyOf::new(&["取組", "取り組み", "行動計画", "アクションプラン"]);
    WORDS.is_in(caption) && !["予算", "決算"].iter().any(|word| caption.contains(word))
}

pub(super) fn names_plan(text: &str) -> bool {
    static WORDS: AnyOf = AnyOf::new(&[
        "取組",
        "取り組み",
        "計画",
        "プラン",
        "一覧",
        "工程表",
        "ロードマップ",
        "スケジュール",
        "行動",
        "施策",
        "事業",
        "アクション",
        "進捗",
        "管理表",
        "方策",
        "対応策",
    ]);
    WORDS.is_in(text)
}

fn names_year(text: &str) -> bool {
    text.contains("年度") || text.ends_with(['の', 'る', 'と', '、']) || text.contains("地域") || text.contains("圏域")
}

/// `（案）` below the title.
fn is_standing(text: &str) -> bool {
    text.starts_with(['（', '(', '【']) && text.chars().count() <= 8 && text.contains(['案', '版'])
}

/// What the title says: region, fiscal year, standing.
pub(super) fn facts(title: &str) -> Plan {
    static STATUS: Pattern =
        Pattern::new(r"[（(〔【［\[](?<status>[^（(）)]{0,6}(?:案|版|未定稿|暫定|確定|たたき台))[）)〕】］\]]\s*$");
    let year = fiscal_year(title);
    let range: Range<usize> = year.as_ref().map_or(0..0, |(_, range)| range.clone());
    let rest = format!("{}{}", &title[..range.start], &title[range.end..]);
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || "（()）【】".contains(c));
    Plan {
        region: region(rest),
        fiscal_year: year.as_ref().map(|(year, _)| *year),
        fiscal_year_text: (!range.is_empty()).then(|| title[range].to_owned()),
        status: STATUS.captures(title).map(|caught| caught.text("status").to_owned()),
        ..Plan::default()
    }
}

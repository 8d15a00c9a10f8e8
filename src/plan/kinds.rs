//! What the columns of a plan hold, told by all of its headers together.
//!
//! One header alone may mean two things: 具体的施策 describes what 項目 names, and is itself the name beside 事業概要; 重点項目 is a name,
//! and a category beside 取組.

use crate::rules::plan::{COLUMNS, Column};

/// The columns under these headers, from left to right; of two headers of one kind the first is meant, the other is
/// [`Column::Other`].
pub(super) fn kinds(headers: &[String]) -> Vec<Column> {
    let headers: Vec<String> = headers.iter().map(|header| header.split_whitespace().collect()).collect();
    let mut kinds: Vec<Column> = headers.iter().map(|header| alone(header)).collect();
    broader_before_narrower(&headers, &mut kinds);
    name_by_its_measures(&headers, &mut kinds);
    main_measures_describe(&headers, &mut kinds);
    // Where nothing is called a name, 課題 is what the row is about.
    let issue = kinds.iter().position(|kind| *kind == Column::Category);
    if let Some(at) = issue.filter(|at| is_issue(&headers[*at]) && !kinds.contains(&Column::Name)) {
        kinds[at] = Column::Name;
    }
    // 項目 … 課題: what is wrong with it, which no row shares with another.
    let name = kinds.iter().position(|kind| matches!(kind, Column::Name | Column::Content)).unwrap_or(kinds.len());
    for at in (name..kinds.len()).filter(|at| is_issue(&headers[*at])).collect::<Vec<_>>() {
        if kinds[at] == Column::Category {
            kinds[at] = Column::Other;
        }
    }
    for at in 1..kinds.len() {
        if kinds[..at].contains(&kinds[at]) {
            kinds[at] = Column::Other;
        }
    }
    kinds
}

/// What a header says by itself.
fn alone(header: &str) -> Column {
    COLUMNS.rule(header).map_or(Column::Other, |rule| rule.kind)
}

/// 課題, but not 課題区分.
fn is_issue(header: &str) -> bool {
    header.contains("課題") && !header.ends_with(['分', '野', '類', '別', '名'])
}

/// Of two columns that describe, where none names, the first names: 具体的施策 … 事業概要.
fn name_by_its_measures(headers: &[String], kinds: &mut [Column]) {
    let measures = measures(headers, kinds).filter(|_| !kinds.contains(&Column::Name));
    if let Some(first) = measures {
        kinds[first] = Column::Name;
    }
}

/// Right of what names as well as describes, 取組 says what is done: 具体的施策 … 主な取組.
fn main_measures_describe(headers: &[String], kinds: &mut [Column]) {
    let content = kinds.iter().position(|kind| *kind == Column::Content);
    let Some(at) = content.filter(|at| headers[*at].ends_with(['策', '業', '目'])) else { return };
    let is_measure = |header: &String| header.ends_with("取組") || header.ends_with("取り組み");
    if kinds.get(at + 1) == Some(&Column::Name) && is_measure(&headers[at + 1]) && !kinds[..at].contains(&Column::Name)
    {
        kinds.swap(at, at + 1);
    }
}

/// Where the first of two columns that describe may name as well.
fn measures(headers: &[String], kinds: &[Column]) -> Option<usize> {
    let mut described = (0..kinds.len()).filter(|at| kinds[*at] == Column::Content);
    let (first, _) = (described.next()?, described.next()?);
    headers[first].ends_with(['策', '組', 'み', '業', '目']).then_some(first)
}

/// Of two columns that name, or may, where none divides, the first divides: 重点項目 … 取組, 重点項目 … 具体的施策 … 内容.
fn broader_before_narrower(headers: &[String], kinds: &mut [Column]) {
    let mut named = (0..kinds.len()).filter(|at| kinds[*at] == Column::Name);
    let (Some(first), second) = (named.next(), named.next()) else { return };
    // 事業名 … 具体的な取組 … 内容 has its name already.
    let broad = ["重点", "基本", "主要", "政策", "施策", "大"].iter().any(|word| headers[first].contains(word));
    let narrower = second.or(measures(headers, kinds).filter(|_| broad)).is_some_and(|narrower| narrower > first);
    if narrower && !kinds.contains(&Column::Category) {
        kinds[first] = Column::Category;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Column::{Category, Content, Cooperating, Lead, Name, Number, Other, Schedule};

    fn read(headers: &str) -> Vec<Column> {
        kinds(&headers.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn the_usual_headers_say_what_they_hold() {
        let all = [Number, Category, Name, Content, Lead, Cooperating, Schedule];
        assert_eq!(read("番号 課題区分 項目 内容 主たる機関（案） 協力機関 スケジュール"), all);
        assert_eq!(read("№ 施策の柱 事業名 事業概要 所管課 関係課 実施時期"), all);
        assert_eq!(read("番号 課題 内容 担当課 関係課"), [Number, Name, Content, Lead, Cooperating]);
    }

    #[test]
    fn what_stands_beside_a_header_decides_what_it_means() {
        assert_eq!(read("№ 区分 具体的施策 事業概要 主担当 連携先")[1..4], [Category, Name, Content]);
        assert_eq!(read("№ 重点項目 取組 取組内容 主担当 連携先")[1..4], [Category, Name, Content]);
        assert_eq!(read("№ 重点項目 具体的施策 事業概要 担当課 関係課")[1..4], [Category, Name, Content]);
        assert_eq!(read("№ 基本目標 施策名 内容 担当課 関係課")[1..4], [Category, Name, Content]);
        assert_eq!(read("№ 分野 具体的施策 主な取組 担当課 関係課")[1..4], [Category, Name, Content]);
        assert_eq!(read("№ 大項目 中項目 具体的な取組 担当 関係機関")[1..4], [Category, Name, Content]);
    }

    #[test]
    fn a_second_column_of_a_kind_is_none_of_it() {
        assert_eq!(read("№ 項目 内容 取組の詳細 担当課 関係課")[2..4], [Content, Other]);
        assert_eq!(read("№ 項目 課題 内容 担当課 関係課")[1..4], [Name, Other, Content]);
        assert_eq!(read("№ 項目 現状と課題 内容 担当課 関係課")[1..4], [Name, Other, Content]);
    }
}

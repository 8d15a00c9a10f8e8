//! Lists under a header that names their columns: `氏名　所属　備考`, kept by white space or one cell a line.

use super::Reader;
use super::signed::says;
use crate::attendees::item;
use crate::lexicon::roles;
use crate::rules::is_digit;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::person_name::{is_known_name, key};

/// What a column of a list holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Column {
    Name,
    Role,
    Body,
    /// 所属・役職
    BodyAndRole,
    /// 区分: for whom somebody sits there.
    Standing,
    Number,
    Presence,
    Remark,
}

impl Column {
    /// The column that a word of a header names.
    pub fn of(word: &str) -> Option<Self> {
        let letters: String = word.chars().filter(|c| !is_space(*c) && *c != '等').collect();
        Some(match letters.as_str() {
            "氏名" | "名前" | "委員氏名" | "委員名" => Self::Name,
            "役職" | "職名" | "職" | "役職名" | "職名等" | "役" => Self::Role,
            "所属" | "所属団体" | "所属機関" | "団体名" | "機関名" | "所属名" | "所属団体名" => {
                Self::Body
            }
            "所属・役職" | "所属・職名" | "所属役職" | "所属・役職名" | "団体・役職" => {
                Self::BodyAndRole
            }
            "区分" | "委員区分" | "選出区分" => Self::Standing,
            "番号" | "No" | "No." | "NO" | "№" | "議席番号" | "議席" => Self::Number,
            "出欠" | "出席" | "出欠席" | "出欠状況" => Self::Presence,
            "備考" | "摘要" => Self::Remark,
            _ => return None,
        })
    }
}

/// The columns of a header line; one has the names.
pub(super) fn columns(header: &str) -> Vec<Column> {
    let found: Option<Vec<Column>> = words(header).map(Column::of).collect();
    found.filter(|columns| is_header(columns)).unwrap_or_default()
}

fn is_header(columns: &[Column]) -> bool {
    let names = columns.iter().filter(|column| **column == Column::Name).count();
    let twice = columns.iter().enumerate().any(|(at, column)| columns[..at].contains(column));
    names == 1 && columns.len() >= 2 && !twice
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| is_space(c) || matches!(c, '|' | '｜')).filter(|word| !word.is_empty())
}

impl Reader<'_> {
    /// Reads a row whose cells are as many as the header's and each what its column says; the last one may be empty.
    pub(super) fn row(&mut self, at: usize) -> bool {
        let line = self.body[at].span;
        let count = self.columns.len();
        if count == 0 || self.body[at].width > 160 {
            return false;
        }
        let cells = partings(line, self.source).into_iter().find(|cells| {
            let rest = &self.columns[cells.len().min(count)..];
            let empty = rest.is_empty() || *rest == [Column::Remark] || *rest == [Column::Presence];
            cells.len() <= count && empty && self.fits(cells)
        });
        let Some(cells) = cells else { return false };
        self.take_row(&cells);
        let bars = line.of(self.source).match_indices(['|', '｜']);
        let bars = bars.map(|(bar, sign)| Span::new(line.start + bar, line.start + bar + sign.len()));
        self.out.marks.extend(bars);
        self.out.listed[at] = true;
        true
    }

    /// Reads a header and rows whose cells stand each on a line of its own; gives the next line.
    ///
    /// Where cells are missing nothing tells the rows apart, so a row ends them that has a cell which is not what its column
    /// says, and one column at least must tell: the numbers, the offices or who was there.
    pub(super) fn stacked_rows(&mut self, at: usize) -> Option<usize> {
        let word = |line: usize| Column::of(&self.cell(self.body.get(line)?.span));
        let header: Vec<Column> = (at..at + 6).map_while(word).collect();
        let begin = at + header.len();
        // Numbers alone on their lines may have been taken for those of pages.
        let numbered = self.body.get(begin).is_some_and(|line| line.text(self.source).starts_with(is_digit));
        let columns: Vec<Column> =
            header.iter().copied().filter(|column| numbered || *column != Column::Number).collect();
        let tells = |column: &Column| matches!(column, Column::Number | Column::Role | Column::Presence);
        if !is_header(&header) || columns.len() < 2 || !columns.iter().any(tells) {
            return None;
        }
        let count = columns.len();
        self.columns = columns;
        let mut rows: Vec<Vec<Span>> = Vec::new();
        while let Some(lines) = self.body.get(begin + rows.len() * count..begin + (rows.len() + 1) * count) {
            let cells: Vec<Span> = lines.iter().map(|line| line.span).collect();
            let counted = self.columns[0] != Column::Number || self.cell(cells[0]) == (rows.len() + 1).to_string();
            if !counted || !self.fits(&cells) {
                break;
            }
            rows.push(cells);
        }
        if rows.len() >= 2 {
            rows.iter().for_each(|cells| self.take_row(cells));
        }
        self.columns.clear();
        let next = begin + rows.len() * count;
        (rows.len() >= 2).then(|| {
            self.out.marks.extend(self.body[at..begin].iter().map(|line| line.span));
            self.out.listed[at..next].fill(true);
            next
        })
    }

    fn cell(&self, span: Span) -> String {
        normal_form(self.source, &[span])
    }

    /// Whether every cell is what its column says.
    fn fits(&self, cells: &[Span]) -> bool {
        let named = self.columns.iter().zip(cells).any(|(column, _)| *column == Column::Name);
        named
            && self.columns.iter().zip(cells).all(|(column, cell)| {
                let text = self.cell(*cell);
                let letters = key(&text);
                match column {
                    Column::Name => {
                        let whole = is_known_name(&text) || item::may_be_named(&letters);
                        whole && letters.chars().nth(1).is_some() && roles::at_end(&letters).is_none()
                    }
                    Column::Number => !text.is_empty() && text.chars().all(is_digit),
                    Column::Presence => says(&text, true).is_some(),
                    Column::Role => roles::at_end(&text.replace(is_space, "")).is_some(),
                    Column::Body | Column::BodyAndRole | Column::Standing => {
                        text.chars().nth(1).is_some() && !text.contains('。')
                    }
                    Column::Remark => text.chars().nth(30).is_none() && !text.contains('。'),
                }
            })
    }

    fn take_row(&mut self, cells: &[Span]) {
        let (mut person, mut role, mut body, mut standing) = (String::new(), None, None, None);
        let mut presence = None;
        let mut label: Vec<Span> = Vec::new();
        for (column, cell) in self.columns.clone().iter().zip(cells) {
            let text = self.cell(*cell);
            match column {
                Column::Name => person = text,
                Column::Role => role = Some(text),
                Column::Body => body = Some(text),
                Column::BodyAndRole => match text.rfind(is_space).filter(|at| roles::at_end(&text[*at..]).is_some()) {
                    Some(at) => (role, body) = (Some(text[at..].trim().to_owned()), Some(text[..at].trim().to_owned())),
                    None if roles::at_end(&text).is_some() => role = Some(text),
                    None => body = Some(text),
                },
                Column::Standing => standing = Some(text),
                Column::Remark => {
                    let part = roles::at_end(&text).is_some_and(|(at, kind)| at == 0 && kind != roles::Role::Desk);
                    role = role.or(Some(text).filter(|_| part));
                }
                Column::Number => {}
                Column::Presence => presence = says(&text, true),
            }
            match column {
                Column::Number | Column::Presence => self.out.marks.push(*cell),
                _ => label.push(*cell),
            }
        }
        // What stands between the cells of one line is white space.
        let near =
            |one: Span, other: Span| self.source[one.end..other.start].chars().all(|c| is_space(c) && !is_line_end(c));
        let label = label.into_iter().fold(Vec::<Span>::new(), |mut whole, cell| {
            match whole.last_mut() {
                Some(last) if near(*last, cell) => last.end = cell.end,
                _ => whole.push(cell),
            }
            whole
        });
        let mut entry = self.entry(label, person, role.or(standing), body);
        if let Some(presence) = presence {
            entry.presence = Some(presence);
        }
        self.out.entries.push(entry);
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The ways to part a line into cells: at bars, at gaps of two columns, at one kind of white space, at any.
fn partings(line: Span, source: &str) -> Vec<Vec<Span>> {
    let text = line.of(source);
    let by = |parts: fn(&str, usize, char) -> bool| {
        let (mut cells, mut start) = (Vec::new(), None);
        for (at, c) in text.char_indices() {
            match (start, parts(text, at, c)) {
                (None, false) if !is_space(c) => start = Some(at),
                (Some(begin), true) => {
                    cells.push(Span::new(line.start + begin, line.start + at).trim(source));
                    start = None;
                }
                _ => {}
            }
        }
        cells.extend(start.map(|begin| Span::new(line.start + begin, line.end).trim(source)));
        cells
    };
    vec![
        by(|_, _, c| matches!(c, '|' | '｜' | '\t')),
        by(|text, at, c| is_space(c) && text[at + c.len_utf8()..].starts_with(is_space)),
        by(|_, _, c| c == ' '),
        by(|_, _, c| c == '\u{3000}'),
        by(|_, _, c| is_space(c)),
    ]
}

//! What an office program and an extractor add to the lines: blank lines, page numbers, running headers, form feeds.

use super::habits::{Blanks, Habits};
use super::rng::Rng;
use super::sheet::{Line, Sheet};

/// How pages end and begin.
#[derive(Clone, Debug)]
pub struct Pages {
    /// Lines of text on a page; `None` for a document without page breaks.
    pub height: Option<usize>,
    pub number: usize,
    pub header: Option<String>,
    pub form_feed: bool,
    pub blanks: usize,
}

impl Pages {
    pub fn random(rng: &mut Rng, headers: &[String]) -> Self {
        Pages {
            height: rng.chance(60).then(|| rng.between(18, 45)),
            number: rng.between(0, 9),
            header: rng.chance(30).then(|| rng.pick(headers).clone()),
            form_feed: rng.chance(40),
            blanks: rng.weighted(&[(40, 0), (40, 1), (20, 3)]),
        }
    }
}

/// Blank lines as the extractor's habit is; the sheet's lines stay in their order.
pub fn with_blanks(sheet: &mut Sheet, habits: &Habits) {
    let blank = Line { last: true, ..Line::default() };
    let mut lines = Vec::new();
    for (i, line) in std::mem::take(&mut sheet.lines).into_iter().enumerate() {
        if habits.blanks == Blanks::BeforeSections && line.opens && i > 0 {
            lines.push(blank.clone());
        }
        let after = match habits.blanks {
            Blanks::AfterEveryLine => true,
            Blanks::AfterParagraphs => line.last,
            Blanks::Irregular => line.last && i * i % 7 == 2,
            Blanks::BeforeSections | Blanks::None => false,
        };
        lines.push(line);
        if after {
            lines.push(blank.clone());
        }
    }
    sheet.lines = lines;
}

/// Cuts the lines into pages, in mid-sentence where it falls so.
pub fn with_pages(sheet: &mut Sheet, pages: &Pages) {
    let Some(height) = pages.height else { return };
    let count = sheet.lines.len().div_ceil(height);
    let mut lines = Vec::new();
    for (page, content) in std::mem::take(&mut sheet.lines).chunks(height).enumerate() {
        let header = pages.header.as_ref().filter(|_| count > 1);
        let mut top = if page > 0 && pages.form_feed { String::from("\u{c}") } else { String::new() };
        if let Some(header) = header {
            lines.push(furniture(std::mem::take(&mut top) + header));
            (0..pages.blanks).for_each(|_| lines.push(furniture(String::new())));
        }
        for (i, line) in content.iter().enumerate() {
            let mut line = line.clone();
            if i == 0 {
                line.text = std::mem::take(&mut top) + &line.text;
            }
            lines.push(line);
        }
        if let Some(number) = page_number(pages.number, page + 1, count) {
            (0..pages.blanks).for_each(|_| lines.push(furniture(String::new())));
            lines.push(furniture(number));
            (0..pages.blanks).for_each(|_| lines.push(furniture(String::new())));
        }
    }
    sheet.lines = lines;
}

fn furniture(text: String) -> Line {
    Line { text, last: true, ..Line::default() }
}

fn page_number(style: usize, page: usize, count: usize) -> Option<String> {
    match style {
        0..=2 => Some(format!("- {page} -")),
        3 => Some(page.to_string()),
        4 => Some(format!("{page}/{count}")),
        5 => Some(format!("{page}ページ")),
        6 => Some(super::orgs::widen(&format!("－ {page} －")).replace('－', "-")),
        7 => Some(format!("                    {page}")),
        _ => None,
    }
}

/// The whole text with its line ends; `trailing` blanks as Word's paragraph marks leave them.
pub fn text(sheet: &Sheet, habits: &Habits) -> String {
    let mut out = String::new();
    for line in &sheet.lines {
        out.push_str(&line.text);
        if habits.trailing_space && (line.last || habits.blanks == Blanks::AfterEveryLine) {
            out.push(' ');
        }
        out.push_str(habits.line_end);
    }
    out
}

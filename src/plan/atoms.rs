//! The pieces of a row, in reading order: what stands between two spaces or line ends.
//!
//! A cell is one piece or several neighbouring ones; a piece never belongs to two cells.

use crate::line::{Line, columns};
use crate::rules::{is_bullet, is_circled};
use crate::span::{Span, is_space};

use super::blank::blank;
use super::labels::{Labels, opens};
use super::likeness::{Likeness, Whole, likeness};
use super::linebreak::head;
use super::list::{is_close, is_open};
use super::references;
use super::shapes::{ends_word, tears_word};
use super::words::words;

/// What a piece begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Plain,
    /// `・`.
    Bullet,
    /// `※` that opens a remark.
    Note,
    /// `【旧№8、9を統合】`.
    Reference,
    /// The rest of a reference that a line end cuts.
    ReferenceRest,
}

/// One piece of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    /// The whole piece, its bullet included.
    pub span: Span,
    /// Its bullet or ※; empty where it has none.
    pub mark: Span,
    pub form: Form,
    /// Where its text begins, behind the bullet and a space.
    pub start: usize,
    /// The body line on which it stands.
    pub line: usize,
    pub first_on_line: bool,
    pub last_on_line: bool,
    /// Blank lines before it.
    pub gap: usize,
    /// Head lines or a page's end stand before it.
    pub turn: bool,
    /// No bullet stands before it in its row.
    pub first_bullet: bool,
    /// A bracket of an earlier piece is still open before it.
    pub open: bool,
    /// The piece before it ends in 、.
    pub after_comma: bool,
    /// White space follows it on its line, as after shapes that lie over a table.
    pub trailing: bool,
    /// It ends the word above: one letter alone on its line, `会議開⏎催`, or the rest of a word in kana, `支援セン⏎ターあゆみ`.
    pub tail: bool,
    /// Display columns.
    pub width: usize,
    /// Display columns of what cannot be parted at its beginning.
    pub head: usize,
    /// A sign that fills its cell: `－`, `〃`.
    pub blank: bool,
    pub likeness: Likeness,
}

impl Atom {
    /// The piece without its bullet.
    pub fn body(&self) -> Span {
        Span::new(self.start, self.span.end)
    }
}

/// The pieces of a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub atoms: Vec<Atom>,
    /// It is the last row before a page ends, or the table.
    pub closing: bool,
}

/// Collects the pieces of one row into `out`.
pub(super) fn collect(row: &super::rows::RowLines, page: &Page, labels: &Labels, out: &mut Row) {
    out.closing = page.closes(row.lines.clone());
    let atoms = &mut out.atoms;
    atoms.clear();
    let mut turn = false;
    let mut depth = 0_usize;
    for at in row.lines.clone() {
        if page.is_apart(at) {
            turn = true;
            continue;
        }
        let line = page.body[at];
        turn |= at > row.lines.start && page.body[at - 1].page != line.page;
        let span = if at == row.lines.start { row.rest } else { line.span };
        let first = atoms.len();
        let before = row.before.filter(|_| at == row.lines.start);
        let own = labels.marks.join(words(page.source, span), page.source);
        let mut rest = before.into_iter().chain(own).peekable();
        while let Some(word) = rest.next() {
            let begins = atoms.len() > first || opens(&line, page.source);
            let ends = rest.peek().is_some() || page.body.get(at + 1).is_none_or(|next| opens(next, page.source));
            let atom = atom(word, at, Whole { begins, ends }, page.source, labels);
            atoms.push(atom);
        }
        let own_line = at != row.lines.start;
        finish_line(&mut atoms[first..], &line, own_line, turn, page.source);
        turn &= atoms.len() == first;
    }
    link(atoms, page.source, &mut depth);
    date(atoms, page.source);
}

/// `会議開催` above `（９月頃）` is dated by it.
fn date(atoms: &mut [Atom], source: &str) {
    for at in 1..atoms.len() {
        let below = atoms[at].first_on_line && atoms[at].gap == 0 && atoms[at].likeness.schedule > 0;
        let bracket = atoms[at].span.of(source).starts_with(['（', '(']);
        if below && bracket && atoms[at - 1].width <= 24 && atoms[at - 1].form == Form::Plain {
            atoms[at - 1].likeness.schedule = atoms[at].likeness.schedule;
        }
    }
}

/// The body and what is known of its lines.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub body: &'a [Line],
    pub kinds: &'a [super::outline::Kind],
    pub source: &'a str,
}

impl Page<'_> {
    /// Whether a line belongs to the page's head and to no row.
    pub fn is_apart(&self, at: usize) -> bool {
        self.kinds[at] != super::outline::Kind::Text
    }

    /// Whether a page or the table ends with these lines.
    fn closes(&self, mut lines: std::ops::Range<usize>) -> bool {
        let next = self.body.get(lines.end);
        next.is_none_or(|next| next.page != self.body[lines.start].page)
            || lines.any(|at| self.is_apart(at) && self.kinds[at] != super::outline::Kind::Group)
    }
}

fn atom(span: Span, line: usize, whole: Whole, source: &str, labels: &Labels) -> Atom {
    let text = span.of(source);
    let form = form(text);
    let marked = matches!(form, Form::Bullet | Form::Note);
    let mark = if marked { text.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let mark = Span::new(span.start, span.start + mark);
    let body = Span::new(mark.end, span.end).of(source);
    let start = span.end - body.trim_start_matches(is_space).len();
    let body = &source[start..span.end];
    Atom {
        span,
        mark,
        form,
        start,
        line,
        first_on_line: false,
        last_on_line: false,
        gap: 0,
        turn: false,
        first_bullet: false,
        open: false,
        after_comma: false,
        trailing: false,
        tail: false,
        width: columns(text),
        head: head(text),
        // The end of センタ⏎ー fills no cell.
        blank: blank(text).is_some() && text != "ー",
        likeness: likeness(body, whole, |item| labels.repeats(item)),
    }
}

fn form(text: &str) -> Form {
    let Some(first) = text.chars().next() else { return Form::Plain };
    if references::opens(text) {
        return Form::Reference;
    }
    match first {
        '※' | '＊' => Form::Note,
        // `○` alone is a cell of the schedule, `・` alone has lost its text to the next line.
        c if is_bullet(c) && text.len() == c.len_utf8() && !matches!(c, '・' | '･') => Form::Plain,
        _ if blank(text).is_some() => Form::Plain,
        c if is_bullet(c) || is_circled(c) => Form::Bullet,
        _ => Form::Plain,
    }
}

fn finish_line(atoms: &mut [Atom], line: &Line, own_line: bool, turn: bool, source: &str) {
    let count = atoms.len();
    for (at, atom) in atoms.iter_mut().enumerate() {
        atom.first_on_line = at == 0 && own_line;
        atom.last_on_line = at + 1 == count;
    }
    if let Some(last) = atoms.last_mut() {
        let after = source[line.span.end..].chars().next();
        last.trailing = after.is_some_and(|c| is_space(c) && !crate::ledger::ends_piece(c));
    }
    if let Some(first) = atoms.first_mut() {
        first.turn = turn;
        first.width += if own_line { line.indent } else { 0 };
        first.gap = if own_line { line.gap } else { 0 };
    }
}

/// Sets what a piece knows of the pieces before it.
fn link(atoms: &mut [Atom], source: &str, depth: &mut usize) {
    let mut reference: Option<usize> = None;
    if let Some(first) = atoms.iter_mut().find(|atom| atom.form == Form::Bullet) {
        first.first_bullet = true;
    }
    for at in 0..atoms.len() {
        if at > 0 && (atoms[at].gap > 0 || atoms[at].form == Form::Bullet) {
            *depth = 0;
        }
        atoms[at].open = *depth > 0;
        let below = at > 0 && atoms[at].first_on_line && atoms[at].gap == 0 && !atoms[at].turn;
        let text = atoms[at].span.of(source);
        let ends = || atoms[at].last_on_line && ends_word(text) || tears_word(atoms[at - 1].span.of(source), text);
        atoms[at].tail = below && ends();
        atoms[at].after_comma = at > 0 && atoms[at - 1].span.of(source).ends_with(['、', '，', '､', '・']);
        for c in atoms[at].span.of(source).chars() {
            if is_open(c) {
                *depth += 1;
            } else if is_close(c) {
                *depth = depth.saturating_sub(1);
            }
        }
        if let Some(start) = reference.take().filter(|_| atoms[at].gap == 0 && atoms[at].form == Form::Plain) {
            let pieces: Vec<Span> = atoms[start..=at].iter().map(|atom| atom.span).collect();
            if references::completes(source, &pieces) {
                atoms[start + 1..=at].iter_mut().for_each(|atom| atom.form = Form::ReferenceRest);
            } else if at - start < 3 {
                reference = Some(start);
            }
        }
        if atoms[at].form == Form::Reference && !references::completes(source, &[atoms[at].span]) {
            reference = Some(at);
        }
    }
}

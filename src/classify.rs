//! Stage: body lines → elements; the first rule that matches decides, and wrapped lines are joined.
//!
//! Whether a line opens something and whether it goes on with what is open are two questions. The second one matters
//! where a wrap puts a mark at the beginning of a line by chance (`…保健⏎・福祉…`) or where a bracket is torn.

use crate::blocks::ends_sentence;
use crate::element::{Element, Kind};
use crate::fold::with_plain_ideographs;
use crate::lexicon::roles;
use crate::line::Line;
use crate::rules::head::{FIELDS, Field, NEXT_SENTENCE};
use crate::rules::summary::{AFFAIRS, Kind as Part, RULES};
use crate::rules::{Rule, is_bullet, is_digit};
use crate::span::{Span, is_space};
use crate::survey::{Habits, NARROW};
use crate::text::normal_form;
use crate::title;
use crate::values::number::number;
use crate::values::time;

/// Turns the body of minutes into elements, in order; every line lies in exactly one.
pub(crate) fn classify(body: &[Line], source: &str, habits: &Habits) -> Vec<Element> {
    let mut classifier = Classifier::new(body, source, habits);
    let title = title::lines(body, source);
    for at in 0..body.len() {
        if title.contains(&at) {
            classifier.title(at);
        } else {
            classifier.line(at);
        }
    }
    for element in &mut classifier.elements {
        element.drop_void(source);
    }
    classifier.elements
}

/// Turns lines of a part that has no head of its own into elements.
pub(crate) fn classify_part(body: &[Line], source: &str, habits: &Habits) -> Vec<Element> {
    let mut classifier = Classifier::new(body, source, habits);
    classifier.in_body = true;
    (0..body.len()).for_each(|at| classifier.line(at));
    for element in &mut classifier.elements {
        element.drop_void(source);
    }
    classifier.elements
}

struct Classifier<'b> {
    body: &'b [Line],
    source: &'b str,
    habits: &'b Habits,
    elements: Vec<Element>,
    /// Whether the head is over.
    in_body: bool,
    /// Brackets that the open element has opened and not closed.
    depth: usize,
    /// The last number of each labelled kind, for `by_chance`.
    counters: Vec<(Part, u32)>,
    /// The bullets seen.
    bullets: Vec<BulletShape>,
    /// The marks that this document puts before headings: `〇審議結果`.
    heading_marks: Vec<HeadingMark>,
}

/// How a bullet is written: `・調査…` in column 0, `○ 「ネットワーク…` with a space behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct BulletShape {
    mark: char,
    column: usize,
    spaced: bool,
}

impl BulletShape {
    fn of(line: &Line, source: &str) -> Option<Self> {
        let mut chars = line.text(source).chars();
        let mark = chars.next()?;
        Some(Self { mark, column: line.indent, spaced: chars.next().is_some_and(is_space) })
    }
}

/// What a line would open, seen by itself.
struct Opening {
    kind: Kind,
    rule: &'static str,
    label: Option<Span>,
    marks: Vec<Span>,
    text: Span,
}

impl<'b> Classifier<'b> {
    fn new(body: &'b [Line], source: &'b str, habits: &'b Habits) -> Self {
        Self {
            body,
            source,
            habits,
            elements: Vec::new(),
            in_body: false,
            depth: 0,
            counters: Vec::new(),
            bullets: Vec::new(),
            heading_marks: heading_marks(body, source),
        }
    }

    fn title(&mut self, at: usize) {
        match self.elements.last_mut() {
            Some(open) if open.kind == Kind::Title => {
                open.text.push(self.body[at].span);
                open.lines.end = at + 1;
            }
            _ => {
                let mut opening = paragraph(&self.body[at], Kind::Title, "head.title");
                opening.text = title::without_mark(opening.text, self.source);
                let mark = Span::new(self.body[at].span.start, opening.text.start).trim(self.source);
                opening.marks.extend((!mark.is_empty()).then_some(mark));
                self.open(at, opening);
            }
        }
    }

    fn line(&mut self, at: usize) {
        let opening = self.opening(at);
        match opening {
            Some(opening) if !self.by_chance(&opening, at) => self.open(at, opening),
            Some(_) => self.join(at),
            None if self.goes_on(at) => self.join(at),
            None => self.open(at, paragraph(&self.body[at], Kind::Paragraph, "text.paragraph")),
        }
    }

    /// What the line would open if it stood alone.
    fn opening(&self, at: usize) -> Option<Opening> {
        let line = &self.body[at];
        let text = &with_plain_ideographs(line.text(self.source));
        self.field(text, line).or_else(|| {
            if let Some(opening) = self.marked_heading(text, line) {
                return Some(opening);
            }
            if let Some((rule, mark)) = RULES.leading(text) {
                return Some(leading(rule, run_of_marks(text, mark), line));
            }
            let Some((rule, caught)) = RULES.decide(text) else { return self.bare_heading(line, text) };
            let part = |name: &str| caught.name(name).map(|found| shifted(found.range(), line));
            let label = part("label");
            let text = part("text").unwrap_or(Span::new(line.span.end, line.span.end));
            // １．開会: the full stop behind the number.
            let between = label.map(|label| Span::new(label.end, text.start).trim(self.source));
            // 7 会議概要 | |: bars that an extractor left of a form's cells.
            let bare = text.of(self.source).trim_end_matches(['|', '｜', ' ', '\u{3000}']).len();
            let bars = Span::new(text.start + bare, text.end).trim(self.source);
            let text = if bars.is_empty() { text } else { Span::new(text.start, text.start + bare) };
            let around = part("mark").into_iter().chain(between).chain([bars]);
            let marks = around.filter(|mark| !mark.is_empty()).collect();
            let opening = Opening { kind: Kind::Part(rule.kind), rule: rule.id, label, marks, text };
            Some(whole_line_mark(opening, rule, line))
        })
    }

    /// `〇事務局の説明`, where the document marks its headings so; `○本日の会議に付した事件` is one anywhere.
    fn marked_heading(&self, text: &str, line: &Line) -> Option<Opening> {
        let mark = text.chars().next().filter(|c| HEADING_MARKS.contains(&plain_circle(*c)))?;
        let habit = self.heading_marks.iter().find(|known| known.mark == plain_circle(mark));
        let affairs = RULES.rule(text[mark.len_utf8()..].trim_start()).is_some_and(|rule| rule.id == AFFAIRS);
        let heads = habit.is_some_and(|habit| is_marked_heading(text) || habit.any_words && is_short_heading(text));
        let opinions = || RULES.rule(text).is_some_and(|rule| rule.kind == Part::Opinions);
        if !affairs && (!heads || opinions()) {
            return None;
        }
        let behind = Span::new(line.span.start + mark.len_utf8(), line.span.end).trim(self.source);
        let mark = Span::new(line.span.start, line.span.start + mark.len_utf8());
        let rule = if affairs { AFFAIRS } else { "heading.word" };
        Some(Opening { kind: Kind::Part(Part::Heading), rule, label: None, marks: vec![mark], text: behind })
    }

    /// A heading that nothing marks: a known word alone between blank lines, `審議結果`.
    fn bare_heading(&self, line: &Line, text: &str) -> Option<Opening> {
        let apart = line.gap > self.habits.gap && text.len() <= 48;
        if !apart || !text.starts_with(|c: char| c.is_alphabetic()) {
            return None;
        }
        let word: String = text.chars().filter(|c| !is_space(*c)).collect();
        let heading = roles::is_heading(&word) && !word.ends_with(['。', '、']) && !word.contains(['。', '、']);
        heading.then(|| paragraph(line, Kind::Part(Part::Heading), "heading.word"))
    }

    /// A field of the head. Below the head only what announces an agenda or the next meeting is one.
    fn field(&self, text: &str, line: &Line) -> Option<Opening> {
        let first = text.chars().next()?;
        if self.in_body && !(is_digit(first) || "次今議案協検■□●◆◇◎○〇◯【〔［[".contains(first))
        {
            return None;
        }
        let (rule, caught) = FIELDS.decide(text)?;
        if self.in_body && !matches!(rule.kind, Field::Agenda | Field::Next) {
            return None;
        }
        let part = |name: &str| caught.name(name).map(|found| shifted(found.range(), line));
        let value = part("value").or(part("spaced")).or(part("joined"));
        let mut value = value.unwrap_or(Span::new(line.span.end, line.span.end));
        let bar = value.of(self.source).trim_end_matches(['|', '｜']).len();
        let tail = part("close").unwrap_or(Span::new(value.start + bar, value.end));
        value.end = tail.start;
        let head = Span::new(line.span.start, value.start).trim(self.source);
        let marks = match part("name") {
            Some(name) if name.start > head.start => {
                let number = Span::new(head.start, name.start).trim(self.source);
                vec![number, Span::new(name.start, head.end)]
            }
            _ => vec![head],
        };
        let marks = marks.into_iter().chain((!tail.is_empty()).then_some(tail)).collect();
        Some(Opening { kind: Kind::Field(rule.kind), rule: rule.id, label: None, marks, text: value })
    }

    /// Whether a mark stands at the beginning of the line only because the line before it was full.
    fn by_chance(&self, opening: &Opening, at: usize) -> bool {
        let (Some(open), Some(before)) = (self.elements.last(), at.checked_sub(1)) else { return false };
        let text_like = matches!(
            open.kind,
            Kind::Part(Part::Bullet | Part::Note | Part::Agenda | Part::Theme | Part::Item)
                | Kind::Field(_)
                | Kind::Paragraph
        );
        let line = &self.body[at];
        let wrapped = self.habits.is_full(&self.body[before]) && line.gap <= self.habits.gap;
        if opening.kind == Kind::Part(Part::Heading) && self.is_time(line, open) {
            return true;
        }
        if !text_like || !wrapped || self.is_finished(open) {
            return false;
        }
        match opening.kind {
            // 議案第42号　手数料条例の改正: white space behind a number written out is no accident of a wrap.
            Kind::Part(Part::Agenda) if opening.label.is_some_and(|label| label.of(self.source).contains('第')) => {
                false
            }
            Kind::Part(part @ (Part::Agenda | Part::Theme | Part::Heading)) => {
                !self.is_next_number(part, opening.label)
            }
            Kind::Part(Part::Bullet)
                if matches!(open.kind, Kind::Part(Part::Bullet | Part::Note) | Kind::Paragraph) =>
            {
                let after_noun = !self.body[before].last(self.source).is_some_and(is_hiragana);
                let dot = matches!(line.first(self.source), Some('・' | '･')) && after_noun;
                !self.is_usual_bullet(line) || dot && !self.habits.kinsoku && self.habits.closes_with_bracket
            }
            Kind::Field(Field::Agenda) if !matches!(open.kind, Kind::Field(_)) => {
                let colon = opening.marks.iter().any(|mark| mark.of(self.source).ends_with(['：', ':']));
                opening.marks.len() == 1 && !colon && opening.text.trim(self.source).is_empty()
            }
            // …をお願いしたい。⏎次回は…: what is open goes on.
            Kind::Field(Field::Next) => opening.rule == NEXT_SENTENCE,
            Kind::Part(_) | Kind::Field(_) | Kind::Title | Kind::Paragraph => false,
        }
    }

    /// Whether the label carries on its series: 1, or one more than the last of its kind.
    fn is_next_number(&self, part: Part, label: Option<Span>) -> bool {
        let Some(value) = label.and_then(|label| number(label.of(self.source))) else { return true };
        let last = self.counters.iter().find(|(kind, _)| *kind == part).map_or(0, |(_, last)| *last);
        value == 1 || value == last + 1
    }

    /// Whether the document has used such a bullet before; its column may vary by a space.
    fn is_usual_bullet(&self, line: &Line) -> bool {
        let Some(shape) = BulletShape::of(line, self.source) else { return false };
        // `- …`, `-- …`: a stroke that white space follows is no stroke within a word.
        if matches!(shape.mark, '-' | '*') && (shape.spaced || run_of_marks(line.text(self.source), 1) > 1) {
            return true;
        }
        self.bullets.iter().any(|known| {
            known.mark == shape.mark && known.spaced == shape.spaced && known.column.abs_diff(shape.column) <= 2
        })
    }

    /// Whether an unmarked line goes on with what is open.
    fn goes_on(&self, at: usize) -> bool {
        let (Some(open), Some(before)) = (self.elements.last(), at.checked_sub(1)) else { return false };
        let line = &self.body[at];
        let near = line.gap <= self.habits.gap;
        let wrapped = self.habits.is_full(&self.body[before]) && near;
        if self.depth > 0 && open.lines.len() < 40 && !matches!(open.kind, Kind::Title) {
            return true;
        }
        match open.kind {
            Kind::Part(Part::Bullet | Part::Note) => {
                let hangs = near && line.indent > open.indent;
                let torn = near || self.depth > 0 || self.habits.is_full(&self.body[before]);
                torn && !self.is_finished(open) || wrapped || hangs || self.is_bracket(line)
            }
            // A short line that the width does not end ends where its author likes.
            Kind::Paragraph => {
                let may = self.in_body && self.body[before].width >= NARROW;
                wrapped || near && !self.is_finished(open) && open.indent >= line.indent && may
            }
            Kind::Part(Part::Heading) if open.label.is_none() => false,
            // …について ends a heading.
            Kind::Part(Part::Agenda | Part::Theme | Part::Item | Part::Heading)
                if self.depth == 0
                    && self.body[before].text(self.source).ends_with("について")
                    && !line.first(self.source).is_some_and(|c| "（(のはを、".contains(c)) =>
            {
                false
            }
            Kind::Part(Part::Agenda | Part::Theme | Part::Item | Part::Heading) => {
                let wide = near && self.habits.is_nearly_full(&self.body[before]);
                wrapped || wide || near && open.text.is_empty() && !self.ends_with_stop(line)
            }
            Kind::Field(Field::Date | Field::Place | Field::Time | Field::Next | Field::Name) => {
                open.text.is_empty() || wrapped || near && line.indent > open.indent || self.is_time(line, open)
            }
            Kind::Part(Part::Other | Part::Summary | Part::Opinions | Part::End)
            | Kind::Field(Field::Agenda | Field::Attendees | Field::Unnamed)
            | Kind::Title => false,
        }
    }

    /// Whether what is open ends as a text may end: with a full stop or a closed bracket.
    fn is_finished(&self, open: &Element) -> bool {
        let last = open.text.last().and_then(|piece| piece.of(self.source).chars().next_back());
        self.depth == 0 && last.is_some_and(|c| ends_sentence(c) && !matches!(c, '」' | '』'))
    }

    /// `19：00～21：00` on a line of its own below the date.
    fn is_time(&self, line: &Line, open: &Element) -> bool {
        let first = line.first(self.source).is_some_and(|c| is_digit(c) || c == '午');
        open.kind == Kind::Field(Field::Date)
            && first
            && time::find(&normal_form(self.source, &[line.span])).0.is_some()
    }

    fn ends_with_stop(&self, line: &Line) -> bool {
        matches!(line.last(self.source), Some('。' | '．'))
    }

    /// A line that is one bracket: the attribution that found no place on the line before.
    fn is_bracket(&self, line: &Line) -> bool {
        let text = line.text(self.source);
        text.starts_with(['（', '(']) && text.trim_end_matches('。').ends_with(['）', ')'])
    }

    fn join(&mut self, at: usize) {
        let span = self.body[at].span;
        self.count_brackets(span);
        if let Some(open) = self.elements.last_mut() {
            open.text.push(span);
            open.lines.end = at + 1;
        }
    }

    fn open(&mut self, at: usize, opening: Opening) {
        let line = &self.body[at];
        self.depth = 0;
        let text = opening.text.trim(self.source);
        self.count_brackets(text);
        match opening.kind {
            Kind::Part(part) => {
                let bullet_in_head = text.is_empty() && part == Part::Agenda
                    || part == Part::Bullet
                    || part == Part::Note
                    || part == Part::Heading;
                self.in_body |= !bullet_in_head;
                self.remember(part, opening.label, line);
            }
            Kind::Field(Field::Agenda) => self.in_body |= !self.goes_with_title(&opening),
            Kind::Field(_) | Kind::Title | Kind::Paragraph => {}
        }
        self.elements.push(Element {
            kind: opening.kind,
            rule: opening.rule,
            label: opening.label,
            marks: opening.marks,
            text: if text.is_empty() { Vec::new() } else { vec![text] },
            lines: at..at + 1,
            indent: line.indent,
        });
    }

    /// `議事要旨` below the title, before the first field: it says what the document is and ends no head.
    fn goes_with_title(&self, opening: &Opening) -> bool {
        let names = opening.marks.iter().any(|mark| title::names_document(mark.of(self.source)));
        names && self.elements.iter().all(|element| matches!(element.kind, Kind::Title | Kind::Paragraph))
    }

    fn remember(&mut self, part: Part, label: Option<Span>, line: &Line) {
        if part == Part::Bullet
            && let Some(shape) = BulletShape::of(line, self.source).filter(|shape| !self.bullets.contains(shape))
        {
            self.bullets.push(shape);
        }
        let Some(value) = label.and_then(|label| number(label.of(self.source))) else { return };
        match self.counters.iter_mut().find(|(kind, _)| *kind == part) {
            Some((_, last)) => *last = value,
            None => self.counters.push((part, value)),
        }
    }

    fn count_brackets(&mut self, span: Span) {
        for c in span.of(self.source).chars() {
            match c {
                '（' | '(' => self.depth += 1,
                '）' | ')' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
    }
}

/// The three circles are one mark.
fn plain_circle(c: char) -> char {
    if matches!(c, '〇' | '◯') { '○' } else { c }
}

/// Whether a marked line is a heading by its words: `〇審議結果`, `■ 主な質疑と意見`.
fn is_marked_heading(text: &str) -> bool {
    let word: String = text.chars().skip(1).filter(|c| !is_space(*c)).collect();
    word.chars().count() <= 24 && !word.contains(['。', '、']) && roles::is_heading(&word)
}

/// The marks that may stand before headings; the three circles are one.
const HEADING_MARKS: [char; 7] = ['○', '●', '■', '□', '◆', '◇', '◎'];

/// A mark that a document puts before headings.
struct HeadingMark {
    mark: char,
    /// Whether the mark alone says so, whatever the words: `■様式案について` above lines with bullets of another kind.
    any_words: bool,
}

/// Whether a marked line may be a heading by its length: `■様式案について`.
fn is_short_heading(text: &str) -> bool {
    text.chars().count() <= 31 && !text.contains(['。', '、']) && !text.ends_with(['）', ')', '：', ':'])
}

/// The marks most of whose lines are headings with something of another kind below.
fn heading_marks(body: &[Line], source: &str) -> Vec<HeadingMark> {
    let first = |line: &Line| line.first(source).map(plain_circle);
    let habit = |mark: char| {
        let (mut all, mut heads, mut above) = (0, 0, 0);
        for (at, line) in body.iter().enumerate().filter(|(_, line)| first(line) == Some(mark)) {
            all += 1;
            let next = body.get(at + 1).and_then(first);
            heads += usize::from(next.is_some_and(|next| next != mark) && is_marked_heading(line.text(source)));
            let bullet = next.is_some_and(|next| next != mark && is_bullet(next));
            above += usize::from(bullet && is_short_heading(line.text(source)));
        }
        let square = matches!(mark, '■' | '□' | '◆' | '◇');
        // The title may carry the mark too.
        let any_words = square && above >= 2 && above * 2 >= all;
        (any_words || heads >= 2 && heads * 3 >= all * 2).then_some(HeadingMark { mark, any_words })
    };
    HEADING_MARKS.into_iter().filter_map(habit).collect()
}

/// A text seldom has a middle dot after kana, a sentence without a full stop often ends in one.
fn is_hiragana(c: char) -> bool {
    ('ぁ'..='ゖ').contains(&c)
}

fn shifted(range: std::ops::Range<usize>, line: &Line) -> Span {
    Span::new(line.span.start + range.start, line.span.start + range.end)
}

/// The bytes of a bullet that depth repeats: `--- 三段目`, `** 二段目`.
fn run_of_marks(text: &str, mark: usize) -> usize {
    let repeats = text.starts_with(['-', '－', '‐', '*', '＊']);
    let run = || text.len() - text.trim_start_matches(&text[..mark]).len();
    if repeats { run() } else { mark }
}

/// A mark of so many bytes and the text behind it.
fn leading(rule: &Rule<Part>, mark: usize, line: &Line) -> Opening {
    let behind = line.span.start + mark;
    Opening {
        kind: Kind::Part(rule.kind),
        rule: rule.id,
        label: None,
        marks: vec![Span::new(line.span.start, behind)],
        text: Span::new(behind, line.span.end),
    }
}

fn paragraph(line: &Line, kind: Kind, rule: &'static str) -> Opening {
    Opening { kind, rule, label: None, marks: Vec::new(), text: line.span }
}

/// （主な意見） and （以上） are marks as a whole.
fn whole_line_mark(mut opening: Opening, rule: &Rule<Part>, line: &Line) -> Opening {
    if matches!(rule.kind, Part::Opinions | Part::End) {
        opening.marks = vec![line.span];
    }
    opening
}

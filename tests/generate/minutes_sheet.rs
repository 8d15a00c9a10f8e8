//! Minutes → lines, and the gold answer that goes with them.

use super::habits::{Habits, Place};
use super::minutes::{Agenda, Body, Item, Minutes, Opinion, Theme};
use super::rng::Rng;
use super::sheet::{Leaf, Run, Setting, Sheet, leaf, mark};
use super::spelling::{Spelling, item_label};
use super::themes::theme_label;
use super::wrap::columns;

/// One opinion's leaves, to be read back when the pages are cut.
pub(super) struct Asked {
    pub(super) text: Leaf,
    pub(super) label: Option<Leaf>,
    pub(super) numbers: Vec<usize>,
    pub(super) heading: Option<Leaf>,
    pub(super) theme: Option<Leaf>,
}

pub struct Writer<'a> {
    pub sheet: Sheet,
    pub(super) habits: &'a Habits,
    pub(super) spelling: &'a Spelling,
    pub(super) marks: String,
    pub(super) asked: Vec<Asked>,
    pub(super) fields: Vec<(&'static str, Leaf)>,
    pub(super) agenda: Vec<(Leaf, Vec<Leaf>)>,
    pub(super) summary: Vec<Leaf>,
}

impl<'a> Writer<'a> {
    pub fn new(habits: &'a Habits, spelling: &'a Spelling) -> Self {
        let marks = format!("{}【※①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥ№■◆", habits.bullet);
        Writer {
            sheet: Sheet::default(),
            habits,
            spelling,
            marks,
            asked: Vec::new(),
            fields: Vec::new(),
            agenda: Vec::new(),
            summary: Vec::new(),
        }
    }

    pub fn minutes(&mut self, minutes: &Minutes, title: &str, rng: &mut Rng) {
        let centre = if self.spelling.centred {
            " ".repeat(self.habits.width.saturating_sub(columns(title)) / 2)
        } else {
            String::new()
        };
        if let Some(tag) = self.spelling.tag {
            let indent = " ".repeat(self.habits.width - columns(tag));
            self.put(&indent, "", false, vec![mark(tag)]);
        }
        let title = self.field("title", title.to_string());
        self.put(&centre, "", false, vec![title]);
        self.sheet.blank();
        self.head(minutes, rng);
        for (i, agenda) in minutes.agenda.iter().enumerate() {
            self.agenda(i + 1, agenda, minutes.chair);
        }
        self.tail(minutes);
        let summary: Vec<&String> =
            minutes.agenda.iter().filter_map(|a| a.body.as_ref()).flat_map(|b| &b.summary).collect();
        if self.spelling.detached && !summary.is_empty() {
            self.sheet.blank();
            self.chair_note(minutes.chair, true);
            summary.iter().for_each(|point| self.point(point));
        }
    }

    pub(super) fn agenda(&mut self, number: usize, agenda: &Agenda, chair: &str) {
        let digits = self.habits.number(&number.to_string());
        let label = if self.spelling.agenda_style == 3 { format!("({number})") } else { format!("（{digits}）") };
        let gap = if self.spelling.agenda_style == 2 { "　" } else { "" };
        let heading = self.sheet.new_leaf();
        let hang = if self.spelling.agenda_style == 1 { "　　" } else { "" };
        self.put(
            "",
            hang,
            true,
            vec![mark(format!("{label}{gap}")), leaf(self.habits.write(&agenda.heading), heading)],
        );
        let mut notes = Vec::new();
        for note in &agenda.notes {
            let text = self.sheet.new_leaf();
            self.bulleted(vec![leaf(self.habits.write(note), text)]);
            notes.push(text);
        }
        self.agenda.push((heading, notes));
        if let Some(body) = &agenda.body {
            self.body(body, chair);
        }
    }

    pub(super) fn body(&mut self, body: &Body, chair: &str) {
        let direct = body.themes.iter().any(|t| t.heading.is_none() && t.items.iter().any(|i| i.numbers.is_empty()));
        if let Some(text) = self.spelling.opinions_mark.or(direct.then_some("（主な意見）")) {
            self.put("", "", true, vec![mark(text)]);
        }
        for (i, theme) in body.themes.iter().enumerate() {
            self.theme(i, theme);
        }
        if !body.other.is_empty() {
            self.put("", "", true, vec![mark("【その他】")]);
            body.other.iter().for_each(|opinion| self.opinion(opinion, &[], None, None));
        }
        if body.summary.is_empty() {
            return;
        }
        self.put("", "", true, vec![mark("【総括】")]);
        if self.spelling.detached {
            self.put("", "", false, vec![mark("※")]);
        } else {
            self.chair_note(chair, false);
            body.summary.iter().for_each(|point| self.point(point));
        }
    }

    pub(super) fn theme(&mut self, index: usize, theme: &Theme) {
        let heading = theme.heading.as_ref().map(|heading| {
            let text = self.sheet.new_leaf();
            let gap = if self.spelling.agenda_style == 2 { "　" } else { "" };
            let label = theme_label(index, self.habits, gap);
            self.put("", "", true, vec![mark(label), leaf(self.habits.write(heading), text)]);
            text
        });
        theme.items.iter().for_each(|item| self.item(item, heading));
    }

    pub(super) fn item(&mut self, item: &Item, theme: Option<Leaf>) {
        let mut heading = None;
        if !item.numbers.is_empty() {
            let gap = ["", "", "", " ", "　"][self.spelling.title % 5];
            let mut runs =
                vec![mark(item_label(&item.numbers, self.habits) + if item.heading.is_some() { gap } else { "" })];
            if let Some(text) = &item.heading {
                let place = self.sheet.new_leaf();
                runs.push(leaf(self.habits.write(text), place));
                heading = Some(place);
            }
            self.put("", "", true, runs);
        }
        item.opinions.iter().for_each(|opinion| self.opinion(opinion, &item.numbers, heading, theme));
    }

    pub(super) fn opinion(&mut self, opinion: &Opinion, numbers: &[usize], heading: Option<Leaf>, theme: Option<Leaf>) {
        let text = self.sheet.new_leaf();
        let body = leaf(self.habits.write(&opinion.text), text);
        let label = opinion.speaker.as_ref().map(|speaker| (self.habits.write(speaker), self.sheet.new_leaf()));
        match &label {
            None => self.bulleted(vec![body]),
            Some((name, place)) => self.attributed(body, name, *place),
        }
        self.asked.push(Asked {
            text,
            label: label.map(|(_, place)| place),
            numbers: numbers.to_vec(),
            heading,
            theme,
        });
    }

    pub(super) fn attributed(&mut self, body: Run, name: &str, place: Leaf) {
        let (open, close) = self.habits.name_brackets;
        let name =
            if self.habits.ascii_brackets { name.replace('（', "(").replace('）', ")") } else { name.to_string() };
        let bracket = |name: String| vec![mark(open), leaf(name, place), mark(close)];
        let size = columns(&name) + 2 * columns(open);
        if self.habits.place == Place::Inline {
            let mut runs = vec![body, mark(self.habits.label_gap)];
            runs.extend(bracket(name));
            return self.bulleted(runs);
        }
        let start = self.sheet.lines.len();
        self.bulleted(vec![body]);
        let used = self.sheet.lines[start..].last().map_or(0, |line| columns(&line.text));
        let room = self.habits.width.saturating_sub(used);
        let fits = size <= room;
        let indent = match self.habits.place {
            Place::Right => " ".repeat(if fits { room - size } else { self.habits.width.saturating_sub(size) }),
            Place::OwnLine => "　　".to_string(),
            Place::WholeOrNextLine | Place::Inline => {
                if fits {
                    String::new()
                } else {
                    " ".to_string()
                }
            }
        };
        if fits && self.habits.place != Place::OwnLine {
            if let Some(line) = self.sheet.lines.last_mut() {
                line.text += &format!("{indent}{open}{name}{close}");
                line.pieces.push((place, name));
            }
        } else {
            if let Some(line) = self.sheet.lines.last_mut() {
                line.last = false;
            }
            self.put(&indent, &indent, false, bracket(name));
        }
    }

    pub(super) fn chair_note(&mut self, chair: &str, marked: bool) {
        let text = format!("{chair}により最後に次のようなまとめがあった。");
        self.put("", "", false, vec![mark(if marked { format!("※{text}") } else { text })]);
    }

    pub(super) fn point(&mut self, point: &str) {
        let text = self.sheet.new_leaf();
        self.put("", "", false, vec![mark("○ "), leaf(self.habits.write(point), text)]);
        self.summary.push(text);
    }

    pub(super) fn field(&mut self, name: &'static str, text: String) -> Run {
        let place = self.sheet.new_leaf();
        self.fields.push((name, place));
        leaf(text, place)
    }

    pub(super) fn bulleted(&mut self, runs: Vec<Run>) {
        let habits = self.habits;
        let first = format!("{}{}{}", habits.bullet_indent, habits.bullet, habits.bullet_gap);
        self.put(&first, habits.hang, false, runs);
    }

    pub(super) fn put(&mut self, first: &str, hang: &str, opens: bool, runs: Vec<Run>) {
        let setting = Setting {
            width: self.habits.width,
            kinsoku: self.habits.kinsoku,
            marks: &self.marks,
            first,
            hang,
            ragged: self.habits.ragged,
        };
        self.sheet.paragraph(setting, opens, &runs);
    }
}

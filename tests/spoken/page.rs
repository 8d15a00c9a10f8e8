//! Minutes as they are typed and dumped: head, wraps, page furniture, encoding.

use super::author::Meeting;
use super::head::{self, STYLES, head};
use crate::generate::encode::{Saved, encode};
use crate::generate::rng::Rng;
use crate::generate::wrap::{Kinsoku, break_at};

/// How a dump looks.
#[derive(Debug)]
pub struct Habits {
    pub style: usize,
    width: Option<usize>,
    indent: bool,
    blank: Blank,
    pages: Pages,
    list: bool,
    headings: bool,
    saved: Saved,
    crlf: bool,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Blank {
    None,
    BetweenTurns,
    AfterEveryLine,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Pages {
    None,
    Dashed,
    Bare,
    FormFeed,
}

/// A document and where its turns begin.
pub struct Spoken {
    pub name: String,
    pub bytes: Vec<u8>,
    /// Line and label of every turn, and its paragraphs.
    pub turns: Vec<(usize, String, Vec<String>)>,
}

impl Habits {
    fn random(rng: &mut Rng, seed: u64) -> Self {
        let style = (seed as usize) % STYLES;
        Self {
            style,
            width: rng.weighted(&[(35, None), (25, Some(80)), (20, Some(70)), (20, Some(62))]),
            indent: rng.chance(60),
            blank: rng.weighted(&[(50, Blank::None), (35, Blank::BetweenTurns), (15, Blank::AfterEveryLine)]),
            pages: rng.weighted(&[(40, Pages::None), (25, Pages::Dashed), (20, Pages::Bare), (15, Pages::FormFeed)]),
            list: head::needs_list(style) || rng.chance(50),
            headings: rng.chance(50),
            saved: rng.weighted(&[(50, Saved::Utf8), (15, Saved::Utf8Bom), (25, Saved::Cp932), (10, Saved::Utf16Le)]),
            crlf: rng.chance(30),
        }
    }
}

/// Minutes number `seed`.
pub fn spoken(seed: u64) -> Spoken {
    let rng = &mut Rng::new(seed ^ 0x59EA);
    let habits = Habits::random(rng, seed);
    let meeting = Meeting::random(rng);
    let mut writer = Writer { habits: &habits, lines: Vec::new(), turns: Vec::new(), on_page: 0, page: 1 };
    writer.front(&meeting);
    writer.turns(&meeting, rng);
    writer.lines.push("（以上）".to_string());
    let text = writer.lines.join(if habits.crlf { "\r\n" } else { "\n" }) + "\n";
    let bytes = encode(&text, habits.saved).unwrap_or_else(|| text.clone().into_bytes());
    Spoken { name: format!("spoken-{seed:04} {habits:?}"), bytes, turns: writer.turns }
}

struct Writer<'h> {
    habits: &'h Habits,
    lines: Vec<String>,
    turns: Vec<(usize, String, Vec<String>)>,
    on_page: usize,
    page: usize,
}

impl Writer<'_> {
    /// A line of the document; the page turns where it is full.
    fn line(&mut self, text: &str) {
        if self.on_page >= 36 && self.habits.pages != Pages::None {
            self.turn_page();
        }
        self.lines.push(text.to_string());
        self.on_page += 1;
        if self.habits.blank == Blank::AfterEveryLine {
            self.lines.push(String::new());
        }
    }

    fn turn_page(&mut self) {
        match self.habits.pages {
            Pages::None => {}
            Pages::Dashed => self.lines.push(format!("- {} -", self.page)),
            Pages::Bare => {
                self.lines.extend([String::new(), format!("                    {}", self.page), String::new()])
            }
            Pages::FormFeed => self.lines.push("\u{c}".to_string()),
        }
        self.page += 1;
        self.on_page = 0;
    }

    fn front(&mut self, meeting: &Meeting) {
        self.line("令和６年度 第２回 みなと市地域福祉推進協議会 会議録");
        self.line("");
        self.line("１　日時　令和６年８月１日（木）　午後２時から午後４時まで");
        self.line("２　場所　みなと市役所　３階大会議室");
        if self.habits.list {
            self.line("３　出席者");
            let persons = meeting.persons.iter();
            let entries: Vec<String> =
                persons.map(|person| format!("　{}　{}　{}", person.role, person.family, person.given)).collect();
            entries.iter().for_each(|entry| self.line(entry));
        }
        self.line("４　議題");
        for (at, topic) in meeting.topics.iter().enumerate() {
            self.line(&format!("　（{}）{topic}", ["１", "２", "３"][at]));
        }
        self.line("５　議事");
        self.line("");
    }

    fn turns(&mut self, meeting: &Meeting, rng: &mut Rng) {
        let part = meeting.turns.len() / meeting.topics.len();
        for (at, turn) in meeting.turns.iter().enumerate() {
            if self.habits.headings && at % part.max(1) == 0 && at / part.max(1) < meeting.topics.len() {
                let topic = at / part.max(1);
                self.gap();
                self.line(&format!("（{}）{}", ["１", "２", "３"][topic], meeting.topics[topic]));
            }
            if self.habits.blank == Blank::BetweenTurns {
                self.gap();
            }
            let own = head(self.habits.style, &meeting.persons[turn.person], at);
            if self.on_page >= 36 && self.habits.pages != Pages::None {
                self.turn_page();
            }
            self.turns.push((self.lines.len() + 1, own.label.clone(), turn.paragraphs.clone()));
            let mut first = own.written.clone();
            if own.own_line {
                self.line(&own.written);
                first = if self.habits.indent { "　".to_string() } else { String::new() };
            }
            for (number, paragraph) in turn.paragraphs.iter().enumerate() {
                let begin = if self.habits.indent { "　" } else { "" };
                let text = if number == 0 { format!("{first}{paragraph}") } else { format!("{begin}{paragraph}") };
                self.paragraph(&text);
            }
            if rng.chance(8) {
                self.line("（「異議なし」の声あり）");
            }
        }
    }

    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn paragraph(&mut self, text: &str) {
        let Some(width) = self.habits.width else { return self.line(text) };
        let chars: Vec<char> = text.chars().collect();
        let mut rest = &chars[..];
        while !rest.is_empty() {
            let end = break_at(rest, width, Kinsoku::PushDown, "");
            let line: String = rest[..end].iter().collect();
            self.line(&line);
            rest = &rest[end..];
        }
    }
}

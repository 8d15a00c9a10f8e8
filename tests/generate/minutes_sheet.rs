//! Minutes → lines, and the gold answer that goes with them.

use super::habits::{Digits, Habits, Place};
use super::minutes::{Agenda, Body, Day, Item, Minutes, Opinion, Theme};
use super::orgs::widen;
use super::rng::Rng;
use super::sheet::{Leaf, Run, Setting, Sheet, leaf, mark};
use super::wrap::columns;
use serde_json::{Map, Value, json};

/// How this author spells the fixed parts.
pub struct Spelling {
    pub day: &'static str,
    pub place: &'static str,
    pub colon: &'static str,
    pub numbering: usize,
    pub agenda: &'static str,
    pub agenda_style: usize,
    pub opinions_mark: Option<&'static str>,
    pub next: usize,
    pub end: Option<&'static str>,
    pub title: usize,
    pub era: usize,
    pub time: usize,
    pub detached: bool,
    pub centred: bool,
    /// `資料１` above the title.
    pub tag: Option<&'static str>,
    pub attendance: Option<&'static str>,
    pub two_line_day: bool,
}

impl Spelling {
    pub fn random(rng: &mut Rng, narrow: bool) -> Self {
        Spelling {
            day: rng.word(&["日時", "日時", "日　時", "日 時", "開催日時", "日　　時", "開催日"]),
            place: rng.word(&["場所", "場所", "場　所", "会場", "開催場所", "場　　所"]),
            colon: rng.word(&["：", "：", ":", "　", "　："]),
            numbering: rng.between(0, 5),
            agenda: rng.word(&["議題", "議題", "議　題", "議事", "議　事"]),
            agenda_style: rng.between(0, 3),
            opinions_mark: rng.weighted(&[(50, Some("（主な意見）")), (15, Some("（主な意見等）")), (10, Some("【主な意見】")), (10, Some("主な意見")), (15, None)]),
            next: rng.between(0, 3),
            end: rng.weighted(&[(50, Some("（以上）")), (20, Some("以上")), (10, Some("以　上")), (20, None)]),
            title: rng.between(0, 7),
            era: rng.between(0, 9),
            time: if narrow { rng.between(2, 4) } else { rng.between(0, 5) },
            detached: rng.chance(75),
            centred: rng.chance(30),
            tag: rng.weighted(&[(85, None), (8, Some("資料１")), (4, Some("参考資料２")), (3, Some("【公開用】"))]),
            attendance: rng.weighted(&[(80, None), (10, Some("別紙名簿のとおり")), (5, Some("委員14名、事務局３名")), (5, Some("構成員12名（うち代理２名）"))]),
            two_line_day: rng.chance(12),
        }
    }
}

/// One opinion's leaves, to be read back when the pages are cut.
struct Asked {
    text: Leaf,
    label: Option<Leaf>,
    numbers: Vec<usize>,
    heading: Option<Leaf>,
    theme: Option<Leaf>,
}

pub struct Writer<'a> {
    pub sheet: Sheet,
    habits: &'a Habits,
    spelling: &'a Spelling,
    marks: String,
    asked: Vec<Asked>,
    fields: Vec<(&'static str, Leaf)>,
    agenda: Vec<(Leaf, Vec<Leaf>)>,
    summary: Vec<Leaf>,
}

impl<'a> Writer<'a> {
    pub fn new(habits: &'a Habits, spelling: &'a Spelling) -> Self {
        let marks = format!("{}【※①②③④⑤⑥⑦⑧⑨⑩", habits.bullet);
        Writer { sheet: Sheet::default(), habits, spelling, marks, asked: Vec::new(), fields: Vec::new(), agenda: Vec::new(), summary: Vec::new() }
    }

    /// The title as this author spells it, for the page header as well.
    pub fn title(minutes: &Minutes, habits: &Habits, spelling: &Spelling) -> String {
        let name = format!("{}{}{}", minutes.region.name, ["地域", "地域", "圏域", "", "地区"][spelling.title % 5], minutes.subject);
        let number = format!("第{}回", minutes.number);
        let year = fiscal_year(&minutes.day);
        let text = match spelling.title {
            0 | 1 => format!("{number}{name}の概要"),
            2 => format!("{year}　{number}{name}　議事概要"),
            3 => format!("{number}　{name}　{}", if spelling.era < 5 { "会議概要" } else { "会 議 概 要" }),
            4 => format!("{year}{number}{name}　会議結果概要"),
            5 => format!("{number}{name}議事要旨"),
            6 => format!("{number}{name}（概要）"),
            _ => format!("{number} {name}の結果について（概要）"),
        };
        habits.write(&text)
    }

    pub fn minutes(&mut self, minutes: &Minutes, title: &str, rng: &mut Rng) {
        let centre = if self.spelling.centred { " ".repeat(self.habits.width.saturating_sub(columns(title)) / 2) } else { String::new() };
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
        let summary: Vec<&String> = minutes.agenda.iter().filter_map(|a| a.body.as_ref()).flat_map(|b| &b.summary).collect();
        if self.spelling.detached && !summary.is_empty() {
            self.sheet.blank();
            self.chair_note(minutes.chair, true);
            summary.iter().for_each(|point| self.point(point));
        }
    }

    fn head(&mut self, minutes: &Minutes, rng: &mut Rng) {
        let place = self.place_name(minutes, rng);
        let (day, place_label, colon) = (self.spelling.day, self.spelling.place, self.spelling.colon);
        let number = self.numbered(1);
        let mut runs = vec![mark(format!("{number}{day}{colon}"))];
        let (date, hours) = self.day(&minutes.day);
        if self.spelling.two_line_day {
            runs.push(mark(date));
            self.put("", "", true, runs);
            self.put("　　　　　", "", false, vec![mark(hours.trim_start())]);
        } else {
            runs.push(mark(date + &hours));
            self.put("", "", true, runs);
        }
        let place = self.field("place", place);
        let number = self.numbered(2);
        self.put("", "", true, vec![mark(format!("{number}{place_label}{colon}")), place]);
        if let Some(attendance) = self.spelling.attendance {
            let number = self.numbered(3);
            self.put("", "", true, vec![mark(format!("{number}出席者{colon}{}", self.habits.write(attendance)))]);
        }
        let number = self.numbered(3 + usize::from(self.spelling.attendance.is_some()));
        let agenda = self.spelling.agenda;
        self.put("", "", true, vec![mark(format!("{number}{agenda}"))]);
    }

    fn day(&mut self, day: &Day) -> (String, String) {
        let year = if self.spelling.era == 9 { format!("{}年", day.year) } else { era_year(day.year, day.month, day.day) };
        let (year, full) = (year, self.habits.digits == Digits::Full);
        let clock = |(h, m): (u32, u32)| match self.spelling.time {
            0..=1 => format!("{h}：{m:02}"),
            2 => if m == 0 { format!("{h}時") } else { format!("{h}時{m}分") },
            3 => format!("{h}時{m:02}分"),
            4 => { let half = if h < 12 { "午前" } else { "午後" }; if m == 0 { format!("{half}{}時", (h - 1) % 12 + 1) } else { format!("{half}{}時{m}分", (h - 1) % 12 + 1) } }
            _ => format!("{h}:{m:02}"),
        };
        let date = self.habits.write(&format!("{year}{}月{}日", day.month, day.day));
        let weekday = if self.habits.ascii_brackets { format!("({})", day.weekday) } else if full { format!("（{}曜日）", day.weekday) } else { format!("（{}）", day.weekday) };
        let (start, end) = (self.habits.write(&clock(day.start)), self.habits.write(&clock(day.end)));
        let (from, to) = match self.spelling.time { 0 | 1 | 5 => ("～", ""), 2 => ("から", "まで"), _ => ("から", "") };
        let gap = if self.spelling.era % 2 == 0 { "" } else { "　" };
        (format!("{date}{weekday}"), format!("{gap}{start}{from}{end}{to}"))
    }

    fn place_name(&self, minutes: &Minutes, rng: &mut Rng) -> String {
        let town = rng.pick(minutes.region.towns);
        let text = match rng.between(0, 5) {
            0 => format!("{town}役所 {}階会議室", rng.between(2, 9)),
            1 => format!("{}総合福祉会館　第{}研修室", minutes.region.name, rng.between(1, 4)),
            2 => format!("{town}保健センター{}階大会議室", rng.between(1, 3)),
            3 => format!("{}合同庁舎 {}会議室（オンライン併用）", minutes.region.name, rng.between(101, 505)),
            4 => format!("{town}民文化ホール　多目的室A"),
            _ => format!("{}医療センター 講堂", minutes.region.name),
        };
        self.habits.write(&text)
    }

    fn agenda(&mut self, number: usize, agenda: &Agenda, chair: &str) {
        let digits = self.habits.number(&number.to_string());
        let label = if self.spelling.agenda_style == 3 { format!("({number})") } else { format!("（{digits}）") };
        let gap = if self.spelling.agenda_style == 2 { "　" } else { "" };
        let heading = self.sheet.new_leaf();
        let hang = if self.spelling.agenda_style == 1 { "　　" } else { "" };
        self.put("", hang, true, vec![mark(format!("{label}{gap}")), leaf(self.habits.write(&agenda.heading), heading)]);
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

    fn body(&mut self, body: &Body, chair: &str) {
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

    fn theme(&mut self, index: usize, theme: &Theme) {
        let heading = theme.heading.as_ref().map(|heading| {
            let text = self.sheet.new_leaf();
            let circled = char::from_u32('①' as u32 + index as u32).unwrap_or('①');
            let gap = if self.spelling.agenda_style == 2 { "　" } else { "" };
            self.put("", "", true, vec![mark(format!("{circled}{gap}")), leaf(self.habits.write(heading), text)]);
            text
        });
        theme.items.iter().for_each(|item| self.item(item, heading));
    }

    fn item(&mut self, item: &Item, theme: Option<Leaf>) {
        let mut heading = None;
        if !item.numbers.is_empty() {
            let gap = ["", "", "", " ", "　"][self.spelling.title % 5];
            let mut runs = vec![mark(item_label(&item.numbers, self.habits) + if item.heading.is_some() { gap } else { "" })];
            if let Some(text) = &item.heading {
                let place = self.sheet.new_leaf();
                runs.push(leaf(self.habits.write(text), place));
                heading = Some(place);
            }
            self.put("", "", true, runs);
        }
        item.opinions.iter().for_each(|opinion| self.opinion(opinion, &item.numbers, heading, theme));
    }

    fn opinion(&mut self, opinion: &Opinion, numbers: &[usize], heading: Option<Leaf>, theme: Option<Leaf>) {
        let text = self.sheet.new_leaf();
        let body = leaf(self.habits.write(&opinion.text), text);
        let label = opinion.speaker.as_ref().map(|speaker| (self.habits.write(speaker), self.sheet.new_leaf()));
        match &label {
            None => self.bulleted(vec![body]),
            Some((name, place)) => self.attributed(body, name, *place),
        }
        self.asked.push(Asked { text, label: label.map(|(_, place)| place), numbers: numbers.to_vec(), heading, theme });
    }

    fn attributed(&mut self, body: Run, name: &str, place: Leaf) {
        let (open, close) = if self.habits.ascii_brackets { ("(", ")") } else { ("（", "）") };
        let name = if self.habits.ascii_brackets { name.replace('（', "(").replace('）', ")") } else { name.to_string() };
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
            Place::WholeOrNextLine | Place::Inline => if fits { String::new() } else { " ".to_string() },
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

    fn chair_note(&mut self, chair: &str, marked: bool) {
        let text = format!("{chair}により最後に次のようなまとめがあった。");
        self.put("", "", false, vec![mark(if marked { format!("※{text}") } else { text })]);
    }

    fn point(&mut self, point: &str) {
        let text = self.sheet.new_leaf();
        self.put("", "", false, vec![mark("○ "), leaf(self.habits.write(point), text)]);
        self.summary.push(text);
    }

    fn tail(&mut self, minutes: &Minutes) {
        let (year, month) = minutes.next;
        let next = self.habits.write(&format!("{}{month}月頃", era_year(year, month, 1)));
        let number = self.numbered(4 + usize::from(self.spelling.attendance.is_some()));
        let text = match self.spelling.next {
            0 | 1 => {
                self.put("", "", true, vec![mark(format!("{number}次回開催予定"))]);
                let next = self.field("next", next);
                return self.finish(next);
            }
            2 => "次回開催：",
            _ => "次回の開催予定　",
        };
        let next = self.field("next", next);
        self.put("", "", true, vec![mark(format!("{number}{text}")), next]);
        self.end();
    }

    fn finish(&mut self, next: Run) {
        self.put(" ", "", false, vec![next]);
        self.end();
    }

    fn end(&mut self) {
        if let Some(end) = self.spelling.end {
            let indent = if end == "（以上）" { String::new() } else { " ".repeat(self.habits.width.saturating_sub(columns(end))) };
            self.put(&indent, "", true, vec![mark(end)]);
        }
    }

    fn numbered(&self, number: usize) -> String {
        match self.spelling.numbering {
            0 | 1 => format!("{} ", self.habits.number(&number.to_string())),
            2 => format!("{}　", self.habits.number(&number.to_string())),
            3 => format!("{}．", widen(&number.to_string())),
            4 => "■ ".to_string(),
            _ => String::new(),
        }
    }

    fn field(&mut self, name: &'static str, text: String) -> Run {
        let place = self.sheet.new_leaf();
        self.fields.push((name, place));
        leaf(text, place)
    }

    fn bulleted(&mut self, runs: Vec<Run>) {
        let habits = self.habits;
        let first = format!("{}{}{}", habits.bullet_indent, habits.bullet, habits.bullet_gap);
        self.put(&first, habits.hang, false, runs);
    }

    fn put(&mut self, first: &str, hang: &str, opens: bool, runs: Vec<Run>) {
        let setting = Setting { width: self.habits.width, kinsoku: self.habits.kinsoku, marks: &self.marks, first, hang, ragged: self.habits.ragged };
        self.sheet.paragraph(setting, opens, &runs);
    }

    /// The answer in the shape that the scorer reads, with more beside it.
    pub fn gold(&self, minutes: &Minutes) -> Value {
        let day = &minutes.day;
        let opinions: Vec<Value> = self.asked.iter().map(|o| {
            json!({
                "text": self.sheet.text(o.text),
                "attribution": o.label.map(|l| self.sheet.text(l)),
                "numbers": o.numbers,
                "heading": o.heading.map(|h| self.sheet.text(h)),
                "theme": o.theme.map(|t| self.sheet.text(t)),
            })
        }).collect();
        let mut gold = Map::new();
        for (name, place) in &self.fields {
            gold.insert(name.to_string(), json!(self.sheet.text(*place)));
        }
        gold.insert("date".into(), json!(format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)));
        gold.insert("weekday".into(), json!(day.weekday.to_string()));
        gold.insert("start_time".into(), json!(format!("{:02}:{:02}", day.start.0, day.start.1)));
        gold.insert("end_time".into(), json!(format!("{:02}:{:02}", day.end.0, day.end.1)));
        if self.spelling.title % 5 != 3 {
            gold.insert("region".into(), json!(minutes.region.name));
        }
        gold.insert("number".into(), json!(minutes.number));
        gold.insert("agenda".into(), self.agenda.iter().map(|(h, _)| self.sheet.text(*h)).collect());
        gold.insert("agenda_notes".into(), self.agenda.iter().map(|(_, notes)| notes.iter().map(|n| self.sheet.text(*n)).collect::<Value>()).collect());
        gold.insert("summary".into(), self.summary.iter().map(|s| self.sheet.text(*s)).collect());
        gold.insert("opinions".into(), json!(opinions));
        gold.insert("conventions".into(), json!({ "encoding": self.habits.saved.name() }));
        Value::Object(gold)
    }
}

/// `【№１】` in the author's style; several numbers as a list or, where they follow each other, as a range.
fn item_label(numbers: &[usize], habits: &Habits) -> String {
    let style = if habits.saved.is_narrow() && matches!(habits.item_style, 0 | 1 | 5 | 7) { 3 } else { habits.item_style };
    let range = numbers.len() > 1 && style % 2 == 1 && !habits.saved.is_narrow();
    let digits = |n: &usize| match style {
        2 | 6 => n.to_string(),
        3 => widen(&n.to_string()),
        _ => habits.number(&n.to_string()),
    };
    let list = if range { format!("{}～{}", digits(&numbers[0]), digits(&numbers[numbers.len() - 1])) } else { numbers.iter().map(digits).collect::<Vec<_>>().join("、") };
    match style {
        0 | 1 | 5 | 7 => format!("【№{list}】"),
        2 => format!("【No.{list}】"),
        3 => format!("【Ｎｏ．{list}】"),
        4 => format!("【番号{list}】"),
        _ => format!("【№ {list}】"),
    }
}

/// `平成29年`, `令和元年`: the year of the era that began on its first day.
pub fn era_year(year: i32, month: u32, day: u32) -> String {
    let (name, first) = match (year, month, day) {
        (2019, 5.., _) | (2020.., _, _) => ("令和", 2019),
        (1989, 1, 8..) | (1989, 2.., _) | (1990..=2019, _, _) => ("平成", 1989),
        _ => ("昭和", 1926),
    };
    if year == first { format!("{name}元年") } else { format!("{name}{}年", year - first + 1) }
}

/// `平成29年度`: a fiscal year begins in April.
pub fn fiscal_year(day: &Day) -> String {
    let year = if day.month < 4 { day.year - 1 } else { day.year };
    format!("{}度", era_year(year, 5, 1))
}

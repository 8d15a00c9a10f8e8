//! The head and the tail of minutes: day, place, list of items; next meeting, （以上）.

use super::era::era_year;
use super::habits::Digits;
use super::minutes::{Day, Minutes};
use super::minutes_sheet::Writer;
use super::orgs::widen;
use super::rng::Rng;
use super::sheet::{Run, mark};
use super::wrap::columns;

impl Writer<'_> {
    pub(super) fn head(&mut self, minutes: &Minutes, rng: &mut Rng) {
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

    pub(super) fn day(&mut self, day: &Day) -> (String, String) {
        let year =
            if self.spelling.era == 9 { format!("{}年", day.year) } else { era_year(day.year, day.month, day.day) };
        let (year, full) = (year, self.habits.digits == Digits::Full);
        let clock = |(h, m): (u32, u32)| match self.spelling.time {
            0..=1 => format!("{h}：{m:02}"),
            2 => {
                if m == 0 {
                    format!("{h}時")
                } else {
                    format!("{h}時{m}分")
                }
            }
            3 => format!("{h}時{m:02}分"),
            4 => {
                let half = if h < 12 { "午前" } else { "午後" };
                if m == 0 { format!("{half}{}時", h % 12) } else { format!("{half}{}時{m}分", h % 12) }
            }
            _ => format!("{h}:{m:02}"),
        };
        let date = self.habits.write(&format!("{year}{}月{}日", day.month, day.day));
        let weekday = if self.habits.ascii_brackets {
            format!("({})", day.weekday)
        } else if full {
            format!("（{}曜日）", day.weekday)
        } else {
            format!("（{}）", day.weekday)
        };
        let (start, end) = (self.habits.write(&clock(day.start)), self.habits.write(&clock(day.end)));
        let (from, to) = match self.spelling.time {
            0 | 1 | 5 => ("～", ""),
            2 => ("から", "まで"),
            _ => ("から", ""),
        };
        let gap = if self.spelling.era < 5 { "" } else { "　" };
        (format!("{date}{weekday}"), format!("{gap}{start}{from}{end}{to}"))
    }

    pub(super) fn place_name(&self, minutes: &Minutes, rng: &mut Rng) -> String {
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

    pub(super) fn tail(&mut self, minutes: &Minutes) {
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

    pub(super) fn finish(&mut self, next: Run) {
        self.put(" ", "", false, vec![next]);
        self.end();
    }

    pub(super) fn end(&mut self) {
        if let Some(end) = self.spelling.end {
            let indent = if end == "（以上）" {
                String::new()
            } else {
                " ".repeat(self.habits.width.saturating_sub(columns(end)))
            };
            self.put(&indent, "", true, vec![mark(end)]);
        }
    }

    pub(super) fn numbered(&self, number: usize) -> String {
        match self.spelling.numbering {
            0 | 1 => format!("{} ", self.habits.number(&number.to_string())),
            2 => format!("{}　", self.habits.number(&number.to_string())),
            3 => format!("{}．", widen(&number.to_string())),
            4 => "■ ".to_string(),
            _ => String::new(),
        }
    }
}

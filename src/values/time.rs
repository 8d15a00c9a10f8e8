//! Times of day and from–to pairs of them.

use std::ops::Range;

use crate::pattern::{Captures, Pattern};
use crate::span::is_space;
use crate::values::number::small;

/// A time of day and where in the text it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StatedTime {
    /// 24 h, `HH:MM`.
    pub time: String,
    pub range: Range<usize>,
}

/// The first time in a text in normal form, and the one to which it extends: `19：00～21：00`, `午後2時から4時まで`.
pub(crate) fn find(text: &str) -> (Option<StatedTime>, Option<StatedTime>) {
    static TIME: Pattern = Pattern::new(
        r"(?<noon>正午)|(?<half>午前|午後|深夜|夕方|[朝昼夕夜]|[AP]\.?M\.?|[ap]\.?m\.?)?\s*(?<hour>[12]\s[0-9]|[0-9]{1,2}|[〇一二三四五六七八九十]{1,3})\s*(?:[：:]\s*(?<colon>[0-9]{2})|時\s*(?:(?<minute>[0-9](?:\s?[0-9])?|[一二三四五六七八九十]{1,3})\s*分|(?<thirty>半))?)(?:\s?(?<behind>[ap]\.m\.|[AP]\.M\.|[ap]m(?-u:\b)|[AP]M(?-u:\b)))?",
    );
    static LINK: Pattern = Pattern::new(
        r"^[\s　]*(?:(?:～|〜|~|∼|˜|⁓|頃|ごろ|ころ|ちょうど|-|－|―|–|‐|ー|−|→|[\s　]|至|から|より|[（(][^）)]*[）)])+|開\s*[会議始]\s*[、，]?\s*(?:閉\s*[会議]|終\s*了)?|閉\s*[会議]|終\s*了)[\s　：:]*$",
    );
    let mut times = TIME.captures_iter(text);
    let Some(first) = times.next() else { return (None, None) };
    // 21 0時: whose digit the 1 is nobody can tell.
    let torn = |caught: &Captures| {
        let hour = caught.name("hour").filter(|hour| hour.as_str().contains(is_space));
        hour.is_some_and(|hour| text[..hour.start()].ends_with(|c: char| c.is_ascii_digit()))
    };
    let Some(start) = stated(&first, None).filter(|_| !torn(&first)) else { return (None, None) };
    let end_caught = times
        .next()
        .filter(|second| second.get(0).is_some_and(|whole| LINK.is_match(&text[start.range.end..whole.start()])));
    let end = end_caught.as_ref().and_then(|second| stated(second, Some((&first, &start))));
    let silent = |caught: &Captures| caught.name("half").is_none() && caught.name("behind").is_none();
    let afternoon = end_caught
        .as_ref()
        .and_then(|caught| caught.name("behind"))
        .is_some_and(|word| word.as_str().starts_with(['p', 'P']));
    let start = match end.as_ref().filter(|_| afternoon && silent(&first)).and_then(|end| called_by_end(&start, end)) {
        Some(time) => StatedTime { time, ..start },
        None => start,
    };
    let last = end.as_ref().and_then(|end| last_session(&text[end.range.end..], end.range.end));
    (Some(start), last.or(end))
}

/// The end of a further session: `9時～10時、13時～15時`; `text` is what stands behind the first one, from this byte on.
fn last_session(text: &str, from: usize) -> Option<StatedTime> {
    let rest = text.trim_start();
    let rest = ["、", "，", ",", "・", "及び", "／", "/"].iter().find_map(|sign| rest.strip_prefix(sign))?;
    let begin = from + text.len() - rest.len();
    let (start, end) = find(rest);
    let (start, end) = (start.filter(|start| rest[..start.range.start].trim().is_empty())?, end?);
    (start.time < end.time).then(|| StatedTime { range: begin + end.range.start..begin + end.range.end, ..end })
}

/// Which half of the day a word names.
enum Half {
    /// 午前, 朝, a.m.
    Before,
    /// 午後, 夕方, p.m.
    After,
    /// 夜, 深夜: until midnight and beyond.
    Night,
    /// 昼: from eleven on.
    Noon,
}

impl Half {
    fn of(word: &str) -> Self {
        match word {
            "昼" => Self::Noon,
            "夜" | "深夜" => Self::Night,
            "午後" | "夕方" | "夕" => Self::After,
            word if word.starts_with(['P', 'p']) => Self::After,
            // 午前, 朝, a.m.
            _ => Self::Before,
        }
    }
}

/// The time that was caught. A second one without 午前 or 午後 of its own is the first at or after `start`.
fn stated(caught: &Captures, start: Option<(&Captures, &StatedTime)>) -> Option<StatedTime> {
    if let Some(noon) = caught.name("noon") {
        return Some(StatedTime { time: "12:00".to_owned(), range: noon.range() });
    }
    // 1 and 4：00 below it: a line's end stood between them.
    let hour: u32 = small(&caught.text("hour").replace(is_space, ""))?;
    let minute = match (caught.name("colon").or_else(|| caught.name("minute")), caught.name("thirty")) {
        // 4 and 5分 below it: a line's end stood between them.
        (Some(minute), _) => small(&minute.as_str().replace(is_space, ""))?,
        (None, Some(_)) => 30,
        (None, None) => 0,
    };
    let half = caught.name("half").or_else(|| caught.name("behind")).map(|half| half.as_str());
    let mut hour = match half.map(Half::of) {
        Some(Half::After) if hour < 12 => hour + 12,
        Some(Half::Noon) if hour < 6 => hour + 12,
        Some(Half::Night) if (5..12).contains(&hour) => hour + 12,
        Some(Half::Before | Half::Night) if hour == 12 => 0,
        Some(Half::After | Half::Noon | Half::Before | Half::Night) | None => hour,
    };
    if let (None, Some((first, begun))) = (half, start)
        && (first.name("half").is_some() || first.name("behind").is_some())
        && clock(hour, minute) < begun.time
    {
        // 夜10時～1時 goes on into the next day.
        hour = if hour < 12 && clock(hour + 12, minute) >= begun.time { hour + 12 } else { hour % 12 };
    }
    let whole = caught.whole();
    let blank = whole.as_str().len() - whole.as_str().trim_start().len();
    (hour <= 24 && minute < 60)
        .then(|| StatedTime { time: clock(hour, minute), range: whole.start() + blank..whole.end() })
}

fn clock(hour: u32, minute: u32) -> String {
    format!("{hour:02}:{minute:02}")
}

/// 2:00 of `2:00-4:00 PM`, which only the end calls one of the afternoon; 11:00 of `11:00-1:00 PM` is none.
fn called_by_end(start: &StatedTime, end: &StatedTime) -> Option<String> {
    let (hour, minute): (u32, u32) = (start.time[..2].parse().ok()?, start.time[3..].parse().ok()?);
    let later = clock(hour + 12, minute);
    (hour < 12 && later <= end.time).then_some(later)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_times_are_read_in_every_spelling() {
        let cases = [
            ("19：00～21：00", "19:00", Some("21:00")),
            ("（火）1 4：00～1 6：00", "14:00", Some("16:00")),
            ("午後1 0時30分～1 1時", "22:30", Some("23:00")),
            ("午後2時から午後4時まで", "14:00", Some("16:00")),
            ("午後1時30分～3時", "13:30", Some("15:00")),
            ("14時00分〜15時半", "14:00", Some("15:30")),
            ("午後1時30分∼午後3時30分", "13:30", Some("15:30")),
            ("自 午前10時0分~至 午後0時2分", "10:00", Some("12:02")),
            ("9時～10時、13時～15時", "09:00", Some("15:00")),
            ("午後2時から午後3時4 5分まで", "14:00", Some("15:45")),
            ("午前10時", "10:00", None),
            ("午前10時～12時", "10:00", Some("12:00")),
            ("13:30-17:00", "13:30", Some("17:00")),
            ("2:00pm～4:00pm", "14:00", Some("16:00")),
            ("10:00 a.m.-1:30 p.m.", "10:00", Some("13:30")),
            ("2:00-4:00 PM", "14:00", Some("16:00")),
            ("11:00-1:00 PM", "11:00", Some("13:00")),
            ("2:00pmから4:00pmまで", "14:00", Some("16:00")),
            ("夜10時～1時", "22:00", Some("01:00")),
            ("夜11時～12時", "23:00", Some("00:00")),
            ("深夜11時から", "23:00", None),
            ("P.M.2:00～4:00", "14:00", Some("16:00")),
            ("夜7時～9時", "19:00", Some("21:00")),
            ("昼1時から4時まで", "13:00", Some("16:00")),
            ("18時30分頃～20時頃", "18:30", Some("20:00")),
            ("開会14時 閉会16時", "14:00", Some("16:00")),
            ("午後一時三分", "13:03", None),
            ("午前10時00分から正午まで", "10:00", Some("12:00")),
            ("午前10時00分開会 午後2時41分散会", "10:00", Some("14:41")),
        ];
        for (text, start, end) in cases {
            let (from, to) = find(text);
            assert_eq!(from.unwrap().time, start, "{text}");
            assert_eq!(to.map(|time| time.time).as_deref(), end, "{text}");
        }
        assert_eq!(find("平成29年"), (None, None));
    }
}

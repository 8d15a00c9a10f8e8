//! Where a list ends and the turns begin: `○会長　小田切⏎本日は、お忙しい中…。`

use super::Reader;
use super::heading::Heading;
use crate::lexicon::brackets::is_hiragana;
use crate::rules::attendees::List;
use crate::rules::is_digit;
use crate::span::is_space;
use crate::values::person_name::may_be;

/// What closes a group's name.
fn is_close(c: char) -> bool {
    matches!(c, '】' | '〕' | '］' | ']' | '＞' | '>' | '〉' | '》' | '）' | ')')
}

impl Reader<'_> {
    /// Whether what looks like a group with one person is the head of a turn: speech follows.
    pub(super) fn opens_turn(&self, at: usize, heading: &Heading) -> bool {
        let next = at + 1;
        // 【事務局】⏎それでは、…: nobody is listed in sentences. 〔事務局〕それでは、次第に⏎沿って…: nor beside the bracket.
        let prose = match heading.value {
            Some(value) => is_prose(value.of(self.source)) && (self.is_speech(next) || self.body[at].width < 80),
            None => self.body.get(next).is_some_and(|line| is_prose(line.text(self.source))) && self.is_speech(next),
        };
        if prose && matches!(heading.list, List::Members | List::Group) {
            return true;
        }
        // <事務局>矢代主任: a bracket divides the group from who is in it.
        let bracketed = heading.marks.last().is_some_and(|mark| mark.of(self.source).ends_with(is_close));
        // ５．説明員　農政課長　…: nobody numbers a turn so.
        let numbered = heading.marks.first().is_some_and(|mark| mark.of(self.source).starts_with(is_digit));
        let group = !bracketed && !numbered && matches!(heading.list, List::Members | List::Group);
        let one = heading.value.is_some_and(|value| !value.of(self.source).contains(['、', '，', ',']));
        group && one && self.is_speech(next)
    }

    /// Whether the one entry just read names a person whom the list already has, or stands wholly in brackets, with speech below.
    pub(super) fn is_head(&self, before: usize, next: usize) -> bool {
        let [entry] = &self.out.entries[before..] else { return false };
        let first = self.open.map_or(0, |open| open.entries);
        let again = || {
            self.out.entries[first..before].iter().any(|other| {
                entry.person.as_ref().zip(other.person.as_ref()).is_some_and(|(one, other)| may_be(one, other))
            })
        };
        // （桐生都市計画課長）⏎お待たせいたしました。…: the first to speak need not be of the list.
        let bracketed = || {
            let text = self.body[next - 1].text(self.source);
            text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && entry.role.is_some()
        };
        self.is_speech(next) && (again() || bracketed())
    }

    /// Whether a sentence ends in a line, or in those below it with which it goes on.
    fn is_speech(&self, at: usize) -> bool {
        let below = self.body.iter().skip(at).take(REACH).map(|line| line.text(self.source));
        let mut wrapped = below.take_while(|text| text.contains('。') || is_prose(text));
        wrapped.any(|text| text.contains('。'))
    }
}

/// In lines: how far a first sentence may reach.
const REACH: usize = 4;

/// Whether a line is a sentence or a piece of one rather than names: it has more of the letters between words than names have.
fn is_prose(text: &str) -> bool {
    let letters = text.chars().filter(|c| !is_space(*c)).count();
    let kana = text.chars().filter(|c| is_hiragana(*c)).count();
    letters >= 12 && kana * 3 >= letters && !text.contains(is_space)
}

//! The speaker at the end of one text, judged by itself: `…の見通しは。（浦辺副会長）`.

use super::person;
use crate::attendees::Roster;
use crate::link::judge::{Position, Verdict, judge};
use crate::span::Span;
use crate::text::Text;
use crate::trailing::{Trailing, Voice, is_close};

/// Who says a question or an answer, as the bracket at its end names somebody; none where that is in doubt.
pub(crate) fn speaker_of(text: &[Span], source: &str, roster: &Roster) -> Option<Voice> {
    let last = text.last()?.of(source).trim_end_matches(['。', '．', '.']);
    if !last.trim_end().ends_with(is_close) {
        return None;
    }
    let trailing = Trailing::of(&[], Text::of(source, text)).filter(|found| found.is_closed)?;
    let persons = person::named(&trailing, source, roster);
    let position = Position {
        before: trailing.before(),
        last_in_paragraph: true,
        elsewhere: 0,
        habit: 0,
        known: persons.is_some(),
    };
    let said = !trailing.before().is_empty() && judge(trailing.content(), &position).verdict == Verdict::Speaker;
    said.then(|| trailing.voice(persons.unwrap_or_else(|| trailing.parties(source)), source))
}

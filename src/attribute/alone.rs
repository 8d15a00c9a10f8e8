//! The speaker of one text by itself: at its end, `…の見通しは。（浦辺副会長）`, or in the heading above it.

use super::{End, person};
use crate::attendees::Roster;
use crate::classify::speakers::{RULE, is_person};
use crate::element::{Element, Kind};
use crate::link::judge::{Position, Verdict, judge};
use crate::rules::summary::Kind as Part;
use crate::span::Span;
use crate::text::Text;
use crate::trailing::{Trailing, Voice, is_close};
use crate::values::titled::Titled;

/// Gives the opinions below `【厚木市】` to whom it names, as far as they name nobody themselves.
pub(super) fn below_names(ends: Vec<End>, elements: &[Element], source: &str, roster: &Roster) -> Vec<End> {
    let mut above: Option<Trailing> = None;
    let ends = elements.iter().zip(ends).map(|(element, end)| match element.kind {
        Kind::Part(Part::Bullet) => match (end, &above) {
            (End::Text, Some(name)) => {
                let mut parties = person::named(name, source, roster).unwrap_or_else(|| name.parties(source));
                let heading = name.content_spans(source);
                for party in &mut parties {
                    party.spans.clear();
                    // 〈松本由美〉: nobody's list has the name, and no body is called so.
                    if party.titled.is_none() && party.person.is_none() && is_person(&party.label) {
                        party.titled = Some(Titled { person: Some(party.label.clone()), role: String::new() });
                    }
                }
                let label = name.content().to_owned();
                End::Speaker(Voice { text: element.text.clone(), label, parties, marks: Vec::new(), heading })
            }
            (end, _) => end,
        },
        Kind::Paragraph => end,
        Kind::Part(_) | Kind::Field(_) | Kind::Title => {
            above = (element.rule == RULE).then(|| {
                let text = Text::of(source, &element.text);
                let whole = 0..text.as_str().len();
                Trailing::at(text, whole.clone(), whole)
            });
            end
        }
    });
    ends.collect()
}

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

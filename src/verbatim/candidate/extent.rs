//! How far a head reaches that only white space closes.

use super::{LONGEST, Scanner};
use crate::lexicon::roles::{self, Role};
use crate::rules::verbatim::Style;
use crate::span::is_space;
use crate::values::person_name::is_known_name;
use crate::verbatim::speaker::{Speaker, Strength};
use crate::verbatim::titles::is_one_letter;
use std::ops::Range;

impl Scanner<'_> {
    /// The whole line `司会：青木事務局長`, where a role before the colon is followed by a person with an office and nothing else.
    pub(super) fn with_holder(
        &mut self,
        style: Style,
        line: &str,
        head: &Range<usize>,
        text: &Range<usize>,
    ) -> Option<(Range<usize>, Speaker)> {
        let behind = line[text.clone()].trim();
        if style != Style::Colon || behind.is_empty() || behind.chars().nth(14).is_some() {
            return None;
        }
        let (part, holder) = (self.speaker(&line[head.clone()]), self.speaker(behind));
        let titled = holder.person.is_some() && holder.role.as_ref().is_some_and(|role| role.end == behind.len());
        let plain = part.strength == Strength::Role && part.person.is_none();
        let whole = head.start..line.trim_end().len();
        (plain && titled).then(|| (whole.clone(), self.speaker(&line[whole])))
    }

    /// Where a head ends that only white space closes, and whom it names: `議　長　ただいま` → after 長.
    pub(super) fn end_of_head(&mut self, text: &str) -> (usize, Speaker) {
        let mut ends: Vec<usize> = text
            .char_indices()
            .take(LONGEST)
            .filter(|(at, c)| is_space(*c) && !text[..*at].ends_with(is_space))
            .map(|(at, _)| at)
            .collect();
        if text.chars().count() <= LONGEST {
            ends.push(text.len());
        }
        let read: Vec<(usize, Speaker)> = ends.iter().map(|end| (*end, self.speaker(&text[..*end]))).collect();
        let Some(first) = read.iter().position(|(_, said)| said.strength == Strength::Role) else {
            // 加 賀 美 都 市 計 画: letters set apart whose role stands elsewhere are no name of one letter.
            let words = text.split(is_space).filter(|word| !word.is_empty());
            if words.take(3).filter(|word| is_one_letter(word)).count() == 3 {
                return (text.len(), Speaker::of(""));
            }
            let whole = read.last().filter(|(end, said)| *end == text.len() && said.strength >= Strength::Possible);
            let named = read.first().filter(|(_, said)| said.strength >= Strength::Possible);
            return whole.or(named).cloned().unwrap_or_else(|| (text.len(), Speaker::of("")));
        };
        // 真 鍋 委 員 長: where every letter stands alone, the last one that still makes a role ends the head.
        let apart = |end: usize| text[..end].split(is_space).filter(|word| !word.is_empty()).all(is_one_letter);
        let letters = first + read[first..].iter().take_while(|(end, _)| apart(*end)).count();
        let last = read[first..letters].iter().rposition(|(_, said)| said.strength == Strength::Role);
        let first = first + last.unwrap_or(0);
        let (end, said) = &read[first];
        // 事務局　織部総務課長 fills its line: the desk and who speaks for it.
        let desk = roles::at_end(&text[..*end]).is_some_and(|(at, role)| at == 0 && role == Role::Desk);
        if let Some(whole) = read.last().filter(|(whole, _)| desk && *whole == text.len() && end < whole) {
            let rest = self.speaker(text[*end..].trim());
            if rest.strength == Strength::Role && roles::at_end(text.trim_end()).is_some() {
                return whole.clone();
            }
        }
        let longer = read.get(first + 1).filter(|(longer, more)| {
            said.person.is_none()
                && more.strength == Strength::Role
                && more.person.is_some()
                && is_known_name(&text[*end..*longer])
        });
        longer.cloned().unwrap_or((*end, said.clone()))
    }
}

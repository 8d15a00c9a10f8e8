//! What is nobody's speech: stage directions, times, reports: `午後２時35分　散　会`.

use super::Builder;
use crate::model::{Note, NoteKind};
use crate::rules::is_bullet;
use crate::span::{Span, is_space};

impl Builder<'_, '_, '_> {
    /// A line that is nobody's speech.
    pub(super) fn report(&mut self, at: usize) {
        let (line, source) = (&self.body[at], self.ledger.text());
        let bullet = line.first(source).filter(|c| is_bullet(*c)).map_or(0, char::len_utf8);
        let text = Span::new(line.span.start + bullet, line.span.end).trim(source);
        if bullet > 0 && !text.is_empty() {
            self.current().marks.push(Span::new(line.span.start, line.span.start + bullet));
            self.note(vec![text], None);
            return;
        }
        self.note(vec![line.span], None);
    }

    pub(super) fn note(&mut self, spans: Vec<Span>, kind: Option<NoteKind>) {
        let note = Note { kind, ..Note::new(self.ledger.passage(&spans)) };
        let open = self.current();
        open.spans.extend(spans);
        open.section.notes.push(note);
    }

    /// Adds the second line of a wrapped stage direction to its note.
    pub(super) fn widen_note(&mut self, span: Span) {
        let passage = self.ledger.passage(&[span]);
        let open = self.current();
        open.spans.push(span);
        let Some(note) = open.section.notes.last_mut() else { return };
        note.spans.0.extend(passage.spans.0);
        note.lines[1] = passage.lines[1];
        // 4月2 and 6日 below it are two words: the text is made of all its lines together.
        let all = note.spans.clone();
        let text = self.ledger.normal_form(&self.ledger.spans(&all));
        self.current().section.notes.last_mut().into_iter().for_each(|note| note.text.clone_from(&text));
    }
}

/// Whether a stage direction ends the meeting: `午後２時35分　散　会`.
pub(super) fn closes(text: &str) -> bool {
    let words = text.replace(is_space, "");
    ["閉会", "散会", "閉議", "延会"].iter().any(|word| words.contains(word))
}

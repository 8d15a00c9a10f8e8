//! Lines within a list that nothing is read of.

use super::Reader;
use super::heading::is_full_name;
use crate::line::Line;
use crate::span::is_space;
use crate::text::normal_form;
use crate::values::person_name::is_name_shaped;
use crate::verbatim::speaker::{Speaker, Strength};

impl Reader<'_> {
    /// Whether a line that names nobody may stand in a list: a further role of the person above, a count, names that
    /// cannot be told apart.
    pub(super) fn may_belong(&self, line: &Line) -> bool {
        let text = normal_form(self.source, &[line.span]);
        let said = Speaker::of(&text);
        let counted =
            text.starts_with(['（', '(', '〔', '［', '[']) || text.ends_with(['名', '人']) || text.contains("敬称略");
        // 総務省情報流通行政局: a body that sent somebody whose name is not told.
        let body = said.strength == Strength::Organization;
        let titled = said.strength == Strength::Role;
        titled
            || body
            || are_letters_apart(line.text(self.source))
            || ends_with_name(&text)
            || counted && text.chars().count() <= 20
    }

    /// Passes over the lines above an entry that nothing was read of: they stand within the list, and no text goes on with them.
    pub(super) fn pass_over(&mut self) {
        for at in self.unread.drain(..) {
            self.out.listed[at] = true;
        }
    }
}

/// `大 坪 正 幸 関 三 郎`: letters as far apart within the names as between them.
pub(super) fn are_letters_apart(text: &str) -> bool {
    let words = || text.split(is_space).filter(|word| !word.is_empty());
    let single = words().filter(|word| word.chars().nth(1).is_none()).count();
    single >= 4 && single * 2 > words().count() && words().all(is_name_shaped)
}

/// `日本花の会青波県支部　世話人　水野さゆり`: whatever stands before it.
fn ends_with_name(text: &str) -> bool {
    text.rsplit_once(is_space).is_some_and(|(_, name)| is_full_name(name))
}

//! The ids of one document's elements: paths of label numbers, none given twice.

use rustc_hash::FxHashMap;

/// Hands out ids. All stages that read one document share it: what the lines before the first turn have taken is
/// taken for the turns too.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    /// How often each path has been asked for.
    asked: FxHashMap<String, usize>,
    /// Sections without a label so far, in the whole document.
    unlabelled: usize,
}

impl Ids {
    /// `agenda-1/item-3`, and `agenda-1/item-3~2` where that is taken.
    ///
    /// Own parts are label numbers and never hold a `~`, so what is made unique here meets nothing else.
    pub fn give(&mut self, parent: Option<&str>, own: &str) -> String {
        let path = parent.map_or_else(|| own.to_owned(), |parent| [parent, "/", own].concat());
        let count = self.asked.entry(path.clone()).or_default();
        *count += 1;
        if *count == 1 { path } else { format!("{path}~{count}") }
    }

    /// `section-2`, for a section that the document gives no label.
    pub fn give_unlabelled(&mut self, parent: Option<&str>) -> String {
        self.unlabelled += 1;
        self.give(parent, &format!("section-{}", self.unlabelled))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_again_gets_a_number() {
        let mut ids = Ids::default();
        let agenda = [ids.give(None, "agenda-1"), ids.give(None, "agenda-1")];
        assert_eq!(agenda, ["agenda-1", "agenda-1~2"]);
        let items = [ids.give(Some("agenda-1"), "item-3"), ids.give(Some("agenda-1~2"), "item-3")];
        assert_eq!(items, ["agenda-1/item-3", "agenda-1~2/item-3"]);
        assert_eq!([ids.give_unlabelled(None), ids.give_unlabelled(Some("other"))], ["section-1", "other/section-2"]);
    }
}

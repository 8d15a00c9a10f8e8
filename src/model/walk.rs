//! Ways through a document's sections, however deep they lie.

use super::{Document, Opinion, Section};

impl Document {
    /// Every section, each before those within it, in the order of the document.
    ///
    /// ```
    /// let text = "第１回連絡会議の概要\n日時　平成29年２月１日\n議題\n（１）取組について\n①体制\n・顔の見える関係が大切（三浦市）\n";
    /// let document = giji::parse_str(text, &giji::Options::default()).document;
    /// let headings: Vec<_> = document.all_sections().filter_map(|section| section.heading.as_deref()).collect();
    /// assert_eq!(headings, ["取組について", "体制"]);
    /// ```
    pub fn all_sections(&self) -> impl Iterator<Item = &Section> {
        let mut open = vec![self.sections.iter()];
        std::iter::from_fn(move || {
            loop {
                match open.last_mut()?.next() {
                    Some(section) => {
                        open.push(section.sections.iter());
                        return Some(section);
                    }
                    None => drop(open.pop()),
                }
            }
        })
    }

    /// Every opinion, a section's own before those of the sections within it, in the order of the document.
    pub fn all_opinions(&self) -> impl Iterator<Item = &Opinion> {
        self.all_sections().flat_map(|section| &section.opinions)
    }
}

//! The columns of a table over all of its pages.

use super::align::{Look, Unnamed, alike, same_places};
use super::name::{CLOSE, nameless, names, side_by_side};
use super::panel::Panel;
use super::sheet::Sheet;

/// The strain of taking two columns that never stand side by side on a page for one, where no header says so.
const SELDOM: f64 = 7.0;

/// Where a column stands: after how many headers, and as which of the nameless ones there; 0 is the header's own.
pub(super) type Slot = (usize, usize);

/// The columns of a table, from left to right. Each page learns which of them it shows.
pub(super) fn settle(sheet: &Sheet, panels: &mut [Panel], headers: usize) -> Vec<Slot> {
    let shown: Vec<Option<Vec<Slot>>> =
        panels.iter().enumerate().map(|(at, panel)| shown(sheet, panel, at == 0)).collect();
    let mut slots: Vec<Slot> = (1..=headers).map(|header| (header, 0)).collect();
    slots.extend(shown.iter().flatten().flatten());
    slots.sort_unstable();
    slots.dedup();
    for (panel, shown) in panels.iter_mut().zip(&shown) {
        let columns = shown.iter().flatten().map(|slot| slots.binary_search(slot).into_iter().collect());
        panel.columns = columns.collect();
    }
    guess(sheet, panels, slots.len());
    slots
}

/// The columns of a page that says itself which they are: by its header, or as the first page of a list.
fn shown(sheet: &Sheet, panel: &Panel, first: bool) -> Option<Vec<Slot>> {
    let words = panel.words(sheet);
    match panel.header {
        Some(header) => {
            let mut slot: Slot = (0, 0);
            let mut next = |name: Option<usize>| {
                slot = match name {
                    Some(header) => (header + 1, 0),
                    None => (slot.0, slot.1 + 1),
                };
                slot
            };
            Some(names(&panel.atoms, &words, &header.cells).into_iter().map(&mut next).collect())
        }
        None if first => Some(nameless(&panel.atoms, &words).into_iter().map(|column| (0, column + 1)).collect()),
        None => None,
    }
}

/// Finds the columns of the pages without a header by those of the pages before them.
fn guess(sheet: &Sheet, panels: &mut [Panel], count: usize) {
    let mut known = vec![Look::default(); count];
    let key = panels.iter().find_map(|panel| panel.columns.get(panel.key?)?.first().copied());
    for at in 0..panels.len() {
        let (looks, filled) = panels[at].looks(sheet);
        if panels[at].columns.is_empty() {
            let places = at.checked_sub(1).map_or_else(|| vec![None; count], |before| panels[before].places(count));
            let columns = same_places(&panels[at].atoms.atoms, &places);
            panels[at].columns = columns.unwrap_or_else(|| {
                let page =
                    Unnamed { looks: looks.clone(), filled, joins: joins(sheet, &panels[at]), key: panels[at].key };
                alike(&page, &known, key)
            });
        }
        let rows = panels[at].rows() as f64;
        known.iter_mut().for_each(|look| look.rows += rows);
        for (look, columns) in looks.iter().zip(&panels[at].columns) {
            if let [column] = columns.as_slice() {
                known[*column].add(&Look { rows: 0.0, ..*look });
            }
        }
    }
}

/// For each column of a page the strain of taking it as a second word of the column before it.
fn joins(sheet: &Sheet, panel: &Panel) -> Vec<f64> {
    let strains = side_by_side(&panel.atoms, &panel.words(sheet));
    let apart = |at: usize| at > 0 && panel.atoms.atoms[at - 1].end <= panel.atoms.atoms[at].start;
    let join = |(at, strain): (usize, f64)| if strain < CLOSE && apart(at) { SELDOM } else { strain };
    strains.into_iter().enumerate().map(join).collect()
}

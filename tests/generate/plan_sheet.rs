//! Plans → lines as a spreadsheet comes out of a PDF: row by row, cell by cell, neighbours of one line on one line.

use super::grid::Grid;
use super::habits::Habits;
use super::orgs::widen;
use super::plan::{Party, Plan, Row};
use super::rng::Rng;
use super::sheet::{Leaf, Line, Run, Setting, Sheet, leaf, mark};
use super::wrap::columns;

/// The leaves of a row, to be read back at the end.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) number: usize,
    pub(super) category: Leaf,
    pub(super) name: Leaf,
    pub(super) notes: Vec<Leaf>,
    pub(super) content: Vec<Leaf>,
    pub(super) lead: Vec<(Leaf, Option<Leaf>)>,
    pub(super) cooperating: Vec<(Leaf, Option<Leaf>)>,
    pub(super) schedule: Vec<Leaf>,
}

pub struct PlanWriter<'a> {
    pub sheet: Sheet,
    pub(super) habits: &'a Habits,
    pub(super) grid: &'a Grid,
    pub(super) asked: Vec<Asked>,
    pub(super) title: Leaf,
    pub(super) residue: Vec<String>,
}

impl<'a> PlanWriter<'a> {
    pub fn new(habits: &'a Habits, grid: &'a Grid) -> Self {
        let mut sheet = Sheet::default();
        let title = sheet.new_leaf();
        PlanWriter { sheet, habits, grid, asked: Vec::new(), title, residue: Vec::new() }
    }

    pub fn plan(&mut self, plan: &Plan, rng: &mut Rng) {
        let per_page = plan.rows.len().div_ceil(self.grid.pages);
        let pages: Vec<&[Row]> = plan.rows.chunks(per_page).collect();
        for (i, rows) in pages.iter().enumerate() {
            self.page(plan, rows, i, rng);
        }
    }

    pub(super) fn page(&mut self, plan: &Plan, rows: &[Row], page: usize, rng: &mut Rng) {
        if page > 0 {
            (0..3).for_each(|_| self.sheet.blank());
        }
        let place = if self.grid.pages > 1 && page > 0 && rng.chance(50) { 1 } else { self.grid.header_place };
        self.title(plan, page);
        if place != 2 {
            self.quarters();
        }
        if place != 0 {
            self.columns();
        }
        rows.iter().for_each(|row| self.row(row));
        if place == 2 {
            self.quarters();
        }
        if place == 0 {
            self.columns();
        }
        self.floating(rows, page, rng);
        if self.grid.page_number {
            self.alone(&format!("- {} -", self.habits.number(&format!("{}", page + 1))));
        }
    }

    pub fn row(&mut self, row: &Row) {
        let mut asked = Asked { number: row.number, ..Asked::default() };
        let number = self.habits.number(&row.number.to_string());
        let cells = [
            vec![self.line(&number, &[])],
            self.category(row, &mut asked),
            self.name(row, &mut asked),
            self.content(row, &mut asked),
            self.parties(
                &row.lead,
                self.grid.lead,
                if row.whim < self.grid.bullet_lost { "" } else { self.grid.lead_bullet },
                &mut asked.lead,
            ),
            self.cooperating(row, &mut asked),
        ];
        let shares =
            self.grid.report_shares_line && !row.related.is_empty() && row.schedule.iter().all(|cell| cell.len() == 1);
        self.flatten(cells);
        let schedule: Vec<Vec<Line>> = row.schedule.iter().map(|cell| self.scheduled(cell, &mut asked)).collect();
        if !schedule.is_empty() && !shares {
            self.sheet.blank();
        }
        let mut single = shares;
        for cell in schedule {
            single = self.add(cell, single, 0);
        }
        self.sheet.blank();
        self.asked.push(asked);
    }

    pub(super) fn flatten(&mut self, cells: [Vec<Line>; 6]) {
        let mut single = false;
        for (i, cell) in cells.into_iter().enumerate() {
            single = if i == 0 {
                self.sheet.lines.extend(cell);
                true
            } else {
                self.add(cell, single, self.grid.apart)
            };
        }
    }

    /// Adds a cell after the last one; says whether it ends in a line that the next single line may share.
    pub(super) fn add(&mut self, cell: Vec<Line>, single: bool, apart: usize) -> bool {
        let after_blank = self.sheet.lines.last().is_none_or(|line| line.text.is_empty());
        let alone = cell.len() == 1;
        if alone && single && !after_blank {
            for line in cell {
                if let Some(last) = self.sheet.lines.last_mut() {
                    last.text = format!("{} {}", last.text, line.text.trim_start());
                    last.pieces.extend(line.pieces);
                }
            }
            return true;
        }
        if !after_blank && (!single || cell.len() > apart) {
            self.sheet.blank();
        }
        self.sheet.lines.extend(cell);
        alone
    }

    pub(super) fn category(&mut self, row: &Row, asked: &mut Asked) -> Vec<Line> {
        asked.category = self.sheet.new_leaf();
        let text = leaf(self.habits.write(&row.category.replace(' ', "")), asked.category);
        self.cell(self.grid.category, "", vec![text])
    }

    pub(super) fn name(&mut self, row: &Row, asked: &mut Asked) -> Vec<Line> {
        asked.name = self.sheet.new_leaf();
        let mut lines = self.cell(self.grid.name, "", vec![leaf(self.habits.write(&row.name), asked.name)]);
        for note in &row.notes {
            let place = self.sheet.new_leaf();
            lines.extend(self.cell(
                self.grid.name,
                self.grid.note_indent,
                vec![mark("※"), leaf(self.habits.write(note), place)],
            ));
            asked.notes.push(place);
        }
        lines
    }

    pub(super) fn content(&mut self, row: &Row, asked: &mut Asked) -> Vec<Line> {
        let bullet = match (row.content.len(), self.grid.content_bullet) {
            (1, bullet) => {
                if row.whim < self.grid.bullet_single {
                    bullet
                } else {
                    ""
                }
            }
            (_, "") => "・",
            (_, bullet) => bullet,
        };
        let mut lines = Vec::new();
        for point in &row.content {
            let place = self.sheet.new_leaf();
            lines.extend(self.cell(self.grid.content, "", vec![mark(bullet), leaf(self.habits.write(point), place)]));
            asked.content.push(place);
        }
        lines
    }

    /// A bullet a line, or one paragraph with 、 between the names.
    pub(super) fn parties(
        &mut self,
        parties: &[Party],
        width: usize,
        bullet: &str,
        asked: &mut Vec<(Leaf, Option<Leaf>)>,
    ) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut together = Vec::new();
        let fits = |party: &Party| party.note.is_none() && columns(&self.habits.write(&party.label)) + 4 <= width;
        let one_a_line = parties.len() > 1
            && (!bullet.is_empty() || (self.grid.lead_lines && width == self.grid.lead && parties.iter().all(fits)));
        for (i, party) in parties.iter().enumerate() {
            let runs = self.party(party, asked);
            if one_a_line {
                let mut all = vec![mark(bullet)];
                all.extend(runs);
                lines.extend(self.cell(width, "", all));
            } else {
                if i > 0 {
                    together.push(mark("、"));
                }
                together.extend(runs);
            }
        }
        if lines.is_empty() { self.cell(width, "", together) } else { lines }
    }

    pub(super) fn party(&mut self, party: &Party, asked: &mut Vec<(Leaf, Option<Leaf>)>) -> Vec<Run> {
        let label = self.sheet.new_leaf();
        let mut runs = vec![leaf(self.habits.write(&party.label), label)];
        let note = party.note.as_ref().map(|note| {
            let place = self.sheet.new_leaf();
            runs.extend([mark("（"), leaf(self.habits.write(note), place), mark("）")]);
            place
        });
        asked.push((label, note));
        runs
    }

    pub(super) fn cooperating(&mut self, row: &Row, asked: &mut Asked) -> Vec<Line> {
        let mut lines =
            self.parties(&row.cooperating, self.grid.cooperating, self.grid.cooperating_bullet, &mut asked.cooperating);
        let list = |numbers: &[usize]| {
            numbers
                .iter()
                .map(|n| if self.grid.reference_style == 1 { widen(&n.to_string()) } else { n.to_string() })
                .collect::<Vec<_>>()
                .join("、")
        };
        let mut references = Vec::new();
        if !row.supersedes.is_empty() {
            references.push(match self.grid.reference_style {
                3 => format!("【旧No.{}を統合】", list(&row.supersedes)),
                _ => format!("【旧№{}を統合】", list(&row.supersedes)),
            });
        }
        if !row.related.is_empty() {
            references.push(match self.grid.reference_style {
                2 => format!("※№{}と関連", list(&row.related)),
                3 => format!("※No.{}とも関連", list(&row.related)),
                _ => format!("※№{}とも関連", list(&row.related)),
            });
        }
        for text in references {
            lines.push(self.line(&text, &[]));
        }
        lines
    }

    pub(super) fn scheduled(&mut self, cell: &[String], asked: &mut Asked) -> Vec<Line> {
        let place = self.sheet.new_leaf();
        asked.schedule.push(place);
        cell.iter()
            .map(|text| {
                let text = self.habits.write(text);
                self.line(&text, &[place])
            })
            .collect()
    }

    pub(super) fn cell(&mut self, width: usize, first: &str, runs: Vec<Run>) -> Vec<Line> {
        let setting = Setting {
            width,
            kinsoku: self.habits.kinsoku,
            marks: "・○●※【",
            first,
            hang: "",
            ragged: self.grid.ragged,
        };
        let start = self.sheet.lines.len();
        self.sheet.paragraph(setting, false, &runs);
        self.sheet.lines.split_off(start)
    }

    pub(super) fn line(&self, text: &str, leaves: &[Leaf]) -> Line {
        Line {
            text: text.to_string(),
            pieces: leaves.iter().map(|leaf| (*leaf, text.to_string())).collect(),
            last: true,
            opens: false,
        }
    }

    pub(super) fn plain(&mut self, text: &str) {
        let line = self.line(&self.habits.write(text), &[]);
        self.sheet.lines.push(line);
    }

    pub(super) fn alone(&mut self, text: &str) {
        let line = self.line(text, &[]);
        self.sheet.lines.push(line);
        self.sheet.blank();
    }
}

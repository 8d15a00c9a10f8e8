//! Plans → lines as a spreadsheet comes out of a PDF: row by row, cell by cell, neighbours of one line on one line.

use super::habits::{Digits, Habits};
use super::minutes_sheet::era_year;
use super::orgs::widen;
use super::plan::{Party, Plan, Row};
use super::rng::Rng;
use super::sheet::{Leaf, Line, Run, Setting, Sheet, leaf, mark};
use super::wrap::{Kinsoku, columns};
use serde_json::{Map, Value, json};

/// The table's columns and the extractor's ways.
pub struct Grid {
    pub category: usize,
    pub name: usize,
    pub content: usize,
    pub lead: usize,
    pub cooperating: usize,
    /// A cell of more lines than this stands apart from a single line before it.
    pub apart: usize,
    pub content_bullet: &'static str,
    pub lead_bullet: &'static str,
    pub cooperating_bullet: &'static str,
    pub note_indent: &'static str,
    pub header: usize,
    pub header_place: usize,
    pub schedule_header: &'static str,
    pub quarters: (usize, usize),
    pub pages: usize,
    pub page_number: bool,
    pub form_feed: bool,
    pub label: Option<&'static str>,
    pub title: usize,
    pub reference_style: usize,
    pub shapes: &'static [&'static str],
    /// A cell of one point has its bullet too.
    pub bullet_single: bool,
    /// Names one below the other without bullets, where each fits its line.
    pub lead_lines: bool,
    pub category_shapes: bool,
    pub report_shares_line: bool,
}

const HEADERS: &[[&str; 6]] = &[
    ["番号", "課題区分", "項目", "内容", "主たる機関（案）", "協力を得たい関係機関（例）"],
    ["番号", "取組分野", "取組項目", "具体的内容", "主担当", "連携機関"],
    ["No.", "区分", "取組名", "取組内容", "主な実施機関", "協力機関"],
    ["№", "課題", "事業名", "事業内容", "主管", "関係機関"],
    ["番号", "分野", "取組項目", "内容", "中心となる機関", "協力機関（例）"],
];

impl Grid {
    pub fn random(rng: &mut Rng, rows: usize) -> Self {
        let bullets = rng.between(0, 9);
        let (content_bullet, lead_bullet) = match bullets { 0..=4 => ("・", "・"), 5 => ("○", "・"), 6 => ("・", ""), 7 => ("", ""), 8 => ("●", "●"), _ => ("", "・") };
        Grid {
            category: rng.between(4, 8) * 2,
            name: rng.between(12, 22) * 2,
            content: rng.between(28, 50) * 2,
            lead: rng.between(8, 15) * 2,
            cooperating: rng.between(18, 30) * 2,
            apart: rng.weighted(&[(50, 3), (15, 0), (15, 2), (10, 4), (10, 6)]),
            content_bullet,
            lead_bullet,
            cooperating_bullet: rng.weighted(&[(85, ""), (15, "・")]),
            note_indent: rng.weighted(&[(50, " "), (30, ""), (20, "　")]),
            header: rng.between(0, HEADERS.len() - 1),
            header_place: rng.between(0, 2),
            schedule_header: rng.word(&["スケジュールイメージ", "スケジュール", "実施時期", "年間予定"]),
            quarters: rng.weighted(&[(75, (1, 4)), (25, (2, 4))]),
            pages: rng.between(1, 5).min(rows.div_ceil(4)),
            page_number: rng.chance(30),
            form_feed: rng.chance(30),
            label: rng.weighted(&[(40, None), (30, Some("参考資料3－2")), (15, Some("資料1")), (15, Some("別紙2"))]),
            title: rng.between(0, 3),
            reference_style: rng.between(0, 3),
            shapes: *rng.pick::<&[&str]>(&[&["順次実施", "方法検討"], &["順次実施"], &["準備", "試行", "本格実施"], &[]]),
            bullet_single: rng.chance(40),
            lead_lines: rng.chance(40),
            category_shapes: rng.chance(20),
            report_shares_line: rng.chance(10),
        }
    }
}

/// The leaves of a row, to be read back at the end.
#[derive(Default)]
struct Asked {
    number: usize,
    category: Leaf,
    name: Leaf,
    notes: Vec<Leaf>,
    content: Vec<Leaf>,
    lead: Vec<(Leaf, Option<Leaf>)>,
    cooperating: Vec<(Leaf, Option<Leaf>)>,
    schedule: Vec<Leaf>,
}

pub struct PlanWriter<'a> {
    pub sheet: Sheet,
    habits: &'a Habits,
    grid: &'a Grid,
    asked: Vec<Asked>,
    title: Leaf,
    residue: Vec<String>,
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
            self.page(plan, rows, i, pages.len(), rng);
        }
    }

    fn page(&mut self, plan: &Plan, rows: &[Row], page: usize, pages: usize, rng: &mut Rng) {
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
        let _ = pages;
    }

    fn title(&mut self, plan: &Plan, page: usize) {
        let year = format!("{}度", era_year(plan.year, 5, 1));
        let (name, subject, draft) = (plan.region.name, plan.domain.subject, if plan.draft { "（案）" } else { "" });
        let text = match self.grid.title {
            0 => format!("{year}{name}地域の関係機関が行う{subject}に係る取組内容{draft}"),
            1 => format!("{year}{name}圏域{subject}取組計画{draft}"),
            2 => format!("{year}　{name}地域における{subject}の取組一覧{draft}"),
            _ => format!("{year}{name}地区{subject}アクションプラン{draft}"),
        };
        let feed = if page > 0 && self.grid.form_feed { "\u{c}" } else { "" };
        let text = self.habits.write(&text);
        let pieces = if page == 0 { vec![(self.title, text.clone())] } else { Vec::new() };
        self.sheet.lines.push(Line { text: format!("{feed}{text}"), pieces, last: true, opens: true });
        self.sheet.blank();
    }

    fn quarters(&mut self) {
        for quarter in self.grid.quarters.0..=self.grid.quarters.1 {
            let first = (quarter * 3) % 12 + 1;
            let lines = [format!("第{quarter}四半期"), format!("（{first}月～{}月）", first + 2)];
            lines.iter().for_each(|text| self.plain(text));
            self.sheet.blank();
        }
    }

    fn columns(&mut self) {
        let header = HEADERS[self.grid.header];
        self.plain(self.grid.schedule_header);
        if header[0] == "番号" {
            self.plain("番");
            self.plain("号");
            self.sheet.blank();
            self.plain(&header[1..].join(" "));
        } else {
            self.sheet.blank();
            self.plain(&header.join(" "));
        }
        self.sheet.blank();
    }

    /// Shapes that lie over the table come at the end of the page.
    fn floating(&mut self, rows: &[Row], page: usize, rng: &mut Rng) {
        if let Some(label) = self.grid.label.filter(|_| page == 0) {
            let label = self.habits.write(label);
            self.alone(&(label + " "));
        }
        for _ in rows.iter().filter(|_| !self.grid.shapes.is_empty()) {
            if rng.chance(60) {
                let shape = rng.word(self.grid.shapes);
                self.alone(&format!("{}{shape} ", if rng.chance(20) { " " } else { "" }));
                self.residue.push(shape.to_string());
            }
        }
        if self.grid.category_shapes {
            let mut categories: Vec<&str> = rows.iter().map(|row| row.category).collect();
            categories.dedup();
            for category in categories {
                self.alone(&format!("{} ", category.replace(' ', "")));
            }
        }
        if !self.grid.shapes.is_empty() && rng.chance(30) {
            for text in ["＜検討事項＞ ", "・進捗状況の共有 "] {
                self.alone(text);
                self.residue.push(text.trim().to_string());
            }
        }
    }

    fn row(&mut self, row: &Row) {
        let mut asked = Asked { number: row.number, ..Asked::default() };
        let number = self.habits.number(&row.number.to_string());
        let cells = [
            vec![self.line(&number, &[])],
            self.category(row, &mut asked),
            self.name(row, &mut asked),
            self.content(row, &mut asked),
            self.parties(&row.lead, self.grid.lead, self.grid.lead_bullet, &mut asked.lead),
            self.cooperating(row, &mut asked),
        ];
        let shares = self.grid.report_shares_line && !row.related.is_empty() && row.schedule.iter().all(|cell| cell.len() == 1);
        self.flatten(cells);
        let schedule: Vec<Vec<Line>> = row.schedule.iter().map(|cell| self.scheduled(cell, &mut asked)).collect();
        if !schedule.is_empty() && !shares {
            self.sheet.blank();
        }
        let mut single = shares;
        for cell in schedule {
            single = self.add(cell, single, 0) && true;
        }
        self.sheet.blank();
        self.asked.push(asked);
    }

    fn flatten(&mut self, cells: [Vec<Line>; 6]) {
        let mut single = false;
        for (i, cell) in cells.into_iter().enumerate() {
            single = if i == 0 { self.sheet.lines.extend(cell); true } else { self.add(cell, single, self.grid.apart) };
        }
    }

    /// Adds a cell after the last one; says whether it ends in a line that the next single line may share.
    fn add(&mut self, cell: Vec<Line>, single: bool, apart: usize) -> bool {
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

    fn category(&mut self, row: &Row, asked: &mut Asked) -> Vec<Line> {
        asked.category = self.sheet.new_leaf();
        let text = leaf(self.habits.write(&row.category.replace(' ', "")), asked.category);
        self.cell(self.grid.category, "", vec![text])
    }

    fn name(&mut self, row: &Row, asked: &mut Asked) -> Vec<Line> {
        asked.name = self.sheet.new_leaf();
        let mut lines = self.cell(self.grid.name, "", vec![leaf(self.habits.write(&row.name), asked.name)]);
        for note in &row.notes {
            let place = self.sheet.new_leaf();
            lines.extend(self.cell(self.grid.name, self.grid.note_indent, vec![mark("※"), leaf(self.habits.write(note), place)]));
            asked.notes.push(place);
        }
        lines
    }

    fn content(&mut self, row: &Row, asked: &mut Asked) -> Vec<Line> {
        let bullet = match (row.content.len(), self.grid.content_bullet) {
            (1, bullet) => if self.grid.bullet_single { bullet } else { "" },
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
    fn parties(&mut self, parties: &[Party], width: usize, bullet: &str, asked: &mut Vec<(Leaf, Option<Leaf>)>) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut together = Vec::new();
        let fits = |party: &Party| party.note.is_none() && columns(&self.habits.write(&party.label)) + 4 <= width;
        let one_a_line = parties.len() > 1 && (!bullet.is_empty() || (self.grid.lead_lines && width == self.grid.lead && parties.iter().all(fits)));
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

    fn party(&mut self, party: &Party, asked: &mut Vec<(Leaf, Option<Leaf>)>) -> Vec<Run> {
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

    fn cooperating(&mut self, row: &Row, asked: &mut Asked) -> Vec<Line> {
        let mut lines = self.parties(&row.cooperating, self.grid.cooperating, self.grid.cooperating_bullet, &mut asked.cooperating);
        let list = |numbers: &[usize]| numbers.iter().map(|n| if self.grid.reference_style == 1 { widen(&n.to_string()) } else { n.to_string() }).collect::<Vec<_>>().join("、");
        let mut references = Vec::new();
        if !row.supersedes.is_empty() {
            references.push(match self.grid.reference_style { 3 => format!("【旧No.{}を統合】", list(&row.supersedes)), _ => format!("【旧№{}を統合】", list(&row.supersedes)) });
        }
        if !row.related.is_empty() {
            references.push(match self.grid.reference_style { 2 => format!("※№{}と関連", list(&row.related)), 3 => format!("※No.{}とも関連", list(&row.related)), _ => format!("※№{}とも関連", list(&row.related)) });
        }
        for text in references {
            lines.push(self.line(&text, &[]));
        }
        lines
    }

    fn scheduled(&mut self, cell: &[String], asked: &mut Asked) -> Vec<Line> {
        let place = self.sheet.new_leaf();
        asked.schedule.push(place);
        cell.iter().map(|text| { let text = self.habits.write(text); self.line(&text, &[place]) }).collect()
    }

    fn cell(&mut self, width: usize, first: &str, runs: Vec<Run>) -> Vec<Line> {
        let setting = Setting { width, kinsoku: self.habits.kinsoku, marks: "・○●※【", first, hang: "", ragged: 0 };
        let start = self.sheet.lines.len();
        self.sheet.paragraph(setting, false, &runs);
        self.sheet.lines.split_off(start)
    }

    fn line(&self, text: &str, leaves: &[Leaf]) -> Line {
        Line { text: text.to_string(), pieces: leaves.iter().map(|leaf| (*leaf, text.to_string())).collect(), last: true, opens: false }
    }

    fn plain(&mut self, text: &str) {
        let line = self.line(&self.habits.write(text), &[]);
        self.sheet.lines.push(line);
    }

    fn alone(&mut self, text: &str) {
        let line = self.line(text, &[]);
        self.sheet.lines.push(line);
        self.sheet.blank();
    }

    /// The answer in the shape that the scorer reads.
    pub fn gold(&self, plan: &Plan) -> Value {
        let text = |leaf: &Leaf| json!(self.sheet.text(*leaf));
        let list = |leaves: &[Leaf]| -> Value { leaves.iter().map(text).collect() };
        let labels = |parties: &[(Leaf, Option<Leaf>)]| -> Value { parties.iter().map(|(label, _)| text(label)).collect() };
        let items: Vec<Value> = self.asked.iter().zip(&plan.rows).map(|(asked, row)| {
            let notes: Map<String, Value> = asked.lead.iter().filter_map(|(label, note)| Some((self.sheet.text(*label), text(note.as_ref()?)))).collect();
            json!({
                "number": asked.number, "category": text(&asked.category), "name": text(&asked.name), "notes": list(&asked.notes), "content": list(&asked.content),
                "lead": labels(&asked.lead), "lead_notes": notes, "cooperating": labels(&asked.cooperating), "related": row.related, "supersedes": row.supersedes, "schedule": list(&asked.schedule),
            })
        }).collect();
        json!({ "fiscal_year": plan.year, "region": plan.region.name, "title": self.sheet.text(self.title), "items": items, "residue": self.residue })
    }
}

/// A spreadsheet program breaks at the column's edge and nothing hangs over it.
pub fn table_habits(mut habits: Habits, rng: &mut Rng) -> Habits {
    habits.kinsoku = if rng.chance(80) { Kinsoku::PushDown } else { Kinsoku::None };
    habits.gaps = super::habits::Gaps::None;
    habits.trailing_space = false;
    habits.digits = rng.weighted(&[(40, Digits::Half), (50, Digits::OneFull), (10, Digits::Full)]);
    habits.radicals = false;
    habits.half_katakana = false;
    habits.ascii_text = rng.chance(10);
    habits
}

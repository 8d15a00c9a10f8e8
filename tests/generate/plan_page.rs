//! What stands around the rows of a plan: title, quarters, column names, shapes that float.

use super::era::era_year;
use super::grid::HEADERS;
use super::plan::{Plan, Row};
use super::plan_sheet::PlanWriter;
use super::rng::Rng;
use super::sheet::Line;

impl PlanWriter<'_> {
    pub(super) fn title(&mut self, plan: &Plan, page: usize) {
        let year = format!("{}度", era_year(plan.year, 5, 1));
        let (name, subject, draft) = (plan.region.name, plan.domain.subject, if plan.draft { "（案）" } else { "" });
        let text = match self.grid.title {
            0 if !subject.starts_with("地域") => {
                format!("{year}{name}地域の関係機関が行う{subject}に係る取組内容{draft}")
            }
            1 => format!("{year}{name}圏域{subject}取組計画{draft}"),
            2 if !subject.starts_with("地域") => {
                format!("{year}　{name}地域における{subject}の取組一覧{draft}")
            }
            _ => format!("{year}{name}地区{subject}アクションプラン{draft}"),
        };
        let feed = if page > 0 && self.grid.form_feed { "\u{c}" } else { "" };
        let text = self.habits.write(&text);
        let pieces = if page == 0 { vec![(self.title, text.clone())] } else { Vec::new() };
        self.sheet.lines.push(Line { text: format!("{feed}{text}"), pieces, last: true, opens: true });
        self.sheet.blank();
    }

    pub(super) fn quarters(&mut self) {
        for quarter in self.grid.quarters.0..=self.grid.quarters.1 {
            let first = (quarter * 3) % 12 + 1;
            let lines = [format!("第{quarter}四半期"), format!("（{first}月～{}月）", first + 2)];
            lines.iter().for_each(|text| self.plain(text));
            self.sheet.blank();
        }
    }

    pub(super) fn columns(&mut self) {
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
    pub(super) fn floating(&mut self, rows: &[Row], page: usize, rng: &mut Rng) {
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
}

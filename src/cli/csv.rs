//! Documents as a flat table: one row for each opinion, plan item or table row.
//!
//! One set of columns serves minutes and plans, so that a folder of both is one sheet. A list inside a cell has one
//! entry per line, for no entry has a line end of its own where there is a list.

use std::collections::HashMap;

use giji::Document;
use giji::model::{Opinion, PartyCell, PlanItem, Row, Section, SectionKind, Table};

/// The columns, in order.
pub const COLUMNS: [&str; 26] = [
    "document",
    "type",
    "title",
    "region",
    "date",
    "fiscal_year",
    "id",
    "kind",
    "agenda",
    "category",
    "numbers",
    "heading",
    "text",
    "speaker",
    "persons",
    "roles",
    "organizations",
    "organization_ids",
    "lead",
    "cooperating",
    "schedule",
    "notes",
    "references",
    "replies_to",
    "first_line",
    "last_line",
];

/// How the table is written.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// Whether the columns' names come first.
    pub head: bool,
    /// With a byte order mark and CRLF, by which Excel knows UTF-8.
    pub excel: bool,
}

/// The rows of a document as CSV.
pub fn rows(document: &Document, sheet: Sheet) -> Vec<u8> {
    let mut bytes = Vec::new();
    if sheet.head && sheet.excel {
        bytes.extend("\u{feff}".as_bytes());
    }
    let end = if sheet.excel { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer = csv::WriterBuilder::new().terminator(end).from_writer(bytes);
    let mut write = |record: &[String]| writer.write_record(record).expect("memory takes what is written");
    if sheet.head {
        write(&COLUMNS.map(str::to_owned));
    }
    Flat::new(document).rows().iter().for_each(|row| write(row));
    writer.into_inner().expect("memory takes what is written")
}

/// A document on its way into rows.
struct Flat<'d> {
    document: &'d Document,
    /// What is the same in every row, by column.
    shared: HashMap<&'static str, String>,
    /// The organizations' names, by id.
    names: HashMap<&'d str, &'d str>,
    rows: Vec<Vec<String>>,
}

/// The sections around an opinion.
#[derive(Clone, Copy, Default)]
struct Around<'d> {
    agenda: Option<&'d str>,
    theme: Option<&'d str>,
    numbers: &'d [u32],
    heading: Option<&'d str>,
}

impl<'d> Flat<'d> {
    fn new(document: &'d Document) -> Self {
        let meeting = document.meeting.as_ref();
        let plan = document.plan.as_ref();
        let region = meeting.and_then(|meeting| meeting.region.clone());
        let shared = HashMap::from([
            ("document", document.id.clone()),
            ("type", word(document.r#type)),
            ("title", document.title.as_ref().map(|title| title.text.clone()).unwrap_or_default()),
            ("region", region.or_else(|| plan?.region.clone()).unwrap_or_default()),
            ("date", meeting.and_then(|meeting| meeting.date.clone()).unwrap_or_default()),
            ("fiscal_year", plan.and_then(|plan| plan.fiscal_year).map(|year| year.to_string()).unwrap_or_default()),
        ]);
        let names = document.organizations.iter().map(|known| (known.id.as_str(), known.name.as_str())).collect();
        Self { document, shared, names, rows: Vec::new() }
    }

    fn rows(mut self) -> Vec<Vec<String>> {
        let document = self.document;
        document.sections.iter().for_each(|section| self.section(section, Around::default()));
        document.items.iter().for_each(|item| self.item(item));
        document.tables.iter().for_each(|table| self.table(table, Around::default()));
        self.rows
    }

    /// Adds a row; of two cells of one column the later one counts.
    fn push(&mut self, cells: &[(&str, String)]) {
        debug_assert!(cells.iter().all(|(name, _)| COLUMNS.contains(name)), "a cell under no column would be lost");
        let cell = |column: &&'static str| {
            let own = cells.iter().rfind(|(name, _)| name == column).map(|(_, text)| text.clone());
            own.or_else(|| self.shared.get(column).cloned()).unwrap_or_default()
        };
        self.rows.push(COLUMNS.iter().map(cell).collect());
    }

    fn section(&mut self, section: &'d Section, around: Around<'d>) {
        let around = around.inside(section);
        section.opinions.iter().for_each(|opinion| self.opinion(opinion, around));
        section.tables.iter().for_each(|table| self.table(table, around));
        section.sections.iter().for_each(|part| self.section(part, around));
    }

    fn opinion(&mut self, opinion: &Opinion, around: Around) {
        let parties = opinion.attribution.iter().flat_map(|attribution| &attribution.parties);
        let ids: Vec<&str> = parties.clone().filter_map(|party| party.organization.as_deref()).collect();
        let mut cells = around.cells();
        cells.extend([
            ("id", opinion.id.clone()),
            ("kind", word(opinion.kind)),
            ("text", opinion.text.clone()),
            ("speaker", opinion.attribution.as_ref().map(|said| said.label.clone()).unwrap_or_default()),
            ("persons", list(parties.clone().filter_map(|party| party.person.as_deref()))),
            ("roles", list(parties.filter_map(|party| party.role.as_deref()))),
            ("replies_to", opinion.replies_to.clone().unwrap_or_default()),
        ]);
        cells.extend(self.organizations(&ids));
        cells.extend(lines(opinion.lines));
        self.push(&cells);
    }

    fn item(&mut self, item: &PlanItem) {
        let parties = item.lead.iter().chain(&item.cooperating);
        let ids: Vec<&str> = parties.filter_map(|party| party.organization.as_deref()).collect();
        let mut cells = vec![
            ("id", item.id.clone()),
            ("kind", "item".to_owned()),
            ("numbers", item.number.to_string()),
            ("category", item.category.clone().unwrap_or_default()),
            ("heading", item.name.clone().unwrap_or_default()),
            ("text", list(item.content.iter().map(|cell| cell.text.as_str()))),
            ("lead", list(item.lead.iter().map(party).collect::<Vec<_>>().iter().map(String::as_str))),
            ("cooperating", list(item.cooperating.iter().map(party).collect::<Vec<_>>().iter().map(String::as_str))),
            ("schedule", list(item.schedule.iter().map(|cell| cell.text.as_str()))),
            ("notes", list(item.notes.iter().map(|cell| cell.text.as_str()))),
            ("references", list(item.references.iter().map(|reference| reference.text.as_str()))),
        ];
        cells.extend(self.organizations(&ids));
        cells.extend(lines(item.lines));
        self.push(&cells);
    }

    fn table(&mut self, table: &Table, around: Around) {
        for row in &table.rows {
            let mut cells = around.cells();
            cells.extend(row_cells(row, table));
            self.push(&cells);
        }
    }

    fn organizations(&self, ids: &[&str]) -> [(&'static str, String); 2] {
        let names = ids.iter().map(|id| self.names.get(id).copied().unwrap_or(id));
        [("organizations", list(names)), ("organization_ids", list(ids.iter().copied()))]
    }
}

impl<'d> Around<'d> {
    fn inside(self, section: &'d Section) -> Self {
        let heading = section.heading.as_deref();
        let label = section.label.as_ref();
        let name = heading.or(label.map(|label| label.text.as_str()));
        match section.kind {
            SectionKind::Agenda => Self { agenda: name, ..Self::default() },
            SectionKind::Theme => Self { agenda: self.agenda, theme: name, ..Self::default() },
            SectionKind::Item => Self { numbers: label.map_or(&[], |label| label.numbers.as_slice()), heading, ..self },
            SectionKind::Other | SectionKind::Summary | SectionKind::Heading => {
                Self { numbers: &[], heading: name, ..self }
            }
        }
    }

    fn cells(self) -> Vec<(&'static str, String)> {
        let numbers: Vec<String> = self.numbers.iter().map(u32::to_string).collect();
        vec![
            ("agenda", self.agenda.unwrap_or_default().to_owned()),
            ("category", self.theme.unwrap_or_default().to_owned()),
            ("numbers", list(numbers.iter().map(String::as_str))),
            ("heading", self.heading.unwrap_or_default().to_owned()),
        ]
    }
}

/// A table's row: `column：text`, one line for each cell.
fn row_cells(row: &Row, table: &Table) -> Vec<(&'static str, String)> {
    let texts: Vec<String> = row.cells.iter().map(|cell| format!("{}：{}", cell.column, cell.text)).collect();
    let mut cells = vec![
        ("kind", "row".to_owned()),
        ("numbers", row.number.map(|number| number.to_string()).unwrap_or_default()),
        ("text", list(texts.iter().map(String::as_str))),
        ("references", list(row.references.iter().map(|reference| reference.text.as_str()))),
    ];
    if let Some(caption) = &table.caption {
        cells.push(("heading", caption.clone()));
    }
    cells.extend(lines(row.lines));
    cells
}

/// The name and, in brackets, its note: `えーる（既存の部会で中心的役割）`.
fn party(cell: &PartyCell) -> String {
    cell.note.as_ref().map_or_else(|| cell.label.clone(), |note| format!("{}（{note}）", cell.label))
}

fn lines([first, last]: [usize; 2]) -> [(&'static str, String); 2] {
    [("first_line", first.to_string()), ("last_line", last.to_string())]
}

fn list<'t>(entries: impl Iterator<Item = &'t str>) -> String {
    entries.collect::<Vec<_>>().join("\n")
}

/// The word that the JSON has for a kind.
fn word(kind: impl serde::Serialize) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTES: &str = include_str!("../../tests/data/example/minutes.json");
    const PLAN: &str = include_str!("../../tests/data/example/plan.json");
    const PLAIN: Sheet = Sheet { head: true, excel: false };

    /// The rows as maps from column to cell.
    fn table(json: &str) -> Vec<HashMap<String, String>> {
        let bytes = rows(&serde_json::from_str(json).unwrap(), PLAIN);
        csv::Reader::from_reader(bytes.as_slice()).deserialize().map(Result::unwrap).collect()
    }

    #[test]
    fn an_opinion_is_a_row_with_its_surroundings() {
        let rows = table(MINUTES);
        assert_eq!(rows.len(), 5);
        let row = &rows[1];
        let want = [
            ("document", "minutes"),
            ("type", "minutes"),
            ("region", "三浦半島"),
            ("date", "2017-02-01"),
            ("id", "agenda-1/theme-1/item-1/opinion-2"),
            ("kind", "opinion"),
            ("agenda", "平成29年度の取組内容について"),
            ("category", "ネットワークの構築"),
            ("numbers", "1"),
            ("heading", "連絡会議"),
            ("text", "病院MSWとの連絡会を続けたい"),
            ("speaker", "三浦市、葉山町"),
            ("organizations", "三浦市\n葉山町"),
            ("organization_ids", "lg:142107\nlg:143014"),
            ("lead", ""),
            ("first_line", "14"),
            ("last_line", "14"),
        ];
        for (column, text) in want {
            assert_eq!(row[column], text, "{column}");
        }
        assert_eq!(rows[2]["speaker"], "");
        assert_eq!((rows[3]["numbers"].as_str(), rows[3]["heading"].as_str()), ("2\n3", ""));
        let summary = &rows[4];
        assert_eq!((summary["category"].as_str(), summary["heading"].as_str()), ("", "【総括】"));
        assert_eq!((summary["kind"].as_str(), summary["roles"].as_str()), ("summary", "座長"));
    }

    #[test]
    fn a_plan_item_is_a_row() {
        let rows = table(PLAN);
        assert_eq!(rows.len(), 1);
        let want = [
            ("type", "plan"),
            ("fiscal_year", "2018"),
            ("id", "item-1"),
            ("kind", "item"),
            ("numbers", "1"),
            ("category", "体制構築"),
            ("heading", "連絡会議の定期開催"),
            ("text", "関係機関が集まり、地域の課題について意見交換を行う\n窓口の一覧を作成する"),
            ("lead", "大和市医師会\nえーる（既存の部会で中心的役割）"),
            ("cooperating", "座間市\n訪問看護STひだまり"),
            ("schedule", "会議開催（9月頃）"),
            ("notes", "医師会と共催"),
            ("references", "【旧№2、3を統合】\n※№9とも関連"),
            ("first_line", "15"),
        ];
        for (column, text) in want {
            assert_eq!(rows[0][column], text, "{column}");
        }
    }

    #[test]
    fn quotes_commas_and_line_ends_are_quoted_and_excel_gets_its_mark() {
        let mut document: Document = serde_json::from_str(PLAN).unwrap();
        document.items[0].name = Some("a,\"b\"\r\n=1+2".to_owned());
        let sheet = Sheet { head: true, excel: true };
        let text = String::from_utf8(rows(&document, sheet)).unwrap();
        assert!(text.starts_with("\u{feff}document,"));
        assert!(text.contains("\"a,\"\"b\"\"\r\n=1+2\""), "{text}");
        assert!(text.ends_with("\r\n"));
        let later = rows(&document, Sheet { head: false, ..sheet });
        assert!(later.starts_with(b"plan,plan,"));
    }
}

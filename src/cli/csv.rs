//! Documents as a flat table: one row for each opinion, plan item or table row.
//!
//! One set of columns serves minutes and plans, so that a folder of both is one sheet. A list inside a cell has one
//! entry per line, for no entry has a line end of its own where there is a list.

use giji::Document;

use super::flat::Flat;

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
    for cells in Flat::new(document).rows() {
        write(&COLUMNS.map(|column| cells.get(column).cloned().unwrap_or_default()));
    }
    writer.into_inner().expect("memory takes what is written")
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

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

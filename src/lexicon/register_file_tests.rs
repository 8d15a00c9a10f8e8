use super::*;

fn csv(text: &str) -> Result<Vec<Row>, RegisterError> {
    read_table("list.csv", text, b',')
}

#[test]
fn the_embedded_register_reads() {
    let rows = read_tsv("organizations.tsv", include_str!("organizations.tsv")).expect("no error");
    assert_eq!(rows[0].id, "kanagawa-kcmc");
    assert_eq!(rows[0].other_names, ["県立こども医療センター", "こども医療センター", "こども医療"]);
    assert!(rows.iter().all(|row| row.source.is_some()), "each row has a source that a reader can check");
}

#[test]
fn a_spreadsheet_with_japanese_headers_quotes_and_notes_reads() {
    let rows = csv("ID,名称,別名,種別,備考,識別子\nx-1,\"みなと病院\",\"みなと;みなとHP\",hospital,\"一行目\n二行目\",1234567890123\n").expect("no error");
    assert_eq!(rows[0].other_names, ["みなと", "みなとHP"]);
    assert_eq!(rows[0].identifiers[0].scheme, "法人番号");
}

#[test]
fn a_name_without_a_classification_gets_that_of_its_form() {
    let rows = csv("id,name\nx-1,みなと病院\nx-2,たんぽぽ\n").expect("no error");
    assert_eq!([rows[0].classification, rows[1].classification], [Classification::Hospital, Classification::Other]);
}

#[test]
fn an_error_names_file_line_and_column() {
    for (text, message) in [
        ("id,name,classification\na,みなと病院,hospitl\n", "list.csv:2:3: unknown classification hospitl"),
        ("id,name\na,\n", "list.csv:2:2: name is empty"),
        ("id,name\na,みなと病院\na,えーる\n", "list.csv:3:1: the id a stands in line 2 already"),
        ("id,name,valid_from\n\na,みなと病院,H28\n", "list.csv:3:3: H28 is no date (2016, 2016-04 or 2016-04-01)"),
        ("id,name\na,みなと病院,x\n", "list.csv:2:3: more cells than the header has"),
        ("id,other_names\n", "list.csv:1: the header lacks the column name"),
        ("id,name,identifiers\na,みなと病院,12\n", "list.csv:2:3: 12 is no identifier (scheme:number, 6 or 13 digits)"),
        ("# about\n\nid,name\n\n# more\na,\n", "list.csv:6:2: name is empty"),
        (
            "id,name,valid_from\na,みなと病院,2016-13\n",
            "list.csv:2:3: 2016-13 is no date (2016, 2016-04 or 2016-04-01)",
        ),
        (
            "id,name,valid_to\na,みなと病院,2017-02-29\n",
            "list.csv:2:3: 2017-02-29 is no date (2016, 2016-04 or 2016-04-01)",
        ),
        (
            "id,name,valid_from,valid_to\na,A病院,2016-04,2016\nb,みなと病院,2016-04,2016/03/31\n",
            "list.csv:3:4: valid_to 2016-03-31 is before valid_from 2016-04",
        ),
        ("id,name,名称\na,みなと病院,x\n", "list.csv:1:3: the column name is there twice"),
        ("id,name\na,\"みなと病院\nb,えーる\n", "list.csv:2:2: this cell begins with a quote (\") and never ends"),
        ("id,name,parent\na,みなと病院,a\n", "list.csv:2:3: a is its own parent"),
        ("", "list.csv:1: the header lacks the column id"),
    ] {
        assert_eq!(csv(text).map_err(|error| error.to_string()), Err(message.to_owned()));
    }
}

#[test]
fn spreadsheets_of_any_age_are_decoded() {
    let text = "id\tname\nx-1\tみなと病院\n";
    let (shift_jis, ..) = SHIFT_JIS.encode(text);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let with_bom = format!("\u{FEFF}{text}");
    for bytes in [text.as_bytes(), &shift_jis, &utf16, with_bom.as_bytes()] {
        assert_eq!(decode(bytes).as_deref(), Some(text));
    }
}

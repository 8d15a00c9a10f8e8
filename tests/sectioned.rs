//! How minutes that sum up number and set off their parts: agenda items, themes, items, pages. Invented documents.

use giji::model::{Document, Section, SectionKind};
use giji::{Options, parse_str};

const TITLE: &str = "第２回魚津地域療育連絡会の概要\n";
const HEAD: &str = "１ 日時：令和５年６月２日（金）14：00～16：00\n２ 場所：魚津市役所\n";
const POINTS: &str = "・送迎車が足りない（魚津市）\n・運転手を募ってほしい（滑川市）\n";

fn read(text: &str) -> Document {
    parse_str(&format!("{TITLE}{HEAD}{text}"), &Options::default()).document
}

fn headings(document: &Document) -> Vec<(SectionKind, &str)> {
    let own = |section: &'_ Section| section.heading.clone().unwrap_or_default();
    document.sections.iter().map(|section| (section.kind, &*own(section).leak())).collect()
}

/// The kinds and labels on the way to each opinion.
fn paths(document: &Document) -> Vec<String> {
    fn below(sections: &[Section], way: &str, out: &mut Vec<String>) {
        for section in sections {
            let label = section.label.as_ref().map_or("", |label| &label.text);
            let heading = section.heading.as_deref().unwrap_or_default();
            let way = format!("{way}/{label}{heading}");
            out.extend(section.opinions.iter().map(|opinion| format!("{way}: {}", opinion.text)));
            below(&section.sections, &way, out);
        }
    }
    let mut out = Vec::new();
    below(&document.sections, "", &mut out);
    out
}

use SectionKind::Agenda;

#[test]
fn half_brackets_below_the_agenda_number_it() {
    for field in ["３ 議題", "議題", "３ 議事", "議事概要"] {
        let text = format!(
            "{field}\n１）送迎について\n・事務局から説明\n（主な意見）\n{POINTS}２）研修について\n（主な意見）\n{POINTS}"
        );
        assert_eq!(headings(&read(&text)), [(Agenda, "送迎について"), (Agenda, "研修について")], "{field}");
        let one = format!("{field}\n１）送迎について\n・事務局から説明\n（主な意見）\n{POINTS}");
        assert_eq!(headings(&read(&one)), [(Agenda, "送迎について")], "{field}");
    }
}

#[test]
fn topics_numbered_anew_below_a_numbered_field_are_its_agenda_whatever_it_is_called() {
    let text =
        format!("３　議事\n１　送迎について\n{POINTS}２　研修について\n{POINTS}４　次回開催予定\n令和６年３月\n");
    let document = read(&text);
    assert_eq!(headings(&document), [(Agenda, "送迎について"), (Agenda, "研修について")]);
    assert_eq!(document.meeting.unwrap().next.unwrap().month, Some(3));
}

#[test]
fn a_word_with_its_number_in_round_brackets_opens_an_agenda_item() {
    let text =
        format!("議題\n（議題１）送迎について\n（主な意見）\n{POINTS}（議題２）今後について\n（主な意見）\n{POINTS}");
    let document = read(&text);
    assert_eq!(headings(&document), [(Agenda, "送迎について"), (Agenda, "今後について")]);
    assert_eq!(document.sections[0].label.as_ref().unwrap().text, "（議題1）");
}

#[test]
fn items_in_double_angles_stand_below_themes_with_squares() {
    let text = format!(
        "３ 議題\n（１）送迎について\n（主な意見）\n■ 移動の手段\n≪№２≫車両\n○台数が足りない（魚津市）\n■ 人材の確保\n≪№３と４≫\n○募集したい（滑川市）\n№５と６　研修\n{POINTS}"
    );
    let paths = paths(&read(&text));
    assert_eq!(paths[0], "/（1）送迎について/移動の手段/≪№2≫車両: 台数が足りない");
    assert_eq!(paths[1], "/（1）送迎について/人材の確保/≪№3と4≫: 募集したい");
    assert!(paths[2].starts_with("/（1）送迎について/人材の確保/№5と6研修"), "{}", paths[2]);
}

#[test]
fn letters_in_brackets_number_themes() {
    let text = format!(
        "３ 議題\n（１）送迎について\n（主な意見）\n（a）移動の手段\n【№１】車両\n{POINTS}（b）人材の確保\n【№２】研修\n{POINTS}"
    );
    let paths = paths(&read(&text));
    assert_eq!(paths[0], "/（1）送迎について/（a）移動の手段/【№1】車両: 送迎車が足りない");
    assert_eq!(paths[2], "/（1）送迎について/（b）人材の確保/【№2】研修: 送迎車が足りない");
}

#[test]
fn names_in_angles_far_to_the_right_head_nothing() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n①移動の手段\n○送迎車が足りない\n　　　　　　　　　　　　　　　　　　　　＜魚津市医師会＞\n○運転手を募ってほしい\n　　　　　　　　　　　　　　　　　　　　＜滑川市＞\n②人材の確保\n○研修を増やしたい\n　　　　　　　　　　　　　　　　　　　　＜魚津市医師会＞\n";
    let document = read(text);
    let themes = &document.sections[0].sections;
    assert_eq!(themes.len(), 2);
    let label = |at: usize| themes[0].opinions[at].attribution.as_ref().map(|said| said.label.as_str());
    assert_eq!([label(0), label(1)], [Some("魚津市医師会"), Some("滑川市")]);
}

#[test]
fn a_sentence_goes_on_counting_in_circles_below_a_full_line() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n①移動の手段\n・台数が足りない（魚津市）\n②人材の確保\n・運転手を募るところから始めて、役割を①利用の相談、②日程の調整、③当日の見守り、\n④記録の四つに分けて考えたい（滑川市）\n・研修を増やしたいが、平日の昼間に集まるのが難しいので、夜間に開く方法を考えたいと\n思う（黒部市）\n";
    let paths = paths(&read(text));
    assert!(paths[1].ends_with("、③当日の見守り、④記録の四つに分けて考えたい"), "{}", paths[1]);
    assert_eq!(paths.len(), 3);
}

#[test]
fn the_next_meeting_may_be_numbered_as_the_agenda_is() {
    let text = format!("（３）議題\n（１）送迎について\n（主な意見）\n{POINTS}（４）次回会議：令和６年３月頃\n");
    let document = parse_str(
        &format!("{TITLE}{}{text}", HEAD.replace("１ ", "（１）").replace("２ ", "（２）")),
        &Options::default(),
    );
    let next = document.document.meeting.unwrap().next.unwrap();
    assert_eq!((next.text.as_str(), next.month), ("令和6年3月頃", Some(3)));
}

#[test]
fn numbers_in_brackets_that_interrupt_a_sentence_are_pages_and_a_label_alone_is_none() {
    let point = "・送迎車が足りず、朝の時間に利用できない家庭がある（魚津市）\n".repeat(9);
    let text = format!(
        "３ 議題\n（１）送迎について\n（主な意見）\n{point}・運転手を募るところから始めて、夕方の便を減らさないように\n（1）\nしてほしい（滑川市）\n{point}・運転手を募るところから始めて、夕方の便を減らさないように\n（2）\nしたい（黒部市）\n{point}"
    );
    let document = read(&text);
    let pages: Vec<&str> = document.furniture.iter().map(|page| page.text.as_str()).collect();
    assert_eq!(pages, ["（1）", "（2）"]);
    assert!(paths(&document).iter().any(|path| path.ends_with("減らさないようにしてほしい")));
    let labels =
        format!("３ 議題\n（１）\n送迎について\n（主な意見）\n{point}（２）\n研修について\n（主な意見）\n{point}");
    assert_eq!(headings(&read(&labels)), [(Agenda, "送迎について"), (Agenda, "研修について")]);
}

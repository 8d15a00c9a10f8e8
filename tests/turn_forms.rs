//! Forms of turns that other habits hide: bullets, turns within a paragraph, names without a role, headings with the heads'
//! marks. Invented documents.

use giji::model::{Document, OpinionKind};
use giji::{Options, parse_str};

const HEAD: &str =
    "第３回白鷺市公共交通会議会議録\n日時　令和５年６月２日（金）午後２時から午後４時まで\n場所　白鷺市役所\n";

fn read(text: &str) -> Document {
    parse_str(&format!("{HEAD}{text}"), &Options::default()).document
}

/// The heading above every turn, its label and text.
fn turns(document: &Document) -> Vec<[String; 3]> {
    let mut out = Vec::new();
    for section in document.all_sections() {
        for opinion in &section.opinions {
            let label = opinion.attribution.as_ref().map_or("-", |said| said.label.as_str());
            out.push([section.heading.clone().unwrap_or_default(), label.to_owned(), opinion.text.clone()]);
        }
    }
    out
}

#[track_caller]
fn check(text: &str, want: &[(&str, &str)]) {
    let found: Vec<_> = turns(&read(text)).into_iter().map(|[_, label, text]| (label, text)).collect();
    let want: Vec<_> = want.iter().map(|(label, text)| ((*label).to_owned(), (*text).to_owned())).collect();
    assert_eq!(found, want, "{text}");
}

#[test]
fn bullets_open_turns_where_each_has_its_head() {
    let said = [
        ("会長", "資料について御意見はありますか。\nどなたからでも結構です。"),
        ("久我委員", "便が少ないと思います。"),
        ("事務局", "来年度に検討します。\n財源は補助金です。"),
        ("久我委員", "分かりました。"),
    ];
    for form in ["- {}：", "• {}：", "・（{}）", "・{}\n　", "－【{}】"] {
        let lines = said.map(|(who, what)| format!("{}{what}\n", form.replace("{}", who)));
        check(&format!("\n{}", lines.concat()), &said);
    }
    // Points of a summary among which some name who made them.
    let summary = "\n（主な意見）\n・（久我委員）便が少ない。\n・運賃が高い。\n・（水谷委員）案内が分かりにくい。\n・乗り換えが多い。\n・（五味委員）車内が寒い。\n";
    assert!(turns(&read(summary)).iter().all(|[_, _, text]| !text.contains('\n')));
}

#[test]
fn turns_within_a_paragraph_are_told_apart() {
    check(
        "\n（事務局）資料１を御覧ください。便の数は減っています。\n（委員）時期はいつですか。（事務局）来年度です。（委員）財源は補助金で\n\
         すか。（事務局）そうです。\n（会長）ほかになければ、終わります。（拍手）\n（委員）ありません。\n",
        &[
            ("事務局", "資料1を御覧ください。便の数は減っています。"),
            ("委員", "時期はいつですか。"),
            ("事務局", "来年度です。"),
            ("委員", "財源は補助金ですか。"),
            ("事務局", "そうです。"),
            ("会長", "ほかになければ、終わります。（拍手）"),
            ("委員", "ありません。"),
        ],
    );
    // Where brackets end lines they name who said what stands before them.
    let closing = "\n（主な意見）\n・便が少ない。本数を増やしたい。（久我委員）\n・運賃が高い。（水谷委員）\n・案内が分かりにくい。絵を使ってはどうか。（五味委員）\n";
    let labels: Vec<_> = turns(&read(closing)).into_iter().map(|[_, label, _]| label).collect();
    assert_eq!(labels, ["久我委員", "水谷委員", "五味委員"]);
}

#[test]
fn a_listed_name_behind_a_circle_needs_no_role() {
    check(
        "出席者　久我誠会長、水谷恵子委員、五味進委員\n\n○久我　では、始めます。\n○水谷　便が少ないと思います。\n○五味　同じ意見です。\n○久我　検討をお願いします。\n",
        &[
            ("久我", "では、始めます。"),
            ("水谷", "便が少ないと思います。"),
            ("五味", "同じ意見です。"),
            ("久我", "検討をお願いします。"),
        ],
    );
}

#[test]
fn all_who_answer_together_and_a_company_open_turns() {
    check(
        "\n　会長　便の数は足りていますか。\n　各委員　（なし）\n　会長　では、終わります。\n　水谷委員　お疲れさまでした。\n",
        &[
            ("会長", "便の数は足りていますか。"),
            ("各委員", "（なし）"),
            ("会長", "では、終わります。"),
            ("水谷委員", "お疲れさまでした。"),
        ],
    );
    let text = "\n委員：運転手は足りているか。\nバス会社：２名不足している。\n会長：次に移る。\n委員：時期はいつか。\n事務局：来年度である。\n４番委員：賛成である。\n";
    let document = read(text);
    let labels: Vec<_> = turns(&document).into_iter().map(|[_, label, _]| label).collect();
    assert_eq!(labels, ["委員", "バス会社", "会長", "委員", "事務局", "4番委員"]);
    let opinions = document.sections.iter().flat_map(|section| &section.opinions);
    let persons = opinions.filter_map(|opinion| opinion.attribution.as_ref()?.parties[0].person.as_deref());
    assert_eq!(persons.count(), 0);
}

#[test]
fn marks_tell_which_headings_stand_beside_each_other() {
    let document = read(
        "\n◎開議の宣告\n○議長（久我誠君）　会議を開きます。\n◎日程第１　一般質問\n○議長（久我誠君）　一般質問を行います。\n　　◇　水　谷　恵　子　君\n\
         ○議長（久我誠君）　水谷恵子君。\n○３番（水谷恵子君）　伺います。\n　　◇　五　味　　　進　君\n○議長（久我誠君）　五味進君。\n○５番（五味進君）　質問します。\n\
         ◎散会の宣告\n○議長（久我誠君）　散会します。\n",
    );
    let tops: Vec<_> = document.sections.iter().filter_map(|section| section.heading.as_deref()).collect();
    assert_eq!(tops, ["開議の宣告", "一般質問", "散会の宣告"]);
    let asked: Vec<_> = document.sections[1].sections.iter().filter_map(|section| section.heading.as_deref()).collect();
    assert_eq!(asked, ["水谷恵子君", "五味進君"]);
    let document = read(
        "\n■（１）路線について\n（会長）始めます。\n（委員）便が少ないです。\n■（２）その他\n（会長）終わります。\n",
    );
    let labels: Vec<_> = document.sections.iter().filter_map(|section| section.label.as_ref()).collect();
    assert_eq!(labels.iter().map(|label| label.text.as_str()).collect::<Vec<_>>(), ["（1）", "（2）"]);
}

#[test]
fn columns_named_between_a_heading_and_the_first_turn_part_nothing() {
    let document = read(
        "\n１　議事\n（１）路線について\n発言者　　発言内容\n会長　　　始めます。よろしくお願いします。\n事務局　　資料１を御覧ください。\n久我委員　便が少ないです。\n（２）その他\n会長　　　終わります。\n",
    );
    let headings: Vec<_> = turns(&document).into_iter().map(|[heading, _, _]| heading).collect();
    assert_eq!(headings, ["路線について", "路線について", "路線について", "その他"]);
}

#[test]
fn demands_are_answered_by_the_office_that_is_named_below() {
    let document = read(
        "\n（要望項目）\n便を増やすこと。\n（回答）\n　来年度から増やします。\n（回答部局課名）\n都市整備部　交通政策課\n（要望項目）\n運賃を下げること。\n（回答）\n　検討します。\n\
         （回答部局課名）\n都市整備部　交通政策課\n",
    );
    let opinions: Vec<_> = document.sections.iter().flat_map(|section| &section.opinions).collect();
    let found: Vec<_> = opinions.iter().map(|opinion| (opinion.kind, opinion.text.as_str())).collect();
    let want = [
        (OpinionKind::Opinion, "便を増やすこと。"),
        (OpinionKind::Answer, "来年度から増やします。"),
        (OpinionKind::Opinion, "運賃を下げること。"),
        (OpinionKind::Answer, "検討します。"),
    ];
    assert_eq!(found, want);
    let label = opinions[1].attribution.as_ref().map(|said| said.label.as_str());
    assert_eq!(label, Some("都市整備部 交通政策課"));
}

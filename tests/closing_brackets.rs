//! What closes opinions and what heads them, in minutes whose authors write brackets and bullets of other kinds. Invented documents.

use giji::model::{Document, Opinion, SectionKind};
use giji::{Options, parse_str};

const HEAD: &str =
    "令和４年度第１回潮音圏域支援連絡会　議事概要\n\n日時：令和４年７月８日（金）\n場所：潮音市役所\n議題\n";

fn read(text: &str) -> Document {
    parse_str(&format!("{HEAD}{text}"), &Options::default()).document
}

/// Every opinion with its label, in order; `-` where nobody is named.
fn said(document: &Document) -> Vec<(String, String)> {
    let label = |opinion: &Opinion| opinion.attribution.as_ref().map_or("-".to_owned(), |said| said.label.clone());
    document.all_opinions().map(|opinion| (opinion.text.clone(), label(opinion))).collect()
}

fn pairs(want: &[(&str, &str)]) -> Vec<(String, String)> {
    want.iter().map(|(text, label)| ((*text).to_owned(), (*label).to_owned())).collect()
}

const SAID: [(&str, &str); 4] = [
    ("送迎の車が足りない", "潮音市福祉課"),
    ("夜間の受入先を増やしたい。", "県立潮音病院"),
    ("名簿の更新が遅れていると思う", "訪問看護ステーションしおさい"),
    ("（案）のまま配ってよいか", "東潮町"),
];

#[test]
fn every_pair_of_brackets_may_hold_who_says_it() {
    for (open, close) in ["（）", "()", "〔〕", "［］", "[]", "＜＞", "〈〉", "《》", "【】"].map(|pair| {
        let mut pair = pair.chars();
        (pair.next().unwrap(), pair.next().unwrap())
    }) {
        let lines = SAID.map(|(text, who)| format!("・{text}{open}{who}{close}\n")).concat();
        let document = read(&format!("（１）移動の支援について\n（主な意見）\n{lines}"));
        assert_eq!(said(&document), pairs(&SAID), "{open}{close}");
    }
}

#[test]
fn a_name_in_angles_on_a_line_of_its_own_ends_the_text_above() {
    let text = "（１）移動の支援について\n（主な意見）\n・送迎の車が足りない〈潮音市福祉課〉\n\
                ・夜間に預けられる場所がなく、家族が休めないという声が多くの家庭から寄せられている\n　〈県立潮音病院〉\n\
                ・名簿の更新が遅れている〈東潮町〉\n";
    let want = [
        ("送迎の車が足りない", "潮音市福祉課"),
        ("夜間に預けられる場所がなく、家族が休めないという声が多くの家庭から寄せられている", "県立潮音病院"),
        ("名簿の更新が遅れている", "東潮町"),
    ];
    assert_eq!(said(&read(text)), pairs(&want));
}

#[test]
fn every_round_or_square_mark_is_a_bullet() {
    for mark in ['⚫', '⚪', '◾', '◽', '⬤', '❍'] {
        let lines = SAID.map(|(text, who)| format!("{mark}{text}（{who}）\n")).concat();
        let document = read(&format!("（１）移動の支援について\n（主な意見）\n{lines}"));
        assert_eq!(said(&document), pairs(&SAID), "{mark}");
    }
}

/// `【家族への支援】` looks like `【潮音市】`; that every text below it names its own speaker tells them apart.
#[test]
fn a_heading_in_brackets_says_nothing_that_others_sign() {
    let text = "（１）移動の支援について\n（主な意見）\n【家族への支援】\n・短期入所が足りない。(潮音市福祉課)\n・声が届かない(高木会長)\n\
                【地域で支える仕組み】\n・名簿が要る。(東潮町)\n・誰が集めるのか(高木会長)\n";
    let document = read(text);
    let want = [
        ("短期入所が足りない。", "潮音市福祉課"),
        ("声が届かない", "高木会長"),
        ("名簿が要る。", "東潮町"),
        ("誰が集めるのか", "高木会長"),
    ];
    assert_eq!(said(&document), pairs(&want));
    let themes: Vec<_> = document.all_sections().filter(|one| one.kind == SectionKind::Theme).collect();
    let themes: Vec<_> = themes.iter().filter_map(|theme| theme.heading.as_deref()).collect();
    assert_eq!(themes, ["家族への支援", "地域で支える仕組み"]);
}

#[test]
fn a_label_above_the_title_is_no_theme() {
    let document =
        parse_str(&format!("【公開用】\n{HEAD}（１）移動の支援について\n・説明\n"), &Options::default()).document;
    assert!(document.all_sections().all(|section| section.heading.as_deref() != Some("公開用")));
}

#[test]
fn what_stands_above_the_opinions_of_a_theme_reports() {
    let text = "＜移動の支援について＞\n・資料１により説明\n（主な意見）\n・送迎の車が足りない（潮音市福祉課）\n・運転手もいない（東潮町）\n\
                ＜今後の予定について＞\n・事務局から説明\n（主な意見）\n・早めに知らせてほしい（東潮町）\n";
    let document = read(text);
    assert_eq!(said(&document).len(), 3, "{:?}", said(&document));
    let notes: Vec<_> = document.all_sections().flat_map(|section| &section.notes).collect();
    let notes: Vec<_> = notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["資料1により説明", "事務局から説明"]);
}

#[test]
fn what_is_numbered_below_the_agenda_is_the_agenda() {
    for labels in [["Ⅰ　", "Ⅱ　"], ["①", "②"], ["ア　", "イ　"]] {
        let theme = if labels[0] == "①" { "ア　" } else { "①" };
        let [one, two] = labels;
        let text = format!(
            "{one}実績について\n{theme}移動の支援\n・送迎の車が足りない（潮音市福祉課）\n・運転手もいない（東潮町）\n\
             {two}計画について\n{theme}家族への支援\n・早めに知らせてほしい（東潮町）\n"
        );
        let document = read(&text);
        let of = |kind: SectionKind| {
            let found = document.all_sections().filter(|section| section.kind == kind);
            found.filter_map(|section| section.heading.clone()).collect::<Vec<_>>()
        };
        assert_eq!(of(SectionKind::Agenda), ["実績について", "計画について"], "{text}");
        assert_eq!(of(SectionKind::Theme), ["移動の支援", "家族への支援"], "{text}");
    }
}

#[test]
fn a_school_may_be_called_by_its_place_and_support() {
    let text = "（１）移動の支援について\n（主な意見）\n・送迎の車が足りない（熊本支援）\n・運転手もいない（熊本市）\n・学校では難しい（熊本支援）\n\
                ・引き続き検討する（家族支援）\n";
    let want = [
        ("送迎の車が足りない", "熊本支援"),
        ("運転手もいない", "熊本市"),
        ("学校では難しい", "熊本支援"),
        ("引き続き検討する（家族支援）", "-"),
    ];
    assert_eq!(said(&read(text)), pairs(&want));
}

/// A title that is longer than the margin makes no line short.
#[test]
fn a_full_line_left_of_its_bullet_goes_on_below_a_long_title() {
    let title = "令和４年度第１回潮音圏域における在宅医療と介護の連携を進めるための関係機関による支援連絡会　議事概要\n日時：令和４年７月８日（金）\n場所：潮音市役所\n（１）実績について\n（主な意見）\n";
    let text = format!(
        "{title}　▪送迎の車が足りないので、運転手も含めて来年度に増やすことを\n考えている（潮音市）\n\
         \u{3000}▪夜間に預けられる場所が近くになく、家族が休めないという声が\n多くの家庭から届いている（東潮町）\n\
         \u{3000}▪名簿の更新が遅れているので、担当を決めて、毎月の会議の前に\n見直すことにしたい（潮音市）\n"
    );
    let document = parse_str(&text, &Options::default()).document;
    assert_eq!(said(&document).len(), 3, "{:?}", said(&document));
    assert!(said(&document).iter().all(|(_, who)| who != "-"));
}

#[test]
fn the_next_meeting_is_told_in_every_bracket() {
    for (heading, value) in [
        ("【次回の予定】", "　令和４年11月頃"),
        ("＜次回開催＞", "令和４年11月頃"),
        ("（５）次回会議", "　令和４年11月頃"),
        ("４ 次回開催予定", " 令和４年11月頃"),
    ] {
        let text = format!(
            "（１）移動の支援について\n（主な意見）\n・送迎の車が足りない。（潮音市）\n・運転手もいない。（東潮町）\n{heading}\n{value}\n"
        );
        let document = read(&text);
        let next =
            document.meeting.as_ref().and_then(|meeting| meeting.next.as_ref()).map(|next| (next.year, next.month));
        assert_eq!(next, Some((Some(2022), Some(11))), "{heading}");
    }
    let topic = read(
        "（１）移動の支援について\n・送迎の車が足りない。（潮音市）\n（２）次回の日程について\n・事務局から説明した。\n",
    );
    assert_eq!(topic.sections.len(), 2);
}

#[test]
fn opinions_stay_below_the_marked_heading_that_they_speak_of() {
    let text = "■実績について\n（主な意見）\n・送迎の車が足りない（潮音市）\n・運転手もいない（東潮町）\n■計画について\n・事務局から説明\n（主な意見）\n\
                ・早めに知らせてほしい（東潮町）\n";
    let document = read(text);
    let headed: Vec<_> =
        document.sections.iter().map(|one| (one.heading.as_deref(), one.opinions.len(), one.notes.len())).collect();
    assert_eq!(headed, [(Some("実績について"), 2, 0), (Some("計画について"), 1, 1)]);
}

#[test]
fn a_summary_without_a_mark_finds_its_note_at_the_end() {
    let text = "（１）移動の支援について\n・送迎の車が足りない（潮音市）\n・運転手もいない（東潮町）\n【総括】\n（以上）\n\
                ※会長により最後に次のようなまとめがあった。\n○ 車の手配から始めていただきたい。\n";
    let document = read(text);
    let summary = document.all_sections().find(|one| one.kind == SectionKind::Summary).unwrap();
    let points: Vec<_> = summary.opinions.iter().map(|point| point.text.as_str()).collect();
    assert_eq!(points, ["車の手配から始めていただきたい。"]);
}

#[test]
fn every_body_of_a_list_attends_however_short_or_torn_its_name() {
    let text = "令和４年度第１回潮音圏域支援連絡会　議事概要\n日時：令和４年７月８日（金）\n場所：潮音市役所\n\
                出席機関：つくし、熊本市、熊本支援、熊本市障がい福祉課、県、熊本市子ど\n　　　も未来課\n\
                （１）移動の支援について\n・送迎の車が足りない（熊本市）\n";
    let document = parse_str(text, &Options::default()).document;
    let labels = document.meeting.iter().flat_map(|meeting| &meeting.attendees).map(|one| one.label.clone());
    let want = ["つくし", "熊本市", "熊本支援", "熊本市障がい福祉課", "県", "熊本市子ども未来課"];
    assert_eq!(labels.collect::<Vec<_>>(), want);
}

#[test]
fn an_item_without_a_heading_leaves_the_first_line_to_its_opinion() {
    let text = "（１）移動の支援について\n（主な意見）\n【№１】\n\
                \u{3000}夜間に預けられる場所が近くになく、家族が休めないという声が多くの家庭\nから届いている〔東潮町〕\n\
                【№２】\n\u{3000}送迎の車が足りないので、運転手も含めて来年度に増やすことを考えている\nところである〔潮音市〕\n\
                【№３】研修\n\u{3000}名簿の更新が遅れているので、担当を決めて、毎月の会議の前に見直すこと\nにしたい〔潮音市〕\n";
    let document = read(text);
    let headings: Vec<_> = document.all_sections().filter(|one| one.kind == SectionKind::Item).collect();
    let headings: Vec<_> = headings.iter().map(|item| (item.heading.as_deref(), item.opinions.len())).collect();
    assert_eq!(headings, [(None, 1), (None, 1), (Some("研修"), 1)]);
}

#[test]
fn the_agenda_may_be_listed_before_it_is_dealt_with() {
    let text = "Ⅰ　実績について\nⅡ　計画について\n会議の概要\nⅠ　実績について\n・資料により説明\n（主な意見）\n①移動の支援\n・送迎の車が足りない（潮音市）\n\
                Ⅱ　計画について\n・事務局から説明\n（主な意見）\n①家族への支援\n・早めに知らせてほしい（東潮町）\n";
    let document = read(text);
    assert!(document.residue.is_empty(), "{:?}", document.residue);
    let items = document.all_sections().filter(|one| one.kind == SectionKind::Agenda).count();
    assert_eq!(items, 4);
}

#[test]
fn marks_that_sort_what_was_said_name_nobody() {
    let lines = [
        ("相談窓口を一つにする", "継続"),
        ("研修会を開く", "新規"),
        ("送迎の車を増やす", "拡充"),
        ("学校と話し合う", "教育"),
        ("名簿を配る", "市・県"),
    ];
    let text = lines.map(|(text, sort)| format!("・{text}【{sort}】\n")).concat();
    let document = read(&format!("（１）移動の支援について\n（主な意見）\n{text}"));
    assert!(said(&document).iter().all(|(_, who)| who == "-"), "{:?}", said(&document));
}

#[test]
fn a_name_in_brackets_alone_is_kept_as_text_where_nobody_signs() {
    let text = "（１）移動の支援について\n【現状】\n・窓口が分かれている。\n・研修会が少ない。\n【潮音市】\n・実態を調べる。\n";
    assert!(read(text).residue.is_empty());
}

#[test]
fn names_at_the_right_margin_close_what_stands_above_them() {
    for pair in ["（）", "〈〉", "＜＞", "【】"] {
        let [open, close] = pair.chars().collect::<Vec<_>>()[..] else { unreachable!("two characters") };
        let lines = SAID.map(|(text, who)| format!("・{text}\n{}{open}{who}{close}\n", " ".repeat(40)));
        let [one, two, three, four] = lines;
        let document = read(&format!(
            "（１）移動の支援について\n（主な意見）\n{one}{two}（２）名簿について\n（主な意見）\n{three}{four}（３）その他\n・特になし\n"
        ));
        assert_eq!(said(&document), pairs(&SAID), "{pair}");
    }
}

#[test]
fn a_field_that_says_who_attended_is_nobodys_turn() {
    let text = "令和４年度第１回潮音圏域支援連絡会　議事概要\n\n○日時　令和４年７月８日（金）\n\n○場所　潮音市役所\n\n○出席者　別紙のとおり\n\n\
                ○議事概要\n\n１ 移動の支援について\n\n▪送迎の車が足りない。（潮音市）\n\n▪運転手もいない。（東潮町）\n";
    let document = parse_str(text, &Options::default()).document;
    assert_eq!(said(&document), pairs(&[("送迎の車が足りない。", "潮音市"), ("運転手もいない。", "東潮町")]));
}

#[test]
fn a_sentence_below_a_numbered_topic_makes_it_no_less_a_heading() {
    let body = "３　議事\nア　前回の確認\n事務局から説明した。\nイ　計画について\n次のとおり意見があった。\n・窓口を一本化したい。\n";
    let document = giji::parse_str(
        &format!("第２回白鷺市福祉協議会　議事概要\n日時：令和元年７月４日（木）\n場所：市役所\n{body}"),
        &giji::Options::default(),
    )
    .document;
    let headings: Vec<_> = document.sections.iter().filter_map(|section| section.heading.as_deref()).collect();
    assert_eq!(headings, ["前回の確認", "計画について"]);
    assert!(document.residue.is_empty());
}

//! Items, themes and opinions with labels that a document alone has: what counts and heads, or counts and is said. Invented.

use giji::model::{Section, SectionKind};
use giji::{Options, parse_str};

const HEAD: &str =
    "第２回みどり地域連絡会議の概要\n日時：令和３年６月10日（木）14：00～16：00\n場所：みどり市役所３階会議室\n";

const SAID: [(&str, &str); 4] = [
    ("窓口を一つにしてほしい。", "みどり市"),
    ("夜間の相談が難しい。", "みどり市立病院"),
    ("研修の回数を増やしたい。", "みどり保健所"),
    ("電源の確保が課題である。", "みどり医師会"),
];

fn sections(text: &str) -> Vec<Section> {
    parse_str(text, &Options::default()).document.all_sections().cloned().collect()
}

/// Text and label of every opinion.
fn said(sections: &[Section]) -> Vec<(&str, &str)> {
    let opinions = sections.iter().flat_map(|section| &section.opinions);
    let label = |opinion: &giji::model::Opinion| opinion.attribution.as_ref().map(|said| said.label.clone());
    let mut out = Vec::new();
    for opinion in opinions {
        let want = SAID.iter().find(|(text, who)| *text == opinion.text && label(opinion).as_deref() == Some(*who));
        out.push(*want.unwrap_or_else(|| panic!("{} {:?}", opinion.text, label(opinion))));
    }
    out
}

/// The labels of a form, one for each of four lines: `意見１：` → `意見２：`.
fn labels(first: &str) -> Vec<String> {
    let count = |from: char, place: u32| char::from_u32(from as u32 + place).unwrap().to_string();
    let at = first.find(|c: char| "１1①⑴⒈㋐アＡaⅠ一".contains(c)).unwrap();
    let sign = first[at..].chars().next().unwrap();
    let next = |place: u32| match sign {
        '一' => ["一", "二", "三", "四"][place as usize].to_owned(),
        'ア' => ["ア", "イ", "ウ", "エ"][place as usize].to_owned(),
        sign => count(sign, place),
    };
    (0..4).map(|place| format!("{}{}{}", &first[..at], next(place), &first[at + sign.len_utf8()..])).collect()
}

#[test]
fn what_counts_and_is_voiced_is_an_opinion() {
    for form in [
        "意見１：",
        "意見１　",
        "（意見１）",
        "その１　",
        "[1] ",
        "［１］",
        "【１】",
        "＜１＞",
        "№１　",
        "No.1 ",
        "#1 ",
        "１：",
        "○１　",
        "・１　",
        "⑴",
        "⒈",
        "㋐",
        "Ａ　",
        "a. ",
        "一、",
        "１点目：",
    ] {
        let lines = labels(form).into_iter().zip(SAID).map(|(label, (text, who))| format!("{label}{text}（{who}）\n"));
        let sections = sections(&format!("{HEAD}主な意見\n{}", lines.collect::<String>()));
        assert_eq!(said(&sections), SAID, "{form}");
    }
}

#[test]
fn what_counts_above_opinions_is_an_item_or_a_theme() {
    let headings = ["窓口の一本化", "夜間の相談", "研修の充実", "停電への備え"];
    for (form, kind) in [
        ("№１．", SectionKind::Item),
        ("№１）", SectionKind::Item),
        ("≪№１≫", SectionKind::Item),
        ("■№１　", SectionKind::Item),
        ("番号１：", SectionKind::Item),
        ("【整理番号１】", SectionKind::Item),
        ("施策１　", SectionKind::Item),
        ("#1 ", SectionKind::Item),
        ("⒈", SectionKind::Theme),
        ("Ａ　", SectionKind::Theme),
        ("その１　", SectionKind::Theme),
        ("第１部　", SectionKind::Theme),
        ("１班　", SectionKind::Theme),
    ] {
        let labels = labels(form);
        let blocks = labels.iter().zip(headings).zip(SAID);
        let blocks = blocks.map(|((label, heading), (text, who))| format!("{label}{heading}\n・{text}（{who}）\n"));
        let sections = sections(&format!("{HEAD}議題\n（１）取組について\n{}", blocks.collect::<String>()));
        assert_eq!(said(&sections), SAID, "{form}");
        let headed: Vec<&Section> = sections.iter().filter(|section| section.kind == kind).collect();
        let found: Vec<&str> = headed.iter().filter_map(|section| section.heading.as_deref()).collect();
        assert_eq!(found, headings, "{form}");
        if kind == SectionKind::Item {
            let numbers: Vec<u32> =
                headed.iter().flat_map(|item| item.label.as_ref().unwrap().numbers.clone()).collect();
            assert_eq!(numbers, [1, 2, 3, 4], "{form}");
        }
    }
}

#[test]
fn a_mark_or_a_pair_of_signs_above_opinions_sets_themes_off() {
    let headings = ["窓口の一本化", "夜間の相談", "研修の充実", "停電への備え"];
    for (open, close) in
        [("●", ""), ("○", ""), ("★", ""), ("▶", ""), ("～", "～"), ("［", "］"), ("≪", "≫"), ("## ", ""), ("**", "**")]
    {
        let blocks = headings.iter().zip(SAID);
        let blocks = blocks.map(|(heading, (text, who))| format!("{open}{heading}{close}\n・{text}（{who}）\n"));
        let sections = sections(&format!("{HEAD}議題\n（１）取組について\n{}", blocks.collect::<String>()));
        assert_eq!(said(&sections), SAID, "{open}");
        let found = sections.iter().filter(|section| section.kind == SectionKind::Theme);
        let found: Vec<&str> = found.filter_map(|section| section.heading.as_deref()).collect();
        assert_eq!(found, headings, "{open}");
    }
}

#[test]
fn what_counts_things_or_figures_is_no_label() {
    let text = format!(
        "{HEAD}主な意見\n・窓口を一つにしてほしい。次の二つである。\n資料１　窓口の案\n資料２　時間の案（みどり市）\n・夜間の相談が難しい。（みどり市立病院）\n"
    );
    assert_eq!(sections(&text).iter().map(|section| section.opinions.len()).sum::<usize>(), 2);
    let kinds: Vec<SectionKind> = sections(&text).iter().map(|section| section.kind).collect();
    assert!(!kinds.iter().any(|kind| matches!(kind, SectionKind::Theme | SectionKind::Item)), "{kinds:?}");
}

#[test]
fn a_list_of_handouts_and_a_break_head_nothing() {
    let text = format!(
        "{HEAD}配布資料\n[1] 次第\n[2] 名簿\n[3] 計画案\n議題\n（１）取組について\n・窓口を一つにしてほしい。（みどり市）\n～休憩～\n・夜間の相談が難しい。（みどり市立病院）\n"
    );
    let sections = sections(&text);
    assert_eq!(said(&sections), &SAID[..2]);
    assert!(!sections.iter().any(|section| matches!(section.kind, SectionKind::Item | SectionKind::Theme)));
}

#[test]
fn a_place_below_an_agenda_item_is_not_the_meeting_s() {
    let text = "第２回在宅医療部会 議事概要\n日時：令和３年６月10日（木）14：00～16：00\n議題\n（１）研修\n・会場　市民会館\n・窓口を一つにしてほしい。（みどり市）\n";
    let document = parse_str(text, &Options::default()).document;
    assert_eq!(document.meeting.unwrap().place, None);
}

#[test]
fn times_that_two_fields_state_are_all_in_the_output() {
    let text = "第２回部会 議事録\n時間：14:00～15:00\n日時：令和３年６月10日（木）10時00分～11時30分\n会長：始めます。\n委員：質問です。\n会長：終わります。\n";
    let parsed = parse_str(text, &Options::default());
    assert_eq!(parsed.document.meeting.as_ref().unwrap().start_time.as_deref(), Some("14:00"));
    let residue: Vec<&str> = parsed.document.residue.iter().map(|left| left.text.as_str()).collect();
    assert_eq!(residue, ["10時00分～11時30分"]);
}

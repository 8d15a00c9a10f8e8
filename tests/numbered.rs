//! Opinions that are numbered instead of marked with a bullet, and headings that are numbered alike.

use giji::model::{Document, Section, SectionKind};
use giji::{Options, parse_str};

const HEAD: &str = "令和３年度第１回青波圏域支援部会 会議録\n\n日時：令和３年６月18日（金）\n場所：青波市役所\n\n";

/// A numbering's labels.
const NUMBERS: [(&str, [&str; 3]); 9] = [
    ("circled", ["①", "②", "③"]),
    ("black circled", ["❶", "❷", "❸"]),
    ("brackets", ["（１）", "（２）", "（３）"]),
    ("points", ["1. ", "2. ", "3. "]),
    ("gaps", ["１　", "２　", "３　"]),
    ("half brackets", ["1）", "2）", "3）"]),
    ("kana", ["ア　", "イ　", "ウ　"]),
    ("kana in brackets", ["（ア）", "（イ）", "（ウ）"]),
    ("small romans", ["ⅰ ", "ⅱ ", "ⅲ "]),
];

const SAID: [(&str, &str); 3] = [
    ("送迎の車が足りないので増やしてほしい", "青波市福祉課"),
    ("夜間に預けられる場所は来年度に見直す予定である", "東青波町"),
    ("退院の前に病院から連絡があると助かる", "訪問看護ステーションなぎさ"),
];

fn read(text: &str) -> Document {
    parse_str(text, &Options::default()).document
}

fn opinions(sections: &[Section]) -> Vec<(String, Option<String>)> {
    let own = |section: &Section| {
        let own = section.opinions.iter();
        own.map(|one| (one.text.clone(), one.attribution.as_ref().map(|name| name.label.clone()))).collect::<Vec<_>>()
    };
    sections.iter().flat_map(|section| [own(section), opinions(&section.sections)].concat()).collect()
}

fn said() -> Vec<(String, Option<String>)> {
    SAID.iter().map(|(text, name)| ((*text).to_owned(), Some((*name).to_owned()))).collect()
}

#[test]
fn numbered_opinions_are_opinions_whatever_numbers_them() {
    for (name, labels) in NUMBERS {
        for heading in ["【№１】移動と預かり", "主な意見", "＜意見交換＞"] {
            let lines = |write: &dyn Fn(&str, &str) -> String| {
                let lines =
                    labels.iter().zip(SAID).map(|(label, (text, who))| format!("{label}{}\n", write(text, who)));
                format!("{HEAD}{heading}\n{}", lines.collect::<String>())
            };
            let below = lines(&|text, who| format!("{text}（{who}）"));
            assert_eq!(opinions(&read(&below).sections), said(), "{name}, names behind: {below}");
            let before = lines(&|text, who| format!("（{who}）{text}"));
            assert_eq!(opinions(&read(&before).sections), said(), "{name}, names before: {before}");
        }
    }
}

#[test]
fn a_list_counts_on_where_a_full_line_stands_before_its_number() {
    // 38 columns: the first opinion fills its line to the end.
    let text = format!(
        "{HEAD}【№１】移動と預かり\n①青波市福祉課：送迎の車が足りないので増や\nしてほしい\n②東青波町：夜間に預けられる場所は来年度に\
         \n③青波市医師会：退院の前に病院から連絡があ\nると助かる\n"
    );
    let labels: Vec<_> = opinions(&read(&text).sections).into_iter().filter_map(|(_, label)| label).collect();
    assert_eq!(labels, ["青波市福祉課", "東青波町", "青波市医師会"]);
}

#[test]
fn points_of_one_opinion_stay_in_it() {
    for [first, second, third] in [["①", "②", "③"], ["（１）", "（２）", "（３）"], ["ア　", "イ　", "ウ　"]]
    {
        let text = format!(
            "{HEAD}【№１】窓口\n・次の点を検討されたい。\n　{first}窓口を一つにする。\n　{second}記録を渡す。\n　{third}夜も受ける。\
             （青波市）\n・異存はない。（東青波町）\n"
        );
        let found = opinions(&read(&text).sections);
        assert_eq!(found.len(), 2, "{text}{found:?}");
        assert_eq!(found[0].1.as_deref(), Some("青波市"));
        assert!(found[0].0.starts_with("次の点を検討されたい。") && found[0].0.ends_with("夜も受ける。"), "{found:?}");
        assert_eq!(found[1], ("異存はない。".to_owned(), Some("東青波町".to_owned())));
    }
}

#[test]
fn numbered_headings_stay_headings() {
    let text = format!(
        "{HEAD}①移動の支援\n・車が足りない（青波市）\n②預かりの場所について（青波市）\n・夜間も必要だ（東青波町）\n③研修\n・年に一度は\
         少ない（青波市医師会）\n"
    );
    let document = read(&text);
    let headings: Vec<_> = document.sections.iter().filter(|section| section.kind == SectionKind::Theme).collect();
    assert_eq!(headings.len(), 3, "{:?}", document.sections);
    assert_eq!(opinions(&document.sections).len(), 3);
    // Who is in charge of a point of business is no speaker.
    let agenda = format!("{HEAD}議題\n①計画の進捗について（福祉課）\n②予算の案について（財政課）\n③その他（事務局）\n");
    assert_eq!(opinions(&read(&agenda).sections), []);
}

#[test]
fn business_with_who_is_in_charge_is_no_opinion() {
    let below = "\n（主な意見）\n・基準が厳しい。（青波市）\n・場所が足りない。（東青波町）\n";
    for heading in ["議題", "今後の日程", "決定事項", "配布資料"] {
        let text = format!("{HEAD}{heading}\n①入所の基準を見直す（こども課）\n②定員を増やす（福祉課）\n{below}");
        let found = opinions(&read(&text).sections);
        let texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["基準が厳しい。", "場所が足りない。"], "{heading}");
    }
}

#[test]
fn an_answer_below_a_question_is_another_voice() {
    for mark in ["①", "・"] {
        let text = format!(
            "{HEAD}（１）窓口について\n{mark}いつできるか。（青波市）\n　４月にできる。（福祉課）\n{mark}電話は引くのか。（東青波町）\n"
        );
        let labels: Vec<_> = opinions(&read(&text).sections).into_iter().filter_map(|(_, label)| label).collect();
        assert_eq!(labels, ["青波市", "福祉課", "東青波町"], "{mark}");
    }
}

//! Habits of authors in minutes that sum up: where the name stands, how bodies answer, how groups report. Invented documents.

use giji::model::{Document, Opinion};
use giji::{Options, parse_str};

fn read(text: &str) -> Document {
    parse_str(text, &Options::default()).document
}

/// Every opinion with its label, in order; `-` where nobody is named.
fn said(document: &Document) -> Vec<(String, String)> {
    let row = |opinion: &Opinion| {
        let label = opinion.attribution.as_ref().map_or("-", |said| said.label.as_str());
        (opinion.text.clone(), label.to_owned())
    };
    document.all_opinions().map(row).collect()
}

fn check(text: &str, want: &[(&str, &str)]) {
    let want: Vec<_> = want.iter().map(|(text, label)| ((*text).to_owned(), (*label).to_owned())).collect();
    assert_eq!(said(&read(text)), want, "{text}");
}

const HEAD: &str = "令和５年度第２回青波圏域支援連絡会　議事概要\n日時　令和５年６月２日（金）１４：００～１５：３０\n\
                    場所　青波合同庁舎\n（１）災害時の支援について\n（主な意見）\n";

/// Names and what they say, written with `form`, where N stands for the name and T for the text.
fn with(form: &str) -> String {
    let opinions = [
        ("青波市障がい福祉課", "給付を始めた。"),
        ("県立青波病院", "電源を確かめている。"),
        ("ひまわり", "避難先が決まらない。"),
        ("青波保健所", "名簿は毎年更新している。"),
    ];
    let lines = opinions.map(|(name, text)| form.replace('N', name).replace('T', text) + "\n");
    format!("{HEAD}{}以上\n", lines.concat())
}

#[test]
fn persons_above_bulleted_points_said_each_of_them() {
    let points = "＜松本由美＞\n・給付を始めた。\n・電源を確かめている。\n＜林　守男＞\n・避難先が決まらない。\n＜青木病院＞\n・名簿を更新した。\n";
    let document = read(&format!("{HEAD}{points}"));
    let want = [
        ("給付を始めた。", "松本由美"),
        ("電源を確かめている。", "松本由美"),
        ("避難先が決まらない。", "林 守男"),
        ("名簿を更新した。", "青木病院"),
    ];
    assert_eq!(said(&document), want.map(|(text, label)| (text.to_owned(), label.to_owned())));
    let person = |opinion: &Opinion| opinion.attribution.as_ref().and_then(|said| said.parties[0].person.clone());
    let persons: Vec<_> = document.all_opinions().map(person).collect();
    let someone = |name: &str| Some(name.to_owned());
    assert_eq!(persons, [someone("松本由美"), someone("松本由美"), someone("林 守男"), None]);
}

#[test]
fn a_name_may_stand_before_its_opinion_in_many_ways() {
    let want = [
        ("給付を始めた。", "青波市障がい福祉課"),
        ("電源を確かめている。", "県立青波病院"),
        ("避難先が決まらない。", "ひまわり"),
        ("名簿は毎年更新している。", "青波保健所"),
    ];
    let forms = [
        "・【N】T",
        "・（N）T",
        "・N：T",
        "・N　T",
        "・N…T",
        "・N／T",
        "〔N〕T",
        "＜N＞T",
        "【N】T",
        "（N）T",
        "N：T",
        "○N\n　T",
        "○N　T",
        "◆N：T",
        "○T\n　　　　（N）",
        "・T　〈N〉",
        "・T　【N】",
        "・T／N",
        "【N】\n・T",
    ];
    for form in forms {
        check(&with(form), &want);
    }
}

#[test]
fn a_name_without_brackets_ends_an_opinion_only_where_it_is_plainly_one() {
    for form in ["○T　　N", "○T　－N－"] {
        let found = said(&read(&with(form)));
        assert_eq!(found[0], ("給付を始めた。".to_owned(), "青波市障がい福祉課".to_owned()), "{form}");
        assert_eq!(found[2].1, "-", "{form}");
    }
}

#[test]
fn words_before_opinions_that_are_no_names_stay_text() {
    let text = format!("{HEAD}・【課題】人が足りない。\n・【現状】相談が増えた。\n・【対応】来年度に増やす。\n");
    check(
        &text,
        &[("【課題】人が足りない。", "-"), ("【現状】相談が増えた。", "-"), ("【対応】来年度に増やす。", "-")],
    );
}

#[test]
fn what_stands_before_the_full_stop_where_others_stand_behind_it_is_an_example() {
    let text = format!(
        "{HEAD}・歩道が狭い。（60代男性）\n・待ち時間が長い。（30代女性）\n・開館を延ばしてほしい。（高校生）\n・被害が増えている（シカ、クマ）。\n"
    );
    check(
        &text,
        &[
            ("歩道が狭い。", "60代男性"),
            ("待ち時間が長い。", "30代女性"),
            ("開館を延ばしてほしい。", "高校生"),
            ("被害が増えている（シカ、クマ）。", "-"),
        ],
    );
}

#[test]
fn bodies_answer_before_colons_and_arrows() {
    let text = "住民説明会　記録\n開催日：令和５年７月22日（土）\n住民：建替えはいつか。\n市：令和８年度の予定である。\n\
                住民：工事の間はどこを使うのか。\n→事務局：隣の小学校を借りる。\n漁協：臭いで客が減った。\n会長：では、終わります。\n";
    check(
        text,
        &[
            ("建替えはいつか。", "住民"),
            ("令和8年度の予定である。", "市"),
            ("工事の間はどこを使うのか。", "住民"),
            ("隣の小学校を借りる。", "事務局"),
            ("臭いで客が減った。", "漁協"),
            ("では、終わります。", "会長"),
        ],
    );
}

#[test]
fn who_was_there_says_nothing() {
    let text = "第１回青波市連絡協議会　会議結果\n開催日時　令和元年７月18日（木）\n委員：12人（欠席２人）\n事務局：障害福祉課長　他４人\n\
                委員Ａ：市の状況はどうか。\n事務局：増加傾向にある。\n委員Ｂ：支援が計画に見えない。\n事務局：次期計画で考える。\n";
    let found = said(&read(text));
    assert_eq!(found[0], ("市の状況はどうか。".to_owned(), "委員A".to_owned()));
    assert_eq!(found.len(), 4);
}

#[test]
fn groups_of_a_workshop_and_what_stands_left_of_bullets_are_no_opinion_s_end() {
    let text = "第２回青波市ワークショップのまとめ\n日時：令和６年７月５日（金）18：30～20：00\n場所：多目的ホール\n\
                Ａグループ（発表者：佐藤さん）\n　・あいさつができる子\n　・地域の行事に進んで参加する子を育てたい\n\
                Ｂグループ（発表者：ＰＴＡ）\n　・自分の意見を言える子\n全体の感想\n　・続けることが大事\n";
    let document = read(text);
    let groups = document.sections.iter().filter_map(|section| section.heading.as_deref());
    assert_eq!(groups.collect::<Vec<_>>(), ["Aグループ（発表者：佐藤さん）", "Bグループ（発表者：PTA）"]);
    assert_eq!(said(&document)[1].0, "地域の行事に進んで参加する子を育てたい");
    assert_eq!(said(&document)[2].0, "自分の意見を言える子");
}

#[test]
fn heads_and_parts_may_be_counted_in_ideographs() {
    let text = "平成三十年度第一回\n霞野村地域防災会議\n議　事　録\n一　日時　平成三十年五月三十一日（木）\n　　　午後二時から午後三時二十分まで\n\
                二　場所　霞野村役場　大会議室\n三　出席者　村長ほか二十三名\n四　議事\n（一）計画の修正について\n\
                総務課長　資料により説明いたします。主な点は二つでございます。\n消防署長　連絡はどの課が行うのですか。\n総務課長　保健福祉課が行います。\n\
                村長　ほかに御意見がなければ、決定してよろしいでしょうか。\n五　閉会\n";
    let document = read(text);
    let meeting = document.meeting.as_ref().expect("a meeting");
    assert_eq!(meeting.name.as_deref(), Some("霞野村地域防災会議"));
    assert_eq!((meeting.date.as_deref(), meeting.place.as_deref()), (Some("2018-05-31"), Some("霞野村役場 大会議室")));
    assert_eq!(
        said(&document).last().map(|(text, _)| text.as_str()),
        Some("ほかに御意見がなければ、決定してよろしいでしょうか。")
    );
}

#[test]
fn banners_and_numbered_parts_between_turns_end_them() {
    let text = "施設選定委員会　会議概要（第２回）\n・日時：令和６年10月３日（木）\n【Ａ社へのヒアリング】\n（委員）人数は何名か。\n⇒（Ａ社）常時６名である。\n\
                （委員）収支は。\n⇒（Ａ社）480万円を見込む。\n【Ｂ社へのヒアリング】\n（委員）警備体制は。\n⇒（Ｂ社）機械警備とする。\n【審査】\nＡ社を候補者とした。\n";
    let document = read(text);
    let labels = document.sections.iter().filter_map(|section| section.label.as_ref()).map(|label| label.text.as_str());
    assert_eq!(labels.collect::<Vec<_>>(), ["【A社へのヒアリング】", "【B社へのヒアリング】", "【審査】"]);
    assert_eq!(said(&document)[3], ("480万円を見込む。".to_owned(), "A社".to_owned()));
}

#[test]
fn page_numbers_in_round_brackets_are_no_agenda() {
    let text =
        format!("{HEAD}・給付を始めた（青波市）\n（１）\n・続ける（青波保健所）\n・増やす（県立青波病院）\n（２）\n");
    let document = read(&text);
    assert_eq!(document.furniture.iter().map(|print| print.text.as_str()).collect::<Vec<_>>(), ["（1）", "（2）"]);
    assert_eq!(said(&document).len(), 3);
}

#[test]
fn a_form_states_how_they_met_and_keeps_other_fields_apart() {
    let text = "第５回青波市計画策定委員会　会議録\n【日時】令和４年11月21日（月）\n開会・閉会時刻　午後２時00分開会　午後４時05分閉会\n\
                開催方法　Ｗｅｂ会議\n開催場所　青波市役所　大会議室\n会長の氏名　大路　孝之\n傍聴人の数　２人\n議題\n（１）全体構想について\n・案を示した。（事務局）\n";
    let meeting = read(text).meeting.expect("a meeting");
    assert_eq!(meeting.format.as_deref(), Some("Web会議"));
    assert_eq!(meeting.place.as_deref(), Some("青波市役所 大会議室"));
    assert_eq!((meeting.start_time.as_deref(), meeting.end_time.as_deref()), (Some("14:00"), Some("16:05")));
    assert_eq!(meeting.attendance[0].count, Some(2));
}

#[test]
fn a_bracket_that_explains_names_nobody() {
    let text = format!(
        "{HEAD}・続けたい（青波市）\n・広げたい（青波町）\n・受け皿が少ない（市立病院など）\n・見学先（青波養護学校）\n・足りない（代表）\n・増やしたい（青波保健所）\n"
    );
    let want = [
        ("続けたい", "青波市"),
        ("広げたい", "青波町"),
        ("受け皿が少ない（市立病院など）", "-"),
        ("見学先（青波養護学校）", "-"),
        ("足りない（代表）", "-"),
        ("増やしたい", "青波保健所"),
    ];
    check(&text, &want);
}

#[test]
fn a_bracket_that_nobody_closed_ends_with_its_line() {
    let text = format!(
        "{HEAD}大切である。（青波市）\n受け皿が少ない。（市立病院\n足りない。（南浜市）\n広げたい。（青波町）\n"
    );
    let want = [
        ("大切である。", "青波市"),
        ("受け皿が少ない。", "市立病院"),
        ("足りない。", "南浜市"),
        ("広げたい。", "青波町"),
    ];
    check(&text, &want);
}

#[test]
fn a_figure_alone_on_its_line_is_part_of_its_sentence() {
    let text = format!(
        "{HEAD}・費用は\n3\n万円。（青波市）\n・参加者は\n12\n名だった。（青波町）\n・続けたい。（青波保健所）\n"
    );
    let want = [("費用は3万円。", "青波市"), ("参加者は12名だった。", "青波町"), ("続けたい。", "青波保健所")];
    check(&text, &want);
}

#[test]
fn one_heading_with_a_square_above_bullets_is_a_theme() {
    for mark in ['■', '◆'] {
        let text = format!("{HEAD}{mark}研修について\n・回数を増やす。（青波市）\n・講師を探す。（青波町）\n");
        let document = read(&text);
        let theme = &document.sections[0].sections[0];
        assert_eq!((theme.kind, theme.heading.as_deref()), (giji::model::SectionKind::Theme, Some("研修について")));
        assert_eq!(theme.opinions.len(), 2, "{text}");
    }
}

#[test]
fn a_name_in_brackets_above_the_next_heading_ends_what_stands_before_it() {
    let said = [
        ("№１ 相談窓口の一覧", "窓口が分からないという声がある。", "鶴見委員"),
        ("№２ 研修会の開催", "来年度も続けたい。", "青波市障がい福祉課"),
        ("№３ 名簿の更新", "更新の時期をそろえてほしい。", "久我委員"),
        ("№４ 電源の確保", "蓄電池が足りない。", "県立青波病院"),
    ];
    let items = said.map(|(heading, text, name)| format!("{heading}\n{text}\n　（{name}）\n"));
    check(&format!("{HEAD}{}", items.concat()), &said.map(|(_, text, name)| (text, name)));
}

#[test]
fn the_title_stands_below_the_sheet_s_header_and_the_day_may_be_torn() {
    let text = "青波圏域　会議資料\n\n参考資料１－２\n\n第７回青波圏域支援連絡会\n\n（１）日　時　平成31年４月２ \n６日　11：00～13：00\n\
                （２）場　所　青波市合同庁舎\n（３）議　題　名簿の更新について\n・続けたい。（青波市）\n";
    let document = read(text);
    assert_eq!(document.title.map(|title| title.text).as_deref(), Some("第7回青波圏域支援連絡会"));
    let meeting = document.meeting.unwrap();
    assert_eq!((meeting.number, meeting.date.as_deref()), (Some(7), Some("2019-04-26")));
}

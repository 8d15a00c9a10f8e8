//! Attendee lists in the ways in which public bodies write them, the whole document around them left out.

use serde_json::Value;

/// Person, role, organization and presence of every attendee; what is not told is empty.
fn attendees(list: &str) -> Vec<[String; 4]> {
    let text = format!("第２回青波市福祉審議会 会議録\n\n日時　令和５年８月１日\n{list}\n議題　計画について\n");
    let read = giji::parse(text.as_bytes(), &giji::Options::named("a.txt")).expect("a text");
    let document: Value = serde_json::from_str(&read.to_json()).expect("JSON");
    let word = |entry: &Value, field: &str| entry[field].as_str().unwrap_or_default().replace(' ', "");
    let all = document["meeting"]["attendees"].as_array().cloned().unwrap_or_default();
    let fields = ["person", "role", "organization", "presence"];
    all.iter().map(|entry| fields.map(|field| word(entry, field).replace("org:", ""))).collect()
}

fn check(list: &str, wanted: &[[&str; 4]]) {
    assert_eq!(attendees(list), wanted, "{list}");
}

#[test]
fn a_word_before_several_persons_is_their_group() {
    check(
        "出席者\n　委　員　小田切会長、倉石副会長、芦澤委員、\n　　　　　堀委員（代理：乾課長）\n欠席者　東村委員",
        &[
            ["小田切", "会長", "", "present"],
            ["倉石", "副会長", "", "present"],
            ["芦澤", "委員", "", "present"],
            ["乾", "課長", "", "proxy"],
            ["東村", "委員", "", "absent"],
        ],
    );
    check(
        "出席者氏名　委　員：岡田陽介、神谷武（○は会長）\n　　　　　　事務局：館長　池田誠\n欠席者氏名　相馬委員",
        &[
            ["岡田陽介", "", "", "present"],
            ["神谷武", "", "", "present"],
            ["池田誠", "館長", "", "present"],
            ["相馬", "委員", "", "absent"],
        ],
    );
}

#[test]
fn letters_set_apart_make_roles_and_names() {
    check(
        "○出席議員（２名）\n　　１番　　佐　藤　一　郎　君　　　　２番　　鈴木　　　健　君\n○説明のため出席した者\n　　副　市　長　　　山　本　和　夫\n　　総 務 部 長　　　長　谷　川　ま　さ　の　ぶ",
        &[
            ["佐藤一郎", "", "", "present"],
            ["鈴木健", "", "", "present"],
            ["山本和夫", "副市長", "", "present"],
            ["長谷川まさのぶ", "総務部長", "", "present"],
        ],
    );
}

#[test]
fn what_stands_behind_a_whole_name_is_whose_it_is() {
    check(
        "出席者（順不同）\n氏　名　　　所　属　　　備　考\n１　島　翔太　　　商工会　　会長\n２　佐々木花子　　公募市民\n３　田中　一郎　　北陵大学",
        &[
            ["島翔太", "会長", "商工会", "present"],
            ["佐々木花子", "公募市民", "", "present"],
            ["田中一郎", "", "北陵大学", "present"],
        ],
    );
    check(
        "出席者\n・矢代正委員（医師会）\n・工藤一郎主査（福祉課）\n・事務局長：大川誠",
        &[
            ["矢代正", "委員", "医師会", "present"],
            ["工藤一郎", "主査", "福祉課", "present"],
            ["大川誠", "事務局長", "", "present"],
        ],
    );
    check(
        "参加者：\n　Ａ社：田中、佐藤\n　Ｂ社：鈴木（記）\n　国土交通省地方整備局　建政部　計画課長　黒田　武",
        &[
            ["田中", "", "A社", "present"],
            ["佐藤", "", "A社", "present"],
            ["鈴木", "", "B社", "present"],
            ["黒田武", "計画課長", "国土交通省地方整備局建政部", "present"],
        ],
    );
}

#[test]
fn a_ditto_mark_repeats_the_role_above() {
    check(
        "出席委員\n　委員　　葛西　順一郎\n　　〃　　工藤　千鶴子\n欠席 黒田太郎 (建築士会)",
        &[
            ["葛西順一郎", "委員", "", "present"],
            ["工藤千鶴子", "委員", "", "present"],
            ["黒田太郎", "", "建築士会", "absent"],
        ],
    );
}

#[test]
fn a_list_may_begin_with_its_group_or_its_courtesy() {
    let members = [["小田切健", "会長", "", ""], ["倉石花子", "委員", "", ""]];
    check("【委員】\n　会長　小田切　健\n　委員　倉石　花子", &members);
    check("○委員（五十音順、敬称略）\n　会長　小田切　健\n　委員　倉石　花子", &members);
}

#[test]
fn the_heads_of_turns_below_a_list_are_no_entries() {
    let list = "出席者　小田切会長、倉石委員\n\n小田切会長\n　それでは、始めます。よろしくお願いします。\n倉石委員\n　質問です。\n構成員　倉石\n　意見です。\n小田切会長\n　終わります。";
    check(list, &[["小田切", "会長", "", "present"], ["倉石", "委員", "", "present"]]);
}

#[test]
fn a_family_name_ends_where_a_department_begins() {
    check(
        "出席者：<委員>小田切健、倉石花子　<事務局>白石総務部長、矢代福祉課長",
        &[
            ["小田切健", "", "", "present"],
            ["倉石花子", "", "", "present"],
            ["白石", "総務部長", "", "present"],
            ["矢代", "福祉課長", "", "present"],
        ],
    );
}

#[test]
fn municipalities_and_bodies_in_a_list_are_no_persons() {
    check(
        "出席機関　青波市、上天草市、袋井市・掛川市病院企業団、うしお総合病院、ピアサポーター",
        &[
            ["", "", "青波市", "present"],
            ["", "", "lg:432121", "present"],
            ["", "", "袋井市・掛川市病院企業団", "present"],
            ["", "", "うしお総合病院", "present"],
            ["", "", "ピアサポーター", "present"],
        ],
    );
    check(
        "出席者　青波市　健康福祉部　高齢者支援課　石井課長、青波医師会　三橋会長、主任児童委員、うしお総合病院",
        &[
            ["石井", "課長", "青波市健康福祉部高齢者支援課", "present"],
            ["三橋", "会長", "青波医師会", "present"],
            ["", "", "うしお総合病院", "present"],
        ],
    );
    check(
        "出席者　木村、東村、佐藤",
        &[["木村", "", "", "present"], ["東村", "", "", "present"], ["佐藤", "", "", "present"]],
    );
}

#[test]
fn one_letter_of_a_name_is_no_village() {
    check(
        "○出席議員（３名）\n　　１番　　木　村　一　郎　議員　　　　２番　　中　村　しのぶ　議員\n　　３番　　市　川　　進　　議員",
        &[
            ["木村一郎", "議員", "", "present"],
            ["中村しのぶ", "議員", "", "present"],
            ["市川進", "議員", "", "present"],
        ],
    );
}

#[test]
fn a_line_end_may_tear_a_role_or_stand_before_it() {
    check(
        "出席者　小田切会長、倉石副会長、芦澤委\n員、堀委員\n欠席者　東村委員",
        &[
            ["小田切", "会長", "", "present"],
            ["倉石", "副会長", "", "present"],
            ["芦澤", "委員", "", "present"],
            ["堀", "委員", "", "present"],
            ["東村", "委員", "", "absent"],
        ],
    );
    check(
        "出席委員：被保険者代表　　桐谷和子、佐藤正\n　　　　　保険医代表　　　土岐浩、鈴木明",
        &[
            ["桐谷和子", "被保険者代表", "", "present"],
            ["佐藤正", "被保険者代表", "", "present"],
            ["土岐浩", "保険医代表", "", "present"],
            ["鈴木明", "保険医代表", "", "present"],
        ],
    );
}

#[test]
fn counts_bodies_and_brackets_may_hold_the_names() {
    check(
        "出席：委員4名(会長 佐藤, 副会長 鈴木, 委員 田中, 渡辺(裕)) 事務局：計画課4名",
        &[
            ["佐藤", "会長", "", "present"],
            ["鈴木", "副会長", "", "present"],
            ["田中", "委員", "", "present"],
            ["渡辺(裕)", "", "", "present"],
        ],
    );
    check(
        "メンバー　花岡町：佐藤、鈴木／湯野町：田中",
        &[["佐藤", "", "花岡町", ""], ["鈴木", "", "花岡町", ""], ["田中", "", "湯野町", ""]],
    );
    check(
        "出席者（敬称略）\n会長　武者小路　実（弁護士）\n委員　小此木　洋（児童相談所）",
        &[["武者小路実", "会長", "", "present"], ["小此木洋", "委員", "児童相談所", "present"]],
    );
    check("参加者　Ａ委員（大学教授）　Ｂ委員（中学校長）　Ｃ委員（同窓会）", &[]);
}

#[test]
fn groups_that_a_list_counts_go_on_whatever_they_are_called() {
    check(
        "３．出席者\n（１）委員\n高田会長、宮川副会長\n欠席委員：飯川委員\n（２）県\n古田課長",
        &[
            ["高田", "会長", "", "present"],
            ["宮川", "副会長", "", "present"],
            ["飯川", "委員", "", "absent"],
            ["古田", "課長", "", "present"],
        ],
    );
    check(
        "３　出席者\n会長：三田たけひこ\n４　欠席者\n委員：大川　充男\n５　説明者\n福祉部長：宗田　秀樹\n６　傍聴者\nなし",
        &[
            ["三田たけひこ", "会長", "", "present"],
            ["大川充男", "", "", "absent"],
            ["宗田秀樹", "福祉部長", "", "present"],
        ],
    );
    check(
        "出席者　北川一郎、東田浩 中村健太、○佐藤正、副会長・鈴木実",
        &[
            ["北川一郎", "", "", "present"],
            ["東田浩", "", "", "present"],
            ["中村健太", "", "", "present"],
            ["佐藤正", "", "", "present"],
            ["鈴木実", "副会長", "", "present"],
        ],
    );
}

#[test]
fn a_family_name_that_ends_like_a_department_is_a_name() {
    check(
        "出席者\n大槻 一郎委員、阿部 次郎委員、谷田部 三郎、服部 花子（市民課）",
        &[
            ["大槻一郎", "委員", "", "present"],
            ["阿部次郎", "委員", "", "present"],
            ["谷田部三郎", "", "", "present"],
            ["服部花子", "", "市民課", "present"],
        ],
    );
}

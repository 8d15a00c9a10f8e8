//! Verbatim minutes in the ways in which public bodies write them, each form of head in a document of its own.

use serde_json::Value;

/// What follows each head; nothing in it may be taken for one.
const SPEECH: [&str; 3] = [
    "資料１を御覧ください。○印のところが今回変えた点でございます。",
    "担当：福祉課とありますが、会長から説明をお願いします。",
    "ありがとうございます。（１）と（２）は次回にいたします。",
];

fn parsed(text: &str) -> Value {
    let read = giji::parse(text.as_bytes(), &giji::Options::named("a.txt")).expect("a text");
    serde_json::from_str(&read.to_json()).expect("JSON")
}

fn opinions<'v>(sections: &'v Value, found: &mut Vec<&'v Value>) {
    for section in sections.as_array().into_iter().flatten() {
        found.extend(section["opinions"].as_array().into_iter().flatten());
        opinions(&section["sections"], found);
    }
}

fn labels(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    opinions(&document["sections"], &mut found);
    let label = |opinion: &&Value| opinion["attribution"]["label"].as_str().map(str::to_owned);
    found.iter().filter_map(label).collect()
}

/// Minutes whose turns open with these heads, each turn a paragraph of speech.
fn minutes(heads: &[&str], own_line: bool) -> String {
    let mut text = String::from(
        "第２回青波町福祉審議会 会議録\n\n○日時　令和５年８月１日（火）午後２時\n○場所　役場\n○議題　計画について\n\n",
    );
    for (at, head) in heads.iter().enumerate() {
        let space = if own_line { "\n　" } else { "" };
        text.push_str(&format!("{head}{space}{}\n", SPEECH[at % SPEECH.len()]));
    }
    text
}

#[test]
fn every_form_of_head_opens_its_turns_and_nothing_else_does() {
    let forms: [(&[&str], bool, &[&str]); 23] = [
        (&["○内田議長　", "◯東村委員　", "〇内田議長　"], false, &["内田議長", "東村委員", "内田議長"]),
        (
            &["○議長（清野一榮議員）　", "○４番（奈良祥孝君）　", "○市長（櫻田　宏）　"],
            false,
            &["議長（清野一榮議員）", "4番（奈良祥孝君）", "市長（櫻田 宏）"],
        ),
        (
            &["○（青木克德区長）　", "○（鬼頭（ま）委員）　", "○（青木克德区長）　"],
            false,
            &["青木克德区長", "鬼頭（ま）委員", "青木克德区長"],
        ),
        (&["○小田切", "○倉石", "○小田切"], true, &["小田切", "倉石", "小田切"]),
        (&["○芦澤 美智子", "○事務局", "○堀 天子"], true, &["芦澤 美智子", "事務局", "堀 天子"]),
        (&["■会長:", "■委員:", "■会長:"], false, &["会長", "委員", "会長"]),
        (&["委員長(相馬君):", "本間君:", "委員長(相馬君):"], false, &["委員長(相馬君)", "本間君", "委員長(相馬君)"]),
        (&["〈 事務局 〉", "〈 椿本委員 〉", "＜会長＞"], true, &["事務局", "椿本委員", "会長"]),
        (&["(事務局)", "(委員)", "(会長)"], false, &["事務局", "委員", "会長"]),
        (
            &["【下山座長】  ", "【岡部（隆）委員】  ", "【森下企画官】  "],
            false,
            &["下山座長", "岡部（隆）委員", "森下企画官"],
        ),
        (
            &["【知事：朱鷺田 実】", "【提出者：左近構成員】", "【霞野町長：四十物 花】"],
            true,
            &["知事：朱鷺田 実", "提出者：左近構成員", "霞野町長：四十物 花"],
        ),
        (
            &["◎会長　", "△環境課長　", "◆参考人（農協　宇良氏）　"],
            false,
            &["会長", "環境課長", "参考人（農協 宇良氏）"],
        ),
        (
            &["17: ◯高橋たくみ委員　", "18: ◯建設部長（荻原忠君）　", "19: ◯高橋たくみ委員　"],
            false,
            &["高橋たくみ委員", "建設部長（荻原忠君）", "高橋たくみ委員"],
        ),
        (&["会長　　", "山田委員　　", "会長　　"], false, &["会長", "山田委員", "会長"]),
        (&["座長 ", "Ａ委員 ", "事務局 "], false, &["座長", "A委員", "事務局"]),
        (&["議　　長　　", "２　　番　　", "事 務 局　　"], false, &["議 長", "2 番", "事務局"]),
        (
            &["議長（山田正君） ", "12番 森下花子議員　", "総務部長（荻原忠君） "],
            false,
            &["議長（山田正君）", "12番 森下花子議員", "総務部長（荻原忠君）"],
        ),
        (
            &["○山 田 委 員 長 ", "○森 下 副 会 長　", "○山 田 委 員 長　"],
            false,
            &["山田委員長", "森下副会長", "山田委員長"],
        ),
        (&["山田会長……", "森下委員　…　", "山田会長…"], false, &["山田会長", "森下委員", "山田会長"]),
        (&["会長　―　", "事務局 － ", "会長 ― "], false, &["会長", "事務局", "会長"]),
        (&["【山田座長】：", "【森下委員】 : ", "【山田座長】　："], false, &["山田座長", "森下委員", "山田座長"]),
        (
            &["◎（会長　山田\n正委員）　", "○（委員　森下花子）　", "○（森下委員）　"],
            false,
            &["会長 山田正委員", "委員 森下花子", "森下委員"],
        ),
        (
            &["○山田会長　", "○森下環境政策課\n長　", "○山田会長　"],
            false,
            &["山田会長", "森下環境政策課長", "山田会長"],
        ),
    ];
    for (heads, own_line, wanted) in forms {
        assert_eq!(labels(&parsed(&minutes(heads, own_line))), wanted, "{heads:?}");
    }
}

#[test]
fn headings_and_bullets_are_nobody() {
    let text = "第１回検討会 議事要旨\n\n○背景\n　人口が減っています。\n○課題\n　担い手が足りません。\n○今後の進め方\n　次回までに整理します。\n";
    assert_eq!(labels(&parsed(text)), Vec::<String>::new());
}

#[test]
fn a_name_before_a_colon_is_a_speaker_where_the_list_has_it() {
    let turns = "菊地：始めます。\n尾形：質問があります。\n期限：来月末とします。\n菊地：では、終わります。\n";
    let listed = format!("第１回検討会 議事録\n出席者：菊地、尾形、島\n\n{turns}");
    assert_eq!(labels(&parsed(&listed)), ["菊地", "尾形", "菊地"]);
    assert_eq!(labels(&parsed(&format!("第１回検討会 議事録\n\n{turns}"))), Vec::<String>::new());
}

#[test]
fn what_stands_like_a_head_among_the_turns_is_nobody() {
    let text = "第１回検討会 議事録\n\n傍聴者　なし\n\n（会長）始めます。\n（注）数値は速報値です。\n　　　　（全員挙手）\n（委員）質問です。\n　　　休憩　午後０時５分\n（会長）再開します。\n【休憩】\n（委員）意見です。\n＜資料１により説明＞\n（会長）終わります。\n";
    let document = parsed(text);
    assert_eq!(labels(&document), ["会長", "委員", "会長", "委員", "会長"]);
    let mut found = Vec::new();
    opinions(&document["sections"], &mut found);
    let texts: Vec<&str> = found.iter().filter_map(|opinion| opinion["text"].as_str()).collect();
    assert_eq!(texts[1..], ["質問です。", "再開します。", "意見です。", "終わります。"]);
}

#[test]
fn a_member_of_a_family_is_told_by_the_list() {
    let text = "第１回検討会 議事録\n出席委員　岡田陽介委員、岡田淳委員、森会長\n\n○森会長　始めます。\n○岡田（陽）委員　質問です。\n○岡田委員　意見です。\n";
    let document = parsed(text);
    let mut found = Vec::new();
    opinions(&document["sections"], &mut found);
    let party = |at: usize| &found[at]["attribution"]["parties"][0];
    assert_eq!((party(1)["person"].as_str(), party(1)["status"].as_str()), (Some("岡田陽介"), Some("resolved")));
    assert_eq!((party(2)["person"].as_str(), party(2)["status"].as_str()), (Some("岡田"), Some("ambiguous")));
    assert_eq!(document["meeting"]["attendees"].as_array().map(Vec::len), Some(3));
}

#[test]
fn wraps_are_undone_and_paragraphs_kept() {
    let text = "第１回検討会 議事録\n\n○乾\n　本日は皆様に御出席をいただいております。オンラインの方は、発言のと\nき以外は音声を切っていただきますようお願いします。\n　それでは、事務局から骨子の説明をお願いいたします。御意見はその後にま\nとめて伺います。\n　　　〔「異議なし」と呼ぶ者あり〕\n○根津\n　資料１を御覧ください。骨子は全部で五つの章から成っておりまして、一章\nが現状でございます。\n○乾\n　ありがとうございます。\n";
    let document = parsed(text);
    let mut found = Vec::new();
    opinions(&document["sections"], &mut found);
    assert_eq!(found[0]["paragraphs"], 2);
    let spoken = found[0]["text"].as_str().unwrap_or_default();
    assert!(spoken.starts_with("本日は") && spoken.contains("発言のとき以外は"), "{spoken}");
    assert!(spoken.contains("お願いします。\nそれでは"), "{spoken}");
    let note = &document["sections"][0]["notes"][0];
    assert_eq!(
        (note["kind"].as_str(), note["text"].as_str()),
        (Some("procedure"), Some("〔「異議なし」と呼ぶ者あり〕"))
    );
}

#[test]
fn answers_are_tied_to_their_questions() {
    let text = "説明会 質疑応答の概要\n\n問１　割引はあるか。\n答　ございます。\n問２　いつからか。\n答　来年からです。\n答（再質問に対し）　春です。\n";
    let document = parsed(text);
    let mut found = Vec::new();
    opinions(&document["sections"], &mut found);
    let kinds: Vec<&str> = found.iter().filter_map(|opinion| opinion["kind"].as_str()).collect();
    assert_eq!(kinds, ["question", "answer", "question", "answer", "answer"]);
    assert_eq!(found[4]["replies_to"], found[2]["id"]);
}

#[test]
fn marked_headings_and_times_between_turns_are_nobody_s_speech() {
    let text = "９月定例会 会議録\n\n△出席議員（２名）\n　１番　山田太郎　　２番　鈴木花子\n\n△開議　午前10時00分\n\n○議長（山田太郎君）　本日の会議を開きます。\n\n△日程第１　一般質問\n\n○議長（山田太郎君）　一般質問を行います。\n◆２番（鈴木花子君）　質問します。\n◎市長（小林正夫君）　お答えします。\n\n△散会　午前11時05分\n";
    let document = parsed(text);
    let mut found = Vec::new();
    opinions(&document["sections"], &mut found);
    let spoken: Vec<&str> = found.iter().filter_map(|opinion| opinion["text"].as_str()).collect();
    assert_eq!(spoken, ["本日の会議を開きます。", "一般質問を行います。", "質問します。", "お答えします。"]);
    assert_eq!(document["meeting"]["attendees"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&document["meeting"]["start_time"], &document["meeting"]["end_time"]),
        (&"10:00".into(), &"11:05".into())
    );
}

#[test]
fn a_letter_tells_those_of_one_role_apart() {
    let text = "第３回町民会議 議事概要\n\n町民Ａ：空き家が増えている。\n企画課長：空き家バンクを始めた。\n町民Ｂ：草刈りだけでもしてほしい。\n町長：連絡する仕組みをつくる。\n町民Ａ：お願いします。\n";
    assert_eq!(labels(&parsed(text)), ["町民A", "企画課長", "町民B", "町長", "町民A"]);
}

#[test]
fn the_numbered_heading_that_closes_a_meeting_is_nobody_s_speech() {
    let text = "第４回審議会 議事録\n\n１　開会\n２　議事\n\n会　長　　御意見はありますか。\n大野委員　算出の方法を教えてほしい。\n事務局　　調査の結果から算出しています。\n会　長　　次に移ります。\n事務局　　次回は２月です。\n３　閉会\n";
    let document = parsed(text);
    let mut found = Vec::new();
    opinions(&document["sections"], &mut found);
    assert_eq!(found.last().and_then(|opinion| opinion["text"].as_str()), Some("次回は2月です。"));
}

/// A school's board: short names before colons beside roles, with a list of those who came and without one.
#[test]
fn family_names_before_colons_speak_beside_roles() {
    let turns = "１．あいさつ\n久保: 支援員の勤務時間は?\n教頭: １日４時間です。\n松尾: 費用はどこから出ていますか。\n校長: 市の予算です。\n\
                 ２．その他\n日程: ９月５日\n久保: わかりました。\n";
    let head = "第２回さくら台小学校運営協議会 議事録\n日時 2024年7月5日(金) 15:00-16:20\n";
    for list in ["", "出席 校長 大西, 教頭 安田, 委員 久保, 松尾(欠席: 木下)\n"] {
        let document = parsed(&format!("{head}{list}\n{turns}"));
        assert_eq!(labels(&document), ["久保", "教頭", "松尾", "校長", "久保"], "{list}");
    }
}

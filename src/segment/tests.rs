//! What the lines of minutes become, as a whole reading shows it.

use crate::model::{Document, Section};
use crate::options::Options;

fn read(text: &str) -> Document {
    crate::parse_str(text, &Options::default()).document
}

/// Label, heading and notes of each section, indented by its level.
fn outline(sections: &[Section], level: usize) -> Vec<String> {
    let line = |section: &Section| {
        let label = section.label.as_ref().map_or("", |label| label.text.as_str());
        let notes: Vec<&str> = section.notes.iter().map(|note| note.text.as_str()).collect();
        let heading = section.heading.as_deref().unwrap_or_default();
        format!("{}{label} {heading} [{}]", "-".repeat(level), notes.join("/"))
    };
    let all = sections.iter().flat_map(|section| {
        let below = outline(&section.sections, level + 1);
        std::iter::once(line(section)).chain(below)
    });
    all.collect()
}

#[test]
fn a_numbered_agenda_with_notes_of_its_own_is_a_section() {
    let minutes = read(
        "第１回青波町審議会 議事概要\n日時　令和元年８月27日\n１　開会\n・課長が開会を宣した。\n２　議事\n・会長は、公開とすることについて諮った。\n\n\
         議題（１）　認可について\n・資料１のとおり説明した。\n３　閉会\n・課長が閉会を宣した。\n",
    );
    assert_eq!(
        outline(&minutes.sections, 0),
        [
            "1 開会 [課長が開会を宣した。]",
            "2 議事 [会長は、公開とすることについて諮った。]",
            "-議題（1） 認可について [資料1のとおり説明した。]",
            "3 閉会 [課長が閉会を宣した。]",
        ]
    );
}

#[test]
fn square_marks_above_other_bullets_head_parts() {
    let minutes = read(
        "■青波勉強会 第9回\n日時：2022/9/15\n■概要\n・様式案を見直す\n・募集について\n\n■様式案について\n- 西暦に統一する\n\n\
         ■実証の募集\n- 説明会を開く\n",
    );
    assert_eq!(
        outline(&minutes.sections, 0),
        [" 概要 [様式案を見直す/募集について]", " 様式案について [西暦に統一する]", " 実証の募集 [説明会を開く]"]
    );
}

#[test]
fn the_next_meeting_may_stand_in_a_sentence() {
    let minutes = read(
        "第２回青波地域連絡会 会議概要\n日時：平成30年11月８日\n議題\n(1)報告について\n・質疑なし\n３ その他\n次回は平成31年２月21日（木）に開催する。\n(以上)\n",
    );
    let next = minutes.meeting.and_then(|meeting| meeting.next).expect("it is stated");
    assert_eq!(
        (&*next.text, next.year, next.month, next.day),
        ("平成31年2月21日（木）", Some(2019), Some(2), Some(21))
    );
    assert_eq!(outline(&minutes.sections, 0), ["(1) 報告について [質疑なし]", "3 その他 []"]);
}

#[test]
fn an_assembly_s_agenda_is_read_item_by_item() {
    let minutes = read(
        "会議名：令和５年第３回定例会\n\n\
         ○議事日程\n　議事日程（第２号）\n　第１　会議録署名議員の指名\n　第２　議案第41号　補正予算\n　　　　議案第42号　手数料条例の改正\n　第３　一般質問\n\
         ○本日の会議に付した事件\n　議事日程に同じ\n\n○議長（久世茂樹君）　会議を開きます。\n○市長（鷹取義明君）　説明いたします。\n\
         ○議長（久世茂樹君）　質疑を行います。\n○市長（鷹取義明君）　お答えいたします。\n",
    );
    assert_eq!(
        outline(&minutes.sections, 0)[..6],
        [
            "第1 会議録署名議員の指名 []",
            "第2 議案第41号 補正予算 []",
            "-議案第42号 手数料条例の改正 []",
            "第3 一般質問 []",
            " 本日の会議に付した事件 [議事日程に同じ]",
            "  []",
        ]
    );
}

#[test]
fn short_lines_of_a_list_are_not_joined() {
    let minutes = read(
        "特別委員会速記録第四号\n\n平成十八年六月十四日（水曜日）\n\n本日の会議に付した事件\n　公立病院の経営について（質疑）\n　参考人からの意見聴取\n\n\
         ○雨宮委員長　開会いたします。\n\n○大槻委員　伺います。\n\n○雨宮委員長　次に、三木委員。\n\n○三木委員　伺います。\n",
    );
    assert_eq!(
        outline(&minutes.sections, 0)[0],
        " 本日の会議に付した事件 [公立病院の経営について（質疑）/参考人からの意見聴取]"
    );
}

#[test]
fn how_the_meeting_was_held_is_no_part_of_its_name() {
    let minutes = read(
        "第11回 月代県推進会議\n（持ち回り開催）\n議事要旨\n\n１　開催期日　令和７年２月10日（月）\n２　結果　原案のとおり決定した。\n",
    );
    assert_eq!(minutes.title.expect("it has one").text, "第11回 月代県推進会議");
    let meeting = minutes.meeting.expect("it is one");
    assert_eq!((meeting.name.as_deref(), meeting.date.as_deref()), (Some("月代県推進会議"), Some("2025-02-10")));
}

#[test]
fn an_agenda_in_brackets_has_its_own_other_part() {
    let minutes = read(
        "第３回青波町交通会議 議事概要\n日時：令和４年８月25日（木）\n場所：青波町役場\n\n【議題１】運行について\n・資料に基づき説明した。\n\n\
         【議題２　予算について】\n・承認された。\n\n【その他】\n・次回は10月頃。\n",
    );
    assert_eq!(
        outline(&minutes.sections, 0),
        ["【議題1】 運行について [資料に基づき説明した。]", "議題2 予算について [承認された。]", "【その他】  []"]
    );
}

#[test]
fn a_line_that_ends_well_before_the_next_one_is_a_heading_of_its_own() {
    let minutes = read(
        &[
            "第１回青波町連携推進協議会 会議要旨",
            "１．開催日時",
            "　　令和３年７月８日（木）",
            "２．内容",
            "（１）委員長の選出",
            "　　委員長に青波町医師会の大野委員、副委員長に町立病院の川上委員を選出した。",
            "（２）昨年度の実績及び計画",
            "　　資料１から３により事務局が説明した。退院時の会議への参加が難しくなっているため、オ",
            "　　ンラインでの参加を認めることとした。",
        ]
        .join("\n"),
    );
    assert_eq!(
        outline(&minutes.sections, 0),
        [
            "（1） 委員長の選出 [委員長に青波町医師会の大野委員、副委員長に町立病院の川上委員を選出した。]",
            "（2） 昨年度の実績及び計画 [資料1から3により事務局が説明した。退院時の会議への参加が難しくなっているため、オンラインでの参加を認めることとした。]",
        ]
    );
}

#[test]
fn a_sentence_behind_a_short_heading_is_told_under_it() {
    let minutes = read(
        &[
            "第11回青波町行政推進会議",
            "（持ち回り開催）",
            "",
            "１　開催期間　令和７年２月10日（月）～２月14日（金）",
            "２　傍聴者　なし",
            "３　結果　全構成員の賛成により、原案のとおり決定した。",
            "４　提出された意見",
            "・様式を統一してほしい。",
        ]
        .join("\n"),
    );
    assert_eq!(
        outline(&minutes.sections, 0),
        ["3 結果 [全構成員の賛成により、原案のとおり決定した。]", "4 提出された意見 [様式を統一してほしい。]"]
    );
    let meeting = minutes.meeting.expect("a head");
    assert_eq!(meeting.format.as_deref(), Some("持ち回り開催"));
    assert_eq!((meeting.date.as_deref(), meeting.end_date.as_deref()), (Some("2025-02-10"), Some("2025-02-14")));
    let said: Vec<_> = meeting.attendance.iter().map(|said| (said.group.as_str(), said.count)).collect();
    assert_eq!(said, [("傍聴者", Some(0))]);
    assert!(minutes.residue.is_empty(), "{:?}", minutes.residue);
}

#[test]
fn date_and_place_may_stand_below_the_list_of_topics() {
    let minutes = read(
        "第２回青波町審議会　議事要旨\n１　議題\n　（１）素案について\n２　日時　令和５年11月２日（木）　14時00分～15時30分\n３　場所　役場\n\
         ４　議事の要旨\n　（１）素案について\n　　・記述が弱い。（商工会）\n",
    );
    let meeting = minutes.meeting.expect("a head");
    assert_eq!(
        (meeting.date.as_deref(), meeting.end_time.as_deref(), meeting.place.as_deref()),
        (Some("2023-11-02"), Some("15:30"), Some("役場"))
    );
    assert_eq!(outline(&minutes.sections, 0), ["（1） 素案について []", "4 議事の要旨 []", "-（1） 素案について []"]);
}

#[test]
fn that_nobody_spoke_and_what_was_decided_are_no_opinions() {
    let minutes = read(
        &[
            "第３回青波町運営委員会 会議概要",
            "日時：平成28年２月９日（火）",
            "場所：青波町役場",
            "（１）研修について",
            "（主な意見）",
            "・回数を増やしてほしい。",
            "→年４回とする。（事務局）",
            "→　原案のとおり承認",
            "（２）その他",
            "（質疑・意見）",
            "・特になし。",
        ]
        .join("\n"),
    );
    let said: Vec<&str> =
        minutes.sections.iter().flat_map(|section| &section.opinions).map(|said| said.text.as_str()).collect();
    assert_eq!(said, ["回数を増やしてほしい。", "年4回とする。"]);
    assert_eq!(outline(&minutes.sections, 0), ["（1） 研修について [原案のとおり承認]", "（2） その他 [特になし。]"]);
}

#[test]
fn announced_opinions_stand_in_all_parts_below() {
    let minutes = read(
        &[
            "第４回　防災情報検討会　議事要旨",
            "１．日　時：令和５年12月18日（月）15：00～17：00",
            "２．議事要旨",
            "　事務局から資料１について説明を行った。委員からの主な意見等は以下のとおり。",
            "",
            "（報告書（骨子案）について）",
            "○　空振りを許容する文化をつくることが必要。",
            "",
            "（その他）",
            "○　様式があるとよい。",
            "",
            "（文責：事務局）",
        ]
        .join("\n"),
    );
    assert_eq!(
        outline(&minutes.sections, 0),
        [
            "  [事務局から資料1について説明を行った。委員からの主な意見等は以下のとおり。]",
            "- 報告書（骨子案）について []",
            "- その他 [（文責：事務局）]",
        ]
    );
    let parts = &minutes.sections[0].sections;
    assert_eq!(parts[0].opinions[0].text, "空振りを許容する文化をつくることが必要。");
    assert_eq!(parts[1].opinions[0].text, "様式があるとよい。");
}

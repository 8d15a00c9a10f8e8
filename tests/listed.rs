//! What a list of attendees says beside names: for whom somebody came, how, whose seat it is, who was away and who was not. Invented documents.

mod attending;

use attending::{attendees, check};

#[test]
fn a_bracket_says_for_whom_somebody_came_and_is_no_body() {
    check(
        "出席者\n　青波消防署予防課長　江川　勝(遠藤　誠委員代理)\n　榎本　博（奥村委員の代理）\n　遠藤委員代理　笠原　誠\n　石黒　正委員（代理　片桐　望）\n　木下　正（代理出席）\n　会長職務代理者　板垣　豊",
        &[
            ["江川 勝", "青波消防署予防課長", "", "", "proxy"],
            ["榎本 博", "", "", "", "proxy"],
            ["笠原 誠", "", "", "", "proxy"],
            ["片桐 望", "", "", "", "proxy"],
            ["木下 正", "", "", "", "proxy"],
            ["板垣 豊", "会長職務代理者", "", "", "present"],
        ],
    );
    check(
        "出席者\n　内藤　昭二会長\n　椎名　紀子委員　代理　竹下　修\n　武藤　修委員",
        &[
            ["内藤 昭二", "会長", "", "", "present"],
            ["竹下 修", "", "", "", "proxy"],
            ["武藤 修", "委員", "", "", "present"],
        ],
    );
    check(
        "出席者\n　石黒　正→代理　市川　豊\n　板垣　美佐（代：稲村　茂）\n　（代理）梅津　光雄\n　青波市観光協会　会長　江川　誠（代理　副会長　榎本　博）",
        &[
            ["市川 豊", "", "", "", "proxy"],
            ["稲村 茂", "", "", "", "proxy"],
            ["梅津 光雄", "", "", "", "proxy"],
            ["榎本 博", "副会長", "青波市観光協会", "", "proxy"],
        ],
    );
}

#[test]
fn a_reading_a_way_of_taking_part_and_a_standing_are_no_bodies() {
    check(
        "出席者\n　石黒　正（いしぐろ　ただし）\n　市川　豊　※オンライン\n　稲村　茂（Ｗｅｂ参加）\n　板垣　美佐（学識経験を有する者）\n　江川　進（関係行政機関）",
        &[
            ["石黒 正", "", "", "", "present"],
            ["市川 豊", "", "", "", "present"],
            ["稲村 茂", "", "", "", "present"],
            ["板垣 美佐", "学識経験を有する者", "", "", "present"],
            ["江川 進", "関係行政機関", "", "", "present"],
        ],
    );
    check(
        "出席者\n　関係団体　梅津　光雄（青波市自治会連合会）\n　No.1 石黒　正　青波市医師会\n　委員　市川　豊　氏（北陵大学　教授）",
        &[
            ["梅津 光雄", "関係団体", "青波市自治会連合会", "", "present"],
            ["石黒 正", "", "青波市医師会", "", "present"],
            ["市川 豊", "委員", "北陵大学", "", "present"],
        ],
    );
}

#[test]
fn a_seat_is_no_role_and_turns_still_find_who_sits_there() {
    check(
        "出席委員\n　会長　１番　石黒　正\n　２番　板垣　美佐　　議席番号３番　市川　豊",
        &[
            ["石黒 正", "会長", "", "出席委員", "present"],
            ["板垣 美佐", "", "", "出席委員", "present"],
            ["市川 豊", "", "", "出席委員", "present"],
        ],
    );
}

#[test]
fn staff_below_those_who_were_away_were_not_said_to_be() {
    check(
        "出席委員　石黒会長、板垣委員、市川委員\n欠席委員\n　梅津委員\n　上原課長、大友係長、黒川主査",
        &[
            ["石黒", "会長", "", "出席委員", "present"],
            ["板垣", "委員", "", "出席委員", "present"],
            ["市川", "委員", "", "出席委員", "present"],
            ["梅津", "委員", "", "欠席委員", "absent"],
            ["上原", "課長", "", "", ""],
            ["大友", "係長", "", "", ""],
            ["黒川", "主査", "", "", ""],
        ],
    );
    check(
        "出席者　石黒委員、板垣委員\n欠席者　梅津委員\n市出席者　上原福祉部長、大友課長\n受託者　株式会社あけぼの計画　黒川、木下",
        &[
            ["石黒", "委員", "", "", "present"],
            ["板垣", "委員", "", "", "present"],
            ["梅津", "委員", "", "欠席者", "absent"],
            ["上原", "福祉部長", "", "市出席者", "present"],
            ["大友", "課長", "", "市出席者", "present"],
            ["黒川", "", "株式会社あけぼの計画", "受託者", "present"],
            ["木下", "", "株式会社あけぼの計画", "受託者", "present"],
        ],
    );
    // Those who were there hold such offices too: then so may who was away.
    check(
        "出席者　福祉課長　石黒　正、総務課長　板垣　豊\n欠席者\n　梅津委員\n　農政課長　上原　修",
        &[
            ["石黒 正", "福祉課長", "", "", "present"],
            ["板垣 豊", "総務課長", "", "", "present"],
            ["梅津", "委員", "", "欠席者", "absent"],
            ["上原 修", "農政課長", "", "欠席者", "absent"],
        ],
    );
}

#[test]
fn brackets_and_dots_before_a_name_are_its_role_or_its_group() {
    check(
        "出席者\n（部　会　長）石 黒 正 男\n（部会長代理）板 垣 　豊\n（委　　　員）市 川 貴 之\n稲 村 大 輔\n（特 別 委 員）荻 野 敏 行\n（環　境　庁）岡部事務次官",
        &[
            ["石黒正男", "部会長", "", "", "present"],
            ["板垣豊", "部会長代理", "", "", "present"],
            ["市川貴之", "", "", "委員", "present"],
            ["稲村大輔", "", "", "委員", "present"],
            ["荻野敏行", "", "", "特別委員", "present"],
            ["岡部", "事務次官", "", "環境庁", "present"],
        ],
    );
    check(
        "出席者\n【会長】市川　豊\n石黒　正・・・青波市医師会\n江川　誠／青波市婦人会",
        &[
            ["市川 豊", "会長", "", "", "present"],
            ["石黒 正", "", "青波市医師会", "", "present"],
            ["江川 誠", "", "青波市婦人会", "", "present"],
        ],
    );
    check(
        "出席者\n会長・・・石黒　正\n委員・・・板垣　美佐\n事務局・・・上原修館長、大友恵子係長\n事務局　（課長）堀内　大輔",
        &[
            ["石黒 正", "会長", "", "", "present"],
            ["板垣 美佐", "", "", "委員", "present"],
            ["上原修", "館長", "", "事務局", "present"],
            ["大友恵子", "係長", "", "事務局", "present"],
            ["堀内 大輔", "課長", "", "事務局", "present"],
        ],
    );
}

#[test]
fn a_line_that_is_a_body_belongs_above_where_the_lines_go_in_pairs_and_stands_alone_among_bodies() {
    check(
        "出席者\n石黒　正部会長\n青波市医師会\n板垣　進委員\n青波市歯科医師会\n市川　美佐委員\n青波市薬剤師会",
        &[
            ["石黒 正", "部会長", "青波市医師会", "", "present"],
            ["板垣 進", "委員", "青波市歯科医師会", "", "present"],
            ["市川 美佐", "委員", "青波市薬剤師会", "", "present"],
        ],
    );
    check(
        "出席者\n青波市医師会　石黒　正\n青波市商工会議所　板垣　美佐\n社会福祉協議会\n青波警察署　市川　豊",
        &[
            ["石黒 正", "", "青波市医師会", "", "present"],
            ["板垣 美佐", "", "青波市商工会議所", "", "present"],
            ["", "", "社会福祉協議会", "", "present"],
            ["市川 豊", "", "青波警察署", "", "present"],
        ],
    );
}

#[test]
fn columns_that_a_header_names_are_what_it_says() {
    check(
        "出席者名簿\n職名  氏名  所属団体  出欠\n会長  片桐　亮  青波市医師会  ○\n委員  鎗沢　望  たんぽぽの会  欠席\n委員  下田　洋  青波市婦人会  ×",
        &[
            ["片桐 亮", "会長", "青波市医師会", "出席者名簿", "present"],
            ["鎗沢 望", "委員", "たんぽぽの会", "出席者名簿", "absent"],
            ["下田 洋", "委員", "青波市婦人会", "出席者名簿", "absent"],
        ],
    );
    check(
        "委員名簿\n番号\n氏名\n所属\n役職\n1\n島津　恵子\n青波市観光協会\n理事\n2\n坂井　孝一\n北陵大学\n教授",
        &[["島津 恵子", "理事", "青波市観光協会", "委員名簿", ""], ["坂井 孝一", "教授", "北陵大学", "委員名簿", ""]],
    );
}

#[test]
fn a_line_end_within_a_name_parts_nobody_and_one_between_bodies_joins_none() {
    let torn = attendees(
        "出席者\n　委　員　山形　昭二、長内　稔、久保田　三千代、町田　誠、伊東　茂、深\n沢　麻衣\n事務局　　牧課長",
    );
    assert_eq!(torn.iter().map(|one| one[0].as_str()).collect::<Vec<_>>()[5..], ["深沢 麻衣", "牧"]);
    check(
        "出席者\n　青波市社会福祉協議会　二階堂副会長、小松理事、竹下副会長\n　株式会社あけぼの交通　前川支店長、坂井支店長",
        &[
            ["二階堂", "副会長", "青波市社会福祉協議会", "", "present"],
            ["小松", "理事", "青波市社会福祉協議会", "", "present"],
            ["竹下", "副会長", "青波市社会福祉協議会", "", "present"],
            ["前川", "支店長", "株式会社あけぼの交通", "", "present"],
            ["坂井", "支店長", "株式会社あけぼの交通", "", "present"],
        ],
    );
}

#[test]
fn members_stand_below_their_own_word_and_below_a_torn_or_titled_name_of_the_list() {
    for head in ["３　委員\n", "３　出席委員等（五十音順）\n", "（参\n加者）", "青波市福祉審議会委員名簿\n"]
    {
        let list = format!("{head}石黒　正（会長）\n板垣　美佐（副会長）\n市川　豊（委員）\n〔計３名〕");
        let read = attendees(&list);
        let roles: Vec<_> = read.iter().map(|one| (one[0].as_str(), one[1].as_str())).collect();
        assert_eq!(roles, [("石黒 正", "会長"), ("板垣 美佐", "副会長"), ("市川 豊", "委員")], "{list}");
    }
}

#[test]
fn a_body_glued_to_a_name_is_no_part_of_it() {
    check(
        "出席者　青波市医師会長瀬会長(座長)・松倉副会長、青波市社会福祉協議会中川会長、佐藤委員、青波北部地域包括支援センター山本センター長、\
         青波県薬剤師会曽我部野副会長",
        &[
            ["長瀬", "会長", "青波市医師会", "", "present"],
            ["松倉", "副会長", "青波市医師会", "", "present"],
            ["中川", "会長", "青波市社会福祉協議会", "", "present"],
            ["佐藤", "委員", "", "", "present"],
            ["山本", "センター長", "青波北部地域包括支援センター", "", "present"],
        ],
    );
}

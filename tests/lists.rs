//! Attendee lists whose parts only their own habits tell: dots, brackets, a word within a line. Invented names.

mod attending;

use attending::check;

#[test]
fn dots_divide_persons() {
    check(
        "参加者：会長　畑中、委員　野々村・安斎・奥、校長　二宮",
        &[
            ["畑中", "会長", "", "参加者", "present"],
            ["野々村", "委員", "", "参加者", "present"],
            ["安斎", "委員", "", "参加者", "present"],
            ["奥", "委員", "", "参加者", "present"],
            ["二宮", "校長", "", "参加者", "present"],
        ],
    );
    check("出席者：奥委員・辻委員", &[["奥", "委員", "", "", "present"], ["辻", "委員", "", "", "present"]]);
}

#[test]
fn half_width_commas_divide_as_others_do() {
    check(
        "出席:鹿島座長､日向委員､ｴﾇ･ﾃｨ交通(株) 早川部長",
        &[
            ["鹿島", "座長", "", "出席", "present"],
            ["日向", "委員", "", "出席", "present"],
            ["早川", "部長", "エヌ・ティ交通(株)", "出席", "present"],
        ],
    );
}

#[test]
fn family_names_as_far_apart_as_each_other_are_one_person_each() {
    check(
        "出席者 (委員)村岡 佐伯 仁木 古田",
        &[
            ["村岡", "", "", "", "present"],
            ["佐伯", "", "", "", "present"],
            ["仁木", "", "", "", "present"],
            ["古田", "", "", "", "present"],
        ],
    );
}

#[test]
fn who_is_no_member_is_not_away_with_the_members() {
    check(
        "出席委員　板垣委員、城戸委員\n欠席委員　古河委員\n関係者：木村弁護士",
        &[
            ["板垣", "委員", "", "出席委員", "present"],
            ["城戸", "委員", "", "出席委員", "present"],
            ["古河", "委員", "", "欠席委員", "absent"],
            ["木村", "弁護士", "", "関係者", "present"],
        ],
    );
    check(
        "３．出席委員　１番　板垣　守　２番　城戸　久美子\n４．欠席委員　４番　東海林　悟\n５．説明員　農政課長　長　達也",
        &[
            ["板垣 守", "", "", "出席委員", "present"],
            ["城戸 久美子", "", "", "出席委員", "present"],
            ["東海林 悟", "", "", "欠席委員", "absent"],
            ["長 達也", "農政課長", "", "説明員", ""],
        ],
    );
}

#[test]
fn a_group_may_begin_within_a_list() {
    check(
        "出席者：委員　阿部、事務局：企画課　来栖課長、佐治主査　関係課：福祉課　椎葉課長",
        &[
            ["阿部", "委員", "", "", "present"],
            ["来栖", "課長", "企画課", "事務局", "present"],
            ["佐治", "主査", "企画課", "事務局", "present"],
            ["椎葉", "課長", "福祉課", "関係課", "present"],
        ],
    );
    check(
        "出席　畠山、五味　（市民協働課）鯉沼、寺内",
        &[
            ["畠山", "", "", "出席", "present"],
            ["五味", "", "", "出席", "present"],
            ["鯉沼", "", "", "市民協働課", "present"],
            ["寺内", "", "", "市民協働課", "present"],
        ],
    );
}

#[test]
fn one_from_elsewhere_has_not_the_role_of_the_one_before() {
    check(
        "出席者　民生委員　江戸川・三原、社協　須磨、包括　西脇",
        &[
            ["江戸川", "民生委員", "", "", "present"],
            ["三原", "民生委員", "", "", "present"],
            ["須磨", "", "社協", "", "present"],
            ["西脇", "", "包括", "", "present"],
        ],
    );
}

#[test]
fn an_office_and_its_holder_are_two_though_every_letter_stands_apart() {
    check(
        "○説明のため出席した者\n　　総　務　課　長　風　間　　勇　君　　　教　育　次　長　高　梨　英　二　君",
        &[
            ["風間勇", "総務課長", "", "説明のため出席した者", "present"],
            ["高梨英二", "教育次長", "", "説明のため出席した者", "present"],
        ],
    );
}

#[test]
fn a_body_before_an_office_and_its_holder_is_whose_they_are() {
    check("出席者\n所属　氏名\n青嶺町　福祉課長　蛭田　学", &[["蛭田 学", "福祉課長", "青嶺町", "", "present"]]);
    check(
        "出席者　会長(村長)　伊集院、副会長　越智",
        &[["伊集院", "会長(村長)", "", "", "present"], ["越智", "副会長", "", "", "present"]],
    );
}

#[test]
fn those_away_may_stand_on_the_line_of_those_there() {
    check(
        "出席委員：板垣会長、欠席委員：城戸委員、古河委員",
        &[
            ["板垣", "会長", "", "出席委員", "present"],
            ["城戸", "委員", "", "欠席委員", "absent"],
            ["古河", "委員", "", "欠席委員", "absent"],
        ],
    );
    check(
        "出席者：佐伯委員、仁木委員／事務局：奥課長",
        &[
            ["佐伯", "委員", "", "", "present"],
            ["仁木", "委員", "", "", "present"],
            ["奥", "課長", "", "事務局", "present"],
        ],
    );
}

#[test]
fn a_bracket_behind_body_and_name_is_the_part_in_the_meeting() {
    check(
        "出席者\n　塩尻養護学校　木村健二（会長）\n　塩尻市　小林　由美（副会長）\n　みつばち　林　大輔（委員）\n　塩尻市医師会　斎藤　修",
        &[
            ["木村健二", "会長", "塩尻養護学校", "", "present"],
            ["小林 由美", "副会長", "lg:202151", "", "present"],
            ["林 大輔", "委員", "みつばち", "", "present"],
            ["斎藤 修", "", "塩尻市医師会", "", "present"],
        ],
    );
    check(
        "出席者\n　中村　恵　会長（訪問看護ステーションみつばち）\n　清水　隆委員（てんとうむし）\n　原田麻衣委員（塩尻市）",
        &[
            ["中村 恵", "会長", "訪問看護ステーションみつばち", "", "present"],
            ["清水 隆", "委員", "てんとうむし", "", "present"],
            ["原田麻衣", "委員", "lg:202151", "", "present"],
        ],
    );
}

#[test]
fn a_word_in_kana_beside_a_whole_name_is_a_body() {
    check(
        "出席者\n　みつばち　松本　隆\n　塩尻市　高橋　さゆり\n　コスモス　長谷川健二",
        &[
            ["松本 隆", "", "みつばち", "", "present"],
            ["高橋 さゆり", "", "lg:202151", "", "present"],
            ["長谷川健二", "", "コスモス", "", "present"],
        ],
    );
    check(
        "出席者\n　委員　松本　隆　みつばち\n　委員　長谷川　さゆり　塩尻市医師会\n　委員　森修二　てんとうむし\n　委員　林　さくら",
        &[
            ["松本 隆", "委員", "みつばち", "", "present"],
            ["長谷川 さゆり", "委員", "塩尻市医師会", "", "present"],
            ["森修二", "委員", "てんとうむし", "", "present"],
            ["林 さくら", "委員", "", "", "present"],
        ],
    );
}

#[test]
fn an_office_with_its_body_is_parted_and_gives_nobody_else_a_body() {
    let want = [
        ["江川 誠", "会長", "青波市歯科医師会", "", "present"],
        ["石黒 正", "院長", "青波総合病院", "", "present"],
        ["板垣 豊", "福祉部障害福祉課長", "", "", "present"],
        ["羽田千鶴", "株式会社はやて交通営業部長", "", "", "present"],
        ["水野さゆり", "支部長", "日本花の会青波県支部", "", "present"],
    ];
    let said = [
        "青波市歯科医師会会長　江川　誠",
        "青波総合病院院長　石黒　正",
        "福祉部障害福祉課長　板垣　豊",
        "株式会社はやて交通営業部長　羽田千鶴",
        "日本花の会青波県支部支部長　水野さゆり",
    ];
    check(&format!("出席者\n　{}", said.join("\n　")), &want);
    check(&format!("出席者　{}", said.join("、")), &want);
}

#[test]
fn a_line_that_nobody_can_read_ends_no_list() {
    // 大坪 正幸 and 関 三郎, or 大坪 正 and 幸関 三郎.
    check(
        "〇出席委員（8人）\n木 原 大 輔 重 信 元 子\n大 坪 正 幸 関 三 郎\n久 住 裕 一 井 上 慶 輔\n〇説明のため出席した者\n副 市 長 清 水 幸 雄",
        &[
            ["木原大輔", "", "", "出席委員", "present"],
            ["重信元子", "", "", "出席委員", "present"],
            ["久住裕一", "", "", "出席委員", "present"],
            ["井上慶輔", "", "", "出席委員", "present"],
            ["清水幸雄", "副市長", "", "説明のため出席した者", "present"],
        ],
    );
}

#[test]
fn a_member_is_none_of_those_who_explain() {
    let text = "青波市議会総務委員会会議録\n日時　令和５年８月１日　午前10時\n出席委員\n　市川　豊　林　守男\n説明のため出席した者\n　会計管理者　高橋　一弥\n　総務課長　大坪　正\n\n\
                ○市川委員　利用料はどうなりますか。\n○高橋委員　同じことを伺います。\n○高橋会計管理者　変わりません。\n";
    let document = giji::parse_str(text, &giji::Options::default()).document;
    let persons: Vec<_> = document
        .all_opinions()
        .map(|opinion| opinion.attribution.as_ref().and_then(|said| said.parties[0].person.as_deref()).unwrap_or("-"))
        .collect();
    assert_eq!(persons, ["市川 豊", "高橋", "高橋 一弥"]);
}

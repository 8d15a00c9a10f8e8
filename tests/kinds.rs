//! What is no minutes though it speaks of a meeting, and what is minutes though nobody is named. Invented documents.

use giji::model::DocumentType;
use giji::{Options, parse_str};

fn kind(text: &str) -> DocumentType {
    parse_str(text, &Options::default()).document.r#type
}

#[test]
fn what_is_written_before_a_meeting_is_no_record_of_it() {
    let order = "令和５年度第１回竹矢市環境審議会　次第\n\n日時　令和５年７月20日（木）午前10時～\n場所　竹矢市役所　501会議室\n\n１　開会\n２　市長あいさつ\n\
                 ３　議題\n（１）会長の選出について\n（２）計画の進捗状況について\n４　閉会\n\n配布資料\n　資料１　委員名簿\n";
    let letter = "件名：第３回部会の開催について（ご案内）\n\n委員各位\n\n標記の会議を下記のとおり開催しますので、ご出席くださいますようお願いいたします。\n\n記\n\
                  日時：令和６年３月５日（火）14時から\n場所：竹矢市役所　分庁舎２階\n議題：（１）来年度の計画について\n　　　（２）その他\n";
    assert_eq!([order, letter].map(kind), [DocumentType::Unknown; 2]);
}

#[test]
fn rules_of_a_council_and_a_budget_have_numbers_and_no_speakers() {
    let rules = "竹矢市地域公共交通会議設置要綱\n\n（設置）\n第１条　竹矢市地域公共交通会議（以下「交通会議」という。）を置く。\n（所掌事務）\n\
                 第２条　交通会議は、次に掲げる事項を協議する。\n（１）運送の態様に関する事項\n（２）その他必要な事項\n（組織）\n第３条　委員20人以内で組織する。\n附　則\n\
                 この要綱は、平成25年４月１日から施行する。\n";
    let budget = "令和６年度　当初予算（案）の概要\n\n１　予算の規模\n一般会計　　　　182億4,000万円\n\n２　主な事業\n（１）子育て支援の充実\n・医療費助成の対象を拡大　　8,200万円\n\
                  ・保育所の改修　　1億1,000万円\n（２）防災対策\n・避難所の空調整備　　4,500万円\n\n３　財政の状況\n市債残高は減少しているが、経常収支比率は高い水準にある。\n";
    assert_eq!([rules, budget].map(kind), [DocumentType::Unknown; 2]);
}

#[test]
fn minutes_need_no_names() {
    let points = "男女共同参画懇話会　議事録\n日時　令和５年12月５日　10:00～11:30\n場所　山路町役場\n議事\n(1) 骨子について\n○　目標値を引き上げるべき。\n○　働き方の見直しが先ではないか。\n";
    let told = "民生委員協議会定例会のまとめ\n日　時　令和５年７月10日（月）\n場　所　老人福祉センター\n議事\n１．見守りについて\n　日程表を配布し、声掛けを行うこととした。\n";
    assert_eq!([points, told].map(kind), [DocumentType::Minutes; 2]);
}

#[test]
fn lists_with_a_department_or_a_place_in_brackets_have_no_speakers() {
    let budget = "令和６年度予算（案）の概要\n１　子育て支援\n・保育所の待機児童対策（子ども未来課）\n・児童クラブの拡充（子ども未来課）\n２　安全\n・防犯灯の更新（市民課）\n";
    let scheme = "相談支援センター事業概要\n１　目的\n暮らしを支える。\n２　内容\n（１）総合相談\n・家族からの相談に応じる（相談支援センター）\n（２）権利擁護\n・後見制度の利用を支える（社会福祉協議会）\n";
    let survey = "生活実態調査報告書\n１　概要\n調査期間　令和５年７月１日～７月31日\n２　自由意見\n・バスを増やしてほしい。（75歳・女性）\n・坂が多くて歩きにくい。（68歳・女性）\n";
    let event = "記者発表資料\n「竹矢夏まつり」を開催します\n１　日時　令和６年８月３日（土）16時～21時\n２　場所　中央公園\n３　内容\n・盆踊り（竹矢民踊協会）\n・屋台（商工会）\n・花火（実行委員会）\n";
    let tour = "見学会を実施します！\n１　概要\n（１）日程　令和５年２月７日（火）\n（２）行程\n海原製作所（竹矢市）\n山路酒造（山路町）\n（３）参加者　10名程度\n";
    assert_eq!([budget, scheme, survey, event, tour].map(kind), [DocumentType::Unknown; 5]);
}

#[test]
fn an_order_of_business_has_bullets_too() {
    let beside = "竹矢市総合計画審議会（第３回）\n日時：令和６年７月10日（水）10:00～12:00\n場所：竹矢市役所\n次　第\n１　開会\n２　議事\n（１）基本構想について\n・将来像\n・基本目標\n３　閉会\n配布資料\n・資料１　基本構想\n";
    let guide = "竹矢市審議会等会議録作成要領\n１　趣旨\nこの要領は、会議録の作成について定める。\n２　記載事項\n（１）会議の名称\n（２）出席者の氏名\n・委員\n・事務局\n３　発言者の表記\n・会長：\n・事務局：\n";
    let handout = "令和６年度第１回竹矢市環境審議会資料\nとき　令和６年６月18日（火）\nところ　竹矢市役所\n１　計画の意義\n（１）なぜつくるのか\n本市の取組は高く評価され、表彰を受けた。\n";
    assert_eq!([beside, guide, handout].map(kind), [DocumentType::Unknown; 3]);
}

#[test]
fn questions_of_a_survey_or_of_many_are_nobody_s() {
    let often = "よくある質問\nＱ１　住民票はどこで取れますか。\nＡ１　市民課で取れます。\nＱ２　休日も開いていますか。\nＡ２　第２日曜日は開いています。\n";
    let survey = "令和５年度　市民意識調査の結果\n問１　住みやすいですか。\n答　住みやすい　62.3％\n問２　住み続けたいですか。\n答　住み続けたい　70.5％\n";
    assert_eq!([often, survey].map(kind), [DocumentType::Unknown; 2]);
}

#[test]
fn comments_and_the_town_s_views_are_minutes_in_any_layout() {
    let alone = "意見募集の結果\n意見１\nバス停に屋根を付けてほしい。\n市の考え方１\n事業者に伝えます。\n意見２\n割引を設けてほしい。\n市の考え方２\n実施しております。\n";
    let spaced = "意見募集の結果\n意見　補助を増やしてほしい。\n市の考え方　検討します。\n意見　分別がわかりにくい。\n市の考え方　周知に努めます。\n";
    let bracketed =
        alone.replace("意見１", "【ご意見】").replace("意見２", "【ご意見】").replace("市の考え方１", "【市の考え方】");
    for text in [alone, spaced, &bracketed.replace("市の考え方２", "【市の考え方】")] {
        let document = parse_str(text, &Options::default()).document;
        let opinions = &document.sections[0].opinions;
        assert_eq!((document.r#type, opinions.len()), (DocumentType::Minutes, 4), "{text}");
        assert_eq!(opinions[3].replies_to.as_ref(), Some(&opinions[2].id), "{text}");
    }
    let captions = "意見募集の結果\n番号\n意見の概要\n市の考え方\n1\n補助を増やしてほしい。\n検討します。\n番号\n意見の概要\n市の考え方\n2\n分別がわかりにくい。\n周知します。\n";
    assert_eq!(kind(captions), DocumentType::Unknown);
}

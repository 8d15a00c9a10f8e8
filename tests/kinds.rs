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

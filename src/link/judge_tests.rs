use super::*;

/// The end of an opinion in a document whose opinions end with their speakers.
const AMONG_OPINIONS: Position = Position {
    before: "・小児の支援の基準が見えにくい",
    last_in_paragraph: true,
    elsewhere: 0,
    habit: 80,
    known: false,
};
/// The end of an ordinary paragraph in ordinary prose.
const IN_PROSE: Position =
    Position { before: "資料の説明があった", last_in_paragraph: true, elsewhere: 0, habit: 2, known: false };

fn verdict(label: &str, position: &Position) -> Verdict {
    judge(label, position).verdict
}

#[test]
fn organizations_are_speakers() {
    let labels = [
        "小田原市健康づくり課",
        "リハセンター",
        "厚木市、愛川町",
        "小田原HWC",
        "こども医療",
        "小田原養護",
        "市立病院",
        "箱根町健康づくり課",
        "湯河原町・真鶴町",
        "訪問看護STもみじ",
        "東海大",
        "小田原医師会",
        "座間養護学校PTA",
        "事務局",
        "保護者",
        "医師会",
        "県立こども医療センター",
        "横浜市青葉区高齢支援課",
        "各務原市",
        "第一病院",
        "平成会病院",
        "親の会「なぎさ」",
        "NPO法人「虹」",
        "地域活動支援センター『そら』",
    ];
    for label in labels {
        assert_eq!(verdict(label, &AMONG_OPINIONS), Verdict::Speaker, "{label} {:?}", judge(label, &AMONG_OPINIONS));
    }
}

#[test]
fn nicknames_of_unknown_facilities_are_speakers_among_speakers() {
    for label in [
        "ほうあんふじ",
        "太陽の門",
        "たんぽぽ",
        "えーる",
        "そらいろ",
        "ひなたの丘",
        "ドリームハウス",
        "ゆいはあと",
        "コスモス",
        "みなと",
        "ひだまりの家",
        "花みずき",
        "陽だまり",
    ] {
        assert_eq!(verdict(label, &AMONG_OPINIONS), Verdict::Speaker, "{label} {:?}", judge(label, &AMONG_OPINIONS));
        assert_ne!(verdict(label, &IN_PROSE), Verdict::Speaker, "{label}");
    }
}

#[test]
fn notes_are_no_speakers_even_among_speakers() {
    let labels = [
        "厚木市「子育てガイド」",
        "講演会「地域で暮らす」",
        "冊子「みちしるべ」",
        "敬称略",
        "仮称",
        "案",
        "税込",
        "平成28年度末現在",
        "別紙2参照",
        "午後2時から",
        "兄弟の用事でも可能",
        "目的・目標の共有化、役割分担",
        "複数回答可",
        "月1回程度",
        "約20名",
        "単位:千円",
        "単位：千円",
        "重症心身障害児を含む",
        "拍手",
        "笑",
        "再掲",
        "医療的ケア児",
        "以下「連絡会」という",
        "以下「連絡会」という。",
        "3名",
        "新規",
        "敬称略・順不同",
        "目的の共有など",
        "仮",
        "14：00",
        "資料1－1",
        "第2四半期",
        "別紙",
        "以下、連絡会",
        "いわゆる医療的ケア児",
        "例：訪問看護",
        "1月頃",
        "既存の発達支援部会で中心的役割",
        "一部負担あり",
        "前年度比5％増",
        "主に保健所",
        "令和5年4月1日現在",
        "要検討",
        "趣旨説明",
        "継続審議",
        "月曜日",
        "親の負担",
        "今後の課題",
        "2市8町",
        "",
        "A",
        "ア",
        "1",
        "詳細は次回報告する",
        "家族と共有",
        "要件の拡大",
        "異議なし",
        "全員",
        "おだわら総合医療福祉会館",
        "3階会議室",
    ];
    for label in labels {
        assert_ne!(verdict(label, &AMONG_OPINIONS), Verdict::Speaker, "{label} {:?}", judge(label, &AMONG_OPINIONS));
    }
}

#[test]
fn a_bracket_inside_a_paragraph_is_never_a_speaker() {
    let inside = Position { last_in_paragraph: false, ..AMONG_OPINIONS };
    assert_eq!(verdict("小田原市健康づくり課", &inside), Verdict::NotSpeaker);
}

#[test]
fn a_plain_form_needs_no_habit() {
    assert_eq!(verdict("小田原市健康づくり課", &IN_PROSE), Verdict::Speaker);
    assert_eq!(verdict("厚木市、愛川町", &IN_PROSE), Verdict::Speaker);
}

#[test]
fn every_reason_is_in_the_score() {
    let judgement = judge("たんぽぽ", &AMONG_OPINIONS);
    assert_eq!(
        judgement.reasons,
        [("label.nickname", 2), ("position.after-predicate", 1), ("document.bracket-habit", 4)]
    );
    assert_eq!(judgement.score, 7);
}

#[test]
fn a_company_s_short_form_may_stand_in_front() {
    let position = Position { before: "報酬がない", last_in_paragraph: true, habit: 90, ..Position::default() };
    for label in ["（株）ライフパートナー緋桜", "みなも総研（株）", "（株）みなも総研", "(株)みなも総研"]
    {
        let judged = judge(label, &position);
        assert_eq!(judged.verdict, Verdict::Speaker, "{label} {judged:?}");
    }
}

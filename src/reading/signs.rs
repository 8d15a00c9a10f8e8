//! What minutes show that other documents do not: a title that says so, a date, an agenda, speakers: `第２回審議会 会議録`.

use crate::attendees::Attendees;
use crate::attribute;
use crate::element::{Element, Kind};
use crate::lexicon::any_of::AnyOf;
use crate::options::TypeHint;
use crate::rules::{head::Field, summary::Kind as Part};
use crate::text::normal_form;

/// Minutes have a title that says so, or at least two of: a date, an agenda, sections, opinions. Day and place alone are an
/// invitation's too.
pub(super) fn is_minutes(
    elements: &[Element],
    ends: &[attribute::End],
    source: &str,
    attendees: &Attendees,
    hint: TypeHint,
) -> bool {
    let has = |kind: Kind| elements.iter().any(|element| element.kind == kind);
    let title = elements.iter().find(|element| element.kind == Kind::Title);
    let title = title.map(|element| normal_form(source, &element.text));
    let record = title.as_deref().is_some_and(is_record);
    let signs = [
        has(Kind::Title),
        record,
        has(Kind::Field(Field::Agenda)) || has(Kind::Part(Part::Agenda)),
        has(Kind::Part(Part::Item)) || has(Kind::Part(Part::Opinions)),
        !attendees.entries.is_empty(),
        attendees.are_present(),
        ends.iter().filter(|end| matches!(end, attribute::End::Speaker(_))).count() >= 2,
        elements.iter().filter(|element| opens_or_closes(element, source)).count() >= 2,
    ];
    let when_and_where = [has(Kind::Field(Field::Date)), has(Kind::Field(Field::Place))];
    let count = signs.iter().chain(&when_and_where).filter(|sign| **sign).count();
    match hint {
        TypeHint::Minutes => true,
        TypeHint::Plan => false,
        TypeHint::Auto => {
            let said = || {
                let voices = signs[3] || ends.iter().any(|end| matches!(end, attribute::End::Speaker(_)));
                record
                    || voices
                    || attendees.are_present() && !title.as_deref().is_some_and(is_before)
                    || tells(elements, source) && !title.as_deref().is_some_and(is_no_record)
            };
            let of_meeting = || {
                let agenda = has(Kind::Field(Field::Agenda));
                record || agenda || signs[3..].contains(&true) || when_and_where.contains(&true)
            };
            count >= 2 && signs.contains(&true) && said() && of_meeting()
        }
    }
}

/// Whether something was said or done: a sentence in the past, or several points that are sentences, and no invitation.
///
/// An order of business, the rules of a council and a budget have an agenda's numbers too, but nobody said anything there.
fn tells(elements: &[Element], source: &str) -> bool {
    let texts = elements
        .iter()
        .filter(|element| matches!(element.kind, Kind::Paragraph | Kind::Part(Part::Bullet | Part::Note)));
    let (mut told, mut points) = (false, 0);
    for element in texts {
        let pieces = || element.text.iter().map(|piece| piece.of(source));
        if pieces().any(|piece| INVITES.is_in(piece)) {
            return false;
        }
        let last = pieces().next_back().unwrap_or_default().trim_end_matches(['。', '）', ')', '」']);
        let sentence = last.len() < pieces().next_back().unwrap_or_default().len();
        told |= sentence && last.ends_with('た');
        points += usize::from(element.kind == Kind::Part(Part::Bullet));
    }
    told || points >= 2
}

/// What only letters say that ask somebody to come.
static INVITES: AnyOf = AnyOf::new(&[
    "ご出席くださ",
    "御出席くださ",
    "ご出席下さ",
    "御出席下さ",
    "ご参加くださ",
    "開催しますので",
    "開催いたしますので",
    "ご出席をお願い",
    "ご出席いただきますよう",
    "御出席いただきますよう",
    "ご出席賜り",
    "ご案内申し上げ",
    "御案内申し上げ",
]);

/// Whether a title names what is written before a meeting or apart from any: `第１回審議会 次第`, `審議会設置要綱`.
fn is_no_record(title: &str) -> bool {
    const RULES: [&str; 10] = ["要綱", "要領", "規約", "規程", "規則", "条例", "会則", "予算書", "募集要項", "仕様書"];
    let bare = title.rfind(['（', '(']).map_or(title, |open| title[..open].trim_end());
    is_before(title) || RULES.iter().any(|word| bare.ends_with(word))
}

/// `第１回審議会 次第`, `開催について（通知）`.
fn is_before(title: &str) -> bool {
    const WORDS: [&str; 7] = ["次第", "案内", "お知らせ", "通知", "開催通知", "式次第", "開催について"];
    let bare = title.rfind(['（', '(']).map_or(title, |open| title[..open].trim_end());
    let inside = title[bare.len()..].trim_matches(|c: char| "（）() ".contains(c));
    WORDS.iter().any(|word| bare.ends_with(word) && !bare.ends_with("議事次第録") || inside == *word)
}

/// Whether a title says that it is the record of a meeting: `第２回審議会 会議録`.
fn is_record(title: &str) -> bool {
    const WORDS: [&str; 8] =
        ["会議録", "議事録", "議事概要", "議事要旨", "議事要録", "会議概要", "会議要旨", "会議要録"];
    // 会議録（案）, 議事録（要旨）
    let bare = title.rfind(['（', '(']).map_or(title, |open| title[..open].trim_end());
    // 連絡会議の概要, 部会のまとめ: what a meeting came to; 予算の概要 is none of these.
    const OF_MEETING: [&str; 8] = ["概要", "要旨", "記録", "結果", "報告", "メモ", "まとめ", "要点"];
    let meets = || bare.rfind('会').is_some_and(|at| bare[at..].chars().count() <= 9);
    let met = || OF_MEETING.iter().any(|word| bare.ends_with(word)) && meets();
    title.chars().count() > 6 && (WORDS.iter().any(|word| title.ends_with(word) || bare.ends_with(word)) || met())
}

/// Whether a numbered heading is what only meetings have: `１ 開会`, `２ 会長あいさつ`.
fn opens_or_closes(element: &Element, source: &str) -> bool {
    const WORDS: [&str; 10] =
        ["開会", "閉会", "あいさつ", "挨拶", "議事", "議題", "質疑", "意見交換", "自己紹介", "委嘱状"];
    let heading = matches!(element.kind, Kind::Part(Part::Heading | Part::Agenda));
    heading && !element.text.is_empty() && {
        let text = normal_form(source, &element.text);
        WORDS.iter().any(|word| text.contains(word))
    }
}

//! What minutes show that other documents do not: a title that says so, a date, an agenda, speakers: `第２回審議会 会議録`.

use crate::attendees::Attendees;
use crate::attribute::{self, End};
use crate::element::{Element, Kind};
use crate::lexicon::any_of::AnyOf;
use crate::options::TypeHint;
use crate::rules::{head::Field, summary::Kind as Part};
use crate::text::normal_form;
use crate::title::{self, Genre, names_meeting};
use crate::trailing::is_close;

/// Minutes have a title that says so, or at least two of: a date, an agenda, sections, opinions. Day and place alone are an
/// invitation's too.
pub(super) fn is_minutes(
    elements: &[Element],
    ends: &[attribute::End],
    source: &str,
    attendees: &Attendees,
    hint: TypeHint,
) -> bool {
    match hint {
        TypeHint::Minutes => return true,
        TypeHint::Plan => return false,
        TypeHint::Auto => {}
    }
    let has = |kind: Kind| elements.iter().any(|element| element.kind == kind);
    let title = elements.iter().find(|element| element.kind == Kind::Title);
    let title = title.map(|element| normal_form(source, &element.text));
    let genre = title.as_deref().map_or_else(|| first_genre(elements, source), Genre::of);
    let record = genre == Genre::Record;
    let agenda = has(Kind::Field(Field::Agenda));
    let items = has(Kind::Part(Part::Item)) || has(Kind::Part(Part::Opinions));
    let spoken = || elements.iter().zip(ends).filter(|(_, end)| matches!(end, End::Speaker(_)));
    let voices = spoken().count();
    let sentences = || spoken().filter(|(element, _)| is_said(element, source)).count();
    let opens = elements.iter().filter(|element| opens_or_closes(element, source)).count() >= 2;
    let signs = [
        title.is_some(),
        record,
        agenda || has(Kind::Part(Part::Agenda)),
        items,
        !attendees.entries.is_empty(),
        attendees.are_present(),
        voices >= 2,
        opens,
    ];
    let when_and_where = [has(Kind::Field(Field::Date)), has(Kind::Field(Field::Place))];
    let count = signs.iter().chain(&when_and_where).filter(|sign| **sign).count();
    let said = || {
        // 盆踊り（民踊協会）, 保育所の整備（こども課）: where no meeting is named, brackets name who speaks only behind what somebody says.
        let meets = title.as_deref().is_some_and(names_meeting) || !attendees.entries.is_empty() || agenda || opens;
        items
            || voices > 0 && genre != Genre::Before && (meets || sentences() * 2 >= voices)
            || attendees.are_present() && genre != Genre::Before
            || tells(elements, source) && genre == Genre::Open
    };
    let of_meeting = || record || agenda || signs[3..].contains(&true) || when_and_where.contains(&true);
    let apart = genre == Genre::Apart && !attendees.are_present() || !record && is_rules(elements, source);
    count >= 2 && signs.contains(&true) && !apart && (record || said()) && of_meeting()
}

/// What the first lines name where none of them is a title: `記者発表資料`.
fn first_genre(elements: &[Element], source: &str) -> Genre {
    let told = elements.iter().take_while(|element| element.kind == Kind::Paragraph);
    Genre::of_first(told.flat_map(|element| &element.text).map(|line| normal_form(source, &[*line])))
}

/// Whether these are rules, article by article: `第１条　この要綱は、…`.
fn is_rules(elements: &[Element], source: &str) -> bool {
    let article = |element: &&Element| element.text.first().is_some_and(|first| title::is_article(first.of(source)));
    elements.iter().filter(article).nth(1).is_some()
}

/// Whether a text says something, the bracket at its end aside: `救急車を待つ時間が長い（厚木市）`, and not `盆踊り（民踊協会）`.
fn is_said(element: &Element, source: &str) -> bool {
    const NOUNS: [&str; 14] = [
        "必要", "大切", "重要", "困難", "課題", "心配", "不安", "希望", "不足", "可能", "有効", "大事", "急務", "問題",
    ];
    let text = normal_form(source, &element.text);
    let bare = text.trim_end_matches('。');
    let bare = bare.rfind(['（', '(', '【']).filter(|_| bare.ends_with(is_close)).map_or(bare, |open| &bare[..open]);
    let bare = bare.trim_end();
    bare.contains('。')
        || bare.ends_with(|c: char| ('ぁ'..='ん').contains(&c) || "？?！!".contains(c))
        || NOUNS.iter().any(|noun| bare.ends_with(noun))
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
        // …を開催しました。 is the news of it.
        told |= sentence
            && last.ends_with('た')
            && !["開催しました", "実施しました", "開催した"].iter().any(|end| last.ends_with(end));
        points += usize::from(element.kind == Kind::Part(Part::Bullet) && is_said(element, source));
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

//! Fields of a head and items of an agenda that stand beside each other on one line.

use crate::lexicon::any_of::AnyOf;
use crate::pattern::Pattern;
use crate::rules::{is_bullet, is_digit};
use crate::span::is_space;
use crate::values::number::number;

/// Where a line is divided before further fields or before the items of an agenda.
pub(super) fn cuts(text: &str) -> Vec<usize> {
    let marked = marked(text);
    if !marked.is_empty() {
        return marked;
    }
    let named = named(text);
    if named.is_empty() { agenda(text) } else { named }
}

/// Where further fields begin, each with the mark of the first: `■日時:2024/01/18 ■場所:第2応接室`.
fn marked(text: &str) -> Vec<usize> {
    let Some(mark) = text.chars().next().filter(|c| matches!(c, '■' | '◆' | '●' | '○' | '□' | '◇' | '◎'))
    else {
        return Vec::new();
    };
    let named = |at: usize| {
        let mut near = text[at + mark.len_utf8()..].chars().take(8);
        near.any(|c| matches!(c, '：' | ':'))
    };
    let again = text.match_indices(mark).map(|(at, _)| at).skip(1).filter(|at| text[..*at].ends_with(is_space));
    let found: Vec<usize> = again.filter(|at| named(*at)).collect();
    if named(0) { found } else { Vec::new() }
}

/// Where further fields begin, each with a name of the head and a colon: `場所：市役所　日時：令和元年７月４日`.
fn named(text: &str) -> Vec<usize> {
    static FIELD: Pattern = Pattern::new(concat!(
        r"(?:^|[\s　])(?<field>(?:[0-9０-９]{1,2}\s*[.．、]?\s*)?",
        r"(?:(?:開\s*催\s*)?(?:日\s*時|場\s*所|期\s*日)|会\s*場|[開閉]\s*会|[出欠]\s*席(?:\s*(?:者|委\s*員))?|傍\s*聴\s*[者人]|議\s*題|案\s*件)\s*[：:])",
    ));
    let first = text.chars().next();
    let may = first.is_some_and(|c| "開閉日場期会出欠傍議案".contains(c) || is_digit(c));
    let is_colon = |c: char| matches!(c, '：' | ':');
    if !may || !text.chars().take(14).any(is_colon) || text.matches(is_colon).nth(1).is_none() {
        return Vec::new();
    }
    let mut found = FIELD.captures_iter(text).filter_map(|caught| Some(caught.name("field")?.start()));
    if found.next() == Some(0) { found.collect() } else { Vec::new() }
}

/// Where the next field begins behind the meeting's name in a form that was run together: what it is called ends there.
/// `会議の名称 環境審議会 開催日時 令和元年７月４日 …`
pub(super) fn named_meeting(text: &str) -> Option<usize> {
    static FORM: Pattern = Pattern::new(
        r"^(?:会\s*議\s*の?\s*名\s*称)[\s　：:][^。]{4,80}?[\s　](?<field>(?:開\s*催\s*)?(?:日\s*時|年\s*月\s*日|場\s*所)[\s　：:])",
    );
    let may = text.starts_with('会');
    may.then(|| FORM.captures(text)).flatten().and_then(|caught| caught.name("field")).map(|field| field.start())
}

/// With what the names of agendas begin.
static NAMES: AnyOf = AnyOf::new(&["議", "案", "次", "会", "協", "審", "報"]);

/// Where the items of an agenda begin that stand beside its name: `議　題　（１）計画の素案について　（２）その他`.
fn agenda(text: &str) -> Vec<usize> {
    static AGENDA: Pattern = Pattern::new(concat!(
        r"^[■□○◯〇◎●◆◇・\s]*(?:[0-9０-９]{1,2}\s*[.．、]?\s*)?",
        r"(?:議\s*題|議\s*事|案\s*件|(?:会\s*議\s*|議\s*事\s*)?次\s*第|(?:協\s*議|審\s*議|報\s*告)\s*事\s*項)(?:\s*[：:|｜]\s*|\s+)",
        r"(?<item>[（(][1１][)）]|①|[1１][\s.．、]).*\S",
    ));
    let Some(first) = text.chars().next() else { return Vec::new() };
    let may = matches!(first, '議' | '案' | '次' | '協' | '審' | '報' | '会') || is_bullet(first) || is_digit(first);
    let near =
        may && NAMES.is_early_in(text, 10) && text.chars().take(16).any(|c| matches!(c, '（' | '(' | '①' | '1' | '１'));
    if !near {
        return Vec::new();
    }
    let first = AGENDA.captures(text).and_then(|caught| caught.name("item")).map(|item| item.start());
    first.map(|first| counted(text, first)).unwrap_or_default()
}

/// The first item, and those that count on from it in its own way: `（１）前回の確認、（２）計画について`, `①計画②予算`.
fn counted(text: &str, first: usize) -> Vec<usize> {
    static NUMBER: Pattern = Pattern::new(
        r"[（(](?<bracketed>[0-9０-９]{1,2})[)）]|(?<circled>[①-⑳])|(?<plain>[0-9０-９]{1,2})(?:[.．、]|\s)",
    );
    let mut found: Vec<usize> = Vec::new();
    let mut way = "";
    for caught in NUMBER.captures_iter(&text[first..]) {
        let kinds = ["bracketed", "circled", "plain"];
        let Some((kind, label)) = kinds.iter().find_map(|kind| Some((*kind, caught.name(kind)?))) else { continue };
        let at = first + caught.get(0).map_or(0, |whole| whole.start());
        // 資料 1 is no item, and neither is 第2.: what divides items stands before a number without brackets.
        let apart = text[..at].ends_with(|c: char| is_space(c) || "、，。；;／：:".contains(c));
        let own = found.is_empty() || kind == way && (apart || kind != "plain");
        if own && number(label.as_str()).is_some_and(|number| number as usize == found.len() + 1) {
            way = kind;
            found.push(at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let found: Vec<&str> = cuts(text).into_iter().map(|at| &text[at..]).collect();
        assert_eq!(found, want);
    }

    #[test]
    fn items_that_count_on_beside_the_name_of_an_agenda_are_divided() {
        check("議題：（１）前回の確認、（２）予算", &["（１）前回の確認、（２）予算", "（２）予算"]);
        check("議　題：(1)　確認　(2)　予算", &["(1)　確認　(2)　予算", "(2)　予算"]);
        check("議題　①確認　②予算", &["①確認　②予算", "②予算"]);
        check("議題　（１）第３号（４）について", &["（１）第３号（４）について"]);
    }

    #[test]
    fn a_meeting_s_name_ends_where_the_next_field_begins() {
        let form = "会 議 の 名 称 環境審議会 開 催 日 時 令和元年７月４日 開 催 場 所 市役所";
        assert!(named_meeting(form).is_some_and(|at| form[at..].starts_with("開 催 日 時")));
        assert_eq!(named_meeting("会議の名称 環境審議会"), None);
    }

    #[test]
    fn fields_with_colons_beside_each_other_are_divided() {
        check("場所：市役所　日時：令和元年７月４日（木）", &["日時：令和元年７月４日（木）"]);
        check("出席者：田中、佐藤　　欠席者：鈴木", &["欠席者：鈴木"]);
        check("出席者：田中、佐藤", &[]);
        check("場所の話です：市役所　日時：未定", &[]);
    }
}

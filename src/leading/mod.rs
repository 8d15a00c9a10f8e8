//! The name with which a text begins, `【小田原市】…`, `・医師会：…`, `○保健所　…`, where a document's texts use to begin so.
//!
//! One such line may begin with anything; that several do, each with another body's or member's name, is a habit.

mod habit;

pub(crate) use habit::{habit, habit_of_lines, is_name, is_name_among_others, is_told, names_somebody};

use std::ops::Range;

use crate::lexicon::roles;
use crate::rules::{is_circled, is_digit};
use crate::span::{Span, is_space};
use crate::text::{Text, normal_form};
use crate::trailing::Trailing;
use crate::verbatim::speaker::Speaker;

/// How a leading name is set off from its text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sign {
    /// `【厚木市】…`, with the bracket that opens.
    Bracket(char),
    /// `厚木市：…`.
    Colon,
    /// `厚木市）…`.
    HalfBracket,
    /// `厚木市…増やしたい。`, `厚木市―増やしたい。`
    Dots,
    /// `厚木市／増やしたい。`
    Slash,
    /// `厚木市　増やしたい。`
    Gap,
    /// `厚木市⏎増やしたい。`
    Line,
}

/// A leading name, taken off its text; ranges in bytes of the text.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Lead {
    pub sign: Sign,
    pub name: Range<usize>,
    /// Where the text behind it begins.
    pub end: usize,
}

/// In characters: no name with which a text begins is longer, be it of two bodies.
const LONGEST: usize = 30;

const BRACKETS: [(char, char); 10] = [
    ('【', '】'),
    ('〔', '〕'),
    ('［', '］'),
    ('[', ']'),
    ('＜', '＞'),
    ('<', '>'),
    ('〈', '〉'),
    ('《', '》'),
    ('（', '）'),
    ('(', ')'),
];

/// Reads the beginning of a text without its bullet; `alone` says whether nothing else stands on its line.
pub(crate) fn lead(text: &str, alone: bool) -> Option<Lead> {
    let first = text.chars().next()?;
    if let Some((_, close)) = BRACKETS.iter().find(|(open, _)| *open == first) {
        let inside = first.len_utf8();
        let end = inside + closing(&text[inside..], *close)?;
        let behind = text[end..].chars().next().map_or("", |close| &text[end + close.len_utf8()..]);
        let behind = behind.trim_start_matches(|c| is_space(c) || matches!(c, '：' | ':'));
        return found(text, Sign::Bracket(first), inside..end, text.len() - behind.len());
    }
    let mut open = false;
    let sign = |c: char| match c {
        'ぁ'..='\u{9fff}' => false,
        '（' | '(' => {
            open = true;
            false
        }
        '）' | ')' => !open,
        '：' | ':' | '…' | '―' | '—' | '─' | '／' | '。' | '、' | '「' => true,
        c => is_space(c),
    };
    let Some(end) = text.find(sign) else {
        return alone.then(|| found(text, Sign::Line, 0..text.len(), text.len())).flatten();
    };
    if text[end..].starts_with(LISTING)
        && let Some((end, behind)) = several(text, end)
    {
        return found(text, Sign::Colon, 0..end, text.len() - behind.len());
    }
    let behind = text[end..].trim_start_matches(is_space);
    let sign = match behind.chars().next()? {
        '：' | ':' => Sign::Colon,
        '）' | ')' => Sign::HalfBracket,
        '…' | '―' | '—' | '─' => Sign::Dots,
        '／' => Sign::Slash,
        _ => {
            let gap = &text[end..text.len() - behind.len()];
            let wide = gap.contains(['\u{3000}', '\t']) || gap.len() >= 2;
            return wide.then(|| found(text, Sign::Gap, 0..end, text.len() - behind.len())).flatten();
        }
    };
    let rest = behind.trim_start_matches(['：', ':', '…', '―', '—', '─', '／', '）', ')', ' ', '\u{3000}']);
    found(text, sign, 0..end, text.len() - rest.len())
}

/// What stands between the names of several: `厚木市、愛川町：…`.
const LISTING: [char; 4] = ['、', '，', '／', '/'];

/// Where a bracket closes, be it with its like of the other width: `(厚木市）`.
fn closing(text: &str, close: char) -> Option<usize> {
    let own = text.find(close);
    if own.is_some_and(|own| own <= LONGEST * '市'.len_utf8()) {
        return own;
    }
    let near = text.char_indices().take(LONGEST + 1).find(|(_, c)| pair(*c) == pair(close));
    near.map(|(at, _)| at).or(own)
}

/// Where several names end that a colon sets off, the first of them at `first`, and what stands behind it:
/// `厚木市、愛川町：増やしたい。`
fn several(text: &str, first: usize) -> Option<(usize, &str)> {
    let rest =
        text[first..].char_indices().take(LONGEST).find(|(_, c)| matches!(c, '：' | ':' | '。' | '「' | '？'))?.0;
    let end = first + rest;
    let behind = text[end..].strip_prefix(['：', ':'])?.trim_start_matches(is_space);
    let names = || text[..end].split(LISTING).map(str::trim);
    let named = names().all(is_name_among_others) && names().any(is_name);
    named.then_some((end, behind))
}

fn found(text: &str, sign: Sign, name: Range<usize>, end: usize) -> Option<Lead> {
    let inside = &text[name.clone()];
    let trimmed = inside.trim();
    let start = name.start + (inside.len() - inside.trim_start().len());
    let length = trimmed.chars().take(LONGEST + 1).count();
    // （十勝ＨＷＣ（相談支援係）） below the text that it closes: the first bracket is not the one that ends it.
    let nested = matches!(sign, Sign::Bracket('（' | '(')) && trimmed.contains(['（', '(']);
    // 【№３】, 【１】 number what stands below, and ❶厚木市 is a number and a name.
    let numbered = trimmed.starts_with(|c: char| c == '№' || is_digit(c) || is_circled(c));
    let may = !numbered && (2..=LONGEST).contains(&length) && !trimmed.contains(['。', '「', '？']) && !nested;
    let told = sign == Sign::Line || end < text.len();
    (may && told).then_some(Lead { sign, name: start..start + trimmed.len(), end })
}

/// Whether a line that no bullet opens begins with a name as others of the document do.
pub(crate) fn opens(text: &str, usual: Sign) -> bool {
    lead(text, false).is_some_and(|lead| is_same(lead.sign, usual) && !roles::is_heading(&text[lead.name]))
}

/// Whether words behind a part in the meeting say who was given it: `久我委員、（副会長）岡野委員に決定`.
pub(crate) fn gives_part(words: &str) -> bool {
    const GIVEN: [&str; 7] = ["決定", "選出", "選任", "就任", "互選", "指名", "承認"];
    let given = words.trim_end_matches(['。', '.']);
    let given = ["された", "した", "する"].iter().find_map(|end| given.strip_suffix(end)).unwrap_or(given);
    let holder = words.split(|c: char| is_space(c) || "、，（(にをがはと".contains(c)).next().unwrap_or_default();
    GIVEN.iter().any(|word| given.ends_with(word)) && Speaker::of(holder).person.is_some()
}

impl Trailing {
    /// The name at the beginning of a text as what stands in the bracket at the end of others.
    pub fn leading(text: &[Span], source: &str, sign: Sign) -> Option<Self> {
        let first = text.first()?.of(source);
        let whole = Text::of(source, text);
        // Brackets may be torn; what only white space or the line's end sets off shows in the source alone.
        let lead = match sign {
            Sign::Bracket(_) | Sign::Colon | Sign::HalfBracket | Sign::Dots | Sign::Slash => {
                lead(whole.as_str(), false)?
            }
            Sign::Gap | Sign::Line => {
                let raw = lead(first, text.len() > 1)?;
                let name =
                    normal_form(source, &[Span::new(text[0].start + raw.name.start, text[0].start + raw.name.end)]);
                let end = name.len() + whole.as_str().strip_prefix(name.as_str())?.len()
                    - whole.as_str()[name.len()..].trim_start().len();
                Lead { sign: raw.sign, name: 0..name.len(), end }
            }
        };
        (is_same(lead.sign, sign) && lead.end < whole.as_str().len()).then(|| Self::at(whole, 0..lead.end, lead.name))
    }
}

fn is_same(own: Sign, usual: Sign) -> bool {
    match (own, usual) {
        (Sign::Bracket(own), Sign::Bracket(usual)) => pair(own) == pair(usual),
        (own, usual) => own == usual,
    }
}

/// Brackets that authors mix: （ and (, ［ and [, and those that close them.
fn pair(bracket: char) -> char {
    match bracket {
        '(' => '（',
        '[' => '［',
        '<' => '＜',
        ')' => '）',
        ']' => '］',
        '>' => '＞',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leading_name_is_taken_off_its_text() {
        for (text, sign, name, rest) in [
            ("【厚木市】増やしたい。", Sign::Bracket('【'), "厚木市", "増やしたい。"),
            ("（厚木市） 増やしたい。", Sign::Bracket('（'), "厚木市", "増やしたい。"),
            ("(厚木市）増やしたい。", Sign::Bracket('('), "厚木市", "増やしたい。"),
            ("厚木市：増やしたい。", Sign::Colon, "厚木市", "増やしたい。"),
            ("厚木市）増やしたい。", Sign::HalfBracket, "厚木市", "増やしたい。"),
            ("厚木市……増やしたい。", Sign::Dots, "厚木市", "増やしたい。"),
            ("厚木市／増やしたい。", Sign::Slash, "厚木市", "増やしたい。"),
            ("厚木市、愛川町：増やしたい。", Sign::Colon, "厚木市、愛川町", "増やしたい。"),
            ("厚木市／愛川町：増やしたい。", Sign::Colon, "厚木市／愛川町", "増やしたい。"),
            ("厚木市　増やしたい。", Sign::Gap, "厚木市", "増やしたい。"),
            ("厚木市", Sign::Line, "厚木市", ""),
        ] {
            let found = lead(text, true).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.sign, &text[found.name], &text[found.end..]), (sign, name, rest), "{text}");
        }
        for text in [
            "連携（案）を出す。",
            "増やしたい。",
            "【厚木市】",
            "厚木市 増やしたい。",
            "市は「要る」という",
            "費用、人手：足りない。",
        ] {
            assert_eq!(lead(text, false), None, "{text}");
        }
    }
}

//! The name with which a text begins, `【小田原市】…`, `・医師会：…`, `○保健所　…`, where a document's texts use to begin so.
//!
//! One such line may begin with anything; that several do, each with another body's or member's name, is a habit.

use std::ops::Range;

use crate::lexicon::brackets::is_hiragana;
use crate::lexicon::roles;
use crate::line::Line;
use crate::link::judge::{Position, Verdict, judge};
use crate::rules::head::{FIELDS, Field};
use crate::rules::{is_bullet, is_digit};
use crate::span::{Span, is_space};
use crate::text::{Text, normal_form};
use crate::trailing::Trailing;

/// How a leading name is set off from its text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sign {
    /// `【厚木市】…`, with the bracket that opens.
    Bracket(char),
    /// `厚木市：…`.
    Colon,
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

/// The fewest texts that make a habit.
const FEWEST: usize = 3;

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
        let end = inside + text[inside..].find(*close)?;
        let behind = &text[end + close.len_utf8()..];
        let behind = behind.trim_start_matches(|c| is_space(c) || matches!(c, '：' | ':'));
        return found(text, Sign::Bracket(first), inside..end, text.len() - behind.len());
    }
    let sign = |c: char| match c {
        'ぁ'..='\u{9fff}' => false,
        '：' | ':' | '…' | '―' | '—' | '─' | '／' | '。' | '、' | '「' => true,
        c => is_space(c),
    };
    let Some(end) = text.find(sign) else {
        return alone.then(|| found(text, Sign::Line, 0..text.len(), text.len())).flatten();
    };
    let behind = text[end..].trim_start_matches(is_space);
    let sign = match behind.chars().next()? {
        '：' | ':' => Sign::Colon,
        '…' | '―' | '—' | '─' => Sign::Dots,
        '／' => Sign::Slash,
        _ => {
            let gap = &text[end..text.len() - behind.len()];
            let wide = gap.contains(['\u{3000}', '\t']) || gap.len() >= 2;
            return wide.then(|| found(text, Sign::Gap, 0..end, text.len() - behind.len())).flatten();
        }
    };
    let rest = behind.trim_start_matches(['：', ':', '…', '―', '—', '─', '／', ' ', '\u{3000}']);
    found(text, sign, 0..end, text.len() - rest.len())
}

fn found(text: &str, sign: Sign, name: Range<usize>, end: usize) -> Option<Lead> {
    let inside = &text[name.clone()];
    let trimmed = inside.trim();
    let start = name.start + (inside.len() - inside.trim_start().len());
    let length = trimmed.chars().take(LONGEST + 1).count();
    // （十勝ＨＷＣ（相談支援係）） below the text that it closes: the first bracket is not the one that ends it.
    let nested = matches!(sign, Sign::Bracket('（' | '(')) && trimmed.contains(['（', '(']);
    // 【№３】, 【１】 number what stands below.
    let numbered = trimmed.starts_with(|c: char| c == '№' || is_digit(c));
    let may = !numbered && (2..=LONGEST).contains(&length) && !trimmed.contains(['。', '「', '？']) && !nested;
    let told = sign == Sign::Line || end < text.len();
    (may && told).then_some(Lead { sign, name: start..start + trimmed.len(), end })
}

/// How this document's texts begin, where they use to begin with a name; `texts` are their first lines without their bullets,
/// and whether more lines follow.
pub(crate) fn habit<'t>(texts: impl Iterator<Item = (&'t str, bool)>) -> Option<Sign> {
    let leads = texts.filter_map(|(text, more)| Some((text, lead(text, more)?)));
    let mut leads: Vec<(&str, Lead)> = leads.collect();
    // Whether words are a field's or a name is dear to know, and two lines are no habit.
    let usual = frequent(&leads);
    leads.retain(|(text, lead)| usual.iter().any(|(sign, _)| *sign == lead.sign) && !is_field(text));
    let mut counts: Vec<Count> = frequent(&leads).into_iter().map(|(sign, all)| Count::new(sign, all)).collect();
    for (text, lead) in &leads {
        let Some(count) = counts.iter_mut().find(|count| count.sign == lead.sign) else { continue };
        count.told += usize::from(lead.sign == Sign::Line || is_told(&text[lead.end..]));
        count.add(&text[lead.name.clone()]);
    }
    counts.into_iter().filter(Count::is_habit).max_by_key(|count| count.sure).map(|count| count.sign)
}

/// The signs of so many leads that they may be a habit, with how many these are.
fn frequent(leads: &[(&str, Lead)]) -> Vec<(Sign, usize)> {
    let mut counts: Vec<(Sign, usize)> = Vec::new();
    for (_, lead) in leads {
        match counts.iter_mut().find(|(sign, _)| *sign == lead.sign) {
            Some((_, count)) => *count += 1,
            None => counts.push((lead.sign, 1)),
        }
    }
    counts.retain(|(_, count)| *count >= FEWEST);
    counts
}

/// `日時：…`, `場所　…`.
fn is_field(text: &str) -> bool {
    FIELDS.rule(text).is_some_and(|rule| rule.kind != Field::Unnamed)
}

struct Count {
    sign: Sign,
    all: usize,
    /// Those with more behind the name than a figure: `厚木市：３件` says nothing.
    told: usize,
    /// Those with a name that is one by itself.
    sure: usize,
    /// Those with a family name alone: `＜飯山＞`.
    families: usize,
    first: String,
    /// Whether there are two names at least.
    several: bool,
}

impl Count {
    fn new(sign: Sign, all: usize) -> Self {
        Self { sign, all, told: 0, sure: 0, families: 0, first: String::new(), several: false }
    }

    fn add(&mut self, name: &str) {
        let name = normal_form(name, &[Span::new(0, name.len())]);
        let family = roles::is_surname(&name) || name.strip_suffix(['氏', '様']).is_some_and(roles::is_surname);
        if !family && !is_name(&name) {
            return;
        }
        self.families += usize::from(family);
        self.sure += usize::from(!family);
        self.several |= self.sure + self.families > 1 && name != self.first;
        if self.sure + self.families == 1 {
            self.first = name;
        }
    }

    fn is_habit(&self) -> bool {
        let least = if matches!(self.sign, Sign::Bracket(_) | Sign::Colon) { 2 } else { 3 };
        // 森, 泉, 原 are words too, so family names have to be most of what stands there.
        let families = matches!(self.sign, Sign::Bracket(_) | Sign::Colon)
            && self.families >= 3
            && (self.families + self.sure) * 4 >= self.all * 3;
        let named = self.sure >= least && self.sure * 2 >= self.all;
        self.several && self.all >= 3 && self.told * 2 > self.all && (named || families)
    }
}

/// Whether a text says something: a sentence ends in it, or there is kana as verbs have it.
pub(crate) fn is_told(text: &str) -> bool {
    text.contains('。') || text.chars().filter(|c| is_hiragana(*c)).nth(3).is_some()
}

/// Whether the words name somebody wherever they stand: `小田原市健康づくり課`, `山田委員`, `事務局`.
pub(crate) fn is_name(name: &str) -> bool {
    let position = Position { before: "", last_in_paragraph: true, elsewhere: 0, habit: 0, known: false };
    !roles::is_heading(name) && judge(name, &position).verdict == Verdict::Speaker
}

/// The habit of those lines that no bullet opens.
pub(crate) fn habit_of_lines(body: &[Line], source: &str) -> Option<Sign> {
    let texts = body.iter().map(|line| line.text(source)).filter(|text| !text.starts_with(is_bullet));
    habit(texts.map(|text| (text, false))).filter(|sign| *sign != Sign::Gap)
}

/// Whether a line that no bullet opens begins with a name as others of the document do.
pub(crate) fn opens(text: &str, usual: Sign) -> bool {
    lead(text, false).is_some_and(|lead| is_same(lead.sign, usual) && !roles::is_heading(&text[lead.name]))
}

/// Whether they may be a name where others like them are: `ひまわり` beside `小田原市健康づくり課`.
pub(crate) fn is_name_among_others(name: &str) -> bool {
    let position = Position { before: "", last_in_paragraph: true, elsewhere: 0, habit: 60, known: false };
    !roles::is_heading(name) && judge(name, &position).verdict == Verdict::Speaker
}

impl Trailing {
    /// The name at the beginning of a text as what stands in the bracket at the end of others.
    pub fn leading(text: &[Span], source: &str, sign: Sign) -> Option<Self> {
        let first = text.first()?.of(source);
        let whole = Text::of(source, text);
        // Brackets may be torn; what only white space or the line's end sets off shows in the source alone.
        let lead = match sign {
            Sign::Bracket(_) | Sign::Colon | Sign::Dots | Sign::Slash => lead(whole.as_str(), false)?,
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

/// Brackets that authors mix: （ and (, ［ and [.
fn pair(open: char) -> char {
    match open {
        '(' => '（',
        '[' => '［',
        '<' => '＜',
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
            ("厚木市：増やしたい。", Sign::Colon, "厚木市", "増やしたい。"),
            ("厚木市……増やしたい。", Sign::Dots, "厚木市", "増やしたい。"),
            ("厚木市／増やしたい。", Sign::Slash, "厚木市", "増やしたい。"),
            ("厚木市　増やしたい。", Sign::Gap, "厚木市", "増やしたい。"),
            ("厚木市", Sign::Line, "厚木市", ""),
        ] {
            let found = lead(text, true).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.sign, &text[found.name], &text[found.end..]), (sign, name, rest), "{text}");
        }
        for text in ["増やしたい。", "【厚木市】", "厚木市 増やしたい。", "市は「要る」という"]
        {
            assert_eq!(lead(text, false), None, "{text}");
        }
    }

    #[test]
    fn names_are_a_habit_and_topics_are_none() {
        let names = ["【厚木市】増やす。", "【ひまわり】難しい。", "【厚木保健所】続ける。"];
        let of = |texts: [&'static str; 3]| habit(texts.into_iter().map(|text| (text, false)));
        assert_eq!(of(names), Some(Sign::Bracket('【')));
        assert_eq!(of(["【課題】増やす。", "【現状】難しい。", "【厚木市】続ける。"]), None);
        assert_eq!(of(["厚木市：３件", "愛川町：２件", "清川村：12件（前年10件）"]), None);
        assert_eq!(of(["【厚木市】増やす。", "【厚木市】難しい。", "【厚木市】続ける。"]), None);
    }
}
